/** How one act of a person ended. */
import type { ClientActResult } from '../client-protocol.ts';

export type Options = NonNullable<Extract<ClientActResult, { ok: true }>['options']>;

export type ActOutcome =
  | {
      ok: true;
      /** The sentence the person was shown because the app failed them; null when all went well. */
      failure: string | null;
      /** What became of a submitted modal. */
      submission?: 'closed' | 'updated' | 'errors';
      options?: Options;
      /** The conversation that was opened. */
      channel?: string;
    }
  /** The act itself was wrong: nothing was sent to the app. */
  | { ok: false; error: string };

export const DONE = { ok: true, failure: null } as const satisfies ActOutcome;
