import { expect, test } from 'vitest';
import type { Replaced } from '../../src/initiatives/initiative-content.ts';
import { PARTS } from '../../src/initiatives/initiative-content.ts';
import { changesView } from '../../src/initiatives/workflow/workflow-views.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';

// Three bytes a letter in UTF-8: as long as a field takes it.
const content = (letter: string): Replaced => {
  const text = letter.repeat(3000);
  return {
    description: {
      title: `${letter} tên`,
      kind: letter === 'ế' ? 'technical' : 'managerial',
      field: text,
      firstAppliedOn: '2026-01-01',
      priorState: text,
      essence: text,
    },
    authors: { personIds: [], outside: [] },
    shares: [],
    particulars: {
      benefits: text,
      benefitsByUsers: text,
      conditions: text,
      investor: letter,
      participants: text,
      authorDetails: text,
      addressee: letter,
      confidential: text,
    },
  };
};

function viewOf(mendings: number) {
  const changes = Array.from({ length: mendings }, (_, place) => ({
    revision: place + 2,
    at: new Date('2026-05-01T00:00:00Z'),
    changed: PARTS.filter((part) => part !== 'authors' && part !== 'firstAppliedOn'),
    before: content(place % 2 === 0 ? 'ế' : 'ộ'),
    after: content(place % 2 === 0 ? 'ộ' : 'ế'),
  }));
  const file = { number: 'SK-2026-0001', title: 'Tên', changes, names: new Map<string, string>() };
  return changesView(file, { confidential: true, zone: 'Asia/Ho_Chi_Minh' }, 'vi');
}

test('what a mending changed can be opened, however long the texts are', () => {
  expect(validateView(viewOf(1), 'modal')).toMatchObject({ ok: true });
  expect(validateView(viewOf(2), 'modal')).toMatchObject({ ok: true });
});

test('changes that do not fit are said to be left out', () => {
  const { blocks } = viewOf(2);
  const newest = JSON.stringify(blocks);
  expect(newest).toContain('Nộp lại lần 2');
  expect(newest).toContain('Nộp lại lần 1');
  // Of the first mending the last parts are not shown: a reader is to be told so.
  const shown = newest.includes('thông tin cần bảo mật') && blocks.length < 95;
  expect(shown || JSON.stringify(blocks.at(-1)).includes('context')).toBe(true);
  expect(JSON.stringify(blocks.at(-1))).not.toContain('rich_text_quote');
});
