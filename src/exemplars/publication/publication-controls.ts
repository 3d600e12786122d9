import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { LIMITS } from '../rules.ts';

const Exemplar = z.object({ exemplarId: z.uuid() });
const written = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .transform((text) => text.normalize('NFC'));

/** Shows what the reader may read of it. */
export const viewButton = buttonKind('exemplars.view', Exemplar);
export const editButton = buttonKind('exemplars.edit', Exemplar);
/** Puts a report aside, or takes a post down. */
export const closeButton = buttonKind('exemplars.close', Exemplar);
export const congratulateButton = buttonKind('exemplars.congratulate', Exemplar);
export const pressPackButton = buttonKind('exemplars.press_pack', Exemplar);
export const reportFileButton = buttonKind(
  'exemplars.get_file',
  z.object({ evidenceId: z.uuid() }),
);

/** The words of the post. */
export const textModal = modalKind('exemplars.text', {
  metadata: Exemplar,
  fields: z.object({
    headline: written(LIMITS.headline),
    text: written(LIMITS.text),
    citizens: z.enum(['none', 'named']),
    record: written(LIMITS.record).optional(),
    channels: z.array(z.string()),
  }),
});

/** The post as it will be seen. */
export const previewModal = modalKind('exemplars.preview', {
  metadata: Exemplar.extend({ mark: z.string(), channelIds: z.array(z.string()) }),
  fields: z.object({}),
});

export const closeModal = modalKind('exemplars.close_form', {
  metadata: Exemplar,
  fields: z.object({ reason: z.string().max(LIMITS.record).default('') }),
});
