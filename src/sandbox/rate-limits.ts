/**
 * Rate limits of the Web API: so many calls a minute by tier, and one message a second to each
 * channel with a small burst.
 *
 * Source: the tiers of Slack's "Rate limits" page (1, 20, 50, 100 calls a minute); the sizes of
 * the bursts are not published, so they are set low enough that a careless app runs into them.
 */

export type Tier = 'connections' | 'tier2' | 'tier3' | 'tier4' | 'posting' | 'generous';

const PER_MINUTE: Record<Tier, number> = {
  // Tier 1 says "1+"; an app with ten sockets must still be able to reconnect them.
  connections: 20,
  tier2: 20,
  tier3: 50,
  tier4: 100,
  // The workspace-wide limit on messages: "several hundred messages per minute".
  posting: 300,
  generous: 600,
};

export const CHANNEL_BURST = 5;
const CHANNEL_PER_SECOND = 1;

interface Bucket {
  tokens: number;
  updatedAt: number;
}

export class RateLimits {
  readonly #clock: () => number;
  readonly #enforced: boolean;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: () => number, enforced: boolean) {
    this.#clock = clock;
    this.#enforced = enforced;
  }

  /** @returns seconds to wait, or null when the call may go ahead (and has been counted). */
  takeCall(method: string, tier: Tier): number | null {
    const perMinute = PER_MINUTE[tier];
    return this.#take(`method:${method}`, perMinute, perMinute / 60_000);
  }

  takePost(channel: string): number | null {
    return this.#take(`post:${channel}`, CHANNEL_BURST, CHANNEL_PER_SECOND / 1000);
  }

  #take(key: string, capacity: number, tokensPerMs: number): number | null {
    if (!this.#enforced) return null;
    const now = this.#clock();
    const bucket = this.#buckets.get(key) ?? { tokens: capacity, updatedAt: now };
    this.#buckets.set(key, bucket);
    const passed = Math.max(0, now - bucket.updatedAt);
    bucket.tokens = Math.min(capacity, bucket.tokens + passed * tokensPerMs);
    bucket.updatedAt = now;
    // A hair under one token is one: 1/s refilled over 1000 ms must not fail by rounding.
    if (bucket.tokens < 1 - 1e-9) {
      return Math.max(1, Math.ceil((1 - bucket.tokens) / tokensPerMs / 1000 - 1e-9));
    }
    bucket.tokens -= 1;
    return null;
  }
}
