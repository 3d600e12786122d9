import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientChange, ClientSnapshot } from '../../src/sandbox/client-protocol.ts';
import { asker } from './support/ask.ts';
import { LAN, MINH, openPractice, type Practice } from './support/practice.ts';

let practice: Practice;
beforeEach(async () => {
  practice = await openPractice();
});
afterEach(() => practice.close());

const ask: ReturnType<typeof asker> = (path, options) => asker(practice.url)(path, options);

function act(body: unknown, headers: Record<string, string> = {}) {
  return ask('/client/act', { method: 'POST', headers, body: JSON.stringify(body) });
}

function id(email: string): string {
  return practice.workspace.person(email).id;
}

async function snapshot(email: string): Promise<ClientSnapshot> {
  return JSON.parse((await ask(`/client/snapshot?as=${id(email)}`)).text);
}

describe('what a page may see', () => {
  test('the people to choose from, without the app', async () => {
    const people = JSON.parse((await ask('/client/people')).text);
    expect(people.map((one: { name: string }) => one.name)).toEqual([
      'Nguyễn Thị Lan',
      'Trần Văn Minh',
      'Lê Thị Hòa',
    ]);
    expect(people[0]).toEqual({
      id: id(LAN),
      name: 'Nguyễn Thị Lan',
      title: 'Chuyên viên',
      locale: 'vi-VN',
      tz: 'Asia/Ho_Chi_Minh',
      isBot: false,
      why: null,
    });
  });

  test('only the conversations of the person, with unread counts', async () => {
    const { client, workspace } = practice;
    await client.chat.postMessage({ channel: '#chung', text: 'một' });
    await client.chat.postMessage({ channel: '#chung', text: 'hai' });
    await client.chat.postMessage({ channel: workspace.conversation('#hoi-dong').id, text: 'kín' });
    const lan = await snapshot(LAN);
    const minh = await snapshot(MINH);
    expect(lan.conversations.map(({ kind, name }) => [kind, name])).toEqual([
      ['channel', 'chung'],
      ['app_im', 'Thi Đua'],
    ]);
    expect(lan.conversations[0]).toMatchObject({
      unread: 2,
      messages: [{ text: 'một' }, { text: 'hai' }],
    });
    expect(JSON.stringify(lan)).not.toContain('kín');
    expect(JSON.stringify(minh)).toContain('kín');
    expect(lan.commands[0]).toEqual({
      command: '/dangky',
      description: 'Đăng ký danh hiệu',
      usageHint: '[năm]',
    });
    expect(lan.app).toMatchObject({ name: 'Thi Đua', homeEnabled: true });
    expect(JSON.stringify(lan)).not.toContain(workspace.credentials.botToken);
    await act({ as: id(LAN), act: { type: 'mark_read', channel: lan.conversations[0]?.id } });
    expect((await snapshot(LAN)).conversations[0]?.unread).toBe(0);
    expect((await snapshot(MINH)).conversations[0]?.unread).toBe(2);
  });

  test('changes as they happen, and only those for the person', async () => {
    const { client, url, workspace } = practice;
    const stop = new AbortController();
    const stream = await fetch(`${url}/client/changes?as=${id(LAN)}`, { signal: stop.signal });
    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    const secret = workspace.conversation('#hoi-dong').id;
    await client.chat.postMessage({ channel: secret, text: 'kín' });
    await client.chat.postMessage({ channel: '#chung', text: 'cho mọi người' });
    const changes: ClientChange[] = [];
    const decoder = new TextDecoder();
    let text = '';
    for await (const chunk of stream.body ?? []) {
      text += decoder.decode(chunk, { stream: true });
      if (text.includes('"unread"')) break;
    }
    for (const line of text.split('\n')) {
      if (line.startsWith('data: ')) changes.push(JSON.parse(line.slice(6)));
    }
    stop.abort();
    expect(changes[0]).toMatchObject({
      type: 'message',
      message: { text: 'cho mọi người', ephemeral: false, system: false },
    });
    expect(changes[1]).toMatchObject({ type: 'unread', unread: 1 });
    expect(text).not.toContain('kín');
  });
});

describe('who may act', () => {
  const send = () => ({
    as: id(LAN),
    act: { type: 'send', channel: practice.workspace.conversation('#chung').id, text: 'Chào' },
  });

  test('a page of this very origin, or a program without one', async () => {
    const own = { origin: practice.url, host: new URL(practice.url).host };
    expect(await act(send(), own)).toMatchObject({ status: 200, text: '{"ok":true}' });
    expect((await act(send())).status).toBe(200);
    expect(practice.workspace.textsIn('#chung')).toEqual(['Chào', 'Chào']);
  });

  test.each(['http://evil.example', 'http://localhost:1', 'null'])(
    'no page of %s',
    async (origin) => {
      expect(await act(send(), { origin })).toMatchObject({ status: 403 });
      expect(practice.workspace.messagesIn('#chung')).toEqual([]);
    },
  );

  test.each(['/client/people', '/client/snapshot?as=U1', '/client/changes?as=U1', '/client/act'])(
    '%s is not answered under a foreign name',
    async (path) => {
      for (const host of ['evil.example', 'evil.example:80', 'localhost.evil.example']) {
        expect((await ask(path, { headers: { host } })).status).toBe(403);
      }
    },
  );

  test('each local name is fine', async () => {
    const { port } = new URL(practice.url);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      expect((await ask('/client/people', { headers: { host } })).status).toBe(200);
    }
  });

  test('nobody in a conversation that is not theirs', async () => {
    const channel = practice.workspace.conversation('#hoi-dong').id;
    const answer = await act({ as: id(LAN), act: { type: 'send', channel, text: 'a' } });
    expect(answer).toMatchObject({
      status: 400,
      text: '{"ok":false,"error":"channel_not_found"}',
    });
  });

  test.each([{}, { as: 'U1' }, { as: 'U1', act: { type: 'fly' } }, 'text', null])(
    'no act that makes no sense: %o',
    async (body) => {
      expect((await act(body)).status).toBe(400);
    },
  );
});

describe('other paths', () => {
  test('are left to the product', async () => {
    expect((await ask('/health')).status).toBe(418);
    expect((await ask('/slack/events', { method: 'POST' })).status).toBe(418);
  });

  test('the page comes with a policy that keeps everything local', async () => {
    const page = await ask('/');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.text).not.toMatch(/https?:\/\//);
    for (const path of ['/page.js', '/page.css']) {
      expect(page.text).toContain(path);
      const asset = await ask(path);
      expect(asset.status).toBe(200);
      expect(asset.text.length).toBeGreaterThan(500);
    }
  });
});
