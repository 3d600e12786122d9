import type { Tx } from '../../database/client.ts';
import type { AgendaKind, BallotResult } from '../../database/generated/enums.ts';
import type { ConflictDeps } from '../../initiatives/conflicts-of.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { mayConvene, sitsIn } from '../authority.ts';
import { sheetPhrases as phrases } from '../sheets/sheet-phrases.ts';
import { conflictsOfItems, itemFields, itemOf, subjectFields } from '../sittings/agenda-items.ts';
import { itemName } from '../sittings/item-name.ts';
import { StoredRule } from '../stored.ts';
import { quorumNeeded } from '../tally.ts';

// A vote is what is opened, closed and annulled as one: a ballot by itself, or all ballots of a sheet.

export type VoteTarget = { ballotId: string } | { sheetId: string };

export interface Vote {
  target: VoteTarget;
  council: { id: string; unitId: string };
  kind: AgendaKind;
  /** "SK-2026-0001", "CSTĐCS 2026", or the words with which the item was typed in. */
  number: string;
  /** Of a ballot by itself. */
  title: string | null;
  ballots: {
    id: string;
    open: boolean;
    result: BallotResult | null;
    annulled: boolean;
    /** Its outcome is kept from all but those who run the sitting. */
    held: boolean;
    item: {
      id: string;
      initiativeId: string | null;
      sittingId: string;
      itemKey: string;
      year: number | null;
    };
    /** The fewest votes for a quorum, by those who voted so far. */
    quorum: number;
    turnout: number;
    /** Who has no part in this one. */
    barred: ReadonlySet<string>;
  }[];
  closesAt: Date;
  /** Who has no part in it: everybody in conflict about any of its items, by the frozen rolls or since. */
  barred: ReadonlySet<string>;
  /** Who presides over all of it; null where that is not one person. */
  presidedById: string | null;
}

/** A ballot by itself or a sheet; null for what is neither, as a ballot that stands on a sheet. */
export async function findVote(
  deps: ConflictDeps,
  tx: Tx,
  target: VoteTarget,
): Promise<Vote | null> {
  const rows = await tx.ballot.findMany({
    where: 'ballotId' in target ? { id: target.ballotId, sheetId: null } : target,
    orderBy: { agendaItem: { ordinal: 'asc' } },
    select: {
      id: true,
      state: true,
      result: true,
      annulmentId: true,
      held: true,
      closesAt: true,
      rule: true,
      entitled: true,
      rollSize: true,
      presidedById: true,
      roll: {
        select: { personId: true, excluded: true, turnout: { select: { personId: true } } },
      },
      agendaItem: {
        select: {
          ...itemFields,
          ...subjectFields,
          sitting: { select: { id: true, council: { select: { id: true, unitId: true } } } },
        },
      },
    },
  });
  const [first] = rows;
  if (!first) return null;
  const conflicts = await conflictsOfItems(
    deps,
    tx,
    rows.map(({ agendaItem }) => agendaItem),
  );
  const barredFrom = ({ roll, agendaItem }: (typeof rows)[number]) =>
    new Set([
      ...roll.flatMap((entry) => (entry.excluded ? [entry.personId] : [])),
      ...(conflicts.get(agendaItem.id)?.keys() ?? []),
    ]);
  const item = itemOf(first.agendaItem, deps.rulebook);
  return {
    target,
    council: first.agendaItem.sitting.council,
    kind: item.kind,
    number: itemName(item),
    title: 'ballotId' in target ? item.title : null,
    ballots: rows.map((whole) => {
      const { rule, roll, entitled, rollSize, ...row } = whole;
      return {
        id: row.id,
        open: row.state === 'open',
        result: row.result,
        annulled: row.annulmentId !== null,
        held: row.held,
        item: {
          id: row.agendaItem.id,
          initiativeId: row.agendaItem.initiativeId,
          sittingId: row.agendaItem.sitting.id,
          itemKey: row.agendaItem.itemKey,
          year: row.agendaItem.year,
        },
        quorum: quorumNeeded(StoredRule.parse(rule), { total: rollSize, entitled }),
        turnout: roll.filter(({ turnout }) => turnout !== null).length,
        barred: barredFrom(whole),
      };
    }),
    closesAt: first.closesAt,
    presidedById: rows.every(({ presidedById }) => presidedById === first.presidedById)
      ? first.presidedById
      : null,
    barred: new Set(rows.flatMap((row) => [...barredFrom(row)])),
  };
}

/**
 * Whether the actor runs this vote: whoever may convene the council's sittings, or presides over it, and is in conflict
 * about none of its items.
 */
export async function runsVote(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { council, barred, presidedById }: Pick<Vote, 'council' | 'barred' | 'presidedById'>,
): Promise<boolean> {
  if (barred.has(actor.personId)) return false;
  const on = today(deps);
  if (await mayConvene(tx, actor, council, on)) return true;
  return presidedById === actor.personId && sitsIn(tx, actor, council.id, on);
}

/** Holds the rows of a vote's ballots until the end of the transaction; waits for votes in flight. */
export async function holdVote(tx: Tx, target: VoteTarget): Promise<void> {
  const [ballotId, sheetId] =
    'ballotId' in target ? [target.ballotId, null] : [null, target.sheetId];
  await tx.$queryRaw`
    select id::text from ballot where id = ${ballotId}::uuid or sheet_id = ${sheetId}::uuid
    order by id for no key update`;
}

/** "SK-2026-0001 – Nhắc đóng BHXH", "CSTĐCS 2026 – 60 đề nghị". */
export function voteSubject({ kind, number, title, ballots }: Vote, language: 'vi' | 'en'): string {
  if (kind === 'other' && title !== null) return title;
  const what = title ?? phrases[language].groupLine({ count: ballots.length });
  return `${number} – ${what}`;
}
