import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { unitsHeld } from '../../people/queries.ts';
import { announcement, pledgeReturned } from '../messages.ts';
import { pledgeGone } from './lock-pledge.ts';
import { findPledges, type Pledge } from './pledge-queries.ts';
import { pledgeRefusal, readReason } from './pledge-refusal.ts';
import { redrawWaiting } from './redraw-waiting.ts';

/** A pledge and the revision of it that was shown. */
export type ShownPledge = readonly [pledgeId: string, revision: number];

/**
 * Confirms pledges of persons as they were shown: by a head of where they work or of a unit above, never their
 * own. One that was changed, withdrawn or decided meanwhile is left as it is.
 *
 * @returns how many were confirmed now, and those that were not, as they stand
 * @throws AppError pledge_gone, may_not_confirm
 */
export async function confirmPledges(
  deps: Deps,
  { actor, shown }: { actor: Actor; shown: readonly ShownPledge[] },
): Promise<{ confirmed: number; left: Pledge[] }> {
  return inTransaction(deps.db, async (tx) => {
    const pledges = await lockForHead(tx, { actor, pledgeIds: shown.map(([id]) => id) });
    const revisions = new Map(shown);
    const open = pledges.filter(({ id, open, revision }) => open && revisions.get(id) === revision);
    const ids = open.map(({ id }) => id);
    await tx.$executeRaw`
      update campaign_pledge set state = 'confirmed', settled_by_id = ${actor.personId}::uuid,
        settled_at = app_now(), changed_at = app_now(), revision = revision + 1
      where id = any(${ids}::uuid[])`;
    for (const { id: pledgeId, campaign } of open)
      await audit(tx, {
        kind: 'campaign.pledge_confirmed',
        subjectId: campaign.id,
        actorId: actor.personId,
        before: { pledgeId, state: 'waiting' },
        after: { pledgeId, state: 'confirmed' },
      });
    await redraw(deps, tx, { actor, pledges: open });
    return { confirmed: open.length, left: pledges.filter(({ id }) => !ids.includes(id)) };
  });
}

/** A pledge for the form that returns it. @throws AppError pledge_gone, may_not_confirm, pledge_settled */
export function openPledgeReturn(
  deps: Deps,
  { actor, pledgeId }: { actor: Actor; pledgeId: string },
): Promise<Pledge> {
  return inTransaction(deps.db, async (tx) => {
    const [pledge] = await lockForHead(tx, { actor, pledgeIds: [pledgeId] });
    if (!pledge?.open) throw settledAlready();
    return pledge;
  });
}

/**
 * Returns a person's pledge to them with what is to be mended. The first decision counts; the same twice is once.
 *
 * @throws AppError reason_missing, pledge_gone, may_not_confirm, pledge_settled, pledge_changed
 */
export async function returnPledge(
  deps: Deps,
  input: { actor: Actor; pledgeId: string; revision: number; reason: string },
): Promise<Pledge> {
  const { actor, pledgeId, revision } = input;
  const reason = readReason(input.reason);
  return inTransaction(deps.db, async (tx) => {
    const [pledge] = await lockForHead(tx, { actor, pledgeIds: [pledgeId] });
    if (!pledge) throw pledgeGone();
    if (pledge.state === 'returned' && pledge.reason === reason) return pledge;
    if (!pledge.open) throw settledAlready();
    if (pledge.revision !== revision)
      throw pledgeRefusal('pledge_changed', (words) => words.changedMeanwhile);
    await tx.$executeRaw`
      update campaign_pledge set state = 'returned', reason = ${reason}, settled_by_id = ${actor.personId}::uuid,
        settled_at = app_now(), changed_at = app_now(), revision = revision + 1
      where id = ${pledgeId}::uuid`;
    await audit(tx, {
      kind: 'campaign.pledge_returned',
      subjectId: pledge.campaign.id,
      actorId: actor.personId,
      before: { pledgeId, state: 'waiting' },
      after: { pledgeId, state: 'returned' },
      reason,
    });
    if (pledge.person)
      await sendMessage(tx, pledgeReturned, {
        to: { personId: pledge.person.id },
        params: {},
        subjectId: pledgeId,
        dedupeKey: `${pledgeReturned.purpose}:${pledgeId}:${revision}`,
      });
    await redraw(deps, tx, { actor, pledges: [pledge] });
    return pledge;
  });
}

/** `open`: it waits, in a campaign that is not reviewed yet. */
type HeldPledge = Pledge & { open: boolean };

/** Persons' pledges, locked in the order of their ids, for a head of where each works. */
async function lockForHead(
  tx: Tx,
  { actor, pledgeIds }: { actor: Actor; pledgeIds: readonly string[] },
): Promise<HeldPledge[]> {
  const ids = [...new Set(pledgeIds)];
  const campaigns = await tx.$queryRaw<{ id: string }[]>`
    select id from campaign
    where state in ('published', 'closed')
      and id in (select campaign_id from campaign_pledge where id = any(${ids}::uuid[]))
    order by id for share`;
  await tx.$queryRaw`
    select from campaign_pledge where id = any(${ids}::uuid[]) order by id for update`;
  const pledges = await findPledges(tx, { id: { in: ids } });
  if (pledges.length < ids.length) throw pledgeGone();
  const held = await unitsHeld(
    tx,
    actor,
    'head',
    pledges.map(({ atUnit }) => atUnit.id),
  );
  const mayAll = pledges.every(
    ({ person, atUnit }) => person && person.id !== actor.personId && held.has(atUnit.id),
  );
  if (!mayAll) throw pledgeRefusal('may_not_confirm', (words) => words.mayNotConfirm);
  const taking = new Set(campaigns.map(({ id }) => id));
  return pledges.map((pledge) => ({
    ...pledge,
    open: pledge.state === 'waiting' && taking.has(pledge.campaign.id),
  }));
}

async function redraw(
  deps: Deps,
  tx: Tx,
  { actor, pledges }: { actor: Actor; pledges: readonly Pledge[] },
): Promise<void> {
  const campaignIds = [...new Set(pledges.map(({ campaign }) => campaign.id))];
  if (campaignIds.length > 0) await refreshMessages(tx, announcement, campaignIds);
  await redrawWaiting(tx, pledges, today(deps), actor.personId);
}

function settledAlready() {
  return pledgeRefusal('pledge_settled', (words) => words.settledAlready);
}
