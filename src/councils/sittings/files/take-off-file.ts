import { inTransaction } from '../../../database/transaction.ts';
import { refreshMessages } from '../../../jobs/outbox.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Deps } from '../../../kernel/deps.ts';
import type { Actor } from '../../../people/actor.ts';
import { refuseFilesWhenSigned } from '../../papers/refuse-signed.ts';
import { refreshAgenda } from '../refresh-sittings.ts';
import { holdToRun } from '../running.ts';
import { sittingFilesCame } from './file-messages.ts';
import { fileRefusal } from './file-phrases.ts';

/**
 * Takes a file off a sitting: nobody gets it from now on; its row stays. One that is off already stays as it is.
 *
 * @returns the sitting
 * @throws AppError file_unknown, may_not_convene, sitting_called_off, paper_signed
 */
export async function takeOffFile(
  deps: Deps,
  { actor, fileId }: { actor: Actor; fileId: string },
): Promise<{ sittingId: string }> {
  return inTransaction(deps.db, async (tx) => {
    const file = await tx.sittingFile.findUnique({
      where: { id: fileId },
      select: { sittingId: true, name: true, sha256: true },
    });
    if (!file) throw fileRefusal('file_unknown', (p) => p.unknown);
    const { sittingId, ...before } = file;
    await holdToRun(deps, tx, { actor, sittingId });
    await refuseFilesWhenSigned(tx, sittingId);
    const happened = await tx.$executeRaw`
      update sitting_file set taken_off_by_id = ${actor.personId}::uuid, taken_off_at = app_now()
      where id = ${fileId}::uuid and taken_off_at is null`;
    if (happened === 0) return { sittingId };
    await audit(tx, {
      kind: 'council.file_taken_off',
      subjectId: sittingId,
      actorId: actor.personId,
      before: { sittingFileId: fileId, ...before },
    });
    await refreshAgenda(tx, sittingId);
    await refreshMessages(tx, sittingFilesCame, sittingId);
    return { sittingId };
  });
}
