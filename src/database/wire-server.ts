import { createServer, type Server, type Socket } from 'node:net';
import type { PGlite } from '@electric-sql/pglite';

const SSL_REQUEST = 80877103;
const GSS_REQUEST = 80877104;
const CANCEL_REQUEST = 80877102;
/** Messages after which a client waits for an answer: Query, Sync, Flush, PasswordMessage, FunctionCall. */
const ENDS_BATCH = new Set([...'QSHpF'].map((letter) => letter.charCodeAt(0)));
const TERMINATE = 'X'.charCodeAt(0);

/**
 * Serves the embedded Postgres to several connections. It has one session underneath, so the messages
 * of a connection are run whole up to the one that asks for an answer (another connection's Parse
 * between a Parse and its Bind would replace the unnamed statement), and a connection in a
 * transaction has the session to itself until the transaction ends.
 */
export function createWireServer(db: PGlite): Server {
  const session = new Session();
  return createServer((socket) => new Connection(db, session, socket));
}

/** Whose turn it is: one connection at a time, in the order of asking. */
class Session {
  #holder: Connection | null = null;
  readonly #waiting: { by: Connection; go: () => void }[] = [];

  async enter(by: Connection): Promise<void> {
    if (this.#holder === by) return;
    if (this.#holder === null) {
      this.#holder = by;
      return;
    }
    await new Promise<void>((go) => this.#waiting.push({ by, go }));
  }

  leave(): void {
    const next = this.#waiting.shift();
    this.#holder = next?.by ?? null;
    next?.go();
  }
}

class Connection {
  readonly #db: PGlite;
  readonly #session: Session;
  readonly #socket: Socket;
  #received: Buffer = Buffer.alloc(0);
  #batch: Buffer[] = [];
  #started = false;
  #inTransaction = false;
  #work: Promise<void> = Promise.resolve();

  constructor(db: PGlite, session: Session, socket: Socket) {
    this.#db = db;
    this.#session = session;
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.#receive(chunk));
    // The close that follows an error does what is to be done.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#then(() => this.#rollBack()));
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (let message = this.#nextMessage(); message; message = this.#nextMessage())
      this.#take(message);
  }

  #nextMessage(): Buffer | null {
    const header = this.#started ? 1 : 0;
    if (this.#received.length < header + 4) return null;
    const length = header + this.#received.readInt32BE(header);
    if (this.#received.length < length) return null;
    const message = this.#received.subarray(0, length);
    this.#received = this.#received.subarray(length);
    return message;
  }

  #take(message: Buffer): void {
    if (!this.#started) {
      this.#start(message);
      return;
    }
    if (message[0] === TERMINATE) {
      this.#socket.end();
      return;
    }
    this.#batch.push(message);
    if (!ENDS_BATCH.has(message[0] ?? 0)) return;
    const batch = Buffer.concat(this.#batch);
    this.#batch = [];
    this.#then(() => this.#run(batch));
  }

  #start(message: Buffer): void {
    const code = message.readInt32BE(4);
    if (code === SSL_REQUEST || code === GSS_REQUEST) {
      this.#socket.write('N');
    } else if (code === CANCEL_REQUEST) {
      this.#socket.end();
    } else {
      this.#started = true;
      this.#then(() => this.#run(message));
    }
  }

  /** One step after the other, whatever became of the one before. */
  #then(step: () => Promise<void>): void {
    this.#work = this.#work.then(step).catch(() => {
      this.#socket.destroy();
    });
  }

  async #run(batch: Buffer): Promise<void> {
    await this.#session.enter(this);
    try {
      const answer = await answerOf(this.#db, batch);
      this.#inTransaction = transactionOpen(answer, this.#inTransaction);
      if (!this.#socket.destroyed) this.#socket.write(answer);
    } finally {
      if (!this.#inTransaction) this.#session.leave();
    }
  }

  async #rollBack(): Promise<void> {
    if (!this.#inTransaction) return;
    this.#inTransaction = false;
    try {
      await this.#db.exec('rollback');
    } finally {
      this.#session.leave();
    }
  }
}

/**
 * What Postgres says to these messages. As a stream: PGlite otherwise reads each answer itself besides, and keeps every
 * row of it for as long as it lives.
 */
async function answerOf(db: PGlite, messages: Buffer): Promise<Buffer> {
  const parts: Buffer[] = [];
  // Each lies in Postgres's own memory, which it uses again.
  await db.execProtocolRawStream(messages, { onRawData: (part) => parts.push(Buffer.from(part)) });
  const [first = Buffer.alloc(0)] = parts;
  return parts.length > 1 ? Buffer.concat(parts) : first;
}

/** Reads the ReadyForQuery message at the end of an answer; without one the state is as it was. */
function transactionOpen(answer: Buffer, before: boolean): boolean {
  const end = answer.subarray(-6);
  const ready = end.length === 6 && end[0] === 'Z'.charCodeAt(0) && end.readInt32BE(1) === 5;
  return ready ? end[5] !== 'I'.charCodeAt(0) : before;
}
