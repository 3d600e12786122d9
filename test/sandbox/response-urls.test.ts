import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { as } from '../../src/sandbox/driver.ts';
import { issueResponseUrl } from '../../src/sandbox/response-urls.ts';
import { LAN, MINH, openPractice, type Practice } from './support/practice.ts';

const THIRTY_MINUTES = 30 * 60_000;

let now = 0;
let practice: Practice;
beforeEach(async () => {
  now = Date.UTC(2026, 5, 1);
  practice = await openPractice({ clock: () => now });
});
afterEach(() => practice.close());

function issue(sourceTs?: string): string {
  return issueResponseUrl(practice.workspace.core, {
    userId: practice.workspace.person(LAN).id,
    channel: practice.workspace.conversation('#chung').id,
    ...(sourceTs === undefined ? {} : { sourceTs }),
  });
}

async function use(url: string, body: unknown): Promise<{ status: number; text: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, text: await answer.text() };
}

const OK = { status: 200, text: 'ok' };

describe('a response_url', () => {
  test('works five times and not a sixth', async () => {
    const url = issue();
    for (let i = 1; i <= 5; i += 1) expect(await use(url, { text: `lần ${i}` })).toEqual(OK);
    const sixth = await use(url, { text: 'lần 6' });
    expect(sixth.status).toBe(404);
    expect(JSON.parse(sixth.text)).toEqual({ ok: false, error: 'used_url' });
    await as(practice.workspace, LAN).sees('lần 5');
    as(practice.workspace, LAN).seesNot('lần 6');
  });

  test('works for thirty minutes and no longer', async () => {
    const url = issue();
    now += THIRTY_MINUTES;
    expect(await use(url, { text: 'đúng hạn' })).toEqual(OK);
    now += 1;
    const late = await use(url, { text: 'quá hạn' });
    expect(late).toMatchObject({ status: 404, text: expect.stringContaining('expired_url') });
  });

  test('speaks to one person unless told otherwise', async () => {
    await use(issue(), { text: 'riêng' });
    await use(issue(), { text: 'chung', response_type: 'in_channel' });
    await as(practice.workspace, LAN).sees('riêng');
    as(practice.workspace, MINH).seesNot('riêng');
    await as(practice.workspace, MINH).sees('chung', { in: '#chung' });
    expect(practice.workspace.textsIn('#chung')).toEqual(['chung']);
  });

  test('replaces and deletes the message it came from', async () => {
    const { ts = '' } = await practice.client.chat.postMessage({ channel: '#chung', text: 'gốc' });
    const url = issue(ts);
    await use(url, { replace_original: true, text: 'thay' });
    expect(practice.workspace.textsIn('#chung')).toEqual(['thay']);
    await use(url, { delete_original: 'true' });
    expect(practice.workspace.textsIn('#chung')).toEqual([]);
    expect((await use(url, { replace_original: true, text: 'a' })).status).toBe(404);
  });

  test('of a command replaces its own earlier answer', async () => {
    const url = issue();
    await use(url, { text: 'đang làm' });
    await use(url, { replace_original: true, text: 'đã xong' });
    const lan = as(practice.workspace, LAN);
    await lan.sees('đã xong');
    lan.seesNot('đang làm');
  });

  test('refuses what Slack refuses, without counting it as a use', async () => {
    const url = issue();
    const tooLong = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
    expect(await use(url, { text: 'a', blocks: tooLong })).toMatchObject({
      status: 400,
      text: expect.stringContaining('invalid_blocks'),
    });
    expect((await use(url, {})).status).toBe(400);
    for (let i = 1; i <= 5; i += 1) expect(await use(url, { text: `${i}` })).toEqual(OK);
  });

  test('cannot be guessed', async () => {
    const { url, workspace } = practice;
    expect((await use(`${url}/response/${workspace.teamId}/abc`, { text: 'a' })).status).toBe(404);
  });
});
