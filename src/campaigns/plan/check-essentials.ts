import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import type { Sayable } from '../../kernel/errors.ts';
import type { Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { personsOfSlackUsers } from '../../people/queries.ts';
import { mayLaunch } from '../authority.ts';
import { phrases } from '../phrases.ts';
import { type CampaignPlan, LIMITS, scheduleProblem } from '../rules.ts';

/** The first step of the form: who, when and where. */
export type Essentials = Pick<
  CampaignPlan,
  'name' | 'kind' | 'audience' | 'startsOn' | 'endsOn' | 'unitId' | 'contactId' | 'channelIds'
>;

export type EnteredEssentials = Omit<Essentials, 'contactId'> & { contactSlackId: string };

export interface EssentialsProblem {
  field: 'unit' | 'endsOn' | 'contact' | 'channels';
  say: Sayable;
}

/** Checks the first step and finds the contact in the staff list. Everything that is wrong is told at once. */
export async function checkEssentials(
  deps: Deps,
  { actor, entered }: { actor: Actor; entered: EnteredEssentials },
): Promise<{ essentials: Essentials } | { problems: EssentialsProblem[] }> {
  const { contactSlackId, ...rest } = entered;
  const contact = (await personsOfSlackUsers(deps.db, [contactSlackId])).get(contactSlackId);
  const problems = await planProblems(deps.db, { actor, plan: rest, on: today(deps) });
  if (!contact)
    problems.push({ field: 'contact', say: (language) => phrases[language].contactUnknown });
  if (!contact || problems.length > 0) return { problems };
  return { essentials: { ...rest, contactId: contact.id } };
}

/** What stands against a plan on a day, whoever the contact is. */
export async function planProblems(
  tx: Tx,
  { actor, plan, on }: { actor: Actor; plan: Omit<Essentials, 'contactId'>; on: Day },
): Promise<EssentialsProblem[]> {
  const problems: EssentialsProblem[] = [];
  if (!(await mayLaunch(tx, actor, plan.unitId)))
    problems.push({ field: 'unit', say: (language) => phrases[language].mayNotLaunchForUnit });
  const schedule = scheduleProblem(plan, on);
  if (schedule)
    problems.push({ field: 'endsOn', say: (language) => phrases[language].schedule[schedule] });
  if (plan.channelIds.length === 0 || plan.channelIds.length > LIMITS.channels)
    problems.push({
      field: 'channels',
      say: (language) => phrases[language].channelCount({ most: LIMITS.channels }),
    });
  return problems;
}
