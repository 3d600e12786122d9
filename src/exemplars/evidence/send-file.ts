import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendFile } from '../../jobs/files.ts';
import type { Deps } from '../../kernel/deps.ts';
import { type Actor, actorOf } from '../../people/actor.ts';
import { mayReadReport } from '../access.ts';
import { concernedBy, exemplarFile } from '../queries.ts';
import { refusal } from '../refusal.ts';
import { reportFile } from './evidence-messages.ts';

/**
 * Has a file of a report sent to somebody who may read what was reported.
 *
 * @throws AppError exemplar_unknown, the same whether it does not exist or may not be read
 */
export async function sendReportFile(
  deps: Deps,
  { actor, evidenceId }: { actor: Actor; evidenceId: string },
): Promise<void> {
  await readable(deps.db, actor, evidenceId);
  await inTransaction(deps.db, (tx) =>
    sendFile(tx, reportFile, { personId: actor.personId, params: { evidenceId } }),
  );
}

/**
 * The bytes, for the job that sends them: whether they may be read is asked again.
 *
 * @throws AppError exemplar_unknown
 */
export async function reportFileContent(
  deps: Deps,
  { personId, evidenceId }: { personId: string; evidenceId: string },
): Promise<{ name: string; number: string; content: Buffer }> {
  const actor = await actorOf(deps, personId);
  if (!actor) throw refusal('exemplar_unknown', (p) => p.unknown);
  const { name, number } = await readable(deps.db, actor, evidenceId);
  const { bytes } = await deps.db.exemplarEvidenceContent.findUniqueOrThrow({
    where: { evidenceId },
  });
  return { name, number, content: Buffer.from(bytes) };
}

async function readable(
  tx: Tx,
  actor: Actor,
  evidenceId: string,
): Promise<{ name: string; number: string }> {
  const evidence = await tx.exemplarEvidence.findUnique({
    where: { id: evidenceId },
    select: { name: true, exemplarId: true },
  });
  const file = evidence && (await exemplarFile(tx, { id: evidence.exemplarId }));
  if (!file || !(await mayReadReport(tx, actor, concernedBy(file))))
    throw refusal('exemplar_unknown', (p) => p.unknown);
  return { name: evidence.name, number: file.number };
}
