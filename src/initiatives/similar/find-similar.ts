import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { type CommonPassage, commonPassages, type TitlePart, titleParts } from './common-text.ts';
import { type ComparedWork, comparedWorks } from './compared-works.ts';
import { type ComparedText, type Likeness, likenesses } from './likeness.ts';

/** As many are compared word for word, of those that the marks of the title or of the essence bring up. */
const CANDIDATES = 50;
/** A passage that more works than these have is a turn of phrase of the field and brings up nothing. */
const COMMONPLACE = 200;
/** Titles whose numbers of trigrams differ by more than this factor cannot be alike. */
const LENGTH_FACTOR = 4;
const QUOTED_PASSAGES = 2;

/** A work that looks like the one asked about, and by what. */
export interface SimilarWork extends ComparedWork, Omit<Likeness, 'rank'> {
  /** Its title, with the words marked that the one asked about has too. */
  titleParts: TitlePart[];
  /** Word for word in both essences; `theirs` is for those only who may read that initiative. */
  passages: CommonPassage[];
  /** An author of the one asked about is an author of this one. */
  sameAuthor: boolean;
}

interface Candidate extends ComparedText {
  id: number;
}

/** What is asked about. The confidential part has no share in it. */
export interface Asked {
  title: string;
  essence: string;
  /** The id of the initiative itself, handed in or not yet. */
  except: string;
  limit: number;
}

/**
 * The works that look most like a text, the most alike first.
 *
 * @param asked.authorIds its authors in the staff list
 */
export async function findSimilar(
  deps: Deps,
  tx: Tx,
  asked: Asked & { authorIds: readonly string[] },
): Promise<SimilarWork[]> {
  const alike = await rankSimilar(tx, asked);
  const works = await comparedWorks(
    deps,
    tx,
    alike.map(({ id }) => id),
  );
  return alike.flatMap(({ id, title, essence, likeness }) => {
    const work = works.get(id);
    if (!work) return [];
    return {
      ...work,
      titlePercent: likeness.titlePercent,
      essencePercent: likeness.essencePercent,
      titleParts: titleParts(title, asked.title),
      passages: commonPassages(asked.essence, essence ?? '', QUOTED_PASSAGES),
      sameAuthor: work.authors.some(
        ({ personId }) => personId !== null && asked.authorIds.includes(personId),
      ),
    };
  });
}

/** How many works look like a text, `limit` at most. */
export async function countSimilar(tx: Tx, asked: Asked): Promise<number> {
  return (await rankSimilar(tx, asked)).length;
}

async function rankSimilar(tx: Tx, asked: Asked): Promise<(Candidate & { likeness: Likeness })[]> {
  const candidates = await candidatesFor(tx, asked);
  const found = likenesses(asked, candidates);
  return candidates
    .flatMap((work, index) => {
      const likeness = found[index];
      return likeness ? [{ ...work, likeness }] : [];
    })
    .sort((a, b) => b.likeness.rank - a.likeness.rank || b.id - a.id)
    .slice(0, asked.limit);
}

/**
 * Titles by the trigrams that they have in common, counted over all of them; essences by the rarer ones of
 * their passages' marks. Neither grows with how common the words are: docs/decisions/008-similar-initiatives.md.
 */
async function candidatesFor(tx: Tx, { title, essence, except }: Asked): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    with asked as materialized (
      select title_marks(words) as marks, bit_count(title_marks(words)) as count
      from (select compared_words(${title}) as words) as folded
    ), by_title as (
      select compared.id
      from compared_work compared cross join asked
      where compared.title_mark_count
        between asked.count / ${LENGTH_FACTOR}::int + 1 and asked.count * ${LENGTH_FACTOR}::int
      order by bit_count(compared.title_marks & asked.marks)::float8
        / (compared.title_mark_count + asked.count) desc, compared.id desc
      limit ${CANDIDATES}
    ), by_passage as (
      select compared_id as id
      from passage_marks(compared_words(${essence})) as asked_mark
      cross join lateral (
        select array(
          select compared_id from compared_passage where mark = asked_mark limit ${COMMONPLACE + 1}
        ) as works
      ) as found
      cross join unnest(found.works) as compared_id
      where cardinality(found.works) <= ${COMMONPLACE}
      group by compared_id
      order by count(*) desc, compared_id desc
      limit ${CANDIDATES}
    )
    select compared.id, coalesce(initiative.title, work.title) as title, initiative.essence
    from (select id from by_title union select id from by_passage) as candidate
    join compared_work compared on compared.id = candidate.id
    left join initiative on initiative.id = compared.initiative_id
    left join recognised_work work on work.id = compared.work_id
    where compared.initiative_id is distinct from ${except}::uuid
      -- An imported work may have been found to be an initiative of the app.
      and (compared.work_id is null or work.initiative_id is null)`;
}
