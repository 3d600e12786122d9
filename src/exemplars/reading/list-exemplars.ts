import type { Prisma } from '../../database/generated/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { unitsUnder } from '../../people/units-under.ts';
import { fold } from '../../rulebook/fold.ts';
import { type ExemplarFile, exemplarFiles } from '../queries.ts';

/** As many as a message lists. */
const LISTED = 10;

export interface Listed {
  shown: ExemplarFile[];
  total: number;
}

/** What is published, the newest first. */
export function listPublished(deps: Deps): Promise<Listed> {
  return listed(deps, { state: 'published' }, 'publishedAt');
}

/**
 * What is published and has all these words in its number, headline, or the names of those who are praised
 * and of their units; accents and case apart.
 */
export function searchPublished(deps: Deps, words: string): Promise<Listed> {
  const sought = fold(words).split(' ').filter(Boolean);
  return listed(
    deps,
    // `%` and `_` are no letters of what is sought.
    {
      state: 'published',
      AND: sought.map((word) => ({
        searchText: { contains: word.replaceAll(/[%_\\]/g, String.raw`\$&`) },
      })),
    },
    'publishedAt',
  );
}

/** What somebody reported, and what praises them. */
export function listMine(deps: Deps, { personId }: Actor): Promise<Listed> {
  return listed(
    deps,
    {
      OR: [
        { reporterId: personId },
        { mentions: { some: { reporterId: personId } } },
        { subjects: { some: { personId } } },
      ],
    },
    'reportedAt',
  );
}

/**
 * What waits to be edited and what is published of the units whose communications or secretary the actor is;
 * null when they are of none.
 */
export async function listCared(deps: Deps, actor: Actor): Promise<Listed | null> {
  const roles = ['communications', 'secretary'] as const;
  const units = await unitsUnder(deps.db, actor, roles, today(deps));
  if (units.length === 0) return null;
  const unitIds = units.map(({ id }) => id);
  return listed(
    deps,
    {
      state: { in: ['waiting', 'published'] },
      subjects: { some: { unitId: { in: unitIds } } },
    },
    'reportedAt',
  );
}

async function listed(
  { db }: Deps,
  where: Prisma.ExemplarWhereInput,
  newestBy: 'publishedAt' | 'reportedAt',
): Promise<Listed> {
  const [total, shown] = await Promise.all([
    db.exemplar.count({ where }),
    exemplarFiles(db, {
      where,
      orderBy: [{ [newestBy]: 'desc' }, { number: 'desc' }],
      take: LISTED,
    }),
  ]);
  return { shown, total };
}
