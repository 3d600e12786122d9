import { buildWorkbook, type SheetContent } from '../../documents/workbook.ts';
import type { Language } from '../../kernel/language.ts';
import { scoreResultPhrases as phrases } from './score-result-phrases.ts';
import { maximaOf, mostOf, totalOf } from './score-tally.ts';
import type { ScoringPicture, SentScores } from './scoring-queries.ts';

type Cells = (string | number | null)[];

/** All scorecards of a closed scoring: members by criteria with the outcome, and the comments. */
export function scoreWorkbook(
  scoring: ScoringPicture,
  scores: readonly SentScores[],
  language: Language,
): Promise<Buffer> {
  const say = phrases[language];
  const { sheet, panel, initiative, council } = scoring;
  const about = [`${initiative.number} – ${initiative.title}`, council.name, sheet.name[language]];
  const criteria = maximaOf(sheet).map(({ key, max }) => ({
    header: say.columnMax({ name: nameOf(scoring, key, language), max }),
    width: 14,
    numeric: true,
  }));
  const given = new Map(scores.map((one) => [one.personId, one]));
  const points: SheetContent = {
    name: say.pointsSheet,
    heading: [say.heading, ...about],
    columns: [
      { header: say.ordinal, width: 6, numeric: true },
      { header: say.member, width: 30 },
      { header: say.office, width: 22 },
      ...criteria,
      { header: say.columnMax({ name: say.total, max: mostOf(sheet) }), width: 12, numeric: true },
      { header: say.remark, width: 34 },
    ],
    rows: [
      ...panel.map((entry, index): Cells => {
        const one = entry.excluded ? undefined : given.get(entry.personId);
        return [
          index + 1,
          entry.name,
          say.offices[entry.office],
          ...maximaOf(sheet).map(({ key }) => one?.points[key] ?? null),
          one ? totalOf(sheet, one.points) : null,
          entry.excluded ? say.notScoring[entry.excluded] : one ? null : say.notSent,
        ];
      }),
      ...summaryRows(scoring, language),
    ],
  };
  const comments: SheetContent = {
    name: say.commentsSheet,
    heading: [say.commentsHeading, ...about],
    columns: [
      { header: say.ordinal, width: 6, numeric: true },
      { header: say.member, width: 30 },
      { header: say.commentsSheet, width: 90 },
    ],
    rows: panel
      .flatMap((entry) => {
        const comment = entry.excluded ? null : given.get(entry.personId)?.comment;
        return comment ? [{ name: entry.name, comment }] : [];
      })
      .map(({ name, comment }, index) => [index + 1, name, comment]),
  };
  return buildWorkbook([points, comments]);
}

function summaryRows(scoring: ScoringPicture, language: Language): Cells[] {
  const say = phrases[language];
  const { sheet, outcome } = scoring;
  if (!outcome) return [];
  const row = (label: string, cells: Cells, total: string | number | null, remark = ''): Cells => [
    null,
    label,
    null,
    ...cells,
    total,
    remark || null,
  ];
  const result = {
    reached: say.reached,
    not_reached: say.notReached,
    no_scores: say.noScores,
  }[outcome.result];
  const enough = outcome.enough.met
    ? say.scorers(outcome)
    : say.tooFew({ ...outcome, needed: outcome.enough.needed }).replace(':warning: ', '');
  const blank = sheet.criteria.map(() => null);
  if (outcome.kind === 'reached') {
    const { criteria, reaching, needed, entitled } = outcome;
    const share = say.share({ reaching, needed, entitled, result }).replaceAll('*', '');
    return [
      row(
        say.reachedRow,
        criteria.map(({ reached }) => reached),
        reaching,
      ),
      row(say.verdictRow, blank, result, share),
      row('', blank, null, enough),
    ];
  }
  const minima = sheet.kind === 'points' ? sheet.criteria.map(({ min }) => min) : blank;
  return [
    row(
      say.averageRow,
      outcome.criteria.map(({ averageTenths }) => decimal(averageTenths)),
      decimal(outcome.total?.averageTenths ?? null),
      say.rounding,
    ),
    row(say.minimumRow, minima, outcome.pass),
    row(
      say.belowRow,
      outcome.criteria.map(({ belowMinimum }) => belowMinimum),
      null,
    ),
    row(
      say.verdictRow,
      outcome.criteria.map(({ failed }) => (failed ? say.notReached : say.reached)),
      result,
      enough,
    ),
  ];
}

function decimal(tenths: number | null): number | null {
  return tenths === null ? null : tenths / 10;
}

function nameOf({ sheet }: ScoringPicture, key: string, language: Language): string {
  return sheet.criteria.find((one) => one.key === key)?.name[language] ?? key;
}
