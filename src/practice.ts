import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Deps } from './kernel/deps.ts';
import { packageRoot } from './kernel/package-root.ts';
import { seedSampleAgency } from './sandbox/sample/seed.ts';
import { sampleChannels, samplePeople } from './sandbox/sample/workspace.ts';
import { openWorkspace, type Workspace } from './sandbox/start-workspace.ts';
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

/** Throws away everything that the practice workspace has kept. */
export async function resetPractice(dataDir: string): Promise<void> {
  for (const name of ['postgres', 'workspace.jsonl', 'ballot.key']) {
    await rm(join(dataDir, name), { recursive: true, force: true });
  }
}
