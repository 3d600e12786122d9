import type { ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { formatDay, slackInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  confirmation,
  context,
  escapeText,
  inParts,
  input,
  section,
} from '../../slack/blocks.ts';
import { formatAmount } from '../progress/amounts.ts';
import {
  applyFiguresButton,
  discardFiguresButton,
  figuresFileModal,
  figuresTemplateButton,
} from './figure-file-controls.ts';
import { figureFilePhrases } from './figure-file-phrases.ts';
import { TOLD } from './figure-file-rules.ts';
import type { FigureFile } from './import-figures.ts';

/** Characters of a name in a line, and lines in a block, so that no block is cut. */
const NAME = 80;
const BLOCK = 5;

export function figuresFileView(
  { id: campaignId, code, name }: { id: string; code: string | null; name: string },
  language: Language,
): ModalView {
  const say = figureFilePhrases[language];
  return figuresFileModal.view({
    title: say.open,
    metadata: { campaignId },
    submit: say.check,
    close: say.cancel,
    blocks: [
      section(`*${code ?? ''}* ${escapeText(name)}`),
      section(say.intro),
      actions(
        'campaign_figures_template',
        figuresTemplateButton.button(say.template, { campaignId }),
      ),
      input('file', say.file, { type: 'file_input', filetypes: ['xlsx', 'csv'], max_files: 1 }),
    ],
  });
}

/** What the check of a file of figures found, with what can be done; after that, what was done. */
export function figuresCheckedCard(
  file: FigureFile,
  { language, zone }: { language: Language; zone: string },
): NonNullable<Rendered> {
  const say = figureFilePhrases[language];
  const about = { file: escapeText(file.fileName) };
  const counts = say.counts(file.counts);
  const text = say.checkedText(about);
  const campaign = context(`*${file.campaign.code ?? ''}* ${escapeText(file.campaign.name)}`);
  const card = (...blocks: NonNullable<Rendered>['blocks']) => ({
    text,
    blocks: [...blocks, campaign],
  });
  if (file.state === 'applied' && file.settledAt) {
    const when = slackInstant(file.settledAt, zone);
    return card(section(say.applied({ ...about, counts, when })));
  }
  if (file.state === 'discarded') return card(section(say.discarded(about)));
  if (file.problems.length > 0) {
    const more = file.problems.length - TOLD;
    const lines = file.problems
      .slice(0, TOLD)
      .map(
        ({ code, detail = '', column, ...where }) =>
          `• ${escapeText(say.problemLine({ ...where, column: clip(column, NAME), what: say.problems[code](detail) }))}`,
      );
    return card(
      section(say.wrong({ ...about, count: file.problems.length })),
      ...inParts(lines, BLOCK).map((part) => section(part.join('\n'))),
      ...(more > 0 ? [context(say.problemsInFile({ count: more }))] : []),
    );
  }
  if (file.counts.new + file.counts.changed === 0) return card(section(say.same(about)));
  const value = { runId: file.id };
  return card(
    section(say.fine({ ...about, counts })),
    ...correctionBlocks(file, language),
    actions(
      'campaign_figures_run',
      applyFiguresButton.button(say.apply, value, {
        style: 'primary',
        confirm: confirmation({
          title: say.applyTitle,
          text: say.applyText(file.counts),
          confirm: say.apply,
          deny: say.keep,
        }),
      }),
      discardFiguresButton.button(say.discard, value),
    ),
  );
}

/** Nothing is written over without its sender having read what. */
function correctionBlocks({ corrections, counts }: FigureFile, language: Language) {
  if (corrections.length === 0) return [];
  const say = figureFilePhrases[language];
  const more = counts.changed - corrections.length;
  const lines = corrections.map(({ unitName, indicator, asOf, before, after }) =>
    say.correction({
      unit: escapeText(clip(unitName, NAME)),
      indicator: escapeText(clip(indicator, NAME)),
      day: formatDay(asOf),
      before: formatAmount(BigInt(before)),
      after: formatAmount(BigInt(after)),
    }),
  );
  return [
    section(say.corrections),
    ...inParts(lines, BLOCK).map((part) => section(part.join('\n'))),
    ...(more > 0 ? [context(say.correctionsMore({ count: more }))] : []),
  ];
}
