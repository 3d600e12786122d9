import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { type Endorsement, type ExemplarFile, exemplarFile, type Subject } from '../queries.ts';
import { mayEndorse } from './endorsers.ts';

/** The exemplar in which one is praised, with that part of it. */
export async function fileOfSubject(
  tx: Tx,
  subjectId: string,
): Promise<{ file: ExemplarFile; subject: Subject } | null> {
  const row = await tx.exemplarSubject.findUnique({
    where: { id: subjectId },
    select: { exemplarId: true },
  });
  const file = row && (await exemplarFile(tx, { id: row.exemplarId }));
  const subject = file?.subjects.find(({ id }) => id === subjectId);
  return file && subject ? { file, subject } : null;
}

/** The exemplar that a head is asked to endorse, with that part of it. */
export async function fileOfEndorsement(
  tx: Tx,
  endorsementId: string,
): Promise<{ file: ExemplarFile; endorsement: Endorsement } | null> {
  const row = await tx.exemplarEndorsement.findUnique({
    where: { id: endorsementId },
    select: { exemplarId: true },
  });
  const file = row && (await exemplarFile(tx, { id: row.exemplarId }));
  const endorsement = file?.endorsements.find(({ id }) => id === endorsementId);
  return file && endorsement ? { file, endorsement } : null;
}

/** How much waits for somebody's answer: their own consent, their endorsement as a head. */
export async function answersAwaited(
  deps: Deps,
  actor: Actor,
): Promise<{ consents: number; endorsements: number }> {
  const { personId } = actor;
  const headed = actor.grants.flatMap(({ role, unitId }) => (role === 'head' ? unitId : []));
  const [consents, open] = await Promise.all([
    deps.db.exemplarSubject.count({
      where: { personId, consent: null, exemplar: { state: 'waiting' } },
    }),
    deps.db.exemplarEndorsement.findMany({
      where: { unitId: { in: headed }, endorsed: null, exemplar: { state: 'waiting' } },
      select: {
        unitId: true,
        exemplar: {
          select: { reporterId: true, subjects: { select: { personId: true, unitId: true } } },
        },
      },
    }),
  ]);
  const theirs = await Promise.all(
    open.map(({ unitId, exemplar }) =>
      mayEndorse(deps.db, actor, { ...exemplar, unitId }, today(deps)),
    ),
  );
  return { consents, endorsements: theirs.filter(Boolean).length };
}
