import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

/** Shared by the load and those on whom it is put. */
export const SIGNING_SECRET = 'a secret of the benchmark';
export const TEAM = 'T0BENCH';

interface Signed {
  body: string;
  headers: Record<string, string>;
}

export interface Load {
  acksPerSecond: number;
  p50: number;
  p99: number;
}

/** A press of a button in a message, signed as Slack signs it. */
export function signedPress(press: {
  userId: string;
  actionId: string;
  value: string;
  respondUrl: string;
}): Signed {
  const payload = JSON.stringify({
    type: 'block_actions',
    team: { id: TEAM, domain: 'bench' },
    user: { id: press.userId, username: 'u', name: 'u', team_id: TEAM },
    api_app_id: 'A0BENCH',
    token: 'x',
    container: { type: 'message', message_ts: '1.1', channel_id: 'D1', is_ephemeral: false },
    trigger_id: '1.1.1',
    channel: { id: 'D1', name: 'directmessage' },
    message: { type: 'message', ts: '1.1', text: 'Mời bỏ phiếu' },
    response_url: press.respondUrl,
    actions: [
      {
        type: 'button',
        action_id: press.actionId,
        block_id: 'b',
        text: { type: 'plain_text', text: 'Đồng ý' },
        value: press.value,
        action_ts: '1.1',
      },
    ],
  });
  const body = `payload=${encodeURIComponent(payload)}`;
  const timestamp = String(Math.floor(Date.now() / 1000));
  const digest = createHmac('sha256', SIGNING_SECRET)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    },
  };
}

/** Sends them all, so many at once, each when another has been acknowledged. */
export async function sendAll(
  port: number,
  presses: readonly Signed[],
  atOnce: number,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const waiting = presses.values();
  const times: number[] = [];
  const line = async () => {
    for (const press of waiting) {
      const start = performance.now();
      await acknowledged(port, press, agent);
      times.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, line));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    acksPerSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}

/**
 * @param wholeOn until then half of it is kept back
 * @throws when it is not acknowledged, as by a process that was killed
 */
export function acknowledged(
  port: number,
  { body, headers }: Signed,
  agent: Agent,
  wholeOn?: Promise<unknown>,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = {
      port,
      host: '127.0.0.1',
      path: '/slack/events',
      method: 'POST',
      headers,
      agent,
    };
    const sent = request(options, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200
          ? resolve()
          : reject(new Error(`answered ${response.statusCode}`)),
      );
    });
    sent.once('error', reject);
    if (wholeOn === undefined) sent.end(body);
    else {
      const half = body.length / 2;
      sent.write(body.slice(0, half));
      wholeOn.then(() => sent.end(body.slice(half)), reject);
    }
  });
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export function median(numbers: readonly number[]): number {
  return quantile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );
}
