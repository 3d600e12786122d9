/** The practice workspace: a Slack-compatible server for one app and the people who use it. */
import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleClient } from './client-api.ts';
import { publishCommit } from './client-changes.ts';
import { messagesFor } from './client-projection.ts';
import type { ClientAct, ClientChange } from './client-protocol.ts';
import { addMembers } from './conversations.ts';
import type { Core } from './core.ts';
import { ACK_DEADLINE_MS, type Delivered, type Envelope } from './delivery/envelope.ts';
import { EVENT_RETRY_DELAYS_MS, EventQueue } from './delivery/events.ts';
import { HttpDelivery } from './delivery/http.ts';
import { SocketDelivery } from './delivery/socket.ts';
import { FailureLog } from './failure-log.ts';
import { Faults } from './faults.ts';
import { receiveUpload, sendFile } from './file-server.ts';
import { sendJson } from './http/respond.ts';
import { randomHex, TimestampSource } from './ids.ts';
import type { ActOutcome } from './interactions/outcome.ts';
import { perform } from './interactions/perform.ts';
import type { Conversation, Identity, Message, Person, SandboxPerson } from './model.ts';
import { OpenModals } from './open-modals.ts';
import { isPagePath, servePage } from './page-server.ts';
import { RateLimits } from './rate-limits.ts';
import { handleResponseUrl } from './response-urls.ts';
import type { SandboxChannel } from './seeding.ts';
import type { WorkspaceState } from './state.ts';
import type { Trainer } from './trainer.ts';
import { Triggers } from './triggers.ts';
import { Uploads } from './uploads.ts';
import type { Manifest } from './validation/manifest.ts';
import { plainText } from './validation/plain-text.ts';
import { handleApi } from './web-api/server.ts';

export interface WorkspaceOptions {
  manifest: Manifest;
  people: SandboxPerson[];
  channels: SandboxChannel[];
  /** null keeps everything in memory only. */
  journalPath: string | null;
  /** Epoch ms: message ts, expiry of triggers and response_urls, rate limits. */
  clock: () => number;
  /** `http` posts signed requests to the app's request URL. */
  delivery: { mode: 'socket' } | { mode: 'http'; url: string };
  teamName: string;
  /** Whom the page suggests to be, first things first. */
  guide?: readonly { email: string; why: { vi: string; en: string } }[];
  rateLimits: 'enforced' | 'off';
  /** How long the app has to acknowledge, in ms of real time; Slack's 3 seconds unless shortened. */
  ackDeadlineMs?: number;
  /** Waits before each new attempt at an unacknowledged event, in ms of real time. */
  eventRetryDelaysMs?: readonly number[];
}

export interface WorkspaceChange {
  userIds: readonly string[];
  change: ClientChange;
}

interface Transport {
  deliver(envelope: Envelope): Promise<Delivered>;
  close(): Promise<void> | void;
}

export class Workspace extends EventEmitter<{ change: [WorkspaceChange]; close: [] }> {
  readonly core: Core;
  readonly faults: Faults;
  readonly #transport: Transport;
  readonly #socket: SocketDelivery | null;
  #trainer: Trainer | null = null;
  #baseUrl = 'http://127.0.0.1:4390';

  constructor(options: WorkspaceOptions, state: WorkspaceState, identity: Identity) {
    super();
    // Every open page and every waiting driver listens; there is no leak to warn of.
    this.setMaxListeners(0);
    const { clock, manifest } = options;
    const faults = new Faults();
    const deadlineMs = options.ackDeadlineMs ?? ACK_DEADLINE_MS;
    const publish = (userIds: readonly string[], change: ClientChange) => {
      this.emit('change', { userIds, change });
    };
    this.faults = faults;
    if (options.delivery.mode === 'socket') {
      this.#socket = new SocketDelivery({ appId: identity.appId, faults, deadlineMs });
      this.#transport = this.#socket;
    } else {
      const { signingSecret } = identity;
      const { url } = options.delivery;
      this.#socket = null;
      this.#transport = new HttpDelivery({ url, signingSecret, faults, deadlineMs });
    }
    const failures = new FailureLog();
    const deliver = async (envelope: Envelope): Promise<Delivered> => {
      const delivered = await this.#transport.deliver(envelope);
      if (!delivered.ok) failures.noteAnswer(envelope, delivered.reason);
      return delivered;
    };
    this.core = {
      session: randomHex(8),
      manifest,
      guide: new Map(options.guide?.map(({ email, why }) => [email, why])),
      identity,
      state,
      clock,
      timestamps: new TimestampSource(clock),
      triggers: new Triggers(clock),
      rateLimits: new RateLimits(clock, options.rateLimits === 'enforced'),
      faults,
      failures,
      modals: new OpenModals({ state, clock, publish }),
      uploads: new Uploads(),
      ephemerals: [],
      events: new EventQueue({
        identity,
        clock,
        subscribed: manifest.settings?.event_subscriptions?.bot_events ?? [],
        deliver,
        retryDelaysMs: options.eventRetryDelaysMs ?? EVENT_RETRY_DELAYS_MS,
      }),
      baseUrl: () => this.#baseUrl,
      deliver,
      publish,
      openSocketTicket: () => this.#socket?.openTicket() ?? '',
    };
    state.onCommit((record, isNew) => publishCommit(this.core, record, isNew));
  }

  get credentials(): { botToken: string; appToken: string; signingSecret: string } {
    const { botToken, appToken, signingSecret } = this.core.identity;
    return { botToken, appToken, signingSecret };
  }

  get teamId(): string {
    return this.core.identity.teamId;
  }

  /** Open Socket Mode connections of the app. */
  get connectionCount(): number {
    return this.#socket?.connectionCount ?? 0;
  }

  /** Where this server is reached, e.g. `http://127.0.0.1:4390`. */
  setBaseUrl(url: string): void {
    this.#baseUrl = url.replace(/\/+$/, '');
  }

  /** Opens the trainers' panel of the page. */
  setTrainer(trainer: Trainer): void {
    this.#trainer = trainer;
  }

  /** @returns false, and leaves the request alone, when the path is not the workspace's. */
  handle(req: IncomingMessage, res: ServerResponse): boolean {
    const url = readAddress(req.url);
    if (url === null) {
      res.writeHead(400).end();
      return true;
    }
    const answer = this.#route(req, res, url);
    if (answer === null) return false;
    answer.catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      if (res.headersSent) res.destroy();
      else sendJson(res, 500, { ok: false, error: 'internal_error', reason });
    });
    return true;
  }

  handleUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
    // A line that breaks while it is being refused is nobody's error.
    socket.on('error', () => socket.destroy());
    if (readAddress(req.url)?.pathname === '/socket' && this.#socket !== null) {
      this.#socket.handleUpgrade(req, socket, head);
      return;
    }
    socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n');
  }

  /** One act of a person; resolves when the app has acknowledged it or failed to. */
  act(userId: string, act: ClientAct): Promise<ActOutcome> {
    return perform(this.core, userId, act);
  }

  /** @throws Error when nobody has this e-mail or id */
  person(emailOrId: string): Person {
    const { state } = this.core;
    const person = state.people.get(emailOrId) ?? state.personByEmail(emailOrId);
    if (person === null || person === undefined) throw new Error(`no such person: ${emailOrId}`);
    return person;
  }

  /** By id, `#name` or `name`. @throws Error when there is none */
  conversation(nameOrId: string): Conversation {
    const { state } = this.core;
    const found = state.conversations.get(nameOrId) ?? state.channelByName(nameOrId);
    if (found === null || found === undefined) throw new Error(`no such conversation: ${nameOrId}`);
    return found;
  }

  /** The lasting messages of a conversation, oldest first. */
  messagesIn(nameOrId: string): Message[] {
    return [...this.core.state.messagesOf(this.conversation(nameOrId).id).values()];
  }

  /** The same as a person reads them; with a reader, ephemeral messages too. */
  textsIn(nameOrId: string, reader?: string): string[] {
    const { id } = this.conversation(nameOrId);
    const messages =
      reader === undefined
        ? this.messagesIn(nameOrId)
        : messagesFor(this.core, this.person(reader).id, id);
    return messages.map((message) => plainText(message.blocks, message.text));
  }

  /** A person joins a channel, as they could by themselves. */
  join(nameOrId: string, emailOrId: string): void {
    addMembers(this.core, this.conversation(nameOrId), [this.person(emailOrId).id]);
  }

  archive(nameOrId: string): void {
    const conversation = { ...this.conversation(nameOrId), archived: true };
    this.core.state.commit({ k: 'conversation', conversation });
  }

  async close(): Promise<void> {
    this.emit('close');
    this.core.events.close();
    await this.#transport.close();
    this.core.state.close();
    this.removeAllListeners();
  }

  #route(req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> | null {
    const { core } = this;
    const { pathname } = url;
    if (pathname.startsWith('/api/')) return handleApi(core, req, res, url);
    if (pathname.startsWith('/response/')) return handleResponseUrl(core, req, res, url);
    if (pathname.startsWith('/upload/')) return receiveUpload(core, req, res, url);
    if (pathname.startsWith('/files/')) return Promise.resolve(sendFile(core, req, res, url));
    if (pathname.startsWith('/client/')) {
      return handleClient({ core, workspace: this, trainer: this.#trainer }, req, res, url);
    }
    if (pathname === '/favicon.ico') {
      res.writeHead(204).end();
      return Promise.resolve();
    }
    if (req.method === 'GET' && isPagePath(pathname)) return servePage(res, pathname);
    return null;
  }

  /** What one person's page hears. @returns a function that ends the subscription */
  subscribe(userId: string, listener: (change: ClientChange) => void): () => void {
    const heard = ({ userIds, change }: WorkspaceChange) => {
      if (userIds.includes(userId)) listener(change);
    };
    this.on('change', heard);
    return () => this.off('change', heard);
  }
}

/** Null for what is no address, such as `//`. */
function readAddress(path = '/'): URL | null {
  return URL.canParse(path, 'http://localhost') ? new URL(path, 'http://localhost') : null;
}
