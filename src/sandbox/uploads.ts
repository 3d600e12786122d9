/** Files on their way in: a URL is given out, the bytes arrive, the upload is completed. */
import { randomHex, randomId } from './ids.ts';

export interface Upload {
  fileId: string;
  key: string;
  name: string;
  /** Bytes announced by the app. */
  length: number;
  content: Buffer | null;
}

export class Uploads {
  readonly #byKey = new Map<string, Upload>();
  readonly #byFile = new Map<string, Upload>();

  begin(name: string, length: number): Upload {
    const upload: Upload = {
      fileId: randomId('F'),
      key: randomHex(20),
      name,
      length,
      content: null,
    };
    this.#byKey.set(upload.key, upload);
    this.#byFile.set(upload.fileId, upload);
    return upload;
  }

  byKey(key: string): Upload | null {
    return this.#byKey.get(key) ?? null;
  }

  byFileId(fileId: string): Upload | null {
    return this.#byFile.get(fileId) ?? null;
  }

  finish(upload: Upload): void {
    this.#byKey.delete(upload.key);
    this.#byFile.delete(upload.fileId);
  }
}
