import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { accessTo } from '../access.ts';
import { contentOf, type Replaced } from '../initiative-content.ts';
import { DraftContent } from '../intake/draft-content.ts';
import type { Draft } from '../intake/draft-of.ts';
import { findSubject, isOwn, type Subject } from '../similar/find-subject.ts';
import { lastStep } from './step-queries.ts';
import { workflowRefusal } from './workflow-phrases.ts';

export interface Mending {
  subject: Subject;
  /** What was written so far, else the initiative as it stands. */
  draft: Draft;
  /** What stands. */
  current: Replaced;
  /** There is a confidential part that this person may not read: it is left out here, and stays unless written anew. */
  hidesConfidential: boolean;
}

/**
 * What somebody goes on with who mends an initiative that was returned.
 *
 * @throws AppError initiative_unknown, not_author, not_returned
 */
export async function openMending(
  deps: Deps,
  input: { actor: Actor; initiativeId: string; revision: number },
): Promise<Mending> {
  const { actor, initiativeId } = input;
  const subject = await mendableBy(deps, deps.db, input);
  const standing = await contentOf(deps.db, initiativeId);
  const hidesConfidential =
    standing.particulars.confidential !== undefined &&
    !(await readsConfidential(deps, deps.db, actor, subject));
  const current = hidesConfidential ? withoutConfidential(standing) : standing;
  const key = { initiativeId, personId: actor.personId };
  const written = await deps.db.initiativeMending.findUnique({
    where: { initiativeId_personId: key },
    select: { revision: true, content: true, updatedAt: true },
  });
  const content =
    written?.revision === subject.revision ? DraftContent.parse(written.content) : current;
  const updatedAt = written?.updatedAt ?? subject.returnedAt ?? deps.clock.now();
  return { subject, draft: { id: initiativeId, updatedAt, content }, current, hidesConfidential };
}

/** Whoever handed it in wrote it, and goes on with it; others only as the file shows it. */
export async function readsConfidential(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { id, unitId, filedById, authorIds }: Subject,
): Promise<boolean> {
  if (actor.personId === filedById) return true;
  const authors = authorIds.map((personId) => ({ personId }));
  return (await accessTo(deps, tx, actor, { id, unitId, filedById, authors })) === 'all';
}

function withoutConfidential(content: Replaced): Replaced {
  const { confidential: _, ...particulars } = content.particulars;
  return { ...content, particulars };
}

/**
 * The initiative, for one of its authors or whoever handed it in, while this revision is returned.
 *
 * @throws AppError initiative_unknown, not_author, not_returned
 */
export async function mendableBy(
  deps: Deps,
  tx: Tx,
  input: { actor: Actor; initiativeId: string; revision: number },
): Promise<Subject> {
  const { actor, initiativeId, revision } = input;
  const subject = await findSubject(tx, { id: initiativeId });
  if (!isOwn(actor, subject)) throw workflowRefusal('not_author', (p) => p.onlyAuthors);
  if (subject.state !== 'returned' || subject.revision !== revision) {
    const last = await lastStep(tx, initiativeId);
    throw workflowRefusal('not_returned', (p) =>
      p.notReturned({ number: subject.number, last, zone: deps.zone }),
    );
  }
  return subject;
}
