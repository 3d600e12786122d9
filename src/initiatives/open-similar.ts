import type { Deps } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../people/actor.ts';
import { accessTo } from './access.ts';
import { type ComparedWork, comparedWorks } from './compared-works.ts';
import { countSimilar, findSimilar, type SimilarWork } from './find-similar.ts';
import { isReadable, unitsReadBy } from './readable.ts';
import { refusal } from './refusal.ts';
import { similarPhrases } from './similar-phrases.ts';

/** As many are shown to the secretary and the council. */
const SHOWN = 10;

/** `theirs` is null of an initiative that this reader may not read. */
export type SimilarForReader = Omit<SimilarWork, 'passages'> & {
  passages: { own: string; theirs: string | null }[];
  mayRead: boolean;
};

export interface SimilarFile {
  number: string;
  title: string;
  similar: SimilarForReader[];
  /** What an author was shown before handing in. */
  shown: ShownWork[];
}

export interface ShownWork {
  work: Pick<ComparedWork, 'title' | 'initiative'>;
  titlePercent: number;
  essencePercent: number | null;
  shownAt: Date;
}

/**
 * What looks like an initiative, for the secretary and the members of its council.
 *
 * @throws AppError initiative_unknown, similar_for_council
 */
export async function openSimilar(
  deps: Deps,
  actor: Actor,
  initiativeId: string,
): Promise<SimilarFile> {
  const row = await deps.db.initiative.findUnique({
    where: { id: initiativeId },
    select: {
      number: true,
      title: true,
      essence: true,
      unitId: true,
      filedById: true,
      authors: { select: { personId: true } },
    },
  });
  const access = row ? await accessTo(deps, deps.db, actor, row) : 'none';
  if (!row || access === 'none') throw refusal('initiative_unknown', (p) => p.unknownInitiative);
  if (access !== 'all')
    throw new AppError('similar_for_council', {
      say: (language) => similarPhrases[language].forCouncil,
    });
  const { number, title, essence, authors } = row;
  const authorIds = authors.flatMap(({ personId }) => personId ?? []);
  const asked = { title, essence, except: initiativeId, authorIds, limit: SHOWN };
  const found = await findSimilar(deps, deps.db, asked);
  const units = new Set(await unitsReadBy(deps, deps.db, actor));
  const reader = { personId: actor.personId, units };
  const similar = found.map((work) => {
    const mayRead = work.access !== null && isReadable({ ...work.access, ...work }, reader);
    const passages = work.passages.map(({ own, theirs }) => ({
      own,
      theirs: mayRead ? theirs : null,
    }));
    return { ...work, passages, mayRead };
  });
  return { number, title, similar, shown: await shownBefore(deps, initiativeId) };
}

/** How many initiatives look like one that was handed in; the more than ten count as ten. */
export async function similarTo(
  deps: Deps,
  { id, title, essence }: { id: string; title: string; essence: string },
): Promise<number> {
  return countSimilar(deps.db, { title, essence, except: id, limit: SHOWN });
}

async function shownBefore(deps: Deps, initiativeId: string): Promise<ShownWork[]> {
  const rows = await deps.db.similarShown.findMany({
    where: { initiativeId },
    orderBy: [{ shownAt: 'asc' }, { titlePercent: 'desc' }, { comparedId: 'asc' }],
    select: { comparedId: true, titlePercent: true, essencePercent: true, shownAt: true },
  });
  const works = await comparedWorks(
    deps,
    deps.db,
    rows.map(({ comparedId }) => comparedId),
  );
  return rows.flatMap(({ comparedId, ...shown }) => {
    const work = works.get(comparedId);
    return work ? [{ ...shown, work }] : [];
  });
}
