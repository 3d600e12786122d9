import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  openWorkspace,
  type SandboxChannel,
  type SandboxPerson,
  type Workspace,
} from '../../src/sandbox/start-workspace.ts';
import { parseManifest } from '../../src/sandbox/validation/manifest.ts';

/** The practice workspace behind a port: what Slack is to a product that runs elsewhere. */
export interface SlackServer {
  workspace: Workspace;
  /** For a product's process. */
  env: { SLACK_BOT_TOKEN: string; SLACK_APP_TOKEN: string; SLACK_API_URL: string };
  close(): Promise<void>;
}

export async function openSlackServer(options: {
  people: SandboxPerson[];
  channels: SandboxChannel[];
  rateLimits?: 'enforced' | 'off';
  ackDeadlineMs?: number;
  /** Epoch ms by the workspace's clock; the real one unless said otherwise. */
  clock?: () => number;
}): Promise<SlackServer> {
  const manifest = new URL('../../manifest.yml', import.meta.url);
  const workspace = await openWorkspace({
    manifest: parseManifest(await readFile(manifest, 'utf8')),
    clock: Date.now,
    teamName: 'BHXH tỉnh Sông Hàn',
    journalPath: null,
    delivery: { mode: 'socket' },
    rateLimits: 'off',
    ...options,
  });
  const server = createServer((request, response) => {
    if (!workspace.handle(request, response)) response.writeHead(404).end();
  });
  server.on('upgrade', (request, socket, head) => workspace.handleUpgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  workspace.setBaseUrl(url);
  const { botToken, appToken } = workspace.credentials;
  return {
    workspace,
    env: { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: `${url}/api/` },
    async close() {
      await workspace.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
