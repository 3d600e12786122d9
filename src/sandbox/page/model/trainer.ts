import type { TrainerReport, TrainerResult } from '../../client-protocol.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export async function fetchTrainerReport(): Promise<TrainerReport> {
  const response = await fetch('/client/trainer');
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

/** Throws when the server cannot be reached; a refusal is `{ok: false}`. */
async function post(path: string, body: object): Promise<TrainerResult> {
  const response = await fetch(`/client/trainer/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

/** @param to epoch ms, later than the workspace's now */
export function moveClock(to: number): Promise<TrainerResult> {
  return post('clock', { to: Math.floor(to) });
}

export function startOver(): Promise<TrainerResult> {
  return post('start-over', {});
}

/** "1 ngày 2 giờ", "3 giờ 20 phút": to the minute below a day; empty below half a minute. */
export function spanInWords(
  ms: number,
  words: {
    days: (n: number) => string;
    hours: (n: number) => string;
    minutes: (n: number) => string;
  },
): string {
  const rounded = Math.round(ms / 60_000) * 60_000;
  const days = Math.floor(rounded / DAY_MS);
  const hours = Math.floor((rounded % DAY_MS) / HOUR_MS);
  const minutes = (rounded % HOUR_MS) / 60_000;
  const parts = [
    days > 0 && words.days(days),
    hours > 0 && words.hours(hours),
    days === 0 && minutes > 0 && words.minutes(minutes),
  ];
  return parts.filter((part) => part !== false).join(' ');
}

/** "3 phút trước", by the real time. */
export function agoInWords(at: number, now: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const seconds = Math.min(0, Math.round((at - now) / 1000));
  if (seconds > -60) return words.format(seconds, 'second');
  if (seconds > -3600) return words.format(Math.ceil(seconds / 60), 'minute');
  if (seconds > -86_400) return words.format(Math.ceil(seconds / 3600), 'hour');
  return words.format(Math.ceil(seconds / 86_400), 'day');
}
