import type { KnownBlock, RichTextBlock, RichTextBlockElement } from '@slack/types';
import { formatDay } from '../kernel/time.ts';
import { escapeText } from '../slack/blocks.ts';
import type { ExemplarFile, Subject } from './queries.ts';

// Pieces that several views and messages are made of.

/** "05/11/2026", or the period of an advanced model: "05/01/2026 – 05/11/2026", open at its end: "từ 05/01/2026". */
export function periodText({
  kind,
  happenedOn,
  endedOn,
}: Pick<ExemplarFile, 'kind' | 'happenedOn' | 'endedOn'>): string {
  const from = formatDay(happenedOn);
  if (endedOn) return `${from} – ${formatDay(endedOn)}`;
  return kind === 'advanced_model' ? `${from} –` : from;
}

/** "Trần Thị Lan (Phòng Thu), Phòng Chế độ", escaped. */
export function namesText(subjects: readonly Subject[]): string {
  return escapeText(
    subjects
      .map(({ personId, name, unitName }) => (personId === null ? name : `${name} (${unitName})`))
      .join(', '),
  );
}

/** People's own texts, each under its label, as quotations that no markup in them can leave. */
export function labelledTexts(
  pairs: readonly (readonly [label: string, text: string | null])[],
): KnownBlock[] {
  const elements = pairs.flatMap(([label, text]): RichTextBlockElement[] =>
    text === null
      ? []
      : [
          {
            type: 'rich_text_section',
            elements: [{ type: 'text', text: label, style: { bold: true } }],
          },
          { type: 'rich_text_quote', elements: [{ type: 'text', text }] },
        ],
  );
  const block: RichTextBlock = { type: 'rich_text', elements };
  return elements.length === 0 ? [] : [block];
}
