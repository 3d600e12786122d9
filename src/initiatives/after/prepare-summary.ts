import { type Deps, today } from '../../kernel/deps.ts';
import { dateColumn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole } from '../../people/queries.ts';
import { accessTo } from '../access.ts';
import { refusal } from '../refusal.ts';
import { mayReport } from './adoption-access.ts';
import { adoptingUnits, unitsThatHaveIt } from './adoption-queries.ts';
import { type InfluenceRequest, influenceRequests } from './influence-queries.ts';
import { type InitiativeSummary, initiativeSummary } from './summary-queries.ts';
import { mayRecordUse, type PersonsWork, worksOfPerson } from './use-queries.ts';

/** An author with what the initiative was counted for. */
export interface AuthorsUse {
  personId: string;
  personName: string;
  work: PersonsWork;
  /** The reader records and takes back for this author. */
  mayRecord: boolean;
}

export interface PreparedSummary {
  summary: InitiativeSummary;
  mayAdopt: boolean;
  mayPropose: boolean;
  /** The reader takes the requests further. */
  secretary: boolean;
  /** Adoptions on which the reader reports. */
  reports: { adoptionId: string; unitName: string }[];
  /** For the authors, the secretary and the council; nothing for others. */
  requests: InfluenceRequest[];
  /** One's own, and those of whom one looks after as secretary. */
  uses: AuthorsUse[];
}

/**
 * The summary of a recognised initiative, with what this reader may see and do beside it.
 *
 * @throws AppError initiative_unknown, also for one that was not recognised
 */
export async function prepareSummary(
  deps: Deps,
  actor: Actor,
  which: { id: string } | { number: string },
): Promise<PreparedSummary> {
  const { db } = deps;
  const summary = await initiativeSummary(deps, db, which);
  if (!summary) throw refusal('initiative_unknown', (p) => p.unknownInitiative);
  const secretary = await holdsRole(db, actor, 'secretary', summary.unitId);
  const author = summary.authors.some(({ personId }) => personId === actor.personId);
  const initiative = await db.initiative.findUniqueOrThrow({
    where: { id: summary.id },
    select: { id: true, unitId: true, filedById: true },
  });
  const access = await accessTo(deps, db, actor, { ...initiative, authors: summary.authors });
  return {
    summary,
    mayAdopt: (await unitsToAdopt(deps, actor, summary.id)).length > 0,
    mayPropose: author || secretary,
    secretary,
    reports: await reportsOf(deps, actor, summary),
    requests: access === 'none' ? [] : await influenceRequests(db, summary.id),
    uses: await usesOf(deps, actor, summary),
  };
}

/** The units for which the actor can still take an initiative up, by name. */
export async function unitsToAdopt(
  deps: Deps,
  actor: Actor,
  initiativeId: string,
): Promise<{ id: string; name: string }[]> {
  const units = await adoptingUnits(deps, actor);
  if (units.length === 0) return [];
  const taken = new Set(await unitsThatHaveIt(deps.db, initiativeId));
  return units.filter(({ id }) => !taken.has(id));
}

/** Of the head of one unit; who looks after many finds theirs in the list. */
const FEW = 5;

async function reportsOf(
  deps: Deps,
  actor: Actor,
  summary: InitiativeSummary,
): Promise<PreparedSummary['reports']> {
  const open = await deps.db.adoption.findMany({
    // What is still to begin has no effect to report.
    where: {
      initiativeId: summary.id,
      endedOn: null,
      since: { lte: dateColumn(today(deps)) },
    },
    select: {
      id: true,
      unitId: true,
      responsibleId: true,
      unit: { select: { name: true } },
    },
  });
  const own: PreparedSummary['reports'] = [];
  for (const { id, unit, ...adoption } of open) {
    if (own.length > FEW) break;
    if (await mayReport(deps.db, actor, adoption))
      own.push({ adoptionId: id, unitName: unit.name });
  }
  return own.length > FEW ? [] : own;
}

async function usesOf(
  deps: Deps,
  actor: Actor,
  { id, authors }: InitiativeSummary,
): Promise<AuthorsUse[]> {
  const keepsAny = actor.grants.some(({ role }) => role === 'secretary');
  const uses: AuthorsUse[] = [];
  for (const { personId, name } of authors) {
    if (personId === null || (personId !== actor.personId && !keepsAny)) continue;
    const mayRecord = await mayRecordUse(deps, deps.db, actor, personId);
    if (personId !== actor.personId && !mayRecord) continue;
    const works = await worksOfPerson(deps.db, personId);
    const work = highest(works.filter(({ initiativeId }) => initiativeId === id));
    if (work) uses.push({ personId, personName: name, work, mayRecord });
  }
  return uses;
}

const ORDER = ['grassroots', 'ministry', 'national'] as const;

/** Of several recognitions the highest that stands, else the highest. */
export function highest(works: readonly PersonsWork[]): PersonsWork | undefined {
  return works.toSorted(
    (a, b) =>
      Number(a.annulled) - Number(b.annulled) || ORDER.indexOf(b.level) - ORDER.indexOf(a.level),
  )[0];
}
