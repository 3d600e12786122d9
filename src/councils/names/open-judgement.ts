import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { type Eligibility, quotaIn } from '../../rulebook/evaluate-eligibility.ts';
import { decisionDay } from '../../rulebook/evaluate-many.ts';
import { rulebookOn } from '../../rulebook/live.ts';
import { phrases as ballotPhrases } from '../ballots/phrases.ts';
import { itemFields, itemOf, subjectFields } from '../sittings/agenda-items.ts';
import { mayReadSitting } from '../sittings/sitting-queries.ts';
import { judgeNames } from './judge-names.ts';
import { namePhrases } from './name-phrases.ts';

/**
 * The whole judgement of one who is nominated, for who sits on the council, runs it, or is on the roll of a ballot on
 * the name; what they may not know is kept back by `judgeNames`. What the decision would pay is left out: it is no
 * ground to vote by.
 *
 * @throws AppError item_gone, the same for who may not read the agenda; conflicted, no_standard
 */
export async function openJudgement(
  deps: Deps,
  { actor, agendaItemId }: { actor: Actor; agendaItemId: string },
): Promise<{ eligibility: Eligibility; at: Date }> {
  const { db, rulebook } = deps;
  const row = await db.agendaItem.findUnique({
    where: { id: agendaItemId },
    select: {
      ...itemFields,
      ...subjectFields,
      sitting: { select: { id: true, council: { select: { id: true, unitId: true } } } },
      ballots: {
        where: { roll: { some: { personId: actor.personId } } },
        select: { roll: { where: { personId: actor.personId }, select: { excluded: true } } },
      },
    },
  });
  const gone = new AppError('item_gone', { say: (l) => ballotPhrases[l].itemGone });
  if (row?.kind !== 'nomination' || row.year === null) throw gone;
  const { id, council } = row.sitting;
  const sitting = { id, councilId: council.id, councilUnitId: council.unitId };
  const entries = row.ballots.flatMap(({ roll }) => roll);
  const reads = entries.length > 0 || (await mayReadSitting(deps, actor, sitting));
  if (!reads) throw gone;
  const { at, of, hidden } = await judgeNames(deps, { reader: actor, items: [row] });
  if (hidden.has(row.id) || entries.some(({ excluded }) => excluded !== null))
    throw new AppError('conflicted', { say: (l) => namePhrases[l].conflicted });
  const judged = of.get(row.id);
  if (!judged) throw new AppError('no_standard', { say: (l) => namePhrases[l].noStandard });
  const { itemKey: award, year } = row;
  const on = decisionDay(today(deps), year);
  const eligibility = {
    ...judged,
    subjectName: itemOf(row, rulebook).title,
    quota: await quotaIn(db, rulebookOn(rulebook, on), { award, year, on }),
    bonus: undefined,
    mayKnowMatters: judged.evaluation.barred,
    recordsUseOf: null,
  };
  return { eligibility, at };
}
