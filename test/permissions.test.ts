import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editAnnouncement } from '../src/campaigns/announcing/edit-announcement.ts';
import { withdrawCampaign } from '../src/campaigns/announcing/withdraw-campaign.ts';
import { recallPlan } from '../src/campaigns/approval/recall-plan.ts';
import { settleSubmission } from '../src/campaigns/approval/settle-submission.ts';
import { archiveCampaign } from '../src/campaigns/archive/archive-campaign.ts';
import { mayLaunch, mayWrite } from '../src/campaigns/authority.ts';
import { tellMending } from '../src/campaigns/checks/answer-findings.ts';
import { addCheck } from '../src/campaigns/checks/arrange-check.ts';
import { moveCheck, strikeCheck } from '../src/campaigns/checks/move-check.ts';
import { openCheckPage } from '../src/campaigns/checks/open-checks.ts';
import { recordFindings } from '../src/campaigns/checks/record-findings.ts';
import { settleMending } from '../src/campaigns/checks/settle-mending.ts';
import { setCluster } from '../src/campaigns/clusters/set-cluster.ts';
import { checkFigureFile } from '../src/campaigns/figure-files/import-figures.ts';
import { joinCampaign } from '../src/campaigns/joining/join-campaign.ts';
import { requestPledgeFile } from '../src/campaigns/joining/pledge-list.ts';
import { confirmPledges, returnPledge } from '../src/campaigns/joining/settle-pledges.ts';
import { givePoints, takePointsBack } from '../src/campaigns/progress/adjust-points.ts';
import { enterFigures } from '../src/campaigns/progress/enter-figures.ts';
import { postRanking } from '../src/campaigns/progress/post-ranking.ts';
import { setRankingRhythm } from '../src/campaigns/progress/post-regularly.ts';
import type { EnteredIndicator } from '../src/campaigns/progress/progress-rules.ts';
import { resendRanking } from '../src/campaigns/progress/resend-ranking.ts';
import { setIndicator } from '../src/campaigns/progress/set-indicator.ts';
import { findCampaign } from '../src/campaigns/queries.ts';
import { finishReview } from '../src/campaigns/review/finish-review.ts';
import { proposeReward } from '../src/campaigns/review/propose-reward.ts';
import { listedMark } from '../src/campaigns/review/review-queries.ts';
import { writeReview } from '../src/campaigns/review/write-review.ts';
import { planMark } from '../src/campaigns/rules.ts';
import { openChasing } from '../src/campaigns/urging/open-chasing.ts';
import { urgeByHand } from '../src/campaigns/urging/urge-by-hand.ts';
import { setYearCluster } from '../src/campaigns/year-clusters/set-year-cluster.ts';
import { takeClusters } from '../src/campaigns/year-clusters/take-clusters.ts';
import { proposeVoteAnnulment } from '../src/councils/annulment/propose-annulment.ts';
import { settleVoteAnnulment } from '../src/councils/annulment/settle-annulment.ts';
import { mayConvene } from '../src/councils/authority.ts';
import { prepareEnding } from '../src/councils/ballots/prepare-ending.ts';
import { establishCouncil } from '../src/councils/composition/establish-council.ts';
import { nameSubstitute } from '../src/councils/composition/name-substitute.ts';
import { openCouncilOf } from '../src/councils/composition/open-compositions.ts';
import { reconstituteCouncil } from '../src/councils/composition/reconstitute-council.ts';
import { openJudgement } from '../src/councils/names/open-judgement.ts';
import { attachPaper, replacePaper } from '../src/councils/papers/attach-paper.ts';
import { sendPaper } from '../src/councils/papers/send-paper.ts';
import { takeBackPaper } from '../src/councils/papers/take-back-paper.ts';
import { endRelative } from '../src/councils/relatives/end-relative.ts';
import { holdResults } from '../src/councils/release/hold-results.ts';
import { releaseResults } from '../src/councils/release/release-results.ts';
import { answerInvitation, callRoll } from '../src/councils/sittings/attendance.ts';
import { addSittingFiles } from '../src/councils/sittings/files/add-files.ts';
import { filesOfSitting } from '../src/councils/sittings/files/file-queries.ts';
import { sendSittingFile } from '../src/councils/sittings/files/send-file.ts';
import { takeOffFile } from '../src/councils/sittings/files/take-off-file.ts';
import { takeBackConflicts } from '../src/councils/sittings/take-back-conflicts.ts';
import { tally } from '../src/councils/tally.ts';
import type { Database } from '../src/database/client.ts';
import type { Prisma } from '../src/database/generated/client.ts';
import type { InitiativeState } from '../src/database/generated/enums.ts';
import { answerConsent } from '../src/exemplars/answers/answer-consent.ts';
import { answerEndorsement } from '../src/exemplars/answers/answer-endorsement.ts';
import { proposeCommendation } from '../src/exemplars/commendation/propose-commendation.ts';
import { settleProposal } from '../src/exemplars/commendation/settle-proposal.ts';
import { sendReportFile } from '../src/exemplars/evidence/send-file.ts';
import { closeExemplar } from '../src/exemplars/publication/close-exemplar.ts';
import { requestPressPack } from '../src/exemplars/publication/press-pack.ts';
import { publishExemplar } from '../src/exemplars/publication/publish-exemplar.ts';
import { saveText } from '../src/exemplars/publication/save-text.ts';
import { openExemplar } from '../src/exemplars/reading/open-exemplar.ts';
import { textMark } from '../src/exemplars/rules.ts';
import { applyExemplar } from '../src/exemplars/spread/apply-exemplar.ts';
import { reportApplication } from '../src/exemplars/spread/report-application.ts';
import { adoptInitiative } from '../src/initiatives/after/adopt-initiative.ts';
import { endAdoption } from '../src/initiatives/after/end-adoption.ts';
import { moveInfluence } from '../src/initiatives/after/move-influence.ts';
import { proposeInfluence } from '../src/initiatives/after/propose-influence.ts';
import { recordWorkUse } from '../src/initiatives/after/record-work-use.ts';
import { reportEffect } from '../src/initiatives/after/report-effect.ts';
import { withdrawWorkUse } from '../src/initiatives/after/withdraw-work-use.ts';
import { addEvidence } from '../src/initiatives/intake/add-evidence.ts';
import { answerShare } from '../src/initiatives/intake/answer-share.ts';
import { sendEvidence } from '../src/initiatives/intake/send-evidence.ts';
import { closeScoring } from '../src/initiatives/scoring/close-scoring.ts';
import { prepareScoring } from '../src/initiatives/scoring/prepare-scoring.ts';
import { openSimilar } from '../src/initiatives/similar/open-similar.ts';
import { checkForm } from '../src/initiatives/workflow/check-form.ts';
import { mergeInitiatives } from '../src/initiatives/workflow/merge-initiatives.ts';
import { openMending } from '../src/initiatives/workflow/open-mending.ts';
import { proposeAnnulment } from '../src/initiatives/workflow/propose-annulment.ts';
import { settleAnnulment } from '../src/initiatives/workflow/settle-annulment.ts';
import { withdrawInitiative } from '../src/initiatives/workflow/withdraw-initiative.ts';
import { today } from '../src/kernel/deps.ts';
import { AppError } from '../src/kernel/errors.ts';
import { dateColumn } from '../src/kernel/time.ts';
import type { Actor } from '../src/people/actor.ts';
import { grantRole } from '../src/people/grant-role.ts';
import type { EntryKind } from '../src/records/controls.ts';
import { keepEntry } from '../src/records/keep-entry.ts';
import { openRecordOf } from '../src/records/open-record.ts';
import { evaluateEligibility } from '../src/rulebook/evaluate-eligibility.ts';
import { openLiveRulebook } from '../src/rulebook/live.ts';
import { overrideRule } from '../src/rulebook/override-rule.ts';
import { votingRule } from '../src/rulebook/rules.ts';
import { scoreSheetsOn } from '../src/rulebook/score-sheets.ts';
import { prepareList } from '../src/titles/prepare-list.ts';
import { registerLate } from '../src/titles/register-late.ts';
import { registerTitles } from '../src/titles/register-titles.ts';
import { setWindow } from '../src/titles/set-window.ts';
import { settleList } from '../src/titles/settle-list.ts';
import { settleRegistration } from '../src/titles/settle-registration.ts';
import { submitList } from '../src/titles/submit-list.ts';
import { check } from './imports/support.ts';
import { cloneDatabase } from './support/database.ts';
import { Agency } from './titles/support.ts';

// Who may do what, and where: each role granted in the unit that is acted on, in the one above, in one
// beside it and in one below. What is not in the table is refused.

const ROLES = [
  'head',
  'secretary',
  'inspector',
  'communications',
  'finance',
  'administrator',
] as const;
const PLACES = ['own', 'above', 'beside', 'below'] as const;
type Role = (typeof ROLES)[number];
type Place = (typeof PLACES)[number];

const OWN_AND_ABOVE: Place[] = ['own', 'above'];
const PRAISE_READERS = {
  head: OWN_AND_ABOVE,
  secretary: OWN_AND_ABOVE,
  communications: OWN_AND_ABOVE,
};
const LEADERS = { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE, inspector: OWN_AND_ABOVE };

const MAY: Record<string, Partial<Record<Role, Place[]>>> = {
  'register the unit': { head: ['own'] },
  'confirm a person’s registration': { head: OWN_AND_ABOVE },
  'confirm the unit’s registration': { head: ['above'] },
  'register a person late': { head: OWN_AND_ABOVE },
  'register the unit late': { head: ['above'] },
  'set the window': { secretary: OWN_AND_ABOVE },
  'read the list': LEADERS,
  'send the list up': { head: ['own'] },
  'accept the list': { head: ['above'], secretary: ['above'] },
  'see a person’s eligibility': LEADERS,
  'read a person’s record': { ...LEADERS, administrator: OWN_AND_ABOVE },
  'read the unit’s record': { ...LEADERS, administrator: OWN_AND_ABOVE },
  'write a discipline down': { secretary: OWN_AND_ABOVE, administrator: OWN_AND_ABOVE },
  'write an open matter down': { secretary: OWN_AND_ABOVE, inspector: OWN_AND_ABOVE },
  'see the unit’s eligibility': LEADERS,
  'grant a role': { administrator: OWN_AND_ABOVE },
  'import people': { administrator: OWN_AND_ABOVE },
  // The unit above is the whole agency here.
  'override a rule': { administrator: ['above'] },
  'write the plan of a campaign': {
    head: OWN_AND_ABOVE,
    secretary: OWN_AND_ABOVE,
    communications: OWN_AND_ABOVE,
  },
  'launch a campaign': { head: OWN_AND_ABOVE },
  'approve the plan of a campaign': { head: OWN_AND_ABOVE },
  'return the plan of a campaign': { head: OWN_AND_ABOVE },
  'change a launched campaign': { head: OWN_AND_ABOVE },
  'withdraw a campaign': { head: OWN_AND_ABOVE },
  'archive a campaign': { head: OWN_AND_ABOVE },
  'set an indicator of a campaign': {
    head: OWN_AND_ABOVE,
    secretary: OWN_AND_ABOVE,
    communications: OWN_AND_ABOVE,
  },
  'set a cluster of a campaign': {
    head: OWN_AND_ABOVE,
    secretary: OWN_AND_ABOVE,
    communications: OWN_AND_ABOVE,
  },
  'set a cluster of the unit’s year': { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE },
  'take the clusters of the year for a campaign': {
    head: OWN_AND_ABOVE,
    secretary: OWN_AND_ABOVE,
    communications: OWN_AND_ABOVE,
  },
  'post the ranking of a campaign': { head: OWN_AND_ABOVE },
  'say when a ranking is posted by itself': { head: OWN_AND_ABOVE },
  'write the review of a campaign': {
    head: OWN_AND_ABOVE,
    secretary: OWN_AND_ABOVE,
    communications: OWN_AND_ABOVE,
  },
  'finish the review of a campaign': { head: OWN_AND_ABOVE },
  'propose a commendation from a review': {
    head: OWN_AND_ABOVE,
    secretary: OWN_AND_ABOVE,
    communications: OWN_AND_ABOVE,
  },
  'send a ranking again': { head: OWN_AND_ABOVE },
  'give points in a campaign': { head: OWN_AND_ABOVE },
  'take points in a campaign back': { head: OWN_AND_ABOVE },
  'enter the figures of a unit': { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE },
  'enter the figures of a unit from a file': { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE },
  'pledge for the unit in a campaign': { head: ['own'] },
  'confirm a person’s pledge': { head: OWN_AND_ABOVE },
  'return a person’s pledge': { head: OWN_AND_ABOVE },
  'see the unit’s pledges': {
    // The head of a unit that is addressed sees their own part.
    head: ['own', 'above', 'below'],
    secretary: OWN_AND_ABOVE,
    communications: OWN_AND_ABOVE,
  },
  'see who is late in a campaign': { head: OWN_AND_ABOVE },
  'urge a unit in a campaign': { head: OWN_AND_ABOVE },
  'plan a check of a campaign': { head: OWN_AND_ABOVE },
  'move a check of a campaign': { head: OWN_AND_ABOVE },
  'strike a check of a campaign': { head: OWN_AND_ABOVE },
  // Who is named to check, whatever role others have.
  'record what a check found': {},
  'accept what a unit mended': {},
  // The head of the nearest unit that has one.
  'tell of mending for the unit': { head: OWN_AND_ABOVE },
  'read what a check found in the unit': { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE },
  // For its author, whatever role others have.
  'take the plan of a campaign back': {},
  'convene the unit’s council': { secretary: OWN_AND_ABOVE },
  'read how a nominee stands': { secretary: OWN_AND_ABOVE },
  'set a council up': { head: ['own'], secretary: OWN_AND_ABOVE },
  'recompose the unit’s council': { head: ['own'], secretary: OWN_AND_ABOVE },
  'name a substitute': { head: ['own'], secretary: OWN_AND_ABOVE },
  'read who sits on the unit’s council': { ...LEADERS, administrator: OWN_AND_ABOVE },
  'call the roll of a sitting': { secretary: OWN_AND_ABOVE },
  // Only who declared it, whatever role others have.
  'end the declaration of a relative': {},
  // Only a member, or a substitute who was asked.
  'answer an invitation to a sitting': {},
  'take back a conflict declared about an item': {},
  'close a ballot by hand': { secretary: OWN_AND_ABOVE },
  'propose to annul a vote': { secretary: OWN_AND_ABOVE },
  'hold a sitting’s results': { secretary: OWN_AND_ABOVE },
  'announce a sitting’s results': { secretary: OWN_AND_ABOVE },
  'attach a signed paper': { secretary: OWN_AND_ABOVE },
  'replace a signed paper': { secretary: OWN_AND_ABOVE },
  'take a signed paper back': { secretary: OWN_AND_ABOVE },
  'have a signed paper': { secretary: OWN_AND_ABOVE },
  'add a file to a sitting': { secretary: OWN_AND_ABOVE },
  'take a file off a sitting': { secretary: OWN_AND_ABOVE },
  'see the files of a sitting': { secretary: OWN_AND_ABOVE },
  'have a file of a sitting': { secretary: OWN_AND_ABOVE },
  'confirm that a vote is annulled': { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE },
  'see what looks like an initiative': { secretary: OWN_AND_ABOVE },
  'ask for a level of influence': { secretary: OWN_AND_ABOVE },
  'record the letter of a request': { secretary: OWN_AND_ABOVE },
  'withdraw a request': { secretary: OWN_AND_ABOVE },
  'apply an initiative at the unit': { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE },
  'report what the unit saved': { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE },
  'stop applying an initiative': { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE },
  'record the use of a person’s work': { secretary: OWN_AND_ABOVE },
  'take back the use of a person’s work': { secretary: OWN_AND_ABOVE },
  'check an initiative’s form': { secretary: OWN_AND_ABOVE },
  'merge an initiative': { secretary: OWN_AND_ABOVE },
  'propose an annulment': { secretary: OWN_AND_ABOVE, administrator: OWN_AND_ABOVE },
  'confirm an annulment': { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE },
  // Only its authors and who handed it in may, whatever else they are.
  'withdraw an initiative': {},
  'mend an initiative': {},
  'have evidence of an initiative': { secretary: OWN_AND_ABOVE },
  'have evidence for the council only': { secretary: OWN_AND_ABOVE },
  // For its authors and whoever handed it in, whatever role others have.
  'add evidence to an initiative': {},
  'answer for an author’s share': {},
  'open a scoring': { secretary: OWN_AND_ABOVE },
  'follow and close a scoring': { secretary: OWN_AND_ABOVE },
  // Only the person who is praised, whatever role others have.
  'answer for a praised name': {},
  'endorse a praise': { head: OWN_AND_ABOVE },
  'read what was reported of a praise': PRAISE_READERS,
  'have a file of a praise': PRAISE_READERS,
  'edit a praise': { communications: OWN_AND_ABOVE },
  'publish a praise': { communications: OWN_AND_ABOVE },
  'take a praise down': { communications: OWN_AND_ABOVE },
  'have the press pack of a praise': { communications: OWN_AND_ABOVE },
  'copy a model at the unit': { head: OWN_AND_ABOVE },
  'report what came of a model': { head: OWN_AND_ABOVE },
  'propose a commendation for a praise': { head: OWN_AND_ABOVE, secretary: OWN_AND_ABOVE },
  'take a proposed commendation in hand': { secretary: OWN_AND_ABOVE },
};

/** What a refusal for want of a right is called. */
const REFUSALS = new Set([
  'not_head_of_unit',
  'not_confirmer',
  'not_your_staff',
  'not_secretary',
  'may_not_read',
  'not_list_receiver',
  'not_yours',
  'not_administrator',
  'record_not_yours',
  'not_keeper',
  'may_not_propose',
  'not_adopting_unit',
  'not_reporter',
  'not_author',
  'not_second_person',
  'initiative_unknown',
  'evidence_unknown',
  'share_unknown',
  'only_secretary',
  'may_not_compose',
  'council_unknown',
  'declaration_unknown',
  'not_member',
  'may_not_annul',
  'may_not_end',
  'item_gone',
  'may_not_convene',
  'paper_unknown',
  'sitting_unknown',
  'file_unknown',
  'consent_unknown',
  'not_endorser',
  'exemplar_unknown',
  'not_communications',
  'not_your_unit',
  'application_unknown',
  'may_not_launch',
  'may_not_review',
  'may_not_finish',
  'collectives_only',
  'not_addressed',
  'may_not_confirm',
  'may_not_list',
  'draft_gone',
  'may_not_measure',
  'may_not_cluster',
  'may_not_enter',
  'not_organiser',
  'not_checker',
  'not_head_checked',
  'check_not_yours',
  'may_enter_none',
  'unit_not_yours',
]);

let database: Database;
let agency: Agency;
let unit: Record<Place, string>;

beforeAll(async () => {
  database = await cloneDatabase();
  agency = new Agency(database);
  Object.assign(agency.deps, { rulebook: openLiveRulebook() });
  await agency.at('2027-01-15T03:00:00Z');
  const above = await agency.unit('BHXH tỉnh');
  const own = await agency.unit('BHXH cơ sở', above);
  unit = {
    above,
    own,
    beside: await agency.unit('BHXH cơ sở khác', above),
    below: await agency.unit('Tổ một cửa', own),
  };
  // There is a head at the top, so that no secretary stands in for one.
  await agency.person('Lê Hùng', above, 'head');
  await agency.window(above, 2027, '2027-01-02', '2027-02-28');
  await agency.window(above, 2026, '2026-01-02', '2026-02-28');
});
afterAll(() => database.close());

const refused = async (work: Promise<unknown>): Promise<boolean> => {
  try {
    await work;
    return false;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return REFUSALS.has(code);
  }
};

const forgetting: (() => void)[] = [];
/**
 * What is made stands for all who are refused in a row: a refusal changes nothing. It is made anew for whoever comes after
 * one who was not.
 */
function forAll<Of extends (string | boolean)[], T>(make: (...of: Of) => Promise<T>) {
  const made = new Map<string, Promise<T>>();
  forgetting.push(() => made.clear());
  return (...of: Of): Promise<T> => {
    const key = of.join(' ');
    const standing = made.get(key) ?? make(...of);
    made.set(key, standing);
    return standing;
  };
}

const doers = new Map<string, string>();

/** Whoever does it: the same person in all cases of a role and place, who has the role while it is done. */
async function doer(role: Role | 'nobody', place: Place): Promise<string> {
  const key = `${role} ${place}`;
  const personId = doers.get(key) ?? (await agency.person('Người làm', unit[place]));
  doers.set(key, personId);
  return personId;
}

/** A registration that waits: of somebody of the unit, or the unit's own, which waits anew each time. */
const waiting = forAll(async (of: 'person' | 'unit') => {
  const year = 2027;
  const filer = await agency.person('Người đăng ký', unit.own);
  const subject = of === 'person' ? { personId: filer } : { unitId: unit.own };
  const key =
    of === 'person'
      ? { personId_year: { personId: filer, year } }
      : { unitId_year: { unitId: unit.own, year } };
  const anew = {
    filedById: filer,
    state: 'submitted',
    settledById: null,
    settledAt: null,
  } as const;
  const { id, revision } = await database.db.titleRegistration.upsert({
    where: key,
    create: { year, ...subject, filedById: filer },
    update: anew,
  });
  return { registrationId: id, revision, verdict: { state: 'confirmed' } as const };
});

async function entry(actor: Actor, kind: EntryKind, what: string) {
  const of = { personId: await agency.person('Người có hồ sơ', unit.own) };
  const written = { what, from: '2027-01-10', to: null, text: '1/QĐ', goodGrade: false };
  return { actor, of, kind, entryId: null, written, seen: null };
}

/** An initiative of a unit, recognised this year, with its one author. */
const recognised = forAll(async (unitId: string) => {
  const authorId = await agency.person('Tác giả', unitId);
  const mark = randomUUID();
  const day = dateColumn('2027-01-10');
  const author = { personId: authorId, share: 100 };
  const { id, recognised } = await database.db.initiative.create({
    data: {
      number: `SK-2027-${String(++numbered).padStart(4, '0')}`,
      state: 'recognised',
      ...{ title: mark, kind: 'technical', field: 'Thu', firstAppliedOn: day, priorState: 'Tay' },
      ...{ essence: 'Máy', benefits: 'Nhanh', filedLate: false, unitId, filedById: authorId },
      authors: { create: { ...author, ordinal: 1 } },
      recognised: {
        create: {
          ...{ kind: 'initiative', level: 'grassroots', title: mark, year: 2027 },
          ...{ decisionNumber: mark, decidedOn: day, signatory: 'Giám đốc' },
          authors: { create: author },
        },
      },
    },
    include: { recognised: true },
  });
  return { initiativeId: id, authorId, workId: recognised[0]!.id };
});
let numbered = 0;

const asked = forAll(async () => {
  const { initiativeId, authorId: proposedById } = await recognised(unit.own);
  const { id } = await database.db.influenceRequest.create({
    data: {
      ...{ initiativeId, level: 'ministry', influence: 'Ba tỉnh', addressee: 'Bộ', proposedById },
      evidence: { on: '2027-01-15', units: [], reported: 0, hours: '0', dong: '0' },
    },
  });
  return id;
});

const applied = forAll(async () => {
  const { initiativeId, authorId } = await recognised(unit.beside);
  const { id } = await database.db.adoption.create({
    data: {
      ...{ initiativeId, unitId: unit.own, since: dateColumn('2027-01-12'), how: 'Tại tổ' },
      ...{ responsibleId: authorId, adoptedById: authorId },
    },
  });
  return id;
});

let handedIn = 5000;

/** An initiative of the unit by somebody who works there. */
const initiative = forAll(async (state: InitiativeState) => {
  handedIn += 1;
  const author = await agency.person('Tác giả', unit.own);
  const number = `SK-2027-${handedIn}`;
  const { id } = await database.db.initiative.create({
    data: {
      number,
      state,
      title: 'Sáng kiến',
      kind: 'managerial',
      field: 'Thu',
      firstAppliedOn: new Date('2026-12-01'),
      priorState: 'Chậm',
      essence: 'Nhanh',
      benefits: 'Nhanh hơn',
      filedLate: false,
      unitId: unit.own,
      filedById: author,
      returnedAt: state === 'returned' ? new Date('2027-01-10') : null,
      authors: { create: { ordinal: 1, personId: author, share: 100 } },
    },
  });
  return { id, number };
});

/** A plan of the unit's before those who approve it. */
const submittedPlan = forAll(async () => {
  const author = await agency.person('Người viết kế hoạch', unit.own);
  const campaignId = await plannedCampaign(author, {});
  await database.db.campaign.update({ where: { id: campaignId }, data: { state: 'submitted' } });
  const card = await findCampaign(database.db, campaignId);
  const mark = card ? planMark(card.plan) : '';
  const { id: submissionId } = await database.db.campaignSubmission.create({
    data: { campaignId, mark, submittedById: author },
  });
  return { submissionId, campaignId, mark };
});

const launchedCampaign = forAll(async () => {
  const author = await agency.person('Người viết kế hoạch', unit.own);
  campaigns += 1;
  const campaignId = await plannedCampaign(author, {
    code: `PT-2027-${campaigns}`,
    publishedAt: new Date('2027-01-10'),
    approvedAt: new Date('2027-01-10'),
    approvedById: author,
    state: 'published',
  });
  const card = await findCampaign(database.db, campaignId);
  return { campaignId, mark: card ? planMark(card.plan) : '' };
});
let campaigns = 700;

const closedCampaign = forAll(async () => {
  const { campaignId } = await launchedCampaign();
  const closed = { state: 'closed', closedAt: new Date('2027-01-12') } as const;
  await database.db.campaign.update({ where: { id: campaignId }, data: closed });
  return { campaignId };
});

const INDICATOR: EnteredIndicator = {
  ...{ name: 'Người mới', measure: 'người', direction: 'more', targets: '' },
  ...{ target: '10', weight: '100' },
};

/** One that compares the unit with the one beside it. */
const measuredCampaign = forAll(async () => {
  const { campaignId } = await launchedCampaign();
  const unitIds = [unit.own, unit.beside];
  await database.db.campaignScope.createMany({
    data: unitIds.map((unitId) => ({ campaignId, unitId })),
  });
  const { targets: _, ...indicator } = INDICATOR;
  const { id } = await database.db.campaignIndicator.create({
    data: { campaignId, ...indicator, target: 1_000n, weight: 100 },
    select: { id: true },
  });
  return { campaignId, indicatorId: id };
});

/** The check of a campaign, of the unit, by somebody of the one beside it. */
const plannedCheck = forAll(async () => {
  const { campaignId } = await launchedCampaign();
  const { id: checkId } = await database.db.campaignCheck.findFirstOrThrow({
    where: { campaignId },
  });
  const personId = await agency.person('Người kiểm tra', unit.beside);
  await database.db.campaignChecker.create({ data: { checkId, personId } });
  const { id: checkUnitId } = await database.db.campaignCheckUnit.create({
    data: { checkId, unitId: unit.own },
    select: { id: true },
  });
  return { checkId, checkUnitId, checkerId: personId };
});

/** The same, where something is to be mended. */
const checkedUnit = forAll(async () => {
  const planned = await plannedCheck();
  await database.db.campaignCheckUnit.update({
    where: { id: planned.checkUnitId },
    data: {
      ...{ recordedAt: new Date('2027-01-20'), recordedById: planned.checkerId, revision: 1 },
      ...{ wrong: 'Thiếu sổ', mend: 'Lập sổ', mendBy: dateColumn('2027-02-10') },
    },
  });
  return planned;
});

/** Takes a refusal for other reasons than the actor for a success. */
function orCode(expected: string) {
  return (error: unknown): void => {
    if (!(error instanceof AppError) || error.code !== expected) throw error;
  };
}

const waitingPledge = forAll(async (): Promise<string> => {
  const { campaignId } = await launchedCampaign();
  const personId = await agency.person('Người hưởng ứng', unit.own);
  const { id } = await database.db.campaignPledge.create({
    data: { campaignId, personId, atUnitId: unit.own, madeById: personId },
    select: { id: true },
  });
  return id;
});

async function plannedCampaign(
  author: string,
  launch: Partial<Prisma.CampaignUncheckedCreateInput>,
): Promise<string> {
  const { id } = await database.db.campaign.create({
    data: {
      ...{ name: 'Nước rút', kind: 'thematic', audience: 'both', formKey: randomUUID() },
      ...{ basis: 'KH 1', objective: 'Tăng 5%', content: 'Về xã', measures: 'Tổ công tác' },
      ...{ criteria: 'Người mới: 100', rewards: 'Giấy khen', prizes: 3, budget: 0 },
      startsOn: dateColumn('2027-01-15'),
      endsOn: dateColumn('2027-02-15'),
      finalReviewOn: dateColumn('2027-03-01'),
      ...{ unitId: unit.own, authorId: author, contactId: author },
      channels: { create: { channelId: 'C1' } },
      checks: { create: { plannedOn: dateColumn('2027-02-01') } },
      ...launch,
    },
    select: { id: true },
  });
  return id;
}

let initiatives = 7000;

/** An initiative of the unit with a share that is not confirmed, and a piece of evidence. */
const initiativeOfTheUnit = forAll(async (councilOnly: boolean) => {
  const author = await agency.person('Tác giả', unit.own);
  initiatives += 1;
  const { id } = await database.db.initiative.create({
    data: {
      number: `SK-2027-${initiatives}`,
      title: 'Sáng kiến',
      kind: 'technical',
      field: 'Thu',
      firstAppliedOn: new Date('2027-01-01'),
      priorState: 'Tay',
      essence: 'Máy',
      benefits: 'Nhanh',
      filedLate: false,
      unitId: unit.own,
      filedById: author,
      authors: { create: { ordinal: 1, personId: author, share: 100 } },
    },
  });
  const request = await database.db.shareRequest.create({
    data: { initiativeId: id, personId: author, share: 100 },
  });
  const evidence = await database.db.initiativeEvidence.create({
    data: {
      initiativeId: id,
      fileId: 'F1',
      name: 'a.pdf',
      type: 'pdf',
      size: 5,
      sha256: 'a'.repeat(64),
      councilOnly,
      addedById: author,
      content: { create: { bytes: new Uint8Array(5) } },
    },
  });
  return { initiativeId: id, requestId: request.id, evidenceId: evidence.id };
});

let praised = 0;

/** A praise of somebody of a unit, who agreed and whose head endorsed it, with a file. */
const praise = forAll(async (state: 'waiting' | 'published', unitId: string) => {
  praised += 1;
  const { db } = database;
  const number = `TD-2027-${String(praised).padStart(4, '0')}`;
  const [personId, reporterId] = [
    await agency.person('Người được khen', unitId),
    await agency.person('Người kể', unit.beside),
  ];
  const at = agency.deps.clock.now();
  const words = { headline: 'Một', text: 'Hai', citizenConsent: null };
  const out = { publishedAt: at, publishedById: reporterId, searchText: 'mot' };
  const { id, subjects, endorsements, evidence } = await db.exemplar.create({
    data: {
      ...{ number, state, kind: 'advanced_model', source: 'citizen', field: 'other', reporterId },
      ...{ deed: 'Giúp', place: 'Đây', result: 'Xong', method: 'Thế', beneficiaries: 'Dân' },
      ...{ happenedOn: dateColumn('2027-01-10'), ...words, ...(state === 'published' ? out : {}) },
      subjects: {
        create: {
          ...{ ordinal: 1, personId, unitId, position: 'Chuyên viên', directWorker: true },
          ...{ consent: 'public', answeredAt: at },
        },
      },
      endorsements: { create: { unitId, endorsed: true, byId: reporterId, at } },
      evidence: {
        create: {
          ...{ fileId: 'F1', name: 'a.png', type: 'png', size: 5, sha256: 'a'.repeat(64) },
          ...{ forPress: true, addedById: reporterId },
        },
      },
    },
    include: { subjects: true, endorsements: true, evidence: true },
  });
  return {
    exemplarId: id,
    reporterId,
    mark: textMark(words),
    subjectId: subjects[0]!.id,
    endorsementId: endorsements[0]!.id,
    evidenceId: evidence[0]!.id,
  };
});

const LATE = { year: 2026, shown: [], seenRevision: 0, reason: 'Đi công tác' };
const DO: Record<string, (actor: Actor) => Promise<boolean>> = {
  'answer for a praised name': async (actor) => {
    const { subjectId } = await praise('waiting', unit.own);
    return refused(answerConsent(agency.deps, { actor, subjectId, consent: 'refused' }));
  },
  'endorse a praise': async (actor) => {
    const { endorsementId } = await praise('waiting', unit.own);
    return refused(answerEndorsement(agency.deps, { actor, endorsementId, reason: null }));
  },
  'read what was reported of a praise': async (actor) => {
    const { exemplarId } = await praise('waiting', unit.own);
    return refused(openExemplar(agency.deps, actor, { id: exemplarId }));
  },
  'have a file of a praise': async (actor) => {
    const { evidenceId } = await praise('published', unit.own);
    return refused(sendReportFile(agency.deps, { actor, evidenceId }));
  },
  'edit a praise': async (actor) => {
    const { exemplarId } = await praise('waiting', unit.own);
    const words = { headline: 'Ba', text: 'Bốn', namesCitizens: false, record: null };
    return refused(saveText(agency.deps, { actor, exemplarId, ...words, channelIds: ['C1'] }));
  },
  'publish a praise': async (actor) => {
    const { exemplarId, mark } = await praise('waiting', unit.own);
    return refused(publishExemplar(agency.deps, { actor, exemplarId, mark, channelIds: ['C1'] }));
  },
  'take a praise down': async (actor) => {
    const { exemplarId } = await praise('published', unit.own);
    return refused(closeExemplar(agency.deps, { actor, exemplarId, reason: 'Sai' }));
  },
  'have the press pack of a praise': async (actor) => {
    const { exemplarId } = await praise('published', unit.own);
    return refused(requestPressPack(agency.deps, { actor, exemplarId }));
  },
  'copy a model at the unit': async (actor) => {
    const { exemplarId } = await praise('published', unit.beside);
    const application = { applicationId: randomUUID(), exemplarId, unitId: unit.own, how: 'Thế' };
    return refused(applyExemplar(agency.deps, { actor, ...application }));
  },
  'report what came of a model': async (actor) => {
    const applicationId = await copiedModel();
    const report = { reportId: randomUUID(), note: 'Tốt', people: '1', hours: '0' };
    return refused(reportApplication(agency.deps, { actor, applicationId, ...report }));
  },
  'propose a commendation for a praise': async (actor) => {
    const { exemplarId, subjectId } = await praise('published', unit.own);
    const proposal = { form: 'letter', ground: 'outstanding', summary: 'Tốt' } as const;
    const of = { proposalId: randomUUID(), exemplarId, subjectId };
    return refused(proposeCommendation(agency.deps, { actor, ...of, ...proposal }));
  },
  'take a proposed commendation in hand': async (actor) => {
    const proposalId = await proposedCommendation();
    return refused(settleProposal(agency.deps, { actor, proposalId, reason: null }));
  },
  'register the unit': async (actor) => {
    const request = { actor, unitId: unit.own, year: 2027, chosen: ['ttldtt'], shown: [] };
    return refused(registerTitles(agency.deps, { ...request, seenRevision: 0 }));
  },
  'confirm a person’s registration': async (actor) =>
    refused(settleRegistration(agency.deps, { actor, ...(await waiting('person')) })),
  'confirm the unit’s registration': async (actor) =>
    refused(settleRegistration(agency.deps, { actor, ...(await waiting('unit')) })),
  'register a person late': async (actor) => {
    const subject = { personId: await agency.person('Người muộn', unit.own) };
    return refused(registerLate(agency.deps, { actor, subject, chosen: ['ldtt'], ...LATE }));
  },
  'register the unit late': async (actor) => {
    const subject = { unitId: unit.own };
    return refused(registerLate(agency.deps, { actor, subject, chosen: ['ttldtt'], ...LATE }));
  },
  'set the window': async (actor) => {
    const days = { opensOn: '2028-01-02', closesOn: '2028-02-28' };
    const plan = { unitId: unit.own, year: 2028, channels: [], ...days };
    return refused(setWindow(agency.deps, { actor, plan }));
  },
  'read the list': async (actor) =>
    refused(prepareList(agency.deps, { actor, unitId: unit.own, year: 2027 })),
  'send the list up': async (actor) =>
    refused(submitList(agency.deps, { actor, unitId: unit.own, year: 2027 })),
  'accept the list': async (actor) => {
    await database.db.registrationList.deleteMany();
    const sender = await agency.person('Người gửi', unit.own);
    const { id } = await database.db.registrationList.create({
      data: { unitId: unit.own, year: 2027, submittedById: sender },
    });
    const verdict = { state: 'accepted' } as const;
    return refused(settleList(agency.deps, { actor, listId: id, revision: 1, verdict }));
  },
  'read a person’s record': async (actor) => {
    const of = { personId: await agency.person('Người có hồ sơ', unit.own) };
    return refused(openRecordOf(database.db, { actor, of, on: today(agency.deps) }));
  },
  'read the unit’s record': async (actor) => {
    const of = { unitId: unit.own };
    return refused(openRecordOf(database.db, { actor, of, on: today(agency.deps) }));
  },
  'write a discipline down': async (actor) =>
    refused(keepEntry(agency.deps, await entry(actor, 'discipline', 'warning'))),
  'write an open matter down': async (actor) =>
    refused(keepEntry(agency.deps, await entry(actor, 'matter', 'press'))),
  'see a person’s eligibility': async (actor) => {
    const subject = { personId: await agency.person('Người được xét', unit.own) };
    return refused(evaluateEligibility(agency.deps, { actor, subject, award: 'ldtt', year: 2026 }));
  },
  'see the unit’s eligibility': async (actor) => {
    const subject = { unitId: unit.own };
    return refused(
      evaluateEligibility(agency.deps, { actor, subject, award: 'ttldtt', year: 2026 }),
    );
  },
  'grant a role': async (actor) => {
    const personId = await agency.person('Người được giao', unit.own);
    const grant = { personId, unitId: unit.own, role: 'finance' as const, toDate: null };
    return refused(grantRole(agency.deps, { actor, ...grant, fromDate: '2027-01-15' }));
  },
  'import people': async (actor) => {
    const { code } = await database.db.unit.findUniqueOrThrow({ where: { id: unit.own } });
    const row = {
      staffNumber: randomUUID(),
      fullName: 'Người mới',
      email: `${randomUUID()}@bhxh.example`,
      unitCode: code,
      position: 'Chuyên viên',
      from: '01/01/2027',
    };
    let problems = 0;
    const turnedAway = await refused(
      check(agency.deps, 'people', [row], actor).then((run) => {
        problems = run.problems.length;
      }),
    );
    return turnedAway || problems > 0;
  },
  'override a rule': async (actor) => {
    await database.db.ruleOverride.deleteMany();
    const rule = {
      rule: 'voting.quorum',
      text: '3/4',
      documentNumber: '1/QĐ',
      reason: 'Quy chế mới',
    };
    const days = { documentDate: '2027-01-10', from: '2027-01-15', to: null };
    return refused(overrideRule(agency.deps, { actor, ...rule, ...days }));
  },
  'write the plan of a campaign': async (actor) => !(await mayWrite(database.db, actor, unit.own)),
  'launch a campaign': async (actor) =>
    !(await mayLaunch(agency.deps, database.db, actor, unit.own)),
  'approve the plan of a campaign': async (actor) => {
    const seen = await submittedPlan();
    const verdict = { kind: 'approved' } as const;
    return refused(settleSubmission(agency.deps, { actor, seen, verdict }));
  },
  'return the plan of a campaign': async (actor) => {
    const seen = await submittedPlan();
    const verdict = { kind: 'returned', reason: 'Chưa đo được' } as const;
    return refused(settleSubmission(agency.deps, { actor, seen, verdict }));
  },
  'take the plan of a campaign back': async (actor) => {
    const { campaignId } = await submittedPlan();
    return refused(recallPlan(agency.deps, { actor, campaignId }));
  },
  'change a launched campaign': async (actor) => {
    const seen = await launchedCampaign();
    const change = { objective: 'Tăng 7%' };
    return refused(editAnnouncement(agency.deps, { actor, seen, change, note: 'Mục tiêu' }));
  },
  'withdraw a campaign': async (actor) => {
    const { campaignId } = await launchedCampaign();
    return refused(withdrawCampaign(agency.deps, { actor, campaignId, reason: 'Dịch bệnh' }));
  },
  'archive a campaign': async (actor) => {
    const { campaignId } = await closedCampaign();
    const data = { state: 'reviewed' } as const;
    await database.db.campaign.update({ where: { id: campaignId }, data });
    return refused(archiveCampaign(agency.deps, { actor, campaignId }));
  },
  'set an indicator of a campaign': async (actor) => {
    const { campaignId } = await launchedCampaign();
    const seen = { campaignId, indicatorId: randomUUID(), mark: null };
    return refused(setIndicator(agency.deps, { actor, seen, entered: INDICATOR, reason: '' }));
  },
  'set a cluster of a campaign': async (actor) => {
    const { campaignId } = await measuredCampaign();
    const seen = { campaignId, clusterId: randomUUID(), mark: null };
    const unitIds = [unit.own, unit.beside];
    const entered = { name: 'Cụm 1', unitIds, leaderId: unit.own, year: '2027' };
    return refused(setCluster(agency.deps, { actor, seen, entered }));
  },
  'set a cluster of the unit’s year': async (actor) => {
    const year = Number(today(agency.deps).slice(0, 4));
    const seen = { organiserId: unit.own, year, clusterId: randomUUID(), mark: null };
    const entered = { name: `Cụm ${seen.clusterId}`, unitIds: [], leaderId: null };
    // Whoever may is told that there are no units in it.
    return refused(
      setYearCluster(agency.deps, { actor, seen, entered }).catch(orCode('cluster_refused')),
    );
  },
  'take the clusters of the year for a campaign': async (actor) => {
    const { campaignId } = await measuredCampaign();
    return refused(takeClusters(agency.deps, { actor, campaignId }));
  },
  'post the ranking of a campaign': async (actor) => {
    const { campaignId } = await measuredCampaign();
    return refused(postRanking(agency.deps, { actor, campaignId }));
  },
  'say when a ranking is posted by itself': async (actor) => {
    const { campaignId } = await launchedCampaign();
    return refused(setRankingRhythm(agency.deps, { actor, campaignId, every: 'week' }));
  },
  'write the review of a campaign': async (actor) => {
    const { campaignId } = await launchedCampaign();
    const texts = { heldOn: '2027-01-15', results: 'a', limits: 'b', lessons: 'c' };
    // Whoever may write is told that the campaign goes on.
    const writing = writeReview(agency.deps, { actor, campaignId, kind: 'final', seen: 0, texts });
    return refused(writing.catch(orCode('not_ended')));
  },
  'finish the review of a campaign': async (actor) => {
    const { campaignId } = await closedCampaign();
    const finishing = finishReview(agency.deps, {
      ...{ actor, campaignId, kind: 'final', seen: 1, listed: listedMark([]) },
    });
    return refused(finishing.catch(orCode('nothing_written')));
  },
  'propose a commendation from a review': async (actor) => {
    const { campaignId } = await closedCampaign();
    const subject = { personId: null, unitId: unit.own };
    const reward = { form: 'certificate', merit: 'Về đích sớm' } as const;
    return refused(proposeReward(agency.deps, { actor, campaignId, subject, ...reward }));
  },
  'send a ranking again': async (actor) => {
    const failed = { rankingId: await postedRanking(), messageId: randomUUID(), channelId: 'C1' };
    // Whoever may is told that there is nothing to send.
    const sending = resendRanking(agency.deps, { actor, ...failed });
    return refused(sending.catch(orCode('nothing_to_resend')));
  },
  'give points in a campaign': async (actor) => {
    const { campaignId } = await measuredCampaign();
    const given = { unitId: unit.own, kind: 'bonus', points: '2', reason: 'Sáng kiến' } as const;
    const adjustmentId = randomUUID();
    return refused(givePoints(agency.deps, { actor, campaignId, adjustmentId, ...given }));
  },
  'take points in a campaign back': async (actor) => {
    const { campaignId } = await measuredCampaign();
    const taking = { actor, campaignId, adjustmentId: randomUUID(), reason: 'Ghi nhầm' };
    return refused(takePointsBack(agency.deps, taking));
  },
  'enter the figures of a unit': async (actor) => {
    const { campaignId, indicatorId } = await measuredCampaign();
    const of = { actor, campaignId, unitId: unit.own, mark: '', asOf: '2027-01-15' };
    // Whoever may enter is told that the form is an old one.
    const values = new Map([[indicatorId, '5']]);
    const entering = enterFigures(agency.deps, { ...of, values });
    return refused(entering.catch(orCode('figures_changed')));
  },
  'enter the figures of a unit from a file': async (actor) => {
    const { campaignId } = await measuredCampaign();
    const { code } = await database.db.unit.findUniqueOrThrow({ where: { id: unit.own } });
    const lines = ['Unit code;Reached by the end of;Người mới (người)', `${code};15/01/2027;5`];
    const file = { name: 'figures.csv', content: Buffer.from(lines.join('\n')) };
    const runId = randomUUID();
    const checking = checkFigureFile(agency.deps, { actor, campaignId, runId, file });
    return refused(
      checking.then(({ problems: [problem] }) => {
        if (problem) throw new AppError(problem.code, { say: () => '' });
      }),
    );
  },
  'pledge for the unit in a campaign': async (actor) => {
    const { campaignId } = await launchedCampaign();
    const pledge = { joiner: { kind: 'unit', unitId: unit.own }, targets: '50 người' } as const;
    return refused(joinCampaign(agency.deps, { actor, campaignId, ...pledge }));
  },
  'see who is late in a campaign': async (actor) => {
    const { campaignId } = await launchedCampaign();
    return refused(openChasing(agency.deps, { actor, campaignId }));
  },
  'urge a unit in a campaign': async (actor) => {
    const { campaignId } = await launchedCampaign();
    const urging = urgeByHand(agency.deps, { actor, campaignId, unitId: unit.own });
    return refused(urging.catch(orCode('not_late')));
  },
  'plan a check of a campaign': async (actor) => {
    const { campaignId } = await launchedCampaign();
    const chosen = { checkerSlackIds: [], unitIds: [unit.own] };
    const check = { campaignId, checkId: randomUUID(), day: '2027-02-01', chosen };
    const adding = addCheck(agency.deps, { actor, ...check });
    return refused(adding.catch(orCode('checkers_missing')));
  },
  'move a check of a campaign': async (actor) => {
    const { checkId } = await plannedCheck();
    const move = { checkId, seen: '2027-02-01', day: '2027-02-02', reason: 'Mưa bão' };
    return refused(moveCheck(agency.deps, { actor, ...move }));
  },
  'strike a check of a campaign': async (actor) => {
    const { checkId } = await plannedCheck();
    return refused(strikeCheck(agency.deps, { actor, checkId, reason: 'Gộp đợt' }));
  },
  'record what a check found': async (actor) => {
    const { checkUnitId } = await plannedCheck();
    const entered = { good: 'Đều', wrong: '', mend: '', mendBy: null };
    return refused(recordFindings(agency.deps, { actor, checkUnitId, revision: 0, entered }));
  },
  'accept what a unit mended': async (actor) => {
    const mendingId = await toldMending();
    const verdict = { outcome: 'accepted' } as const;
    return refused(settleMending(agency.deps, { actor, mendingId, verdict }));
  },
  'tell of mending for the unit': async (actor) => {
    const { checkUnitId } = await checkedUnit();
    const mending = { checkUnitId, number: 1, done: 'Đã lập sổ', words: '' };
    return refused(tellMending(agency.deps, { actor, ...mending }));
  },
  'read what a check found in the unit': async (actor) => {
    const { checkId } = await checkedUnit();
    return refused(openCheckPage(agency.deps, { actor, checkId }));
  },
  'confirm a person’s pledge': async (actor) => {
    const shown = [[await waitingPledge(), 1]] as const;
    return refused(confirmPledges(agency.deps, { actor, shown }));
  },
  'see the unit’s pledges': async (actor) => {
    const { campaignId } = await launchedCampaign();
    return refused(requestPledgeFile(agency.deps, { actor, campaignId }));
  },
  'return a person’s pledge': async (actor) => {
    const seen = { pledgeId: await waitingPledge(), revision: 1 };
    return refused(returnPledge(agency.deps, { actor, ...seen, reason: 'Ghi số' }));
  },
  'check an initiative’s form': async (actor) => {
    const { id } = await initiative('received');
    const seen = { initiativeId: id, revision: 1, state: 'received' } as const;
    return refused(checkForm(agency.deps, { actor, seen, verdict: { kind: 'accepted' } }));
  },
  'merge an initiative': async (actor) => {
    const { id } = await initiative('received');
    const { number: intoNumber } = await initiative('accepted');
    const merger = { actor, initiativeId: id, intoNumber, reason: undefined };
    return refused(mergeInitiatives(agency.deps, merger));
  },
  'propose an annulment': async (actor) => {
    const { id } = await initiative('recognised');
    return refused(proposeAnnulment(agency.deps, { actor, initiativeId: id, reason: 'Sao chép' }));
  },
  'confirm an annulment': async (actor) => {
    const annulmentId = await initiativeToAnnul();
    const verdict = { kind: 'confirmed' } as const;
    return refused(settleAnnulment(agency.deps, { actor, annulmentId, verdict }));
  },
  'withdraw an initiative': async (actor) => {
    const { id } = await initiative('received');
    return refused(withdrawInitiative(agency.deps, { actor, initiativeId: id, reason: undefined }));
  },
  'mend an initiative': async (actor) => {
    const { id } = await initiative('returned');
    return refused(openMending(agency.deps, { actor, initiativeId: id, revision: 1 }));
  },
  'convene the unit’s council': async (actor) => {
    const council = { id: randomUUID(), unitId: unit.own };
    return !(await mayConvene(database.db, actor, council, today(agency.deps)));
  },
  'read how a nominee stands': async (actor) => {
    const { councilId } = await councilOfTheUnit();
    const personId = await agency.person('Người được đề nghị', unit.own);
    const { id: agendaItemId } = await database.db.agendaItem.create({
      data: {
        ...{ ordinal: 1, kind: 'nomination', itemKey: 'ldtt', year: 2026 },
        person: { connect: { id: personId } },
        sitting: {
          create: {
            ...{ startsAt: new Date('2027-01-15'), place: 'Phòng họp' },
            submissionKey: randomUUID(),
            council: { connect: { id: councilId } },
            convenedBy: { connect: { id: personId } },
          },
        },
      },
    });
    return refused(openJudgement(agency.deps, { actor, agendaItemId }));
  },
  'set a council up': async (actor) => {
    const unitId = await emptied(unit.own);
    const council = { councilId: randomUUID(), unitId, kind: 'emulation' as const };
    return refused(
      establishCouncil(agency.deps, { actor, ...council, proposal: await proposal() }),
    );
  },
  'recompose the unit’s council': async (actor) => {
    const { councilId } = await councilOfTheUnit();
    const which = { councilId, compositionId: randomUUID(), seen: councilId, keptSubstitutes: [] };
    return refused(
      reconstituteCouncil(agency.deps, { actor, ...which, proposal: await proposal() }),
    );
  },
  'name a substitute': async (actor) => {
    const { councilId, memberId } = await councilOfTheUnit();
    const personId = await agency.person('Người thay thế', unit.own);
    const which = { councilId, substituteId: randomUUID(), memberId, personId };
    const decision = { number: '2/QĐ', decidedOn: '2027-01-10', from: '2027-01-15' };
    return refused(nameSubstitute(agency.deps, { actor, ...which, decision }));
  },
  'read who sits on the unit’s council': async (actor) => {
    const { councilId } = await councilOfTheUnit();
    return refused(openCouncilOf(agency.deps, { actor, councilId }));
  },
  'call the roll of a sitting': async (actor) => {
    const sittingId = await sittingOfTheUnit();
    return refused(callRoll(agency.deps, { actor, sittingId, present: [], written: [] }));
  },
  'answer an invitation to a sitting': async (actor) => {
    const sittingId = await sittingOfTheUnit();
    const answer = { sittingId, answer: 'coming' as const, reason: null };
    return refused(answerInvitation(agency.deps, { actor, ...answer }));
  },
  'take back a conflict declared about an item': async (actor) => {
    const sittingId = await sittingOfTheUnit();
    const about = { sittingId, itemIds: [randomUUID()], reason: 'Khai nhầm' };
    return refused(takeBackConflicts(agency.deps, { actor, ...about }));
  },
  'end the declaration of a relative': async (actor) => {
    const [person, relative] = [
      await agency.person('Người khai', unit.own),
      await agency.person('Người thân', unit.own),
    ];
    const { id: declarationId } = await database.db.relativeDeclaration.create({
      data: { personId: person, relativeId: relative, kinship: 'sibling' },
    });
    return refused(endRelative(agency.deps, { actor, declarationId }));
  },
  'close a ballot by hand': async (actor) => {
    const target = { ballotId: await otherItemVotedOn('open') };
    return refused(prepareEnding(agency.deps, database.db, { actor, target }));
  },
  'propose to annul a vote': async (actor) => {
    const target = { ballotId: await otherItemVotedOn('closed') };
    return refused(proposeVoteAnnulment(agency.deps, { actor, target, reason: 'Sai thủ tục' }));
  },
  'hold a sitting’s results': async (actor) => {
    const sittingId = await sittingOf(await otherItemVotedOn('open'));
    return refused(holdResults(agency.deps, { actor, sittingId, holds: true }));
  },
  'announce a sitting’s results': async (actor) => {
    const sittingId = await sittingOf(await otherItemVotedOn('closed'));
    return refused(releaseResults(agency.deps, { actor, sittingId }));
  },
  'attach a signed paper': async (actor) => {
    const sittingId = await sittingOf(await otherItemVotedOn('closed'));
    const ref = { kind: 'sitting' as const, itemKey: null, year: null };
    return refused(attachPaper(agency.deps, { actor, sittingId, ref, ...signedCopy() }));
  },
  'replace a signed paper': async (actor) => {
    const paperId = await signedPaper();
    return refused(replacePaper(agency.deps, { actor, paperId, reason: 'Nhầm', ...signedCopy() }));
  },
  'take a signed paper back': async (actor) => {
    const paperId = await signedPaper();
    return refused(takeBackPaper(agency.deps, { actor, paperId, reason: 'Nhầm' }));
  },
  'have a signed paper': async (actor) =>
    refused(sendPaper(agency.deps, { actor, paperId: await signedPaper() })),
  'add a file to a sitting': async (actor) => {
    const sittingId = await sittingOfTheUnit();
    const files = [{ id: randomUUID(), name: 'a.pdf', size: 9 }];
    return refused(addSittingFiles(agency.deps, { actor, sittingId, files }));
  },
  'take a file off a sitting': async (actor) => {
    const fileId = await fileOf(await sittingOfTheUnit());
    return refused(takeOffFile(agency.deps, { actor, fileId }));
  },
  'see the files of a sitting': async (actor) => {
    const sittingId = await sittingOfTheUnit();
    return refused(filesOfSitting(agency.deps, { actor, sittingId }));
  },
  'have a file of a sitting': async (actor) => {
    const fileId = await fileOf(await sittingOfTheUnit());
    return refused(sendSittingFile(agency.deps, { actor, fileId }));
  },
  'confirm that a vote is annulled': async (actor) => {
    const annulmentId = await voteToAnnul();
    const verdict = { kind: 'confirmed' } as const;
    return refused(settleVoteAnnulment(agency.deps, { actor, annulmentId, verdict }));
  },
  'see what looks like an initiative': async (actor) => {
    const { initiativeId } = await recognised(unit.own);
    return refused(openSimilar(agency.deps, actor, initiativeId));
  },
  'ask for a level of influence': async (actor) => {
    const { initiativeId } = await recognised(unit.own);
    const words = { influence: 'Ba tỉnh', documents: null, addressee: 'Bộ' };
    const proposal = { requestId: randomUUID(), initiativeId, level: 'ministry' as const };
    return refused(proposeInfluence(agency.deps, { actor, ...proposal, ...words }));
  },
  'record the letter of a request': async (actor) => {
    const step = { state: 'sent', number: '1/TTr', on: '2027-01-15' } as const;
    return refused(moveInfluence(agency.deps, { actor, requestId: await asked(), step }));
  },
  'withdraw a request': async (actor) => {
    const step = { state: 'withdrawn', reason: 'Bổ sung' } as const;
    return refused(moveInfluence(agency.deps, { actor, requestId: await asked(), step }));
  },
  'apply an initiative at the unit': async (actor) => {
    const { initiativeId } = await recognised(unit.beside);
    const adoption = { adoptionId: randomUUID(), initiativeId, unitId: unit.own };
    const how = { since: '2027-01-15', how: 'Tại tổ', responsibleSlackUserId: actor.slackUserId };
    return refused(adoptInitiative(agency.deps, { actor, ...adoption, ...how }));
  },
  'report what the unit saved': async (actor) => {
    const report = { reportId: randomUUID(), adoptionId: await applied(), year: 2027 };
    const saved = { seenReportId: null, hours: '1', dong: '1.000', note: 'Sổ' };
    return refused(reportEffect(agency.deps, { actor, ...report, ...saved }));
  },
  'stop applying an initiative': async (actor) => {
    const end = { adoptionId: await applied(), endedOn: '2027-01-15', reason: 'Thôi' };
    return refused(endAdoption(agency.deps, { actor, ...end }));
  },
  'record the use of a person’s work': async (actor) => {
    const { workId, authorId: personId } = await recognised(unit.own);
    const use = { workId, personId, title: 'cstdcs', year: 2027, decisionNumber: null };
    return refused(recordWorkUse(agency.deps, { actor, ...use, seen: null }));
  },
  'take back the use of a person’s work': async (actor) => {
    const use = await usedWork();
    return refused(withdrawWorkUse(agency.deps, { actor, ...use, reason: 'Nhầm' }));
  },
  'have evidence of an initiative': async (actor) => {
    const { evidenceId } = await initiativeOfTheUnit(false);
    return refused(sendEvidence(agency.deps, { actor, evidenceId }));
  },
  'have evidence for the council only': async (actor) => {
    const { evidenceId } = await initiativeOfTheUnit(true);
    return refused(sendEvidence(agency.deps, { actor, evidenceId }));
  },
  'add evidence to an initiative': async (actor) => {
    const { initiativeId } = await initiativeOfTheUnit(false);
    const evidence = { files: [{ id: 'F2', name: 'b.pdf', size: 5 }], councilOnly: false };
    return refused(addEvidence(agency.deps, { actor, initiativeId, evidence }));
  },
  'answer for an author’s share': async (actor) => {
    const { requestId } = await initiativeOfTheUnit(false);
    const answer = { kind: 'confirmed' } as const;
    return refused(answerShare(agency.deps, { actor, requestId, share: 100, answer }));
  },
  'open a scoring': async (actor) => {
    const { initiativeId } = await waitingInitiative();
    return refused(prepareScoring(agency.deps, { actor, initiativeId }));
  },
  'follow and close a scoring': async (actor) => {
    return refused(closeScoring(agency.deps, { actor, scoringId: await openScoring() }));
  },
};

async function proposal() {
  const personId = await agency.person('Chủ tịch', unit.own);
  const days = { decidedOn: '2027-01-10', from: '2027-01-15', to: null };
  const members = [{ personId, office: 'chair' as const }];
  return { name: 'Hội đồng', number: '1/QĐ', ...days, members };
}

/** The unit, without the emulation councils of earlier cases. */
async function emptied(unitId: string): Promise<string> {
  const council = { unitId, kind: 'emulation' as const };
  await database.db.councilMember.deleteMany({ where: { council } });
  await database.db.council.deleteMany({ where: council });
  return unitId;
}

/** A council of the unit since a few days, with one member. */
const councilOfTheUnit = forAll(async (): Promise<{ councilId: string; memberId: string }> => {
  const personId = await agency.person('Chủ tịch', unit.own);
  const fromDate = dateColumn('2027-01-05');
  const { id, members } = await database.db.council.create({
    data: {
      ...{ unitId: unit.own, kind: 'initiative', name: 'Hội đồng', fromDate },
      ...{ decisionNumber: '1/QĐ', decidedOn: fromDate },
      members: { create: { personId, office: 'chair', fromDate } },
    },
    select: { id: true, members: { select: { id: true } } },
  });
  return { councilId: id, memberId: members[0]!.id };
});

/** A sitting of a council of the unit. */
const sittingOfTheUnit = forAll(async (): Promise<string> => {
  const agendaItem = { select: { sittingId: true } };
  const { agendaItem: item } = await database.db.ballot.findUniqueOrThrow({
    where: { id: await otherItemVotedOn('open') },
    select: { agendaItem },
  });
  return item.sittingId;
});

/** A ballot of a council of the unit on an item that was typed in, which one member passes. */
const otherItemVotedOn = forAll(async (state: 'open' | 'closed'): Promise<string> => {
  const { db } = database;
  const fromDate = new Date('2027-01-01');
  const member = await agency.person('Ủy viên', unit.own);
  const convenedById = await agency.person('Người lập phiên họp', unit.own);
  const { id } = await db.agendaItem.create({
    data: {
      ...{ ordinal: 1, kind: 'other', itemKey: 'khac', title: 'Quy chế' },
      sitting: {
        create: {
          ...{ startsAt: fromDate, place: 'Phòng họp', submissionKey: randomUUID() },
          convenedBy: { connect: { id: convenedById } },
          council: {
            create: {
              ...{ unitId: unit.own, kind: 'emulation', name: 'Hội đồng', fromDate },
              ...{ decisionNumber: randomUUID(), decidedOn: fromDate },
              members: { create: { personId: member, office: 'member', fromDate } },
            },
          },
        },
      },
    },
  });
  const rule = votingRule(agency.deps.rulebook, 'khac', '2027-01-15');
  const counts = { agree: 1, disagree: 0, other: 0, invalid: 0 };
  const outcome = tally({ total: 1, entitled: 1, counts, rule });
  const closed = {
    closedAt: agency.deps.clock.now(),
    result: outcome.result,
    outcome: { ...outcome, written: { ...outcome.written }, rule: { ...rule } },
  };
  const ballot = await db.ballot.create({
    data: {
      ...{ agendaItemId: id, method: 'open', state, rule: { ...rule } },
      ...{ rollHash: '-', rollSize: 1, entitled: 1, openedById: convenedById },
      closesAt: new Date(agency.deps.clock.now().getTime() + 3_600_000),
      ...(state === 'closed' ? closed : {}),
      roll: { create: { personId: member, office: 'member', turnout: { create: {} } } },
    },
  });
  return ballot.id;
});

async function sittingOf(ballotId: string): Promise<string> {
  const { agendaItem } = await database.db.ballot.findUniqueOrThrow({
    where: { id: ballotId },
    select: { agendaItem: { select: { sittingId: true } } },
  });
  return agendaItem.sittingId;
}

function signedCopy() {
  const files = [{ id: randomUUID(), name: 'bien-ban.pdf', size: 100 }];
  const signedOn = today(agency.deps);
  return { number: `${randomUUID()}/BB`, signedOn, signatory: 'Chủ tịch', files };
}

/** The signed minutes of a sitting of a council of the unit. */
const signedPaper = forAll(async (): Promise<string> => {
  const sittingId = await sittingOf(await otherItemVotedOn('closed'));
  const { councilId } = await database.db.sitting.findUniqueOrThrow({ where: { id: sittingId } });
  const { number, signatory } = signedCopy();
  const { id } = await database.db.signedPaper.create({
    data: {
      ...{ sittingId, councilId, kind: 'sitting', number, signatory },
      signedOn: dateColumn(today(agency.deps)),
      ...{ fileId: 'F1', name: 'bien-ban.pdf', type: 'pdf', size: 1, sha256: '0'.repeat(64) },
      attachedById: await agency.person('Người đính kèm', unit.own),
    },
  });
  return id;
});

const fileOf = forAll(async (sittingId: string): Promise<string> => {
  const { id } = await database.db.sittingFile.create({
    data: {
      ...{ sittingId, fileId: 'F1', name: 'tai-lieu.pdf', type: 'pdf', size: 1 },
      ...{ sha256: '0'.repeat(64), addedById: await agency.person('Người gửi tệp', unit.own) },
    },
  });
  return id;
});

/** An accepted initiative of the unit, which has an initiative council of its own. */
const waitingInitiative = forAll(async (): Promise<{ initiativeId: string; councilId: string }> => {
  const { db } = database;
  const authorId = await agency.person('Tác giả', unit.own);
  const fromDate = new Date('2027-01-01');
  const named = { kind: 'initiative', name: 'Hội đồng sáng kiến', fromDate } as const;
  const council = await db.council.create({
    data: { unitId: unit.own, ...named, decisionNumber: randomUUID(), decidedOn: fromDate },
  });
  const initiative = await db.initiative.create({
    data: {
      number: `SK-2027-${randomInt(100_000, 1_000_000)}`,
      title: 'Sáng kiến',
      kind: 'technical',
      field: 'Một cửa',
      firstAppliedOn: fromDate,
      priorState: 'Cũ',
      essence: 'Mới',
      benefits: 'Nhanh',
      state: 'accepted',
      filedLate: false,
      unitId: unit.own,
      filedById: authorId,
      authors: { create: { ordinal: 1, personId: authorId, share: 100 } },
    },
  });
  return { initiativeId: initiative.id, councilId: council.id };
});

const postedRanking = forAll(async () => {
  const { campaignId } = await measuredCampaign();
  const postedById = await agency.person('Người đăng', unit.own);
  const { id } = await database.db.campaignRanking.create({
    data: { campaignId, day: dateColumn('2027-01-15'), lines: [], postedById },
  });
  return id;
});

const toldMending = forAll(async () => {
  const { checkUnitId } = await checkedUnit();
  const toldById = await agency.person('Người báo khắc phục', unit.own);
  const { id } = await database.db.campaignMending.create({
    data: { checkUnitId, number: 1, done: 'Đã lập sổ', toldById },
    select: { id: true },
  });
  return id;
});

const voteToAnnul = forAll(async () => {
  const ballotId = await otherItemVotedOn('closed');
  const proposedById = await agency.person('Người đề nghị', unit.own);
  const { id } = await database.db.ballotAnnulment.create({
    data: { ballotId, reason: 'Sai thủ tục', proposedById },
  });
  return id;
});

const usedWork = forAll(async () => {
  const { workId, authorId: personId } = await recognised(unit.own);
  const use = { workId, personId, title: 'cstdcs', year: 2027 };
  await database.db.workUse.create({ data: use });
  return use;
});

const initiativeToAnnul = forAll(async () => {
  const { id: initiativeId } = await initiative('recognised');
  const proposedById = await agency.person('Người đề nghị', unit.own);
  const { id } = await database.db.initiativeAnnulment.create({
    data: { initiativeId, reason: 'Sao chép', proposedById },
  });
  return id;
});

const openScoring = forAll(async () => {
  const { initiativeId, councilId } = await waitingInitiative();
  const lastDay = new Date('2027-01-20T00:00:00Z');
  const { id } = await database.db.scoring.create({
    data: {
      ...{ initiativeId, councilId, lastDay, closesAt: lastDay, stateInvested: false },
      sheet: scoreSheetsOn(agency.deps.rulebook, '2027-01-15')[0]!,
      enough: { num: 1, den: 2, source: 'Mặc định', verified: false },
      openedById: await agency.person('Người mở', unit.above),
    },
  });
  return id;
});

const copiedModel = forAll(async () => {
  const { exemplarId, reporterId } = await praise('published', unit.beside);
  const { id } = await database.db.exemplarApplication.create({
    data: { exemplarId, unitId: unit.own, how: 'Thế', appliedById: reporterId },
  });
  return id;
});

const proposedCommendation = forAll(async () => {
  const { exemplarId, subjectId, reporterId } = await praise('published', unit.own);
  const { id } = await database.db.commendationProposal.create({
    data: {
      ...{ exemplarId, subjectId, form: 'letter', ground: 'outstanding', summary: 'Tốt' },
      proposedById: reporterId,
    },
  });
  return id;
});

test.each(Object.keys(MAY))('%s', async (action) => {
  const may = MAY[action] ?? {};
  const wrong: string[] = [];
  for (const forget of forgetting) forget();
  for (const role of [...ROLES, null]) {
    for (const place of PLACES) {
      const personId = await doer(role ?? 'nobody', place);
      if (role) await agency.grant(personId, unit[place], role);
      const allowed = !(await DO[action]!(await agency.actor(personId)));
      if (allowed) for (const forget of forgetting) forget();
      // Heads and secretaries of one case must not stand in the way of the next.
      await database.db.roleGrant.deleteMany({ where: { personId } });
      const expected = role !== null && (may[role]?.includes(place) ?? false);
      if (allowed !== expected) {
        wrong.push(`${role ?? 'nobody'} ${place}: ${allowed ? 'may' : 'may not'}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
