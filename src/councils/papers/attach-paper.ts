import { inTransaction } from '../../database/transaction.ts';
import { sentFilePhrases } from '../../documents/sent-file-phrases.ts';
import { problemBeforeFetching } from '../../documents/sent-file-rules.ts';
import { addJob } from '../../jobs/outbox.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError, throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { holdToRun } from '../sittings/running.ts';
import { keepPaperTask } from './paper-messages.ts';
import { paperPhrases, paperRefusal } from './paper-phrases.ts';
import { findPaper, paperFacts, sittingPapers } from './paper-queries.ts';
import {
  cleanNumber,
  PAPER_TYPES,
  type PaperForm,
  type PaperProblem,
  problemsWith,
  refKey,
} from './paper-rules.ts';

export interface PaperParticulars {
  number: string;
  signedOn: string;
  signatory: string;
  /** As the form brings them. */
  files: readonly { id: string; name: string; size: number }[];
}

/**
 * Takes a signed copy of a paper: what the form tells is checked now, the file after the commit, and what comes of it
 * is told by message. The same form twice makes one job.
 *
 * @throws AppError sitting_unknown, may_not_convene; at their fields those of PAPER_PROBLEMS, file_missing,
 *   file_refused
 */
export async function attachPaper(
  deps: Deps,
  input: { actor: Actor; sittingId: string; ref: PaperForm['ref'] } & PaperParticulars,
): Promise<void> {
  const { actor, sittingId, ...given } = input;
  await take(deps, actor, sittingId, { ...given, replaces: null });
}

/**
 * The same in the place of a copy that was attached by mistake, which is taken back with the reason as the new one is
 * kept.
 *
 * @throws AppError paper_unknown, and those of `attachPaper`
 */
export async function replacePaper(
  deps: Deps,
  input: { actor: Actor; paperId: string; reason: string } & PaperParticulars,
): Promise<void> {
  const { actor, paperId, reason, ...given } = input;
  const before = await findPaper(deps.db, paperId);
  if (!before) throw paperRefusal('paper_unknown', (p) => p.unknown);
  const { kind, itemKey, year } = before;
  const replaces = { id: paperId, reason: reason.trim() };
  const ref = { kind, itemKey, year };
  await take(deps, actor, before.sittingId, { ...given, ref, replaces });
}

async function take(
  deps: Deps,
  actor: Actor,
  sittingId: string,
  { files, ...given }: PaperForm & Pick<PaperParticulars, 'files'>,
): Promise<void> {
  const form = {
    ...given,
    number: cleanNumber(given.number),
    signatory: given.signatory.trim(),
  };
  await inTransaction(deps.db, async (tx) => {
    await holdToRun(deps, tx, { actor, sittingId });
    const sitting = await sittingPapers(deps, tx, sittingId);
    if (!sitting) throw paperRefusal('paper_unknown', (p) => p.unknown);
    const problems = problemsWith(form, await paperFacts(deps, tx, { sitting, form, actor }));
    throwTogether([...problems.map((one) => refusalOf(one, form)), ...fileRefusals(files)]);
    const [file] = files;
    if (!file) return;
    const payload = { sittingId, slackUserId: actor.slackUserId, fileId: file.id, ...form };
    await addJob(tx, keepPaperTask, payload, {
      key: `${keepPaperTask.task}:${sittingId}:${refKey(form.ref)}:${file.id}`,
    });
  });
}

function refusalOf(problem: PaperProblem, { replaces }: PaperForm): AppError {
  // The form of a replacement has no choice of the paper.
  const field = problem.field === 'paper' && replaces ? 'number' : problem.field;
  return paperRefusal(problem.code, (p) => p.problem(problem), field);
}

function fileRefusals(files: PaperParticulars['files']): AppError[] {
  if (files.length === 0) return [paperRefusal('file_missing', (p) => p.fileMissing, 'file')];
  if (files.length > 1) return [paperRefusal('file_refused', (p) => p.oneFile, 'file')];
  return files.flatMap((file) => {
    const problem = problemBeforeFetching(file, PAPER_TYPES);
    if (!problem) return [];
    return new AppError('file_refused', {
      say: (l) =>
        paperPhrases[l].fileRefused({
          name: file.name,
          reason: sentFilePhrases[l].problem({ problem, taken: PAPER_TYPES }),
        }),
      field: 'file',
    });
  });
}
