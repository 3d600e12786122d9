import type { Tx } from '../../database/client.ts';
import { Prisma } from '../../database/generated/client.ts';
import { sqlToday } from '../../database/sql-today.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import { formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { headedUnits, headsFor, namesOf, type UnitName } from '../authority.ts';
import { announcement } from '../messages.ts';
import { phrases } from '../phrases.ts';
import { addressedAmong } from '../plan/scope-queries.ts';
import { type Joiner, possibleJoiners } from '../rules.ts';
import { redrawUrgings } from '../urging/redraw-urgings.ts';
import { confirmersOf, findPledges, type Pledge } from './pledge-queries.ts';
import { pledgeRefusal, readTargets } from './pledge-refusal.ts';
import { campaignOver, type OpenCampaign, openCampaign } from './require-open.ts';

/** One of those whom the actor can register, and how they are registered. */
export interface JoinerStatus {
  joiner: Joiner;
  /** Null for the actor themselves. */
  unitName: string | null;
  /** Null: not registered, or withdrawn. */
  pledge: Pledge | null;
}

/**
 * Whom the actor can register in a campaign: themselves and the units that they head, those of them whom it
 * addresses.
 *
 * @throws AppError when the campaign takes nobody now; not_addressed, collectives_only when there is nobody
 *   whom the actor could register
 */
export async function joinersOf(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<{ campaign: OpenCampaign; joiners: JoinerStatus[] }> {
  const { db } = deps;
  const campaign = await openCampaign(deps, campaignId);
  const units = await headedUnits(db, actor, today(deps));
  const possible = await joinersAddressed(deps, { actor, campaign, units });
  return { campaign, joiners: await statuses(db, { actor, campaignId, joiners: possible, units }) };
}

/**
 * Registers what the actor, or a unit that they head, pledges in a campaign (giao ước thi đua). A person's waits for
 * their head, or stands where nobody is above them; a unit's stands. Who has joined stays as they are. The last
 * day is judged by the statement that writes. One that was withdrawn can be made again until the last day for changes.
 *
 * @returns `fresh`: registered just now; `confirmers`: for whom it waits, by name
 * @throws AppError as `joinersOf`; targets_missing, targets_no_number, targets_too_long, pledge_final
 */
export async function joinCampaign(
  deps: Deps,
  input: { actor: Actor; campaignId: string; joiner: Joiner; targets: string },
): Promise<{
  campaign: OpenCampaign;
  joined: JoinerStatus & { fresh: boolean };
  confirmers: string[];
}> {
  const { actor, campaignId, joiner } = input;
  const campaign = await openCampaign(deps, campaignId);
  const units = await headedUnits(deps.db, actor, today(deps));
  const allowed = await joinersAddressed(deps, { actor, campaign, units });
  if (!allowed.some((one) => joinerKey(one) === joinerKey(joiner)))
    await refuseOutsider(deps, actor);
  const targets = readTargets(input.targets, joiner.kind === 'unit');
  return inTransaction(deps.db, async (tx) => {
    const on = today(deps);
    const confirmerIds = joiner.kind === 'unit' ? [] : await confirmersOf(tx, actor, on);
    const stands = confirmerIds.length === 0;
    const fresh = await write(deps, tx, { actor, campaign, joiner, targets, stands });
    const [joined] = await statuses(tx, { actor, campaignId, joiners: [joiner], units });
    if (!joined?.pledge) {
      // The day ended, or the campaign was withdrawn, between the first look and the writing.
      const { endsOn, lastChangeOn } = await openCampaign(deps, campaignId, tx);
      if (on > lastChangeOn && (await wasWithdrawn(tx, { actor, campaignId, joiner })))
        throw pledgeRefusal('pledge_final', (words) =>
          words.withdrawnFinally({ day: formatDay(lastChangeOn) }),
        );
      throw campaignOver(endsOn);
    }
    if (fresh) await refreshMessages(tx, announcement, campaignId);
    if (fresh && joiner.kind === 'unit')
      await redrawUrgings(tx, { campaignId, unitId: joiner.unitId });
    return {
      campaign,
      joined: { ...joined, fresh },
      confirmers: joined.pledge.state === 'waiting' ? await namesOf(tx, confirmerIds) : [],
    };
  });
}

interface Written {
  actor: Actor;
  campaign: OpenCampaign;
  joiner: Joiner;
  targets: string | null;
  /** Nobody has to confirm it. */
  stands: boolean;
}

/** @returns whether it was written now */
async function write(deps: Deps, tx: Tx, one: Written): Promise<boolean> {
  const { actor, campaign, joiner, targets, stands } = one;
  const { personId, unitId } = subjectOf(actor, joiner);
  const state = Prisma.sql`${stands ? 'confirmed' : 'waiting'}::pledge_state`;
  const settledBy = Prisma.sql`${stands ? actor.personId : null}::uuid`;
  const settledAt = stands ? Prisma.sql`app_now()` : Prisma.sql`null`;
  const takes = Prisma.sql`campaign.id = ${campaign.id}::uuid and campaign.state = 'published'
    and ends_on >= ${sqlToday(deps.zone)}`;
  const inserted = await tx.$executeRaw`
    insert into campaign_pledge (campaign_id, person_id, unit_id, made_by_id, at_unit_id, targets, state,
      settled_by_id, settled_at)
    select id, ${personId}::uuid, ${unitId}::uuid, ${actor.personId}::uuid,
      ${unitId ?? actor.unitId}::uuid, ${targets}, ${state}, ${settledBy}, ${settledAt}
    from campaign where ${takes}
    for share
    on conflict do nothing`;
  const madeAgain =
    inserted > 0
      ? 0
      : await tx.$executeRaw`
          update campaign_pledge set made_by_id = ${actor.personId}::uuid, made_at = app_now(),
            at_unit_id = ${unitId ?? actor.unitId}::uuid, targets = ${targets}, state = ${state},
            settled_by_id = ${settledBy}, settled_at = ${settledAt}, reason = null, told_at = null,
            changed_at = app_now(), revision = revision + 1
          from campaign
          where campaign_id = campaign.id and ${takes} and campaign_pledge.state = 'withdrawn'
            and (person_id = ${personId}::uuid or campaign_pledge.unit_id = ${unitId}::uuid)
            and ${sqlToday(deps.zone)} <= ${campaign.lastChangeOn}::date`;
  if (inserted + madeAgain === 0) return false;
  await audit(tx, {
    kind: 'campaign.pledged',
    subjectId: campaign.id,
    actorId: actor.personId,
    after: { ...(personId ? { personId } : { unitId }), targets },
  });
  return true;
}

async function wasWithdrawn(
  tx: Tx,
  one: { actor: Actor; campaignId: string; joiner: Joiner },
): Promise<boolean> {
  const { personId, unitId } = subjectOf(one.actor, one.joiner);
  const found = await tx.campaignPledge.count({
    where: { campaignId: one.campaignId, state: 'withdrawn', personId, unitId },
  });
  return found > 0;
}

function subjectOf(actor: Actor, joiner: Joiner) {
  return {
    personId: joiner.kind === 'person' ? actor.personId : null,
    unitId: joiner.kind === 'unit' ? joiner.unitId : null,
  };
}

async function statuses(
  tx: Tx,
  {
    actor,
    campaignId,
    joiners,
    units,
  }: { actor: Actor; campaignId: string; joiners: readonly Joiner[]; units: readonly UnitName[] },
): Promise<JoinerStatus[]> {
  const unitIds = joiners.flatMap((joiner) => (joiner.kind === 'unit' ? [joiner.unitId] : []));
  const pledges = await findPledges(tx, {
    campaignId,
    state: { not: 'withdrawn' },
    OR: [{ personId: actor.personId }, { unitId: { in: unitIds } }],
  });
  return joiners.map((joiner) => {
    const unitId = joiner.kind === 'unit' ? joiner.unitId : null;
    const pledge = pledges.find((one) => (one.person ? null : one.atUnit.id) === unitId);
    return {
      joiner,
      unitName: units.find((unit) => unit.id === unitId)?.name ?? null,
      pledge: pledge ?? null,
    };
  });
}

/** @throws AppError not_addressed, collectives_only when there is nobody */
async function joinersAddressed(
  deps: Deps,
  { actor, campaign, units }: { actor: Actor; campaign: OpenCampaign; units: readonly UnitName[] },
): Promise<Joiner[]> {
  const ids = units.map((unit) => unit.id);
  const possible = possibleJoiners(campaign.audience, ids);
  const addressedIds = campaign.addressed.map((unit) => unit.id);
  const inside = await addressedAmong(deps.db, addressedIds, [actor.unitId, ...ids]);
  const addressed = possible.filter((joiner) =>
    inside.has(joiner.kind === 'unit' ? joiner.unitId : actor.unitId),
  );
  if (addressed.length > 0) return addressed;
  if (possible.length === 0 && inside.has(actor.unitId)) await refuseOutsider(deps, actor);
  const contact = await deps.db.campaign.findUniqueOrThrow({
    where: { id: campaign.id },
    select: { contact: { select: { fullName: true } } },
  });
  throw pledgeRefusal('not_addressed', (words) =>
    words.notAddressed({
      code: campaign.code,
      units: campaign.addressed.map((unit) => unit.name),
      own: actor.unitName,
      contact: contact.contact.fullName,
    }),
  );
}

async function refuseOutsider(deps: Deps, actor: Actor): Promise<never> {
  const heads = await headsFor(deps.db, actor.unitId, today(deps));
  throw new AppError('collectives_only', {
    say: (language) => phrases[language].collectivesOnly({ unit: actor.unitName, heads }),
  });
}

function joinerKey(joiner: Joiner): string {
  return joiner.kind === 'unit' ? joiner.unitId : 'person';
}
