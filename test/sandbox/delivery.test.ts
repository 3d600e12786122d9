import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { as } from '../../src/sandbox/driver.ts';
import type { WorkspaceOptions } from '../../src/sandbox/start-workspace.ts';
import { LAN, listen, openPractice, type Practice } from './support/practice.ts';

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function open(changes: Partial<WorkspaceOptions> = {}): Promise<Practice> {
  const practice = await openPractice(changes);
  cleanups.push(() => practice.close());
  return practice;
}

interface Frame {
  type: string;
  envelope_id: string;
  retry_attempt?: number;
  reason?: string;
  num_connections?: number;
  payload: { command?: string; event_id?: string };
}

/** A Socket Mode client that acknowledges nothing by itself. */
class RawSocket {
  readonly ws: WebSocket;
  readonly #frames: Frame[] = [];
  readonly #waiting: ((frame: Frame) => void)[] = [];

  constructor(url: string) {
    this.ws = new WebSocket(url);
    cleanups.push(() => this.ws.terminate());
    this.ws.on('message', (data) => {
      const frame: Frame = JSON.parse(data.toString());
      const next = this.#waiting.shift();
      if (next === undefined) this.#frames.push(frame);
      else next(frame);
    });
  }

  next(): Promise<Frame> {
    const frame = this.#frames.shift();
    if (frame !== undefined) return Promise.resolve(frame);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  get unread(): number {
    return this.#frames.length;
  }

  ack(frame: Frame, payload?: unknown): void {
    this.ws.send(JSON.stringify({ envelope_id: frame.envelope_id, payload }));
  }
}

async function connect({ workspace, clientWith }: Practice): Promise<RawSocket> {
  const { url = '' } = await clientWith(workspace.credentials.appToken).apps.connections.open();
  return new RawSocket(url);
}

describe('Socket Mode', () => {
  test('greets, and takes a ticket only once', async () => {
    const practice = await open();
    const { workspace, clientWith } = practice;
    const { url = '' } = await clientWith(workspace.credentials.appToken).apps.connections.open();
    const first = new RawSocket(url);
    expect(await first.next()).toMatchObject({
      type: 'hello',
      num_connections: 1,
      connection_info: { app_id: workspace.core.identity.appId },
    });
    const second = new WebSocket(url);
    const refused = await new Promise<Error>((resolve) => second.once('error', resolve));
    expect(refused.message).toContain('401');
  });

  test('sends each envelope to one connection, and an unacknowledged one to the next', async () => {
    const practice = await open();
    const sockets = [await connect(practice), await connect(practice)];
    for (const socket of sockets) await socket.next();
    const typed = as(practice.workspace, LAN).types('/dangky');
    const arrivals = sockets.map(async (socket) => ({ socket, frame: await socket.next() }));
    const first = await Promise.race(arrivals);
    first.socket.ws.terminate();
    const both = await Promise.all(arrivals);
    const second = both.find(({ socket }) => socket !== first.socket);
    expect(second?.frame).toEqual(first.frame);
    second?.socket.ack(second.frame, {});
    await typed;
  });

  test('hands what was waiting to the next connection', async () => {
    const practice = await open();
    const typed = as(practice.workspace, LAN).types('/dangky');
    const socket = await connect(practice);
    expect((await socket.next()).type).toBe('hello');
    const frame = await socket.next();
    expect(frame.payload.command).toBe('/dangky');
    socket.ack(frame, { text: 'Chào' });
    await typed;
    await as(practice.workspace, LAN).sees('Chào');
  });

  test('says so when there is nobody to deliver to', async () => {
    const { workspace } = await open({ ackDeadlineMs: 30 });
    await expect(as(workspace, LAN).types('/dangky')).rejects.toThrow('"dispatch_failed"');
  });

  test('allows ten connections and turns the eleventh away', async () => {
    const practice = await open();
    for (let i = 1; i <= 10; i += 1) {
      expect((await (await connect(practice)).next()).num_connections).toBe(i);
    }
    const eleventh = await connect(practice);
    expect(await eleventh.next()).toMatchObject({
      type: 'disconnect',
      reason: 'too_many_websockets',
    });
    expect(practice.workspace.connectionCount).toBe(10);
  });

  test('asks for a refresh, drops lines and sends twice on demand', async () => {
    const practice = await open();
    const socket = await connect(practice);
    await socket.next();
    practice.workspace.faults.duplicateNextEnvelope();
    const typed = as(practice.workspace, LAN).types('/dangky');
    const [first, second] = [await socket.next(), await socket.next()];
    expect(second).toEqual(first);
    socket.ack(first);
    await typed;
    practice.workspace.faults.refreshSockets();
    expect(await socket.next()).toMatchObject({ type: 'disconnect', reason: 'refresh_requested' });
    const closed = new Promise((resolve) => socket.ws.once('close', resolve));
    practice.workspace.faults.dropSockets();
    await closed;
  });

  test('sends an event again that was not acknowledged, saying which attempt it is', async () => {
    const practice = await open({ ackDeadlineMs: 30, eventRetryDelaysMs: [0, 0, 0] });
    const socket = await connect(practice);
    await socket.next();
    await as(practice.workspace, LAN).types('Chào');
    const frames: Frame[] = [];
    for (let i = 0; i < 4; i += 1) frames.push(await socket.next());
    expect(frames.map((frame) => frame.retry_attempt)).toEqual([0, 1, 2, 3]);
    expect(new Set(frames.map((frame) => frame.payload.event_id)).size).toBe(1);
    expect(new Set(frames.map((frame) => frame.envelope_id)).size).toBe(4);
  });
});

interface Request {
  headers: IncomingHttpHeaders;
  body: string;
}

/** An app that answers its first requests with the statuses given, then with 200. */
async function appServer(statuses: number[], headers: Record<string, string> = {}) {
  const requests: Request[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  const server: Server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += String(chunk);
    requests.push({ headers: req.headers, body });
    res.writeHead(statuses.shift() ?? 200, headers).end();
    for (const one of waiting) if (requests.length >= one.count) one.resolve();
  });
  const url = await listen(server);
  cleanups.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const received = (count: number) =>
    new Promise<void>((resolve) => {
      waiting.push({ count, resolve });
      if (requests.length >= count) resolve();
    });
  return { url, requests, received };
}

describe('HTTP', () => {
  test('signs every request as Slack does', async () => {
    const app = await appServer([]);
    const { workspace } = await open({ delivery: { mode: 'http', url: app.url } });
    await as(workspace, LAN).types('/dangky có dấu');
    const [request] = app.requests;
    const timestamp = String(request?.headers['x-slack-request-timestamp']);
    const digest = createHmac('sha256', workspace.credentials.signingSecret)
      .update(`v0:${timestamp}:${request?.body}`)
      .digest('hex');
    expect(request?.headers['x-slack-signature']).toBe(`v0=${digest}`);
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60);
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(new URLSearchParams(request?.body).get('text')).toBe('có dấu');
  });

  test('tries an event three times more, with the reason', async () => {
    const app = await appServer([500, 500, 500, 500]);
    const { workspace } = await open({
      delivery: { mode: 'http', url: app.url },
      eventRetryDelaysMs: [0, 0, 0],
    });
    await as(workspace, LAN).types('Chào');
    await app.received(4);
    const tries = app.requests.map(({ headers }) => [
      headers['x-slack-retry-num'],
      headers['x-slack-retry-reason'],
    ]);
    expect(tries).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
    const ids = app.requests.map(({ body }) => JSON.parse(body).event_id);
    expect(new Set(ids).size).toBe(1);
  });

  test('does not try again when the app forbids it', async () => {
    const app = await appServer([500], { 'x-slack-no-retry': '1' });
    const { workspace } = await open({
      delivery: { mode: 'http', url: app.url },
      eventRetryDelaysMs: [0, 0, 0],
    });
    await as(workspace, LAN).types('Chào');
    await app.received(1);
    // A second act after the first event shows that nothing came between.
    await as(workspace, LAN).types('/dangky');
    expect(app.requests).toHaveLength(2);
    expect(app.requests[1]?.body).toContain('command=');
    expect(workspace.core.events.pending).toBe(0);
  });

  test('names the kind of failure to the person', async () => {
    const app = await appServer([500, 404]);
    const { workspace } = await open({ delivery: { mode: 'http', url: app.url } });
    const lan = as(workspace, LAN);
    await expect(lan.types('/dangky')).rejects.toThrow('http_service_error');
    await expect(lan.types('/dangky')).rejects.toThrow('http_client_error');
    const nobody = await open({ delivery: { mode: 'http', url: 'http://127.0.0.1:1/' } });
    await expect(as(nobody.workspace, LAN).types('/dangky')).rejects.toThrow('dispatch_failed');
  });
});
