import { spawn } from 'node:child_process';
import {
  appendFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { as } from '../../src/sandbox/driver.ts';
import { issueResponseUrl } from '../../src/sandbox/response-urls.ts';
import { openWorkspace } from '../../src/sandbox/start-workspace.ts';
import { LAN, openPractice, optionsWith } from './support/practice.ts';

let folder: string;
let journalPath: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'practice-'));
  journalPath = join(folder, 'data', 'workspace.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('everything is there again after a restart', async () => {
  const first = await openPractice({ journalPath });
  const { client, workspace } = first;
  const lan = workspace.person(LAN).id;
  const metadata = { event_type: 'delivery', event_payload: { id: '1' } };
  const sent = await client.chat.postMessage({ channel: '#chung', text: 'Giữ lại', metadata });
  const gone = await client.chat.postMessage({ channel: '#chung', text: 'Bỏ đi' });
  await client.chat.delete({ channel: gone.channel ?? '', ts: gone.ts ?? '' });
  await client.conversations.create({ name: 'moi' });
  const section = { type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'Của Lan' } };
  await client.views.publish({ user_id: lan, view: { type: 'home', blocks: [section] } });
  const trigger_id = workspace.core.triggers.issue({ userId: lan });
  const title = { type: 'plain_text' as const, text: 'Dở dang' };
  await client.views.open({ trigger_id, view: { type: 'modal', title, blocks: [section] } });
  const where = workspace.conversation('#chung').id;
  const responseUrl = issueResponseUrl(workspace.core, { userId: lan, channel: where });
  const { credentials, teamId } = workspace;
  await first.close();

  const second = await openPractice({ journalPath });
  const again = second.workspace;
  expect(again.credentials).toEqual(credentials);
  expect(again.teamId).toBe(teamId);
  expect(again.messagesIn('#chung')).toMatchObject([{ ts: sent.ts, text: 'Giữ lại', metadata }]);
  expect(again.conversation('#moi').kind).toBe('channel');
  expect(as(again, LAN).home()).toBe('Của Lan');
  expect(as(again, LAN).modal()?.view.title.text).toBe('Dở dang');
  const path = new URL(responseUrl).pathname;
  const answer = await fetch(`${second.url}${path}`, {
    method: 'POST',
    body: '{"text":"Trả lời"}',
  });
  expect(answer.status).toBe(200);
  const later = await second.client.chat.postMessage({ channel: '#chung', text: 'Mới' });
  expect(Number(later.ts)).toBeGreaterThan(Number(sent.ts));
  await second.close();
});

test('a later timestamp stays later even when the clock went back', async () => {
  const first = await openPractice({ journalPath, clock: () => Date.UTC(2026, 5, 2) });
  const before = await first.client.chat.postMessage({ channel: '#chung', text: 'một' });
  await first.close();
  const second = await openPractice({ journalPath, clock: () => Date.UTC(2026, 5, 1) });
  const after = await second.client.chat.postMessage({ channel: '#chung', text: 'hai' });
  expect(Number(after.ts)).toBeGreaterThan(Number(before.ts));
  await second.close();
});

test('nothing acknowledged is lost when the process is killed', async () => {
  const script = fileURLToPath(new URL('./support/posting-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, journalPath], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const acknowledged: string[] = [];
  for await (const ts of createInterface({ input: child.stdout })) {
    acknowledged.push(ts);
    if (acknowledged.length === 30) child.kill('SIGKILL');
  }
  await exited;

  const workspace = await openWorkspace(optionsWith({ journalPath }));
  const kept = workspace.messagesIn('#chung').map(({ ts }) => ts);
  expect(acknowledged.length).toBeGreaterThanOrEqual(30);
  expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged);
  await workspace.close();
});

test('a last line cut off is dropped; damage in the middle is an error', async () => {
  await (await openWorkspace(optionsWith({ journalPath }))).close();
  appendFileSync(journalPath, '{"k":"message","mess');
  const workspace = await openWorkspace(optionsWith({ journalPath }));
  expect(workspace.person(LAN).name).toBe('Nguyễn Thị Lan');
  await workspace.close();
  const lines = readFileSync(journalPath, 'utf8').split('\n');
  writeFileSync(journalPath, [lines[0], '{"k":"mess', ...lines.slice(1)].join('\n'));
  await expect(openWorkspace(optionsWith({ journalPath }))).rejects.toThrow(
    'workspace.jsonl:2: unreadable record',
  );
});

test('a start compacts the journal, and keeps it for its owner only', async () => {
  const first = await openPractice({ journalPath });
  const { ts = '', channel = '' } = await first.client.chat.postMessage({
    channel: '#chung',
    text: '0',
  });
  for (let i = 1; i <= 20; i += 1) await first.client.chat.update({ channel, ts, text: `${i}` });
  await first.close();
  const before = statSync(journalPath).size;
  const second = await openWorkspace(optionsWith({ journalPath }));
  expect(statSync(journalPath).size).toBeLessThan(before);
  expect(statSync(journalPath).mode & 0o077).toBe(0);
  expect(second.textsIn('#chung')).toEqual(['20']);
  await second.close();
});

test('people and channels that are new in the options join what was there', async () => {
  await (await openWorkspace(optionsWith({ journalPath }))).close();
  const options = optionsWith({ journalPath });
  const base = options.people[0];
  if (base === undefined) throw new Error('no people');
  options.people.push({ ...base, name: 'Phạm Văn Tú', email: 'tu@bhxh.example' });
  options.channels.push({
    name: 'them',
    isPrivate: false,
    memberEmails: 'all',
    topic: '',
    appIsMember: true,
  });
  const workspace = await openWorkspace(options);
  expect(workspace.conversation('#them').memberIds).toContain(
    workspace.person('tu@bhxh.example').id,
  );
  await workspace.close();
});

test('a closed workspace acknowledges nothing more', async () => {
  const practice = await openPractice({ journalPath });
  practice.workspace.core.state.close();
  await expect(
    practice.client.chat.postMessage({ channel: '#chung', text: 'a' }),
  ).rejects.toThrow();
  expect(practice.workspace.messagesIn('#chung')).toEqual([]);
  await practice.close();
});
