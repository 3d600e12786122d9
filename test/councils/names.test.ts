import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openBallot } from '../../src/councils/ballots/open-ballot.ts';
import { prepareBallot } from '../../src/councils/ballots/prepare-ballot.ts';
import { judgeNames } from '../../src/councils/names/judge-names.ts';
import { briefLine, judgementView } from '../../src/councils/names/name-views.ts';
import { namesView } from '../../src/councils/names/names-list-views.ts';
import { openJudgement } from '../../src/councils/names/open-judgement.ts';
import { shownTo } from '../../src/councils/names/shown-to.ts';
import { fillSheet } from '../../src/councils/sheets/fill-sheet.ts';
import { openSheet } from '../../src/councils/sheets/open-sheet.ts';
import { openSheetView } from '../../src/councils/sheets/open-sheet-views.ts';
import { linesOf, prepareSheet } from '../../src/councils/sheets/prepare-sheet.ts';
import { namesOn, sheetPageView } from '../../src/councils/sheets/sheet-form-views.ts';
import { barredItems } from '../../src/councils/sittings/barred-items.ts';
import { conveneView } from '../../src/councils/sittings/convene-views.ts';
import { prepareSitting } from '../../src/councils/sittings/prepare-sitting.ts';
import { sittingPicture } from '../../src/councils/sittings/sitting-queries.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { type Actor, actorOf } from '../../src/people/actor.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import {
  COUNCIL,
  convenes,
  newPeople,
  noRegistrations,
  registers,
  statementsOf,
} from './names-support.ts';

/** Over, with ratings and titles on record, and under a law that is verified. */
const YEAR = 2025;
const GROUP = { itemKey: 'cstdcs', year: YEAR };
const MEMBERS = EMULATION_COUNCIL.members.map(({ login }) => login);
/** Of the members, who looks after the whole agency. */
const SECRETARY = 'ha.nguyen' as const satisfies Login;
const DAY_MS = 24 * 60 * 60_000;

let sample: SampleDatabase;
let deps: Deps;
let secretary: Actor;

beforeAll(async () => {
  sample = await openSampleDatabase();
  // Standing still, so that what is drawn twice is the same.
  const now = sample.deps.clock.now();
  deps = { ...sample.deps, clock: { now: () => now } };
  secretary = await actor(SECRETARY);
});
afterAll(() => sample.close());

beforeEach(begin);

/** Nobody is nominated, nothing is open against anybody. */
async function begin(): Promise<void> {
  await noRegistrations(deps, YEAR);
  await deps.db.openMatter.deleteMany();
  // What an earlier test put before the council is of long ago.
  await deps.db.$executeRaw`
    update agenda_item set year = year - 20 where kind = 'nomination' and year = ${YEAR}`;
}

async function actor(login: Login): Promise<Actor> {
  return (await actorOf(deps, personId(login)))!;
}

async function nominated(...logins: Login[]): Promise<string> {
  for (const login of logins)
    await registers(deps, { personId: personId(login) }, { title: 'cstdcs', year: YEAR });
  return convenes(deps, secretary, [GROUP]);
}

async function itemOf(sittingId: string, login: Login): Promise<string> {
  const where = { sittingId, personId: personId(login) };
  return (await deps.db.agendaItem.findFirstOrThrow({ where, select: { id: true } })).id;
}

/** The line of words beside a name, for a reader. */
async function lineFor(reader: Actor, sittingId: string, login: Login): Promise<string | null> {
  const sitting = (await sittingPicture(deps, sittingId))!;
  const items = sitting.agenda.map(({ subject }) => subject);
  const judgements = await judgeNames(deps, { reader, items });
  const id = await itemOf(sittingId, login);
  return briefLine(judgements, id, shownTo(deps, reader))?.line ?? null;
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

async function opensSheet(sittingId: string) {
  const closesAt = new Date(deps.clock.now().getTime() + DAY_MS);
  const plan = { sittingId, ...GROUP, method: 'open' as const, closesAt };
  return openSheet(deps, { actor: secretary, ...plan, submissionKey: randomUUID() });
}

describe('the words beside a name', () => {
  test('met, not met with what is missing, to be looked at', async () => {
    const sittingId = await nominated('lan.tran', 'nhung.chu', 'van.doan');
    const chair = await actor('hung.le');
    expect(await lineFor(chair, sittingId, 'lan.tran')).toBe(':white_check_mark: Đủ tiêu chuẩn');
    // A good rating and no initiative; either would be enough.
    expect(await lineFor(chair, sittingId, 'nhung.chu')).toBe(
      ':x: Còn thiếu: xếp loại xuất sắc năm 2025 (đã xếp tốt) hoặc 1 sáng kiến, đề tài cấp cơ sở trở lên (có 0)',
    );
    expect(await lineFor(chair, sittingId, 'van.doan')).toContain(
      'xếp loại tốt năm 2025 (đã xếp hoàn thành)',
    );
  });

  test('a year whose law is not verified is for people to decide, and says which way it leans', async () => {
    const year = 2026;
    await noRegistrations(deps, year);
    const [unrated, good] = [
      await newPeople(deps, 1, { year, rating: null }),
      await newPeople(deps, 1, { year, rating: 'completed' }),
    ].flat();
    for (const id of [unrated!, good!])
      await registers(deps, { personId: id }, { title: 'ldtt', year });
    const sittingId = await convenes(deps, secretary, [{ itemKey: 'ldtt', year }]);
    const sitting = (await sittingPicture(deps, sittingId))!;
    const judgements = await judgeNames(deps, {
      reader: secretary,
      items: sitting.agenda.map(({ subject }) => subject),
    });
    const line = (of: string) => {
      const item = sitting.agenda.find(({ subject }) => subject.personId === of)!;
      return briefLine(judgements, item.id, shownTo(deps, secretary))!;
    };
    expect(line(unrated!).line).toBe(
      ':raised_hand: Cần xem: xếp loại tốt năm 2026 (chưa có dữ liệu)',
    );
    expect(line(good!)).toMatchObject({
      standing: 'short',
      warns: true,
      line: ':raised_hand: Còn thiếu: xếp loại tốt năm 2026 (đã xếp hoàn thành) (chưa xác minh)',
    });
    const agendaItemId = sitting.agenda.find(({ subject }) => subject.personId === good)!.id;
    const whole = await openJudgement(deps, { actor: secretary, agendaItemId });
    const told = JSON.stringify(judgementView(whole, shownTo(deps, secretary)));
    expect(told).toContain(':raised_hand: *Còn thiếu*');
    expect(told).not.toContain('*Cần xem*');
  });

  test('a collective is judged too, and its judgement opens with the law and its sources', async () => {
    await registers(deps, { unitId: unitId('SH-THU') }, { title: 'ttldxs', year: YEAR });
    const sittingId = await convenes(deps, secretary, [{ itemKey: 'ttldxs', year: YEAR }]);
    const member = await actor('thuy.vo');
    const { id: agendaItemId } = await deps.db.agendaItem.findFirstOrThrow({
      where: { sittingId },
    });
    const judgement = await openJudgement(deps, { actor: member, agendaItemId });
    const view = judgementView(judgement, shownTo(deps, member));
    const text = JSON.stringify(view);
    expect(text).toContain('Phòng Quản lý thu – Sổ, thẻ');
    expect(text).toContain('cá nhân đạt Lao động tiên tiến');
    expect(text).toContain('Luật 06/2022/QH15 Điều 27');
    expect(text).toContain('Xét tiêu chuẩn lúc 10:0');
    // No way on: a third modal is the last that Slack takes.
    expect(text).not.toContain('"button"');
    expect(validateView(view, 'modal')).toMatchObject({ ok: true });
  });
});

/** All that a member is shown of the names of a sitting, in every place. */
async function shownOf(reader: Actor, sittingId: string, sheetId: string | null): Promise<string> {
  const shown = shownTo(deps, reader);
  const sitting = (await sittingPicture(deps, sittingId))!;
  const lines = linesOf(sitting.agenda, GROUP);
  const judgements = await judgeNames(deps, {
    reader,
    items: lines.map(({ subject }) => subject),
  });
  const group = { sittingId, ...GROUP };
  const search = { personId: reader.personId, sittingIds: [sittingId] };
  const barred = await barredItems(deps, deps.db, search);
  const seen: unknown[] = [
    namesView({ group, sitting, lines, from: 0, judgements, barred }, shown),
  ];
  for (const line of lines) {
    const opening = openJudgement(deps, { actor: reader, agendaItemId: line.id });
    seen.push(
      await opening.then(
        (judgement) => judgementView(judgement, shown),
        (error: { code: string }) => error.code,
      ),
    );
  }
  if (sheetId) {
    const { sheet, marks } = await fillSheet(deps, { actor: reader, sheetId });
    const form = { personId: reader.personId, marks, from: 0 };
    const own = await judgeNames(deps, {
      reader,
      items: namesOn(sheet, form).map(({ subject }) => subject),
    });
    seen.push(sheetPageView(sheet, { ...form, judgements: own }, shown));
  }
  const convening = prepareSitting(deps, { actor: reader, channelId: null });
  seen.push(
    await convening.then(
      (prospect) =>
        conveneView(
          { ...prospect, awards: deps.rulebook, startsAt: deps.clock.now() },
          { language: 'vi', zone: deps.zone },
        ),
      (error: { code: string }) => error.code,
    ),
  );
  return JSON.stringify(seen);
}

describe('what is kept from a reader', () => {
  async function openMatters(): Promise<void> {
    const data = {
      kind: 'complaint' as const,
      note: 'Đơn số 12 về việc chấm công',
      openedOn: dateColumn('2025-01-05'),
      recordedById: personId('yen.luu'),
    };
    for (const login of ['lan.tran', 'ha.nguyen'] as const)
      await deps.db.openMatter.create({ data: { ...data, personId: personId(login) } });
  }

  test('an open matter changes nothing that is shown to anybody but who looks after the person', async () => {
    const sittingId = await nominated('lan.tran', 'nhung.chu', SECRETARY);
    const views = async (sheetId: string | null) => {
      const seen = new Map<Login, string>();
      for (const login of MEMBERS)
        seen.set(login, await shownOf(await actor(login), sittingId, sheetId));
      return seen;
    };
    const agenda = await views(null);
    await openMatters();
    const agendaAfter = await views(null);
    const { sheetId } = await opensSheet(sittingId);
    const after = await views(sheetId);
    await deps.db.openMatter.deleteMany();
    const before = await views(sheetId);
    for (const login of MEMBERS.filter((one) => one !== SECRETARY)) {
      expect(agendaAfter.get(login), login).toBe(agenda.get(login));
      expect(after.get(login), login).toBe(before.get(login));
    }
    expect(agenda.get('hung.le')).toContain('(CSTĐCS) 2025: 3 đề nghị');
    const hers = after.get(SECRETARY)!;
    expect(hers).toContain('Đang có việc chưa kết luận');
    expect(hers.split(':lock: có việc chưa kết luận')).toHaveLength(3);
    await openMatters();
    for (const text of after.values()) expect(text).not.toMatch(/Đơn số 12|khiếu nại/);
    // Of herself the secretary is told nothing, neither what is open nor how she stands.
    const own = { actor: secretary, agendaItemId: await itemOf(sittingId, SECRETARY) };
    expect(await codeOf(openJudgement(deps, own))).toBe('conflicted');
    expect(await lineFor(secretary, sittingId, SECRETARY)).toBeNull();
    // The one who looks into matters, and does not sit on the council, does not read it here.
    const inspector = await actor('yen.luu');
    const lan = { actor: inspector, agendaItemId: await itemOf(sittingId, 'lan.tran') };
    expect(await codeOf(openJudgement(deps, lan))).toBe('item_gone');
    // In a message, which stays where it was sent, not even the secretary reads of it.
    const sitting = (await sittingPicture(deps, sittingId))!;
    const inMessage = await judgeNames(deps, {
      reader: { personId: secretary.personId },
      items: sitting.agenda.map(({ subject }) => subject),
    });
    expect([...inMessage.of.values()].some(({ evaluation }) => evaluation.barred)).toBe(false);
  });

  test('who declared a conflict is told nothing of that name, in any place', async () => {
    const sittingId = await nominated('lan.tran', 'nhung.chu');
    const viet = await actor('viet.kieu');
    const agendaItemId = await itemOf(sittingId, 'lan.tran');
    await deps.db.itemConflict.create({ data: { agendaItemId, personId: viet.personId } });
    const { sheetId } = await opensSheet(sittingId);
    expect(await codeOf(openJudgement(deps, { actor: viet, agendaItemId }))).toBe('conflicted');
    expect(await lineFor(viet, sittingId, 'lan.tran')).toBeNull();
    expect(await lineFor(viet, sittingId, 'nhung.chu')).toContain('Còn thiếu');
    const seen = await shownOf(viet, sittingId, sheetId);
    expect(seen).not.toContain('Đủ tiêu chuẩn');
    expect(seen).not.toContain(agendaItemId);
    expect(await shownOf(await actor('thuy.vo'), sittingId, sheetId)).toContain('Đủ tiêu chuẩn');
  });

  test('who neither sits nor convenes reads no judgement; who is on the roll does after their term', async () => {
    const sittingId = await nominated('lan.tran', 'nhung.chu');
    const agendaItemId = await itemOf(sittingId, 'lan.tran');
    for (const login of ['lan.tran', 'dung.tran', 'yen.luu'] as const)
      expect(
        await codeOf(openJudgement(deps, { actor: await actor(login), agendaItemId })),
        login,
      ).toBe('item_gone');
    await opensSheet(sittingId);
    const [seat] = await deps.db.councilMember.findMany({
      where: { personId: personId('tuyet.ho'), councilId: COUNCIL },
    });
    await deps.db.councilMember.update({
      where: { id: seat!.id },
      data: { toDate: dateColumn('2026-11-10') },
    });
    const read = openJudgement(deps, { actor: await actor('tuyet.ho'), agendaItemId });
    expect(await codeOf(read)).toBe('done');
    await deps.db.councilMember.update({ where: { id: seat!.id }, data: { toDate: null } });
  });
});

describe('opening', () => {
  test('the form names first those who do not meet the conditions; opening is not forbidden', async () => {
    const sittingId = await nominated('lan.tran', 'nhung.chu', 'van.doan');
    const prospect = await prepareSheet(deps, { actor: secretary, sittingId, ...GROUP });
    const form = { sittingId, ...GROUP, ...prospect, closesAt: deps.clock.now() };
    const view = openSheetView(form, shownTo(deps, secretary));
    expect(validateView(view, 'modal')).toMatchObject({ ok: true });
    const text = JSON.stringify(view);
    expect(text).toContain('1 đủ tiêu chuẩn · 2 còn thiếu');
    expect(text).toContain('*2 đề nghị cần kiểm tra trước khi mở*');
    expect(text.match(/Còn thiếu/g)).toHaveLength(2);
    expect(text.indexOf('Chu Hồng Nhung')).toBeLessThan(text.indexOf('Trần Thị Lan'));
    await opensSheet(sittingId);
    expect(await deps.db.ballot.count({ where: { agendaItem: { sittingId } } })).toBe(3);
  });

  test('only the rule that what is not registered is not considered keeps a name off the sheet', async () => {
    const sittingId = await nominated('lan.tran', 'nhung.chu');
    const { registration, ...rest } = loadRulebook();
    const rule = { ...registration.withoutRegistration, value: 'refuse' as const };
    const strict: Deps = {
      ...deps,
      rulebook: { ...rest, registration: { ...registration, withoutRegistration: rule } },
    };
    await deps.db.registrationWindow.create({
      data: {
        unitId: unitId('SH'),
        year: YEAR,
        opensOn: dateColumn('2025-01-02'),
        closesOn: dateColumn('2025-02-28'),
      },
    });
    const gone = { personId: personId('nhung.chu'), year: YEAR };
    await deps.db.titleRegistrationItem.deleteMany({ where: { registration: gone } });
    await deps.db.titleRegistration.deleteMany({ where: gone });
    const asked = { actor: secretary, sittingId, ...GROUP };
    expect((await prepareSheet(deps, asked)).ruledOut).toEqual([]);
    const prospect = await prepareSheet(strict, asked);
    expect(prospect.ruledOut.map(({ item }) => item.title)).toEqual(['Chu Hồng Nhung']);
    const form = { sittingId, ...GROUP, ...prospect, closesAt: deps.clock.now() };
    expect(JSON.stringify(openSheetView(form, shownTo(strict, secretary)))).toContain(
      '*1 đề nghị không có trên phiếu*',
    );
    const closesAt = new Date(deps.clock.now().getTime() + DAY_MS);
    const ballot = { actor: secretary, agendaItemId: await itemOf(sittingId, 'nhung.chu') };
    expect(await codeOf(openBallot(strict, { ...ballot, method: 'open', closesAt }))).toBe(
      'not_registered',
    );
    await openSheet(strict, { ...asked, method: 'open', closesAt, submissionKey: randomUUID() });
    const ballots = await deps.db.ballot.findMany({
      where: { agendaItem: { sittingId } },
      select: { agendaItem: { select: { personId: true } } },
    });
    expect(ballots.map(({ agendaItem }) => agendaItem.personId)).toEqual([personId('lan.tran')]);
  });

  test('the form of a ballot on one name tells how it stands', async () => {
    const sittingId = await nominated('nhung.chu');
    const agendaItemId = await itemOf(sittingId, 'nhung.chu');
    const { judgements } = await prepareBallot(deps, { actor: secretary, agendaItemId });
    expect(briefLine(judgements, agendaItemId, shownTo(deps, secretary))).toMatchObject({
      standing: 'short',
      warns: true,
    });
  });
});

describe('many names', () => {
  /** How many statements each place asks, on a sitting with so many names. */
  async function asked(names: number): Promise<Record<string, number>> {
    await begin();
    const ids = await newPeople(deps, names, { year: YEAR, rating: 'good' });
    const registration = { title: 'cstdcs', year: YEAR };
    for (const id of ids) await registers(deps, { personId: id }, registration);
    // Persons and collectives stand on one sheet of no real title: both are read for.
    for (const { id } of await deps.db.unit.findMany({ take: names === 3 ? 1 : 10 }))
      await registers(deps, { unitId: id }, registration);
    const convening = await statementsOf(() =>
      prepareSitting(deps, { actor: secretary, channelId: null }),
    );
    const sittingId = await convenes(deps, secretary, [GROUP]);
    const form = await statementsOf(() =>
      prepareSheet(deps, { actor: secretary, sittingId, ...GROUP }),
    );
    const { sheetId } = await opensSheet(sittingId);
    const member = await actor('thuy.vo');
    const page = async (from: number) => {
      const { sheet, marks } = await fillSheet(deps, { actor: member, sheetId });
      const place = { personId: member.personId, marks, from };
      const items = namesOn(sheet, place).map(({ subject }) => subject);
      const judgements = await judgeNames(deps, { reader: member, items });
      const view = sheetPageView(sheet, { ...place, judgements }, shownTo(deps, member));
      expect(validateView(view, 'modal')).toMatchObject({ ok: true });
    };
    const first = await statementsOf(() => page(0));
    const [item] = await deps.db.agendaItem.findMany({
      where: { sittingId, personId: { not: null } },
      take: 1,
    });
    const one = await statementsOf(() =>
      openJudgement(deps, { actor: member, agendaItemId: item!.id }),
    );
    return { convening, form, first, one };
  }

  test('ask as few statements as few names do', async () => {
    const few = await asked(3);
    const many = await asked(120);
    expect(many).toEqual(few);
    expect(few.form).toBeLessThan(60);
  });

  test('a form on a whole agenda is one that Slack takes', async () => {
    const ids = await newPeople(deps, 500, { year: YEAR, rating: 'completed' });
    for (const id of ids) await registers(deps, { personId: id }, { title: 'cstdcs', year: YEAR });
    const sittingId = await convenes(deps, secretary, [GROUP]);
    const prospect = await prepareSheet(deps, { actor: secretary, sittingId, ...GROUP });
    const form = { sittingId, ...GROUP, ...prospect, closesAt: deps.clock.now() };
    for (const language of ['vi', 'en'] as const) {
      const view = openSheetView(form, { ...shownTo(deps, secretary), language });
      expect(validateView(view, 'modal')).toMatchObject({ ok: true });
      // Nobody is cut off.
      expect(JSON.stringify(view)).toMatch(/500\. Người/);
      expect(JSON.stringify(view)).not.toContain('…');
    }
  });
});
