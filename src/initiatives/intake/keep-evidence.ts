import type { z } from 'zod';
import { inTransaction } from '../../database/transaction.ts';
import { keepSentFiles } from '../../documents/keep-sent-files.ts';
import type { TakenFile } from '../../documents/take-sent-file.ts';
import type { WorkDeps } from '../../jobs/kinds.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { findActor } from '../../people/actor.ts';
import { filedForSecretary } from '../messages.ts';
import { mayAddEvidence } from './evidence-access.ts';
import { EVIDENCE_TYPES, type EvidenceProblem, MOST_EVIDENCE } from './evidence-rules.ts';
import { evidenceChecked, type keepEvidenceTask } from './intake-messages.ts';
import { markOf } from './take-evidence.ts';

type Outcome = 'kept' | 'again' | EvidenceProblem;

/**
 * Fetches files that were given as evidence, checks them by their content, keeps those that are taken, and
 * tells their sender what became of each. A file that is there already, from this job's first run or
 * because somebody sent it before, is kept once.
 *
 * @throws to be called again, when Slack was away
 */
export async function keepEvidence(
  deps: WorkDeps,
  given: z.infer<(typeof keepEvidenceTask)['payload']>,
): Promise<void> {
  const { initiativeId, slackUserId, fileIds, councilOnly } = given;
  const actor = await findActor(deps, slackUserId);
  if (!actor) return;
  const { personId } = actor;
  const checked = await keepSentFiles(deps, {
    ...{ fileIds, taken: EVIDENCE_TYPES, otherwise: 'minh-chung' },
    keptBefore: (fileId) =>
      deps.db.initiativeEvidence.findFirst({
        where: { initiativeId, fileId },
        select: { name: true },
      }),
    store: (file) => store(deps, { initiativeId, personId, councilOnly, ...file }),
  });
  const files = checked.map((one) => ({ ...one, name: councilOnly ? null : one.name }));
  await inTransaction(deps.db, (tx) =>
    sendMessage(tx, evidenceChecked, {
      to: { personId },
      params: { files },
      subjectId: initiativeId,
      dedupeKey: `${evidenceChecked.purpose}:${initiativeId}:${markOf(fileIds)}`,
    }),
  );
}

interface Given {
  initiativeId: string;
  personId: string;
  councilOnly: boolean;
  fileId: string;
}

async function store(deps: Deps, file: Given & TakenFile): Promise<Outcome> {
  const { initiativeId, personId, councilOnly, fileId } = file;
  const { name, type, size, sha256, content } = file;
  return inTransaction<Outcome>(deps.db, async (tx) => {
    // Files of several senders follow each other, and none comes in beside the opening of a vote.
    await tx.$executeRaw`select from initiative where id = ${initiativeId}::uuid for update`;
    if ((await mayAddEvidence(tx, personId, initiativeId)) !== 'may') return 'closed';
    const key = { initiativeId_sha256: { initiativeId, sha256 } };
    const same = await tx.initiativeEvidence.findUnique({ where: key });
    // Sent once more for the council only: whoever forgot the tick the first time meant it.
    if (same && councilOnly && !same.councilOnly) {
      await tx.initiativeEvidence.update({ where: key, data: { councilOnly } });
      await audit(tx, {
        kind: 'initiative.evidence_restricted',
        subjectId: initiativeId,
        actorId: personId,
        after: { evidenceId: same.id, councilOnly },
      });
    }
    if (same) return 'again';
    if ((await tx.initiativeEvidence.count({ where: { initiativeId } })) >= MOST_EVIDENCE)
      return 'too_many';
    const { id } = await tx.initiativeEvidence.create({
      data: {
        initiativeId,
        fileId,
        name,
        type,
        size,
        sha256,
        councilOnly,
        addedById: personId,
        content: { create: { bytes: new Uint8Array(content) } },
      },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'initiative.evidence_added',
      subjectId: initiativeId,
      actorId: personId,
      after: { evidenceId: id, type, size, sha256, councilOnly, ...(councilOnly ? {} : { name }) },
    });
    await refreshMessages(tx, filedForSecretary, initiativeId);
    return 'kept';
  });
}
