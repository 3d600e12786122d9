import type { Tx } from '../../database/client.ts';
import type { InitiativeState, SolutionKind, WorkLevel } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { type Effect, type EffectSums, sumEffects } from './effects.ts';

export interface AppliedAt {
  adoptionId: string;
  unitId: string;
  unitName: string;
  since: Day;
  /** Its first day has come. */
  begun: boolean;
  endedOn: Day | null;
  /** The unit itself is no more. */
  unitEnded: boolean;
}

export interface Recognition {
  level: WorkLevel;
  number: string;
  decidedOn: Day;
  signatory: string;
  annulled: boolean;
}

/** What everybody in the agency may read of a recognised initiative; nothing confidential is in it. */
export interface InitiativeSummary {
  id: string;
  number: string;
  title: string;
  kind: SolutionKind;
  field: string;
  essence: string;
  unitId: string;
  unitName: string;
  /** Its recognition was taken back. */
  annulled: boolean;
  authors: { personId: string | null; name: string; share: number }[];
  /** Lowest level first. */
  recognitions: Recognition[];
  /** Those that apply it, oldest first, those that are to begin, then those that stopped. */
  appliedAt: AppliedAt[];
  /** By the reports of the units. */
  sums: EffectSums;
  /** Units that reported on a year in which a unit above them did too: the figures may overlap. */
  overlaps: { unitName: string; aboveName: string }[];
}

const PUBLIC_STATES: readonly InitiativeState[] = ['recognised', 'annulled'];

/** Null unless it was recognised, whoever asks. */
export async function initiativeSummary(
  deps: Deps,
  tx: Tx,
  which: { id: string } | { number: string },
): Promise<InitiativeSummary | null> {
  const row = await tx.initiative.findUnique({
    where: which,
    select: {
      id: true,
      number: true,
      state: true,
      title: true,
      kind: true,
      field: true,
      essence: true,
      unitId: true,
      unit: { select: { name: true } },
      authors: {
        orderBy: { ordinal: 'asc' },
        select: {
          personId: true,
          outsideName: true,
          share: true,
          person: { select: { fullName: true } },
        },
      },
      recognised: {
        orderBy: { level: 'asc' },
        select: {
          level: true,
          decisionNumber: true,
          decidedOn: true,
          signatory: true,
          annulledAt: true,
        },
      },
    },
  });
  if (!row || !PUBLIC_STATES.includes(row.state) || row.recognised.length === 0) return null;
  const { unit, authors, recognised, state, ...own } = row;
  const effects = await effectsOf(tx, row.id);
  const grassroots = recognised.find(({ level }) => level === 'grassroots');
  return {
    ...own,
    unitName: unit.name,
    annulled: state === 'annulled' || (grassroots?.annulledAt ?? null) !== null,
    authors: authors.map(({ personId, outsideName, share, person }) => ({
      personId,
      name: person?.fullName ?? outsideName ?? '',
      share,
    })),
    recognitions: recognised.map(({ level, decisionNumber, decidedOn, signatory, annulledAt }) => ({
      level,
      number: decisionNumber,
      decidedOn: dayOf(decidedOn),
      signatory,
      annulled: annulledAt !== null,
    })),
    appliedAt: await appliedAt(tx, row.id, today(deps)),
    sums: sumEffects(effects),
    overlaps: await overlapsOf(tx, effects),
  };
}

/** What units reported on an initiative, all reports of all years. */
async function effectsOf(tx: Tx, initiativeId: string): Promise<Effect[]> {
  const rows = await tx.effectReport.findMany({
    where: { adoption: { initiativeId } },
    select: {
      seq: true,
      year: true,
      hours: true,
      dong: true,
      adoption: { select: { unitId: true } },
    },
  });
  return rows.map(({ adoption, ...report }) => ({ ...report, unitId: adoption.unitId }));
}

/** The units that apply an initiative, each once: as it applies it now, or did last. */
async function appliedAt(tx: Tx, initiativeId: string, on: Day): Promise<AppliedAt[]> {
  const rows = await tx.$queryRaw<
    {
      adoption_id: string;
      unit_id: string;
      unit_name: string;
      since: Date;
      ended_on: Date | null;
      unit_ended: boolean;
    }[]
  >`
    select * from (
      select distinct on (adoption.unit_id) adoption.id::text as adoption_id, unit.id::text as unit_id,
        unit.name as unit_name, adoption.since, adoption.ended_on,
        coalesce(unit.valid_to < ${on}::date, false) as unit_ended
      from adoption join unit on unit.id = adoption.unit_id
      where adoption.initiative_id = ${initiativeId}::uuid
      order by adoption.unit_id, adoption.ended_on desc nulls first, adoption.adopted_at desc
    ) as newest
    order by ended_on is not null, since, unit_name`;
  return rows.map((row) => ({
    adoptionId: row.adoption_id,
    unitId: row.unit_id,
    unitName: row.unit_name,
    since: dayOf(row.since),
    begun: dayOf(row.since) <= on,
    endedOn: row.ended_on && dayOf(row.ended_on),
    unitEnded: row.unit_ended,
  }));
}

async function overlapsOf(
  tx: Tx,
  effects: readonly Effect[],
): Promise<InitiativeSummary['overlaps']> {
  const yearsOf = new Map<string, Set<number>>();
  for (const { unitId, year } of effects)
    yearsOf.set(unitId, (yearsOf.get(unitId) ?? new Set()).add(year));
  const units = [...yearsOf.keys()];
  if (units.length < 2) return [];
  const rows = await tx.$queryRaw<
    { unit_id: string; unit_name: string; above_id: string; above_name: string }[]
  >`
    with recursive line as (
      select id as unit_id, parent_id as above_id from unit where id = any(${units}::uuid[])
      union
      select line.unit_id, unit.parent_id from line join unit on unit.id = line.above_id
    )
    select line.unit_id::text, own.name as unit_name, line.above_id::text, above.name as above_name
    from line join unit own on own.id = line.unit_id join unit above on above.id = line.above_id
    where line.above_id = any(${units}::uuid[])
    order by own.name, above.name`;
  return rows
    .filter(({ unit_id, above_id }) =>
      [...(yearsOf.get(unit_id) ?? [])].some((year) => yearsOf.get(above_id)?.has(year)),
    )
    .map(({ unit_name, above_name }) => ({ unitName: unit_name, aboveName: above_name }));
}
