import type { z } from 'zod';
import { inTransaction } from '../database/transaction.ts';
import { sendFile } from '../jobs/files.ts';
import type { WorkDeps } from '../jobs/kinds.ts';
import { sendMessage } from '../jobs/outbox.ts';
import { findActor } from '../people/actor.ts';
import { checked, type checkFile, problemsFile } from './messages.ts';
import { PROBLEMS_TOLD } from './problems.ts';
import { checkImport } from './run-import.ts';
import { withSentFile } from './with-sent-file.ts';

/** Fetches a file that somebody sent in Slack, checks it, and tells them what was found. */
export async function checkSentFile(
  deps: WorkDeps,
  { kind, fileId, slackUserId }: z.infer<(typeof checkFile)['payload']>,
): Promise<void> {
  const actor = await findActor(deps, slackUserId);
  if (!actor) return;
  const { personId } = actor;
  await withSentFile(deps, { fileId, personId, purpose: kind }, async (file) => {
    const run = await checkImport(deps, { actor, kind, file });
    await inTransaction(deps.db, async (tx) => {
      await sendMessage(tx, checked, {
        to: { personId },
        params: {},
        subjectId: run.id,
        dedupeKey: `${checked.purpose}:${run.id}`,
      });
      if (run.problemCount > PROBLEMS_TOLD)
        await sendFile(tx, problemsFile, { personId, params: { runId: run.id } });
    });
  });
}
