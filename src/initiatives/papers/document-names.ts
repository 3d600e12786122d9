import type { InitiativeFile } from '../file-queries.ts';

/** The papers of an initiative: đơn, giấy biên nhận, giấy chứng nhận, văn bản không công nhận, thông báo không tiếp nhận. */
export const DOCUMENT_NAMES = [
  'request',
  'receipt',
  'certificate',
  'answer',
  'form_refusal',
] as const;
export type DocumentName = (typeof DOCUMENT_NAMES)[number];

/** Which papers an initiative has by now. */
export function documentsOf(
  file: Pick<InitiativeFile, 'state' | 'acceptedAt' | 'decision'>,
): DocumentName[] {
  return DOCUMENT_NAMES.filter((name) => {
    if (name === 'receipt') return file.acceptedAt !== null;
    if (name === 'certificate')
      return file.decision?.kind === 'recognised' && file.state !== 'annulled';
    if (name === 'answer') return file.decision?.kind === 'refused';
    if (name === 'form_refusal') return file.state === 'form_refused';
    return true;
  });
}
