import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { withdrawCampaign } from '../../src/campaigns/announcing/withdraw-campaign.ts';
import { tellMending } from '../../src/campaigns/checks/answer-findings.ts';
import {
  addCheck,
  arrangeCheck,
  openArrangement,
} from '../../src/campaigns/checks/arrange-check.ts';
import { findCheck } from '../../src/campaigns/checks/check-queries.ts';
import type { EnteredFindings } from '../../src/campaigns/checks/check-rules.ts';
import { chasingFaults } from '../../src/campaigns/checks/faults-queries.ts';
import { moveCheck, strikeCheck } from '../../src/campaigns/checks/move-check.ts';
import { openCheckPage, openChecks } from '../../src/campaigns/checks/open-checks.ts';
import { recordFindings } from '../../src/campaigns/checks/record-findings.ts';
import { settleMending } from '../../src/campaigns/checks/settle-mending.ts';
import { campaignsJobs } from '../../src/campaigns/jobs.ts';
import { finishReview } from '../../src/campaigns/review/finish-review.ts';
import { listedMark } from '../../src/campaigns/review/review-queries.ts';
import { writeReview } from '../../src/campaigns/review/write-review.ts';
import { chasingReport } from '../../src/campaigns/urging/chasing-report.ts';
import { openChasing } from '../../src/campaigns/urging/open-chasing.ts';
import { openInspectionReport } from '../../src/inspection/open-report.ts';
import { AppError } from '../../src/kernel/errors.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { agencyOfEach, auditKinds, launched, redrawWaiting, slackIdOf } from './support.ts';

const world = agencyOfEach();

// Every test begins on Wednesday 11/11/2026, at 09:00; the check is planned for the Wednesday after.
const DAY = '2026-11-18';
const TT = unitId('SH-TT');
const VP = unitId('SH-VP');
const DIRECTOR = 'hung.le';
const CHECKER = 'yen.luu';
const HEAD = 'viet.kieu';
const FOUND: EnteredFindings = {
  ...{ good: 'Tuyên truyền đều', wrong: 'Sổ theo dõi thiếu', mend: 'Lập sổ theo dõi' },
  mendBy: '2026-11-27',
};

async function tick(): Promise<void> {
  for (const look of campaignsJobs.due ?? []) await look(world().deps);
}

/** A campaign with one check, which the inspector does at two departments. */
async function arranged(
  checkers: readonly Login[] = [CHECKER],
  unitIds: readonly string[] = [TT, VP],
): Promise<{ campaignId: string; checkId: string }> {
  const campaignId = await launched(world(), { scopeUnitIds: [TT, VP], checkDays: [DAY] });
  const { id: checkId } = await world().deps.db.campaignCheck.findFirstOrThrow({
    where: { campaignId },
  });
  await arrange(checkId, { checkers, unitIds });
  return { campaignId, checkId };
}

async function arrange(
  checkId: string,
  {
    checkers,
    unitIds,
    login = DIRECTOR,
  }: { checkers: readonly Login[]; unitIds: readonly string[]; login?: Login },
) {
  const actor = await world().actor(login);
  const { mark } = await openArrangement(world().deps, { actor, checkId });
  const chosen = { checkerSlackIds: checkers.map(slackIdOf), unitIds };
  return arrangeCheck(world().deps, { actor, checkId, mark: mark ?? '', chosen });
}

async function partOf(checkId: string, unit: string) {
  const check = await findCheck(world().deps.db, checkId);
  const part = check?.units.find((one) => one.unitId === unit);
  if (!part) throw new Error('no such unit');
  return part;
}

async function records(
  checkId: string,
  entered: Partial<EnteredFindings> = {},
  { unit = TT, login = CHECKER }: { unit?: string; login?: Login } = {},
) {
  const { id: checkUnitId, revision } = await partOf(checkId, unit);
  const actor = await world().actor(login);
  const all = { ...FOUND, ...entered };
  return recordFindings(world().deps, { actor, checkUnitId, revision, entered: all });
}

async function answers(checkId: string, done = 'Đã lập sổ', login: Login = HEAD) {
  const { id: checkUnitId, mendings } = await partOf(checkId, TT);
  const actor = await world().actor(login);
  const number = mendings.length + 1;
  await tellMending(world().deps, { actor, checkUnitId, number, done, words: '' });
  return (await partOf(checkId, TT)).mendings.at(-1)?.id ?? '';
}

async function sentTo(purpose: string): Promise<string[]> {
  const rows = await world().deps.db.outgoingMessage.findMany({
    where: { purpose: `campaigns.${purpose}` },
    orderBy: { seq: 'asc' },
  });
  return rows.map((row) => row.personId ?? '');
}

async function headOf(code: 'SH-VP'): Promise<string> {
  const { personId: id } = await world().deps.db.roleGrant.findFirstOrThrow({
    where: { role: 'head', unitId: unitId(code) },
  });
  return id;
}

/** In which stages those who check were told of checks. */
async function stages(): Promise<string[]> {
  const rows = await world().deps.db.outgoingMessage.findMany({
    where: { purpose: 'campaigns.check_coming' },
    orderBy: { seq: 'asc' },
  });
  return rows.map(({ params }) => (params as { stage: string }).stage);
}

/** The messages of a kind about a check as they are drawn now, to one reader or all. */
async function drawn(
  kind: string,
  checkId: string,
  reader?: string,
  redrawing = true,
): Promise<string[]> {
  const purpose = `campaigns.${kind}`;
  const renderer = campaignsJobs.renderers?.find((one) => one.purpose === purpose);
  const rows = await world().deps.db.outgoingMessage.findMany({
    where: { purpose, subjectId: checkId, ...(reader ? { personId: reader } : {}) },
    orderBy: { seq: 'asc' },
  });
  return Promise.all(
    rows.map(async ({ params, subjectId, personId: id }) =>
      JSON.stringify(
        await renderer?.render(world().deps, {
          ...{ params, subjectId, personId: id, language: 'vi', redrawing },
        }),
      ),
    ),
  );
}

/** The codes and fields of a refusal, all of it. */
async function refusals(doing: Promise<unknown>): Promise<[string, string | undefined][]> {
  const error = await doing.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof AppError)) throw new Error(`not refused: ${String(error)}`);
  return [error, ...error.also].map(({ code, field }) => [code, field]);
}

describe('planning a check', () => {
  it('names who checks which units, once; nobody checks their own', async () => {
    const { campaignId, checkId } = await arranged();
    await arrange(checkId, { checkers: [CHECKER], unitIds: [VP, TT] });
    expect(
      (await auditKinds(world(), campaignId)).filter((kind) => kind.includes('check')),
    ).toEqual(['campaign.check_arranged']);
    expect(await refusals(arrange(checkId, { checkers: [], unitIds: [] }))).toEqual([
      ['checkers_missing', 'checkers'],
      ['units_missing', 'units'],
    ]);
    const own = arrange(checkId, { checkers: [CHECKER, HEAD], unitIds: [TT] });
    expect(await refusals(own)).toEqual([['checks_own_unit', 'checkers']]);
    const outside = arrange(checkId, { checkers: [CHECKER], unitIds: [unitId('SH-BL')] });
    expect(await refusals(outside)).toEqual([['unit_outside', 'units']]);
    const chosen = { checkerSlackIds: ['U0NGUOILA'], unitIds: [TT] };
    const actor = await world().actor(DIRECTOR);
    const { mark } = await openArrangement(world().deps, { actor, checkId });
    const unknown = arrangeCheck(world().deps, { actor, checkId, mark: mark ?? '', chosen });
    expect(await refusals(unknown)).toEqual([['checker_unknown', 'checkers']]);
  });

  it('nobody writes over what they have not seen', async () => {
    const { checkId } = await arranged();
    const actor = await world().actor(DIRECTOR);
    const { mark } = await openArrangement(world().deps, { actor, checkId });
    await arrange(checkId, { checkers: [CHECKER, 'cuong.ta'], unitIds: [TT, VP] });
    const chosen = { checkerSlackIds: [slackIdOf(CHECKER)], unitIds: [TT] };
    const late = arrangeCheck(world().deps, { actor, checkId, mark: mark ?? '', chosen });
    expect(await refusals(late)).toEqual([['check_changed', undefined]]);
  });

  it('adds one more, even on the same day, within the campaign', async () => {
    const { campaignId } = await arranged();
    const actor = await world().actor(DIRECTOR);
    const add = (day: string, checkId = randomUUID()) =>
      addCheck(world().deps, {
        ...{ actor, campaignId, checkId, day },
        chosen: { checkerSlackIds: [slackIdOf('cuong.ta')], unitIds: [TT] },
      });
    const again = randomUUID();
    await Promise.all([add(DAY, again), add(DAY, again)]);
    expect(await world().deps.db.campaignCheck.count({ where: { campaignId } })).toBe(2);
    expect(await refusals(add('2026-11-10'))).toEqual([['wrong_check_day', 'day']]);
    expect(await refusals(add('2027-01-31'))).toEqual([['wrong_check_day', 'day']]);
  });

  it('moves and strikes with a reason; those who check are told, and it stays', async () => {
    const { campaignId, checkId } = await arranged();
    const actor = await world().actor(DIRECTOR);
    const move = (day: string, reason = 'Mưa bão', seen = DAY) =>
      moveCheck(world().deps, { actor, checkId, seen, day, reason });
    expect(await refusals(move('2026-11-20', ' '))).toEqual([['reason_missing', 'reason']]);
    expect(await refusals(move(DAY))).toEqual([['check_day_same', 'day']]);
    expect(await refusals(move('2026-11-10'))).toEqual([['wrong_check_day', 'day']]);
    await move('2026-11-20');
    await move('2026-11-20');
    expect(await sentTo('check_changed')).toEqual([personId(CHECKER)]);
    expect(await refusals(move('2026-11-23'))).toEqual([['check_changed', undefined]]);
    expect(await findCheck(world().deps.db, checkId)).toMatchObject({
      plannedOn: '2026-11-20',
      moved: { from: DAY, reason: 'Mưa bão' },
    });
    const strike = () => strikeCheck(world().deps, { actor, checkId, reason: 'Gộp đợt sau' });
    await Promise.all([strike(), strike()]);
    expect(await sentTo('check_changed')).toHaveLength(2);
    expect(await refusals(move('2026-11-23', 'Khác', '2026-11-20'))).toEqual([
      ['check_struck', undefined],
    ]);
    const kinds = (await auditKinds(world(), campaignId)).filter((kind) => /check_/.test(kind));
    expect(kinds).toEqual([
      'campaign.check_arranged',
      'campaign.check_moved',
      'campaign.check_struck',
    ]);
    await world().goTo('2026-11-23', '09:00');
    const report = await chasingReport(world().deps, world().deps.db, campaignId);
    expect(report.checks).toMatchObject({ planned: 0, struck: 1, overdue: 0 });
  });
});

describe('those who check', () => {
  it('are told some working days before and on the day, once, in office hours', async () => {
    await arranged();
    // Three working days before Wednesday is the Friday before.
    await world().goTo('2026-11-12', '09:00');
    await tick();
    await world().goTo('2026-11-13', '07:59');
    await tick();
    expect(await sentTo('check_coming')).toEqual([]);
    await world().goTo('2026-11-13', '08:00');
    await Promise.all([tick(), tick()]);
    await world().goTo('2026-11-14', '09:00');
    await tick();
    await world().goTo('2026-11-17', '09:00');
    await tick();
    expect(await sentTo('check_coming')).toEqual([personId(CHECKER)]);
    await world().goTo(DAY, '08:00');
    await Promise.all([tick(), tick()]);
    await tick();
    expect(await sentTo('check_coming')).toHaveLength(2);
  });

  it('are told anew of one that was moved, and not of one that was struck', async () => {
    const { checkId } = await arranged();
    await world().goTo('2026-11-16', '09:00');
    await tick();
    const actor = await world().actor(DIRECTOR);
    const move = { checkId, seen: DAY, day: '2026-11-19', reason: 'Họp' };
    await moveCheck(world().deps, { actor, ...move });
    await tick();
    expect(await sentTo('check_coming')).toHaveLength(2);
    await strikeCheck(world().deps, { actor, checkId, reason: 'Không cần' });
    await world().goTo('2026-11-19', '09:00');
    await tick();
    expect(await sentTo('check_coming')).toHaveLength(2);
  });

  it('of a check on a Sunday are told before it only', async () => {
    const { checkId } = await arranged();
    const actor = await world().actor(DIRECTOR);
    const move = { checkId, seen: DAY, day: '2026-11-22', reason: 'Ngày hội' };
    await moveCheck(world().deps, { actor, ...move });
    for (const day of ['2026-11-18', '2026-11-19', '2026-11-20', '2026-11-22', '2026-11-23']) {
      await world().goTo(day, '09:00');
      await tick();
    }
    // On Monday its findings are not written.
    expect(await stages()).toEqual(['before', 'late']);
  });

  it('are told once when its day is over and findings are not written; of a new day anew', async () => {
    const { checkId } = await arranged();
    for (const time of ['07:59', '08:00', '10:00']) {
      await world().goTo('2026-11-19', time);
      await Promise.all([tick(), tick()]);
      expect(await stages()).toEqual(time === '07:59' ? [] : ['late']);
    }
    await records(checkId);
    const [shown] = await drawn('check_coming', checkId);
    expect(shown).toContain('chưa ghi đủ kết quả');
    expect(shown).toContain('Văn phòng');
    expect(shown).not.toContain('Phòng Truyền thông');
    expect(shown).toContain('bấm *Ghi kết quả* cho từng đơn vị');
    await world().goTo('2026-11-20', '09:00');
    await tick();
    expect(await stages()).toEqual(['late']);
  });

  it('are not told that where all is written', async () => {
    const { checkId } = await arranged();
    await world().goTo(DAY, '07:00');
    for (const unit of [TT, VP]) await records(checkId, {}, { unit });
    await world().goTo('2026-11-19', '09:00');
    await tick();
    expect(await stages()).toEqual([]);
  });
});

describe('heads of units that will be checked', () => {
  it('are told when it is arranged, in office hours, once; of a moved one anew', async () => {
    await world().goTo('2026-11-11', '17:30');
    const { checkId } = await arranged();
    await tick();
    expect(await sentTo('check_ahead')).toEqual([]);
    await world().goTo('2026-11-12', '08:00');
    await Promise.all([tick(), tick()]);
    await tick();
    const heads = [personId(HEAD), await headOf('SH-VP')].toSorted();
    expect((await sentTo('check_ahead')).toSorted()).toEqual(heads);
    const actor = await world().actor(DIRECTOR);
    await moveCheck(world().deps, { actor, checkId, seen: DAY, day: '2026-11-20', reason: 'Bão' });
    await tick();
    await tick();
    expect(await sentTo('check_ahead')).toHaveLength(4);
    const [shown] = await drawn('check_ahead', checkId, personId(HEAD));
    expect(shown).toContain('Ngày 20/11/2026, đơn vị của anh/chị được kiểm tra');
    expect(shown).toContain('Dời từ 18/11/2026: Bão');
    expect(shown).toContain('Lưu Hải Yến');
    expect(shown).not.toContain('Văn phòng');
  });

  it('of several units are told in one message', async () => {
    await world().deps.db.roleGrant.create({
      data: {
        ...{ role: 'head', unitId: VP, personId: personId(HEAD) },
        fromDate: dateColumn('2026-01-01'),
      },
    });
    const { checkId } = await arranged();
    await tick();
    const own = (await sentTo('check_ahead')).filter((id) => id === personId(HEAD));
    expect(own).toHaveLength(1);
    const [shown] = await drawn('check_ahead', checkId, personId(HEAD));
    expect(shown).toContain('Văn phòng');
  });

  it('are told when it is struck, and see when their unit is not in it any more', async () => {
    const { checkId } = await arranged();
    await tick();
    await arrange(checkId, { checkers: [CHECKER], unitIds: [VP] });
    const [left] = await drawn('check_ahead', checkId, personId(HEAD));
    expect(left).toContain('không còn trong đợt kiểm tra ngày 18/11/2026');
    const actor = await world().actor(DIRECTOR);
    await strikeCheck(world().deps, { actor, checkId, reason: 'Không cần' });
    const told = await sentTo('check_changed');
    expect(told).toContain(await headOf('SH-VP'));
    expect(told).toHaveLength(3);
    await world().goTo('2026-11-12', '09:00');
    await tick();
    expect(await sentTo('check_ahead')).toHaveLength(2);
  });

  it('are told when the campaign is withdrawn, as those who check are, each once', async () => {
    const { campaignId, checkId } = await arranged();
    await tick();
    const actor = await world().actor(DIRECTOR);
    // That of the day before is over: of it nobody waits for anything.
    const past = randomUUID();
    await addCheck(world().deps, {
      ...{ actor, campaignId, checkId: past, day: '2026-11-17' },
      chosen: { checkerSlackIds: [slackIdOf('cuong.ta')], unitIds: [TT] },
    });
    await world().goTo(DAY, '09:00');
    await tick();
    const withdraw = () => withdrawCampaign(world().deps, { actor, campaignId, reason: 'Bão' });
    await Promise.all([withdraw(), withdraw()]);
    const told = [personId(CHECKER), personId(HEAD), await headOf('SH-VP')];
    expect((await sentTo('check_changed')).toSorted()).toEqual(told.toSorted());
    for (const kind of ['check_coming', 'check_ahead', 'check_changed'])
      for (const shown of await drawn(kind, checkId))
        expect(shown).toContain('đợt kiểm tra ngày 18/11/2026 không tiến hành nữa');
    for (const purpose of ['campaigns.check_coming', 'campaigns.check_ahead'])
      expect(await redrawWaiting(world(), past, purpose)).toBe(true);
    // What was not sent by then is not sent any more.
    for (const kind of ['check_coming', 'check_ahead'])
      for (const first of await drawn(kind, checkId, undefined, false)) expect(first).toBe('null');
  });

  it('see that nothing is recorded any more once the campaign is reviewed', async () => {
    const { campaignId, checkId } = await arranged();
    await tick();
    await world().goTo(DAY, '09:00');
    await records(checkId);
    await world().goTo('2026-12-11', '09:00');
    await tick();
    await world().database.pool.query('delete from graphile_worker._private_jobs');
    const actor = await world().actor(DIRECTOR);
    const which = { actor, campaignId, kind: 'final' } as const;
    const texts = { heldOn: '2026-12-11', results: 'Vượt', limits: 'Chậm', lessons: 'Tuần' };
    await writeReview(world().deps, { ...which, seen: 0, texts });
    await finishReview(world().deps, { ...which, seen: 1, listed: listedMark([]) });
    const over = 'đợt kiểm tra ngày 18/11/2026 không ghi kết quả nữa';
    for (const shown of await drawn('check_coming', checkId)) expect(shown).toContain(over);
    const ofUnrecorded = await drawn('check_ahead', checkId, await headOf('SH-VP'));
    expect(ofUnrecorded.join()).toContain(over);
    expect((await drawn('check_ahead', checkId, personId(HEAD))).join()).not.toContain(over);
    for (const purpose of ['campaigns.check_coming', 'campaigns.check_ahead'])
      expect(await redrawWaiting(world(), checkId, purpose)).toBe(true);
  });

  it('are not told of what is over', async () => {
    const { checkId } = await arranged();
    await world().goTo(DAY, '07:00');
    await records(checkId);
    await world().goTo('2026-11-19', '09:00');
    await tick();
    expect(await sentTo('check_ahead')).toEqual([]);
  });
});

describe('findings', () => {
  it('are recorded from the day on by those who check; the head is told once', async () => {
    const { checkId } = await arranged();
    expect(await refusals(records(checkId))).toEqual([['check_too_early', undefined]]);
    await world().goTo(DAY, '10:00');
    expect(await refusals(records(checkId, {}, { login: DIRECTOR }))).toEqual([
      ['not_checker', undefined],
    ]);
    const nothing = { good: ' ', wrong: '', mendBy: '2026-11-17' };
    expect(await refusals(records(checkId, nothing))).toEqual([
      ['findings_refused', 'good'],
      ['findings_refused', 'mendBy'],
    ]);
    expect(await refusals(records(checkId, { mendBy: null }))).toEqual([
      ['findings_refused', 'mendBy'],
    ]);
    expect(await refusals(records(checkId, { mend: '' }))).toEqual([['findings_refused', 'mend']]);
    await Promise.all([records(checkId), records(checkId)]);
    expect(await sentTo('findings')).toEqual([personId(HEAD)]);
    // A correction is told, too.
    await records(checkId, { wrong: 'Sổ theo dõi chưa đủ' });
    expect(await sentTo('findings')).toHaveLength(2);
    expect((await partOf(checkId, TT)).revision).toBe(2);
  });

  it('stop the check from being moved or struck, and their unit from leaving it', async () => {
    const { checkId } = await arranged();
    await world().goTo(DAY, '10:00');
    await records(checkId);
    const actor = await world().actor(DIRECTOR);
    const strike = strikeCheck(world().deps, { actor, checkId, reason: 'Thôi' });
    expect(await refusals(strike)).toEqual([['check_begun', undefined]]);
    const without = arrange(checkId, { checkers: [CHECKER], unitIds: [VP] });
    expect(await refusals(without)).toEqual([['unit_recorded', 'units']]);
  });

  it('are answered by the head; those who check accept or return, the first verdict counts', async () => {
    const { campaignId, checkId } = await arranged();
    await world().goTo(DAY, '10:00');
    await records(checkId);
    expect(await refusals(answers(checkId, 'Đã lập sổ', CHECKER))).toEqual([
      ['not_head_checked', undefined],
    ]);
    expect(await refusals(answers(checkId, '  '))).toEqual([['done_missing', 'done']]);
    const first = await answers(checkId);
    expect(await sentTo('mending_told')).toEqual([personId(CHECKER)]);
    expect(await refusals(answers(checkId, 'Lần nữa'))).toEqual([['mending_waits', undefined]]);
    expect(await refusals(records(checkId, { wrong: 'Khác' }))).toEqual([
      ['findings_answered', undefined],
    ]);
    const settle = async (
      mendingId: string,
      verdict: Parameters<typeof settleMending>[1]['verdict'],
      login: Login = CHECKER,
    ) => settleMending(world().deps, { actor: await world().actor(login), mendingId, verdict });
    const accepted = { outcome: 'accepted' } as const;
    const returned = { outcome: 'returned', reason: 'Thiếu chữ ký', mendBy: '2026-11-30' } as const;
    expect(await refusals(settle(first, accepted, HEAD))).toEqual([['not_checker', undefined]]);
    expect(
      await refusals(settle(first, { ...returned, reason: '', mendBy: '2026-11-17' })),
    ).toEqual([
      ['reason_missing', 'reason'],
      ['mend_by_past', 'mendBy'],
    ]);
    await settle(first, returned);
    await settle(first, returned);
    expect(await refusals(settle(first, accepted))).toEqual([['mending_settled', undefined]]);
    expect(await sentTo('mending_settled')).toEqual([personId(HEAD)]);
    const second = await answers(checkId, 'Đã ký đủ');
    await Promise.all([settle(second, accepted), settle(second, accepted)]);
    expect(await refusals(answers(checkId))).toEqual([['mending_accepted', undefined]]);
    const report = await chasingReport(world().deps, world().deps.db, campaignId);
    expect(report.checks).toMatchObject({ recorded: 1, toMend: 1, mended: 1, mendingOverdue: 0 });
    const kinds = await auditKinds(world(), campaignId);
    expect(kinds.filter((kind) => /mending|findings/.test(kind))).toEqual([
      'campaign.findings_recorded',
      'campaign.mending_told',
      'campaign.mending_returned',
      'campaign.mending_told',
      'campaign.mending_accepted',
    ]);
  });

  it('that are not mended by their day are urged and escalated; an answer ends it', async () => {
    const { campaignId, checkId } = await arranged();
    await world().goTo(DAY, '10:00');
    await records(checkId);
    await world().goTo('2026-11-27', '10:00');
    await tick();
    expect(await sentTo('urging')).toEqual([]);
    await world().goTo('2026-11-30', '08:00');
    await tick();
    expect(await sentTo('urging')).toEqual([personId(HEAD)]);
    await world().goTo('2026-12-03', '08:00');
    await tick();
    expect(await sentTo('escalation')).toEqual([personId(DIRECTOR)]);
    await answers(checkId);
    const organiser = await world().actor('ha.nguyen');
    const chasing = await openChasing(world().deps, { actor: organiser, campaignId });
    expect(chasing.units).toEqual([]);
  });

  it('are read by those whom they concern, and by nobody else', async () => {
    const { campaignId, checkId } = await arranged();
    await world().goTo(DAY, '10:00');
    await records(checkId);
    const readable = async (login: Login) => {
      const actor = await world().actor(login);
      const { checks } = await openChecks(world().deps, { actor, campaignId });
      return checks.flatMap(({ check, rights }) =>
        check.units.filter(({ id }) => rights.readable.has(id)).map(({ unitId: id }) => id),
      );
    };
    const both = [TT, VP];
    expect(await readable(DIRECTOR)).toEqual(both);
    // The contact, and secretary of the unit above.
    expect(await readable('ha.nguyen')).toEqual(both);
    expect(await readable(CHECKER)).toEqual(both);
    expect(await readable(HEAD)).toEqual([TT]);
    expect(await readable('khanh.phan')).toEqual([]);
    expect(await readable('lan.tran')).toEqual([]);
    const stranger = await world().actor('khanh.phan');
    const opening = openCheckPage(world().deps, { actor: stranger, checkId });
    expect(await refusals(opening)).toEqual([['check_not_yours', undefined]]);
  });
});

describe('what is overdue', () => {
  it('stands in the inspection report: checks, findings and reviews', async () => {
    const { campaignId, checkId } = await arranged();
    await world().goTo('2026-11-19', '10:00');
    const actor = await world().actor(CHECKER);
    const before = await openInspectionReport(world().deps, { actor });
    expect(before.campaigns).toMatchObject({
      checks: [{ day: DAY, checkers: ['Lưu Hải Yến'], unitName: 'BHXH tỉnh Sông Hàn' }],
      ...{ findings: [], reviews: [] },
    });
    await records(checkId);
    await records(checkId, { mend: '', mendBy: null }, { unit: VP });
    const after = await openInspectionReport(world().deps, { actor });
    expect(after.campaigns).toMatchObject({
      checks: [],
      findings: [{ unitName: 'Phòng Truyền thông', by: '2026-11-27', told: false }],
    });
    await world().deps.db.campaign.update({
      where: { id: campaignId },
      data: { finalReviewOn: dateColumn('2026-12-15') },
    });
    await world().goTo('2026-12-16', '10:00');
    await tick();
    const late = await openInspectionReport(world().deps, { actor });
    expect(late.campaigns.reviews).toMatchObject([{ day: '2026-12-15' }]);
    const elsewhere = await chasingFaults(world().deps.db, { under: [VP], on: '2026-12-16' });
    expect(elsewhere).toEqual({ checks: [], findings: [], reviews: [] });
  });

  it('is told of nobody who was not named: a day of the plan without an arrangement', async () => {
    const campaignId = await launched(world(), { checkDays: [DAY] });
    await world().goTo('2026-11-20', '10:00');
    await tick();
    expect(await sentTo('check_coming')).toEqual([]);
    const report = await chasingReport(world().deps, world().deps.db, campaignId);
    expect(report.checks).toMatchObject({ planned: 1, done: 0, overdue: 1 });
  });
});
