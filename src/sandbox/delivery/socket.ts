/**
 * Socket Mode: the app holds up to ten WebSocket connections; each envelope goes to one of them.
 * An envelope whose connection drops before the acknowledgement goes to another one, or to the
 * next that opens, as long as its deadline has not passed.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { Faults } from '../faults.ts';
import { randomHex } from '../ids.ts';
import type { Delivered, Envelope } from './envelope.ts';

const MAX_CONNECTIONS = 10;
const PING_INTERVAL_MS = 10_000;
const CLOSE_GRACE_MS = 300;

const ackSchema = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

interface Pending {
  id: string;
  envelope: Envelope;
  wasSent: boolean;
  settle: (delivered: Delivered) => void;
}

interface Connection {
  socket: WebSocket;
  pending: Map<string, Pending>;
}

export class SocketDelivery {
  readonly #appId: string;
  readonly #faults: Faults;
  readonly #deadlineMs: number;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #connections: Connection[] = [];
  readonly #waiting = new Map<string, Pending>();
  readonly #heartbeat: NodeJS.Timeout;
  #turn = 0;

  constructor(options: { appId: string; faults: Faults; deadlineMs: number }) {
    this.#appId = options.appId;
    this.#faults = options.faults;
    this.#deadlineMs = options.deadlineMs;
    this.#faults.bindSockets(
      () => this.#drop(),
      () => this.#refresh(),
    );
    this.#heartbeat = setInterval(() => {
      for (const { socket } of this.#connections) socket.ping(`Ping from workspace ${Date.now()}`);
    }, PING_INTERVAL_MS);
    this.#heartbeat.unref();
  }

  get connectionCount(): number {
    return this.#connections.length;
  }

  openTicket(): string {
    const ticket = randomHex(16);
    this.#tickets.add(ticket);
    return ticket;
  }

  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(req.url ?? '/', 'http://localhost');
    if (!this.#tickets.delete(url.searchParams.get('ticket') ?? '')) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(req, socket, head, (ws) => this.#welcome(ws));
  }

  deliver(envelope: Envelope): Promise<Delivered> {
    return new Promise((resolve) => {
      const id = randomUUID();
      const timer = setTimeout(() => {
        this.#forget(id);
        resolve({ ok: false, reason: pending.wasSent ? 'operation_timeout' : 'dispatch_failed' });
      }, this.#deadlineMs);
      const pending: Pending = {
        id,
        envelope,
        wasSent: false,
        settle: (delivered) => {
          clearTimeout(timer);
          resolve(delivered);
        },
      };
      this.#dispatch(pending);
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    for (const pending of this.#waiting.values()) {
      pending.settle({ ok: false, reason: 'dispatch_failed' });
    }
    this.#waiting.clear();
    for (const { socket, pending } of [...this.#connections]) {
      for (const one of pending.values()) one.settle({ ok: false, reason: 'dispatch_failed' });
      pending.clear();
      // A client that is closing at the same moment would take a cut line for an error.
      socket.close(1001);
      const cut = setTimeout(() => socket.terminate(), CLOSE_GRACE_MS);
      socket.once('close', () => clearTimeout(cut));
    }
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #welcome(socket: WebSocket): void {
    if (this.#connections.length >= MAX_CONNECTIONS) {
      socket.send(JSON.stringify({ type: 'disconnect', reason: 'too_many_websockets' }));
      socket.close();
      return;
    }
    const connection: Connection = { socket, pending: new Map() };
    this.#connections.push(connection);
    socket.on('message', (data) => this.#acknowledged(connection, data.toString()));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#lost(connection));
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#connections.length,
        debug_info: {
          host: 'practice-workspace',
          build_number: 1,
          approximate_connection_time: 3600,
        },
        connection_info: { app_id: this.#appId },
      }),
    );
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const pending of waiting) this.#dispatch(pending);
  }

  #dispatch(pending: Pending): void {
    const open = this.#connections.filter((one) => one.socket.readyState === WebSocket.OPEN);
    this.#turn += 1;
    const connection = open[this.#turn % Math.max(1, open.length)];
    if (connection === undefined) {
      this.#waiting.set(pending.id, pending);
      return;
    }
    connection.pending.set(pending.id, pending);
    pending.wasSent = true;
    const frame = JSON.stringify(frameOf(pending));
    connection.socket.send(frame);
    if (this.#faults.takeDuplicate()) connection.socket.send(frame);
  }

  #acknowledged(connection: Connection, text: string): void {
    const ack = ackSchema.safeParse(parseJson(text));
    if (!ack.success) return;
    const pending = connection.pending.get(ack.data.envelope_id);
    if (pending === undefined || this.#faults.takeLostAck()) return;
    connection.pending.delete(pending.id);
    pending.settle({ ok: true, response: ack.data.payload });
  }

  #lost(connection: Connection): void {
    const index = this.#connections.indexOf(connection);
    if (index >= 0) this.#connections.splice(index, 1);
    const unacknowledged = [...connection.pending.values()];
    connection.pending.clear();
    for (const pending of unacknowledged) this.#dispatch(pending);
  }

  #forget(id: string): void {
    this.#waiting.delete(id);
    for (const { pending } of this.#connections) pending.delete(id);
  }

  #drop(): void {
    for (const { socket } of [...this.#connections]) socket.terminate();
  }

  #refresh(): void {
    for (const { socket } of this.#connections) {
      socket.send(
        JSON.stringify({
          type: 'disconnect',
          reason: 'refresh_requested',
          debug_info: { host: 'practice-workspace' },
        }),
      );
    }
  }
}

function frameOf({ id, envelope }: Pending): Record<string, unknown> {
  if (envelope.type === 'events_api') {
    return {
      envelope_id: id,
      payload: envelope.payload,
      type: 'events_api',
      accepts_response_payload: false,
      retry_attempt: envelope.retry?.attempt ?? 0,
      retry_reason: envelope.retry?.reason ?? '',
    };
  }
  return {
    envelope_id: id,
    payload: envelope.payload,
    type: envelope.type,
    accepts_response_payload: true,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not an acknowledgement; Slack ignores what it cannot read, too.
    return null;
  }
}
