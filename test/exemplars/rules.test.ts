import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pictureSize } from '../../src/documents/pictures.ts';
import { readCommand } from '../../src/exemplars/reading/read-command.ts';
import {
  allAnswered,
  citizenNames,
  exemplarNumber,
  mayBeNamed,
  monthFrom,
  namesIn,
  percentOf,
  quarterOf,
  readExemplarNumber,
  textMark,
} from '../../src/exemplars/rules.ts';

const lan = { personId: 'lan', unitId: 'thu', name: 'Trần Thị Lan' } as const;

describe('who may be named', () => {
  const endorsed = [{ unitId: 'thu', endorsed: true }];

  test.each([
    ['internal', endorsed, true],
    ['public', endorsed, true],
    ['refused', endorsed, false],
    [null, endorsed, false],
    ['public', [{ unitId: 'thu', endorsed: null }], false],
    ['public', [{ unitId: 'thu', endorsed: false }], false],
    ['public', [{ unitId: 'khac', endorsed: true }], false],
  ] as const)('a person who answered %s', (consent, endorsements, may) => {
    expect(mayBeNamed({ ...lan, consent }, endorsements)).toBe(may);
  });

  test('a collective agrees through its head', () => {
    const collective = { personId: null, unitId: 'thu', consent: null };
    expect(mayBeNamed(collective, endorsed)).toBe(true);
    expect(mayBeNamed(collective, [{ unitId: 'thu', endorsed: null }])).toBe(false);
  });

  test('nobody waits for those whose head said no', () => {
    const subjects = [{ ...lan, consent: null }];
    expect(allAnswered(subjects, [{ unitId: 'thu', endorsed: false }])).toBe(true);
    expect(allAnswered(subjects, endorsed)).toBe(false);
    expect(allAnswered(subjects, [{ unitId: 'thu', endorsed: null }])).toBe(false);
    expect(allAnswered([{ ...lan, consent: 'refused' }], endorsed)).toBe(true);
  });
});

describe('names in a text', () => {
  test.each([
    ['Chị Trần Thị Lan làm', true],
    ['chị TRẦN THỊ LAN, phòng Thu', true],
    ['chi tran  thi\nlan.', true],
    ['“Trần-Thị-Lan”', true],
    ['Chị Trần Thị Lan'.normalize('NFD'), true],
    ['Trần Thị Lành', false],
    ['Chị Lan', false],
  ])('%s', (text, found) => {
    expect(namesIn(text, [lan.name])).toEqual(found ? [lan.name] : []);
  });

  test('a name is found wherever it stands', () => {
    const word = fc.stringMatching(/^[a-zđăâêôơư]{1,8}$/u);
    const words = fc.array(word, { maxLength: 5 });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const text = [...before, lan.name, ...after].join(' ');
        return namesIn(text, [lan.name]).length === 1;
      }),
    );
  });

  test('the names of citizens are told apart by lines, commas and semicolons', () => {
    expect(citizenNames('Bà Tư\n Ông Năm , Cô Sáu;')).toEqual(['Bà Tư', 'Ông Năm', 'Cô Sáu']);
    expect(citizenNames(null)).toEqual([]);
    // A name of no letters is in no text.
    expect(namesIn('bất kỳ', ['…'])).toEqual([]);
  });
});

test('numbers are read as people type them', () => {
  expect(exemplarNumber(2026, 7)).toBe('TD-2026-0007');
  for (const typed of ['TD-2026-0007', 'td 2026 7', 'td20267'])
    expect(readExemplarNumber(typed)).toBe('TD-2026-0007');
  expect(readExemplarNumber('SK-2026-0007')).toBeNull();
});

test('the words after the command are read without accents', () => {
  expect(readCommand([])).toEqual({ kind: 'form' });
  expect(readCommand(['Danh', 'sách'])).toEqual({ kind: 'list' });
  expect(readCommand(['cua', 'toi'])).toEqual({ kind: 'mine' });
  expect(readCommand(['áp', 'dụng'])).toEqual({ kind: 'applications' });
  expect(readCommand(['tìm', 'kiếm', 'Lan'])).toEqual({ kind: 'search', words: 'Lan' });
  expect(readCommand(['tim'])).toEqual({ kind: 'search', words: '' });
  expect(readCommand(['td', '2026', '7'])).toEqual({ kind: 'file', number: 'TD-2026-0007' });
  expect(readCommand(['trợ', 'giúp'])).toEqual({ kind: 'help', unknown: null });
  expect(readCommand(['xem', 'phim'])).toEqual({ kind: 'help', unknown: 'xem phim' });
});

test('quarters and months begin on their first day', () => {
  expect(quarterOf('2026-01-01')).toBe('2026-01-01');
  expect(quarterOf('2026-03-31')).toBe('2026-01-01');
  expect(quarterOf('2026-12-31')).toBe('2026-10-01');
  expect(monthFrom('2026-01-31', -1)).toBe('2025-12-01');
  expect(monthFrom('2026-12-15', 1)).toBe('2027-01-01');
  expect(monthFrom('2026-01-01', -3)).toBe('2025-10-01');
});

test('a share is all only when it is all', () => {
  expect(percentOf(0, 0)).toBe(0);
  expect(percentOf(199, 200)).toBe(99);
  expect(percentOf(3, 3)).toBe(100);
});

test('the mark of words tells one text from another', () => {
  const words = { headline: 'Một', text: 'Hai', citizenConsent: null };
  expect(textMark(words)).toBe(textMark({ ...words }));
  for (const other of [{ headline: 'Mot' }, { text: 'Ha i' }, { citizenConsent: 'x' }])
    expect(textMark({ ...words, ...other })).not.toBe(textMark(words));
});

describe('the size of a picture', () => {
  const png = Buffer.concat([
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    Buffer.from('000004b000000320', 'hex'),
  ]);
  /** A thumbnail's table, a segment of its own, and then the frame. */
  const jpg = Buffer.from('ffd8ffe000060102030affc40004aabbffc2001108032004b0', 'hex');

  test('PNG and JPEG', () => {
    expect(pictureSize(png)).toEqual({ width: 1200, height: 800 });
    expect(pictureSize(Buffer.concat([jpg, Buffer.alloc(12)]))).toEqual({
      width: 1200,
      height: 800,
    });
  });

  test('what tells no size is none, whatever it is', () => {
    expect(pictureSize(png.subarray(0, 20))).toBeNull();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        const size = pictureSize(Buffer.from([0xff, 0xd8, ...bytes]));
        return size === null || (size.width > 0 && size.height > 0);
      }),
    );
  });
});
