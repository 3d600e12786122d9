import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/kernel/errors.ts';
import { counted, languageOf, phrasebook } from '../../src/kernel/language.ts';

describe('the language of a Slack locale', () => {
  test.each([
    ['vi-VN', 'vi'],
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['EN', 'en'],
    ['fr-FR', 'vi'],
    ['', 'vi'],
    [null, 'vi'],
    [undefined, 'vi'],
  ] as const)('%s is read as %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});

test('one of a thing and several of it, in English', () => {
  expect([0, 1, 2].map((count) => counted(count, 'held result'))).toEqual([
    '0 held results',
    '1 held result',
    '2 held results',
  ]);
});

test('a book of phrases has every entry in both languages', () => {
  const book = phrasebook({
    hello: { vi: 'Chào', en: 'Hello' },
    count: { vi: (p: { n: number }) => `${p.n} tin`, en: (p: { n: number }) => `${p.n} messages` },
  });
  expect(book.vi.hello).toBe('Chào');
  expect(book.en.hello).toBe('Hello');
  expect(book.vi.count({ n: 2 })).toBe('2 tin');
  expect(Object.keys(book.vi)).toEqual(Object.keys(book.en));
});

test('a refusal says one thing to the log and another to the person, in their language', () => {
  const refusal = new AppError('too_late', {
    say: (language) => (language === 'vi' ? 'Đã quá hạn' : 'Too late'),
    field: 'closesAt',
  });
  expect(refusal).toMatchObject({ code: 'too_late', message: 'too_late', field: 'closesAt' });
  expect([refusal.say('vi'), refusal.say('en')]).toEqual(['Đã quá hạn', 'Too late']);
});
