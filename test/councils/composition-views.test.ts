import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  decisionFormView,
  membersFormView,
  substituteFormView,
} from '../../src/councils/composition/composition-form-views.ts';
import {
  compositionHome,
  problemsNews,
  seatNews,
} from '../../src/councils/composition/composition-news-views.ts';
import type {
  CompositionPicture,
  CouncilPicture,
  MemberLine,
} from '../../src/councils/composition/composition-queries.ts';
import {
  type CouncilProblem,
  MOST_MEMBERS,
} from '../../src/councils/composition/composition-rules.ts';
import { councilsView, councilView } from '../../src/councils/composition/composition-views.ts';
import type { CouncilStanding } from '../../src/councils/composition/standing-queries.ts';
import { validateMessageBlocks } from '../../src/sandbox/validation/blocks.ts';
import { plainText } from '../../src/sandbox/validation/plain-text.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';

// As much as there can be, in names that try to be markup: what Slack would refuse, and what must not act.

const EVIL = 'Nguyễn <!channel> & Văn *Đậm* có tên rất dài để xem dòng này có bị cắt ở đâu không';
const on = '2026-11-11';

const member = (place: number, slack = true): MemberLine => ({
  memberId: randomUUID(),
  personId: randomUUID(),
  slackUserId: slack ? `U${place}` : null,
  name: `${EVIL} ${place}`,
  position: 'Phó Chánh Văn phòng, Chủ tịch Công đoàn cơ sở',
  office: place === 0 ? 'chair' : place < 5 ? 'vice_chair' : 'standing_member',
  from: '2025-01-01',
  to: null,
  substitutes: [
    { personId: randomUUID(), name: EVIL, number: '1/QĐ', from: '2025-01-01', to: null },
  ],
});
const members = Array.from({ length: MOST_MEMBERS }, (_, place) => member(place, place % 2 === 0));
const composition = (from: string, to: string | null): CompositionPicture => ({
  id: randomUUID(),
  number: '612/QĐ-BHXH',
  decidedOn: '2025-01-01',
  from,
  to,
  members: members.map((one) => ({ ...one, from, to })),
});
const council: CouncilPicture = {
  id: randomUUID(),
  unitId: randomUUID(),
  unitName: EVIL,
  kind: 'initiative',
  name: EVIL,
  compositions: [
    ...Array.from({ length: 20 }, (_, place) =>
      composition(
        `20${String(place).padStart(2, '0')}-01-01`,
        `20${String(place).padStart(2, '0')}-12-31`,
      ),
    ),
    composition('2025-01-01', '2026-12-31'),
    composition('2027-01-01', null),
  ],
  departures: [],
  openBallots: 2,
};
const problems: CouncilProblem[] = members.map(({ personId, name, office }) => ({
  kind: 'left',
  severity: 'fault',
  personId,
  name,
  office,
  how: 'moved',
  rule: { source: 'Mặc định của phần mềm, chờ quy chế hội đồng của đơn vị', verified: false },
}));
const standing: CouncilStanding & { council: CouncilPicture } = {
  unitId: council.unitId,
  unitName: council.unitName,
  kind: council.kind,
  council,
  problems,
  nextFrom: '2027-01-01',
};

const inModal = (view: unknown) => validateView(view, 'modal');
const inMessage = (message: { blocks: unknown; text: string } | null) =>
  validateMessageBlocks(message?.blocks, message?.text);
const fine = expect.objectContaining({ ok: true });

describe.each(['vi', 'en'] as const)('in %s', (language) => {
  const reader = { language, on };

  test('a hundred councils, each with forty problems', () => {
    const many = Array.from({ length: 100 }, (_, place) => ({
      ...standing,
      council: place % 2 === 0 ? { ...council, id: randomUUID() } : null,
    }));
    const rights = { composes: new Set([council.unitId]), establishes: true };
    expect(inModal(councilsView(many, rights, reader))).toEqual(fine);
    expect(validateView({ type: 'home', blocks: compositionHome(many, language) }, 'home')).toEqual(
      fine,
    );
    const news = problemsNews(many, language);
    expect(inMessage(news)).toEqual(fine);
    expect(plainText(news?.blocks ?? [], '')).toContain('<!channel>');
  });

  test('the largest council with its history, its next composition, and what it says to a member', () => {
    const view = councilView(standing, { composes: true, establishes: true, done: 'x' }, reader);
    expect(inModal(view)).toEqual(fine);
    const seat = { compositionId: council.compositions[0]!.id, office: 'chair' as const };
    for (const change of ['joins', 'moves', 'leaves'] as const) {
      expect(inMessage(seatNews(council, { ...seat, change }, language))).toEqual(fine);
    }
    expect(
      seatNews(council, { ...seat, compositionId: randomUUID(), change: 'joins' }, language),
    ).toBe(null);
  });

  test('the forms for as many members as are kept', () => {
    const target = {
      what: 'composition' as const,
      id: randomUUID(),
      councilId: council.id,
      seen: randomUUID(),
    };
    const before = { number: '612/QĐ-BHXH', members };
    const first = membersFormView(
      { target, name: EVIL, before, gone: [EVIL], last: false },
      language,
    );
    expect(inModal(first)).toEqual(fine);
    const second = decisionFormView(
      {
        target,
        seats: members.map(({ personId, office }) => ({ personId, office })),
        name: EVIL,
        changes: members.map(({ personId, name }) => ({
          ...{ personId, name, office: 'standing_member', change: 'moves', was: 'vice_chair' },
        })) as never,
        isNew: false,
        problems,
        openBallots: 2,
        next: composition('2027-01-01', null),
        substitutes: members.map(({ memberId, name }) => ({ memberId, member: name, name: EVIL })),
        today: on,
      },
      language,
    );
    expect(inModal(second)).toEqual(fine);
    const form = { id: randomUUID(), councilId: council.id, name: EVIL, from: on };
    const third = substituteFormView({ ...form, composition: composition(on, null) }, language);
    expect(inModal(third)).toEqual(fine);
  });
});
