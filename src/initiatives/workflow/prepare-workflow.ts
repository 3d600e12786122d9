import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { accessTo } from '../access.ts';
import type { InitiativeFile } from '../file-queries.ts';
import { isOwn, mayCheck } from '../similar/find-subject.ts';
import { missingAuthors } from './merged-queries.ts';
import { mayProposeAnnulment } from './propose-annulment.ts';
import { type TimelineEntry, timelinesOf } from './step-queries.ts';
import { stateAfter } from './workflow.ts';

/** How far an initiative is, and what a reader may do with it now. */
export interface FileWorkflow {
  timeline: TimelineEntry[];
  may: {
    accept: boolean;
    return: boolean;
    refuseForm: boolean;
    merge: boolean;
    mend: boolean;
    withdraw: boolean;
    proposeAnnulment: boolean;
  };
  /** A proposal to annul it waits; told to those who look after the unit only. */
  annulmentWaits: boolean;
  /** The reader's own proposal that waits. */
  ownProposalId: string | null;
  /** Told to those who check it: authors of what was merged into it who are not named. */
  missingAuthors: { merged: string; names: string[] }[];
  wasMended: boolean;
  /** Ids of those merged with it that the reader may open. */
  readable: Set<string>;
}

export async function prepareWorkflow(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  file: InitiativeFile,
): Promise<FileWorkflow> {
  const { id, state } = file;
  const authorIds = file.authors.flatMap(({ personId }) => personId ?? []);
  const concerned = { unitId: file.unitId, filedById: file.filedById, authorIds };
  const timeline = (await timelinesOf(tx, [id])).get(id) ?? [];
  const checks = await mayCheck(tx, actor, concerned);
  const own = isOwn(actor, concerned);
  const proposes = await mayProposeAnnulment(tx, actor, concerned);
  const waiting = proposes
    ? await tx.initiativeAnnulment.findFirst({
        where: { initiativeId: id, state: 'proposed' },
        select: { id: true, proposedById: true },
      })
    : null;
  const overdue = file.deadline !== null && today(deps) > file.deadline.by;
  const can = (act: Parameters<typeof stateAfter>[1]) => stateAfter(state, act) !== null;
  return {
    timeline,
    may: {
      accept: checks && can('accept'),
      return: checks && can('return'),
      refuseForm: checks && can('refuse_form') && (state === 'received' || overdue),
      merge: checks && can('merge'),
      mend: own && can('mend'),
      withdraw: own && can('withdraw'),
      proposeAnnulment: proposes && can('annul') && waiting === null,
    },
    annulmentWaits: waiting !== null,
    ownProposalId: waiting?.proposedById === actor.personId ? waiting.id : null,
    missingAuthors: checks && file.merged.length > 0 ? await missingAuthors(tx, id) : [],
    wasMended: file.revision > 1,
    readable: await readableOthers(deps, tx, actor, file),
  };
}

async function readableOthers(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { mergedInto, merged }: InitiativeFile,
): Promise<Set<string>> {
  const ids = [...(mergedInto ? [mergedInto] : []), ...merged].map(({ id }) => id);
  if (ids.length === 0) return new Set();
  const others = await tx.initiative.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      unitId: true,
      filedById: true,
      authors: { select: { personId: true } },
    },
  });
  const readable = new Set<string>();
  for (const other of others)
    if ((await accessTo(deps, tx, actor, other)) !== 'none') readable.add(other.id);
  return readable;
}
