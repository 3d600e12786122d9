/** A picture of a phone fits; Slack shows no larger ones in a message well. */
export const MOST_PICTURE_MB = 5;
const MOST_PICTURE_BYTES = MOST_PICTURE_MB * 1024 * 1024;
/** So many bytes tell what a file is. */
export const SIGNATURE_BYTES = 12;

export const PICTURE_ENDINGS = ['jpg', 'jpeg', 'png'];

export type PictureProblem = 'type' | 'size' | 'content';

/** What can be told of a picture by what Slack says of it. `size` is in bytes. */
export function problemBeforeReading(file: { name: string; size: number }): PictureProblem | null {
  const ending = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (!PICTURE_ENDINGS.includes(ending)) return 'type';
  return file.size === 0 || file.size > MOST_PICTURE_BYTES ? 'size' : null;
}

/** Whether a file begins as a JPEG or PNG does, whatever it is called. */
export function problemWithBeginning(beginning: Uint8Array): PictureProblem | null {
  const begins = (...bytes: number[]) => bytes.every((byte, at) => beginning[at] === byte);
  const jpeg = begins(0xff, 0xd8, 0xff);
  const png = begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return jpeg || png ? null : 'content';
}
