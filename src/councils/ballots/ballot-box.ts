import {
  constants,
  createCipheriv,
  createDecipheriv,
  createHash,
  generateKeyPair,
  type KeyLike,
  privateDecrypt,
  publicEncrypt,
  randomBytes,
  randomInt,
} from 'node:crypto';
import { promisify } from 'node:util';
import { CHOICES, type Choice } from '../rules.ts';

// Secret papers: sealed with the ballot's own RSA key, so that nobody reads one before the count; the
// private half is kept wrapped by BALLOT_KEY (AES-256-GCM) and destroyed at the close.

const WRAP = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
const padding = constants.RSA_PKCS1_OAEP_PADDING;
const oaepHash = 'sha256';
const makeKeyPair = promisify(generateKeyPair);

export interface BoxKeys {
  /** SPKI, PEM. */
  publicKey: string;
  wrappedPrivateKey: Uint8Array<ArrayBuffer>;
}

export async function makeBoxKeys(ballotKey: Buffer): Promise<BoxKeys> {
  const pair = await makeKeyPair('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv(WRAP, ballotKey, iv);
  const sealed = Buffer.concat([cipher.update(pair.privateKey, 'utf8'), cipher.final()]);
  return {
    publicKey: pair.publicKey,
    wrappedPrivateKey: new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), sealed])),
  };
}

/** A paper as it lies in the box, in base64, as a statement of many carries it. All have one length, whatever the choice. */
export function sealPaper(publicKey: KeyLike, choice: Choice): string {
  const mark = Buffer.from([CHOICES.indexOf(choice)]);
  return publicEncrypt({ key: publicKey, padding, oaepHash }, mark).toString('base64');
}

/**
 * Opens the box: each paper's choice, null for a paper that is none.
 *
 * @throws when BALLOT_KEY is not the one under which the ballot was opened
 */
export function openPapers(
  ballotKey: Buffer,
  wrappedPrivateKey: Uint8Array,
  papers: readonly Uint8Array[],
): (Choice | null)[] {
  const wrapped = Buffer.from(wrappedPrivateKey);
  const decipher = createDecipheriv(WRAP, ballotKey, wrapped.subarray(0, IV_BYTES));
  decipher.setAuthTag(wrapped.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  const privateKey = Buffer.concat([
    decipher.update(wrapped.subarray(IV_BYTES + TAG_BYTES)),
    decipher.final(),
  ]).toString('utf8');
  return papers.map((paper) => openPaper(privateKey, paper));
}

function openPaper(privateKey: string, paper: Uint8Array): Choice | null {
  try {
    const mark = privateDecrypt({ key: privateKey, padding, oaepHash }, paper);
    return CHOICES[mark[0] ?? -1] ?? null;
  } catch {
    // Not sealed with this ballot's key: an invalid paper, counted as such.
    return null;
  }
}

/** A receipt, by which its voter finds the paper in the published list; 16 hexadecimal digits. */
export function makeReceipt(): string {
  return createHash('sha256').update(randomBytes(32)).digest('hex').slice(0, 16);
}

/** Puts a list in an order that says nothing (Fisher–Yates with a cryptographic source). */
export function shuffled<T>(list: readonly T[]): T[] {
  const result = [...list];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    const moved = result.splice(other, 1);
    result.push(...moved);
  }
  return result;
}
