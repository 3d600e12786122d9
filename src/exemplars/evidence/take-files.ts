import type { Tx } from '../../database/client.ts';
import { refuseSentFiles } from '../../documents/refuse-sent-files.ts';
import type { GivenFile } from '../../documents/sent-file-rules.ts';
import { EVIDENCE_TYPES, MOST_FILES_AT_ONCE } from '../../initiatives/intake/evidence-rules.ts';
import { addJob } from '../../jobs/outbox.ts';
import { namedId } from '../../kernel/named-id.ts';
import type { Actor } from '../../people/actor.ts';
import { keepFilesTask } from './evidence-messages.ts';

/** Files as the form brings them. */
export interface SentFiles {
  files: readonly GivenFile[];
  /** Whoever gives them says that the press may have them. */
  forPress: boolean;
}

/**
 * Has files fetched and kept after the commit; what evidence of an initiative may be, these may be too. The
 * same files twice make one job.
 *
 * @throws AppError files_refused, at its field, for what name and size tell already
 */
export async function takeFiles(
  tx: Tx,
  given: { actor: Actor; exemplarId: string; files: SentFiles },
): Promise<void> {
  const { actor, exemplarId } = given;
  const { files, forPress } = given.files;
  if (files.length === 0) return;
  refuseSentFiles(
    files,
    { taken: EVIDENCE_TYPES, most: MOST_FILES_AT_ONCE },
    { code: 'files_refused', field: 'files' },
  );
  const fileIds = files.map(({ id }) => id);
  const payload = { exemplarId, slackUserId: actor.slackUserId, fileIds, forPress };
  const key = `exemplars.files:${namedId(`${exemplarId} ${fileIds.join(' ')}`)}`;
  await addJob(tx, keepFilesTask, payload, { key });
}
