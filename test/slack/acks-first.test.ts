import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createAcksFirst } from '../../src/slack/acks-first.ts';

test('answers wait while anybody waits to be acknowledged', async () => {
  const { begin, answer } = createAcksFirst({ pauseMs: 1, mostMs: Number.POSITIVE_INFINITY });
  const first = begin();
  const second = begin();
  const told: string[] = [];
  answer(async () => void told.push('one'));
  const last = new Promise<void>((resolve) =>
    answer(async () => {
      told.push('other');
      resolve();
    }),
  );
  first();
  first();
  for (let tick = 0; tick < 5; tick += 1) await setTimeout(1);
  expect(told).toEqual([]);
  second();
  await last;
  expect(told).toEqual(['one', 'other']);
});

test('who is never acknowledged keeps no answer back for ever', async () => {
  const { begin, answer } = createAcksFirst({ pauseMs: 1, mostMs: 0 });
  begin();
  await new Promise<void>((resolve) => answer(async () => resolve()));
  await new Promise<void>((resolve) => answer(async () => resolve()));
});
