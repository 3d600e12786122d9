/** Trigger ids: proof that a person has just acted, good for 3 seconds and one view. */
import { ApiFailure } from './api-failure.ts';
import { randomHex } from './ids.ts';

export const TRIGGER_LIFETIME_MS = 3000;
const REMEMBERED_MS = 600_000;

export interface Trigger {
  id: string;
  userId: string;
  issuedAt: number;
  /** The modal the person acted in, if it was one. */
  fromViewId: string | null;
  /** The conversation the person acted in, for `default_to_current_conversation`. */
  channel: string | null;
  used: boolean;
}

export class Triggers {
  readonly #clock: () => number;
  readonly #triggers = new Map<string, Trigger>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  issue(from: { userId: string; fromViewId?: string; channel?: string }): string {
    const now = this.#clock();
    this.#forgetOld(now);
    const trigger: Trigger = {
      id: `${Math.floor(now / 1000)}${String(Math.floor(now % 1000)).padStart(3, '0')}.${this.#triggers.size}.${randomHex(16)}`,
      userId: from.userId,
      issuedAt: now,
      fromViewId: from.fromViewId ?? null,
      channel: from.channel ?? null,
      used: false,
    };
    this.#triggers.set(trigger.id, trigger);
    return trigger.id;
  }

  /** @throws ApiFailure invalid_trigger_id, exchanged_trigger_id or expired_trigger_id */
  exchange(id: string): Trigger {
    const trigger = this.#triggers.get(id);
    if (trigger === undefined) throw new ApiFailure('invalid_trigger_id');
    if (trigger.used) throw new ApiFailure('exchanged_trigger_id');
    if (this.#clock() - trigger.issuedAt > TRIGGER_LIFETIME_MS) {
      throw new ApiFailure('expired_trigger_id');
    }
    trigger.used = true;
    return trigger;
  }

  #forgetOld(now: number): void {
    // The map is in order of issue, so the first young one ends the search.
    for (const [id, trigger] of this.#triggers) {
      if (now - trigger.issuedAt <= REMEMBERED_MS && this.#triggers.size < 50_000) return;
      this.#triggers.delete(id);
    }
  }
}
