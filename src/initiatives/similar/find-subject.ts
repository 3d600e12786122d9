import type { Tx } from '../../database/client.ts';
import type { InitiativeState } from '../../database/generated/enums.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { refusal } from '../refusal.ts';
import { workflowRefusal } from '../workflow/workflow-phrases.ts';

/** An initiative as far as it decides who may do what with it. */
export interface Subject {
  id: string;
  number: string;
  title: string;
  state: InitiativeState;
  revision: number;
  unitId: string;
  filedById: string;
  returnedAt: Date | null;
  /** Authors in the staff list, in their order. */
  authorIds: string[];
}

/** @throws AppError initiative_unknown */
export async function findSubject(
  tx: Tx,
  which: { id: string } | { number: string },
): Promise<Subject> {
  const row = await tx.initiative.findUnique({
    where: which,
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      revision: true,
      unitId: true,
      filedById: true,
      returnedAt: true,
      authors: { orderBy: { ordinal: 'asc' }, select: { personId: true } },
    },
  });
  if (!row) throw refusal('initiative_unknown', (p) => p.unknownInitiative);
  const { authors, ...subject } = row;
  return { ...subject, authorIds: authors.flatMap(({ personId }) => personId ?? []) };
}

type Concerned = Pick<Subject, 'unitId' | 'authorIds' | 'filedById'>;

/** Authors in the staff list and whoever handed it in, each once. */
export function readersOf({ authorIds, filedById }: Concerned): string[] {
  return [...new Set([...authorIds, filedById])];
}

/** Whether it is the actor's: an author, or who handed it in. */
export function isOwn(actor: Actor, subject: Concerned): boolean {
  return readersOf(subject).includes(actor.personId);
}

/** Whether the actor checks its form: a secretary of the unit or of one above, and never an author. */
export async function mayCheck(tx: Tx, actor: Actor, subject: Concerned): Promise<boolean> {
  if (subject.authorIds.includes(actor.personId)) return false;
  return holdsRole(tx, actor, 'secretary', subject.unitId);
}

/** @throws AppError not_secretary, is_author */
export async function refuseWhoMayNotCheck(
  tx: Tx,
  actor: Actor,
  subject: Concerned,
): Promise<void> {
  if (!(await holdsRole(tx, actor, 'secretary', subject.unitId)))
    throw workflowRefusal('not_secretary', (p) => p.onlySecretary);
  if (subject.authorIds.includes(actor.personId))
    throw workflowRefusal('is_author', (p) => p.ownInitiative);
}
