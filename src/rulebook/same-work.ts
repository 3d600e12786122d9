import type { WorkLevel } from './facts.ts';
import { fold } from './fold.ts';

interface KnownWork {
  workId: string;
  /** Null for one that was imported. */
  initiativeId: string | null;
  level: WorkLevel;
  title: string;
}

/**
 * Which of a person's recognised works are one and the same: an initiative recognised at several levels
 * is one, and counts once. Imported records name no initiative; among them the same title at another level
 * is taken for the same.
 *
 * @returns by work id a mark that the same works share
 */
export function markSameWorks(works: readonly KnownWork[]): Map<string, string> {
  return new Map(works.map((work) => [work.workId, markOf(work, works)]));
}

function markOf(work: KnownWork, all: readonly KnownWork[]): string {
  if (work.initiativeId) return work.initiativeId;
  const title = fold(work.title);
  const others = all.filter(
    (one) => one.workId !== work.workId && one.level !== work.level && fold(one.title) === title,
  );
  const filed = others.find(({ initiativeId }) => initiativeId !== null);
  return filed?.initiativeId ?? (others.length > 0 ? `title:${title}` : work.workId);
}
