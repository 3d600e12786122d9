import { dayIn, formatDay } from '../../kernel/time.ts';
import { clip, escapeText } from '../../slack/blocks.ts';
import type { Annulled } from '../ballots/queries.ts';
import { namePhrases } from './name-phrases.ts';

const REASON_SHOWN = 200;
/** Of the lines of one title: a sheet is annulled as one, so there are seldom more. */
const ANNULMENTS_SHOWN = 3;

/** That earlier results on these lines of an agenda were annulled, on which day and why: a line for each annulment. */
export function annulledLines(
  lines: readonly { annulled: Annulled | null }[],
  { language, zone }: { language: 'vi' | 'en'; zone: string },
): string[] {
  const say = namePhrases[language];
  return annulments(lines)
    .slice(0, ANNULMENTS_SHOWN)
    .map(({ annulled, count }) => {
      const day = formatDay(dayIn(zone, annulled.settledAt));
      const words = annulled.reason.replaceAll(/\s+/g, ' ').trim();
      const reason = escapeText(clip(words, REASON_SHOWN));
      return count === lines.length
        ? say.annulledReason({ day, reason })
        : say.annulledSome({ day, reason, count });
    });
}

/** Each annulment once, newest first, with how many of the lines it is about. */
export function annulments(
  lines: readonly { annulled: Annulled | null }[],
): { annulled: Annulled; count: number }[] {
  const found = new Map<string, { annulled: Annulled; count: number }>();
  for (const { annulled } of lines) {
    if (!annulled) continue;
    const key = `${annulled.settledAt.getTime()} ${annulled.reason}`;
    found.set(key, { annulled, count: (found.get(key)?.count ?? 0) + 1 });
  }
  return [...found.values()].toSorted(
    (a, b) => b.annulled.settledAt.getTime() - a.annulled.settledAt.getTime(),
  );
}
