import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { findSubject, refuseWhoMayNotCheck } from '../similar/find-subject.ts';
import type { FormChecked, Seen } from './check-form.ts';
import { lastStep } from './step-queries.ts';

/**
 * What a form that settles a check tells of the initiative; what stands instead when it was settled or
 * handed in anew since the button was shown.
 *
 * @throws AppError initiative_unknown, not_secretary, is_author
 */
export async function openCheck(
  deps: Deps,
  actor: Actor,
  { initiativeId, revision, state }: Seen,
): Promise<{ number: string; title: string } | FormChecked> {
  const subject = await findSubject(deps.db, { id: initiativeId });
  await refuseWhoMayNotCheck(deps.db, actor, subject);
  const { number, title } = subject;
  if (subject.state === state && subject.revision === revision) return { number, title };
  return { done: false, number, last: await lastStep(deps.db, initiativeId) };
}
