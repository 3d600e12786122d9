import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Day } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { holdsRole } from '../people/queries.ts';
import { windowAnnounced, windowMoved } from './messages.ts';
import { seasonPhrases } from './season-phrases.ts';
import { findWindow, type SetWindow } from './window-queries.ts';
import { checkWindow, WINDOW_CHANNELS } from './window-rules.ts';

export interface WindowPlan {
  unitId: string;
  year: number;
  opensOn: Day;
  closesOn: Day;
  /** Where it is announced; empty: nowhere, the heads are reminded all the same. */
  channels: readonly string[];
}

/**
 * Sets when titles of a year are registered in a unit and below it, or changes that. One that was
 * announced already is redrawn in place, and its new days are told; if it closes later, the heads are
 * reminded anew. Setting the same twice changes nothing.
 *
 * @throws AppError when the actor is not the secretary for the unit, or the days cannot be meant
 */
export async function setWindow(
  deps: Deps,
  input: { actor: Actor; plan: WindowPlan },
): Promise<SetWindow> {
  const { actor, plan } = input;
  const { unitId, year, opensOn, closesOn } = plan;
  const channels = [...new Set(plan.channels)];
  const problem = checkWindow({ ...plan, today: today(deps) });
  if (problem) {
    throw new AppError(`window_${problem.kind}`, {
      field: problem.field,
      say: (language) => seasonPhrases[language].windowProblem[problem.kind],
    });
  }
  if (channels.length > WINDOW_CHANNELS) {
    throw new AppError('too_many_channels', {
      field: 'channels',
      say: (language) => seasonPhrases[language].tooManyChannels({ most: WINDOW_CHANNELS }),
    });
  }
  return inTransaction(deps.db, async (tx) => {
    if (!(await holdsRole(tx, actor, 'secretary', unitId))) throw notSecretary();
    // Two who set the same year at once come one after the other.
    await tx.$queryRaw`select id from unit where id = ${unitId}::uuid for update`;
    const before = await findWindow(tx, { unitId_year: { unitId, year } });
    const same =
      before?.opensOn === opensOn &&
      before.closesOn === closesOn &&
      before.channels.toSorted().join() === channels.toSorted().join();
    if (before && same) return before;
    await tx.$executeRaw`
      insert into registration_window (unit_id, year, opens_on, closes_on, channels)
      values (${unitId}::uuid, ${year}::int, ${opensOn}::date, ${closesOn}::date, ${channels}::text[])
      on conflict (unit_id, year) do update
      set opens_on = excluded.opens_on, closes_on = excluded.closes_on, channels = excluded.channels,
        reminded_at = case when excluded.closes_on > registration_window.closes_on then null
          else registration_window.reminded_at end`;
    const after = await findWindow(tx, { unitId_year: { unitId, year } });
    if (!after) throw new Error('a window that was written is not there');
    await audit(tx, {
      kind: 'titles.window_set',
      subjectId: after.id,
      actorId: actor.personId,
      ...(before ? { before: daysOf(before) } : {}),
      after: daysOf(after),
    });
    const moved = before && (before.opensOn !== opensOn || before.closesOn !== closesOn);
    if (before?.announcedAt && moved) {
      await refreshMessages(tx, windowAnnounced, after.id);
      for (const channelId of before.channels) {
        await sendMessage(tx, windowMoved, {
          to: { channelId },
          params: { opensOn, closesOn },
          subjectId: after.id,
          dedupeKey: `${windowMoved.purpose}:${after.id}:${opensOn}:${closesOn}:${channelId}`,
        });
      }
    }
    if (before?.announcedAt) {
      for (const channelId of channels.filter((id) => !before.channels.includes(id))) {
        await sendMessage(tx, windowAnnounced, {
          to: { channelId },
          params: {},
          subjectId: after.id,
          dedupeKey: `${windowAnnounced.purpose}:${after.id}:${channelId}`,
        });
      }
    }
    return after;
  });
}

function daysOf({ year, opensOn, closesOn, channels }: SetWindow) {
  return { year, opensOn, closesOn, channels };
}

export function notSecretary(): AppError {
  return new AppError('not_secretary', {
    say: (language) => seasonPhrases[language].notSecretary,
  });
}
