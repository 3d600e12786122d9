import type { Tx } from '../../database/client.ts';
import type { InitiativeState } from '../../database/generated/enums.ts';
import { type AskedShare, type ShareStanding, shareStanding } from './share-rules.ts';

/** What each author of an initiative was asked last, by person id. */
export async function askedShares(
  tx: Tx,
  initiativeId: string,
): Promise<Map<string, AskedShare & { id: string }>> {
  const rows = await tx.shareRequest.findMany({
    where: { initiativeId },
    orderBy: { seq: 'asc' },
    select: {
      id: true,
      personId: true,
      share: true,
      answer: true,
      answeredAt: true,
      reason: true,
    },
  });
  return new Map(rows.map(({ personId, ...asked }) => [personId, asked]));
}

/** A share that waits for its author's answer. */
export interface AwaitedShare {
  requestId: string;
  initiativeId: string;
  number: string;
  title: string;
  share: number;
}

/** The shares that a person is asked for and has not answered, oldest first. @param search.ids only these */
export async function sharesAwaited(
  tx: Tx,
  search: { personId: string; states: readonly InitiativeState[]; ids?: readonly string[] },
): Promise<AwaitedShare[]> {
  const { personId, states, ids } = search;
  const rows = await tx.shareRequest.findMany({
    where: {
      personId,
      answer: null,
      ...(ids ? { id: { in: [...ids] } } : {}),
      initiative: { state: { in: [...states] } },
    },
    orderBy: { askedAt: 'asc' },
    select: {
      id: true,
      share: true,
      initiative: {
        select: {
          id: true,
          number: true,
          title: true,
          authors: { where: { personId }, select: { share: true } },
        },
      },
    },
  });
  return rows.flatMap(({ id: requestId, share, initiative }) => {
    const { id: initiativeId, authors, ...named } = initiative;
    return authors.some((author) => author.share === share)
      ? [{ requestId, initiativeId, share, ...named }]
      : [];
  });
}

export interface ShareCard {
  requestId: string;
  personId: string;
  share: number;
  initiativeId: string;
  number: string;
  title: string;
  state: InitiativeState;
  filedByName: string;
  askedName: string;
  standing: ShareStanding;
  authors: { name: string; share: number; standing: ShareStanding }[];
}

/** A request as its card shows it: with all authors and how far they have confirmed. */
export async function shareCard(tx: Tx, requestId: string): Promise<ShareCard | null> {
  const row = await tx.shareRequest.findUnique({
    where: { id: requestId },
    select: {
      personId: true,
      share: true,
      answer: true,
      answeredAt: true,
      reason: true,
      person: { select: { fullName: true } },
      initiative: {
        select: {
          id: true,
          number: true,
          title: true,
          state: true,
          filedBy: { select: { fullName: true } },
          authors: {
            orderBy: { ordinal: 'asc' },
            select: {
              personId: true,
              outsideName: true,
              share: true,
              person: { select: { fullName: true } },
            },
          },
        },
      },
    },
  });
  if (!row) return null;
  const { filedBy, authors, id, ...initiative } = row.initiative;
  const asked = await askedShares(tx, id);
  const { personId, share, person, ...answered } = row;
  const isNewest = asked.get(personId)?.id === requestId;
  const isAuthor = authors.some((one) => one.personId === personId && one.share === share);
  const standing =
    isAuthor && isNewest
      ? shareStanding({ personId, share }, { share, ...answered })
      : ({ kind: 'not_asked' } as const);
  return {
    requestId,
    personId,
    share,
    initiativeId: id,
    ...initiative,
    filedByName: filedBy.fullName,
    askedName: person.fullName,
    standing,
    authors: authors.map((author) => ({
      name: author.person?.fullName ?? author.outsideName ?? '',
      share: author.share,
      standing: shareStanding(author, asked.get(author.personId ?? '')),
    })),
  };
}
