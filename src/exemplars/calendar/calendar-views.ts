import type { KnownBlock } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';
import { daysBetween } from '../../rulebook/calendar.ts';
import { context, divider, escapeText, header, section } from '../../slack/blocks.ts';
import { CHANNEL_LANGUAGE } from '../publication/post-views.ts';
import type { ExemplarFile } from '../queries.ts';
import { percentOf } from '../rules.ts';
import { namesText } from '../texts.ts';
import { calendarPhrases } from './calendar-phrases.ts';
import type { Digest } from './digest-queries.ts';
import type { Discovery } from './duty-queries.ts';

/** Exemplars that a digest names; more are counted. */
const LISTED = 20;

/** The month in a channel; null when nothing of it stands there any more and it was not posted yet. */
export function digestMessage({ month, files }: Digest, redrawing: boolean): Rendered {
  if (files.length === 0 && !redrawing) return null;
  const say = calendarPhrases[CHANNEL_LANGUAGE];
  const heading = say.digestHeading({ month });
  const more = files.length - LISTED;
  return {
    text: heading,
    blocks: [
      header(heading),
      ...files.slice(0, LISTED).map(digestLine),
      ...(more > 0 ? [context(say.digestMore({ count: more }))] : []),
      ...directWorkers(files, CHANNEL_LANGUAGE),
      context(say.digestInvite),
    ],
  };
}

function digestLine(file: ExemplarFile): KnownBlock {
  const named = file.subjects.filter((one) => one.mayBeNamed);
  return section(
    calendarPhrases[CHANNEL_LANGUAGE].digestLine({
      headline: escapeText(file.headline ?? ''),
      number: file.number,
      names: namesText(named),
      congratulations: file.congratulations,
      units: file.applications.length,
    }),
  );
}

/** How many of the persons who are praised are neither head nor deputy; nothing where no person is. */
export function directWorkers(files: readonly ExemplarFile[], language: Language): KnownBlock[] {
  const people = files.flatMap(({ subjects }) =>
    subjects.filter(({ personId, mayBeNamed }) => personId !== null && mayBeNamed),
  );
  if (people.length === 0) return [];
  const direct = people.filter(({ directWorker }) => directWorker === true).length;
  const percent = percentOf(direct, people.length);
  const share = { direct, all: people.length, percent };
  return [context(calendarPhrases[language].directWorkers(share))];
}

export function dutyMessage(unitNames: readonly string[], language: Language): Rendered {
  if (unitNames.length === 0) return null;
  const say = calendarPhrases[language];
  const text = say.dutyText({ units: escapeText(unitNames.join(', ')) });
  return { text, blocks: [section(text), context(say.dutyHint)] };
}

/** When the units of a head last brought somebody forward, on Home. */
export function dutyHome(
  discoveries: readonly Discovery[],
  on: Day,
  language: Language,
): KnownBlock[] {
  if (discoveries.length === 0) return [];
  const say = calendarPhrases[language];
  const lines = discoveries.slice(0, 10).map(({ unitName, lastOn }) =>
    say.homeLine({
      unit: escapeText(unitName),
      lastOn,
      days: lastOn === null ? 0 : daysBetween(lastOn, on),
    }),
  );
  return [divider, section([say.homeHeading, ...lines].join('\n'))];
}
