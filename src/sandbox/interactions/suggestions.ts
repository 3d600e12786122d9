/** Options that the app supplies while a person types into an external select. */
import { z } from 'zod';
import { findElement } from '../blocks.ts';
import type { ClientAct } from '../client-protocol.ts';
import type { Core } from '../core.ts';
import type { Person } from '../model.ts';
import { messagePlace, type Place, viewPlace } from './clicks.ts';
import type { ActOutcome, Options } from './outcome.ts';
import { commonParts } from './payload-parts.ts';

const MAX_OPTIONS = 100;

const option = z.object({
  text: z.object({ type: z.literal('plain_text'), text: z.string().max(75) }),
  value: z.string().max(150),
});
const answerSchema = z.union([
  z.object({ options: z.array(option).max(MAX_OPTIONS) }),
  z.object({
    option_groups: z.array(z.object({ options: z.array(option).max(MAX_OPTIONS) })).max(100),
  }),
]);

export async function suggestOptions(
  core: Core,
  person: Person,
  act: Extract<ClientAct, { type: 'external_options' }>,
): Promise<ActOutcome> {
  const place = placeOf(core, person, act);
  if (place === null) return { ok: false, error: 'place_not_found' };
  if (findElement(place.blocks, act.blockId, act.actionId) === null) {
    return { ok: false, error: 'element_not_found' };
  }
  const delivered = await core.deliver({
    type: 'interactive',
    payload: {
      type: 'block_suggestion',
      ...commonParts(core, person),
      ...place.fields,
      action_id: act.actionId,
      block_id: act.blockId,
      value: act.value,
    },
  });
  if (!delivered.ok) return { ok: true, failure: delivered.reason, options: [] };
  const answer = answerSchema.safeParse(delivered.response);
  if (!answer.success) return { ok: true, failure: 'invalid_options', options: [] };
  const options: Options =
    'options' in answer.data
      ? answer.data.options
      : answer.data.option_groups.flatMap((group) => group.options);
  return { ok: true, failure: null, options };
}

function placeOf(
  core: Core,
  person: Person,
  act: Extract<ClientAct, { type: 'external_options' }>,
): Place | null {
  if (act.viewId !== null) {
    const home = core.state.homes.get(person.id);
    const view = core.modals.find(act.viewId) ?? (home?.id === act.viewId ? home : null);
    return view === null || view.userId !== person.id ? null : viewPlace(core, view);
  }
  if (act.channel !== null && act.ts !== null) {
    return messagePlace(core, person, act.channel, act.ts, {}, false);
  }
  const home = core.state.homes.get(person.id);
  return home === undefined ? null : viewPlace(core, home);
}
