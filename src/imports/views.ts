import type { ModalView } from '@slack/types';
import type { Rendered } from '../jobs/kinds.ts';
import type { Language } from '../kernel/language.ts';
import { slackInstant } from '../kernel/time.ts';
import {
  actions,
  confirmation,
  context,
  escapeText,
  inParts,
  input,
  option,
  readingModal,
  section,
} from '../slack/blocks.ts';
import { IMPORT_KINDS } from './columns.ts';
import { applyRun, discardRun, importModal, templateButtons } from './controls.ts';
import { phrases } from './phrases.ts';
import { PROBLEMS_TOLD } from './problems.ts';
import type { ImportRun } from './run-import.ts';
import { problemLine } from './template.ts';

export function importFormView(language: Language): ModalView {
  const say = phrases[language];
  return importModal.view({
    title: say.formTitle,
    metadata: {},
    submit: say.check,
    close: say.cancel,
    blocks: [
      section(say.formIntro),
      actions(
        'imports.templates',
        ...templateButtons.map(({ kind, button }) => button.button(say.kinds[kind], { kind })),
      ),
      input('kind', say.kind, {
        type: 'static_select',
        options: IMPORT_KINDS.map((kind) => option(say.kinds[kind], kind)),
      }),
      input('file', say.file, { type: 'file_input', filetypes: ['xlsx', 'csv'], max_files: 1 }),
    ],
  });
}

export function noticeView(text: string, language: Language): ModalView {
  const say = phrases[language];
  return readingModal({ title: say.formTitle, close: say.close }, [section(text)]);
}

/** What the check of a file found, with what can be done; after that, what was done. */
export function checkedCard(
  run: ImportRun,
  { language, zone }: { language: Language; zone: string },
): NonNullable<Rendered> {
  const say = phrases[language];
  const about = { file: escapeText(run.fileName), kind: say.kinds[run.kind] };
  const counts = say.counts(run.counts);
  const text = say.checkedText({ file: about.file });
  if (run.state === 'applied' && run.settledAt) {
    const when = slackInstant(run.settledAt, zone);
    return { text, blocks: [section(say.applied({ ...about, counts, when }))] };
  }
  if (run.state === 'discarded') return { text, blocks: [section(say.discarded(about))] };
  if (run.problems.length > 0) {
    const more = run.problemCount - PROBLEMS_TOLD;
    const kept = run.problems.length < run.problemCount ? run.problems.length : null;
    const lines = run.problems
      .slice(0, PROBLEMS_TOLD)
      .map((problem) => `• ${escapeText(problemLine(run.kind, problem, language))}`);
    return {
      text,
      blocks: [
        section(say.checkedWrong({ ...about, count: run.problemCount })),
        // A section takes 3,000 characters, and a line may quote a long cell.
        ...inParts(lines, 5).map((part) => section(part.join('\n'))),
        ...(more > 0 ? [context(say.problemsInFile({ count: more, kept }))] : []),
      ],
    };
  }
  if (run.counts.new + run.counts.changed === 0)
    return { text, blocks: [section(say.checkedSame(about))] };
  const value = { runId: run.id };
  return {
    text,
    blocks: [
      section(say.checkedFine({ ...about, counts })),
      actions(
        'imports.run',
        applyRun.button(say.apply, value, {
          style: 'primary',
          confirm: confirmation({
            title: say.applyTitle,
            text: say.applyText(run.counts),
            confirm: say.apply,
            deny: say.keep,
          }),
        }),
        discardRun.button(say.discard, value),
      ),
    ],
  };
}

export function refusedNews(
  { file, why }: { file: string | null; why: { vi: string; en: string } },
  language: Language,
): NonNullable<Rendered> {
  const say = phrases[language];
  const text = say.fileRefused({
    file: file === null ? say.fileSent : `*${escapeText(file)}*`,
    why: escapeText(why[language]),
  });
  return { text, blocks: [section(text)] };
}
