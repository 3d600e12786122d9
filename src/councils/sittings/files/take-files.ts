import type { Tx } from '../../../database/client.ts';
import { refuseSentFiles } from '../../../documents/refuse-sent-files.ts';
import type { GivenFile } from '../../../documents/sent-file-rules.ts';
import { addJob } from '../../../jobs/outbox.ts';
import { namedId } from '../../../kernel/named-id.ts';
import type { Actor } from '../../../people/actor.ts';
import { refuseFilesWhenSigned } from '../../papers/refuse-signed.ts';
import { keepSittingFilesTask } from './file-messages.ts';
import { fileRefusal } from './file-phrases.ts';
import { MOST_FILES, MOST_FILES_AT_ONCE, SITTING_FILE_TYPES } from './file-rules.ts';

/**
 * Has files for a sitting fetched and kept after the commit; their content is looked at then, and what comes of it told
 * by message. The caller holds the sitting and has seen to it that the actor runs it. The same files twice make one job.
 *
 * @param given.convened they came with the form that convened it
 * @throws AppError paper_signed, files_refused, files_too_many, at the field of the files
 */
export async function takeSittingFiles(
  tx: Tx,
  given: { actor: Actor; sittingId: string; files: readonly GivenFile[]; convened: boolean },
): Promise<void> {
  const { actor, sittingId, files, convened } = given;
  if (files.length === 0) return;
  await refuseFilesWhenSigned(tx, sittingId, 'files');
  refuseSentFiles(
    files,
    { taken: SITTING_FILE_TYPES, most: MOST_FILES_AT_ONCE },
    { code: 'files_refused', field: 'files' },
  );
  const fileIds = files.map(({ id }) => id);
  // Of the same form delivered before, what it brought is not counted twice.
  const there = await tx.sittingFile.count({
    where: { sittingId, takenOffAt: null, fileId: { notIn: fileIds } },
  });
  if (there + fileIds.length > MOST_FILES)
    throw fileRefusal('files_too_many', (p) => p.noRoom({ most: MOST_FILES, there }), 'files');
  const payload = { sittingId, slackUserId: actor.slackUserId, fileIds, convened };
  await addJob(tx, keepSittingFilesTask, payload, {
    key: `${keepSittingFilesTask.task}:${markOfFiles(sittingId, fileIds)}`,
  });
}

/** The same for the same files of one sitting. */
export function markOfFiles(sittingId: string, fileIds: readonly string[]): string {
  return namedId(`${sittingId} ${fileIds.join(' ')}`);
}
