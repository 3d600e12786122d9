import { describe, expect, it } from 'vitest';
import {
  arrangeView,
  findingsView,
  mendView,
  moveView,
  returnMendingView,
  strikeView,
} from '../../src/campaigns/checks/check-form-views.ts';
import {
  checkAheadMessage,
  checkComingMessage,
  findingsMessage,
  mendingSettledMessage,
  mendingToldMessage,
} from '../../src/campaigns/checks/check-message-views.ts';
import type {
  CampaignCheck,
  CheckedUnit,
  Mending,
} from '../../src/campaigns/checks/check-queries.ts';
import {
  CHECK_LIMITS,
  checkState,
  findingState,
  isMendingOverdue,
} from '../../src/campaigns/checks/check-rules.ts';
import { checksView, checkView } from '../../src/campaigns/checks/check-views.ts';
import { chasingView } from '../../src/campaigns/urging/chasing-views.ts';
import { escalationMessage } from '../../src/campaigns/urging/escalation-views.ts';
import type { Late } from '../../src/campaigns/urging/late-queries.ts';
import { latenessKey } from '../../src/campaigns/urging/urging-rules.ts';
import { urgingMessage } from '../../src/campaigns/urging/urging-views.ts';
import { validateMessageBlocks } from '../../src/sandbox/validation/blocks.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';

const ID = '00000000-0000-4000-8000-000000000001';
const zone = 'Asia/Ho_Chi_Minh';
const long = (most: number) => '<!channel> & '.padEnd(most, 'ơ');
const AT = new Date('2026-11-16T02:00:00Z');

function late(index: number, matter: Late['matter'] = 'figures'): Late {
  const campaignId = `00000000-0000-4000-8000-${String(index % 30).padStart(12, '0')}`;
  return {
    ...{ campaignId, unitId: `u${index}`, matter, subjectId: ID, unitName: long(200) },
    ...{ period: '2026-11-13', since: '2026-11-17' },
    campaign: {
      ...{ id: campaignId, code: `PT-2026-${index % 30}`, name: long(120), unitId: ID },
      ...{ contactId: ID, authorId: ID, escalateDays: 3 },
    },
  };
}

const mending: Mending = {
  ...{ id: ID, number: 1, done: long(CHECK_LIMITS.text), words: long(CHECK_LIMITS.text) },
  ...{ toldById: ID, toldBy: 'Kiều Việt', toldAt: AT, outcome: null, settledBy: null },
  reason: null,
};

function part(changes: Partial<CheckedUnit> = {}): CheckedUnit {
  return {
    ...{ id: ID, unitId: ID, unitName: long(200), revision: 1, recordedAt: AT },
    ...{ recordedBy: 'Lưu Hải Yến', mendBy: '2026-11-27', mendings: [mending] },
    good: long(CHECK_LIMITS.text),
    wrong: long(CHECK_LIMITS.text),
    mend: long(CHECK_LIMITS.text),
    ...changes,
  };
}

const check: CampaignCheck = {
  id: ID,
  campaign: {
    ...{ id: ID, code: 'PT-2026-001', name: long(120), state: 'published', unitId: ID },
    ...{ authorId: ID, contactId: ID, startsOn: '2026-11-11', endsOn: '2026-12-11' },
    finalReviewOn: '2026-12-20',
  },
  plannedOn: '2026-11-18',
  moved: { from: '2026-11-17', reason: long(CHECK_LIMITS.reason) },
  struck: null,
  checkers: Array.from({ length: CHECK_LIMITS.checkers }, (_, index) => ({
    ...{ id: `p${index}`, fullName: long(100), slackUserId: `U${index}` },
  })),
  units: Array.from({ length: CHECK_LIMITS.units }, (_, index) =>
    part({ id: `00000000-0000-4000-9000-${String(index).padStart(12, '0')}` }),
  ),
};
const ids = new Set(check.units.map(({ id }) => id));
const rights = { manages: true, organises: true, checks: true, readable: ids };

function accepted(message: { text: string; blocks: object[] } | null) {
  const result = validateMessageBlocks(message?.blocks, message?.text);
  expect(result.ok ? [] : [result.error, ...result.messages]).toEqual([]);
}

describe.each(['vi', 'en'] as const)('at their longest, in %s, Slack takes', (language) => {
  it('the messages', () => {
    const many = Array.from({ length: 200 }, (_, index) => late(index));
    const mixed = [late(1, 'pledge'), late(1, 'mending'), late(1)];
    const headedIds = new Set(['u1']);
    accepted(urgingMessage(many, { language, headedIds }));
    accepted(urgingMessage(mixed, { language, headedIds }));
    const organised = new Set(many.map(({ campaignId }) => campaignId));
    const one = many.map((each) => ({ ...each, campaignId: ID }));
    const apart = many.map((each, index) => ({ ...each, period: `2026-${index}` }));
    const reader = { language, zone, chases: new Map(), organised };
    for (const all of [
      many,
      one,
      apart,
      one.map((each, index) => ({ ...each, since: `${index}` })),
    ])
      accepted(escalationMessage(all, reader));
    const own = check.units.map(({ unitId }) => unitId);
    accepted(checkAheadMessage(check, own, language));
    const open = { ...check, units: check.units.map((one) => ({ ...one, recordedAt: null })) };
    accepted(checkComingMessage(open, { language, today: '2026-11-26', personId: 'p1' }));
    accepted(checkComingMessage(check, { language, today: '2026-11-16', personId: 'p1' }));
    for (const outcome of [null, 'accepted', 'returned'] as const) {
      const settled = { ...mending, outcome, reason: outcome === 'returned' ? long(500) : null };
      const found = { check, part: part({ mendings: [settled] }), mending: settled };
      accepted(findingsMessage(found, language));
      accepted(mendingToldMessage(found, language));
      accepted(mendingSettledMessage(found, language));
    }
  });

  it('the modals', () => {
    const today = '2026-11-18';
    const counts = {
      ...{ planned: 1, done: 0, overdue: 0, struck: 0 },
      ...{ recorded: 0, toMend: 0, mended: 0, mendingOverdue: 0 },
    };
    const units = Array.from({ length: 45 }, (_, index) => ({
      ...{ unitId: ID, unitName: long(200), byHandAt: AT, urgedToday: false },
      matters: Array.from({ length: 20 }, () => ({
        ...{ late: late(index), urgedAt: AT, escalatedAt: AT },
      })),
    }));
    const report = { units: { all: 45, urged: 45, escalated: 1, late: 45 }, checks: counts };
    const chasing = { pledgeBy: today, figuresEvery: 'week', escalateDays: 3 } as const;
    const overview = {
      ...{ campaignId: ID, code: 'PT-2026-001', name: long(120), manages: true },
      ...{ units, report, chasing },
    };
    const form = {
      campaign: check.campaign,
      check,
      mark: 'm',
      units: Array.from({ length: 150 }, (_, index) => ({ id: `${ID}${index}`, name: long(90) })),
    };
    const seen = { check, part: part(), mending };
    const modals = [
      chasingView(overview, { language, zone, from: 0 }),
      chasingView(overview, { language, zone, from: 40 }),
      checksView(
        {
          campaign: check.campaign,
          checks: Array.from({ length: 60 }, () => ({ check, rights })),
          ...{ counts, plans: true },
        },
        { language, today },
      ),
      checkView({ check, rights, headed: ids }, { language, today }),
      arrangeView(form, language),
      arrangeView({ ...form, check: null, mark: null }, language),
      moveView(check, language),
      strikeView(check, language),
      findingsView(seen, language),
      mendView(seen, language),
      returnMendingView(seen, { language, today }),
    ];
    for (const modal of modals) {
      const result = validateView(modal, 'modal');
      expect(result.ok ? [] : [result.error, ...result.messages]).toEqual([]);
    }
  });
});

describe('the button for figures of an urging', () => {
  const carried = (...all: Late[]) => {
    const { blocks } = urgingMessage(all, { language: 'vi', headedIds: new Set() });
    const [value] = blocks.flatMap((block) =>
      block.type === 'actions'
        ? block.elements.flatMap((one) => (one.type === 'button' ? (one.value ?? '') : []))
        : [],
    );
    return JSON.parse(value ?? 'null');
  };
  const one = { ...late(1), unitId: 'a' };
  const { campaignId } = one;

  it.each([
    ['of one unit', [one], { campaignId, asOf: '2026-11-13', unitId: 'a' }],
    ['of two of one day', [one, { ...one, unitId: 'b' }], { campaignId, asOf: '2026-11-13' }],
    ['of two days', [one, { ...one, unitId: 'b', period: '2026-11-20' }], { campaignId }],
  ])('knows the unit and the day that is late: %s', (_, all, value) => {
    expect(carried(...all)).toEqual(value);
  });
});

describe('an escalation', () => {
  const ESCALATED = { language: 'vi', zone, organised: new Set<string>() } as const;
  const of = (unitName: string, changes: Partial<Late> = {}): Late => ({
    ...{ ...late(1), unitId: unitName, unitName },
    ...changes,
  });
  const lines = (all: readonly Late[], urged: readonly Date[] = []) => {
    const chases = new Map(
      all.map((one, index) => {
        const urgedAt = urged[index] ?? AT;
        return [latenessKey(one), { urgedAt, escalatedAt: null, rows: [] }] as const;
      }),
    );
    const { blocks } = escalationMessage(all, { ...ESCALATED, chases });
    const texts = blocks.flatMap((block) =>
      block.type === 'section' ? (block.text?.text ?? '') : [],
    );
    return texts.slice(1).join('\n').split('\n').slice(1);
  };

  it('says a matter once and names its units', () => {
    const pledge = { matter: 'pledge', since: '2026-11-14' } as const;
    expect(lines([of('A'), of('B', pledge), of('C'), of('D', pledge), of('A', pledge)])).toEqual([
      '• Chưa có đủ số liệu đến hết ngày 13/11/2026: *A*; *C* · chậm từ 17/11/2026 · đôn đốc lúc 09:00 16/11/2026',
      '• Chưa đăng ký giao ước (hạn 13/11/2026): *B*; *D*; *A* · chậm từ 14/11/2026 · đôn đốc lúc 09:00 16/11/2026',
    ]);
  });

  it('tells the first urging where they differ', () => {
    const later = new Date(AT.getTime() + 3_600_000);
    expect(lines([of('A'), of('B')], [later, AT])[0]).toContain(
      'đôn đốc lần đầu lúc 09:00 16/11/2026',
    );
  });

  it('names as many as fit, and counts the others', () => {
    const many = Array.from({ length: 200 }, (_, index) => of(`Đơn vị số ${1_000 + index}`));
    const [line = ''] = lines(many);
    const named = line.split('Đơn vị số').length - 1;
    expect(named).toBeGreaterThan(100);
    expect(line).toContain(`và ${200 - named} đơn vị nữa`);
  });
});

describe('a check and its findings', () => {
  it.each([
    [part({ recordedAt: null }), 'planned'],
    [part({ mend: null, mendBy: null, mendings: [] }), 'in_order'],
    [part({ mendings: [] }), 'to_mend'],
    [part(), 'told'],
    [part({ mendings: [{ ...mending, outcome: 'returned' }] }), 'returned'],
    [
      part({
        mendings: [
          { ...mending, outcome: 'returned' },
          { ...mending, outcome: 'accepted' },
        ],
      }),
      'mended',
    ],
  ] as const)('stand where they do: %#', (found, state) => {
    expect(findingState(found)).toBe(state);
    const open = state === 'to_mend' || state === 'returned';
    expect(isMendingOverdue(found, '2026-11-28')).toBe(open);
    expect(isMendingOverdue(found, '2026-11-27')).toBe(false);
  });

  it.each([
    [{ units: [] }, '2026-11-17', 'ahead'],
    [{ units: [] }, '2026-11-18', 'today'],
    [{ units: [] }, '2026-11-19', 'overdue'],
    [{ units: [part({ recordedAt: null }), part()] }, '2026-11-19', 'overdue'],
    [{ units: [part()] }, '2026-11-19', 'done'],
    [{ units: [], struck: { reason: 'Gộp' } }, '2026-11-19', 'struck'],
  ] as const)('is where it is: %#', (changes, on, state) => {
    expect(checkState({ ...check, ...changes }, on)).toBe(state);
  });
});
