import type { Language } from '../../kernel/language.ts';
import { inParts } from '../../slack/blocks.ts';
import { barChart, CHART_BARS, CHART_LABEL, type ChartBlock } from '../../slack/charts.ts';
import { progressPhrases } from './progress-phrases.ts';
import type { RankLine } from './ranking.ts';

/** Charts that Slack takes in one message. */
const CHARTS = 2;
/** Cells of a bar that is written. */
const CELLS = 10;

type Reported = RankLine & { rank: number; total: bigint };

/** The total points of those who have reported as bars; those who have not have none. */
export function rankingCharts(lines: readonly RankLine[], language: Language): ChartBlock[] {
  const say = progressPhrases[language];
  const bars = labelled(lines.filter(hasReported)).slice(0, CHARTS * CHART_BARS);
  return inParts(bars, CHART_BARS).map((part, index) =>
    barChart(
      {
        title: index === 0 ? say.chart : say.chartFrom({ from: index * CHART_BARS + 1 }),
        series: say.total,
      },
      part,
    ),
  );
}

/** A bar in writing, as long as the share of the most points; empty where there are none. */
export function writtenBar(total: bigint, most: bigint): string {
  if (total <= 0n || most <= 0n) return '░'.repeat(CELLS);
  const full = Number((2n * BigInt(CELLS) * total + most) / (2n * most));
  return '█'.repeat(full) + '░'.repeat(CELLS - full);
}

/** The rank, and the end of a name, which tells units of one kind apart; those that look alike are numbered. */
function labelled(lines: readonly Reported[]): { label: string; value: number }[] {
  const taken = new Set<string>();
  return lines.map(({ rank, unitName, total }, index) => {
    const short = label(`${rank}. `, unitName, '');
    const own = taken.has(short) ? label(`${rank}. `, unitName, ` #${index + 1}`) : short;
    taken.add(own);
    return { label: own, value: Number(total) / 100 };
  });
}

function label(before: string, name: string, after: string): string {
  const room = CHART_LABEL - before.length - after.length;
  if (name.length <= room) return `${before}${name}${after}`;
  const end = name.slice(-(room - 1)).replace(/^[\uDC00-\uDFFF]/, '');
  // From the beginning of a word, where one begins early enough.
  const space = end.indexOf(' ');
  const words = space >= 0 && space < end.length / 2 ? end.slice(space + 1) : end;
  return `${before}…${words}${after}`;
}

function hasReported(line: RankLine): line is Reported {
  return line.rank !== null && line.total !== null;
}
