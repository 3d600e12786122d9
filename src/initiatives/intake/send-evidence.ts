import { inTransaction } from '../../database/transaction.ts';
import { sendFile } from '../../jobs/files.ts';
import type { Deps } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import { type Actor, findActor } from '../../people/actor.ts';
import { readableEvidence } from './evidence-access.ts';
import { evidencePhrases } from './evidence-phrases.ts';
import { evidenceFile } from './intake-messages.ts';

const refusal = refusing(evidencePhrases);

/**
 * Has a piece of evidence sent to somebody who may read it.
 *
 * @throws AppError evidence_unknown, the same whether it does not exist or may not be read
 */
export async function sendEvidence(
  deps: Deps,
  { actor, evidenceId }: { actor: Actor; evidenceId: string },
): Promise<void> {
  await readableEvidence(deps, actor, evidenceId);
  await inTransaction(deps.db, (tx) =>
    sendFile(tx, evidenceFile, { personId: actor.personId, params: { evidenceId } }),
  );
}

/**
 * The bytes, for the job that sends them: whether they may be read is asked again, for between the press
 * and the job a role may have ended.
 *
 * @throws AppError evidence_unknown
 */
export async function evidenceContent(
  deps: Deps,
  { personId, evidenceId }: { personId: string; evidenceId: string },
): Promise<{ name: string; sha256: string; number: string; content: Buffer }> {
  const person = await deps.db.person.findUnique({
    where: { id: personId },
    select: { slackUserId: true },
  });
  const actor = person?.slackUserId ? await findActor(deps, person.slackUserId) : null;
  if (!actor) throw refusal('evidence_unknown', (p) => p.evidenceUnknown);
  const { id, ...evidence } = await readableEvidence(deps, actor, evidenceId);
  const { bytes } = await deps.db.evidenceContent.findUniqueOrThrow({ where: { evidenceId: id } });
  return { ...evidence, content: Buffer.from(bytes) };
}
