import type { Tx } from '../../database/client.ts';
import type { InitiativeState, WorkKind } from '../../database/generated/enums.ts';
import type { Deps } from '../../kernel/deps.ts';
import { unitsNow } from '../units-now.ts';

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
  /** The number of the initiative that a merged one goes on in. */
  mergedInto: string | null;
  /** In their order; those outside the staff list have no id. */
  authors: { personId: string | null; name: string }[];
  /** Who may read it is judged by these; null for a work, which has nothing more to read. */
  access: { unitId: string; filedById: string } | null;
}

interface Row {
  id: number;
  title: string;
  initiativeId: string | null;
  number: string;
  state: InitiativeState;
  unitId: string;
  filedById: string;
  unitName: string | null;
  year: number;
  kind: WorkKind;
  annulled: boolean;
  recognisedBy: string | null;
  mergedInto: string | null;
  authors: { personId: string | null; name: string }[] | null;
}

/** Works by their ids in the stock; two questions, however many they are. */
export async function comparedWorks(
  deps: Deps,
  tx: Tx,
  ids: readonly number[],
): Promise<Map<number, ComparedWork>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<Row[]>`
    select compared.id, coalesce(initiative.title, work.title) as title,
      initiative.id as "initiativeId", initiative.number, initiative.state::text as state,
      initiative.unit_id as "unitId", initiative.filed_by_id as "filedById", unit.name as "unitName",
      coalesce(work.year, extract(year from initiative.filed_at at time zone ${deps.zone}))::int as year,
      work.kind::text as kind, work.annulled_at is not null as annulled,
      coalesce(work.decision_number, decision.number) as "recognisedBy", kept.number as "mergedInto",
      case when work.id is null then (
        select json_agg(json_build_object('personId', author.person_id,
          'name', coalesce(person.full_name, author.outside_name)) order by author.ordinal)
        from initiative_author author left join person on person.id = author.person_id
        where author.initiative_id = initiative.id
      ) else (
        select json_agg(json_build_object('personId', person.id, 'name', person.full_name)
          order by author.share desc nulls last, person.full_name)
        from recognised_work_author author join person on person.id = author.person_id
        where author.work_id = work.id
      ) end as authors
    from compared_work compared
    left join initiative on initiative.id = compared.initiative_id
    left join unit on unit.id = initiative.unit_id
    left join initiative kept on kept.id = initiative.merged_into_id
    left join initiative_decision decision
      on decision.initiative_id = initiative.id and decision.kind = 'recognised'
    left join recognised_work work on work.id = compared.work_id
    where compared.id = any(${[...ids]}::int[])`;
  const now = await unitsNow(
    tx,
    rows.flatMap(({ initiativeId, unitId }) => (initiativeId ? unitId : [])),
  );
  return new Map(rows.map((row) => [row.id, workOf(row, now)]));
}

function workOf(row: Row, now: ReadonlyMap<string, string[]>): ComparedWork {
  const { id, title, initiativeId, number, state, unitId, filedById, kind, annulled } = row;
  const told = {
    comparedId: id,
    title,
    year: row.year,
    unitName: row.unitName,
    recognisedBy: row.recognisedBy,
    mergedInto: row.mergedInto,
    authors: row.authors ?? [],
  };
  return initiativeId === null
    ? { ...told, initiative: null, work: { kind, annulled }, unitNow: [], access: null }
    : {
        ...told,
        initiative: { id: initiativeId, number, state },
        work: null,
        unitNow: now.get(unitId) ?? [],
        access: { unitId, filedById },
      };
}
