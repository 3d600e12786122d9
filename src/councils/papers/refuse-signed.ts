import type { Tx } from '../../database/client.ts';
import type { AppError } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { type paperPhrases, paperRefusal } from './paper-phrases.ts';
import { type SignedPaper, signedAbout } from './paper-queries.ts';

/** An item of a sitting, as far as signed papers tell of it. */
export interface SignedItem {
  sittingId: string;
  itemKey: string;
  year: number | null;
}

/**
 * Refuses a ballot on an item of which a signed paper of the sitting tells; holds the sitting, so that no paper
 * comes in beside the ballot.
 *
 * @throws AppError paper_signed
 */
export async function refuseBallotWhenSigned(tx: Tx, item: SignedItem): Promise<void> {
  await tx.$queryRaw`select id::text from sitting where id = ${item.sittingId}::uuid for share`;
  const refused = signedRefusal('signedBallot', await signedAbout(tx, item));
  if (refused) throw refused;
}

/** @throws AppError paper_signed, when the minutes of the sitting are signed; the caller holds the sitting */
export async function refuseRollWhenSigned(tx: Tx, sittingId: string): Promise<void> {
  const refused = signedRefusal('signedRoll', await signedMinutesOf(tx, sittingId));
  if (refused) throw refused;
}

/** @throws AppError paper_signed, when minutes or a count of the sitting are signed; the caller holds the sitting */
export async function refuseAgendaWhenSigned(tx: Tx, sittingId: string): Promise<void> {
  const refused = signedRefusal('signedAgenda', await signedMinutesOf(tx, sittingId), 'order');
  if (refused) throw refused;
}

/**
 * @param field of the form, if one is named
 * @throws AppError paper_signed, when minutes or a count of the sitting are signed; the caller holds the sitting
 */
export async function refuseFilesWhenSigned(
  tx: Tx,
  sittingId: string,
  field?: string,
): Promise<void> {
  const refused = signedRefusal('signedFiles', await signedMinutesOf(tx, sittingId), field);
  if (refused) throw refused;
}

/** Minutes and counts of a sitting that are signed. */
function signedMinutesOf(tx: Tx, sittingId: string): Promise<SignedPaper[]> {
  // No title is called so: only minutes tell of it.
  return signedAbout(tx, { sittingId, itemKey: '', year: null });
}

/** @throws AppError paper_signed, when a signed paper tells of any of these */
export async function refuseAnnulmentWhenSigned(
  tx: Tx,
  items: readonly SignedItem[],
): Promise<void> {
  // The names of a sheet are of one title, so the first stands for all.
  const [first] = items;
  const refused = first && signedRefusal('signedAnnulment', await signedAbout(tx, first));
  if (refused) throw refused;
}

function signedRefusal(
  say: 'signedBallot' | 'signedRoll' | 'signedAgenda' | 'signedFiles' | 'signedAnnulment',
  papers: readonly SignedPaper[],
  field?: string,
): AppError | null {
  if (papers.length === 0) return null;
  return paperRefusal('paper_signed', (p) => p[say]({ papers: namesOf(papers, p) }), field);
}

function namesOf(papers: readonly SignedPaper[], words: (typeof paperPhrases)[Language]): string {
  return papers
    .map(({ kind, number, signedOn: day }) => words.named({ kind, number, day }))
    .join('; ');
}
