import { inTransaction } from '../../database/transaction.ts';
import { sentFilePhrases } from '../../documents/sent-file-phrases.ts';
import type { Deps } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { refusal } from '../refusal.ts';
import { mayAddEvidence } from './evidence-access.ts';
import { evidencePhrases } from './evidence-phrases.ts';
import { type SentEvidence, takeEvidence } from './take-evidence.ts';

const evidenceRefusal = refusing(evidencePhrases);
const fileRefusal = refusing(sentFilePhrases);

/**
 * Adds files to an initiative that was handed in: for its authors and whoever handed it in, until the
 * council votes.
 *
 * @throws AppError initiative_unknown, evidence_closed, evidence_missing, evidence_refused
 */
export async function addEvidence(
  deps: Deps,
  input: { actor: Actor; initiativeId: string; evidence: SentEvidence },
): Promise<void> {
  const { actor, initiativeId, evidence } = input;
  await inTransaction(deps.db, async (tx) => {
    const may = await mayAddEvidence(tx, actor.personId, initiativeId);
    if (may === 'not_theirs') throw refusal('initiative_unknown', (p) => p.unknownInitiative);
    if (may === 'closed') throw evidenceRefusal('evidence_closed', (p) => p.evidenceClosed);
    if (evidence.files.length === 0)
      throw fileRefusal('evidence_missing', (p) => p.missing, 'evidence');
    await takeEvidence(tx, { actor, initiativeId, evidence });
  });
}
