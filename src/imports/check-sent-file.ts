import type { z } from 'zod';
import { inTransaction } from '../database/transaction.ts';
import { downloadFile, sendFile } from '../jobs/files.ts';
import type { WorkDeps } from '../jobs/kinds.ts';
import { sendMessage } from '../jobs/outbox.ts';
import { slackFailure } from '../jobs/slack-failures.ts';
import { AppError } from '../kernel/errors.ts';
import { findActor } from '../people/actor.ts';
import { fileRefusal } from './file-refusal.ts';
import { checked, type checkFile, problemsFile, refused } from './messages.ts';
import { PROBLEMS_TOLD } from './problems.ts';
import { MOST_BYTES, tooLarge } from './read-file.ts';
import { checkImport } from './run-import.ts';

/** Fetches a file that somebody sent in Slack, checks it, and tells them what was found. */
export async function checkSentFile(
  deps: WorkDeps,
  { kind, fileId, slackUserId }: z.infer<(typeof checkFile)['payload']>,
): Promise<void> {
  const actor = await findActor(deps, slackUserId);
  if (!actor) return;
  const { personId } = actor;
  let name: string | null = null;
  try {
    const fetched = await fetchFile(deps, fileId);
    name = fetched.name;
    if (fetched.content === null) throw tooLarge();
    const file = { name, content: fetched.content };
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
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const why = { vi: error.say('vi'), en: error.say('en') };
    await inTransaction(deps.db, (tx) =>
      sendMessage(tx, refused, {
        to: { personId },
        params: { file: name, why },
        subjectId: personId,
        dedupeKey: `${refused.purpose}:${fileId}:${kind}`,
      }),
    );
  }
}

/** @throws AppError when the file cannot be had, as Slack's client does when it may be had later */
async function fetchFile(deps: WorkDeps, fileId: string) {
  try {
    return await downloadFile(deps.slack, { fileId, mostBytes: MOST_BYTES });
  } catch (error) {
    const { kind, reason } = slackFailure(error);
    if (kind !== 'final') throw error;
    deps.log.warn({ reason }, 'a file to import was not fetched');
    throw fileRefusal((say) => say.notFetched);
  }
}
