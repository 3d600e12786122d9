import { afterAll, beforeAll, expect, test } from 'vitest';
import { dateColumn, formatDay } from '../../src/kernel/time.ts';
import { addMonths } from '../../src/rulebook/calendar.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import type { World } from '../support/world.ts';
import { handsIn } from './support/initiatives.ts';
import { at, openStage, speak, todayOf } from './support/places.ts';
import { isTurnedDown } from './support/watching.ts';

const INSPECTOR = 'yen.luu';
const DAY_MS = 24 * 60 * 60_000;
let world: World;
const who = (login: Login) => at(world, login);
beforeAll(async () => {
  world = await openStage();
});
afterAll(() => world.close());

async function opensReport(login: Login, words: string, title: string) {
  const person = who(login);
  await person.types(words);
  await person.waitsForModal(title);
  return person;
}

test('what is overdue stands in the inspection report with its rule and by how many days', async () => {
  const { number } = await handsIn(world, 'lan.tran', { title: 'Chưa ai kiểm tra <!here>' });
  const by = addMonths(todayOf(world), 1);
  const early = await opensReport(INSPECTOR, '/thidua kiem tra', 'Báo cáo kiểm tra');
  expect(early.modalText()).not.toContain(number);
  await early.closesModal();

  const late = new Date(`${by}T12:00:00+07:00`).getTime() + 3 * DAY_MS;
  await world.advance(late - world.clock.now().getTime());
  const inspector = await opensReport(INSPECTOR, '/thidua kiểm tra', 'Báo cáo kiểm tra');
  await inspector.sees('BHXH tỉnh Sông Hàn', { in: 'modal' });
  await inspector.sees(
    `${number} (Phòng Quản lý thu – Sổ, thẻ): Kiểm tra hình thức, hạn ${formatDay(by)}, quá 3 ngày`,
    { in: 'modal' },
  );
  await inspector.sees('Nghị định 13/2012/NĐ-CP Điều 6', { in: 'modal' });
  // An inspector is told that it waits, not what it says.
  expect(inspector.modalText()).not.toContain('Chưa ai kiểm tra');
  await inspector.closesModal();
  const secretary = await opensReport('ha.nguyen', '/thidua kiểm tra', 'Báo cáo kiểm tra');
  await secretary.sees(number, { in: 'modal' });
  await secretary.closesModal();
});

test('councils to be mended stand in it; what is in order does not', async () => {
  const { db } = world.deps;
  const before = await opensReport(INSPECTOR, '/thidua kiểm tra', 'Báo cáo kiểm tra');
  await before.sees('Hội đồng cần kiện toàn: 0', { in: 'modal' });
  await before.closesModal();
  const council = await db.council.findFirstOrThrow({ where: { kind: 'initiative' } });
  const chair = { councilId: council.id, office: 'chair' as const };
  await db.councilMember.updateMany({ where: chair, data: { toDate: dateColumn('2026-11-12') } });
  const inspector = await opensReport(INSPECTOR, '/thidua kiểm tra', 'Báo cáo kiểm tra');
  await inspector.sees('Hội đồng cần kiện toàn: 1', { in: 'modal' });
  await inspector.sees('Hội đồng sáng kiến (BHXH tỉnh Sông Hàn): Chưa có Chủ tịch', {
    in: 'modal',
  });
  await inspector.closesModal();
});

test('it is for inspectors and secretaries, and in English too', async () => {
  for (const login of ['lan.tran', 'khanh.phan', 'tam.do'] as const)
    await isTurnedDown(world, who(login), 'Báo cáo kiểm tra dành cho', () =>
      who(login).types('/thidua kiểm tra'),
    );
  await speak(world, 'en', [INSPECTOR]);
  const inspector = await opensReport(INSPECTOR, '/thidua inspection', 'Inspection report');
  await inspector.sees('days late', { in: 'modal' });
  await inspector.sees('There is no chair', { in: 'modal' });
});
