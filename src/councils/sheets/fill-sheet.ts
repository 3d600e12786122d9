import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { voteRefusal } from '../refusals.ts';
import { noMarks } from './marks.ts';
import { namesFor, type SheetPicture, sheetPicture } from './sheet-queries.ts';
import { whyNoSheetVote } from './why-no-sheet-vote.ts';

export interface FilledSheet {
  sheet: SheetPicture;
  /** A sign for each name that the member votes on. */
  marks: string;
}

/**
 * A ballot sheet for a member who could vote on it now, with the marks that were kept of an open one. Casting judges
 * it again, in the statement that writes.
 *
 * @throws AppError unknown_ballot, voted_before, closed, and the reasons of `whyNoSheetVote`
 */
export async function fillSheet(
  deps: Deps,
  { actor, sheetId }: { actor: Actor; sheetId: string },
): Promise<FilledSheet> {
  const sheet = await sheetPicture(deps, sheetId);
  if (!sheet) throw voteRefusal('unknown_ballot');
  const member = sheet.members.find(({ personId }) => personId === actor.personId);
  if (!member)
    throw voteRefusal(await whyNoSheetVote(deps.db, { sheetId, personId: actor.personId }));
  if (member.voted) throw voteRefusal('voted_before');
  if (sheet.closed || sheet.closesAt <= deps.clock.now()) throw voteRefusal('closed');
  const names = namesFor(sheet, actor.personId).length;
  const kept = await keptMarks(deps, { sheetId, personId: actor.personId });
  return { sheet, marks: kept?.length === names ? kept : noMarks(names) };
}

/** The marks of a draft; null when there is none. For its writer only. */
export async function keptMarks(
  { db }: Pick<Deps, 'db'>,
  key: { sheetId: string; personId: string },
): Promise<string | null> {
  const row = await db.sheetDraft.findUnique({
    where: { sheetId_personId: key },
    select: { marks: true },
  });
  return row?.marks ?? null;
}

/** Keeps the marks of an open sheet; of a secret one nothing is kept. */
export async function keepMarks(
  { db }: Pick<Deps, 'db'>,
  { sheet, personId, marks }: { sheet: SheetPicture; personId: string; marks: string },
): Promise<void> {
  if (sheet.method === 'secret') return;
  await db.$executeRaw`
    insert into sheet_draft (sheet_id, person_id, marks)
    values (${sheet.id}::uuid, ${personId}::uuid, ${marks})
    on conflict (sheet_id, person_id) do update set marks = excluded.marks, saved_at = app_now()`;
}
