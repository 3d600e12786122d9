import type { Tx } from '../../database/client.ts';
import type { CouncilKind } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { unitAndAbove } from '../../people/queries.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import { inOffice, mayConvene, sitsIn } from '../authority.ts';
import { type Item, type ItemRow, itemFields, itemOf, takenItems } from './agenda-items.ts';
import { sittingsStoodIn } from './stand-ins.ts';

export interface AgendaLine {
  id: string;
  ordinal: number;
  item: Item;
  year: number | null;
  /** The newest ballot on it. */
  ballot: {
    id: string;
    state: 'open' | 'closed';
    result: string | null;
    closesAt: Date;
    sheetId: string | null;
  } | null;
  /** Waits for a ballot: none open, none that decided. */
  awaiting: boolean;
  /** No longer before the council: returned to its authors, withdrawn, gone on in another one. */
  left: boolean;
}

const LEFT: ReadonlySet<string> = new Set([
  'received',
  'returned',
  'form_refused',
  'withdrawn',
  'merged',
]);

export interface SittingPicture {
  id: string;
  councilId: string;
  councilUnitId: string;
  councilName: string;
  startsAt: Date;
  place: string;
  agenda: AgendaLine[];
}

const sittingFields = {
  id: true,
  startsAt: true,
  place: true,
  council: { select: { id: true, unitId: true, name: true } },
  agenda: {
    orderBy: { ordinal: 'asc' },
    select: {
      ...itemFields,
      initiative: { select: { ...itemFields.initiative.select, state: true } },
      ballots: {
        orderBy: { openedAt: 'desc' },
        take: 1,
        select: {
          ...{ id: true, state: true, result: true, closesAt: true, sheetId: true },
          annulmentId: true,
        },
      },
    },
  },
} as const;

/** The initiatives on an agenda, by their ids. */
export function initiativesOf({ agenda }: Pick<SittingPicture, 'agenda'>): string[] {
  return agenda.flatMap(({ item }) => (item.initiative ? [item.initiative.id] : []));
}

export async function sittingPicture(
  { db, rulebook }: Pick<Deps, 'db' | 'rulebook'>,
  sittingId: string,
): Promise<SittingPicture | null> {
  const sitting = await db.sitting.findUnique({ where: { id: sittingId }, select: sittingFields });
  if (!sitting) return null;
  return pictureOf(sitting, rulebook, await taken(db, [sitting]));
}

/** The newest sittings of councils that the person sits on or may convene, and those stood in at, newest first. */
export async function sittingsOf(
  { db, rulebook }: Pick<Deps, 'db' | 'rulebook'>,
  { councilIds, sittingIds }: { councilIds: readonly string[]; sittingIds: readonly string[] },
  limit: number,
): Promise<SittingPicture[]> {
  const sittings = await db.sitting.findMany({
    where: {
      OR: [{ councilId: { in: [...councilIds] } }, { id: { in: [...sittingIds] } }],
    },
    orderBy: { createdAt: 'desc' },
    take: limit,
    select: sittingFields,
  });
  const gone = await taken(db, sittings);
  return sittings.map((sitting) => pictureOf(sitting, rulebook, gone));
}

function taken(tx: Tx, sittings: readonly SittingRow[]): Promise<Set<string>> {
  return takenItems(
    tx,
    sittings.flatMap(({ agenda }) =>
      agenda.flatMap(({ id, kind }) => (kind === 'initiative' ? [] : [id])),
    ),
  );
}

interface SittingRow {
  id: string;
  startsAt: Date;
  place: string;
  council: { id: string; unitId: string; name: string };
  agenda: (ItemRow & {
    initiative: (NonNullable<ItemRow['initiative']> & { state: string }) | null;
    ballots: (NonNullable<AgendaLine['ballot']> & { annulmentId: string | null })[];
  })[];
}

function pictureOf(
  { id, startsAt, place, council, agenda }: SittingRow,
  rulebook: Rulebook,
  gone: ReadonlySet<string>,
): SittingPicture {
  return {
    id,
    councilId: council.id,
    councilUnitId: council.unitId,
    councilName: council.name,
    startsAt,
    place,
    agenda: agenda.map((row) => ({
      id: row.id,
      ordinal: row.ordinal,
      item: itemOf(row, rulebook),
      year: row.year,
      ballot: ballotOf(row.ballots[0]),
      awaiting: row.initiative ? row.initiative.state === 'accepted' : !gone.has(row.id),
      left: row.initiative !== null && LEFT.has(row.initiative.state),
    })),
  };
}

/** The newest ballot of an item; one that was annulled has no result any more. */
function ballotOf(row: SittingRow['agenda'][number]['ballots'][number] | undefined) {
  if (!row) return null;
  const { annulmentId, ...ballot } = row;
  return annulmentId === null ? ballot : { ...ballot, result: null };
}

/** Whether the actor reads a sitting: who sits on its council or runs it, and who stands in for a member there. */
export async function mayReadSitting(
  deps: Deps,
  actor: Actor,
  { id, councilId, councilUnitId }: Pick<SittingPicture, 'id' | 'councilId' | 'councilUnitId'>,
): Promise<boolean> {
  const on = today(deps);
  if (await sitsIn(deps.db, actor, councilId, on)) return true;
  if (await mayConvene(deps.db, actor, { id: councilId, unitId: councilUnitId }, on)) return true;
  const stoodIn = await sittingsStoodIn(deps, deps.db, actor.personId);
  return stoodIn.some(({ sittingId }) => sittingId === id);
}

export interface CouncilSeat {
  councilId: string;
  kind: CouncilKind;
  unitId: string;
  name: string;
  channelId: string | null;
  sits: boolean;
  convenes: boolean;
}

/** The councils that the actor sits on or may convene. */
export async function councilsOf(deps: Deps, actor: Actor): Promise<CouncilSeat[]> {
  const on = today(deps);
  const secretaryOf = actor.grants
    .filter((grant) => grant.role === 'secretary')
    .map((grant) => grant.unitId);
  const councils = await deps.db.council.findMany({
    where: inOffice(on),
    orderBy: { name: 'asc' },
    select: {
      id: true,
      kind: true,
      unitId: true,
      name: true,
      channelId: true,
      members: {
        where: { personId: actor.personId, ...inOffice(on) },
        select: { office: true },
      },
    },
  });
  const seats = await Promise.all(
    councils.map(async ({ id, members, ...council }) => {
      const sits = members.length > 0;
      const leads = members.some(({ office }) => office === 'chair' || office === 'secretary');
      const line = secretaryOf.length > 0 ? await unitAndAbove(deps.db, council.unitId) : [];
      const convenes = leads || line.some((unit) => secretaryOf.includes(unit));
      return { councilId: id, ...council, sits, convenes };
    }),
  );
  return seats.filter((seat) => seat.sits || seat.convenes);
}
