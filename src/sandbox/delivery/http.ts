/** Signed HTTP: each envelope is one POST to the app's request URL. */
import { createHmac } from 'node:crypto';
import type { Faults } from '../faults.ts';
import type { Delivered, Envelope } from './envelope.ts';

export class HttpDelivery {
  readonly #url: string;
  readonly #signingSecret: string;
  readonly #faults: Faults;
  readonly #deadlineMs: number;
  readonly #closing = new AbortController();

  constructor(options: {
    url: string;
    signingSecret: string;
    faults: Faults;
    deadlineMs: number;
  }) {
    this.#url = options.url;
    this.#signingSecret = options.signingSecret;
    this.#faults = options.faults;
    this.#deadlineMs = options.deadlineMs;
  }

  deliver(envelope: Envelope): Promise<Delivered> {
    const { body, contentType } = encode(envelope);
    if (this.#faults.takeDuplicate()) void this.#post(envelope, body, contentType);
    return this.#post(envelope, body, contentType);
  }

  close(): void {
    this.#closing.abort();
  }

  async #post(envelope: Envelope, body: string, contentType: string): Promise<Delivered> {
    const deadline = AbortSignal.timeout(this.#deadlineMs);
    try {
      const answer = await fetch(this.#url, {
        method: 'POST',
        headers: {
          'content-type': contentType,
          'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
          ...signatureHeaders(this.#signingSecret, body),
          ...retryHeaders(envelope),
        },
        body,
        redirect: 'error',
        signal: AbortSignal.any([deadline, this.#closing.signal]),
      });
      const text = await answer.text();
      if (this.#faults.takeLostAck()) return { ok: false, reason: 'operation_timeout' };
      if (!answer.ok) {
        return {
          ok: false,
          reason: answer.status >= 500 ? 'http_service_error' : 'http_client_error',
          noRetry: answer.headers.get('x-slack-no-retry') === '1',
        };
      }
      return { ok: true, response: decode(text) };
    } catch (error) {
      if (deadline.aborted) return { ok: false, reason: 'operation_timeout' };
      if (error instanceof Error) return { ok: false, reason: 'dispatch_failed' };
      throw error;
    }
  }
}

/** The headers Slack signs a body with; the time is the real one, which the app checks. */
function signatureHeaders(signingSecret: string, body: string): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` };
}

function retryHeaders(envelope: Envelope): Record<string, string> {
  if (envelope.type !== 'events_api' || envelope.retry === null) return {};
  return {
    'x-slack-retry-num': String(envelope.retry.attempt),
    'x-slack-retry-reason': envelope.retry.reason,
  };
}

function encode(envelope: Envelope): { body: string; contentType: string } {
  const form = 'application/x-www-form-urlencoded';
  switch (envelope.type) {
    case 'slash_commands':
      return { body: new URLSearchParams(envelope.payload).toString(), contentType: form };
    case 'interactive': {
      const payload = JSON.stringify(envelope.payload);
      return { body: new URLSearchParams({ payload }).toString(), contentType: form };
    }
    case 'events_api':
      return { body: JSON.stringify(envelope.payload), contentType: 'application/json' };
  }
}

/** An empty body is a bare acknowledgement; text that is not JSON is a message. */
function decode(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
