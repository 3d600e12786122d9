import { describe, expect, it } from 'vitest';
import {
  problemBeforeReading,
  problemWithBeginning,
} from '../../src/campaigns/plan/picture-rules.ts';
import { lastsYears, readCriteria, readDays } from '../../src/campaigns/plan/plan-rules.ts';
import { readOrganising } from '../../src/campaigns/plan/read-organising.ts';

describe('criteria', () => {
  it('are lines with their most points, written as people do', () => {
    const text = [
      'Số người tham gia mới: 60 điểm',
      '',
      '- Hồ sơ đúng hạn – 20',
      '2. Sáng kiến (15 điểm)',
      'Không có đơn thư = 5đ',
    ].join('\n');
    expect(readCriteria(text)).toEqual({
      ok: true,
      total: 100,
      criteria: [
        { text: 'Số người tham gia mới', points: 60 },
        { text: 'Hồ sơ đúng hạn', points: 20 },
        { text: '2. Sáng kiến', points: 15 },
        { text: 'Không có đơn thư', points: 5 },
      ],
    });
  });

  it.each([
    ['Hồ sơ đúng hạn', 1],
    ['Một: 60\nHai', 2],
    ['Một: 60\n\nTăng 1,5', 3],
    ['Một: 0 điểm', 1],
    ['60 điểm', 1],
    ['   ', 1],
  ])('without points are told by their line: %j', (text, line) => {
    expect(readCriteria(text)).toEqual({ ok: false, line });
  });
});

describe('days of checks', () => {
  it('are read in order, each once', () => {
    expect(readDays('15/12/2026, 1/12/2026\n15-12-2026; 2026-12-20')).toEqual({
      ok: true,
      days: ['2026-12-01', '2026-12-15', '2026-12-20'],
    });
    expect(readDays('')).toEqual({ ok: true, days: [] });
  });

  it('are told when they are none', () => {
    expect(readDays('15/12/2026, 31/02/2027')).toEqual({ ok: false, wrong: '31/02/2027' });
  });
});

describe('how long a campaign lasts', () => {
  it.each([
    ['2026-01-01', '2028-12-31', true],
    ['2026-01-01', '2028-12-30', false],
    ['2024-02-29', '2027-02-28', true],
    ['2024-02-29', '2027-02-27', false],
  ])('%s to %s is three years: %s', (startsOn, endsOn, whole) => {
    expect(lastsYears({ startsOn, endsOn }, 3)).toBe(whole);
  });
});

describe('the third step as it is written', () => {
  const written = {
    ...{ checks: '15/12/2026', prizes: '13 giải', budget: '20.000.000 đ', channels: [] },
    ...{ figuresEvery: 'week' as const, escalateDays: ' 5 ' },
  };

  it('is read', () => {
    const { organising, unread } = readOrganising({ ...written, channels: ['C1', 'C1'] });
    expect(unread).toEqual([]);
    expect(organising).toMatchObject({
      checkDays: ['2026-12-15'],
      prizes: 13,
      budget: 20_000_000,
      channelIds: ['C1'],
      pledgeBy: null,
      figuresEvery: 'week',
      escalateDays: 5,
    });
  });

  it.each([
    [{ checks: 'mai' }, ['checks']],
    [{ prizes: 'vài' }, ['prizes']],
    [{ prizes: '-1', budget: '1,5 triệu' }, ['prizes', 'budget']],
    [{ budget: '9999999999999' }, ['budget']],
    [{ prizes: '', budget: '' }, []],
  ])('what cannot be meant is told at its field: %j', (wrong, fields) => {
    const { unread } = readOrganising({ ...written, ...wrong });
    expect(unread.map(({ field }) => field)).toEqual(fields);
  });
});

describe('a picture', () => {
  it.each([
    [{ name: 'anh.JPG', size: 10 }, null],
    [{ name: 'anh.png', size: 5 * 1024 * 1024 }, null],
    [{ name: 'anh.png', size: 5 * 1024 * 1024 + 1 }, 'size'],
    [{ name: 'anh.png', size: 0 }, 'size'],
    [{ name: 'anh.svg', size: 10 }, 'type'],
    [{ name: 'anh', size: 10 }, 'type'],
  ])('%j by its name and size: %s', (file, problem) => {
    expect(problemBeforeReading(file)).toBe(problem);
  });

  it('is what its first bytes say', () => {
    const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0];
    expect(problemWithBeginning(Uint8Array.from(png))).toBeNull();
    expect(problemWithBeginning(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBeNull();
    expect(problemWithBeginning(Buffer.from('<svg onload=…>'))).toBe('content');
    expect(problemWithBeginning(Buffer.from(''))).toBe('content');
  });
});
