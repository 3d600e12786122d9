import type { ModalView } from '@slack/types';
import type { Rendered } from '../jobs/kinds.ts';
import { type Day, formatDay } from '../kernel/time.ts';
import {
  actions,
  context,
  escapeText,
  header,
  input,
  option,
  readingModal,
  section,
} from '../slack/blocks.ts';
import { openForm, openList, windowModal } from './controls.ts';
import { seasonPhrases } from './season-phrases.ts';
import { closingDay, type Shown } from './standing.ts';
import type { NotRegistered, SetWindow } from './window-queries.ts';
import { WINDOW_CHANNELS, windowReminderDay } from './window-rules.ts';

/** The form in which a secretary sets a window. `preset` is what it shows at the start. */
export function windowFormView(
  content: {
    units: readonly { id: string; name: string }[];
    coming: readonly SetWindow[];
    preset: {
      unitId: string;
      year: number;
      opensOn: Day | null;
      closesOn: Day | null;
      channels: readonly string[];
    };
  },
  { language }: Shown,
): ModalView {
  const say = seasonPhrases[language];
  const { units, coming, preset } = content;
  const options = units.slice(0, 100).map(({ id, name }) => option(name, id));
  const chosen = options.find(({ value }) => value === preset.unitId);
  const now = coming.map((window) =>
    say.windowNow({ ...daysIn(window), unit: escapeText(window.unitName) }),
  );
  return windowModal.view({
    title: say.windowTitle,
    metadata: {},
    submit: say.save,
    close: say.cancel,
    blocks: [
      section([say.windowIntro, ...now].join('\n')),
      input('unit', say.windowUnit, {
        type: 'static_select',
        options,
        ...(chosen ? { initial_option: chosen } : {}),
      }),
      input('year', say.windowYear, {
        type: 'number_input',
        is_decimal_allowed: false,
        min_value: '2000',
        max_value: '2200',
        initial_value: String(preset.year),
      }),
      input('opens', say.opens, {
        type: 'datepicker',
        ...(preset.opensOn ? { initial_date: preset.opensOn } : {}),
      }),
      input('closes', say.closes, {
        type: 'datepicker',
        ...(preset.closesOn ? { initial_date: preset.closesOn } : {}),
      }),
      input(
        'channels',
        say.channels,
        {
          type: 'multi_conversations_select',
          filter: { include: ['public', 'private'], exclude_external_shared_channels: true },
          max_selected_items: WINDOW_CHANNELS,
          ...(preset.channels.length > 0 ? { initial_conversations: [...preset.channels] } : {}),
        },
        { hint: say.channelsHint({ most: WINDOW_CHANNELS }), optional: true },
      ),
    ],
  });
}

export function windowSetView(window: SetWindow, today: Day, { language }: Shown): ModalView {
  const say = seasonPhrases[language];
  const reminder = windowReminderDay(window);
  return readingModal({ title: say.windowTitle, close: say.close }, [
    section(say.windowSet({ ...daysIn(window), unit: escapeText(window.unitName) })),
    section(
      say.windowNext({
        announced: announcedHow(window, today, { language }),
        reminded: reminder === null || reminder < today ? null : formatDay(reminder),
      }),
    ),
  ]);
}

/** The announcement in a channel, in Vietnamese; after the last day it says so and asks for nothing. */
export function windowAnnouncement(
  window: SetWindow,
  today: Day,
  { rulebook, language }: Pick<Shown, 'rulebook' | 'language'>,
): NonNullable<Rendered> {
  const say = seasonPhrases[language];
  const days = daysIn(window);
  const citation = rulebook.registration.titlesOnly.source;
  const unit = escapeText(window.unitName);
  const closed = today > window.closesOn;
  return {
    text: say.announcementText(days),
    blocks: [
      header(say.announcementHeading(days)),
      section(say.announcementBody({ ...days, unit, citation })),
      closed
        ? context(say.announcementClosed(days))
        : actions(
            'titles.window',
            openForm.button(
              say.register,
              { unitId: null, year: window.year, titles: [] },
              { style: 'primary' },
            ),
          ),
    ],
  };
}

export function windowMovedNews(
  window: SetWindow,
  { language }: Pick<Shown, 'language'>,
): NonNullable<Rendered> {
  const text = seasonPhrases[language].movedText(daysIn(window));
  return { text, blocks: [section(text)] };
}

/** Names that a head's reminder gives before it refers to the list. */
const NAMED = 30;

export function reminderNews(
  window: SetWindow,
  missing: readonly NotRegistered[],
  { language }: Pick<Shown, 'language'>,
): NonNullable<Rendered> {
  const say = seasonPhrases[language];
  const text = say.reminderText({ count: missing.length, ...daysIn(window) });
  const units = [...new Set(missing.slice(0, NAMED).map(({ unitName }) => unitName))];
  const named = units.map((unit) => {
    const names = missing.slice(0, NAMED).filter(({ unitName }) => unitName === unit);
    return `• *${escapeText(unit)}*: ${names.map(({ fullName }) => escapeText(fullName)).join(', ')}`;
  });
  const more = missing.length - NAMED;
  return {
    text,
    blocks: [
      section(
        [text, ...named, ...(more > 0 ? [say.reminderMore({ count: more })] : [])].join('\n'),
      ),
      context(say.reminderFree),
      actions(
        'titles.reminder',
        openList.button(say.openList, { unitId: null, year: window.year }),
      ),
    ],
  };
}

function announcedHow(
  window: SetWindow,
  today: Day,
  { language }: Pick<Shown, 'language'>,
): string {
  const say = seasonPhrases[language];
  if (window.announcedAt) return say.announcedAlready;
  if (window.channels.length === 0) return say.announcedNowhere;
  const channels = window.channels.map((id) => `<#${id}>`).join(', ');
  return today < window.opensOn
    ? say.willBeAnnounced({ day: formatDay(window.opensOn), channels })
    : say.announcedSoon({ channels });
}

function daysIn(window: SetWindow): { year: number; opens: string; closes: string } {
  return {
    year: window.year,
    opens: formatDay(window.opensOn),
    closes: closingDay(window),
  };
}
