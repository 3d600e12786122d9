import type { Tx } from '../database/client.ts';
import { AppError } from '../kernel/errors.ts';
import { type Day, dayOf, formatDay } from '../kernel/time.ts';
import { awardName } from '../rulebook/explain.ts';
import type { Rulebook } from '../rulebook/rules.ts';
import { refusalPhrases as phrases } from './refusal-phrases.ts';
import { TITLES_FIELD } from './refusals.ts';

/** What was given for a year by a decision. */
export interface GivenTitle {
  title: string;
  number: string;
  decidedOn: Day;
}

type SubjectOfYear = { year: number } & ({ personId: string } | { unitId: string });

/** The awards of a person or collective for a year that stand, from the first decision on. */
export async function givenFor(tx: Tx, of: SubjectOfYear): Promise<GivenTitle[]> {
  const rows = await tx.award.findMany({
    where: { ...of, annulledAt: null },
    orderBy: [{ decidedOn: 'asc' }, { title: 'asc' }],
    select: { title: true, decisionNumber: true, decidedOn: true },
  });
  return rows.map(({ title, decisionNumber: number, decidedOn }) => ({
    ...{ title, number },
    decidedOn: dayOf(decidedOn),
  }));
}

/**
 * A registration stays as it was when a council votes on it, and after: what the council decided on, and what a decision
 * gives, is what was registered then.
 *
 * @throws AppError titles_given, titles_voted
 */
export async function refuseConsidered(
  { rulebook }: { rulebook: Rulebook },
  tx: Tx,
  of: SubjectOfYear,
): Promise<void> {
  const titles: string[] = rulebook.titles.map(({ key }) => key);
  // A decision that is being recorded is waited for.
  if ('personId' in of)
    await tx.$queryRaw`select id::text from person where id = ${of.personId}::uuid for share`;
  else await tx.$queryRaw`select id::text from unit where id = ${of.unitId}::uuid for share`;
  const [given] = (await givenFor(tx, of)).filter(({ title }) => titles.includes(title));
  if (given) {
    const { title, number, decidedOn } = given;
    throw new AppError('titles_given', {
      field: TITLES_FIELD,
      say: (language) =>
        phrases[language].given({
          title: awardName(rulebook, title, language),
          ...{ year: of.year, number, day: formatDay(decidedOn) },
        }),
    });
  }
  const voted = await tx.agendaItem.findFirst({
    where: { ...of, itemKey: { in: titles }, ballots: { some: { annulmentId: null } } },
    select: { id: true },
  });
  if (voted)
    throw new AppError('titles_voted', {
      field: TITLES_FIELD,
      say: (language) => phrases[language].voted({ year: of.year }),
    });
}
