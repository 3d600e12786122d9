import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { CouncilKind } from '../../database/generated/enums.ts';
import { initiativesAwaitingCouncil } from '../../initiatives/queries.ts';
import type { Deps } from '../../kernel/deps.ts';
import { AppError, type Sayable } from '../../kernel/errors.ts';
import { phrases } from '../ballots/phrases.ts';
import { nomineesAwaiting } from './nominations.ts';

/** A sitting has no more items than this: it keeps the year's names of a province. */
const LONGEST_AGENDA = 500;

/** What is put on an agenda, in this order. */
export interface WantedItems {
  initiativeIds: readonly string[];
  nominations: readonly { itemKey: string; year: number }[];
  others: readonly string[];
}

export type NewItem = Omit<Prisma.AgendaItemUncheckedCreateWithoutSittingInput, 'ordinal'>;

/** Who or what stands on an agenda already. */
interface OnAgenda {
  initiativeId: string | null;
  itemKey: string;
  year: number | null;
  personId: string | null;
  unitId: string | null;
  title: string | null;
}

/**
 * The items of an agenda, with all who await a council for each title.
 *
 * @param there what stands on it already, which is not put on it again
 * @throws AppError wrong_council, not_awaiting, agenda_too_long, at their fields
 */
export async function newItems(
  deps: Deps,
  tx: Tx,
  council: { unitId: string; kind: CouncilKind },
  wanted: WantedItems,
  there: readonly OnAgenda[] = [],
): Promise<NewItem[]> {
  const { initiativeIds, nominations, others } = wanted;
  const foreign = council.kind === 'initiative' ? nominations : initiativeIds;
  if (foreign.length > 0)
    throw refusal('wrong_council', (l) => phrases[l].wrongCouncil[council.kind], 'council');
  const awaiting = await initiativesAwaitingCouncil(tx, { councilUnitId: council.unitId });
  const waiting = new Set(awaiting.map((initiative) => initiative.id));
  if (initiativeIds.some((id) => !waiting.has(id)))
    throw refusal('not_awaiting', (l) => phrases[l].notAwaiting, 'initiatives');
  const known = new Set(there.map(keyOf));
  const items: NewItem[] = [...new Set(initiativeIds)]
    .filter((id) => !there.some(({ initiativeId }) => initiativeId === id))
    .map((initiativeId) => ({ initiativeId }));
  const groups = new Map(nominations.map((group) => [`${group.itemKey}:${group.year}`, group]));
  for (const { itemKey, year } of groups.values()) {
    const search = { zone: deps.zone, councilUnitId: council.unitId, itemKey, year };
    const nominees = await nomineesAwaiting(tx, search);
    if (nominees.length === 0)
      throw refusal('not_awaiting', (l) => phrases[l].nominationsGone, 'nominations');
    const missing = nominees.filter((who) => !known.has(keyOf({ ...who, itemKey, year })));
    items.push(
      ...missing.map((who) => ({
        kind: 'nomination' as const,
        itemKey,
        year,
        ...who,
      })),
    );
  }
  const typed = [...new Set(others)].filter((title) => there.every((one) => one.title !== title));
  items.push(...typed.map((title) => ({ kind: 'other' as const, itemKey: OTHER_ITEM, title })));
  if (there.length + items.length > LONGEST_AGENDA)
    throw refusal(
      'agenda_too_long',
      (l) => phrases[l].agendaTooLong({ most: LONGEST_AGENDA }),
      'nominations',
    );
  return items;
}

/** Of voting.yml: whatever has no rule of its own. */
const OTHER_ITEM = 'khac';

function keyOf(one: Omit<OnAgenda, 'initiativeId' | 'title'>): string {
  return `${one.itemKey} ${one.year} ${one.personId ?? one.unitId}`;
}

function refusal(code: string, say: Sayable, field: string): AppError {
  return new AppError(code, { say, field });
}
