import { expect, test } from 'vitest';
import type { InitiativeLine } from '../../src/initiatives/file-queries.ts';
import type { Draft } from '../../src/initiatives/intake/draft-of.ts';
import { particularsView, substanceView } from '../../src/initiatives/intake/form-later-views.ts';
import { mineAnswer } from '../../src/initiatives/views.ts';
import type { DueInitiative } from '../../src/initiatives/workflow/deadline-queries.ts';
import {
  deadlineHomeBlocks,
  deadlinesView,
} from '../../src/initiatives/workflow/deadline-views.ts';
import { mendParticularsView } from '../../src/initiatives/workflow/mend-views.ts';
import { timelineLine } from '../../src/initiatives/workflow/timeline-views.ts';

const ZONE = 'Asia/Ho_Chi_Minh';
const ID = '5c9ad3c2-3a1f-4b53-9b5c-0d4b6b1f0a01';
const draft: Draft = {
  id: ID,
  updatedAt: new Date('2026-11-02T02:00:00Z'),
  content: {
    description: { title: 'Tên', kind: 'technical', firstAppliedOn: '2026-10-01' },
    authors: { personIds: [ID], outside: [] },
  },
};
const firstApplication = { kind: 'ok', lastDay: '2027-10-01' } as const;

function mending(shares: readonly (number | null)[]): string {
  const authors = shares.map((share, place) => ({ name: `Tác giả ${place}`, share }));
  const form = { initiativeId: ID, revision: 1, depth: 2, draft, firstApplication, authors };
  return JSON.stringify(
    mendParticularsView({ ...form, asked: null, hidesConfidential: false }, 'vi'),
  );
}

test('each later step says above its fields what going back loses, and invites nobody to', () => {
  const authors = [{ name: 'Lan', share: null }];
  const two = substanceView({ draft, depth: 2, firstApplication, authors }, 'vi');
  const three = particularsView({ draft, depth: 3, similar: [] }, 'vi');
  for (const view of [two, three]) {
    expect(JSON.stringify(view.blocks[0])).toContain('Quay lại* thì phần vừa ghi ở bước này không');
    expect(JSON.stringify(view)).not.toContain('Muốn xem lại bước trước');
  }
  expect(mending([100])).toContain('bấm *Nộp lại* để lưu');
});

test('in mending, known shares stay and new authors’ are left open, with what is missing', () => {
  const changed = mending([60, null, 20]);
  expect(changed).toContain('Tỷ lệ đã có: 80%, còn 20% cần chia');
  expect(changed.match(/initial_value":"\d+"/g)).toEqual([
    'initial_value":"60"',
    'initial_value":"20"',
  ]);
  expect(mending([60, 20])).toContain('còn thiếu 20%');
  expect(mending([60, 40, null])).toContain('chưa có phần của tác giả để trống');
  expect(mending([60, 40])).not.toContain('Danh sách tác giả đã thay đổi');
});

test('a decision stands in a line with its own day, once', () => {
  const line = timelineLine(
    [
      { kind: 'filed', at: new Date('2025-11-01T02:00:00Z') },
      {
        kind: 'decided',
        at: new Date('2025-11-20T02:00:00Z'),
        decision: 'recognised',
        number: '9/QĐ',
        decidedOn: '2025-11-20',
      },
    ],
    ZONE,
    'vi',
  );
  expect(line).toBe('Đã nộp 01/11/2025 → Quyết định công nhận số 9/QĐ ngày 20/11/2025');
});

test('authors see that a check of the form is overdue, and no paper where there is none', () => {
  const deadline = { kind: 'form_check', by: '2026-11-02', source: 'Điều 6' } as const;
  const said = (line: Partial<InitiativeLine>) => {
    const one: InitiativeLine = {
      ...{ id: ID, number: 'SK-2026-0001', title: 'Tên', state: 'received' },
      ...{ decisionNumber: null, deadline, overdue: false, mergedInto: null, ...line },
    };
    const mine = { total: 1, newest: [{ ...one, timeline: [] }], drafts: null };
    return JSON.stringify(mineAnswer(mine, ZONE, 'vi').blocks);
  };
  expect(said({ overdue: true })).toContain('(hạn 02/11/2026, *đã quá hạn*)');
  expect(said({})).toContain('chậm nhất ngày 02/11/2026');
  expect(said({ state: 'form_refused', deadline: null })).not.toContain('bằng văn bản');
});

test('what waits for a secretary has a heading of its own, and a list of all of it', () => {
  const one: DueInitiative = {
    ...{ id: ID, number: 'SK-2026-0001', title: 'Tên', state: 'received', revision: 1 },
    ...{ unitId: ID, unitName: 'Phòng', filedById: ID, authorIds: [] },
    deadline: { kind: 'form_check', by: '2026-12-02', source: 'Điều 6' },
    urgency: 'later',
    daysLeft: 20,
  };
  const due = [one, { ...one, number: 'SK-2026-0002' }];
  expect(deadlineHomeBlocks([], 'vi')).toEqual([]);
  const home = JSON.stringify(deadlineHomeBlocks(due, 'vi'));
  expect(home).toContain('*Sáng kiến chờ xử lý*');
  expect(home).toContain('Xem tất cả (2)');
  const list = JSON.stringify(deadlinesView(due, 'vi'));
  for (const words of ['SK-2026-0001', 'SK-2026-0002', 'Kiểm tra hình thức: hạn'])
    expect(list).toContain(words);
});
