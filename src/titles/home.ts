import type { KnownBlock } from '@slack/types';
import { formatDay } from '../kernel/time.ts';
import { awardName } from '../rulebook/explain.ts';
import { escapeText, section } from '../slack/blocks.ts';
import type { Confirmers } from './confirmers.ts';
import type { GivenTitle } from './considered.ts';
import { openForm, openList, reviewCard } from './controls.ts';
import type { SeasonCounts } from './list-queries.ts';
import { phrases } from './phrases.ts';
import type { Registration, Window } from './queries.ts';
import { seasonPhrases } from './season-phrases.ts';
import { closingDay, type Shown, standing, subjectName, titleNames } from './standing.ts';

/** What Home tells of registering titles. */
export interface HomeData {
  /** The window that is open now for the person, if one is. */
  open: Window | null;
  /** The person's own registration: of the open year, else of the latest. */
  mine: Registration | null;
  confirmers: Confirmers | null;
  /** What was given for the year of `mine`. */
  given: GivenTitle[];
  awaiting: { count: number; first: Registration[] };
  /** Units in the reader's charge, in the open window. */
  units: { id: string; name: string; year: number; counts: SeasonCounts }[];
}

/** The part of Home on titles; empty when there is nothing to tell. */
export function homeBlocks(
  { open, mine, confirmers, given, awaiting, units }: HomeData,
  shown: Shown,
): KnownBlock[] {
  const say = phrases[shown.language];
  const season = seasonPhrases[shown.language];
  const blocks: KnownBlock[] = [];
  const button =
    open && given.length === 0
      ? openForm.button(mine ? say.homeAmend : say.homeRegister, {
          unitId: null,
          year: open.year,
          titles: [],
        })
      : undefined;
  if (mine) {
    const how = standing(mine, confirmers, shown, true);
    const titles = titleNames(mine.titles, shown);
    const awards = given.map(({ title, number, decidedOn }) =>
      say.given({
        title: escapeText(awardName(shown.rulebook, title, shown.language)),
        number: escapeText(number),
        day: formatDay(decidedOn),
      }),
    );
    const words = [say.homeMine({ year: mine.year, titles, standing: how }), ...awards].join('\n');
    blocks.push(section(words, button));
  } else if (open) {
    blocks.push(section(say.homeNone({ year: open.year, closes: closingDay(open) }), button));
  }
  if (awaiting.count > 0) {
    blocks.push(section(say.homeAwaiting({ count: awaiting.count })));
    for (const registration of awaiting.first) {
      const { id: registrationId, revision, year, titles, subject } = registration;
      const unit = subject.kind === 'person' ? `, ${escapeText(subject.unitName)}` : '';
      blocks.push(
        section(
          `${subjectName(registration)}${unit} · ${year}: ${titleNames(titles, shown)}`,
          reviewCard.button(say.homeReview, { registrationId, revision }),
        ),
      );
    }
  }
  for (const { id, name, year, counts } of units) {
    const registered = counts.submitted + counts.confirmed;
    const line = season.homeCounts({
      unit: escapeText(name),
      year,
      registered,
      people: counts.people,
    });
    blocks.push(section(line, openList.button(season.openList, { unitId: id, year })));
  }
  if (blocks.length === 0) return [];
  return [{ type: 'divider' }, section(`*${say.homeHeading}*`), ...blocks];
}
