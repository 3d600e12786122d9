import { inTransaction } from '../../database/transaction.ts';
import { addJob, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError, type Sayable } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { votingRule } from '../../rulebook/rules.ts';
import { mayConvene } from '../authority.ts';
import {
  deadlineCame,
  exclusionNotice,
  presidingNotice,
  turnoutCard,
  voteCard,
} from '../messages.ts';
import { ruledOut } from '../names/judge-names.ts';
import { namePhrases } from '../names/name-phrases.ts';
import { refuseBallotWhenSigned } from '../papers/refuse-signed.ts';
import {
  castsVote,
  chairInConflict,
  drawRoll,
  methodsAllowed,
  presiderOf,
  rollHash,
  withAttendance,
} from '../rules.ts';
import { beginVotingOn, itemConflicts, subjectFields } from '../sittings/agenda-items.ts';
import { refreshSittings } from '../sittings/refresh-sittings.ts';
import { seatsOf } from '../sittings/seats.ts';
import { type BoxKeys, makeBoxKeys } from './ballot-box.ts';
import { checkDeadline, requireAfterStart } from './deadline.ts';
import { phrases } from './phrases.ts';
import { turnoutReaders } from './turnout-rights.ts';

/**
 * Opens the ballot on one agenda item: freezes the roll, with those in conflict excluded,
 * and sends every member their card. Whoever is in conflict hands over to another who runs the sitting; where
 * that is the chair, a vice chair presides and is told so.
 *
 * @throws AppError when the actor may not, the deadline is out of bounds, a ballot on the item is open or has
 *   decided already, or a signed paper of the sitting tells of the item
 */
export async function openBallot(
  deps: Deps,
  input: { actor: Actor; agendaItemId: string; method: 'open' | 'secret'; closesAt: Date },
): Promise<{ ballotId: string }> {
  const { actor, agendaItemId, method, closesAt } = input;
  checkDeadline(deps, closesAt);
  const { itemKey } = (await deps.db.agendaItem.findUnique({
    where: { id: agendaItemId },
    select: { itemKey: true },
  })) ?? { itemKey: null };
  if (itemKey === null) throw refusal('item_gone', (l) => phrases[l].itemGone);
  const rule = votingRule(deps.rulebook, itemKey, today(deps));
  if (!methodsAllowed(rule).some((allowed) => allowed === method)) {
    throw refusal('method_not_allowed', (l) => phrases[l].methodNotAllowed, 'method');
  }
  const keys: BoxKeys | null = method === 'secret' ? await makeBoxKeys(deps.ballotKey) : null;

  return inTransaction(deps.db, async (tx) => {
    const item = await tx.agendaItem.findUnique({
      where: { id: agendaItemId },
      select: {
        ...subjectFields,
        sitting: {
          select: {
            id: true,
            startsAt: true,
            council: {
              select: {
                id: true,
                unitId: true,
                channelId: true,
              },
            },
          },
        },
      },
    });
    if (!item) throw refusal('item_gone', (l) => phrases[l].itemGone);
    const { council } = item.sitting;
    if (!(await mayConvene(tx, actor, council, today(deps)))) {
      throw refusal('may_not_convene', (l) => phrases[l].mayNotConvene);
    }
    requireAfterStart(deps, { closesAt, startsAt: item.sitting.startsAt });
    await refuseBallotWhenSigned(tx, { ...item, sittingId: item.sitting.id });
    const out = await ruledOut(tx, { rulebook: deps.rulebook, items: [item], on: today(deps) });
    if (out.size > 0) throw refusal('not_registered', (l) => namePhrases[l].notRegistered);
    if (!(await beginVotingOn(tx, item))) {
      // The same form sent twice: the ballot that it asks for is open already.
      const same = await tx.ballot.findFirst({
        where: { agendaItemId, method, closesAt, openedById: actor.personId, state: 'open' },
        select: { id: true },
      });
      if (same) return { ballotId: same.id };
      throw refusal('already_voted_on', (l) => phrases[l].alreadyVotedOn);
    }
    // Read once the item is held: what was declared until then counts.
    const conflicts = await itemConflicts(deps, tx, item);
    if (conflicts.has(actor.personId))
      throw refusal('own_conflict', (l) => phrases[l].openerInConflict);
    const at = { councilId: council.id, sittingId: item.sitting.id };
    const { seats, attendance } = await seatsOf(deps, tx, at, rule);
    const roll = withAttendance(drawRoll(seats, conflicts), attendance);
    const entitled = roll.filter((member) => member.excluded === null);
    if (!roll.some((member) => castsVote(member, rule)))
      throw refusal('nobody_entitled', (l) => phrases[l].nobodyEntitled);

    const presider = presiderOf(roll);
    const hash = rollHash(roll);
    const ballot = await tx.ballot.create({
      data: {
        agendaItemId,
        method,
        rule: { ...rule },
        rollHash: hash,
        rollSize: roll.length,
        entitled: entitled.length,
        openedById: actor.personId,
        presidedById: presider?.personId ?? null,
        closesAt,
        ...(keys ?? {}),
        roll: { createMany: { data: roll } },
      },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'council.ballot_opened',
      subjectId: ballot.id,
      actorId: actor.personId,
      after: { agendaItemId, method, rollHash: hash, roll: roll.length, entitled: entitled.length },
    });
    const about = { params: {}, subjectId: ballot.id };
    for (const member of roll) {
      const { personId, excluded } = member;
      if (excluded) await sendMessage(tx, exclusionNotice, { to: { personId }, ...about });
      else if (castsVote(member, rule))
        await sendMessage(tx, voteCard, { to: { personId }, ...about });
    }
    if (presider && chairInConflict(roll))
      await sendMessage(tx, presidingNotice, { to: { personId: presider.personId }, ...about });
    for (const personId of turnoutReaders(entitled, actor.personId, presider?.personId))
      await sendMessage(tx, turnoutCard, { to: { personId }, ...about });
    if (council.channelId) {
      await sendMessage(tx, turnoutCard, { to: { channelId: council.channelId }, ...about });
    }
    await refreshSittings(tx, { itemIds: [agendaItemId] });
    await addJob(
      tx,
      deadlineCame,
      { ballotId: ballot.id },
      { key: `deadline:${ballot.id}`, runAt: closesAt },
    );
    return { ballotId: ballot.id };
  });
}

function refusal(code: string, say: Sayable, field?: string): AppError {
  return new AppError(code, { say, ...(field ? { field } : {}) });
}
