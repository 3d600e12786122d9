import type { KnownBlock } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { context, escapeText, quote, section } from '../../slack/blocks.ts';
import { outcomeLine, tenthsText } from './score-line.ts';
import { scoreResultPhrases as phrases } from './score-result-phrases.ts';
import { averageTenths, mostOf, totalOf } from './score-tally.ts';
import type { ScoringPicture, SentScores } from './scoring-queries.ts';

/** The outcome in words that can be checked: averages, spread, failed minima, rules. Without names. */
export function outcomeBlocks(scoring: ScoringPicture, language: Language): KnownBlock[] {
  const { sheet, outcome, enough } = scoring;
  if (!outcome) return [];
  const say = phrases[language];
  const lines = [
    ...(scoring.supersededAt ? [say.superseded] : []),
    outcomeLine({ sheet, outcome }, language),
    outcome.enough.met
      ? say.scorers(outcome)
      : say.tooFew({ ...outcome, needed: outcome.enough.needed }),
    ...(outcome.kind === 'points' && outcome.total ? [say.spread(outcome.total)] : []),
    ...(outcome.kind === 'points' && outcome.total && outcome.pass !== null
      ? [say.passMark({ pass: outcome.pass, met: outcome.passMet })]
      : []),
  ];
  const rules = [
    ...(sheet.kind === 'points' ? [say.rounding, say.minimumRule(sheet.minimumRule)] : []),
    say.sheetRule({ ...sheet, sheet: sheet.name[language], source: escapeText(sheet.source) }),
    say.enoughRule({ ...enough, source: escapeText(enough.source) }),
  ];
  return [
    section(lines.join('\n')),
    ...(outcome.scorers > 0 ? [section(criterionLines(scoring, language).join('\n'))] : []),
    context(rules.join('\n')),
  ];
}

function criterionLines({ sheet, outcome }: ScoringPicture, language: Language): string[] {
  const say = phrases[language];
  if (!outcome) return [];
  const nameOf = (key: string) =>
    escapeText(sheet.criteria.find((one) => one.key === key)?.name[language] ?? key);
  if (outcome.kind === 'reached') {
    const { scorers } = outcome;
    return outcome.criteria.map(({ key, reached }) =>
      say.criterionReached({ name: nameOf(key), reached, scorers }),
    );
  }
  if (sheet.kind !== 'points') return [];
  return outcome.criteria.map(({ key, averageTenths: average, ...one }) => {
    const { max = 0, min = 0 } = sheet.criteria.find((criterion) => criterion.key === key) ?? {};
    const line = say.criterion({
      name: nameOf(key),
      average: tenthsText(average ?? 0, language),
      max,
      lowest: one.lowest ?? 0,
      highest: one.highest ?? 0,
    });
    const remarks = [
      ...(one.failed ? [say.failed({ min })] : []),
      ...(one.belowMinimum > 0 ? [say.below({ count: one.belowMinimum, min })] : []),
    ];
    return [line, ...remarks].join(' · ');
  });
}

/** Who gave how much; comments only once it is closed. For those who may read names with scores. */
export function memberScoresBlocks(
  scoring: ScoringPicture,
  scores: readonly SentScores[],
  language: Language,
): KnownBlock[] {
  const say = phrases[language];
  const { sheet, panel, state } = scoring;
  const most = mostOf(sheet);
  const entitled = panel.filter(({ excluded }) => !excluded).length;
  const totals = scores.map(({ points }) => totalOf(sheet, points));
  const sum = totals.reduce((total, one) => total + one, 0);
  const members = panel.flatMap((entry) => {
    const one = scores.find(({ personId }) => personId === entry.personId);
    return one ? [{ name: entry.name, total: totalOf(sheet, one.points), ...one }] : [];
  });
  const line = ({ name, total }: { name: string; total: number }) =>
    say.memberTotal({ name: escapeText(name), total, most });
  if (state === 'open') {
    const average = tenthsText(averageTenths(sum, Math.max(1, totals.length)), language);
    return [
      section(say.soFar({ scorers: totals.length, entitled })),
      section([say.soFarAverage({ average, most }), ...members.map(line)].join('\n')),
    ];
  }
  return [
    ...outcomeBlocks(scoring, language),
    // A modal takes a hundred blocks, and a council has some ten members.
    ...members
      .slice(0, 40)
      .flatMap((member) => [
        section(line(member)),
        ...(member.comment ? [quote(member.comment)] : []),
      ]),
  ];
}
