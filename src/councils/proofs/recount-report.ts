import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import { isDifferent, type Recount, type RecountLine } from './recount.ts';
import { phrases } from './recount-phrases.ts';

/** Figures that no choice can be read from; they stand also where the choices are told to nobody. */
const NEVER_WITHHELD: readonly RecountLine['of'][] = [
  'total',
  'entitled',
  'papers',
  'notVoted',
  'quorum',
  'result',
];

/** Recounts as tables for a terminal, each difference marked, with a summary at the end. */
export function recountReport(
  recounts: readonly Recount[],
  { language, zone }: { language: Language; zone: string },
): string {
  const differing = recounts.filter(({ lines }) => lines.some(isDifferent)).length;
  const tables = recounts.map((one) => table(one, language, zone));
  const summary = phrases[language].summary({ ballots: recounts.length, different: differing });
  return [...tables, summary].join('\n\n');
}

function table(recount: Recount, language: Language, zone: string): string {
  const p = phrases[language];
  const { number, title, ballotId, method } = recount;
  const about = [number ?? ballotId, title].filter(Boolean).join(' – ');
  const rows = recount.lines.map((line) => {
    const shown = (value: string) => shownAs(value, line.of, recount, language);
    const mark = isDifferent(line) ? p.different : '';
    return [p.lines[line.of], shown(line.stored), shown(line.recounted), mark];
  });
  const [first = '', ...figures] = p.columns;
  const aligned = [[first, ...figures, ''], ...rows].map(([of = '', stored, recounted, mark]) =>
    `  ${of.padEnd(24)}${stored?.padStart(18)}${recounted?.padStart(18)}  ${mark}`.trimEnd(),
  );
  return [
    p.heading({ about, method, closed: formatInstant(recount.closedAt, zone) }),
    ...aligned,
  ].join('\n');
}

function shownAs(
  value: string,
  of: RecountLine['of'],
  { withheld }: Recount,
  language: Language,
): string {
  const p = phrases[language];
  if (withheld && !NEVER_WITHHELD.includes(of)) return p.withheld;
  if (of !== 'result') return value;
  const words: Record<string, string> = p.results;
  return words[value] ?? value;
}
