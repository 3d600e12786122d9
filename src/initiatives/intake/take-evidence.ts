import { createHash } from 'node:crypto';
import type { Tx } from '../../database/client.ts';
import { refuseSentFiles } from '../../documents/refuse-sent-files.ts';
import type { GivenFile } from '../../documents/sent-file-rules.ts';
import { addJob } from '../../jobs/outbox.ts';
import type { Actor } from '../../people/actor.ts';
import { EVIDENCE_TYPES, MOST_FILES_AT_ONCE } from './evidence-rules.ts';
import { keepEvidenceTask } from './intake-messages.ts';

/** Files as the form brings them. */
export interface SentEvidence {
  files: readonly GivenFile[];
  /** Follows the confidential part. */
  councilOnly: boolean;
}

/**
 * Has files fetched and kept after the commit; their content is looked at then, and what comes of it told
 * by message. The caller has seen to it that the actor may add to the initiative. The same files twice
 * make one job.
 *
 * @throws AppError evidence_refused, at its field, for what name and size tell already
 */
export async function takeEvidence(
  tx: Tx,
  given: { actor: Actor; initiativeId: string; evidence: SentEvidence },
): Promise<void> {
  const { actor, initiativeId, evidence } = given;
  const { files, councilOnly } = evidence;
  if (files.length === 0) return;
  refuseSentFiles(
    files,
    { taken: EVIDENCE_TYPES, most: MOST_FILES_AT_ONCE },
    { code: 'evidence_refused', field: 'evidence' },
  );
  const fileIds = files.map(({ id }) => id);
  const payload = { initiativeId, slackUserId: actor.slackUserId, fileIds, councilOnly };
  const key = `initiatives.evidence:${initiativeId}:${markOf(fileIds)}`;
  await addJob(tx, keepEvidenceTask, payload, { key });
}

/** The same for the same files. */
export function markOf(fileIds: readonly string[]): string {
  return createHash('sha256').update(fileIds.join(' ')).digest('hex').slice(0, 32);
}
