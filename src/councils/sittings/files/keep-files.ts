import type { z } from 'zod';
import type { Tx } from '../../../database/client.ts';
import { inTransaction } from '../../../database/transaction.ts';
import { keepSentFiles } from '../../../documents/keep-sent-files.ts';
import type { TakenFile } from '../../../documents/take-sent-file.ts';
import type { WorkDeps } from '../../../jobs/kinds.ts';
import { sendMessage, sendMessages } from '../../../jobs/outbox.ts';
import { audit } from '../../../kernel/audit.ts';
import type { Deps } from '../../../kernel/deps.ts';
import { AppError } from '../../../kernel/errors.ts';
import { type Actor, findActor } from '../../../people/actor.ts';
import { refuseFilesWhenSigned } from '../../papers/refuse-signed.ts';
import { attendeesOf, toldOf } from '../attendance.ts';
import { refreshAgenda } from '../refresh-sittings.ts';
import { holdToRun } from '../running.ts';
import {
  type keepSittingFilesTask,
  sittingFilesCame,
  sittingFilesChecked,
} from './file-messages.ts';
import { standingFiles } from './file-queries.ts';
import {
  MOST_FILES,
  SITTING_FILE_TYPES,
  type SittingFileOutcome,
  type SittingFileProblem,
} from './file-rules.ts';
import { markOfFiles } from './take-files.ts';

type Given = z.infer<(typeof keepSittingFilesTask)['payload']>;

/**
 * Fetches files that were given for a sitting, checks them by their content, keeps those that are taken, tells their
 * sender what became of each and the others who are invited, once, what came. A file that is there already, from this
 * job's first run or because somebody gave it before, is kept once; one that was taken off meanwhile does not come back.
 *
 * @throws to be called again, when Slack was away
 */
export async function keepSittingFiles(deps: WorkDeps, given: Given): Promise<void> {
  const { sittingId, slackUserId, fileIds } = given;
  const actor = await findActor(deps, slackUserId);
  if (!actor) return;
  const files = await keepSentFiles(deps, {
    ...{ fileIds, taken: SITTING_FILE_TYPES, otherwise: 'tai-lieu' },
    keptBefore: (fileId) =>
      deps.db.sittingFile.findUnique({
        where: { sittingId_fileId: { sittingId, fileId } },
        select: { name: true },
      }),
    store: (file) => inTransaction(deps.db, (tx) => store(deps, tx, { actor, sittingId, ...file })),
  });
  await inTransaction(deps.db, async (tx) => {
    await sendMessage(tx, sittingFilesChecked, {
      to: { personId: actor.personId },
      params: { files },
      subjectId: sittingId,
      dedupeKey: `${sittingFilesChecked.purpose}:${markOfFiles(sittingId, fileIds)}`,
    });
    if (!given.convened) await tellOthers(deps, tx, actor, given);
  });
}

async function store(
  deps: Deps,
  tx: Tx,
  file: TakenFile & { actor: Actor; sittingId: string; fileId: string },
): Promise<SittingFileOutcome> {
  const { actor, sittingId, fileId, content, ...about } = file;
  const closed = await whyClosed(deps, tx, { actor, sittingId });
  if (closed) return closed;
  const given = await tx.sittingFile.count({ where: { sittingId, fileId } });
  if (given > 0) return 'kept';
  const standing = { sittingId, takenOffAt: null };
  const { sha256, name, type, size } = about;
  if ((await tx.sittingFile.count({ where: { ...standing, sha256 } })) > 0) return 'again';
  if ((await tx.sittingFile.count({ where: standing })) >= MOST_FILES) return 'too_many';
  const { id } = await tx.sittingFile.create({
    data: {
      ...{ sittingId, fileId, name, type, size, sha256, addedById: actor.personId },
      content: { create: { bytes: new Uint8Array(content) } },
    },
    select: { id: true },
  });
  await audit(tx, {
    kind: 'council.file_added',
    subjectId: sittingId,
    actorId: actor.personId,
    after: { sittingFileId: id, name, type, size, sha256 },
  });
  await refreshAgenda(tx, sittingId);
  return 'kept';
}

/** Why the sitting takes no file of the sender by now; else it is held until the end of the transaction. */
async function whyClosed(
  deps: Deps,
  tx: Tx,
  { actor, sittingId }: { actor: Actor; sittingId: string },
): Promise<SittingFileProblem | null> {
  try {
    await holdToRun(deps, tx, { actor, sittingId });
    await refuseFilesWhenSigned(tx, sittingId);
    return null;
  } catch (error) {
    // Nothing is written before these are thrown.
    const why = error instanceof AppError ? CLOSED.get(error.code) : undefined;
    if (!why) throw error;
    return why;
  }
}

const CLOSED: ReadonlyMap<string, SittingFileProblem> = new Map([
  ['may_not_convene', 'may_not'],
  ['sitting_called_off', 'called_off'],
  ['paper_signed', 'signed'],
]);

async function tellOthers(
  deps: Deps,
  tx: Tx,
  { personId: senderId }: Actor,
  { sittingId, fileIds }: Given,
): Promise<void> {
  const came = await standingFiles(tx, { sittingId, fileId: { in: fileIds } });
  if (came.length === 0) return;
  const told = toldOf(await attendeesOf(deps, tx, sittingId)).filter((id) => id !== senderId);
  const mark = markOfFiles(sittingId, fileIds);
  await sendMessages(
    tx,
    sittingFilesCame,
    told.map((personId) => ({
      to: { personId },
      params: { fileIds: came.map(({ id }) => id) },
      subjectId: sittingId,
      dedupeKey: `${sittingFilesCame.purpose}:${mark}:${personId}`,
    })),
  );
}
