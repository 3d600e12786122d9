import { expect, test } from 'vitest';
import { formatSlackDate } from '../../../src/sandbox/validation/mrkdwn.ts';

// 18 February 2014, 14:39:42 UTC: 21:39 in Hà Nội, 09:39 in New York.
const ts = 1_392_734_382;
const DAY = 86_400;
const longAfter = ts + 400 * DAY;

test.each([
  ['{date_num}', '2014-02-18', '2014-02-18'],
  ['{date}', '18 tháng 2, 2014', 'February 18th, 2014'],
  ['{date_short}', '18/02/2014', 'Feb 18, 2014'],
  ['{date_slash}', '18/02/2014', '02/18/2014'],
  ['{date_long}', 'Thứ Ba, 18 tháng 2, 2014', 'Tuesday, February 18th, 2014'],
  ['{date_pretty}', '18 tháng 2, 2014', 'February 18th, 2014'],
  ['{date_short_pretty}', '18/02/2014', 'Feb 18, 2014'],
  ['{date_long_pretty}', 'Thứ Ba, 18 tháng 2, 2014', 'Tuesday, February 18th, 2014'],
  ['{time}', '21:39', '9:39 AM'],
  ['{time_secs}', '21:39:42', '9:39:42 AM'],
  ['{ago}', '1 năm trước', '1 year ago'],
  ['Hạn: {date_short} {time}.', 'Hạn: 18/02/2014 21:39.', 'Hạn: Feb 18, 2014 9:39 AM.'],
  ['{lạ} {unknown} {constructor}', '{lạ} {unknown} {constructor}', '{lạ} {unknown} {constructor}'],
])('%s', (format, vietnamese, english) => {
  expect(formatSlackDate(ts, format, 'Asia/Ho_Chi_Minh', 'vi-VN', longAfter)).toBe(vietnamese);
  expect(formatSlackDate(ts, format, 'America/New_York', 'en-US', longAfter)).toBe(english);
});

test.each([
  [-DAY, 'ngày mai', 'tomorrow'],
  [0, 'hôm nay', 'today'],
  [DAY, 'hôm qua', 'yesterday'],
])('pretty dates seen %d seconds later', (later, vietnamese, english) => {
  for (const token of ['{date_pretty}', '{date_short_pretty}', '{date_long_pretty}']) {
    expect(formatSlackDate(ts, token, 'Asia/Ho_Chi_Minh', 'vi-VN', ts + later)).toBe(vietnamese);
    expect(formatSlackDate(ts, token, 'Asia/Ho_Chi_Minh', 'en-US', ts + later)).toBe(english);
  }
});

test('today is a day of the reader, not 24 hours', () => {
  const threeHoursLater = ts + 3 * 3600;
  const seen = (zone: string) => formatSlackDate(ts, '{date_pretty}', zone, 'vi', threeHoursLater);
  expect(seen('Asia/Ho_Chi_Minh')).toBe('hôm qua');
  expect(seen('America/New_York')).toBe('hôm nay');
});

test.each([
  [30, '30 giây trước'],
  [180, '3 phút trước'],
  [4 * 3600, '4 giờ trước'],
  [2 * DAY, '2 ngày trước'],
  [65 * DAY, '2 tháng trước'],
])('{ago} after %d seconds', (later, shown) => {
  expect(formatSlackDate(ts, '{ago}', 'Asia/Ho_Chi_Minh', 'vi-VN', ts + later)).toBe(shown);
});

test.each([
  [1, '1st'],
  [2, '2nd'],
  [3, '3rd'],
  [4, '4th'],
  [11, '11th'],
  [12, '12th'],
  [13, '13th'],
  [21, '21st'],
  [22, '22nd'],
  [23, '23rd'],
  [30, '30th'],
])('English day %d', (day, shown) => {
  const moment = Date.UTC(2026, 0, day) / 1000;
  expect(formatSlackDate(moment, '{date}', 'UTC', 'en-GB')).toBe(`January ${shown}, 2026`);
});

test('noon and midnight', () => {
  const at = (hour: number, locale: string) =>
    formatSlackDate(Date.UTC(2026, 0, 1, hour, 5) / 1000, '{time}', 'UTC', locale);
  expect([at(0, 'en-US'), at(12, 'en-US'), at(0, 'vi-VN'), at(12, 'vi-VN')]).toEqual([
    '12:05 AM',
    '12:05 PM',
    '00:05',
    '12:05',
  ]);
});

test('an unknown time zone is an error', () => {
  expect(() => formatSlackDate(ts, '{date}', 'Asia/Khong_Co', 'vi')).toThrow(RangeError);
});
