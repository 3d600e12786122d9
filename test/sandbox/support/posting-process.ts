/** A workspace in its own process that posts until it is killed, telling each acknowledged ts. */
import { createServer } from 'node:http';
import { WebClient } from '@slack/web-api';
import { openWorkspace } from '../../../src/sandbox/start-workspace.ts';
import { listen, optionsWith } from './practice.ts';

const workspace = await openWorkspace(optionsWith({ journalPath: process.argv[2] ?? null }));
const url = await listen(createServer((req, res) => void workspace.handle(req, res)));
workspace.setBaseUrl(url);
const client = new WebClient(workspace.credentials.botToken, { slackApiUrl: `${url}/api/` });
for (let i = 0; ; i += 1) {
  const { ts } = await client.chat.postMessage({ channel: '#chung', text: `tin ${i}` });
  process.stdout.write(`${ts}\n`);
}
