import type { Deps } from '../../kernel/deps.ts';
import { dayIn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { type Basics, Particulars, type Substance } from '../intake/draft-content.ts';
import type { Draft } from '../intake/draft-of.ts';
import { readAuthors, type WrittenAuthors } from '../intake/read-authors.ts';
import { type FirstApplicationCheck, firstApplicationCheck } from '../rules.ts';
import { openMending } from './open-mending.ts';
import { workflowRefusal } from './workflow-phrases.ts';

/**
 * Keeps the first step of mending an initiative for the person who writes. Repeating it changes nothing.
 *
 * @throws AppError initiative_unknown, not_author, not_returned, first_application_in_future,
 *   author_not_in_list, author_twice, outside_author_unreadable, too_many_authors, no_author
 */
export async function saveMending(
  deps: Deps,
  input: {
    actor: Actor;
    initiativeId: string;
    revision: number;
    description: Basics;
    authors: WrittenAuthors;
  },
): Promise<{
  draft: Draft;
  hidesConfidential: boolean;
  firstApplication: FirstApplicationCheck;
  shares: (number | null)[];
}> {
  const { actor, initiativeId, revision } = input;
  const { current, draft: before } = await openMending(deps, input);
  const description = { ...before.content.description, ...input.description };
  const filed = await deps.db.initiative.findUniqueOrThrow({
    where: { id: initiativeId },
    select: { filedAt: true },
  });
  // It counts as handed in on the day of its receipt.
  const firstApplication = firstApplicationCheck({
    rulebook: deps.rulebook,
    firstAppliedOn: description.firstAppliedOn,
    filedOn: dayIn(deps.zone, filed.filedAt),
  });
  if (firstApplication.kind === 'future')
    throw workflowRefusal(
      'first_application_in_future',
      (p) => p.firstAppliedAfterFiling,
      'firstAppliedOn',
    );
  const authors = await readAuthors(deps.db, input.authors);
  const anew = JSON.stringify({ particulars: current.particulars, description, authors });
  const amended = JSON.stringify({ description, authors });
  await deps.db.$executeRaw`
    insert into initiative_mending as kept (initiative_id, person_id, revision, content)
    values (${initiativeId}::uuid, ${actor.personId}::uuid, ${revision}, ${anew}::jsonb)
    on conflict (initiative_id, person_id) do update
    set revision = excluded.revision,
      content = case when kept.revision = excluded.revision
        then kept.content || ${amended}::jsonb else excluded.content end,
      updated_at = case when kept.revision = excluded.revision
          and kept.content || ${amended}::jsonb = kept.content
        then kept.updated_at else app_now() end`;
  const { draft, hidesConfidential } = await openMending(deps, input);
  const sharesNow = new Map(
    current.authors.personIds.map((id, place) => [id, current.shares[place] ?? null]),
  );
  return {
    draft,
    hidesConfidential,
    firstApplication,
    shares: [
      ...authors.personIds.map((id) => sharesNow.get(id) ?? null),
      ...authors.outside.map(({ share }) => share),
    ],
  };
}

/** What the second step of mending has beside the shares. */
export type MendedSubstance = Substance & Particulars;

/** Keeps the second step, so that a refusal or a closed form loses nothing of it; the mark stays. */
export async function keepMendedParticulars(
  deps: Deps,
  input: { actor: Actor; initiativeId: string; revision: number; written: MendedSubstance },
): Promise<void> {
  const { priorState, essence } = input.written;
  const addition = JSON.stringify({ particulars: Particulars.parse(input.written) });
  const description = JSON.stringify({ priorState, essence });
  await deps.db.$executeRaw`
    update initiative_mending set content = content || ${addition}::jsonb
      || jsonb_build_object('description', content->'description' || ${description}::jsonb)
    where initiative_id = ${input.initiativeId}::uuid
      and person_id = ${input.actor.personId}::uuid and revision = ${input.revision}`;
}
