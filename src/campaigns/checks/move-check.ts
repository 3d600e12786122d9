import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { throwTogether } from '../../kernel/errors.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { checkAhead, checkChanged, checkComing } from '../messages.ts';
import { dayProblems } from './arrange-check.ts';
import type { CampaignCheck } from './check-queries.ts';
import { checkRefusal, readReason } from './check-refusal.ts';
import { lockCheck, lockOpenCheck } from './check-rights.ts';
import { headsTold } from './tell-heads.ts';

/** A check for the forms that move and strike it. @throws AppError as `lockOpenCheck` */
export function openOpenCheck(
  deps: Deps,
  { actor, checkId }: { actor: Actor; checkId: string },
): Promise<CampaignCheck> {
  return inTransaction(deps.db, (tx) => lockOpenCheck(deps, tx, { actor, checkId }));
}

/**
 * Moves a check to another day, with a reason; those who check are told. The same twice is once.
 *
 * @param input.seen the day that the form showed
 * @throws AppError reason_missing, wrong_check_day, check_day_same, check_changed; as `lockOpenCheck`
 */
export async function moveCheck(
  deps: Deps,
  input: { actor: Actor; checkId: string; seen: Day; day: Day; reason: string },
): Promise<void> {
  const { actor, checkId, seen, day } = input;
  await inTransaction(deps.db, async (tx) => {
    const reason = readReason(input.reason);
    const check = await lockOpenCheck(deps, tx, { actor, checkId });
    const { plannedOn: from, moved, campaign } = check;
    if (from === day && seen !== day && moved?.reason === reason) return;
    if (from !== seen) throw checkRefusal('check_changed', (say) => say.changedMeanwhile);
    if (from === day) throw checkRefusal('check_day_same', (say) => say.sameDay, 'day');
    throwTogether(dayProblems(day, campaign, today(deps)));
    await tx.$executeRaw`
      update campaign_check set planned_on = ${day}::date,
        first_planned_on = coalesce(first_planned_on, planned_on), moved_reason = ${reason}
      where id = ${checkId}::uuid`;
    await audit(tx, {
      kind: 'campaign.check_moved',
      subjectId: campaign.id,
      actorId: actor.personId,
      before: { checkId, day: from },
      after: { checkId, day },
      reason,
    });
    await tellChange(tx, { check, to: day, reason });
  });
}

/**
 * Strikes a check, with a reason; those who check are told, and heads who were told of it. The same twice is once.
 *
 * @throws AppError reason_missing; as `lockOpenCheck`
 */
export async function strikeCheck(
  deps: Deps,
  input: { actor: Actor; checkId: string; reason: string },
): Promise<void> {
  const { actor, checkId } = input;
  await inTransaction(deps.db, async (tx) => {
    const reason = readReason(input.reason);
    await lockCheck(tx, checkId);
    const before = await tx.campaignCheck.findUnique({ where: { id: checkId } });
    if (before?.struckById === actor.personId && before.struckReason === reason) return;
    const check = await lockOpenCheck(deps, tx, { actor, checkId });
    await tx.$executeRaw`
      update campaign_check set struck_at = app_now(), struck_by_id = ${actor.personId}::uuid,
        struck_reason = ${reason}
      where id = ${checkId}::uuid`;
    await audit(tx, {
      kind: 'campaign.check_struck',
      subjectId: check.campaign.id,
      actorId: actor.personId,
      before: { checkId, day: check.plannedOn },
      reason,
    });
    await tellChange(tx, { check, to: null, reason });
  });
}

/** Tells those who check that it is moved or off; of one that is off the heads who were told of it, too. */
export async function tellChange(
  tx: Tx,
  { check, to, reason }: { check: CampaignCheck; to: Day | null; reason: string },
): Promise<void> {
  const { id: subjectId, plannedOn: from } = check;
  const checkers = check.checkers.map(({ id }) => id);
  for (const kind of [checkComing, checkAhead]) await refreshMessages(tx, kind, subjectId);
  // Of a new day heads are told in office hours, as of any.
  const heads = to === null ? await headsTold(tx, subjectId) : [];
  await sendMessages(
    tx,
    checkChanged,
    [...new Set([...checkers, ...heads])].map((personId) => ({
      to: { personId },
      params: { to, from, reason },
      subjectId,
    })),
  );
}
