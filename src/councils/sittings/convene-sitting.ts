import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { CouncilKind } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { initiativesAwaitingCouncil } from '../../initiatives/queries.ts';
import { sendMessage, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError, type Sayable } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { mayConvene } from '../authority.ts';
import { phrases } from '../ballots/phrases.ts';
import { invitation, sittingCard } from '../messages.ts';
import { attendeesOf } from './attendance.ts';
import { nomineesAwaiting } from './nominations.ts';

/** A sitting has no more items than this: it keeps the year's names of a province. */
const LONGEST_AGENDA = 500;

/**
 * Convenes a sitting with its agenda, in the order given: initiatives for an initiative council, titles of a
 * year with all who await a council for an emulation council, then other items for either. The same
 * submission twice makes one sitting.
 *
 * @returns the sitting's id
 * @throws AppError may_not_convene, wrong_council, not_awaiting, agenda_empty, agenda_too_long, at their fields
 */
export async function conveneSitting(
  deps: Deps,
  input: {
    actor: Actor;
    councilId: string;
    startsAt: Date;
    place: string;
    initiativeIds: readonly string[];
    nominations?: readonly { itemKey: string; year: number }[];
    others?: readonly string[];
    /** What its ballots give is told with the decision only. */
    holdsResults?: boolean;
    channelId: string | undefined;
    submissionKey: string;
  },
): Promise<string> {
  const { actor, councilId, submissionKey, initiativeIds, nominations = [], others = [] } = input;
  return inTransaction(deps.db, async (tx) => {
    const council = await tx.council.findUnique({
      where: { id: councilId },
      select: { id: true, unitId: true, kind: true },
    });
    if (!council || !(await mayConvene(tx, actor, council, today(deps)))) {
      throw new AppError('may_not_convene', {
        say: (l) => phrases[l].mayNotConvene,
        field: 'council',
      });
    }
    // Taken before anything is written, so that a repeated submission waits and then finds the sitting.
    await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${submissionKey}, 0))::text`;
    const before = await tx.sitting.findUnique({ where: { submissionKey }, select: { id: true } });
    if (before) return before.id;

    const items = await agendaOf(deps, tx, council, { initiativeIds, nominations, others });
    const sitting = await tx.sitting.create({
      data: {
        councilId,
        startsAt: input.startsAt,
        place: input.place,
        holdsResults: input.holdsResults ?? false,
        convenedById: actor.personId,
        submissionKey,
        agenda: {
          create: items.map((item, index) => ({ ...item, ordinal: index + 1 })),
        },
      },
      select: { id: true },
    });
    if (input.channelId) {
      await tx.council.update({ where: { id: councilId }, data: { channelId: input.channelId } });
    }
    await audit(tx, {
      kind: 'council.sitting_convened',
      subjectId: sitting.id,
      actorId: actor.personId,
      after: {
        councilId,
        startsAt: input.startsAt.toISOString(),
        agenda: items.length,
        initiatives: [...initiativeIds],
        nominations: nominations.map(({ itemKey, year }) => `${itemKey} ${year}`),
        others: [...others],
        ...(input.holdsResults ? { holdsResults: true } : {}),
      },
    });
    const about = { params: {}, subjectId: sitting.id };
    await sendMessage(tx, sittingCard, { to: { personId: actor.personId }, ...about });
    const attendees = await attendeesOf(deps, tx, sitting.id);
    await sendMessages(
      tx,
      invitation,
      attendees.map(({ personId }) => ({ to: { personId }, ...about })),
    );
    return sitting.id;
  });
}

type NewItem = Omit<Prisma.AgendaItemUncheckedCreateWithoutSittingInput, 'ordinal'>;

async function agendaOf(
  deps: Deps,
  tx: Tx,
  council: { unitId: string; kind: CouncilKind },
  wanted: {
    initiativeIds: readonly string[];
    nominations: readonly { itemKey: string; year: number }[];
    others: readonly string[];
  },
): Promise<NewItem[]> {
  const { initiativeIds, nominations, others } = wanted;
  const foreign = council.kind === 'initiative' ? nominations : initiativeIds;
  if (foreign.length > 0)
    throw refusal('wrong_council', (l) => phrases[l].wrongCouncil[council.kind], 'council');
  const awaiting = await initiativesAwaitingCouncil(tx, { councilUnitId: council.unitId });
  const waiting = new Set(awaiting.map((initiative) => initiative.id));
  if (initiativeIds.some((id) => !waiting.has(id)))
    throw refusal('not_awaiting', (l) => phrases[l].notAwaiting, 'initiatives');
  const items: NewItem[] = initiativeIds.map((initiativeId) => ({ initiativeId }));
  for (const { itemKey, year } of nominations) {
    const search = { zone: deps.zone, councilUnitId: council.unitId, itemKey, year };
    const nominees = await nomineesAwaiting(tx, search);
    if (nominees.length === 0)
      throw refusal('not_awaiting', (l) => phrases[l].nominationsGone, 'nominations');
    items.push(...nominees.map((who) => ({ kind: 'nomination' as const, itemKey, year, ...who })));
  }
  items.push(...others.map((title) => ({ kind: 'other' as const, itemKey: OTHER_ITEM, title })));
  if (items.length === 0) throw refusal('agenda_empty', (l) => phrases[l].agendaEmpty, 'others');
  if (items.length > LONGEST_AGENDA)
    throw refusal(
      'agenda_too_long',
      (l) => phrases[l].agendaTooLong({ most: LONGEST_AGENDA }),
      'nominations',
    );
  return items;
}

/** Of voting.yml: whatever has no rule of its own. */
const OTHER_ITEM = 'khac';

function refusal(code: string, say: Sayable, field: string): AppError {
  return new AppError(code, { say, field });
}
