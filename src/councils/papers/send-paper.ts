import { inTransaction } from '../../database/transaction.ts';
import { sendFile } from '../../jobs/files.ts';
import type { BuiltFile } from '../../jobs/kinds.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Language } from '../../kernel/language.ts';
import { formatDay } from '../../kernel/time.ts';
import { type Actor, actorOf } from '../../people/actor.ts';
import { escapeText } from '../../slack/blocks.ts';
import { mayConvene } from '../authority.ts';
import { barredFromHeld } from '../release/held-queries.ts';
import { releaseRefusal } from '../release/release-phrases.ts';
import { mayReadSitting } from '../sittings/sitting-queries.ts';
import { signedPaperFile } from './paper-messages.ts';
import { paperPhrases, paperRefusal } from './paper-phrases.ts';
import { findPaper, type SignedPaper } from './paper-queries.ts';

/**
 * Has a signed copy sent to a member of the council or whoever runs the sitting; minutes whose results are held only to
 * those who run it and whom none of them is about, what was taken back to those who run it.
 *
 * @throws AppError paper_unknown, paper_held
 */
export async function sendPaper(
  deps: Deps,
  { actor, paperId }: { actor: Actor; paperId: string },
): Promise<void> {
  await readablePaper(deps, actor, paperId);
  await inTransaction(deps.db, (tx) =>
    sendFile(tx, signedPaperFile, { personId: actor.personId, params: { paperId } }),
  );
}

/** The copy, for the job that sends it: whether it may be read is asked again. */
export async function buildSignedPaper(
  deps: Deps,
  wanted: { params: { paperId: string }; personId: string; language: Language },
): Promise<BuiltFile> {
  const { paperId } = wanted.params;
  const actor = await actorOf(deps, wanted.personId);
  if (!actor) throw paperRefusal('paper_unknown', (p) => p.unknown);
  const paper = await readablePaper(deps, actor, paperId);
  const { bytes, paper: row } = await deps.db.signedPaperContent.findUniqueOrThrow({
    where: { paperId },
    select: { bytes: true, paper: { select: { sha256: true } } },
  });
  const p = paperPhrases[wanted.language];
  return {
    name: paper.name,
    content: Buffer.from(bytes),
    comment: p.comment({
      paper: p.paper(paper.kind),
      number: escapeText(paper.number),
      day: formatDay(paper.signedOn),
      sha256: row.sha256,
    }),
  };
}

/** @throws AppError paper_unknown, the same whether there is none or it may not be read; paper_held */
async function readablePaper(deps: Deps, actor: Actor, paperId: string): Promise<SignedPaper> {
  const paper = await findPaper(deps.db, paperId);
  const unknown = () => paperRefusal('paper_unknown', (p) => p.unknown);
  if (!paper) throw unknown();
  const { council } = await deps.db.sitting.findUniqueOrThrow({
    where: { id: paper.sittingId },
    select: { council: { select: { id: true, unitId: true } } },
  });
  const { id: councilId, unitId: councilUnitId } = council;
  const runs = await mayConvene(deps.db, actor, council, today(deps));
  const sitting = { id: paper.sittingId, councilId, councilUnitId };
  if (!runs && !(await mayReadSitting(deps, actor, sitting))) throw unknown();
  if (paper.takenBack && !runs) throw unknown();
  if (!(await mayReadHeld(deps, actor, { ...paper, runs })))
    throw releaseRefusal('paper_held', (p) => (runs ? p.concernedByHeld : p.counted));
  return paper;
}

/** Whether what a paper tells of is held from the reader. A decision releases what it tells of. */
export async function mayReadHeld(
  deps: Deps,
  { personId }: { personId: string },
  { kind, sittingId, runs }: Pick<SignedPaper, 'kind' | 'sittingId'> & { runs: boolean },
): Promise<boolean> {
  if (kind === 'decision') return true;
  const barred = await barredFromHeld(deps, deps.db, sittingId);
  return barred === null || (runs && !barred.has(personId));
}
