import type { FiguresRhythm } from '../../database/generated/enums.ts';
import { LIMITS } from '../rules.ts';
import { readEscalateDays } from '../urging/chasing-fields.ts';
import { readDays } from './plan-rules.ts';
import { type FormProblem, problemAt } from './problems.ts';
import type { Organising } from './save-organising.ts';

/** The third step as it was written. */
export interface WrittenOrganising {
  checks: string;
  midtermOn?: string | undefined;
  finalReviewOn?: string | undefined;
  rewards?: string | undefined;
  prizes: string;
  budget: string;
  budgetSource?: string | undefined;
  channels: string[];
  pledgeBy?: string | undefined;
  figuresEvery: FiguresRhythm;
  escalateDays: string;
}

/** Reads it; what cannot be read is told at its field, and stands as missing. */
export function readOrganising(written: WrittenOrganising): {
  organising: Organising;
  unread: FormProblem[];
} {
  const unread: FormProblem[] = [];
  const days = readDays(written.checks);
  if (!days.ok)
    unread.push(problemAt('checks', (words) => words.notADay({ wrong: days.wrong.slice(0, 30) })));
  const prizes = readNumber(written.prizes, LIMITS.prizes);
  if (prizes === undefined) unread.push(problemAt('prizes', (words) => words.notANumber));
  const budget = readNumber(written.budget, LIMITS.budget);
  if (budget === undefined) unread.push(problemAt('budget', (words) => words.notASum));
  return {
    organising: {
      checkDays: days.ok ? days.days : [],
      midtermOn: written.midtermOn ?? null,
      finalReviewOn: written.finalReviewOn ?? null,
      rewards: written.rewards ?? null,
      prizes: prizes ?? null,
      budget: budget ?? null,
      budgetSource: written.budgetSource ?? null,
      channelIds: [...new Set(written.channels)],
      pledgeBy: written.pledgeBy ?? null,
      figuresEvery: written.figuresEvery,
      escalateDays: readEscalateDays(written.escalateDays),
    },
    unread,
  };
}

/**
 * A whole number as people write it: 2340000, 2.340.000, 2 340 000, with or without đồng behind it.
 *
 * @returns null when nothing is written, undefined when it cannot be meant or is more than `most`
 */
function readNumber(text: string, most: number): number | null | undefined {
  const bare = text
    .trim()
    .replace(/\s*(?:đồng|đ|vnđ|vnd|giải|prizes?)\.?$/iu, '')
    .trim();
  if (bare === '') return text.trim() === '' ? null : undefined;
  const grouped = /^[1-9]\d{0,2}(?:[.\s]\d{3})+$/u.test(bare);
  if (!grouped && !/^\d{1,13}$/.test(bare)) return undefined;
  const value = Number(bare.replaceAll(/\D/g, ''));
  return value <= most ? value : undefined;
}
