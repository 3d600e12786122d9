import type { FileType } from '../database/generated/enums.ts';
import { refusing } from '../kernel/errors.ts';
import { sentFilePhrases } from './sent-file-phrases.ts';
import { type GivenFile, problemBeforeFetching } from './sent-file-rules.ts';

const refusal = refusing(sentFilePhrases);

/**
 * Refuses the files of a form for what their number, names and sizes tell already.
 *
 * @param limits.most so many at once
 * @throws AppError `refused.code`, at `refused.field`
 */
export function refuseSentFiles(
  files: readonly GivenFile[],
  { taken, most }: { taken: readonly FileType[]; most: number },
  { code, field }: { code: string; field: string },
): void {
  if (files.length > most) throw refusal(code, (p) => p.tooMany({ most }), field);
  const refused = files.flatMap((file) => {
    const problem = problemBeforeFetching(file, taken);
    return problem ? [{ name: file.name, problem }] : [];
  });
  if (refused.length > 0) throw refusal(code, (p) => p.refused({ refused, taken }), field);
}
