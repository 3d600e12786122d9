import { type AdministrativeContent, buildAdministrative } from '../../documents/administrative.ts';
import { placeAndDate } from '../../documents/dates.ts';
import { dayIn, formatDay } from '../../kernel/time.ts';
import { tenthsText } from './score-line.ts';
import { scoreResultPhrases } from './score-result-phrases.ts';
import { maximaOf, mostOf, type ScoringOutcome, totalOf } from './score-tally.ts';
import type { PanelEntry, ScoringPicture, SentScores } from './scoring-queries.ts';

// Score sheets and their summary, to be printed and signed: Vietnamese, as the papers of the file are.

export interface ScoreDocumentContent {
  /** Closed. */
  scoring: ScoringPicture;
  /** The sheets that are printed. */
  scores: readonly SentScores[];
  /** Whether the summary of all members goes before them. */
  summary: boolean;
  unitName: string;
  zone: string;
}

type Part = AdministrativeContent['parts'][number];

const say = scoreResultPhrases.vi;

/** A .docx: the summary if it is wanted, then each member's score sheet on a page of its own. */
export function scoreDocument(content: ScoreDocumentContent): Promise<Buffer> {
  const { scoring, scores, summary } = content;
  const given = new Map(scores.map((one) => [one.personId, one]));
  const sheets = scoring.panel.flatMap((entry) => {
    const one = entry.excluded ? undefined : given.get(entry.personId);
    return one ? [memberSheet(content, entry, one)] : [];
  });
  return buildAdministrative(...(summary ? [summaryOf(content, given)] : []), ...sheets);
}

function memberSheet(
  content: ScoreDocumentContent,
  entry: PanelEntry,
  given: SentScores,
): AdministrativeContent {
  const { sheet } = content.scoring;
  return {
    ...letterhead(content, entry.sentAt),
    title: 'PHIẾU CHẤM ĐIỂM SÁNG KIẾN',
    abstract: sheet.name.vi,
    parts: [
      facts(content, [
        ['Thành viên hội đồng', entry.name],
        ['Chức danh trong hội đồng', say.offices[entry.office]],
      ]),
      sheet.kind === 'points'
        ? {
            kind: 'table',
            columns: [
              { header: 'STT', percent: 8 },
              { header: 'Tiêu chí', percent: 50 },
              { header: 'Điểm tối đa', percent: 14 },
              { header: 'Điểm tối thiểu', percent: 14 },
              { header: 'Điểm chấm', percent: 14 },
            ],
            rows: [
              ...sheet.criteria.map(({ key, name, max, min }, index) => [
                String(index + 1),
                name.vi,
                String(max),
                String(min),
                String(given.points[key] ?? ''),
              ]),
              ['', 'Tổng', String(mostOf(sheet)), '', String(totalOf(sheet, given.points))],
            ],
          }
        : {
            kind: 'table',
            columns: [
              { header: 'STT', percent: 8 },
              { header: 'Tiêu chí', percent: 68 },
              { header: 'Đánh giá', percent: 24 },
            ],
            rows: sheet.criteria.map(({ key, name }, index) => [
              String(index + 1),
              name.vi,
              given.points[key] === 1 ? 'Đạt' : 'Không đạt',
            ]),
          },
      { kind: 'field', label: 'Nhận xét:', text: given.comment ?? '(không có)' },
      { kind: 'paragraph', text: sheetRule(content.scoring) },
    ],
    signatures: [{ office: 'Người chấm điểm', name: entry.name }],
  };
}

function summaryOf(
  content: ScoreDocumentContent,
  given: ReadonlyMap<string, SentScores>,
): AdministrativeContent {
  const { scoring } = content;
  const { sheet, panel, outcome, enough } = scoring;
  if (!outcome) throw new Error('no summary before the close');
  const holder = (office: PanelEntry['office']) =>
    panel.find((entry) => entry.office === office && !entry.excluded)?.name ?? '';
  const criteria = maximaOf(sheet);
  const percent = Math.floor(52 / (criteria.length + 1));
  return {
    ...letterhead(content, scoring.closedAt),
    title: say.heading,
    abstract: sheet.name.vi,
    landscape: criteria.length > 3,
    parts: [
      facts(content, [['Số phiếu', say.scorers(outcome).replace(/[.]$/, '')]]),
      {
        kind: 'table',
        columns: [
          { header: 'STT', percent: 6 },
          { header: 'Thành viên', percent: 22 },
          ...criteria.map(({ key, max }) => ({
            header: say.columnMax({ name: nameOf(scoring, key), max }),
            percent,
          })),
          { header: say.columnMax({ name: say.total, max: mostOf(sheet) }), percent },
          { header: 'Ghi chú', percent: 20 },
        ],
        rows: [
          ...panel.map((entry, index) => {
            const one = entry.excluded ? undefined : given.get(entry.personId);
            return [
              String(index + 1),
              entry.name,
              ...criteria.map(({ key }) => String(one?.points[key] ?? '')),
              one ? String(totalOf(sheet, one.points)) : '',
              entry.excluded ? say.notScoring[entry.excluded] : one ? '' : say.notSent,
            ];
          }),
          ...averageRows(outcome),
        ],
      },
      ...verdict(outcome, scoring.supersededAt),
      {
        kind: 'paragraph',
        text: [
          sheetRule(scoring),
          ...(sheet.kind === 'points' ? [say.minimumRule(sheet.minimumRule), say.rounding] : []),
          say.enoughRule(enough),
        ].join('\n'),
      },
    ],
    signatures: [
      { office: 'Thư ký hội đồng', name: holder('secretary') },
      { office: 'Chủ tịch hội đồng', name: holder('chair') },
    ],
  };
}

function averageRows(outcome: ScoringOutcome): string[][] {
  if (outcome.kind === 'reached') {
    const counts = outcome.criteria.map(({ reached }) => String(reached));
    return [['', say.reachedRow, ...counts, String(outcome.reaching), '']];
  }
  const average = (tenths: number | null) => (tenths === null ? '' : tenthsText(tenths, 'vi'));
  return [
    [
      '',
      say.averageRow,
      ...outcome.criteria.map(({ averageTenths }) => average(averageTenths)),
      average(outcome.total?.averageTenths ?? null),
      '',
    ],
    ['', say.belowRow, ...outcome.criteria.map(({ belowMinimum }) => String(belowMinimum)), '', ''],
  ];
}

function verdict(outcome: ScoringOutcome, supersededAt: Date | null): Part[] {
  const result = {
    reached: say.reached,
    not_reached: say.notReached,
    no_scores: say.noScores,
  }[outcome.result];
  const lines =
    outcome.kind === 'reached'
      ? [say.share({ ...outcome, result })]
      : [
          outcome.pass === null
            ? result
            : `${result}; ${say.passMark({ pass: outcome.pass, met: outcome.passMet })}`,
        ];
  const tooFew = outcome.enough.met
    ? []
    : [say.tooFew({ ...outcome, needed: outcome.enough.needed })];
  const superseded = supersededAt ? [say.superseded] : [];
  const text = [...superseded, ...lines, ...tooFew]
    .join('\n')
    .replaceAll('*', '')
    .replaceAll(':warning: ', '');
  return [{ kind: 'field', label: 'Kết luận:', text }];
}

function letterhead({ scoring, unitName, zone }: ScoreDocumentContent, at: Date | null) {
  return {
    superior: unitName,
    issuer: scoring.council.name,
    placeAndDate: placeAndDate(dayIn(zone, at ?? scoring.closesAt)),
  };
}

function facts(
  { scoring }: ScoreDocumentContent,
  more: readonly (readonly [label: string, value: string])[],
): Part {
  const { initiative, lastDay } = scoring;
  return {
    kind: 'facts',
    rows: [
      ['Số tiếp nhận', initiative.number],
      ['Tên sáng kiến', initiative.title],
      ['Chấm đến hết ngày', formatDay(lastDay)],
      ...more,
    ],
  };
}

function sheetRule({ sheet }: ScoringPicture): string {
  return say.sheetRule({ ...sheet, sheet: sheet.name.vi });
}

function nameOf({ sheet }: ScoringPicture, key: string): string {
  return sheet.criteria.find((one) => one.key === key)?.name.vi ?? key;
}
