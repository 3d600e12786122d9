import type { Tx } from '../../database/client.ts';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { personsOfSlackUsers } from '../../people/queries.ts';
import { mayWrite } from '../authority.ts';
import type { CampaignPlan } from '../rules.ts';
import { essentialsProblems } from './plan-rules.ts';
import { type FormProblem, problemAt, told } from './problems.ts';
import { unitsBelow } from './scope-queries.ts';

/** The first step of the form: who, for whom and when. */
export type Essentials = Pick<
  CampaignPlan,
  'name' | 'kind' | 'audience' | 'scopeUnitIds' | 'startsOn' | 'endsOn' | 'unitId' | 'contactId'
>;

export type EnteredEssentials = Omit<Essentials, 'contactId'> & { contactSlackId: string };

/** Checks the first step and finds the contact in the staff list. Everything that is wrong is told at once. */
export async function checkEssentials(
  deps: Deps,
  { actor, entered }: { actor: Actor; entered: EnteredEssentials },
): Promise<{ essentials: Essentials } | { problems: FormProblem[] }> {
  const { contactSlackId, ...rest } = entered;
  const contact = (await personsOfSlackUsers(deps.db, [contactSlackId])).get(contactSlackId);
  const problems = await problemsOfEssentials(deps, deps.db, { actor, plan: rest });
  if (!contact) problems.push(problemAt('contact', (words) => words.contactUnknown));
  if (!contact || problems.length > 0) return { problems };
  return { essentials: { ...rest, contactId: contact.id } };
}

/** What stands against the first step today, whoever the contact is. */
export async function problemsOfEssentials(
  deps: Deps,
  tx: Tx,
  { actor, plan }: { actor: Actor; plan: Omit<Essentials, 'contactId'> },
): Promise<FormProblem[]> {
  const problems: FormProblem[] = [];
  if (!(await mayWrite(tx, actor, plan.unitId)))
    problems.push(problemAt('unit', (words) => words.mayNotWriteForUnit));
  problems.push(...essentialsProblems(plan, today(deps)).map(told));
  if (plan.scopeUnitIds.length > 0) {
    const below = await unitsBelow(tx, plan.unitId, today(deps));
    if (!plan.scopeUnitIds.every((id) => below.has(id)))
      problems.push(problemAt('scope', (words) => words.scopeOutside));
  }
  return problems;
}
