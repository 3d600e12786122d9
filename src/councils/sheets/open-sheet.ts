import { randomUUID } from 'node:crypto';
import type { Tx } from '../../database/client.ts';
import { takeTurns } from '../../database/take-turns.ts';
import { inTransaction } from '../../database/transaction.ts';
import { addJob, sendMessages } from '../../jobs/outbox.ts';
import { auditAll } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError, type Sayable } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { votingRule } from '../../rulebook/rules.ts';
import { mayConvene } from '../authority.ts';
import { makeBoxKeys } from '../ballots/ballot-box.ts';
import { checkDeadline, requireAfterStart } from '../ballots/deadline.ts';
import { phrases } from '../ballots/phrases.ts';
import { turnoutReaders } from '../ballots/turnout-rights.ts';
import {
  sheetCard,
  sheetDeadlineCame,
  sheetExclusion,
  sheetPresiding,
  sheetTurnout,
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
import {
  conflictsOfItems,
  holdItems,
  type ItemSubject,
  subjectFields,
  takenItems,
} from '../sittings/agenda-items.ts';
import { refreshSittings } from '../sittings/refresh-sittings.ts';
import { seatsOf } from '../sittings/seats.ts';

export interface SheetPlan {
  sittingId: string;
  itemKey: string;
  year: number;
  method: 'open' | 'secret';
  closesAt: Date;
}

/**
 * Opens one ballot sheet on all of a sitting's agenda who are nominated for one title of a year and await their
 * ballot: a ballot each, with its own frozen roll, voted on together and closed together. The papers of a secret
 * sheet share one key pair, which is destroyed as they are counted. The same form twice opens one sheet.
 *
 * Left out is who may not be considered by the organisation's rule (`ruledOut`).
 *
 * @throws AppError may_not_convene, method_not_allowed, deadline_past, deadline_far, deadline_before_sitting, paper_signed, already_voted_on,
 *   not_registered, own_conflict where all of it is about the actor or their relatives, nobody_entitled
 */
export async function openSheet(
  deps: Deps,
  input: SheetPlan & { actor: Actor; submissionKey: string },
): Promise<{ sheetId: string }> {
  const { actor, sittingId, itemKey, year, method, closesAt, submissionKey } = input;
  checkDeadline(deps, closesAt);
  const rule = votingRule(deps.rulebook, itemKey, today(deps));
  if (!methodsAllowed(rule).some((allowed) => allowed === method))
    throw refusal('method_not_allowed', (l) => phrases[l].methodNotAllowed, 'method');
  const keys = method === 'secret' ? await makeBoxKeys(deps.ballotKey) : null;

  return inTransaction(deps.db, async (tx) => {
    await takeTurns(tx, submissionKey);
    const before = await tx.ballotSheet.findUnique({
      where: { submissionKey },
      select: { id: true },
    });
    if (before) return { sheetId: before.id };
    const sitting = await tx.sitting.findUnique({
      where: { id: sittingId },
      select: {
        startsAt: true,
        council: {
          select: {
            id: true,
            unitId: true,
            channelId: true,
          },
        },
        agenda: {
          where: { kind: 'nomination', itemKey, year },
          orderBy: { ordinal: 'asc' },
          select: subjectFields,
        },
      },
    });
    if (!sitting) throw refusal('item_gone', (l) => phrases[l].itemGone);
    const { council } = sitting;
    if (!(await mayConvene(tx, actor, council, today(deps))))
      throw refusal('may_not_convene', (l) => phrases[l].mayNotConvene);
    requireAfterStart(deps, { closesAt, startsAt: sitting.startsAt });
    await refuseBallotWhenSigned(tx, { sittingId, itemKey, year });
    const taken = await takeItems(tx, sitting.agenda);
    if (taken.length === 0) throw refusal('already_voted_on', (l) => phrases[l].alreadyVotedOn);
    const out = await ruledOut(tx, { rulebook: deps.rulebook, items: taken, on: today(deps) });
    const items = taken.filter(({ id }) => !out.has(id));
    if (items.length === 0) throw refusal('not_registered', (l) => namePhrases[l].notRegistered);

    const sheet = await tx.ballotSheet.create({
      data: {
        ...{ sittingId, itemKey, year, method, closesAt, submissionKey },
        openedById: actor.personId,
      },
      select: { id: true },
    });
    const at = { councilId: council.id, sittingId };
    const { seats, attendance } = await seatsOf(deps, tx, at, rule);
    const conflicts = await conflictsOfItems(deps, tx, items);
    if (items.every(({ id }) => conflicts.get(id)?.has(actor.personId)))
      throw refusal('own_conflict', (l) => phrases[l].openerInConflict);
    const drawn = items.map((item) => {
      const members = drawRoll(seats, conflicts.get(item.id) ?? new Map());
      const roll = withAttendance(members, attendance);
      return { id: randomUUID(), item, roll, presider: presiderOf(roll)?.personId ?? null };
    });
    if (drawn.some(({ roll }) => !roll.some((member) => castsVote(member, rule))))
      throw refusal('nobody_entitled', (l) => phrases[l].nobodyEntitled);
    await tx.ballot.createMany({
      data: drawn.map(({ id, item, roll, presider }) => ({
        presidedById: presider,
        ...{ id, method, closesAt, sheetId: sheet.id, agendaItemId: item.id },
        rule: { ...rule },
        rollHash: rollHash(roll),
        rollSize: roll.length,
        entitled: roll.filter(({ excluded }) => !excluded).length,
        openedById: actor.personId,
        ...(keys ?? {}),
      })),
    });
    await tx.rollEntry.createMany({
      data: drawn.flatMap(({ id, roll }) => roll.map((entry) => ({ ballotId: id, ...entry }))),
    });
    await auditAll(
      tx,
      drawn.map(({ id, item, roll }) => ({
        kind: 'council.ballot_opened' as const,
        subjectId: id,
        actorId: actor.personId,
        after: {
          ...{ agendaItemId: item.id, sheetId: sheet.id, method, rollHash: rollHash(roll) },
          roll: roll.length,
          entitled: roll.filter(({ excluded }) => !excluded).length,
        },
      })),
    );
    const about = { params: {}, subjectId: sheet.id };
    const voters = new Set(
      drawn.flatMap(({ roll }) =>
        roll.flatMap((one) => (castsVote(one, rule) ? [one.personId] : [])),
      ),
    );
    await sendMessages(
      tx,
      sheetCard,
      [...voters].map((personId) => ({ to: { personId }, ...about })),
    );
    const barred = seats.filter(({ personId }) =>
      drawn.every(({ roll }) => roll.some((one) => one.personId === personId && one.excluded)),
    );
    await sendMessages(
      tx,
      sheetExclusion,
      barred.map(({ personId }) => ({ to: { personId }, ...about })),
    );
    const inChairsPlace = drawn.flatMap(({ roll, presider }) =>
      presider && chairInConflict(roll) ? [presider] : [],
    );
    await sendMessages(
      tx,
      sheetPresiding,
      [...new Set(inChairsPlace)].map((personId) => ({ to: { personId }, ...about })),
    );
    await sendMessages(tx, sheetTurnout, [
      ...turnoutReaders(seats, actor.personId).map((personId) => ({
        to: { personId },
        ...about,
      })),
      ...(council.channelId ? [{ to: { channelId: council.channelId }, ...about }] : []),
    ]);
    await refreshSittings(tx, { itemIds: items.map(({ id }) => id) });
    await addJob(
      tx,
      sheetDeadlineCame,
      { sheetId: sheet.id },
      { key: `sheet_deadline:${sheet.id}`, runAt: closesAt },
    );
    return { sheetId: sheet.id };
  });
}

/** Those that await a ballot, held so that no other opening takes them meanwhile. */
async function takeItems(tx: Tx, items: readonly ItemSubject[]): Promise<ItemSubject[]> {
  const subjects = items.map(
    ({ personId, unitId, itemKey, year }) => `${personId ?? unitId} ${itemKey} ${year}`,
  );
  await takeTurns(tx, ...subjects);
  const ids = items.map(({ id }) => id);
  await holdItems(tx, ids);
  const taken = await takenItems(tx, ids);
  return items.filter(({ id }) => !taken.has(id));
}

function refusal(code: string, say: Sayable, field?: string): AppError {
  return new AppError(code, { say, ...(field ? { field } : {}) });
}
