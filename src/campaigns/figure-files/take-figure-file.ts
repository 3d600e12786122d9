import type { z } from 'zod';
import { withSentFile } from '../../imports/with-sent-file.ts';
import type { WorkDeps } from '../../jobs/kinds.ts';
import { findActor } from '../../people/actor.ts';
import type { checkFiguresFile } from './figure-file-controls.ts';
import { checkFigureFile } from './import-figures.ts';

/** Fetches a file of figures that somebody sent in Slack, checks it, and tells them what was found. */
export async function takeFigureFile(
  deps: WorkDeps,
  payload: z.infer<(typeof checkFiguresFile)['payload']>,
): Promise<void> {
  const { fileId, slackUserId, campaignId, runId } = payload;
  const actor = await findActor(deps, slackUserId);
  if (!actor) return;
  const { personId } = actor;
  await withSentFile(deps, { fileId, personId, purpose: campaignId }, async (file) => {
    await checkFigureFile(deps, { actor, campaignId, runId, file });
  });
}
