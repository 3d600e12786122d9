import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPractice, type Practice } from './support/practice.ts';

let practice: Practice;
beforeEach(async () => {
  practice = await openPractice();
});
afterEach(() => practice.close());

function post(text: string) {
  return practice.client.chat.postMessage({ channel: '#chung', text });
}

test('a lost answer comes after the effect, for as many calls as asked', async () => {
  practice.workspace.faults.loseAnswers('chat.postMessage', 2);
  await expect(post('một')).rejects.toBeInstanceOf(WebAPIRequestError);
  await practice.client.auth.test();
  await expect(post('hai')).rejects.toBeInstanceOf(WebAPIRequestError);
  await post('ba');
  expect(practice.workspace.textsIn('#chung')).toEqual(['một', 'hai', 'ba']);
});

test('a server error has no effect', async () => {
  practice.workspace.faults.answerServerError('*');
  await expect(post('một')).rejects.toBeInstanceOf(WebAPIHTTPError);
  await post('hai');
  expect(practice.workspace.textsIn('#chung')).toEqual(['hai']);
});

test('a rate limit on demand says how long to wait', async () => {
  practice.workspace.faults.rateLimit('chat.postMessage', 1, 7);
  const error = await post('một').catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(WebAPIRateLimitedError);
  expect(error).toMatchObject({ retryAfter: 7 });
  expect(practice.workspace.textsIn('#chung')).toEqual([]);
});

test('held answers wait for their release while the effect is there', async () => {
  const release = practice.workspace.faults.holdAnswers('chat.postMessage');
  const committed = new Promise<void>((resolve) => {
    practice.workspace.on('change', ({ change }) => change.type === 'message' && resolve());
  });
  let answered = false;
  const call = post('một').then(() => {
    answered = true;
  });
  await committed;
  // Another call goes through meanwhile, so there was time for an answer.
  await practice.client.auth.test();
  expect(answered).toBe(false);
  release();
  await call;
  expect(answered).toBe(true);
});

test('a delayed call takes effect late', async () => {
  practice.workspace.faults.delay('chat.postMessage', 500);
  const slow = post('chậm');
  await practice.client
    .apiCall('chat.getPermalink', { channel: 'C0', message_ts: '1' })
    .catch(() => null);
  expect(practice.workspace.textsIn('#chung')).toEqual([]);
  await slow;
  expect(practice.workspace.textsIn('#chung')).toEqual(['chậm']);
});
