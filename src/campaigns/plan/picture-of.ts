import type { SubmissionRequest } from '../../slack/listeners.ts';
import type { Picture } from '../rules.ts';
import {
  MOST_PICTURE_MB,
  problemBeforeReading,
  problemWithBeginning,
  SIGNATURE_BYTES,
} from './picture-rules.ts';
import { type FormProblem, problemAt, refusal } from './problems.ts';

/**
 * The picture that is to stand in the announcement: a new one, which is looked at while the form waits; the one
 * before; or none.
 *
 * @throws AppError plan_refused at the field
 */
export async function pictureOf(
  { fields, glanceAtFile }: Pick<PictureRequest, 'fields' | 'glanceAtFile'>,
  before: Picture | null,
): Promise<Picture | null> {
  const { keepPicture, pictureAlt: alt } = fields;
  const [file] = fields.picture;
  const problem = file && (await problemWithPicture(file, glanceAtFile));
  if (problem) throw refusal(problem);
  const fileId = file?.id ?? (keepPicture.length > 0 ? before?.fileId : undefined);
  if (fileId === undefined) return null;
  if (alt === undefined) throw refusal(problemAt('pictureAlt', (words) => words.pictureAltMissing));
  return { fileId, alt };
}

type PictureRequest = SubmissionRequest<
  unknown,
  {
    keepPicture: readonly string[];
    picture: readonly { id: string; name: string; size: number }[];
    pictureAlt?: string | undefined;
  }
>;

async function problemWithPicture(
  file: { id: string; name: string; size: number },
  glanceAtFile: PictureRequest['glanceAtFile'],
): Promise<FormProblem | null> {
  const early = problemBeforeReading(file);
  if (early) return pictureProblem(early);
  const beginning = await glanceAtFile({ fileId: file.id, bytes: SIGNATURE_BYTES });
  if (beginning === null) return problemAt('picture', (words) => words.pictureUnread);
  const problem = problemWithBeginning(beginning);
  return problem && pictureProblem(problem);
}

function pictureProblem(problem: 'type' | 'size' | 'content'): FormProblem {
  return problemAt('picture', (words) => {
    if (problem === 'size') return words.pictureSize({ megabytes: MOST_PICTURE_MB });
    return problem === 'type' ? words.pictureType : words.pictureContent;
  });
}
