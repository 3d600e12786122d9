import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { mayLaunch } from '../authority.ts';

/** What somebody may do about the urging and the checks of a campaign. */
export interface ChasingRights {
  /** Whoever may launch it: urges by hand, plans checks. */
  manages: boolean;
  /** These, its author and its contact: see who is late, and what checks found. */
  organises: boolean;
}

export async function chasingRights(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  campaign: { unitId: string; authorId: string; contactId: string },
): Promise<ChasingRights> {
  const { unitId, authorId, contactId } = campaign;
  const manages = await mayLaunch(deps, tx, actor, unitId);
  return { manages, organises: manages || [authorId, contactId].includes(actor.personId) };
}
