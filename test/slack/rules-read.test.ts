import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { agreeButton, disagreeButton, otherButton } from '../../src/councils/ballots/controls.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { votingRule } from '../../src/rulebook/rules.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { actions } from '../../src/slack/blocks.ts';
import { buttonKind } from '../../src/slack/kinds.ts';
import { type Desk, openDesk } from './support.ts';

const vote = buttonKind('test.vote', z.object({}), { readsRules: false });
const plain = buttonKind('test.plain', z.object({}));

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk((on) => {
    on.command('/dangky', async ({ reply }) => {
      await reply({
        text: 'Nút',
        blocks: [actions('both', vote.button('Bỏ phiếu', {}), plain.button('Việc khác', {}))],
      });
    });
    on.button(vote, async () => ({ text: 'Đã bỏ phiếu' }));
    on.button(plain, async () => ({ text: 'Đã làm việc khác' }));
  });
});
afterAll(() => desk.close());

const threshold = () => votingRule(desk.deps.rulebook, 'sang_kien', '2099-01-01').threshold;

test('what another process overrode is asked for before all but a vote, which costs no query', async () => {
  const lan = desk.as('lan.tran');
  await lan.types('/dangky');
  await lan.sees('Việc khác');
  await desk.deps.db.ruleOverride.create({
    data: {
      rule: 'voting.threshold.sang_kien',
      value: { op: '>=', num: 80, den: 100 },
      documentNumber: '15/QĐ-BHXH',
      documentDate: dateColumn('2026-01-01'),
      fromDate: dateColumn('2026-01-01'),
      recordedById: personId('tam.do'),
    },
  });
  await lan.clicks('Bỏ phiếu');
  await lan.sees('Đã bỏ phiếu');
  expect(threshold()).toMatchObject({ num: 2, den: 3 });
  await lan.clicks('Việc khác');
  await lan.sees('Đã làm việc khác');
  expect(threshold()).toMatchObject({ num: 80, den: 100 });
});

test('the buttons of a vote are such ones', () => {
  expect([agreeButton, disagreeButton, otherButton].map(({ readsRules }) => readsRules)).toEqual([
    false,
    false,
    false,
  ]);
});
