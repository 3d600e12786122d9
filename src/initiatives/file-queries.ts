import type { Tx } from '../database/client.ts';
import type { DecisionKind, InitiativeState, SolutionKind } from '../database/generated/enums.ts';
import type { Deps } from '../kernel/deps.ts';
import { type Day, dateColumn, dayIn, dayOf } from '../kernel/time.ts';
import { type EvidenceLine, evidenceOf } from './evidence-queries.ts';
import { deadlineSources, deadlines } from './rules.ts';
import { askedShares } from './share-queries.ts';
import { type ShareStanding, shareStanding } from './share-rules.ts';

/** Until when the form is checked and the decision made, with the articles that say so. */
export interface Deadlines {
  formCheckBy: Day;
  decideBy: Day;
  formCheckSource: string;
  decideSource: string;
}

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
  deadlines: Deadlines;
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
                select: { unit: { select: { name: true } } },
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
      share,
      standing: shareStanding({ personId, share }, asked.get(personId ?? '')),
    })),
    evidence: await evidenceOf(tx, own.id),
    deadlines: deadlinesOf(deps, own.filedAt),
  };
}

export interface InitiativeLine {
  id: string;
  number: string;
  title: string;
  state: InitiativeState;
  decisionNumber: string | null;
  deadlines: Deadlines;
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
      decision: { select: { number: true } },
    },
  });
  const newest = rows.map(({ filedAt, decision, ...line }) => ({
    ...line,
    decisionNumber: decision?.number ?? null,
    deadlines: deadlinesOf(deps, filedAt),
  }));
  return { total, newest };
}

/** Initiatives of the given units and those below them that wait for the check of their form. */
export async function waitingForFormCheck(
  deps: Deps,
  tx: Tx,
  unitIds: readonly string[],
): Promise<{ count: number; oldest: { id: string; number: string; deadlines: Deadlines } | null }> {
  const rows = await tx.$queryRaw<
    { id: string; number: string; filed_at: Date; waiting: bigint }[]
  >`
    with recursive tree as (
      select id from unit where id = any(${[...unitIds]}::uuid[])
      union
      select unit.id from unit join tree on unit.parent_id = tree.id
    )
    select id, number, filed_at, count(*) over () as waiting
    from initiative
    where state = 'received' and unit_id in (select id from tree)
    order by filed_at, number
    limit 1`;
  const [first] = rows;
  if (!first) return { count: 0, oldest: null };
  const { id, number, filed_at } = first;
  return {
    count: Number(first.waiting),
    oldest: { id, number, deadlines: deadlinesOf(deps, filed_at) },
  };
}

function deadlinesOf(deps: Deps, filedAt: Date): Deadlines {
  const received = { rulebook: deps.rulebook, receivedOn: dayIn(deps.zone, filedAt) };
  const sources = deadlineSources(received);
  return {
    ...deadlines(received),
    formCheckSource: sources.formCheck,
    decideSource: sources.decide,
  };
}
