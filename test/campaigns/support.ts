import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeEach } from 'vitest';
import { publishCampaign } from '../../src/campaigns/announcing/publish-campaign.ts';
import { submitPlan } from '../../src/campaigns/approval/submit-plan.ts';
import type { SeenDraft } from '../../src/campaigns/plan/own-draft.ts';
import { saveAnnouncing } from '../../src/campaigns/plan/save-announcing.ts';
import { saveDraft } from '../../src/campaigns/plan/save-draft.ts';
import { saveOrganising } from '../../src/campaigns/plan/save-organising.ts';
import type { CampaignPlan } from '../../src/campaigns/rules.ts';
import { planMark } from '../../src/campaigns/rules.ts';
import type { Database } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { today } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { addDays, type Day, instantAt } from '../../src/kernel/time.ts';
import { type Actor, findActor } from '../../src/people/actor.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import type { PracticeClock } from '../../src/sandbox/practice-clock.ts';
import { sampleDates } from '../../src/sandbox/sample/dates.ts';
import { emailOf, type Login, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import { seedPeople, seedUnits } from '../../src/sandbox/sample/seed-people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { openTestClock } from '../support/clock.ts';
import { cloneDatabase } from '../support/database.ts';

export interface Agency {
  database: Database;
  deps: Deps;
  clock: PracticeClock;
  actor(login: Login): Promise<Actor>;
  /** Moves the clock to a time of a day in the organisation's zone. */
  goTo(day: Day, time: string): Promise<void>;
  close(): Promise<void>;
}

const ZONE = 'Asia/Ho_Chi_Minh';

/** The sample agency's people in a database of its own; Slack user ids are `slackIdOf(login)`. */
export async function openAgency(): Promise<Agency> {
  const database = await cloneDatabase();
  const clock = await openTestClock(database.db);
  const deps: Deps = {
    db: database.db,
    rulebook: loadRulebook(),
    clock,
    zone: ZONE,
    log: createLog('silent'),
    ballotKey: randomBytes(32),
  };
  const dates = sampleDates(today(deps), ZONE);
  const slackIds = new Map(STAFF.map(({ login }) => [emailOf(login), slackIdOf(login)]));
  await inTransaction(database.db, async (tx) => {
    await seedUnits(tx, dates);
    await seedPeople(tx, dates, slackIds);
  });
  return {
    database,
    deps,
    clock,
    async actor(login) {
      const found = await findActor(deps, slackIdOf(login));
      if (!found) throw new Error(`${login} has no posting`);
      return found;
    },
    async goTo(day, time) {
      await clock.advance(instantAt(day, time, ZONE).getTime() - clock.now().getTime());
    },
    close: () => database.close(),
  };
}

/** For each test of the file an agency of its own. */
export function agencyOfEach(): () => Agency {
  let agency: Agency | undefined;
  beforeEach(async () => {
    await agency?.close();
    agency = await openAgency();
  });
  afterAll(() => agency?.close());
  return () => {
    if (!agency) throw new Error('no agency');
    return agency;
  };
}

export function slackIdOf(login: Login): string {
  return `U${login.replace('.', '').toUpperCase()}`;
}

/** A plan of the province from today for thirty days; `changes` says what is different. */
export function samplePlan(agency: Agency, changes: Partial<CampaignPlan> = {}): CampaignPlan {
  const from = today(agency.deps);
  const startsOn = changes.startsOn ?? from;
  const endsOn = changes.endsOn ?? addDays(from, 29);
  return {
    name: 'Nước rút quý IV',
    kind: 'thematic',
    audience: 'both',
    scopeUnitIds: [],
    startsOn,
    endsOn,
    unitId: unitId('SH'),
    contactId: personId('ha.nguyen'),
    basis: 'Kế hoạch số 45/KH-BHXH',
    objective: 'Tăng 5% số người tham gia',
    content: 'Tuyên truyền tại từng xã',
    measures: 'Tổ công tác về xã mỗi tuần',
    criteria: 'Số người tham gia mới: 100 điểm',
    checkDays: [startsOn],
    midtermOn: null,
    finalReviewOn: addDays(endsOn, 15),
    rewards: 'Giấy khen của Giám đốc',
    prizes: 3,
    budget: 0,
    budgetSource: null,
    channelIds: ['C0CHUNG', 'C0THIDUA'],
    toPersons: false,
    mentionsChannel: false,
    launchAt: null,
    picture: null,
    pledgeBy: null,
    figuresEvery: 'none',
    escalateDays: 3,
    ...changes,
  };
}

/** Writes a plan through the steps of the form, and how it will be announced. */
export async function writesPlan(
  agency: Agency,
  plan: CampaignPlan,
  {
    login = 'ha.nguyen',
    amends,
    formKey = randomUUID(),
  }: { login?: Login; amends?: SeenDraft; formKey?: string } = {},
): Promise<SeenDraft> {
  const { deps } = agency;
  const actor = await agency.actor(login);
  const campaignId = amends?.campaignId ?? randomUUID();
  const form = { campaignId, formKey, seen: amends?.mark ?? null };
  const { checkDays, midtermOn, finalReviewOn, rewards, prizes, ...others } = plan;
  const { budget, budgetSource, channelIds, pledgeBy, figuresEvery, escalateDays, ...rest } =
    others;
  const { toPersons, mentionsChannel, launchAt, picture, ...written } = rest;
  await saveDraft(deps, { actor, form, written });
  const money = { budget, budgetSource, channelIds };
  const chasing = { pledgeBy, figuresEvery, escalateDays };
  const organising = { checkDays, midtermOn, finalReviewOn, rewards, prizes, ...money, ...chasing };
  const mark = await saveOrganising(deps, { actor, form, organising });
  const seen = { campaignId, mark };
  const announcing = { toPersons, mentionsChannel, launchAt, picture };
  if (toPersons || mentionsChannel || launchAt || picture)
    await saveAnnouncing(deps, { actor, seen, announcing });
  return { campaignId, mark: planMark(plan) };
}

export async function drafted(
  agency: Agency,
  changes: Partial<CampaignPlan> = {},
  login: Login = 'ha.nguyen',
): Promise<SeenDraft> {
  return writesPlan(agency, samplePlan(agency, changes), { login });
}

/** A plan of the secretary's before the director. @returns its submission */
export async function submitted(
  agency: Agency,
  changes: Partial<CampaignPlan> = {},
): Promise<SeenDraft & { submissionId: string }> {
  const draft = await drafted(agency, changes);
  await submitPlan(agency.deps, { actor: await agency.actor('ha.nguyen'), draft });
  const { id } = await agency.deps.db.campaignSubmission.findFirstOrThrow({
    where: { campaignId: draft.campaignId, outcome: null },
  });
  return { ...draft, submissionId: id };
}

/** Launched by the director, who wrote it. */
export async function launched(
  agency: Agency,
  changes: Partial<CampaignPlan> = {},
): Promise<string> {
  const draft = await drafted(agency, changes, 'hung.le');
  await publishCampaign(agency.deps, { actor: await agency.actor('hung.le'), draft });
  return draft.campaignId;
}

/** What the outbox holds about a campaign, oldest first. */
export function outbox(agency: Agency, campaignId: string) {
  return agency.deps.db.outgoingMessage.findMany({
    where: { subjectId: campaignId },
    orderBy: { seq: 'asc' },
    select: { purpose: true, channelId: true, personId: true, params: true, state: true },
  });
}

export async function postedIn(agency: Agency, campaignId: string, purpose: string) {
  const messages = await outbox(agency, campaignId);
  return messages.filter((one) => one.purpose === purpose).map((one) => one.channelId);
}

export async function auditKinds(agency: Agency, campaignId: string): Promise<string[]> {
  const events = await agency.deps.db.auditEvent.findMany({
    where: { subjectId: campaignId },
    orderBy: { id: 'asc' },
    select: { kind: true },
  });
  return events.map((event) => event.kind);
}

/** Whether a redrawing of this kind of message is waiting. */
export async function redrawWaiting(
  agency: Agency,
  campaignId: string,
  purpose: string,
): Promise<boolean> {
  const { rowCount } = await agency.database.pool.query(
    'select from graphile_worker.jobs where key = $1',
    [`refresh:${purpose}:${campaignId}`],
  );
  return rowCount === 1;
}
