import type { OutgoingMessage } from '../database/generated/client.ts';
import type { Deps } from '../kernel/deps.ts';
import type { Pace } from './pace.ts';

/** How long one conversation's refusal holds up the others, until it is known whether it was meant for all. */
const DOUBT_MS = 1_000;
/** More come at a time than there is room for, so that no room is left; who finds none takes a turn again. */
const CROWDING = 1.5;

/**
 * What Slack has said of its room for posts. It does not say whether a refusal is for the conversation or for the
 * whole workspace: when another conversation is refused too, and none was served in between, it is for all.
 */
export class PostingRoom {
  #fullUntil = 0;
  #refusedLane: string | null = null;

  /** When there may be room again for those who were not refused themselves, in epoch ms. */
  get fullUntil(): number {
    return this.#fullUntil;
  }

  refused(lane: string, retryAfterMs: number, now = Date.now()): void {
    const forAll = this.#refusedLane !== null && this.#refusedLane !== lane;
    const wait = forAll ? retryAfterMs : Math.min(retryAfterMs, DOUBT_MS);
    this.#fullUntil = Math.max(this.#fullUntil, now + wait);
    this.#refusedLane = lane;
  }

  served(): void {
    this.#refusedLane = null;
  }
}

/**
 * When a message is to be tried while there is no room: posts in channels, which many read, as soon as there is;
 * direct messages in the order in which they were written, so that a large mailing asks Slack about as often as it
 * lets posts through.
 *
 * @returns null while there is room, as far as this process knows
 */
export async function nextTurn(
  { db, pace, room }: Pick<Deps, 'db'> & { pace: Pace; room: PostingRoom },
  message: Pick<OutgoingMessage, 'seq' | 'personId'>,
): Promise<Date | null> {
  const { fullUntil } = room;
  if (fullUntil <= Date.now()) return null;
  if (!message.personId) return new Date(fullUntil);
  const rows = await db.$queryRaw<{ before: number }[]>`
    select count(distinct person_id)::int as before from outgoing_message
    where state = 'waiting' and seq < ${message.seq}`;
  const before = rows[0]?.before ?? 0;
  return new Date(fullUntil + (before * 1000) / (pace.postsPerSecond * CROWDING));
}
