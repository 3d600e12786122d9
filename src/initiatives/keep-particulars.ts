import type { Deps } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import type { Particulars } from './draft-content.ts';

/**
 * Keeps the second step of the form in the draft, so that a refusal or a closed form loses nothing of
 * it. The mark of the draft stays: what the second step was drawn from has not changed. A draft that is
 * gone or another's is left alone; handing it in says so.
 */
export async function keepParticulars(
  deps: Deps,
  input: { actor: Actor; draftId: string; particulars: Particulars },
): Promise<void> {
  const addition = JSON.stringify({ particulars: input.particulars });
  await deps.db.$executeRaw`
    update initiative_draft set content = content || ${addition}::jsonb
    where id = ${input.draftId}::uuid and person_id = ${input.actor.personId}::uuid`;
}
