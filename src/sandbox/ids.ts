/** Ids, secrets and message timestamps shaped as Slack's. */
import { createHash, randomBytes, randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MIXED = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** The same id for the same words at every start, so that a link to a person or channel lasts. */
export function stableId(prefix: string, ...words: string[]): string {
  const digest = createHash('sha256')
    .update([prefix, ...words].join('\u0000'))
    .digest();
  let id = prefix;
  for (const byte of digest.subarray(0, 10)) id += ALPHABET[byte % ALPHABET.length];
  return id;
}

export function randomId(prefix: string): string {
  let id = prefix;
  for (let i = 0; i < 10; i += 1) id += ALPHABET[randomInt(ALPHABET.length)];
  return id;
}

export function randomWord(length: number): string {
  let word = '';
  for (let i = 0; i < length; i += 1) word += MIXED[randomInt(MIXED.length)];
  return word;
}

export function randomHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

function formatTimestamp(micros: number): string {
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** Message timestamps: unique in the workspace and rising, even when the clock stands still. */
export class TimestampSource {
  readonly #clock: () => number;
  #last = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** No later timestamp will be at or before `ts`. */
  seen(ts: string): void {
    const [seconds = '0', micros = '0'] = ts.split('.');
    this.#last = Math.max(this.#last, Number(seconds) * 1_000_000 + Number(micros));
  }

  next(): string {
    this.#last = Math.max(Math.floor(this.#clock()) * 1000, this.#last + 1);
    return formatTimestamp(this.#last);
  }
}
