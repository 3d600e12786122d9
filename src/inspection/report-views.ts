import type { KnownBlock, ModalView } from '@slack/types';
import { compositionPhrases } from '../councils/composition/composition-phrases.ts';
import { deadlinePhrases } from '../initiatives/workflow/deadline-phrases.ts';
import type { Language } from '../kernel/language.ts';
import { formatDay } from '../kernel/time.ts';
import { daysBetween } from '../rulebook/calendar.ts';
import {
  clip,
  context,
  divider,
  escapeText,
  inParts,
  readingModal,
  section,
} from '../slack/blocks.ts';
import type { InspectionReport } from './open-report.ts';
import { inspectionPhrases as phrases } from './phrases.ts';

/** Lines in one block of 3,000 characters, and of each of five parts in all: a modal takes a hundred blocks. */
const LINES = 10;
const MOST = 160;

/** What is overdue, and which councils are to be mended, each with its rule. */
export function inspectionView(report: InspectionReport, language: Language): ModalView {
  const say = phrases[language];
  const { on, unitNames, overdue, councils, campaigns } = report;
  const units = escapeText(clip(unitNames.join('; '), 500));
  return readingModal({ title: say.title, close: say.close }, [
    section(say.heading({ units, on })),
    section(say.overdue({ count: overdue.length })),
    ...lineBlocks(overdueLines(report, language), language),
    divider,
    section(say.councils({ count: councils.length })),
    ...lineBlocks(councilLines(report, language), language),
    divider,
    section(say.checks({ count: campaigns.checks.length })),
    ...lineBlocks(checkLines(report, language), language),
    section(say.findings({ count: campaigns.findings.length })),
    ...lineBlocks(findingLines(report, language), language),
    section(say.reviews({ count: campaigns.reviews.length })),
    ...lineBlocks(reviewLines(report, language), language),
  ]);
}

function overdueLines({ overdue }: InspectionReport, language: Language): string[] {
  return overdue.map(({ number, unitName, deadline, daysLeft }) =>
    phrases[language].overdueLine({
      number,
      unit: escapeText(clip(unitName, 80)),
      task: deadlinePhrases[language].task(deadline.kind),
      by: deadline.by,
      days: -daysLeft,
      source: escapeText(deadline.source),
    }),
  );
}

function councilLines({ councils }: InspectionReport, language: Language): string[] {
  const say = compositionPhrases[language];
  return councils.flatMap(({ kind, unitName, problems }) =>
    problems.map((problem) => {
      const { rule } = problem;
      const source = rule.verified ? rule.source : `${rule.source}; ${say.unverified}`;
      const where = `*${say.kinds[kind]}* (${escapeText(clip(unitName, 80))})`;
      return `• ${where}: ${escapeText(say.problem(problem, formatDay))} _(${escapeText(source)})_`;
    }),
  );
}

function checkLines({ campaigns, on }: InspectionReport, language: Language): string[] {
  return campaigns.checks.map(({ code, unitName, day, checkers }) =>
    phrases[language].checkLine({
      ...{ code, day, days: daysBetween(day, on) },
      unit: escapeText(clip(unitName, 80)),
      checkers: escapeText(clip(checkers.join(', '), 120)),
    }),
  );
}

function findingLines({ campaigns, on }: InspectionReport, language: Language): string[] {
  return campaigns.findings.map(({ code, unitName, by, told }) =>
    phrases[language].findingLine({
      ...{ code, by, told, days: daysBetween(by, on) },
      unit: escapeText(clip(unitName, 80)),
    }),
  );
}

function reviewLines({ campaigns, on }: InspectionReport, language: Language): string[] {
  return campaigns.reviews.map(({ code, unitName, kind, day }) =>
    phrases[language].reviewLine({
      ...{ code, kind, day, days: daysBetween(day, on) },
      unit: escapeText(clip(unitName, 80)),
    }),
  );
}

function lineBlocks(lines: readonly string[], language: Language): KnownBlock[] {
  const say = phrases[language];
  if (lines.length === 0) return [context(say.nothing)];
  return [
    ...inParts(lines.slice(0, MOST), LINES).map((part) => section(clip(part.join('\n'), 3000))),
    ...(lines.length > MOST ? [context(say.more({ count: lines.length - MOST }))] : []),
  ];
}
