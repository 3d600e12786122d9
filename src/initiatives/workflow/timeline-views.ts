import type { Language } from '../../kernel/language.ts';
import { dayIn, formatDay } from '../../kernel/time.ts';
import { clip, escapeText } from '../../slack/blocks.ts';
import type { TimelineEntry } from './step-queries.ts';
import { workflowPhrases } from './workflow-phrases.ts';

const EXCERPT = 150;
/** In a list, the newest few. */
const MOST_IN_LINE = 6;

/** What happened to an initiative, a line each, with the reasons given. */
export function timelineLines(
  timeline: readonly TimelineEntry[],
  zone: string,
  language: Language,
): string {
  return timeline
    .map((entry) => {
      const told = `• ${formatDay(dayIn(zone, entry.at))}: ${sayEntry(entry, language)}`;
      return 'reason' in entry && entry.reason
        ? `${told} – _${escapeText(clip(oneLine(entry.reason), EXCERPT))}_`
        : told;
    })
    .join('\n');
}

/** The same in one line, for a list of initiatives. */
export function timelineLine(
  timeline: readonly TimelineEntry[],
  zone: string,
  language: Language,
): string {
  const newest = timeline.slice(-MOST_IN_LINE);
  const line = newest
    .map((entry) =>
      // A decision says its own day.
      entry.kind === 'decided'
        ? sayEntry(entry, language)
        : `${sayEntry(entry, language)} ${formatDay(dayIn(zone, entry.at))}`,
    )
    .join(' → ');
  return newest.length < timeline.length ? `… → ${line}` : line;
}

function sayEntry(entry: TimelineEntry, language: Language): string {
  const words = workflowPhrases[language];
  switch (entry.kind) {
    case 'filed':
      return words.took({ kind: 'filed', late: false, other: null });
    case 'voted': {
      const { result, minutes } = entry;
      const told = words.voted(result ?? 'held');
      if (!minutes || result === null || result === 'no_quorum') return told;
      const { number, signedOn } = minutes;
      return `${told} (${words.finalBy({ number: escapeText(number), signedOn })})`;
    }
    case 'vote_annulled':
      return words.voteAnnulled;
    case 'decided': {
      const { decision, number, decidedOn } = entry;
      return words.decided({ decision, number: escapeText(number), on: decidedOn });
    }
    default: {
      const told = words.took({ ...entry, other: entry.other?.number ?? null });
      return entry.ground ? `${told}: ${words.ground(entry.ground)}` : told;
    }
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('_', ' ');
}
