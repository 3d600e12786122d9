import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { isReadable, unitsReadBy } from '../readable.ts';
import { type ComparedWork, comparedWorks } from './compared-works.ts';
import { similarPhrases } from './similar-phrases.ts';
import { wordsOf } from './words.ts';

const LISTED = 10;

export interface SearchResult {
  total: number;
  /** The newest ten. */
  found: (ComparedWork & { mayRead: boolean })[];
}

/**
 * Initiatives that have all the words, without accents, the last one as a beginning: in the title or the
 * essence of those that the person may read, in the title of all that are recognised.
 *
 * @throws AppError nothing_to_search
 */
export async function searchInitiatives(
  deps: Deps,
  actor: Actor,
  typed: string,
): Promise<SearchResult> {
  if (wordsOf(typed).length === 0)
    throw new AppError('nothing_to_search', {
      say: (language) => similarPhrases[language].nothingToSearch,
    });
  const units = await unitsReadBy(deps, deps.db, actor);
  const { personId } = actor;
  // The words are of a to z and 0 to 9 only, so nothing in them is an operator.
  const rows = await deps.db.$queryRaw<{ id: number; total: bigint }[]>`
    with asked as materialized (
      select to_tsquery('simple', replace(compared_words(${typed}), ' ', ' & ') || ':*') as query
    ), readable as (
      select id from initiative
      where unit_id = any(${units}::uuid[]) or filed_by_id = ${personId}::uuid
      union
      select initiative_id from initiative_author where person_id = ${personId}::uuid
    ), found as (
      select compared.id
      from asked
      join compared_work compared on to_tsvector('simple', compared.title_words) @@ asked.query
      left join initiative on initiative.id = compared.initiative_id
      left join recognised_work work on work.id = compared.work_id
      where (work.initiative_id is null and work.annulled_at is null and work.id is not null) or initiative.state = 'recognised'
        or initiative.id in (select id from readable)
      union
      select compared.id
      from asked
      join initiative on to_tsvector('simple', compared_words(initiative.essence)) @@ asked.query
      join compared_work compared on compared.initiative_id = initiative.id
      where initiative.id in (select id from readable)
    )
    select compared.id, count(*) over () as total
    from found join compared_work compared on compared.id = found.id
    left join initiative on initiative.id = compared.initiative_id
    left join recognised_work work on work.id = compared.work_id
    order by coalesce(work.year, extract(year from initiative.filed_at)) desc,
      initiative.number desc nulls last, compared.id desc
    limit ${LISTED}`;
  const works = await comparedWorks(
    deps,
    deps.db,
    rows.map(({ id }) => id),
  );
  const reader = { personId, units: new Set(units) };
  const found = rows.flatMap(({ id }) => {
    const work = works.get(id);
    if (!work) return [];
    const mayRead = work.access !== null && isReadable({ ...work.access, ...work }, reader);
    return [{ ...work, mayRead }];
  });
  return { total: Number(rows[0]?.total ?? 0), found };
}
