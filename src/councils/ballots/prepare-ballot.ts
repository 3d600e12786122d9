import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { votingRule } from '../../rulebook/rules.ts';
import { mayConvene } from '../authority.ts';
import { judgeNames, type NameJudgements } from '../names/judge-names.ts';
import { refuseBallotWhenSigned } from '../papers/refuse-signed.ts';
import { methodsAllowed } from '../rules.ts';
import { requireHeld } from '../sittings/running.ts';
import { quorumNeeded, votesNeeded } from '../tally.ts';
import { phrases } from './phrases.ts';
import { type ProspectiveRoll, prospectiveRoll } from './queries.ts';

export interface BallotProspect extends ProspectiveRoll {
  /** The fewest votes for a quorum, and the fewest in favour to pass. */
  quorum: number;
  needed: number;
  methods: readonly ('open' | 'secret')[];
  /** How who is nominated stands with the title, as far as the actor may know. */
  judgements: NameJudgements;
}

/**
 * What there is to know before the ballot on an agenda item opens.
 *
 * @throws AppError when the item is gone, its sitting called off, the actor may not open it or is in conflict, it is or was voted on, or a
 *   signed paper of the sitting tells of it
 */
export async function prepareBallot(
  deps: Deps,
  { actor, agendaItemId }: { actor: Actor; agendaItemId: string },
): Promise<BallotProspect> {
  const roll = await prospectiveRoll(deps, agendaItemId);
  if (!roll) throw new AppError('item_gone', { say: (l) => phrases[l].itemGone });
  if (!(await mayConvene(deps.db, actor, roll.council, today(deps))))
    throw new AppError('may_not_convene', { say: (l) => phrases[l].mayNotConvene });
  requireHeld(roll);
  if (roll.conflicts.has(actor.personId))
    throw new AppError('own_conflict', { say: (l) => phrases[l].openerInConflict });
  await refuseBallotWhenSigned(deps.db, { ...roll.subject, sittingId: roll.sittingId });
  if (!roll.awaiting)
    throw new AppError('already_voted_on', { say: (l) => phrases[l].alreadyVotedOn });
  const rule = votingRule(deps.rulebook, roll.item.itemKey, today(deps));
  const entitled = roll.members.filter((member) => !member.excluded).length;
  const total = roll.members.length;
  return {
    ...roll,
    quorum: quorumNeeded(rule, { total, entitled }),
    needed: votesNeeded(rule.threshold, rule.conflictReducesBase ? entitled : total),
    methods: methodsAllowed(rule),
    judgements: await judgeNames(deps, { reader: actor, items: [roll.subject] }),
  };
}
