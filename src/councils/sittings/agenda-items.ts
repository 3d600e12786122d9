import type { Tx } from '../../database/client.ts';
import type { AgendaKind, BallotResult, DecisionKind } from '../../database/generated/enums.ts';
import { takeTurns } from '../../database/take-turns.ts';
import { type ConflictDeps, conflictsOfInitiatives } from '../../initiatives/conflicts-of.ts';
import { authorPersonIds } from '../../initiatives/queries.ts';
import { beginVoting } from '../../initiatives/workflow/begin-voting.ts';
import { endVoting } from '../../initiatives/workflow/end-voting.ts';
import { undoVoting } from '../../initiatives/workflow/undo-voting.ts';
import { today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Language } from '../../kernel/language.ts';
import { namedWithUnit } from '../../people/queries.ts';
import { relativesOf } from '../../people/relatives.ts';
import { immediateSuperiors } from '../../people/superiors.ts';
import { awardName } from '../../rulebook/explain.ts';
import { findCommendation, findTitle, type Rulebook, votingRule } from '../../rulebook/rules.ts';
import { phrases } from '../ballots/phrases.ts';
import type { Exclusion } from '../rules.ts';
import { calledOffRefusal } from './running.ts';
import { sameItems } from './same-items.ts';

// What a council decides: an initiative, a person or collective nominated for a title or commendation,
// or another item that was typed in.

/** An item as cards and lists show it. */
export interface Item {
  kind: AgendaKind;
  /** Its voting rule: a title, a form of commendation, `sang_kien`, `khac`. */
  itemKey: string;
  /** "SK-2026-0001", "CSTĐCS 2026", "Nội dung khác". */
  number: string;
  /** The initiative's title, the name of who is nominated, or what was typed in. */
  title: string;
  /** Of an initiative only. */
  initiative: {
    id: string;
    essence: string;
    decision: { kind: DecisionKind; number: string } | null;
    authors: { name: string; share: number }[];
  } | null;
  /** Where who is nominated works. */
  unitName: string | null;
  /** For what somebody is nominated, in full: "Chiến sĩ thi đua cơ sở (CSTĐCS) 2026". */
  award: Readonly<Record<Language, string>> | null;
}

export const itemFields = {
  id: true,
  kind: true,
  itemKey: true,
  ordinal: true,
  year: true,
  title: true,
  person: namedWithUnit,
  unit: { select: { name: true } },
  initiative: {
    select: {
      id: true,
      number: true,
      title: true,
      essence: true,
      decision: { select: { kind: true, number: true } },
      authors: {
        orderBy: { ordinal: 'asc' },
        select: { share: true, outsideName: true, person: { select: { fullName: true } } },
      },
    },
  },
} as const;

export interface ItemRow {
  id: string;
  kind: AgendaKind;
  itemKey: string;
  ordinal: number;
  year: number | null;
  title: string | null;
  person: { fullName: string; postings: { unit: { name: string } }[] } | null;
  unit: { name: string } | null;
  initiative: {
    id: string;
    number: string;
    title: string;
    essence: string;
    decision: { kind: DecisionKind; number: string } | null;
    authors: { share: number; outsideName: string | null; person: { fullName: string } | null }[];
  } | null;
}

export function itemOf(row: ItemRow, rulebook: Rulebook): Item {
  const { kind, itemKey, initiative, person, unit } = row;
  if (initiative) {
    const { number, title, authors, ...plain } = initiative;
    return {
      kind,
      itemKey,
      number,
      title,
      initiative: {
        ...plain,
        authors: authors.map(({ share, outsideName, person: author }) => ({
          share,
          name: author?.fullName ?? outsideName ?? '',
        })),
      },
      unitName: null,
      award: null,
    };
  }
  if (kind === 'other')
    return {
      ...{ kind, itemKey, initiative: null, unitName: null, award: null },
      number: OTHER_LABEL,
      title: row.title ?? '',
    };
  return {
    ...{ kind, itemKey, initiative: null },
    number: `${awardLabel(rulebook, itemKey)} ${row.year}`,
    title: person?.fullName ?? unit?.name ?? '',
    unitName: person?.postings[0]?.unit.name ?? null,
    award: {
      vi: `${awardInFull(rulebook, itemKey, 'vi')} ${row.year}`,
      en: `${awardInFull(rulebook, itemKey, 'en')} ${row.year}`,
    },
  };
}

/** As official papers call what has no name of its own; its title is always beside it. */
const OTHER_LABEL = 'Nội dung khác';

/** "CSTĐCS"; the whole name where there is no abbreviation. */
export function awardLabel(rulebook: Rulebook, itemKey: string): string {
  return abbreviationOf(rulebook, itemKey) ?? awardName(rulebook, itemKey, 'vi');
}

/** "Chiến sĩ thi đua cơ sở (CSTĐCS)", where it is read first. */
export function awardInFull(rulebook: Rulebook, itemKey: string, language: Language): string {
  const abbreviation = abbreviationOf(rulebook, itemKey);
  const name = awardName(rulebook, itemKey, language);
  return abbreviation ? `${name} (${abbreviation})` : name;
}

function abbreviationOf(rulebook: Rulebook, itemKey: string): string | null {
  const award = findTitle(rulebook, itemKey) ?? findCommendation(rulebook, itemKey);
  return award?.abbreviation ?? null;
}

/** What an item is about, as far as it decides who may vote and whether it may be voted on. */
export interface ItemSubject {
  id: string;
  kind: AgendaKind;
  itemKey: string;
  initiativeId: string | null;
  personId: string | null;
  unitId: string | null;
  year: number | null;
}

export const subjectFields = {
  id: true,
  kind: true,
  itemKey: true,
  initiativeId: true,
  personId: true,
  unitId: true,
  year: true,
} as const;

/** No more of a row than says what it is about. */
export function subjectOf({
  id,
  kind,
  itemKey,
  initiativeId,
  personId,
  unitId,
  year,
}: ItemSubject): ItemSubject {
  return { id, kind, itemKey, initiativeId, personId, unitId, year };
}

/**
 * Who may not vote on an item: authors or the person it is about, those who declared a conflict, relatives of these,
 * and, where the rule of the item says so, their immediate superior or the head of the collective.
 */
export async function itemConflicts(
  deps: ConflictDeps,
  tx: Tx,
  item: ItemSubject,
): Promise<ReadonlyMap<string, Exclusion>> {
  return (await conflictsOfItems(deps, tx, [item])).get(item.id) ?? new Map();
}

/** The same for many, by the item's id, with no more questions than for one. */
export async function conflictsOfItems(
  deps: ConflictDeps,
  tx: Tx,
  items: readonly ItemSubject[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, Exclusion>>> {
  const initiatives = await conflictsOfInitiatives(
    deps,
    tx,
    items.flatMap(({ initiativeId }) => initiativeId ?? []),
  );
  const declared = await tx.itemConflict.findMany({
    where: { agendaItemId: { in: items.map(({ id }) => id) } },
    select: { agendaItemId: true, personId: true },
  });
  const relatives = await relativesOf(
    tx,
    items.flatMap(({ personId }) => personId ?? []),
  );
  const superiors = await superiorsOfItems(deps, tx, items);
  return new Map(
    items.map(({ id, initiativeId, personId }) => [
      id,
      initiativeId
        ? (initiatives.get(initiativeId) ?? new Map())
        : // The last word stands: what tells least of somebody's family comes after it.
          new Map<string, Exclusion>([
            ...[...(superiors.get(id) ?? [])].map((who) => [who, 'superior'] as const),
            ...[...(relatives.get(personId ?? '') ?? [])].map((who) => [who, 'relative'] as const),
            ...declared.flatMap((one) =>
              one.agendaItemId === id ? [[one.personId, 'declared'] as const] : [],
            ),
            ...(personId ? [[personId, 'subject'] as const] : []),
          ]),
    ]),
  );
}

/** By the item's id, of nominations whose rule leaves out the immediate superior. */
async function superiorsOfItems(
  deps: ConflictDeps,
  tx: Tx,
  items: readonly ItemSubject[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const on = today(deps);
  const ruled = items.filter(
    ({ kind, itemKey }) =>
      kind === 'nomination' && votingRule(deps.rulebook, itemKey, on).superior.excluded,
  );
  const found = await immediateSuperiors(
    tx,
    {
      personIds: ruled.flatMap(({ personId }) => personId ?? []),
      unitIds: ruled.flatMap(({ unitId }) => unitId ?? []),
    },
    on,
  );
  return new Map(
    ruled.map(({ id, personId, unitId }) => [id, found.get(personId ?? unitId ?? '') ?? new Set()]),
  );
}

/**
 * Puts an item to the vote, in the transaction that opens its ballot: of two openings at once one finds it
 * taken.
 *
 * @returns false when it is being voted on or was decided, here or at another sitting
 */
export async function beginVotingOn(tx: Tx, item: ItemSubject): Promise<boolean> {
  await holdItems(tx, [item.id]);
  if (item.initiativeId) return beginVoting(tx, item.initiativeId);
  const subject = `${item.personId ?? item.unitId ?? item.id} ${item.itemKey} ${item.year ?? ''}`;
  await takeTurns(tx, subject);
  const taken = await takenItems(tx, [item.id]);
  return taken.size === 0;
}

/**
 * Tells the item what its ballot decided, or that this is held; nominations and other items keep it as their
 * ballot's result.
 */
export async function endVotingOn(
  tx: Tx,
  { initiativeId }: Pick<ItemSubject, 'initiativeId'>,
  result: BallotResult | 'held',
): Promise<void> {
  if (initiativeId) await endVoting(tx, initiativeId, result);
}

/**
 * Puts an item before the council again, as the vote on it is annulled; nominations and other items await it by
 * themselves.
 *
 * @returns false when it went on meanwhile, as when the decision is recorded
 */
export async function returnToCouncil(
  tx: Tx,
  { initiativeId }: Pick<ItemSubject, 'initiativeId'>,
): Promise<boolean> {
  return initiativeId ? undoVoting(tx, initiativeId) : true;
}

/** Who is told the outcome besides the council: the authors of an initiative. */
export async function toldOutcome(
  tx: Tx,
  { initiativeId }: Pick<ItemSubject, 'initiativeId'>,
): Promise<string[]> {
  return initiativeId ? authorPersonIds(tx, initiativeId) : [];
}

/**
 * Of these items other than initiatives, those that are being voted on or were decided: by their own ballot, or
 * by one on the same (`sameItems`) at another sitting.
 */
export async function takenItems(tx: Tx, itemIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with ${sameItems(itemIds)}
    select distinct mine.id::text as id
    from mine join same on same.mine = mine.id join ballot on ballot.agenda_item_id = same.item
    where mine.kind <> 'initiative' and (ballot.state = 'open'
      or (ballot.result in ('passed', 'not_passed') and ballot.annulment_id is null))`;
  return new Set(rows.map(({ id }) => id));
}

/**
 * Holds items on which ballots are to open: whoever declares a conflict about them, takes them off the agenda or calls
 * off the sitting waits, and finds the ballots open.
 *
 * @throws AppError item_gone, sitting_called_off when they were first
 */
export async function holdItems(tx: Tx, itemIds: readonly string[]): Promise<void> {
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id::text from agenda_item where id = any(${[...itemIds]}::uuid[]) order by id for share`;
  if (held.length < itemIds.length)
    throw new AppError('item_gone', { say: (l) => phrases[l].itemGone });
  const calledOff = await tx.sitting.count({
    where: { calledOffAt: { not: null }, agenda: { some: { id: { in: [...itemIds] } } } },
  });
  if (calledOff > 0) throw calledOffRefusal();
}
