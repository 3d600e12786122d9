import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the product asks of Slack as it starts, in this order; the last by its WebSocket. */
export type StartCall = 'auth.test' | 'apps.connections.open' | 'socket';

/** A Slack that does not answer one of the calls of a start. */
export interface HeldSlack {
  /** For the product's process, over Socket Mode. */
  env: Record<string, string>;
  /** Resolves when the call has come. */
  asked: Promise<unknown>;
  /** Answers it after all. */
  answer(): void;
  close(): Promise<void>;
}

/** @param answers other than the usual ones, by the call */
export async function openHeldSlack(
  held: StartCall | null,
  answers: Partial<Record<StartCall, object>> = {},
): Promise<HeldSlack> {
  let waiting: ServerResponse | undefined;
  const server = createServer((request, response) => {
    const call = request.url?.split('/').at(-1);
    if (call !== held) return answer(call, response);
    waiting = response;
    server.emit('held');
  });
  server.on('upgrade', () => server.emit('held'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const usual: Record<string, object> = {
    'auth.test': { ok: true, team_id: 'T1', user_id: 'U1', bot_id: 'B1' },
    'apps.connections.open': { ok: true, url: `ws://${address}/socket` },
  };
  function answer(call: string | undefined, response: ServerResponse): void {
    const body = { ...usual, ...answers }[call ?? ''] ?? { ok: false, error: 'unknown_method' };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
  return {
    env: {
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: `http://${address}/api/`,
      BALLOT_KEY: 'k'.repeat(32),
    },
    asked: once(server, 'held'),
    answer() {
      if (waiting) answer(held ?? undefined, waiting);
    },
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
