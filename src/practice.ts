import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lockDataDir } from './database/data-dir-lock.ts';
import type { MessageState } from './database/generated/enums.ts';
import type { Jobs } from './jobs/runner.ts';
import type { Deps } from './kernel/deps.ts';
import { packageRoot } from './kernel/package-root.ts';
import { purposes } from './practice-phrases.ts';
import type { DeliveryReport } from './sandbox/client-protocol.ts';
import type { PracticeClock } from './sandbox/practice-clock.ts';
import { sampleGuide } from './sandbox/sample/guide.ts';
import { seedSampleAgency } from './sandbox/sample/seed.ts';
import { sampleChannels, samplePeople } from './sandbox/sample/workspace.ts';
import { openWorkspace, type Workspace } from './sandbox/start-workspace.ts';
import type { Trainer } from './sandbox/trainer.ts';
import { parseManifest } from './sandbox/validation/manifest.ts';

const MANIFEST = fileURLToPath(new URL('manifest.yml', packageRoot));

/** Opens the practice workspace with the sample agency in it. */
export async function openPracticeWorkspace(
  deps: Deps,
  options: {
    journalPath: string | null;
    delivery: { mode: 'socket' } | { mode: 'http'; url: string };
    rateLimits: 'enforced' | 'off';
    /** How long the app has to acknowledge; Slack's 3 seconds unless said otherwise. */
    ackDeadlineMs?: number;
  },
): Promise<Workspace> {
  const workspace = await openWorkspace({
    manifest: parseManifest(await readFile(MANIFEST, 'utf8')),
    people: samplePeople(),
    channels: sampleChannels(),
    guide: sampleGuide,
    clock: () => deps.clock.now().getTime(),
    teamName: 'BHXH – không gian luyện tập',
    ...options,
  });
  const slackIdByEmail = new Map(
    samplePeople().map((person) => [person.email, workspace.person(person.email).id]),
  );
  const channelIdByName = new Map(
    sampleChannels().map(({ name }) => [name, workspace.conversation(`#${name}`).id]),
  );
  await seedSampleAgency(deps, { slackIdByEmail, channelIdByName });
  return workspace;
}

/**
 * What a trainer may do from the page of the practice workspace.
 *
 * @param running.startOver null where the database is not the workspace's own to throw away
 */
export function practiceTrainer(
  deps: Deps & { clock: PracticeClock },
  running: {
    workspace: Workspace;
    jobs: Pick<Jobs, 'sweep'>;
    startOver: Trainer['startOver'];
  },
): Trainer {
  const { workspace, jobs, startOver } = running;
  return {
    async moveClock(byMs) {
      await deps.clock.advance(byMs);
      await jobs.sweep();
    },
    async deliveries(most) {
      const rows = await deps.db.outgoingMessage.findMany({
        orderBy: { seq: 'desc' },
        take: most,
        select: {
          id: true,
          state: true,
          purpose: true,
          channelId: true,
          attempts: true,
          error: true,
          createdAt: true,
          settledAt: true,
          person: { select: { fullName: true } },
        },
      });
      return rows.map(({ person, channelId, purpose, state, createdAt, settledAt, ...rest }) => ({
        ...rest,
        state: SHOWN_STATES[state],
        purpose: purposes[purpose] ?? { vi: purpose, en: purpose },
        to: person?.fullName ?? channelName(workspace, channelId ?? ''),
        createdAt: createdAt.getTime(),
        settledAt: settledAt?.getTime() ?? null,
      }));
    },
    startOver,
  };
}

const SHOWN_STATES = {
  waiting: 'waiting',
  sending: 'waiting',
  delivered: 'delivered',
  dropped: 'dropped',
  dead: 'failed',
} as const satisfies Record<MessageState, DeliveryReport['state']>;

function channelName(workspace: Workspace, channelId: string): string {
  const name = workspace.core.state.conversations.get(channelId)?.name;
  return name ? `#${name}` : channelId;
}

/**
 * Throws away what the practice workspace has kept.
 *
 * @throws {DataDirInUse} when it is running: nothing is deleted then
 */
export async function resetPractice(dataDir: string): Promise<void> {
  const unlock = await lockDataDir(dataDir);
  try {
    for (const name of ['postgres', 'postgres.whole', 'workspace.jsonl', 'ballot.key']) {
      await rm(join(dataDir, name), { recursive: true, force: true });
    }
  } finally {
    await unlock();
  }
}
