import type { Tx } from '../database/client.ts';
import type { DecisionKind, InitiativeState, SolutionKind } from '../database/generated/enums.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { type Day, dateColumn, dayIn, dayOf } from '../kernel/time.ts';
import { type EvidenceLine, evidenceOf } from './intake/evidence-queries.ts';
import { askedShares } from './intake/share-queries.ts';
import { type ShareStanding, shareStanding } from './intake/share-rules.ts';
import type { Deadline } from './rules.ts';
import { runningDeadline } from './workflow/workflow.ts';

export interface InitiativeFile {
  id: string;
  number: string;
  state: InitiativeState;
  title: string;
  kind: SolutionKind;
  field: string;
  investor: string | null;
  firstAppliedOn: Day;
  priorState: string;
  essence: string;
  conditions: string | null;
  benefits: string;
  benefitsByUsers: string | null;
  addressee: string | null;
  participants: string | null;
  authorDetails: string | null;
  confidential: string | null;
  filedLate: boolean;
  unitId: string;
  unitName: string;
  filedById: string;
  filedByName: string;
  filedAt: Date;
  /** `workplace` is the unit of today for one in the staff list. */
  authors: {
    personId: string | null;
    name: string;
    workplace: string | null;
    /** Null for one from outside the agency, or who left it. */
    position: string | null;
    share: number;
    /** Whether they have confirmed the share. */
    standing: ShareStanding;
  }[];
  /** For a view that looks at who reads: the council's own among them. */
  evidence: EvidenceLine[];
  decision: {
    kind: DecisionKind;
    number: string;
    decidedOn: Day;
    signatory: string;
    reason: string | null;
  } | null;
  revision: number;
  /** Handed in again after the days for it. */
  mendedLate: boolean;
  acceptedAt: Date | null;
  /** The one that it goes on in, at the end of the way should that one be merged too; with its state. */
  mergedInto: MergedInto | null;
  /** Those that go on in it. */
  merged: OtherInitiative[];
  /** What has to be done next, and until when. */
  deadline: Deadline | null;
  /** The day of the deadline is over. */
  overdue: boolean;
}

export interface MergedInto extends OtherInitiative {
  state: InitiativeState;
}

export interface OtherInitiative {
  id: string;
  number: string;
  title: string;
}

/** The whole file of an initiative, by its id or number. */
export async function initiativeFile(
  deps: Deps,
  tx: Tx,
  which: { id: string } | { number: string },
): Promise<InitiativeFile | null> {
  const on = dateColumn(dayIn(deps.zone, deps.clock.now()));
  const row = await tx.initiative.findUnique({
    where: which,
    include: {
      unit: { select: { name: true } },
      filedBy: { select: { fullName: true } },
      merged: { orderBy: { number: 'asc' }, select: { id: true, number: true, title: true } },
      decision: {
        select: { kind: true, number: true, decidedOn: true, signatory: true, reason: true },
      },
      authors: {
        orderBy: { ordinal: 'asc' },
        select: {
          personId: true,
          outsideName: true,
          workplace: true,
          share: true,
          person: {
            select: {
              fullName: true,
              postings: {
                where: { fromDate: { lte: on }, OR: [{ toDate: null }, { toDate: { gte: on } }] },
                orderBy: { fromDate: 'desc' },
                take: 1,
                select: { position: true, unit: { select: { name: true } } },
              },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { unit, filedBy, decision, authors, firstAppliedOn, ...own } = row;
  const asked = await askedShares(tx, own.id);
  const deadline = runningDeadline(deps, own);
  return {
    ...own,
    firstAppliedOn: dayOf(firstAppliedOn),
    unitName: unit.name,
    filedByName: filedBy.fullName,
    decision: decision && { ...decision, decidedOn: dayOf(decision.decidedOn) },
    authors: authors.map(({ personId, outsideName, workplace, share, person }) => ({
      personId,
      name: person?.fullName ?? outsideName ?? '',
      workplace: person?.postings[0]?.unit.name ?? workplace,
      position: person?.postings[0]?.position ?? null,
      share,
      standing: shareStanding({ personId, share }, asked.get(personId ?? '')),
    })),
    mergedInto: (await survivors(tx, [own.id])).get(own.id) ?? null,
    evidence: await evidenceOf(tx, own.id),
    deadline,
    overdue: isOverdue(deps, deadline),
  };
}

export interface InitiativeLine {
  id: string;
  number: string;
  title: string;
  state: InitiativeState;
  decisionNumber: string | null;
  deadline: Deadline | null;
  overdue: boolean;
  mergedInto: MergedInto | null;
}

/** The initiatives of which a person is an author or which they handed in; newest first, `limit` at most. */
export async function myInitiatives(
  deps: Deps,
  tx: Tx,
  search: { personId: string; limit: number },
): Promise<{ total: number; newest: InitiativeLine[] }> {
  const where = {
    OR: [{ filedById: search.personId }, { authors: { some: { personId: search.personId } } }],
  };
  const total = await tx.initiative.count({ where });
  const rows = await tx.initiative.findMany({
    where,
    orderBy: [{ filedAt: 'desc' }, { number: 'desc' }],
    take: search.limit,
    select: {
      id: true,
      number: true,
      title: true,
      state: true,
      filedAt: true,
      mendedAt: true,
      returnedAt: true,
      acceptedAt: true,
      decision: { select: { number: true } },
    },
  });
  const goOnIn = await survivors(
    tx,
    rows.flatMap(({ id, state }) => (state === 'merged' ? [id] : [])),
  );
  const newest = rows.map(({ id, number, title, state, decision, ...times }) => {
    const deadline = runningDeadline(deps, { state, ...times });
    return {
      id,
      number,
      title,
      state,
      decisionNumber: decision?.number ?? null,
      deadline,
      overdue: isOverdue(deps, deadline),
      mergedInto: goOnIn.get(id) ?? null,
    };
  });
  return { total, newest };
}

function isOverdue(deps: Deps, deadline: Deadline | null): boolean {
  return deadline !== null && today(deps) > deadline.by;
}

/** What each of the merged among the initiatives goes on in, at the end of the way; by their ids. */
async function survivors(tx: Tx, ids: readonly string[]): Promise<Map<string, MergedInto>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<(MergedInto & { from_id: string })[]>`
    with recursive way as (
      select id as from_id, merged_into_id as id from initiative
      where id = any(${[...ids]}::uuid[]) and merged_into_id is not null
      union
      select way.from_id, initiative.merged_into_id from way
      join initiative on initiative.id = way.id where initiative.merged_into_id is not null
    )
    select way.from_id::text, initiative.id::text, number, title, state::text
    from way join initiative on initiative.id = way.id
    where initiative.merged_into_id is null`;
  return new Map(rows.map(({ from_id, ...survivor }) => [from_id, survivor]));
}
