/** The trainers' endpoints under /client/trainer: the clock, what was delivered, starting over. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { clockAheadMs } from './client-projection.ts';
import type { DeliveryReport, TrainerReport, TrainerResult } from './client-protocol.ts';
import type { Core } from './core.ts';
import { hasOwnOrigin } from './http/local-only.ts';
import { readBody } from './http/read-body.ts';
import { sendJson } from './http/respond.ts';

/** What the product lets a trainer do; the workspace itself knows nothing of the product. */
export interface Trainer {
  /** Moves the time forward, for the app and the workspace, and lets the app look for what is due. */
  moveClock(byMs: number): Promise<void>;
  /** Newest first. */
  deliveries(most: number): Promise<DeliveryReport[]>;
  /** Throws everything away and begins anew; null where the data are not the workspace's own. */
  startOver: (() => Promise<void>) | null;
}

const MAX_BODY_BYTES = 4096;
const DELIVERIES_SHOWN = 100;
const FURTHEST_MS = 5 * 366 * 86_400_000;

const clockBody = z.strictObject({ to: z.int().positive() });
const noBody = z.strictObject({});

export async function handleTrainer(
  core: Core,
  trainer: Trainer | null,
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
): Promise<void> {
  if (trainer === null) return refuse(res, 404, 'no_trainer');
  const route = `${req.method} ${url.pathname}`;
  if (route === 'GET /client/trainer') {
    return sendJson(res, 200, await reportOf(core, trainer));
  }
  if (req.method !== 'POST') return refuse(res, 404, 'not_found');
  if (!hasOwnOrigin(req)) return refuse(res, 403, 'origin_not_allowed');
  const body = parseJson((await readBody(req, MAX_BODY_BYTES)).toString('utf8'));
  switch (route) {
    case 'POST /client/trainer/clock':
      return moveClock(core, trainer, body, res);
    case 'POST /client/trainer/start-over':
      return startOver(trainer, body, res);
    default:
      return refuse(res, 404, 'not_found');
  }
}

async function moveClock(
  core: Core,
  trainer: Trainer,
  body: unknown,
  res: ServerResponse,
): Promise<void> {
  const request = clockBody.safeParse(body);
  if (!request.success) return refuse(res, 400, 'invalid_time');
  const byMs = request.data.to - core.clock();
  if (byMs <= 0) return refuse(res, 400, 'not_forward');
  if (byMs > FURTHEST_MS) return refuse(res, 400, 'too_far');
  await trainer.moveClock(byMs);
  const everybody = [...core.state.people.keys()];
  core.publish(everybody, { type: 'clock', aheadMs: clockAheadMs(core) });
  const result: TrainerResult = { ok: true };
  sendJson(res, 200, result);
}

/** Answered first: the workspace that answers is gone when all has begun anew. */
async function startOver(trainer: Trainer, body: unknown, res: ServerResponse): Promise<void> {
  if (!noBody.safeParse(body).success) return refuse(res, 400, 'invalid_request');
  if (trainer.startOver === null) return refuse(res, 409, 'data_not_ours');
  const result: TrainerResult = { ok: true };
  sendJson(res, 202, result);
  await trainer.startOver();
}

async function reportOf(core: Core, trainer: Trainer): Promise<TrainerReport> {
  return {
    session: core.session,
    now: core.clock(),
    aheadMs: clockAheadMs(core),
    deliveries: await trainer.deliveries(DELIVERIES_SHOWN),
    failures: core.failures.latest.map(({ userId, ...failure }) => ({
      ...failure,
      who: userId === null ? null : (core.state.people.get(userId)?.name ?? userId),
    })),
    canStartOver: trainer.startOver !== null,
  };
}

function refuse(res: ServerResponse, status: number, error: string): void {
  const result: TrainerResult = { ok: false, error };
  sendJson(res, status, result);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schemas refuse this with one answer for all malformed bodies.
    return undefined;
  }
}
