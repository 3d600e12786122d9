import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { InitiativeState } from '../../database/generated/enums.ts';
import { firstApplicationCheck, initiativeNumber } from '../../initiatives/rules.ts';
import type { Deps } from '../../kernel/deps.ts';
import { dateColumn, dayIn } from '../../kernel/time.ts';
import type { SampleDates } from './dates.ts';
import type { PastEvent } from './history.ts';
import { RECOGNISED, type SampleInitiative, WAITING } from './initiatives.ts';
import { type Login, personId } from './people.ts';
import { sampleId } from './sample-id.ts';
import { unitId } from './units.ts';

/** The register that src/initiatives numbers by. */
const SERIES = 'SK';

export function initiativeId({ key }: Pick<SampleInitiative, 'key'>): string {
  return sampleId('initiative', key);
}

const SECRETARY = 'ha.nguyen' satisfies Login;
/** From the filing to the receipt. */
const CHECKED_AFTER_DAYS = 2;

/**
 * Hands in all initiatives of the sample, numbered in the order of their filing, and accepts all but the
 * one whose form is still to be checked.
 */
export async function seedInitiatives(
  tx: Tx,
  deps: Deps,
  dates: SampleDates,
): Promise<PastEvent[]> {
  const last = new Map<number, number>();
  const rows: Prisma.InitiativeCreateManyInput[] = [];
  for (const { initiative, state } of inOrderOfFiling(dates)) {
    const year = Number(dayIn(dates.zone, initiative.filedAt(dates)).slice(0, 4));
    const sequence = (last.get(year) ?? 0) + 1;
    last.set(year, sequence);
    rows.push({
      ...rowOf(deps, dates, initiative),
      number: initiativeNumber(year, sequence),
      state,
      acceptedAt: state === 'received' ? null : acceptedAt(dates, initiative),
    });
  }
  await tx.initiative.createMany({ data: rows });
  const accepted = inOrderOfFiling(dates).flatMap(({ initiative, state }) =>
    state === 'received'
      ? []
      : { initiativeId: initiativeId(initiative), at: acceptedAt(dates, initiative) },
  );
  await tx.initiativeStep.createMany({
    data: accepted.map((step) => ({
      ...step,
      kind: 'accepted',
      revision: 1,
      byId: personId(SECRETARY),
    })),
  });
  await tx.initiativeAuthor.createMany({
    data: [...RECOGNISED, ...WAITING].flatMap((initiative) =>
      initiative.authors.map(({ login, share }, index) => ({
        initiativeId: initiativeId(initiative),
        ordinal: index + 1,
        personId: personId(login),
        share,
      })),
    ),
  });
  await tx.register.createMany({
    data: [...last].map(([year, sequence]) => ({ series: SERIES, year, last: sequence })),
  });
  const filed = inOrderOfFiling(dates).map(({ initiative }, index) => ({
    kind: 'initiative.filed' as const,
    subjectId: initiativeId(initiative),
    actorId: personId(filer(initiative)),
    at: initiative.filedAt(dates),
    after: { number: rows[index]?.number ?? '', title: initiative.words.title },
  }));
  return [
    ...filed,
    ...accepted.map((step) => ({
      kind: 'initiative.accepted' as const,
      subjectId: step.initiativeId,
      actorId: personId(SECRETARY),
      at: step.at,
      before: { state: 'received', revision: 1 },
      after: { state: 'accepted' },
    })),
  ];
}

function acceptedAt(dates: SampleDates, { filedAt }: SampleInitiative): Date {
  return new Date(filedAt(dates).getTime() + CHECKED_AFTER_DAYS * 24 * 60 * 60_000);
}

function inOrderOfFiling(
  dates: SampleDates,
): { initiative: SampleInitiative; state: InitiativeState }[] {
  const all = [
    ...RECOGNISED.map((initiative) => ({ initiative, state: 'recognised' as const })),
    ...WAITING.map((initiative) => ({
      initiative,
      state: initiative.accepted ? ('accepted' as const) : ('received' as const),
    })),
  ];
  const time = ({ initiative }: { initiative: SampleInitiative }) =>
    initiative.filedAt(dates).getTime();
  return all.toSorted((a, b) => time(a) - time(b));
}

function filer({ key, authors }: SampleInitiative) {
  const [first] = authors;
  if (!first) throw new Error(`the sample initiative ${key} has no author`);
  return first.login;
}

function rowOf(deps: Deps, dates: SampleDates, initiative: SampleInitiative) {
  const { key, unit, filedAt, firstAppliedOn, words } = initiative;
  const filed = filedAt(dates);
  const applied = firstAppliedOn(dates);
  const check = firstApplicationCheck({
    rulebook: deps.rulebook,
    firstAppliedOn: applied,
    filedOn: dayIn(dates.zone, filed),
  });
  return {
    ...words,
    id: initiativeId({ key }),
    firstAppliedOn: dateColumn(applied),
    filedLate: check.kind === 'late',
    unitId: unitId(unit),
    filedById: personId(filer(initiative)),
    filedAt: filed,
  };
}
