import type { BallotResult } from '../../database/generated/enums.ts';
import { buildAdministrative } from '../../documents/administrative.ts';
import { groupBy } from '../../kernel/group-by.ts';
import { formatInstant } from '../../kernel/time.ts';
import { awardName } from '../../rulebook/explain.ts';
import { exclusionPhrases } from '../ballots/exclusion-phrases.ts';
import { thresholdName } from '../ballots/outcome-view.ts';
import { phrases as ballotPhrases } from '../ballots/phrases.ts';
import {
  annulledParts,
  earlierParts,
  type Group,
  groupsOf,
  letterhead,
  type PaperContext,
  type Part,
  RESULT,
  shareOf,
  subjectOf,
  votesOf,
  withOffice,
} from './minutes-parts.ts';
import type { CountedBallot, MinutesFacts, MinutesItem } from './minutes-queries.ts';

/** Biên bản họp: who was there, what was decided, by which count and rule. */
export function sittingMinutes(facts: MinutesFacts, context: PaperContext): Promise<Buffer> {
  const { council, attendees, items, startsAt, place } = facts;
  const { zone } = context;
  const called = attendees.some(({ attendance }) => attendance);
  const present = attendees.filter((one) =>
    called ? one.attendance === 'present' : one.answer !== 'regrets' && one.answer !== 'written',
  );
  const absent = attendees.filter((one) =>
    called ? one.attendance === 'absent' : one.answer === 'regrets',
  );
  const written = attendees.filter((one) =>
    called ? one.attendance === 'written' : one.answer === 'written',
  );
  const chair =
    present.find(({ office }) => office === 'chair') ??
    present.find(({ office }) => office === 'vice_chair');
  const secretary = present.find(({ office }) => office === 'secretary');
  const last = endOf(items);
  // Votes by message may close before the hour of the sitting: then the end is written in by hand.
  const ended = last && last > startsAt ? last : null;
  return buildAdministrative({
    ...letterhead(facts, context, 'BB'),
    title: 'BIÊN BẢN',
    abstract: `Họp ${council.name}`,
    parts: [
      {
        kind: 'facts',
        rows: [
          ['Thời gian bắt đầu', formatInstant(startsAt, zone)],
          ['Địa điểm', place],
          ['Hội đồng', `${council.name} (Quyết định số ${council.decisionNumber})`],
          ['Tổng số thành viên', String(attendees.length)],
          [
            called ? 'Có mặt' : 'Có mặt (chưa điểm danh)',
            `${present.length}: ${present.map(withOffice).join('; ')}`,
          ],
          ...(absent.length > 0
            ? [
                [
                  'Vắng mặt',
                  `${absent.length}: ${absent.map(({ name, reason }) => (reason ? `${name} (${reason})` : name)).join('; ')}`,
                ] as const,
              ]
            : []),
          ...(written.length > 0
            ? [
                [
                  'Gửi ý kiến bằng văn bản',
                  `${written.length}: ${written.map(({ name }) => name).join('; ')}`,
                ] as const,
              ]
            : []),
          ...standInRow(facts),
          ['Chủ trì', chair ? withOffice(chair) : '………'],
          ['Thư ký', secretary?.name ?? '………'],
        ],
      },
      { kind: 'heading', text: 'NỘI DUNG VÀ KẾT QUẢ' },
      ...groupsOf(items).flatMap((group, index) =>
        groupParts(group, index + 1, { ...context, chairName: chair?.name ?? null }),
      ),
      ...withheldNote(items),
      { kind: 'heading', text: 'KẾT LUẬN' },
      ...conclusions(items),
      {
        kind: 'paragraph',
        text: `Biên bản kết thúc vào hồi ${ended ? timeOf(ended, zone) : '…… giờ ……'}, đã đọc lại cho các thành viên nghe và nhất trí thông qua./.`,
      },
    ],
    signatures: [
      { office: 'Thư ký', name: secretary?.name ?? '' },
      { office: 'Chủ trì', name: chair?.name ?? '' },
    ],
    recipients: ['Thành viên hội đồng', 'Lưu: VT, TĐKT'],
  });
}

/** Substitutes who were there, each with the member in whose place they came. */
function standInRow({ attendees }: MinutesFacts): [string, string][] {
  const there = attendees.flatMap(({ name, standIn }) =>
    standIn?.asked && standIn.attendance === 'present' ? [`${standIn.name} (dự thay ${name})`] : [],
  );
  return there.length > 0 ? [['Dự thay', `${there.length}: ${there.join('; ')}`]] : [];
}

/** Whoever is in conflict is told that their copy is not the whole. */
function withheldNote(items: readonly MinutesItem[]): Part[] {
  const withheld = items.filter((one) => one.withheld);
  if (withheld.length === 0) return [];
  const names = withheld.map(({ item }) => subjectOf(item)).join('; ');
  const text = `Bản này gửi người có xung đột lợi ích nên không có diễn biến và ý kiến về: ${names}. Bản đầy đủ do người không có xung đột lợi ích lấy.`;
  return [{ kind: 'paragraph', text }];
}

/** What is said of single items of a group: who presided in the chair's place, who had no part in it. */
function besides({ items }: Group, chairName: string | null): Part[] {
  const about = (item: MinutesItem['item'], text: string) =>
    items.length === 1 ? text : `${subjectOf(item)}: ${text}`;
  const presiders = items.flatMap(({ item, ballot }) =>
    ballot?.presider && ballot.presider.name !== chairName
      ? [about(item, withOffice(ballot.presider))]
      : [],
  );
  const excluded = items.flatMap(({ item, ballot }) =>
    ballot && ballot.excluded.length > 0
      ? [
          about(
            item,
            ballot.excluded
              .map(({ name, why }) => `${name} (${exclusionPhrases.vi.onPaper[why]})`)
              .join('; '),
          ),
        ]
      : [],
  );
  const field = (label: string, lines: string[]): Part[] =>
    lines.length > 0 ? [{ kind: 'field', label, text: lines.join('\n') }] : [];
  return [
    ...field('Chủ trì nội dung này:', presiders),
    ...field('Không tham gia bỏ phiếu:', excluded),
  ];
}

function groupParts(
  group: Group,
  place: number,
  { rulebook, zone, chairName }: PaperContext & { chairName: string | null },
): Part[] {
  const [first] = group.items;
  if (!first) return [];
  const voted = group.items.find(({ ballot }) => ballot)?.ballot;
  const heading =
    first.item.kind === 'nomination'
      ? `${place}. ${awardName(rulebook, group.itemKey, 'vi')} năm ${group.year}`
      : first.item.kind === 'initiative'
        ? `${place}. Xét công nhận sáng kiến`
        : `${place}. ${first.item.title}`;
  return [
    { kind: 'heading', text: heading },
    ...(voted ? [ruleFacts(group)] : []),
    ...thereParts(group),
    ...besides(group, chairName),
    {
      kind: 'table',
      columns: [
        { header: 'STT', percent: 6 },
        { header: 'Nội dung', percent: 38 },
        { header: 'Đồng ý', percent: 9 },
        { header: 'Không đồng ý', percent: 10 },
        { header: 'Ý kiến khác', percent: 9 },
        { header: 'Tỷ lệ', percent: 10 },
        { header: 'Kết quả', percent: 18 },
      ],
      rows: group.items.map(({ item, ballot, annulled }, index) => [
        String(index + 1),
        subjectOf(item),
        ...(ballot ? votesOf(ballot) : ['', '', '']),
        ballot ? shareOf(ballot) : '',
        ballot
          ? RESULT[ballot.outcome.result]
          : annulled
            ? 'Chờ biểu quyết lại'
            : 'Chưa biểu quyết',
      ]),
    },
    ...earlierParts(group.items, zone),
    ...annulledParts(group.items, zone),
    ...group.items.flatMap(({ item, opinions }) =>
      opinions.length === 0
        ? []
        : [
            {
              kind: 'field' as const,
              label: `Ý kiến khác về ${subjectOf(item)}:`,
              text: opinions.map(({ name, text }) => `${name}: ${text}`).join('\n'),
            },
          ],
    ),
  ];
}

/** What holds of the ballots of a group; a number that conflicts make another for single items is a range. */
function ruleFacts({ items }: Group): Part {
  const ballots = items.flatMap(({ ballot }) => ballot ?? []);
  const range = (of: (ballot: CountedBallot) => number) => rangeOf(ballots.map(of));
  return {
    kind: 'facts',
    rows: [
      [
        'Hình thức',
        eachOf(items, ({ method }) =>
          method === 'secret' ? 'Bỏ phiếu kín' : 'Biểu quyết công khai',
        ),
      ],
      ['Thành viên trong danh sách', range(({ rollSize }) => rollSize)],
      ['Thành viên có quyền biểu quyết', range(({ entitled }) => entitled)],
      ['Phiếu phát ra', range(({ given }) => given)],
      ['Số tham gia tối thiểu', range(({ outcome }) => outcome.quorum.needed)],
      [
        'Ngưỡng thông qua',
        eachOf(items, ({ outcome: { rule, threshold } }) => {
          const unverified = rule.verified ? '' : ` (${ballotPhrases.vi.unverified})`;
          return `${thresholdName(threshold, 'vi')}: ${rule.source}${unverified}`;
        }),
      ],
    ],
  };
}

/** What is said of each ballot of a group, once; where it is not the same of all, with their places in its table. */
function eachOf(items: readonly MinutesItem[], say: (ballot: CountedBallot) => string): string {
  const all = items.flatMap(({ ballot }, index) =>
    ballot ? [{ words: say(ballot), place: index + 1 }] : [],
  );
  const said = groupBy(all, ({ words }) => words);
  return [...said]
    .map(([words, those]) =>
      said.size === 1 ? words : `${words} (STT ${those.map(({ place }) => place).join(', ')})`,
    )
    .join('; ');
}

function rangeOf(numbers: readonly number[]): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return least === most ? String(least) : `${least}–${most} (tùy nội dung)`;
}

/** Who was there as it was voted on: a roll-call may be called again, and each ballot keeps its own. */
function thereParts({ items }: Group): Part[] {
  const all = items.flatMap(({ item, ballot }) => {
    if (!ballot?.attendance) return [];
    const { present, written, absent } = ballot.attendance;
    const words = [
      `có mặt ${present}`,
      ...(written > 0 ? [`gửi ý kiến bằng văn bản ${written}`] : []),
      ...(absent.length > 0 ? [`vắng ${absent.length} (${absent.join(', ')})`] : []),
    ].join('; ');
    return [{ words, name: subjectOf(item) }];
  });
  if (all.length === 0) return [];
  const found = groupBy(all, ({ words }) => words);
  const lines = [...found].map(([words, those]) =>
    found.size === 1 ? words : `${those.map(({ name }) => name).join('; ')}: ${words}`,
  );
  return [{ kind: 'field', label: 'Khi biểu quyết:', text: lines.join('\n') }];
}

const NOT_YET = 'chưa biểu quyết';

function conclusions(items: readonly MinutesItem[]): Part[] {
  const lines = groupsOf(items).map(({ items: group }) => {
    const count = (wanted: BallotResult) =>
      group.filter(({ ballot }) => ballot?.outcome.result === wanted).length;
    const [first] = group;
    const what = first?.item.kind === 'initiative' ? 'Sáng kiến' : first?.item.number;
    if (first?.item.kind === 'other')
      return `${first.item.title}: ${first.ballot ? RESULT[first.ballot.outcome.result].toLocaleLowerCase('vi') : NOT_YET}.`;
    const undecided = [
      { words: NOT_YET, of: group.filter(({ ballot }) => !ballot).length },
      { words: RESULT.no_quorum.toLocaleLowerCase('vi'), of: count('no_quorum') },
    ];
    const all = undecided.find(({ of }) => of === group.length);
    if (all) return `${what}: ${all.words}.`;
    const left = undecided.filter(({ of }) => of > 0).map(({ words, of }) => `, ${words} ${of}`);
    return `${what}: thông qua ${count('passed')}/${group.length}${left.join('')}.`;
  });
  return lines.map((text) => ({ kind: 'paragraph', text }));
}

function endOf(items: readonly MinutesItem[]): Date | null {
  const ends = items.flatMap(({ ballot }) => ballot?.closedAt.getTime() ?? []);
  return ends.length === 0 ? null : new Date(Math.max(...ends));
}

function timeOf(at: Date, zone: string): string {
  const [time = '', day = ''] = formatInstant(at, zone).split(' ');
  const [hour, minute] = time.split(':');
  return `${hour} giờ ${minute} ngày ${day}`;
}
