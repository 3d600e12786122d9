import type { Language } from '../kernel/language.ts';
import { formatDay } from '../kernel/time.ts';
import { escapeText } from '../slack/blocks.ts';
import { phrases } from './phrases.ts';
import type { ExemplarFile, Subject } from './queries.ts';

// Pieces that several views and messages are made of.

/** "ngày 05/11/2026"; of an advanced model its period: "từ ngày 05/01/2026", to a day if it ended. */
export function periodText(
  { kind, happenedOn, endedOn }: Pick<ExemplarFile, 'kind' | 'happenedOn' | 'endedOn'>,
  language: Language,
): string {
  const { day, since, period } = phrases[language];
  const from = formatDay(happenedOn);
  if (endedOn) return period({ from, to: formatDay(endedOn) });
  return kind === 'advanced_model' ? since({ from }) : day({ from });
}

/** "Trần Thị Lan (Phòng Thu), Phòng Chế độ", escaped. */
export function namesText(subjects: readonly Subject[]): string {
  return escapeText(
    subjects
      .map(({ personId, name, unitName }) => (personId === null ? name : `${name} (${unitName})`))
      .join(', '),
  );
}
