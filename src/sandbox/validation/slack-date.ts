/** Slack's date tokens, as `<!date^…>` and the rich text date element use them. Browser-safe. */

interface ZonedDate {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
  /** 0 is Sunday. */
  weekday: number;
  hour: number;
  minute: string;
  second: string;
  /** Days since 1970 of this calendar date, to tell today from yesterday. */
  dayNumber: number;
}

interface DateWords {
  today: string;
  yesterday: string;
  tomorrow: string;
  long(date: ZonedDate): string;
  full(date: ZonedDate): string;
  short(date: ZonedDate): string;
  slash(date: ZonedDate): string;
  time(date: ZonedDate, seconds: boolean): string;
}

const pad = (value: number) => String(value).padStart(2, '0');

const vietnameseWeekdays = [
  'Chủ Nhật',
  'Thứ Hai',
  'Thứ Ba',
  'Thứ Tư',
  'Thứ Năm',
  'Thứ Sáu',
  'Thứ Bảy',
];

const vietnamese: DateWords = {
  today: 'hôm nay',
  yesterday: 'hôm qua',
  tomorrow: 'ngày mai',
  long: (date) => `${vietnameseWeekdays[date.weekday]}, ${vietnamese.full(date)}`,
  full: (date) => `${date.day} tháng ${date.month}, ${date.year}`,
  // The administrative form of a short date in Vietnamese.
  short: (date) => vietnamese.slash(date),
  slash: (date) => `${pad(date.day)}/${pad(date.month)}/${date.year}`,
  time: (date, seconds) => `${pad(date.hour)}:${date.minute}${seconds ? `:${date.second}` : ''}`,
};

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const englishWeekdays = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
];

const english: DateWords = {
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  long: (date) => `${englishWeekdays[date.weekday]}, ${english.full(date)}`,
  full: (date) => `${englishMonths[date.month - 1]} ${ordinal(date.day)}, ${date.year}`,
  short: (date) => `${englishMonths[date.month - 1]?.slice(0, 3)} ${date.day}, ${date.year}`,
  slash: (date) => `${pad(date.month)}/${pad(date.day)}/${date.year}`,
  time: (date, seconds) => {
    const clock = `${date.hour % 12 || 12}:${date.minute}${seconds ? `:${date.second}` : ''}`;
    return `${clock} ${date.hour < 12 ? 'AM' : 'PM'}`;
  },
};

function ordinal(day: number): string {
  if (day >= 11 && day <= 13) return `${day}th`;
  return `${day}${['th', 'st', 'nd', 'rd'][day % 10] ?? 'th'}`;
}

/**
 * The text a reader in `timeZone` (IANA name) sees for `ts` (epoch seconds). Tokens that Slack does
 * not have stay as they are. Vietnamese for `vi` locales, English for all others.
 * @param now epoch seconds, for "today" and "3 minutes ago"
 * @throws RangeError when the time zone is unknown or `ts` is no moment of the calendar
 */
export function formatSlackDate(
  ts: number,
  format: string,
  timeZone: string,
  locale: string,
  now: number = Date.now() / 1000,
): string {
  const words = locale.toLowerCase().startsWith('vi') ? vietnamese : english;
  const date = zonedDate(ts, timeZone);
  const distance = date.dayNumber - zonedDate(now, timeZone).dayNumber;
  const named =
    distance === 0
      ? words.today
      : distance === -1
        ? words.yesterday
        : distance === 1
          ? words.tomorrow
          : null;
  const shown: Record<string, () => string> = {
    date_num: () => `${String(date.year).padStart(4, '0')}-${pad(date.month)}-${pad(date.day)}`,
    date_slash: () => words.slash(date),
    date: () => words.full(date),
    date_pretty: () => named ?? words.full(date),
    date_short: () => words.short(date),
    date_short_pretty: () => named ?? words.short(date),
    date_long: () => words.long(date),
    date_long_full: () => words.full(date),
    date_long_pretty: () => named ?? words.long(date),
    day_divider_pretty: () => named ?? words.long(date),
    time: () => words.time(date, false),
    time_secs: () => words.time(date, true),
    ago: () => distanceInWords(ts - now, words === vietnamese ? 'vi' : 'en'),
  };
  return format.replace(/\{([a-z_]+)\}/g, (token, name: string) =>
    Object.hasOwn(shown, name) ? (shown[name]?.() ?? token) : token,
  );
}

const zones = new Map<string, Intl.DateTimeFormat>();

function zonedDate(ts: number, timeZone: string): ZonedDate {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    zone = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
    });
    zones.set(timeZone, zone);
  }
  const parts = new Map(
    zone.formatToParts(new Date(ts * 1000)).map((part) => [part.type, part.value]),
  );
  const number = (name: Intl.DateTimeFormatPartTypes) => Number(parts.get(name));
  const midnight = new Date(Date.UTC(number('year'), number('month') - 1, number('day')));
  return {
    year: number('year'),
    month: number('month'),
    day: number('day'),
    weekday: midnight.getUTCDay(),
    hour: number('hour'),
    minute: pad(number('minute')),
    second: pad(number('second')),
    dayNumber: midnight.getTime() / 86_400_000,
  };
}

const AGO_UNITS = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** @param seconds negative for the past */
function distanceInWords(seconds: number, language: 'vi' | 'en'): string {
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'always' });
  for (const [unit, length] of AGO_UNITS) {
    if (Math.abs(seconds) >= length) return words.format(Math.trunc(seconds / length), unit);
  }
  return words.format(Math.trunc(seconds), 'second');
}
