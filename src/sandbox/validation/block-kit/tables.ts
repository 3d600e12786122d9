/** The table and data_table blocks. */
import { z } from 'zod';
import { anyBlock, words } from './composition.ts';
import { richTextBlock } from './rich-text.ts';

const rawText = z.strictObject({ type: z.literal('raw_text'), text: words(10_000) });
const rawNumber = z.strictObject({
  type: z.literal('raw_number'),
  value: z.number(),
  text: words(10_000),
});
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richTextBlock]);

export const tableBlock = z.strictObject({
  type: z.literal('table'),
  ...anyBlock,
  rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
  column_settings: z
    .array(
      z
        .strictObject({
          align: z.enum(['left', 'center', 'right']).optional(),
          is_wrapped: z.boolean().optional(),
        })
        // Null leaves a column as it is, to set one further right.
        .nullable(),
    )
    .max(20)
    .optional(),
});

export const dataTableBlock = z
  .strictObject({
    type: z.literal('data_table'),
    ...anyBlock,
    caption: words(255),
    rows: z.array(z.array(cell).min(1).max(20)).min(2).max(201),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).max(19).optional(),
  })
  .superRefine((table, context) => {
    const width = table.rows[0]?.length;
    for (const [index, row] of table.rows.entries()) {
      if (row.length === width) continue;
      context.addIssue({
        code: 'custom',
        path: ['rows', index],
        message: 'must have as many cells as the first row',
      });
    }
  });
