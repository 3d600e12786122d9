import type { Tx } from '../database/client.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { relativesOf } from '../people/relatives.ts';
import { immediateSuperiors } from '../people/superiors.ts';
import { votingRule } from '../rulebook/rules.ts';

export type InitiativeConflict = 'author' | 'declared' | 'relative' | 'superior';
export type ConflictDeps = Pick<Deps, 'rulebook' | 'clock' | 'zone'>;

/**
 * Who may neither score an initiative nor vote on it: its authors, those who declared a conflict, relatives of an
 * author, and, where the rule says so, an author's immediate superior. Who is several of these is the first of them.
 */
export async function conflictsOf(
  deps: ConflictDeps,
  tx: Tx,
  initiativeId: string,
): Promise<ReadonlyMap<string, InitiativeConflict>> {
  return (await conflictsOfInitiatives(deps, tx, [initiativeId])).get(initiativeId) ?? new Map();
}

/** The same for many, by the initiative's id, with no more questions than for one. */
export async function conflictsOfInitiatives(
  deps: ConflictDeps,
  tx: Tx,
  initiativeIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, InitiativeConflict>>> {
  const where = { initiativeId: { in: [...new Set(initiativeIds)] } };
  if (where.initiativeId.in.length === 0) return new Map();
  const select = { initiativeId: true, personId: true } as const;
  const declared = await tx.initiativeConflict.findMany({ where, select });
  const authors = (
    await tx.initiativeAuthor.findMany({ where: { ...where, personId: { not: null } }, select })
  ).flatMap(({ initiativeId, personId }) => (personId ? [{ initiativeId, personId }] : []));
  const personIds = authors.map(({ personId }) => personId);
  const relatives = await relativesOf(tx, personIds);
  const on = today(deps);
  const superiors = votingRule(deps.rulebook, 'sang_kien', on).superior.excluded
    ? await immediateSuperiors(tx, { personIds, unitIds: [] }, on)
    : new Map<string, ReadonlySet<string>>();
  const found = new Map<string, Map<string, InitiativeConflict>>();
  const add = (initiativeId: string, personId: string, why: InitiativeConflict) =>
    found.set(initiativeId, (found.get(initiativeId) ?? new Map()).set(personId, why));
  // The last word stands: what tells least of somebody's family comes after it.
  for (const { initiativeId, personId } of authors)
    for (const who of superiors.get(personId) ?? []) add(initiativeId, who, 'superior');
  for (const { initiativeId, personId } of authors)
    for (const who of relatives.get(personId) ?? []) add(initiativeId, who, 'relative');
  for (const { initiativeId, personId } of declared) add(initiativeId, personId, 'declared');
  for (const { initiativeId, personId } of authors) add(initiativeId, personId, 'author');
  return found;
}
