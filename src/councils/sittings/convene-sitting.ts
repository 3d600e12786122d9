import { takeTurns } from '../../database/take-turns.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { GivenFile } from '../../documents/sent-file-rules.ts';
import { sendMessage, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { mayConvene } from '../authority.ts';
import { phrases } from '../ballots/phrases.ts';
import { invitation, sittingCard } from '../messages.ts';
import { attendeesOf } from './attendance.ts';
import { requireDayToCome } from './day-to-come.ts';
import { takeSittingFiles } from './files/take-files.ts';
import { newItems } from './new-items.ts';

/**
 * Convenes a sitting with its agenda, in the order given: initiatives for an initiative council, titles of a
 * year with all who await a council for an emulation council, then other items for either. The same
 * submission twice makes one sitting.
 *
 * @returns the sitting's id
 * @throws AppError may_not_convene, sitting_day_past, wrong_council, not_awaiting, agenda_empty, agenda_too_long and those
 *   of `takeSittingFiles`, at their fields
 */
export async function conveneSitting(
  deps: Deps,
  input: {
    actor: Actor;
    councilId: string;
    startsAt: Date;
    place: string;
    /** What members are to read before it. */
    documents?: string;
    /** The same as files. */
    files?: readonly GivenFile[];
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
    await takeTurns(tx, submissionKey);
    const before = await tx.sitting.findUnique({ where: { submissionKey }, select: { id: true } });
    if (before) return before.id;

    requireDayToCome(deps, input.startsAt);
    const items = await newItems(deps, tx, council, { initiativeIds, nominations, others });
    if (items.length === 0)
      throw new AppError('agenda_empty', { say: (l) => phrases[l].agendaEmpty, field: 'others' });
    const sitting = await tx.sitting.create({
      data: {
        councilId,
        startsAt: input.startsAt,
        place: input.place,
        documents: input.documents?.trim() || null,
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
    const given = { actor, sittingId: sitting.id, files: input.files ?? [] };
    await takeSittingFiles(tx, { ...given, convened: true });
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
