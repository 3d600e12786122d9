/** Misfortunes on demand, so that tests can see the app survive them. Nothing happens unasked. */

export type Fault =
  /** The call takes effect, and the connection breaks before its answer arrives. */
  | { kind: 'lose_answer' }
  /** HTTP 500, and the call takes no effect. */
  | { kind: 'server_error' }
  | { kind: 'delay'; ms: number }
  | { kind: 'rate_limited'; retryAfter: number };

interface Planned {
  method: string;
  left: number;
  fault: Fault;
}

interface Hold {
  method: string;
  released: Promise<void>;
}

export class Faults {
  readonly #planned: Planned[] = [];
  readonly #holds = new Set<Hold>();
  #duplicates = 0;
  #unanswered = 0;
  #dropSockets: () => void = () => undefined;
  #refreshSockets: () => void = () => undefined;

  /** `method` is a Web API method, or `response_url`, or `*` for any. */
  loseAnswers(method: string, calls = 1): void {
    this.#plan(method, calls, { kind: 'lose_answer' });
  }

  answerServerError(method: string, calls = 1): void {
    this.#plan(method, calls, { kind: 'server_error' });
  }

  delay(method: string, ms: number, calls = 1): void {
    this.#plan(method, calls, { kind: 'delay', ms });
  }

  /** @param retryAfter seconds */
  rateLimit(method: string, calls = 1, retryAfter = 1): void {
    this.#plan(method, calls, { kind: 'rate_limited', retryAfter });
  }

  /** Calls take effect but their answers wait until the returned function is called. */
  holdAnswers(method: string): () => void {
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const hold = { method, released };
    this.#holds.add(hold);
    return () => {
      this.#holds.delete(hold);
      release();
    };
  }

  /** The next envelopes reach the app twice, as at-least-once delivery allows. */
  duplicateNextEnvelope(envelopes = 1): void {
    this.#duplicates += envelopes;
  }

  /** The app's next acknowledgements get lost on the way: the workspace waits in vain. */
  loseNextAck(acks = 1): void {
    this.#unanswered += acks;
  }

  /** Cuts all Socket Mode connections without a goodbye. */
  dropSockets(): void {
    this.#dropSockets();
  }

  /** Asks all Socket Mode clients to reconnect, as when a server is recycled. */
  refreshSockets(): void {
    this.#refreshSockets();
  }

  /** For the socket delivery. */
  bindSockets(drop: () => void, refresh: () => void): void {
    this.#dropSockets = drop;
    this.#refreshSockets = refresh;
  }

  takeFor(method: string): Fault | null {
    const planned = this.#planned.find((one) => matches(one.method, method));
    if (planned === undefined) return null;
    planned.left -= 1;
    if (planned.left <= 0) this.#planned.splice(this.#planned.indexOf(planned), 1);
    return planned.fault;
  }

  async heldBack(method: string): Promise<void> {
    const holds = [...this.#holds].filter((one) => matches(one.method, method));
    await Promise.all(holds.map((one) => one.released));
  }

  takeDuplicate(): boolean {
    if (this.#duplicates === 0) return false;
    this.#duplicates -= 1;
    return true;
  }

  takeLostAck(): boolean {
    if (this.#unanswered === 0) return false;
    this.#unanswered -= 1;
    return true;
  }

  #plan(method: string, left: number, fault: Fault): void {
    this.#planned.push({ method, left, fault });
  }
}

function matches(pattern: string, method: string): boolean {
  return pattern === '*' || pattern === method;
}
