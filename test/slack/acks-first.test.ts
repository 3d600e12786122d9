import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createAcksFirst } from '../../src/slack/acks-first.ts';

test('answers wait while anybody waits to be acknowledged', async () => {
  const { begin, turnOfAnswers } = createAcksFirst({
    pauseMs: 1,
    mostMs: Number.POSITIVE_INFINITY,
  });
  const first = begin();
  const second = begin();
  let came = false;
  const answers = turnOfAnswers().then(() => {
    came = true;
  });
  first();
  first();
  for (let tick = 0; tick < 5; tick += 1) await setTimeout(1);
  expect(came).toBe(false);
  second();
  await answers;
  expect(came).toBe(true);
});

test('who is never acknowledged keeps no answer back for ever', async () => {
  const { begin, turnOfAnswers } = createAcksFirst({ pauseMs: 1, mostMs: 0 });
  begin();
  await expect(turnOfAnswers()).resolves.toBeUndefined();
  await expect(turnOfAnswers()).resolves.toBeUndefined();
});
