import { z } from 'zod';
import { SentFile } from '../slack/field-values.ts';
import { buttonKind, modalKind } from '../slack/kinds.ts';
import { IMPORT_KINDS } from './columns.ts';

const Kind = z.enum(IMPORT_KINDS);
const Run = z.object({ runId: z.uuid() });

export const importModal = modalKind('imports.form', {
  metadata: z.object({}),
  fields: z.object({ kind: Kind, file: z.array(SentFile).default([]) }),
});

export const applyRun = buttonKind('imports.apply', Run);
export const discardRun = buttonKind('imports.discard', Run);
export const templateButtons = IMPORT_KINDS.map((kind) => ({
  kind,
  button: buttonKind(`imports.template_${kind}`, z.object({ kind: Kind })),
}));
