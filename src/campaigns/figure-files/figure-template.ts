import { fileNamePart } from '../../documents/file-name.ts';
import { buildWorkbook } from '../../documents/workbook.ts';
import type { BuiltFile } from '../../jobs/kinds.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Language } from '../../kernel/language.ts';
import { formatDay } from '../../kernel/time.ts';
import { actorOf } from '../../people/actor.ts';
import { escapeText } from '../../slack/blocks.ts';
import { lastFiguresDay } from '../progress/progress-rules.ts';
import { openFiguresDesk } from './check-figures.ts';
import { figureFilePhrases } from './figure-file-phrases.ts';
import { figureFileRefusal } from './figure-file-refusal.ts';
import { FIXED_COLUMNS, indicatorHeadings } from './figure-file-rules.ts';
import { findFigureFile } from './import-figures.ts';

/**
 * The workbook to be filled in: a row for each unit that its asker enters figures for, a column for each indicator.
 * Figures are left empty: one that was filled in beforehand would be reported again.
 *
 * @throws AppError as `openFiguresDesk`
 */
export async function buildFigureTemplate(
  deps: Deps,
  input: { params: { campaignId: string }; personId: string; language: Language },
): Promise<BuiltFile> {
  const { params, personId, language } = input;
  const actor = await actorOf(deps, personId);
  if (!actor) throw figureFileRefusal('may_enter_none', (say) => say.mayEnterNone);
  const { campaign, entered } = await openFiguresDesk(deps, deps.db, { actor, ...params });
  const { columns, notes, ...say } = figureFilePhrases[language];
  const headings = [...indicatorHeadings(campaign.indicators).values()];
  const asOf = formatDay(lastFiguresDay(campaign, today(deps)));
  const { code, name } = campaign;
  const content = await buildWorkbook([
    {
      name: say.sheet,
      columns: [
        { header: columns.unitCode, width: 14 },
        { header: columns.unitName, width: 40 },
        { header: columns.asOf, width: 18 },
        ...headings.map((header) => ({ header, width: 20, numeric: true })),
      ],
      rows: entered.map((unit) => [unit.code, unit.name, asOf, ...headings.map(() => null)]),
    },
    {
      name: say.guide,
      columns: [
        { header: say.guideColumn, width: 40 },
        { header: say.guideNote, width: 90 },
      ],
      rows: [
        ...FIXED_COLUMNS.map((key) => [columns[key], notes[key]]),
        ...headings.map((heading) => [heading, notes.indicator]),
      ],
    },
  ]);
  return {
    name: `${fileNamePart(`${say.sheet} ${code}`)}.xlsx`,
    content,
    comment: say.templateComment({ campaign: `*${code}* ${escapeText(name)}` }),
  };
}

/** Every problem of a file of figures, a row each. */
export async function buildFigureProblems(
  deps: Deps,
  { params, language }: { params: { runId: string }; language: Language },
): Promise<BuiltFile> {
  const { fileName, problems } = await findFigureFile(deps.db, params.runId);
  const say = figureFilePhrases[language];
  const content = await buildWorkbook([
    {
      name: say.problemsSheet,
      columns: [
        { header: say.row, width: 8, numeric: true },
        { header: say.guideColumn, width: 30 },
        { header: say.value, width: 30 },
        { header: say.problemsSheet, width: 70 },
      ],
      rows: problems.map(({ row, column, value, code, detail }) => [
        ...[row, column, value],
        say.problems[code](detail ?? ''),
      ]),
    },
  ]);
  return {
    name: `loi-${fileName.replace(/\.[^.]*$/, '').slice(0, 80)}.xlsx`,
    content,
    comment: say.problemsComment({ count: problems.length, file: escapeText(fileName) }),
  };
}
