import { expect, test } from 'vitest';
import {
  type AskedShare,
  shareStanding,
  sharesToConfirm,
} from '../../src/initiatives/intake/share-rules.ts';

const at = new Date('2027-03-01T02:00:00Z');
const asked = (share: number, answer: AskedShare['answer'] = null): AskedShare => ({
  share,
  answer,
  answeredAt: answer && at,
  reason: answer === 'declined' ? 'Tôi làm nhiều hơn' : null,
});

test.each([
  [40, asked(40), { kind: 'awaited' }],
  [40, asked(40, 'confirmed'), { kind: 'confirmed', at }],
  [40, asked(40, 'declined'), { kind: 'declined', at, reason: 'Tôi làm nhiều hơn' }],
  // The share was changed: what was said of the old one says nothing of it.
  [30, asked(40, 'confirmed'), { kind: 'not_asked' }],
  [40, undefined, { kind: 'not_asked' }],
])('with %i%% asked for %j', (share, newest, standing) => {
  expect(shareStanding({ personId: 'a', share }, newest)).toEqual(standing);
});

test('authors from outside are never asked', () => {
  expect(shareStanding({ personId: null, share: 40 }, undefined)).toEqual({ kind: 'outside' });
});

test('after a correction those are asked whose share is another one, or who are new', () => {
  const authors = [
    { personId: 'stays', share: 50 },
    { personId: 'declined', share: 10 },
    { personId: 'changed', share: 20 },
    { personId: 'new', share: 15 },
    { personId: null, share: 5 },
  ];
  const newest = new Map([
    ['stays', asked(50, 'confirmed')],
    ['declined', asked(10, 'declined')],
    ['changed', asked(30, 'confirmed')],
    ['gone', asked(20, 'confirmed')],
  ]);
  expect(sharesToConfirm(authors, newest)).toEqual([
    { personId: 'changed', share: 20 },
    { personId: 'new', share: 15 },
  ]);
});
