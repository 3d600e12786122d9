import type { Tx } from '../../database/client.ts';
import type { CouncilKind } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { unitAndAbove } from '../../people/queries.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import { annulledBefore } from '../annulment/annulled-before.ts';
import { inOffice, mayConvene, sitsIn } from '../authority.ts';
import type { Annulled } from '../ballots/queries.ts';
import { type PaperRef, speaksOf } from '../papers/paper-rules.ts';
import { minutesOf, type SignedMinutes } from '../papers/signed-minutes.ts';
import {
  type Item,
  type ItemRow,
  type ItemSubject,
  itemFields,
  itemOf,
  subjectFields,
  subjectOf,
  takenItems,
} from './agenda-items.ts';
import { sittingsStoodIn } from './stand-ins.ts';

export interface AgendaLine {
  id: string;
  ordinal: number;
  item: Item;
  subject: ItemSubject;
  year: number | null;
  /** The newest ballot on it. */
  ballot: {
    id: string;
    state: 'open' | 'closed';
    /** Null while it is held, or when it was annulled. */
    result: string | null;
    /** Counted, and kept from all but those who run the sitting. */
    held: boolean;
    closesAt: Date;
    sheetId: string | null;
  } | null;
  /** Waits for a ballot: none open, none that decided. */
  awaiting: boolean;
  /** No longer before the council: returned to its authors, withdrawn, gone on in another one. */
  left: boolean;
  /** A signed paper of the sitting tells of it: no ballot opens on it any more. */
  signed: boolean;
  /** The newest result on it that was annulled. */
  annulled: Annulled | null;
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
  /** What members are to read before it. */
  documents: string | null;
  /** How many files stand beside it. */
  files: number;
  calledOff: { reason: string; byName: string } | null;
  holdsResults: boolean;
  /** The signed minutes that make its results final. */
  minutes: SignedMinutes | null;
  /** Minutes or a count are signed: its agenda and its files stay as they are. */
  signed: boolean;
  agenda: AgendaLine[];
}

const sittingFields = {
  id: true,
  startsAt: true,
  place: true,
  documents: true,
  calledOffReason: true,
  calledOffBy: { select: { fullName: true } },
  holdsResults: true,
  papers: {
    where: { takenBackAt: null },
    select: { kind: true, itemKey: true, year: true, number: true, signedOn: true },
  },
  _count: { select: { files: { where: { takenOffAt: null } } } },
  council: { select: { id: true, unitId: true, name: true } },
  agenda: {
    orderBy: { ordinal: 'asc' },
    select: {
      ...itemFields,
      ...subjectFields,
      initiative: { select: { ...itemFields.initiative.select, state: true } },
      ballots: {
        orderBy: { openedAt: 'desc' },
        take: 1,
        select: {
          ...{ id: true, state: true, result: true, held: true, closesAt: true, sheetId: true },
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
  return pictureOf(sitting, rulebook, await standingOf(db, [sitting]));
}

/** The newest sittings of councils that the person sits on or may convene, and those stood in at, newest first. */
export async function sittingsOf(
  { db, rulebook }: Pick<Deps, 'db' | 'rulebook'>,
  { councilIds, sittingIds }: { councilIds: readonly string[]; sittingIds: readonly string[] },
  { limit, skip = 0 }: { limit: number; skip?: number },
): Promise<SittingPicture[]> {
  const sittings = await db.sitting.findMany({
    where: {
      OR: [{ councilId: { in: [...councilIds] } }, { id: { in: [...sittingIds] } }],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit,
    skip,
    select: sittingFields,
  });
  const standing = await standingOf(db, sittings);
  return sittings.map((sitting) => pictureOf(sitting, rulebook, standing));
}

interface Standing {
  taken: ReadonlySet<string>;
  annulled: ReadonlyMap<string, Annulled>;
}

async function standingOf(tx: Tx, sittings: readonly SittingRow[]): Promise<Standing> {
  const items = sittings.flatMap(({ agenda }) => agenda);
  const others = items.filter(({ kind }) => kind !== 'initiative');
  const ids = (of: readonly { id: string }[]) => of.map(({ id }) => id);
  const [taken, annulled] = await Promise.all([
    takenItems(tx, ids(others)),
    annulledBefore(tx, ids(items)),
  ]);
  return { taken, annulled };
}

interface SittingRow {
  id: string;
  startsAt: Date;
  place: string;
  documents: string | null;
  calledOffReason: string | null;
  calledOffBy: { fullName: string } | null;
  holdsResults: boolean;
  papers: (PaperRef & { number: string; signedOn: Date })[];
  _count: { files: number };
  council: { id: string; unitId: string; name: string };
  agenda: (ItemRow &
    ItemSubject & {
      initiative: (NonNullable<ItemRow['initiative']> & { state: string }) | null;
      ballots: (NonNullable<AgendaLine['ballot']> & { annulmentId: string | null })[];
    })[];
}

function pictureOf(
  row: SittingRow,
  rulebook: Rulebook,
  { taken, annulled }: Standing,
): SittingPicture {
  const { council, agenda, papers, calledOffReason, calledOffBy, _count, ...plain } = row;
  return {
    ...plain,
    councilId: council.id,
    councilUnitId: council.unitId,
    councilName: council.name,
    files: _count.files,
    calledOff:
      calledOffReason === null
        ? null
        : { reason: calledOffReason, byName: calledOffBy?.fullName ?? '' },
    minutes: minutesOf(papers.filter(({ kind }) => kind === 'sitting')),
    signed: papers.some(({ kind }) => kind !== 'decision'),
    agenda: agenda.map((line) => ({
      id: line.id,
      ordinal: line.ordinal,
      item: itemOf(line, rulebook),
      subject: subjectOf(line),
      year: line.year,
      ballot: ballotOf(line.ballots[0]),
      awaiting: line.initiative ? line.initiative.state === 'accepted' : !taken.has(line.id),
      left: line.initiative !== null && LEFT.has(line.initiative.state),
      annulled: annulled.get(line.id) ?? null,
      signed: papers.some((paper) => speaksOf(paper, line)),
    })),
  };
}

/** The newest ballot of an item; one that was annulled, or is held, has no result here. */
function ballotOf(row: SittingRow['agenda'][number]['ballots'][number] | undefined) {
  if (!row) return null;
  const { annulmentId, ...ballot } = row;
  if (annulmentId !== null) return { ...ballot, result: null, held: false };
  return ballot.held ? { ...ballot, result: null } : ballot;
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
