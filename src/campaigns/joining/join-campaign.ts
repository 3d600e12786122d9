import type { Tx } from '../../database/client.ts';
import type { CampaignAudience, CampaignState } from '../../database/generated/enums.ts';
import { sqlToday } from '../../database/sql-today.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Day, dayOf, formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { headedUnits, headsFor, type UnitName } from '../authority.ts';
import { announcement } from '../messages.ts';
import { phrases } from '../phrases.ts';
import { isRunning, type Joiner, possibleJoiners } from '../rules.ts';

/** One of those whom the actor can register, and since when they are registered. */
export interface JoinerStatus {
  joiner: Joiner;
  /** Null for the actor themselves. */
  unitName: string | null;
  since: Date | null;
}

export interface OpenCampaign {
  id: string;
  code: string;
  name: string;
  startsOn: Day;
}

/**
 * Whom the actor can register in a campaign.
 *
 * @throws AppError when the campaign takes nobody now, or nobody whom the actor could register
 */
export async function joinersOf(
  deps: Deps,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<{ campaign: OpenCampaign; joiners: JoinerStatus[] }> {
  const { db } = deps;
  const campaign = await openCampaign(deps, campaignId);
  const units = await headedUnits(db, actor, today(deps));
  const possible = possibleJoiners(
    campaign.audience,
    units.map((unit) => unit.id),
  );
  if (possible.length === 0) await refuseOutsider(deps, actor);
  return { campaign, joiners: await statuses(db, { actor, campaignId, joiners: possible, units }) };
}

/**
 * Registers that the actor, or a unit that they head, joins a campaign. Whoever has joined already
 * stays as they are. The last day is judged by the statement that writes.
 *
 * @returns the chosen ones with their times; `fresh` are those registered just now
 */
export async function joinCampaign(
  deps: Deps,
  input: { actor: Actor; campaignId: string; joiners: readonly Joiner[] },
): Promise<{ campaign: OpenCampaign; joined: (JoinerStatus & { fresh: boolean })[] }> {
  const { actor, campaignId, joiners } = input;
  const campaign = await openCampaign(deps, campaignId);
  const units = await headedUnits(deps.db, actor, today(deps));
  const allowed = possibleJoiners(
    campaign.audience,
    units.map((unit) => unit.id),
  ).map(joinerKey);
  if (joiners.length === 0 || !joiners.every((joiner) => allowed.includes(joinerKey(joiner))))
    await refuseOutsider(deps, actor);
  return inTransaction(deps.db, async (tx) => {
    const fresh = new Set<string>();
    for (const joiner of joiners) {
      if (await pledge(tx, { actor, campaignId, joiner, zone: deps.zone }))
        fresh.add(joinerKey(joiner));
    }
    const now = await statuses(tx, { actor, campaignId, joiners, units });
    // The day ended, or the campaign was withdrawn, between the first look and the writing.
    if (now.some((status) => status.since === null)) {
      await openCampaign(deps, campaignId, tx);
      throw over(campaign.endsOn);
    }
    if (fresh.size > 0) await refreshMessages(tx, announcement, campaignId);
    return {
      campaign,
      joined: now.map((status) => ({ ...status, fresh: fresh.has(joinerKey(status.joiner)) })),
    };
  });
}

/** @returns whether it was written now */
async function pledge(
  tx: Tx,
  {
    actor,
    campaignId,
    joiner,
    zone,
  }: { actor: Actor; campaignId: string; joiner: Joiner; zone: string },
): Promise<boolean> {
  const personId = joiner.kind === 'person' ? actor.personId : null;
  const unitId = joiner.kind === 'unit' ? joiner.unitId : null;
  const written = await tx.$executeRaw`
    insert into campaign_pledge (campaign_id, person_id, unit_id, made_by_id)
    select id, ${personId}::uuid, ${unitId}::uuid, ${actor.personId}::uuid from campaign
    where id = ${campaignId}::uuid and state = 'published'
      and ends_on >= ${sqlToday(zone)}
    for share
    on conflict do nothing`;
  if (written === 0) return false;
  await audit(tx, {
    kind: 'campaign.pledged',
    subjectId: campaignId,
    actorId: actor.personId,
    after: personId ? { personId } : { unitId },
  });
  return true;
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
  const pledges = await tx.campaignPledge.findMany({
    where: { campaignId, OR: [{ personId: actor.personId }, { unitId: { in: unitIds } }] },
    select: { unitId: true, madeAt: true },
  });
  return joiners.map((joiner) => {
    const unitId = joiner.kind === 'unit' ? joiner.unitId : null;
    return {
      joiner,
      unitName: units.find((unit) => unit.id === unitId)?.name ?? null,
      since: pledges.find((pledge) => pledge.unitId === unitId)?.madeAt ?? null,
    };
  });
}

/** @throws AppError when the campaign is not out, or over */
async function openCampaign(
  deps: Deps,
  campaignId: string,
  tx: Tx = deps.db,
): Promise<OpenCampaign & { audience: CampaignAudience; endsOn: Day }> {
  const row = await tx.campaign.findUnique({
    where: { id: campaignId },
    select: { code: true, name: true, state: true, audience: true, startsOn: true, endsOn: true },
  });
  const code = row?.code;
  if (!row || !code)
    throw new AppError('not_published', { say: (language) => phrases[language].notPublished });
  const endsOn = dayOf(row.endsOn);
  const state: CampaignState = row.state;
  if (state === 'withdrawn')
    throw new AppError('campaign_withdrawn', {
      say: (language) => phrases[language].campaignWithdrawn({ code }),
    });
  if (!isRunning({ state, endsOn }, today(deps))) throw over(endsOn);
  const { name, audience } = row;
  return { id: campaignId, code, name, audience, startsOn: dayOf(row.startsOn), endsOn };
}

function over(endsOn: Day): AppError {
  return new AppError('campaign_over', {
    say: (language) => phrases[language].campaignOver({ day: formatDay(endsOn) }),
  });
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
