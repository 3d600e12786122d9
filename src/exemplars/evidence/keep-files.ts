import type { z } from 'zod';
import { inTransaction } from '../../database/transaction.ts';
import { keepSentFiles } from '../../documents/keep-sent-files.ts';
import type { TakenFile } from '../../documents/take-sent-file.ts';
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
  const files = await keepSentFiles(deps, {
    ...{ fileIds, taken: EVIDENCE_TYPES, otherwise: 'tep' },
    keptBefore: (fileId) =>
      deps.db.exemplarEvidence.findFirst({
        where: { exemplarId, fileId },
        select: { name: true },
      }),
    store: (file) => store(deps, { exemplarId, personId, forPress, ...file }),
  });
  const named = (wasKept: boolean) =>
    files.flatMap(({ name, outcome }) => ((outcome === 'kept') === wasKept ? [name ?? ''] : []));
  const [kept, refused] = [named(true), named(false)];
  await inTransaction(deps.db, (tx) =>
    sendMessage(tx, filesChecked, {
      to: { personId },
      params: { kept, refused },
      subjectId: exemplarId,
      dedupeKey: `${filesChecked.purpose}:${namedId(`${exemplarId} ${fileIds.join(' ')}`)}`,
    }),
  );
}

/** Kept too when it is there already. */
async function store(
  deps: Deps,
  file: TakenFile & {
    exemplarId: string;
    personId: string;
    forPress: boolean;
    fileId: string;
  },
): Promise<'kept' | 'refused'> {
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
    if (!exemplar || !isOpen(exemplar.state)) return 'refused';
    const key = { exemplarId_sha256: { exemplarId, sha256 } };
    if (await tx.exemplarEvidence.findUnique({ where: key, select: { id: true } })) return 'kept';
    if ((await tx.exemplarEvidence.count({ where: { exemplarId } })) >= MOST_EVIDENCE)
      return 'refused';
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
    return 'kept';
  });
}
