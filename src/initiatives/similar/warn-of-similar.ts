import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { Draft } from '../intake/draft-of.ts';
import { findSimilar, type SimilarWork } from './find-similar.ts';

/** As many are shown before handing in. */
const SHOWN = 3;

/** What an author is shown: of the other text nothing, of their own what the other has too. */
export type SimilarToDraft = Omit<SimilarWork, 'passages'> & { ownPassages: string[] };

/**
 * The works that look like a draft, for the person who is about to hand it in, and writes down that they
 * were shown. It is a warning: nothing depends on it. Shown again with the same percents, it changes
 * nothing; what was shown of drafts that were given up is thrown away.
 */
export async function warnOfSimilar(
  deps: Deps,
  { actor, draft }: { actor: Actor; draft: Draft },
): Promise<SimilarToDraft[]> {
  const { description, authors } = draft.content;
  const { title = '', essence = '' } = description;
  const authorIds = authors.personIds;
  const asked = { title, essence, except: draft.id, authorIds, limit: SHOWN };
  const similar = await findSimilar(deps, deps.db, asked);
  if (similar.length === 0) return [];
  const percents = similar.map(({ comparedId, titlePercent, essencePercent }) => ({
    comparedId,
    titlePercent,
    essencePercent,
  }));
  await deps.db.$executeRaw`
    with given_up as (
      delete from similar_shown
      where shown_to_id = ${actor.personId}::uuid and initiative_id <> ${draft.id}::uuid
        and not exists (select from initiative where id = similar_shown.initiative_id)
        and not exists (select from initiative_draft where id = similar_shown.initiative_id)
    )
    insert into similar_shown (initiative_id, shown_to_id, compared_id, title_percent, essence_percent)
    select ${draft.id}::uuid, ${actor.personId}::uuid, "comparedId", "titlePercent", "essencePercent"
    from jsonb_to_recordset(${JSON.stringify(percents)}::jsonb)
      as shown("comparedId" int, "titlePercent" int, "essencePercent" int)
    on conflict (initiative_id, compared_id) do update
    set shown_to_id = excluded.shown_to_id, title_percent = excluded.title_percent,
      essence_percent = excluded.essence_percent, shown_at = app_now()
    where (similar_shown.title_percent, similar_shown.essence_percent)
      is distinct from (excluded.title_percent, excluded.essence_percent)`;
  return similar.map(({ passages, ...work }) => ({
    ...work,
    ownPassages: passages.map(({ own }) => own),
  }));
}
