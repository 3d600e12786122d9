import { z } from 'zod';
import type { Language } from '../kernel/language.ts';
import { fold } from './fold.ts';
import { ruleListPhrases as phrases } from './rule-list-phrases.ts';

/** What kind of value a rule has, and so how it is written and checked. */
export type ValueKind =
  | { type: 'int'; min: number; max: number }
  /** A number with one decimal, kept in tenths. */
  | { type: 'tenths'; min: number; max: number }
  /** Part of a whole, such as 2/3. */
  | { type: 'share' }
  /** Votes in favour against the base, such as > 1/2. */
  | { type: 'threshold' }
  | { type: 'flag' }
  | { type: 'choice'; options: readonly string[] }
  | { type: 'month_day' }
  /** The rule as it stands, checked against the signed text. */
  | { type: 'confirm' };

const Share = z.object({ num: z.int().min(1), den: z.int().min(1).max(10_000) });
const Threshold = Share.extend({ op: z.enum(['>=', '>']) });
const MonthDay = z.object({ month: z.int(), day: z.int() });

/**
 * Reads what a person wrote: 90, 90%, 2/3, "> 1/2", "từ 70%", "trên 50%", "có", 28/02.
 *
 * @returns the value as it is kept, or undefined when it cannot be meant
 */
export function readValue(kind: ValueKind, text: string): unknown {
  const words = fold(text);
  switch (kind.type) {
    case 'int': {
      const value = /^\d{1,9}$/.test(words.replaceAll(/[.\s]/g, ''))
        ? Number(words.replaceAll(/[.\s]/g, ''))
        : Number.NaN;
      return value >= kind.min && value <= kind.max ? value : undefined;
    }
    case 'tenths': {
      const found = /^(\d{1,4})(?:[.,](\d))?$/.exec(words);
      const value = found ? Number(found[1]) * 10 + Number(found[2] ?? 0) : Number.NaN;
      return value >= kind.min && value <= kind.max ? value : undefined;
    }
    case 'share':
      return readShare(words);
    case 'threshold': {
      const found = /^(>=|≥|tu|it nhat|at least|from|>|tren|over|more than)?\s*(.+)$/.exec(words);
      const share = readShare(found?.[2] ?? '');
      if (!share) return undefined;
      const op = ['>', 'tren', 'over', 'more than'].includes(found?.[1] ?? '') ? '>' : '>=';
      return op === '>' && share.num === share.den ? undefined : { op, ...share };
    }
    case 'flag':
      if (['co', 'yes', 'true'].includes(words)) return true;
      return ['khong', 'no', 'false'].includes(words) ? false : undefined;
    case 'choice':
      return kind.options.includes(text) ? text : undefined;
    case 'month_day': {
      const found = /^(\d{1,2})[/-](\d{1,2})$/.exec(words);
      const [month, day] = [Number(found?.[2]), Number(found?.[1])];
      const date = new Date(Date.UTC(2025, month - 1, day));
      const real = found && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
      return real ? { month, day } : undefined;
    }
    case 'confirm':
      return true;
  }
}

/** A kept value in words. */
export function showValue(kind: ValueKind, value: unknown, language: Language): string {
  const say = phrases[language];
  switch (kind.type) {
    case 'int':
      return typeof value === 'number' ? value.toLocaleString('vi-VN') : String(value);
    case 'tenths': {
      const tenths = Number(value);
      const mark = language === 'vi' ? ',' : '.';
      return `${Math.floor(tenths / 10)}${mark}${tenths % 10}`;
    }
    case 'share': {
      const share = Share.parse(value);
      return showShare(share);
    }
    case 'threshold': {
      const { op, ...share } = Threshold.parse(value);
      return `${op === '>' ? say.over : say.atLeast} ${showShare(share)}`;
    }
    case 'flag':
      return value === true ? say.yes : say.no;
    case 'choice':
      return say.choices[String(value)] ?? String(value);
    case 'month_day': {
      const { month, day } = MonthDay.parse(value);
      return `${String(day).padStart(2, '0')}/${String(month).padStart(2, '0')}`;
    }
    case 'confirm':
      return say.confirmed;
  }
}

function readShare(words: string): { num: number; den: number } | undefined {
  const percent = /^(\d{1,3})\s*%?$/.exec(words);
  const fraction = /^(\d{1,4})\s*\/\s*(\d{1,4})$/.exec(words);
  const [num, den] = percent
    ? [Number(percent[1]), 100]
    : [Number(fraction?.[1] ?? 0), Number(fraction?.[2] ?? 0)];
  return num >= 1 && den >= 1 && num <= den ? { num, den } : undefined;
}

function showShare({ num, den }: { num: number; den: number }): string {
  return den === 100 ? `${num}%` : `${num}/${den}`;
}
