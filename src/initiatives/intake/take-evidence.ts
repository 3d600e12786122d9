import { createHash } from 'node:crypto';
import type { Tx } from '../../database/client.ts';
import { problemBeforeFetching } from '../../documents/sent-file-rules.ts';
import { addJob } from '../../jobs/outbox.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { evidencePhrases } from './evidence-phrases.ts';
import { EVIDENCE_TYPES, MOST_FILES_AT_ONCE } from './evidence-rules.ts';
import { keepEvidenceTask } from './intake-messages.ts';

const refusal = refusing(evidencePhrases);

/** Files as the form brings them. */
export interface SentEvidence {
  files: readonly { id: string; name: string; size: number }[];
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
  if (files.length > MOST_FILES_AT_ONCE)
    throw refusal(
      'evidence_refused',
      (p) => p.tooManyFiles({ most: MOST_FILES_AT_ONCE }),
      'evidence',
    );
  const refused = files.flatMap((file) => {
    const problem = problemBeforeFetching(file, EVIDENCE_TYPES);
    return problem ? [{ name: file.name, problem }] : [];
  });
  if (refused.length > 0)
    throw refusal('evidence_refused', (p) => p.evidenceRefused(refused), 'evidence');
  const fileIds = files.map(({ id }) => id);
  const payload = { initiativeId, slackUserId: actor.slackUserId, fileIds, councilOnly };
  const key = `initiatives.evidence:${initiativeId}:${markOf(fileIds)}`;
  await addJob(tx, keepEvidenceTask, payload, { key });
}

/** The same for the same files. */
export function markOf(fileIds: readonly string[]): string {
  return createHash('sha256').update(fileIds.join(' ')).digest('hex').slice(0, 32);
}
