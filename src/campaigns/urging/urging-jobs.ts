import { type Renderer, rendering } from '../../jobs/kinds.ts';
import type { Deps } from '../../kernel/deps.ts';
import { actorOf } from '../../people/actor.ts';
import { escalation, urging } from '../messages.ts';
import { chasingRights } from './chasing-rights.ts';
import { chasesOf } from './escalate.ts';
import { escalationMessage } from './escalation-views.ts';
import { type Late, stillLate } from './late-queries.ts';
import { urgingMessage } from './urging-views.ts';

export const urgingRenderers: readonly Renderer[] = [
  rendering(urging, async (deps, { params, personId, language, redrawing }) => {
    const late = await stillLate(deps, deps.db, params.named);
    // Done before it was sent: there is nothing to say.
    if (late.length === 0 && !redrawing) return null;
    const reader = personId ? await actorOf(deps, personId) : null;
    const headed = reader?.grants.filter(({ role }) => role === 'head') ?? [];
    const headedIds = new Set(headed.map(({ unitId }) => unitId));
    return urgingMessage(late, { language, headedIds });
  }),
  rendering(escalation, async (deps, { params, personId, language, redrawing }) => {
    const late = await stillLate(deps, deps.db, params.named);
    if (late.length === 0 && !redrawing) return null;
    const chases = await chasesOf(deps.db, late);
    const organised = personId ? await organisedBy(deps, personId, late) : new Set<string>();
    return escalationMessage(late, { language, zone: deps.zone, chases, organised });
  }),
];

async function organisedBy(
  deps: Deps,
  personId: string,
  late: readonly Late[],
): Promise<Set<string>> {
  const actor = await actorOf(deps, personId);
  const organised = new Set<string>();
  if (!actor) return organised;
  for (const { campaign } of late) {
    if (organised.has(campaign.id)) continue;
    const { organises } = await chasingRights(deps, deps.db, actor, campaign);
    if (organises) organised.add(campaign.id);
  }
  return organised;
}
