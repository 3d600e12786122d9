import type { KnownBlock } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { actions, context, divider, escapeText, section } from '../../slack/blocks.ts';
import { outcomeLine } from './score-line.ts';
import { scoreResultPhrases as results } from './score-result-phrases.ts';
import { outcomeBlocks } from './score-result-views.ts';
import {
  openScoringButton,
  progressButton,
  scoreButton,
  scoresButton,
} from './scoring-controls.ts';
import type { ScoringOfFile } from './scoring-of-file.ts';
import { scoringPhrases as phrases } from './scoring-phrases.ts';
import type { AwaitedScorecard, RunningScoring, ScoringPicture } from './scoring-queries.ts';

const LISTED_AT_HOME = 5;

/** The part of Home: scorecards that wait, and for a secretary the scorings that run. */
export function scoringHomeBlocks(
  home: { awaited: readonly AwaitedScorecard[]; running: readonly RunningScoring[] },
  language: Language,
): KnownBlock[] {
  const say = phrases[language];
  const { awaited, running } = home;
  const more = (all: readonly unknown[]) =>
    all.length > LISTED_AT_HOME
      ? [context(say.homeMore({ count: all.length - LISTED_AT_HOME }))]
      : [];
  return [
    ...(awaited.length > 0 || running.length > 0 ? [divider] : []),
    ...(awaited.length > 0 ? [section(say.homeMine({ count: awaited.length }))] : []),
    ...awaited
      .slice(0, LISTED_AT_HOME)
      .map(({ scoringId, drafted, ...one }) =>
        section(
          say.homeLine({ ...one, title: escapeText(one.title) }),
          scoreButton.button(drafted ? say.scoreOn : say.score, { scoringId }),
        ),
      ),
    ...more(awaited),
    ...(running.length > 0 ? [section(say.homeRunning({ count: running.length }))] : []),
    ...running
      .slice(0, LISTED_AT_HOME)
      .map(({ scoringId, ...one }) =>
        section(
          `${say.homeLine({ ...one, title: escapeText(one.title) })} · ${say.progressLine(one)}`,
          progressButton.button(say.progress, { scoringId }),
        ),
      ),
    ...more(running),
  ];
}

/** To the secretary, once it is closed: the outcome in a line, and what comes next. */
export function outcomeNews(scoring: ScoringPicture, language: Language): Rendered {
  const { id: scoringId, initiative, sheet, outcome } = scoring;
  if (!outcome) return null;
  const say = phrases[language];
  const text = say.outcomeText({ number: initiative.number, title: escapeText(initiative.title) });
  return {
    text,
    blocks: [
      section(`${text}\n${outcomeLine({ sheet, outcome }, language)}`),
      section(outcome.enough.met ? say.outcomeNext : say.outcomeTooFew),
      actions('scores', progressButton.button(say.viewOutcome, { scoringId })),
    ],
  };
}

/** The part of an initiative's file about its scoring, as far as the reader may read. */
export function scoringFileBlocks(standing: ScoringOfFile, language: Language): KnownBlock[] {
  const say = phrases[language];
  const { initiativeId, mayOpen, scoring, runs, scores, readsOutcome } = standing;
  const elements = [
    ...(mayOpen ? [openScoringButton.button(say.openScoring, { initiativeId })] : []),
    ...(scoring && runs ? [progressButton.button(say.progress, { scoringId: scoring.id })] : []),
  ];
  const told: KnownBlock[] = !scoring
    ? []
    : readsOutcome
      ? [section(`*${say.fileLabel}*`), ...outcomeBlocks(scoring, language)]
      : [section(`*${say.fileLabel}*\n${fileState(scoring, language)}`)];
  const details =
    scoring?.state === 'closed' && (runs || scores)
      ? [scoresButton.button(results[language].details, { scoringId: scoring.id })]
      : [];
  const buttons = [...elements, ...details];
  return [...told, ...(buttons.length > 0 ? [actions('scoring', ...buttons)] : [])];
}

function fileState({ state }: ScoringPicture, language: Language): string {
  const say = phrases[language];
  return state === 'open' ? say.fileUnderWay : say.fileScored;
}
