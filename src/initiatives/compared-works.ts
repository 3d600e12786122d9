import type { Tx } from '../database/client.ts';
import type { InitiativeState, WorkKind } from '../database/generated/enums.ts';
import type { Deps } from '../kernel/deps.ts';
import { dayIn } from '../kernel/time.ts';
import { unitsNow } from './units-now.ts';

/** A work of the stock that new initiatives are compared with, as it is named to people. */
export interface ComparedWork {
  comparedId: number;
  title: string;
  /** Null for a work that was recognised before the app. */
  initiative: { id: string; number: string; state: InitiativeState } | null;
  /** Of a work that was recognised before the app. */
  work: { kind: WorkKind; annulled: boolean } | null;
  unitName: string | null;
  /** What became of that unit, when it is a former one. */
  unitNow: string[];
  year: number;
  /** The number of the decision that recognised it. */
  recognisedBy: string | null;
  /** In their order; those outside the staff list have no id. */
  authors: { personId: string | null; name: string }[];
  /** Who may read it is judged by these; null for a work, which has nothing more to read. */
  access: { unitId: string; filedById: string } | null;
}

/** Works by their ids in the stock. */
export async function comparedWorks(
  deps: Deps,
  tx: Tx,
  ids: readonly number[],
): Promise<Map<number, ComparedWork>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.comparedWork.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, initiative: { select: INITIATIVE }, work: { select: WORK } },
  });
  const now = await unitsNow(
    tx,
    rows.flatMap(({ initiative }) => initiative?.unitId ?? []),
  );
  return new Map(
    rows.flatMap(({ id, initiative, work }) => {
      if (initiative) {
        const { unitId, filedById, unit, authors, decision, filedAt, title, ...named } = initiative;
        const known: ComparedWork = {
          comparedId: id,
          title,
          initiative: named,
          work: null,
          unitName: unit.name,
          unitNow: now.get(unitId) ?? [],
          year: Number(dayIn(deps.zone, filedAt).slice(0, 4)),
          recognisedBy: decision?.kind === 'recognised' ? decision.number : null,
          authors: authors.map(({ personId, outsideName, person }) => ({
            personId,
            name: person?.fullName ?? outsideName ?? '',
          })),
          access: { unitId, filedById },
        };
        return [[id, known] as const];
      }
      if (!work) return [];
      const known: ComparedWork = {
        comparedId: id,
        title: work.title,
        initiative: null,
        work: { kind: work.kind, annulled: work.annulledAt !== null },
        unitName: null,
        unitNow: [],
        year: work.year,
        recognisedBy: work.decisionNumber,
        authors: work.authors.map(({ personId, person }) => ({ personId, name: person.fullName })),
        access: null,
      };
      return [[id, known] as const];
    }),
  );
}

const INITIATIVE = {
  id: true,
  number: true,
  state: true,
  title: true,
  unitId: true,
  filedById: true,
  filedAt: true,
  unit: { select: { name: true } },
  decision: { select: { kind: true, number: true } },
  authors: {
    orderBy: { ordinal: 'asc' },
    select: { personId: true, outsideName: true, person: { select: { fullName: true } } },
  },
} as const;

const WORK = {
  kind: true,
  title: true,
  year: true,
  decisionNumber: true,
  annulledAt: true,
  authors: { select: { personId: true, person: { select: { fullName: true } } } },
} as const;
