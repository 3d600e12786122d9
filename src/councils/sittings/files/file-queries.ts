import type { Tx } from '../../../database/client.ts';
import { type Deps, today } from '../../../kernel/deps.ts';
import type { Actor } from '../../../people/actor.ts';
import { mayConvene } from '../../authority.ts';
import { unknownSitting } from '../running.ts';
import { mayReadSitting, type SittingPicture, sittingPicture } from '../sitting-queries.ts';
import { fileRefusal } from './file-phrases.ts';

export interface SittingFileLine {
  id: string;
  name: string;
  /** In bytes. */
  size: number;
  addedByName: string;
  addedAt: Date;
}

/** The files of a sitting for somebody who reads it. */
export interface SittingFiles {
  sitting: SittingPicture;
  files: SittingFileLine[];
  /** The reader may add files and take some off now. */
  changes: boolean;
}

/** The files that stand, in the order in which they came; all of a sitting, or some of them. */
export async function standingFiles(
  tx: Tx,
  where: { sittingId: string } & ({ id?: { in: string[] } } | { fileId?: { in: string[] } }),
): Promise<SittingFileLine[]> {
  const rows = await tx.sittingFile.findMany({
    where: { ...where, takenOffAt: null },
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{ id: true, name: true, size: true, addedAt: true },
      addedBy: { select: { fullName: true } },
    },
  });
  return rows.map(({ addedBy, ...line }) => ({ ...line, addedByName: addedBy.fullName }));
}

/** @throws AppError sitting_unknown, the same whether there is none or it may not be read */
export async function filesOfSitting(
  deps: Deps,
  { actor, sittingId }: { actor: Actor; sittingId: string },
): Promise<SittingFiles> {
  const sitting = await sittingPicture(deps, sittingId);
  if (!sitting || !(await mayReadSitting(deps, actor, sitting))) throw unknownSitting();
  const council = { id: sitting.councilId, unitId: sitting.councilUnitId };
  const runs = await mayConvene(deps.db, actor, council, today(deps));
  return {
    sitting,
    files: await standingFiles(deps.db, { sittingId }),
    changes: runs && sitting.calledOff === null && !sitting.signed,
  };
}

/**
 * A file that stands, with its sitting, for somebody who reads that.
 *
 * @throws AppError file_unknown, the same whether there is none, it was taken off or may not be read
 */
export async function readableFile(deps: Deps, actor: Actor, fileId: string) {
  const file = await deps.db.sittingFile.findFirst({
    where: { id: fileId, takenOffAt: null },
    select: {
      ...{ id: true, name: true, sha256: true },
      sitting: {
        select: {
          id: true,
          startsAt: true,
          council: { select: { id: true, unitId: true, name: true } },
        },
      },
    },
  });
  const unknown = fileRefusal('file_unknown', (p) => p.unknown);
  if (!file) throw unknown;
  const { sitting, ...about } = file;
  const { council, startsAt } = sitting;
  const which = { id: sitting.id, councilId: council.id, councilUnitId: council.unitId };
  if (!(await mayReadSitting(deps, actor, which))) throw unknown;
  return { ...about, councilName: council.name, startsAt };
}
