import { inTransaction } from '../../../database/transaction.ts';
import { sentFilePhrases } from '../../../documents/sent-file-phrases.ts';
import type { GivenFile } from '../../../documents/sent-file-rules.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { refusing } from '../../../kernel/errors.ts';
import type { Actor } from '../../../people/actor.ts';
import { holdToRun } from '../running.ts';
import { takeSittingFiles } from './take-files.ts';

const refusal = refusing(sentFilePhrases);

/**
 * Adds files to a sitting, until its minutes are signed.
 *
 * @throws AppError sitting_unknown, may_not_convene, sitting_called_off, files_missing, and those of `takeSittingFiles`
 */
export async function addSittingFiles(
  deps: Deps,
  input: { actor: Actor; sittingId: string; files: readonly GivenFile[] },
): Promise<void> {
  if (input.files.length === 0) throw refusal('files_missing', (p) => p.missing, 'files');
  await inTransaction(deps.db, async (tx) => {
    await holdToRun(deps, tx, input);
    await takeSittingFiles(tx, { ...input, convened: false });
  });
}
