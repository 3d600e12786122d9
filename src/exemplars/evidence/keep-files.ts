import type { z } from 'zod';
import { inTransaction } from '../../database/transaction.ts';
import { type TakenFile, takeSentFile } from '../../documents/take-sent-file.ts';
import { EVIDENCE_TYPES, MOST_EVIDENCE } from '../../initiatives/intake/evidence-rules.ts';
import type { WorkDeps } from '../../jobs/kinds.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { namedId } from '../../kernel/named-id.ts';
import { findActor } from '../../people/actor.ts';
import { filesChecked } from '../messages.ts';
import { isOpen } from '../rules.ts';
import type { keepFilesTask } from './evidence-messages.ts';

/**
 * Fetches files that were given with a report, checks them by their content, keeps those that are taken, and
 * tells their sender what became of them. A file that is there already is kept once.
 *
 * @throws to be called again, when Slack was away
 */
export async function keepFiles(
  deps: WorkDeps,
  given: z.infer<(typeof keepFilesTask)['payload']>,
): Promise<void> {
  const { exemplarId, slackUserId, fileIds, forPress } = given;
  const actor = await findActor(deps, slackUserId);
  if (!actor) return;
  const { personId } = actor;
  const kept: string[] = [];
  const refused: string[] = [];
  for (const fileId of fileIds) {
    const file = await takeSentFile(deps, { fileId, taken: EVIDENCE_TYPES, otherwise: 'tep' });
    const stored =
      !('problem' in file) &&
      (await store(deps, { exemplarId, personId, forPress, fileId, ...file }));
    (stored ? kept : refused).push(file.name ?? '');
  }
  await inTransaction(deps.db, (tx) =>
    sendMessage(tx, filesChecked, {
      to: { personId },
      params: { kept, refused },
      subjectId: exemplarId,
      dedupeKey: `${filesChecked.purpose}:${namedId(`${exemplarId} ${fileIds.join(' ')}`)}`,
    }),
  );
}

/** @returns whether it is there now */
async function store(
  deps: Deps,
  file: TakenFile & {
    exemplarId: string;
    personId: string;
    forPress: boolean;
    fileId: string;
  },
): Promise<boolean> {
  const { exemplarId, personId, forPress, fileId } = file;
  const { name, type, size, sha256, content } = file;
  return inTransaction(deps.db, async (tx) => {
    await tx.$executeRaw`select from exemplar where id = ${exemplarId}::uuid for update`;
    const exemplar = await tx.exemplar.findFirst({
      where: {
        id: exemplarId,
        OR: [{ reporterId: personId }, { mentions: { some: { reporterId: personId } } }],
      },
      select: { state: true },
    });
    if (!exemplar || !isOpen(exemplar.state)) return false;
    const key = { exemplarId_sha256: { exemplarId, sha256 } };
    if (await tx.exemplarEvidence.findUnique({ where: key, select: { id: true } })) return true;
    if ((await tx.exemplarEvidence.count({ where: { exemplarId } })) >= MOST_EVIDENCE) return false;
    const { id } = await tx.exemplarEvidence.create({
      data: {
        ...{ exemplarId, fileId, name, type, size, sha256, forPress, addedById: personId },
        content: { create: { bytes: new Uint8Array(content) } },
      },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'exemplar.evidence_added',
      subjectId: exemplarId,
      actorId: personId,
      after: { evidenceId: id, type, size, sha256, forPress },
    });
    return true;
  });
}
