import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { type VotingRule, votingRule } from '../../rulebook/rules.ts';
import { type SittingTime, sittingTime } from '../ballots/deadline.ts';
import { phrases } from '../ballots/phrases.ts';
import { judgeNames, type NameJudgements, ruledOut } from '../names/judge-names.ts';
import { namePhrases } from '../names/name-phrases.ts';
import { refuseBallotWhenSigned } from '../papers/refuse-signed.ts';
import { drawRoll, type Exclusion, methodsAllowed, thereToVote, withAttendance } from '../rules.ts';
import { conflictsOfItems } from '../sittings/agenda-items.ts';
import { barredItems } from '../sittings/barred-items.ts';
import { seatsOf } from '../sittings/seats.ts';
import type { AgendaLine, SittingPicture } from '../sittings/sitting-queries.ts';
import { sittingToRun } from '../sittings/sitting-to-run.ts';
import { quorumNeeded } from '../tally.ts';
import type { SheetPlan } from './open-sheet.ts';

export type SheetGroup = Pick<SheetPlan, 'sittingId' | 'itemKey' | 'year'>;

/** The agenda's lines of one title and year. */
export function linesOf(
  agenda: readonly AgendaLine[],
  { itemKey, year }: Pick<SheetGroup, 'itemKey' | 'year'>,
): AgendaLine[] {
  return agenda.filter(
    (line) =>
      line.item.kind === 'nomination' && line.item.itemKey === itemKey && line.year === year,
  );
}

export interface SheetProspect {
  /** Those who would stand on it. */
  lines: AgendaLine[];
  /** Those who await a ballot and are not put to the vote, by the organisation's rule. */
  ruledOut: AgendaLine[];
  /** How those on it stand with the conditions, as far as the actor may know. */
  judgements: NameJudgements;
  methods: readonly ('open' | 'secret')[];
  time: SittingTime;
  /** The sitting holds what its ballots give. */
  holdsResults: boolean;
  /** Who does not vote on a name or another, and why, in order of office. */
  excluded: { name: string; excluded: Exclusion }[];
  /** Names on which no valid vote can come about, as too few are there who may vote on them. */
  tooFew: { name: string; there: number; quorum: number }[];
}

/**
 * What there is to know before a ballot sheet opens: who stands on it, and how it may be voted on.
 *
 * @throws AppError sitting_unknown, may_not_convene, sitting_called_off, paper_signed, already_voted_on, not_registered,
 *   own_conflict where all of it is about the actor or their relatives
 */
export async function prepareSheet(
  deps: Deps,
  { actor, sittingId, itemKey, year }: SheetGroup & { actor: Actor },
): Promise<SheetProspect> {
  const sitting = await sittingToRun(deps, { actor, sittingId });
  await refuseBallotWhenSigned(deps.db, { sittingId, itemKey, year });
  const on = today(deps);
  const awaiting = linesOf(sitting.agenda, { itemKey, year }).filter((line) => line.awaiting);
  if (awaiting.length === 0)
    throw new AppError('already_voted_on', { say: (l) => phrases[l].alreadyVotedOn });
  const items = awaiting.map(({ subject }) => subject);
  const out = await ruledOut(deps.db, { rulebook: deps.rulebook, items, on });
  const lines = awaiting.filter(({ id }) => !out.has(id));
  if (lines.length === 0)
    throw new AppError('not_registered', { say: (l) => namePhrases[l].notRegistered });
  const search = { personId: actor.personId, sittingIds: [sittingId] };
  const barred = await barredItems(deps, deps.db, search);
  if (lines.every(({ id }) => barred.has(id)))
    throw new AppError('own_conflict', { say: (l) => phrases[l].openerInConflict });
  const rule = votingRule(deps.rulebook, itemKey, on);
  return {
    lines,
    ruledOut: awaiting.filter(({ id }) => out.has(id)),
    judgements: await judgeNames(deps, {
      reader: actor,
      items: lines.map(({ subject }) => subject),
    }),
    methods: methodsAllowed(rule),
    holdsResults: sitting.holdsResults,
    ...(await rollsOf(deps, sitting, rule, lines)),
  };
}

/** Who would be left out of the rolls, and the names for which too few are there. */
async function rollsOf(
  deps: Deps,
  sitting: SittingPicture,
  rule: VotingRule,
  lines: readonly AgendaLine[],
): Promise<Pick<SheetProspect, 'excluded' | 'tooFew' | 'time'>> {
  const items = lines.map(({ subject }) => subject);
  const conflicts = await conflictsOfItems(deps, deps.db, items);
  const at = { councilId: sitting.councilId, sittingId: sitting.id };
  const seating = await seatsOf(deps, deps.db, at, rule);
  const { seats, names, attendance } = seating;
  const excluded = seats.flatMap(({ personId }) => {
    const reasons = new Set([...conflicts.values()].flatMap((one) => one.get(personId) ?? []));
    return [...reasons].map((why) => ({ name: names.get(personId) ?? '', excluded: why }));
  });
  const tooFew = lines.flatMap(({ id, item }) => {
    const roll = withAttendance(drawRoll(seats, conflicts.get(id) ?? new Map()), attendance);
    const entitled = roll.filter((member) => !member.excluded).length;
    const quorum = quorumNeeded(rule, { total: roll.length, entitled });
    const there = thereToVote(roll);
    return there < quorum ? [{ name: item.title, there, quorum }] : [];
  });
  return { excluded, tooFew, time: sittingTime(deps, sitting.startsAt, seating) };
}
