import { WebAPIRateLimitedError } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CHANNEL_BURST } from '../../src/sandbox/rate-limits.ts';
import { LAN, openPractice, type Practice } from './support/practice.ts';

let now = 0;
let practice: Practice;
beforeEach(async () => {
  now = Date.UTC(2026, 5, 1);
  practice = await openPractice({ clock: () => now, rateLimits: 'enforced' });
});
afterEach(() => practice.close());

function post(channel = '#chung') {
  return practice.client.chat.postMessage({ channel, text: 'tin' });
}

async function retryAfter(call: Promise<unknown>): Promise<number> {
  const error = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason,
  );
  if (error instanceof WebAPIRateLimitedError) return error.retryAfter;
  throw error;
}

test('a channel takes a small burst, then one message a second', async () => {
  for (let i = 0; i < CHANNEL_BURST; i += 1) await post();
  expect(await retryAfter(post())).toBe(1);
  now += 999;
  expect(await retryAfter(post())).toBe(1);
  now += 1;
  await post();
  expect(await retryAfter(post())).toBe(1);
  expect(practice.workspace.messagesIn('#chung')).toHaveLength(CHANNEL_BURST + 1);
});

test('each channel has its own allowance', async () => {
  for (let i = 0; i < CHANNEL_BURST; i += 1) await post();
  await post('#hoi-dong');
});

test('methods have their tier: 50 calls a minute for tier 3', async () => {
  const call = () => practice.client.users.lookupByEmail({ email: LAN });
  for (let i = 0; i < 50; i += 1) await call();
  // 50 a minute is one in 1.2 s.
  expect(await retryAfter(call())).toBe(2);
  now += 1200;
  await call();
  expect(await retryAfter(call())).toBe(2);
});

test('the answer is HTTP 429 with Retry-After', async () => {
  for (let i = 0; i < CHANNEL_BURST; i += 1) await post();
  const answer = await fetch(`${practice.url}/api/chat.postMessage`, {
    method: 'POST',
    headers: { authorization: `Bearer ${practice.workspace.credentials.botToken}` },
    body: new URLSearchParams({ channel: '#chung', text: 'a' }),
  });
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('1');
  expect(await answer.json()).toEqual({ ok: false, error: 'ratelimited' });
});
