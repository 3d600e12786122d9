import { inTransaction } from '../database/transaction.ts';
import { initiativesAwaitingCouncil } from '../initiatives/queries.ts';
import { sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../people/actor.ts';
import { mayConvene } from './authority.ts';
import { sittingCard } from './messages.ts';
import { phrases } from './phrases.ts';

/**
 * Convenes a sitting of an initiative council with initiatives on its agenda, in the order given. The
 * same submission twice makes one sitting.
 *
 * @returns the sitting's id
 */
export async function conveneSitting(
  deps: Deps,
  input: {
    actor: Actor;
    councilId: string;
    startsAt: Date;
    place: string;
    initiativeIds: readonly string[];
    channelId: string | undefined;
    submissionKey: string;
  },
): Promise<string> {
  const { actor, councilId, submissionKey } = input;
  return inTransaction(deps.db, async (tx) => {
    const council = await tx.council.findUnique({
      where: { id: councilId },
      select: { id: true, unitId: true },
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

    const awaiting = await initiativesAwaitingCouncil(tx, { councilUnitId: council.unitId });
    const waiting = new Set(awaiting.map((initiative) => initiative.id));
    const gone = input.initiativeIds.filter((id) => !waiting.has(id));
    if (input.initiativeIds.length === 0 || gone.length > 0) {
      throw new AppError('not_awaiting', {
        say: (l) => phrases[l].notAwaiting,
        field: 'initiatives',
      });
    }
    const sitting = await tx.sitting.create({
      data: {
        councilId,
        startsAt: input.startsAt,
        place: input.place,
        convenedById: actor.personId,
        submissionKey,
        agenda: {
          create: input.initiativeIds.map((initiativeId, index) => ({
            initiativeId,
            ordinal: index + 1,
          })),
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
        agenda: [...input.initiativeIds],
      },
    });
    await sendMessage(tx, sittingCard, {
      to: { personId: actor.personId },
      params: {},
      subjectId: sitting.id,
    });
    return sitting.id;
  });
}
