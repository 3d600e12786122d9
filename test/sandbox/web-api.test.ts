import { WebAPIPlatformError } from '@slack/web-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { as } from '../../src/sandbox/driver.ts';
import {
  HOA,
  LAN,
  MINH,
  manifestWith,
  openPractice,
  type Practice,
  SCOPES,
} from './support/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice.close());

function id(name: string): string {
  return practice.workspace.conversation(name).id;
}

/** The error a call is answered with. */
async function errorOf(call: Promise<unknown>): Promise<string> {
  return (await refusalOf(call)).error;
}

async function refusalOf(
  call: Promise<unknown>,
): Promise<{ error: string } & Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return { ...error.data };
    throw error;
  }
  throw new Error('the call succeeded');
}

describe('who may call', () => {
  test('refuses calls without a token, with a wrong one and with one of the other kind', async () => {
    const { workspace, clientWith, client } = practice;
    const noToken = await fetch(`${practice.url}/api/auth.test`, { method: 'POST' });
    expect(await noToken.json()).toEqual({ ok: false, error: 'not_authed' });
    expect(await errorOf(clientWith('xoxb-wrong').auth.test())).toBe('invalid_auth');
    const appClient = clientWith(workspace.credentials.appToken);
    expect(await errorOf(appClient.chat.postMessage({ channel: '#chung', text: 'a' }))).toBe(
      'not_allowed_token_type',
    );
    expect(await errorOf(client.apps.connections.open())).toBe('not_allowed_token_type');
  });

  test('tells the app who it is', async () => {
    const answer = await practice.client.auth.test();
    expect(answer).toMatchObject({
      ok: true,
      team: 'BHXH thử',
      team_id: practice.workspace.teamId,
      user_id: practice.workspace.core.identity.botUserId,
      bot_id: practice.workspace.core.identity.botId,
      is_enterprise_install: false,
    });
    expect(answer.team_id).toMatch(/^T[A-Z0-9]{10}$/);
    expect(answer.user_id).toMatch(/^U[A-Z0-9]{10}$/);
    expect(answer.bot_id).toMatch(/^B[A-Z0-9]{10}$/);
  });

  test.each([
    ['users.info', { user: 'U1' }, 'users:read'],
    ['users.lookupByEmail', { email: LAN }, 'users:read.email'],
    ['chat.postMessage', { channel: '#chung', text: 'a' }, 'chat:write'],
    ['conversations.list', {}, 'channels:read'],
    ['conversations.list', { types: 'private_channel' }, 'groups:read'],
    ['conversations.open', { users: 'U1' }, 'im:write'],
    ['conversations.create', { name: 'moi' }, 'channels:manage'],
    ['reactions.add', { channel: 'C1', timestamp: '1.0', name: 'tada' }, 'reactions:write'],
    ['files.getUploadURLExternal', { filename: 'a.txt', length: 3 }, 'files:write'],
  ])('%s %o needs %s', async (method, args, needed) => {
    const scopes = SCOPES.filter((scope) => scope !== needed && scope !== 'commands');
    const poor = await openPractice({
      manifest: manifestWith({ scopes: [...scopes, 'commands'] }),
    });
    try {
      const refusal = await refusalOf(poor.client.apiCall(method, args));
      expect(refusal).toMatchObject({ error: 'missing_scope', needed });
      expect(refusal.provided).toContain('commands');
      expect(String(refusal.provided).split(',')).not.toContain(needed);
    } finally {
      await poor.close();
    }
  });

  test('does not know other methods', async () => {
    expect(await errorOf(practice.client.apiCall('admin.users.list'))).toBe('unknown_method');
  });
});

describe('arguments', () => {
  test('may come as a form or as JSON', async () => {
    const blocks = [{ type: 'section', text: { type: 'plain_text', text: 'Khối' } }];
    const send = async (contentType: string, body: string) => {
      const answer = await fetch(`${practice.url}/api/chat.postMessage`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${practice.workspace.credentials.botToken}`,
          'content-type': contentType,
        },
        body,
      });
      return answer.json();
    };
    const args = { channel: id('#chung'), text: 'Chào' };
    const json = JSON.stringify({ ...args, blocks });
    const form = new URLSearchParams({ ...args, blocks: JSON.stringify(blocks) }).toString();
    for (const answer of [
      await send('application/json; charset=utf-8', json),
      await send('application/x-www-form-urlencoded', form),
    ]) {
      expect(answer).toMatchObject({ ok: true, message: { text: 'Chào', blocks } });
    }
    expect(await send('application/json', '{')).toEqual({ ok: false, error: 'invalid_json' });
    expect(await send('application/json', '[]')).toEqual({ ok: false, error: 'json_not_object' });
    expect(await send('text/plain', 'a')).toEqual({ ok: false, error: 'invalid_form_data' });
  });

  test('names what is missing', async () => {
    const refusal = await refusalOf(practice.client.apiCall('users.info', {}));
    expect(refusal).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: user'] },
    });
  });

  test('refuses blocks that Slack refuses, and says where', async () => {
    const blocks = JSON.stringify([
      { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } },
    ]);
    const call = practice.client.apiCall('chat.postMessage', {
      channel: '#chung',
      text: 'a',
      blocks,
    });
    expect(await refusalOf(call)).toMatchObject({
      error: 'invalid_blocks',
      errors: [expect.stringContaining('[json-pointer:/blocks/0/text/text]')],
    });
    const unreadable = { channel: '#chung', text: 'a', blocks: '[{' };
    expect(await errorOf(practice.client.apiCall('chat.postMessage', unreadable))).toBe(
      'invalid_blocks_format',
    );
    expect(await errorOf(practice.client.chat.postMessage({ channel: '#chung', text: '' }))).toBe(
      'no_text',
    );
  });
});

describe('users', () => {
  test('tells locale only when asked, and the time zone', async () => {
    const user = practice.workspace.person(LAN).id;
    const plain = await practice.client.users.info({ user });
    const full = await practice.client.users.info({ user, include_locale: true });
    expect(plain.user).not.toHaveProperty('locale');
    expect(full.user).toMatchObject({
      id: user,
      name: 'lan',
      real_name: 'Nguyễn Thị Lan',
      locale: 'vi-VN',
      tz: 'Asia/Ho_Chi_Minh',
      tz_offset: 25_200,
      is_bot: false,
      profile: { email: LAN, title: 'Chuyên viên' },
    });
    expect(await errorOf(practice.client.users.info({ user: 'UNOBODY' }))).toBe('user_not_found');
  });

  test('hides e-mail addresses without users:read.email', async () => {
    const scopes = SCOPES.filter((scope) => scope !== 'users:read.email');
    const poor = await openPractice({ manifest: manifestWith({ scopes }) });
    const { user } = await poor.client.users.info({ user: poor.workspace.person(LAN).id });
    expect(user?.profile).not.toHaveProperty('email');
    await poor.close();
  });

  test('finds people by e-mail, whatever its case', async () => {
    const { user } = await practice.client.users.lookupByEmail({ email: LAN.toUpperCase() });
    expect(user?.id).toBe(practice.workspace.person(LAN).id);
    expect(await errorOf(practice.client.users.lookupByEmail({ email: 'a@b.c' }))).toBe(
      'users_not_found',
    );
  });

  test('lists everybody once, page by page', async () => {
    const names: (string | undefined)[] = [];
    let pages = 0;
    let cursor: string | undefined;
    do {
      const page = await practice.client.users.list(cursor ? { limit: 3, cursor } : { limit: 3 });
      names.push(...(page.members ?? []).map((one) => one.real_name));
      cursor = page.response_metadata?.next_cursor;
      pages += 1;
    } while (cursor);
    expect(pages).toBe(2);
    expect(names.sort()).toEqual(['Lê Thị Hòa', 'Nguyễn Thị Lan', 'Thi Đua', 'Trần Văn Minh']);
    expect(await errorOf(practice.client.users.list({ cursor: 'bogus' }))).toBe('invalid_cursor');
  });
});

describe('conversations', () => {
  test('shows the app public channels, and of private ones only its own', async () => {
    const { channels } = await practice.client.conversations.list({
      types: 'public_channel,private_channel',
    });
    expect(channels?.map(({ name, is_member }) => ({ name, is_member }))).toEqual([
      { name: 'chung', is_member: true },
      { name: 'ngoai', is_member: false },
      { name: 'hoi-dong', is_member: true },
    ]);
    expect(await errorOf(practice.client.conversations.info({ channel: id('#kin') }))).toBe(
      'channel_not_found',
    );
  });

  test('posts only where the app is a member', async () => {
    const { client } = practice;
    expect(await errorOf(client.chat.postMessage({ channel: id('#ngoai'), text: 'a' }))).toBe(
      'not_in_channel',
    );
    expect(await errorOf(client.chat.postMessage({ channel: id('#kin'), text: 'a' }))).toBe(
      'channel_not_found',
    );
    expect(await errorOf(client.chat.postMessage({ channel: 'C0000000000', text: 'a' }))).toBe(
      'channel_not_found',
    );
  });

  test('posts to any public channel with chat:write.public, never to private ones', async () => {
    const manifest = manifestWith({ scopes: [...SCOPES, 'chat:write.public'] });
    const open = await openPractice({ manifest });
    const channel = open.workspace.conversation('#ngoai').id;
    await open.client.chat.postMessage({ channel, text: 'Chào' });
    expect(open.workspace.textsIn('#ngoai')).toEqual(['Chào']);
    const secret = open.workspace.conversation('#kin').id;
    expect(await errorOf(open.client.chat.postMessage({ channel: secret, text: 'a' }))).toBe(
      'channel_not_found',
    );
    await open.close();
  });

  test('joins, creates, invites, and tells members', async () => {
    const fresh = await openPractice();
    const { client, workspace } = fresh;
    const joined = await client.conversations.join({
      channel: workspace.conversation('#ngoai').id,
    });
    expect(joined.channel).toMatchObject({ name: 'ngoai', is_member: true });
    const { channel } = await client.conversations.create({ name: 'đợt-1', is_private: true });
    const created = channel?.id ?? '';
    const lan = workspace.person(LAN).id;
    await client.conversations.invite({ channel: created, users: lan });
    const { members } = await client.conversations.members({ channel: created });
    expect(members).toEqual([workspace.core.identity.botUserId, lan]);
    expect(await errorOf(client.conversations.create({ name: 'chung' }))).toBe('name_taken');
    expect(await errorOf(client.conversations.create({ name: 'Hoa Và' }))).toBe(
      'invalid_name_specials',
    );
    expect(await errorOf(client.conversations.invite({ channel: created, users: lan }))).toBe(
      'already_in_channel',
    );
    await fresh.close();
  });

  test('opens the same direct message every time; a group for up to eight', async () => {
    const { client, workspace } = practice;
    const lan = workspace.person(LAN).id;
    const first = await client.conversations.open({ users: lan });
    const second = await client.conversations.open({ users: lan, return_im: true });
    expect(first.channel?.id).toMatch(/^D/);
    expect(second.channel).toMatchObject({ id: first.channel?.id, is_im: true, user: lan });
    const group = await client.conversations.open({ users: `${lan},${workspace.person(MINH).id}` });
    expect(group.channel?.id).toMatch(/^G/);
    const nine = Array.from({ length: 9 }, (_, i) => `U${i}`).join(',');
    expect(await errorOf(client.conversations.open({ users: nine }))).toBe('too_many_users');
    const eight = Array.from({ length: 8 }, (_, i) => `U${i}`).join(',');
    expect(await errorOf(client.conversations.open({ users: eight }))).toBe('user_not_found');
  });

  test('takes a person for their direct message', async () => {
    const { client, workspace } = practice;
    const { channel } = await client.chat.postMessage({
      channel: workspace.person(HOA).id,
      text: 'Riêng chị Hòa',
    });
    expect(channel).toMatch(/^D/);
    await as(workspace, HOA).sees('Riêng chị Hòa');
    as(workspace, LAN).seesNot('Riêng chị Hòa');
  });

  test('refuses archived channels', async () => {
    const fresh = await openPractice();
    fresh.workspace.archive('#chung');
    const channel = fresh.workspace.conversation('#chung').id;
    expect(await errorOf(fresh.client.chat.postMessage({ channel, text: 'a' }))).toBe(
      'is_archived',
    );
    await fresh.close();
  });
});
