import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { isReadable, unitsReadBy } from '../readable.ts';
import { refusal } from '../refusal.ts';
import { countSimilar, findSimilar, type SimilarWork } from './find-similar.ts';
import { similarPhrases } from './similar-phrases.ts';

/** As many are shown to the secretary and the council. */
const SHOWN = 10;

/** `theirs` is null of an initiative whose essence this reader may not read. */
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
  /** Its number, or the title of a work without one. */
  name: string;
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
  // The trigger of the press lasts three seconds: one question for what the office covers, here and below.
  const units = new Set(await unitsReadBy(deps, deps.db, actor));
  const reader = { personId: actor.personId, units };
  if (!row || !isReadable(row, reader))
    throw refusal('initiative_unknown', (p) => p.unknownInitiative);
  if (!units.has(row.unitId))
    throw new AppError('similar_for_council', {
      say: (language) => similarPhrases[language].forCouncil,
    });
  const { number, title, essence, authors } = row;
  const authorIds = authors.flatMap(({ personId }) => personId ?? []);
  const asked = { title, essence, except: initiativeId, authorIds, limit: SHOWN };
  const found = await findSimilar(deps, deps.db, asked);
  const similar = found.map((work) => {
    const mayRead = work.access !== null && isReadable({ ...work.access, ...work }, reader);
    // The summary of a recognised one has its essence, for everybody.
    const isPublic = work.initiative?.state === 'recognised';
    const passages = work.passages.map(({ own, theirs }) => ({
      own,
      theirs: mayRead || isPublic ? theirs : null,
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
  return deps.db.$queryRaw<ShownWork[]>`
    select coalesce(initiative.number, work.title) as name, shown.title_percent as "titlePercent",
      shown.essence_percent as "essencePercent", shown.shown_at as "shownAt"
    from similar_shown shown join compared_work compared on compared.id = shown.compared_id
    left join initiative on initiative.id = compared.initiative_id
    left join recognised_work work on work.id = compared.work_id
    where shown.initiative_id = ${initiativeId}::uuid
    order by shown.shown_at, shown.title_percent desc, shown.compared_id`;
}
