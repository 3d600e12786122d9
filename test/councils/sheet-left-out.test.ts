import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Exclusion } from '../../src/councils/rules.ts';
import type { SheetPicture } from '../../src/councils/sheets/sheet-queries.ts';
import { sheetExclusionView } from '../../src/councils/sheets/sheet-views.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, cardsOf, MEMBERS, opens, opensSheet, sitting } from './sitting-stage.ts';

// Decision 15: a member who is left out is told that there is a vote, and why they have none.

const MEMBER = 'thuy.vo';
let sample: SampleDatabase;
let deps: Deps;
beforeAll(async () => {
  sample = await openSampleDatabase();
  deps = sample.deps;
});
afterAll(() => sample.close());

/** What this member reads of a sitting at which they are nominated, besides the invitation, once it is voted on. */
async function toldAfter(
  login: Login,
  open: (at: { sittingId: string; itemIds: string[] }) => Promise<unknown>,
): Promise<string[]> {
  const at = await sitting(sample, [{ login: MEMBER }]);
  const before = await cardsOf(deps, login);
  await open(at);
  return Object.entries(await cardsOf(deps, login)).flatMap(([key, card]) =>
    key in before ? [] : [card],
  );
}

const byItself = async ({ itemIds }: { itemIds: string[] }) =>
  opens(deps, await actor(sample, 'ha.nguyen'), itemIds[0] ?? '');

const onSheet = async ({ sittingId, itemIds }: { sittingId: string; itemIds: string[] }) => {
  const { year } = await deps.db.agendaItem.findUniqueOrThrow({ where: { id: itemIds[0] ?? '' } });
  const secretary = await actor(sample, 'ha.nguyen');
  await opensSheet(deps, secretary, { sittingId, year: year ?? 0 });
};

test.each([
  ['a ballot by itself', byItself],
  ['a sheet on all of which they have no vote', onSheet],
])('the nominee who is a member is told once of %s', async (_, open) => {
  const told = await toldAfter(MEMBER, open);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('Nội dung này xét cho chính anh/chị');
  expect(told[0]).toContain('Võ Thị Bích Thủy');
});

test('of several names they are told why of each, one reason in one block', async () => {
  const name = (personId: string, why: Exclusion) => ({
    ...{ item: { title: personId, unitName: null }, excluded: new Map([[MEMBER, why]]) },
  });
  const sheet = {
    number: 'CSTĐCS 2026',
    names: [name('An', 'subject'), name('Bình', 'relative'), name('Chi', 'relative')],
  } as unknown as SheetPicture;
  const shown = sheetExclusionView(sheet, MEMBER, { language: 'vi', zone: deps.zone });
  expect(shown?.blocks).toHaveLength(2);
  const [own, relatives] = shown?.text.split('\n') ?? [];
  expect(own).toContain('*CSTĐCS 2026* – An.');
  expect(relatives).toContain('– Bình, Chi.');
  expect(relatives).toContain('quan hệ thân thích');
  expect(sheetExclusionView(sheet, 'another', { language: 'vi', zone: deps.zone })).toBeNull();
});

test('who votes on a sheet gets its card alone', async () => {
  const told = await toldAfter(MEMBERS.at(-1) ?? MEMBER, onSheet);
  expect(told).toHaveLength(1);
  expect(told[0]).not.toContain('không có tên trong danh sách');
});
