import { inTransaction } from '../database/transaction.ts';
import { downloadFile } from '../jobs/files.ts';
import type { WorkDeps } from '../jobs/kinds.ts';
import { sendMessage } from '../jobs/outbox.ts';
import { slackFailure } from '../jobs/slack-failures.ts';
import { AppError } from '../kernel/errors.ts';
import { fileRefusal } from './file-refusal.ts';
import { refused } from './messages.ts';
import type { SentFile } from './parse-file.ts';
import { MOST_BYTES, tooLarge } from './read-file.ts';

/**
 * Fetches a file that somebody sent in Slack, for `check`; what is refused of the file as a whole, there or here, is
 * told to the person once.
 *
 * @throws to be called again, when Slack was away
 */
export async function withSentFile(
  deps: WorkDeps,
  { fileId, personId, purpose }: { fileId: string; personId: string; purpose: string },
  check: (file: SentFile) => Promise<void>,
): Promise<void> {
  let name: string | null = null;
  try {
    const fetched = await fetchFile(deps, fileId);
    name = fetched.name;
    if (fetched.content === null) throw tooLarge();
    await check({ name, content: fetched.content });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const why = { vi: error.say('vi'), en: error.say('en') };
    await inTransaction(deps.db, (tx) =>
      sendMessage(tx, refused, {
        to: { personId },
        params: { file: name, why },
        subjectId: personId,
        dedupeKey: `${refused.purpose}:${fileId}:${purpose}`,
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
