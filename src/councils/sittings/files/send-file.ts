import { inTransaction } from '../../../database/transaction.ts';
import { sendFile } from '../../../jobs/files.ts';
import type { BuiltFile } from '../../../jobs/kinds.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Language } from '../../../kernel/language.ts';
import { formatInstant } from '../../../kernel/time.ts';
import { type Actor, actorOf } from '../../../people/actor.ts';
import { escapeText } from '../../../slack/blocks.ts';
import { sittingFile } from './file-messages.ts';
import { fileRefusal, filePhrases as phrases } from './file-phrases.ts';
import { readableFile } from './file-queries.ts';

/**
 * Has a file of a sitting sent to somebody who reads the sitting.
 *
 * @throws AppError file_unknown
 */
export async function sendSittingFile(
  deps: Deps,
  { actor, fileId }: { actor: Actor; fileId: string },
): Promise<void> {
  await readableFile(deps, actor, fileId);
  await inTransaction(deps.db, (tx) =>
    sendFile(tx, sittingFile, { personId: actor.personId, params: { fileId } }),
  );
}

/**
 * The file, for the job that sends it: whether it stands and may be read is asked again.
 *
 * @throws AppError file_unknown
 */
export async function buildSittingFile(
  deps: Deps,
  {
    params,
    personId,
    language,
  }: { params: { fileId: string }; personId: string; language: Language },
): Promise<BuiltFile> {
  const actor = await actorOf(deps, personId);
  if (!actor) throw fileRefusal('file_unknown', (p) => p.unknown);
  const file = await readableFile(deps, actor, params.fileId);
  const { bytes } = await deps.db.sittingFileContent.findUniqueOrThrow({
    where: { sittingFileId: file.id },
  });
  return {
    name: file.name,
    content: Buffer.from(bytes),
    comment: phrases[language].comment({
      council: escapeText(file.councilName),
      at: formatInstant(file.startsAt, deps.zone),
      sha256: file.sha256,
    }),
  };
}
