import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger };

/**
 * The process's log, one JSON object a line. It carries ids, codes and durations: never message texts,
 * tokens or ballot choices. The redaction is a second fence, not the first.
 */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    redact: {
      paths: ['token', '*.token', 'choice', '*.choice', 'text', '*.text', 'blocks', '*.blocks'],
      censor: '…',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * What an error says of itself and where it arose. Its other properties are left out, for libraries
 * hang whole rows, requests and answers on theirs.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  return {
    type: error.name,
    ...('code' in error ? { code: String(error.code) } : {}),
    message: ownWords(error),
    stack: frames(error),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  };
}

/** Prisma writes the arguments of a call, which are people's words, before the sentence that says what is wrong. */
function ownWords({ name, message }: Error): string {
  if (!name.startsWith('Prisma')) return message;
  return message.trim().split('\n').at(-1) ?? '';
}

/** The stack without the message, with which it begins. */
function frames({ stack }: Error): string {
  const lines = stack?.split('\n') ?? [];
  return lines.filter((line) => /^\s+at /.test(line)).join('\n');
}
