import { WebAPIPlatformError } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { keepPersonsFile as keepsFile } from '../../src/sandbox/client-uploads.ts';
import { as } from '../../src/sandbox/driver.ts';
import { LAN, MINH, openPractice, type Practice } from './support/practice.ts';

let practice: Practice;
beforeAll(async () => {
  practice = await openPractice();
});
afterAll(() => practice.close());

function id(name: string): string {
  return practice.workspace.conversation(name).id;
}

/** The error a call is answered with. */
async function errorOf(call: Promise<unknown>): Promise<string> {
  return (await refusalOf(call)).error;
}

async function refusalOf(
  call: Promise<unknown>,
): Promise<{ error: string } & Record<string, unknown>> {
  try {
    await call;
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return { ...error.data };
    throw error;
  }
  throw new Error('the call succeeded');
}

describe('messages', () => {
  let channel: string;
  beforeEach(() => {
    channel = id('#chung');
  });

  test('keeps blocks unless text alone is sent, and marks only text changes as edited', async () => {
    const { client, workspace } = practice;
    const blocks = [{ type: 'divider' as const }];
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'một', blocks });
    const now = () => workspace.messagesIn('#chung').find((one) => one.ts === ts);
    await client.chat.update({ channel, ts, text: 'hai', blocks });
    expect(now()).toMatchObject({ text: 'hai', blocks, editedTs: null });
    await client.chat.update({ channel, ts, text: 'ba' });
    expect(now()).toMatchObject({ text: 'ba', blocks: [], editedTs: expect.any(String) });
  });

  test('shows a picture that is in the workspace, and refuses a file that is missing or none', async () => {
    const { client, workspace } = practice;
    const { id: owner } = as(workspace, LAN);
    const keep = (name: string) =>
      keepsFile(workspace.core, owner, { name, content: Buffer.from('x') });
    const picture = (fileId: string) => [
      { type: 'divider' as const },
      { type: 'image' as const, slack_file: { id: fileId }, alt_text: 'Đội tuyên truyền' },
    ];
    const post = (fileId: string) =>
      client.chat.postMessage({ channel, text: 'Ảnh', blocks: picture(fileId) });
    const { ts = '' } = await post(keep('anh.png'));
    for (const refused of [post('FKHONG'), post(keep('so-lieu.xlsx'))])
      expect(await refusalOf(refused)).toMatchObject({
        error: 'invalid_blocks',
        errors: ['invalid slack file [json-pointer:/blocks/1/slack_file]'],
      });
    const update = client.chat.update({ channel, ts, text: 'Ảnh', blocks: picture('FKHONG') });
    expect(await errorOf(update)).toBe('invalid_blocks');
  });

  test('changes and deletes only its own', async () => {
    const { client, workspace } = practice;
    await as(workspace, LAN).types('Của Lan', { in: '#chung' });
    const ts = workspace.messagesIn('#chung').at(-1)?.ts ?? '';
    expect(await errorOf(client.chat.update({ channel, ts, text: 'a' }))).toBe(
      'cant_update_message',
    );
    expect(await errorOf(client.chat.delete({ channel, ts }))).toBe('cant_delete_message');
    const missing = '1.000000';
    expect(await errorOf(client.chat.update({ channel, ts: missing, text: 'a' }))).toBe(
      'message_not_found',
    );
    const own = await client.chat.postMessage({ channel, text: 'Của ứng dụng' });
    await client.chat.delete({ channel, ts: own.ts ?? '' });
    expect(workspace.textsIn('#chung')).not.toContain('Của ứng dụng');
  });

  test('keeps threads together', async () => {
    const { client } = practice;
    const parent = await client.chat.postMessage({ channel, text: 'Gốc' });
    const reply = await client.chat.postMessage({
      channel,
      text: 'Đáp',
      thread_ts: parent.ts ?? '',
    });
    const deeper = await client.chat.postMessage({
      channel,
      text: 'Sâu',
      thread_ts: reply.ts ?? '',
    });
    expect(deeper.message).toMatchObject({ thread_ts: parent.ts });
    const { messages } = await client.conversations.replies({ channel, ts: parent.ts ?? '' });
    expect(messages?.map(({ text }) => text)).toEqual(['Gốc', 'Đáp', 'Sâu']);
    expect(messages?.[0]).toMatchObject({ reply_count: 2 });
    const history = await client.conversations.history({ channel });
    expect(history.messages?.map(({ text }) => text)).not.toContain('Đáp');
    expect(await errorOf(client.chat.postMessage({ channel, text: 'a', thread_ts: '1.0' }))).toBe(
      'thread_not_found',
    );
  });

  test('gives history by range, newest first, with metadata only when asked', async () => {
    const fresh = await openPractice();
    const { client } = fresh;
    const where = fresh.workspace.conversation('#chung').id;
    const metadata = { event_type: 'delivery', event_payload: { id: '7' } };
    const sent: string[] = [];
    for (const text of ['một', 'hai', 'ba', 'bốn']) {
      const { ts = '' } = await client.chat.postMessage({ channel: where, text, metadata });
      sent.push(ts);
    }
    const texts = async (range: Record<string, unknown>) => {
      const { messages } = await client.conversations.history({ channel: where, ...range });
      return messages?.map(({ text }) => text);
    };
    const [, second = '', third = ''] = sent;
    expect(await texts({})).toEqual(['bốn', 'ba', 'hai', 'một']);
    expect(await texts({ oldest: second, latest: third })).toEqual([]);
    expect(await texts({ oldest: second, latest: third, inclusive: true })).toEqual(['ba', 'hai']);
    const first = await client.conversations.history({ channel: where, limit: 3 });
    expect(first.has_more).toBe(true);
    const cursor = first.response_metadata?.next_cursor ?? '';
    expect(await texts({ limit: 3, cursor })).toEqual(['một']);
    expect(first.messages?.[0]).not.toHaveProperty('metadata');
    const all = await client.conversations.history({ channel: where, include_all_metadata: true });
    expect(all.messages?.[0]).toMatchObject({ metadata });
    await fresh.close();
  });

  test('refuses metadata that Slack cannot read', async () => {
    const args = { channel, text: 'a', metadata: JSON.stringify({ event_type: 'x' }) };
    expect(await errorOf(practice.client.apiCall('chat.postMessage', args))).toBe(
      'invalid_metadata_format',
    );
  });

  test('shows ephemeral messages to their reader only, and in no history', async () => {
    const { client, workspace } = practice;
    const user = workspace.person(LAN).id;
    const sent = await client.chat.postEphemeral({ channel, user, text: 'Chỉ Lan thấy' });
    await as(workspace, LAN).sees('Chỉ Lan thấy');
    as(workspace, MINH).seesNot('Chỉ Lan thấy');
    const { messages } = await client.conversations.history({ channel });
    expect(messages?.map(({ text }) => text)).not.toContain('Chỉ Lan thấy');
    const update = client.chat.update({ channel, ts: sent.message_ts ?? '', text: 'a' });
    expect(await errorOf(update)).toBe('message_not_found');
    const outsider = { channel: id('#hoi-dong'), user, text: 'a' };
    expect(await errorOf(client.chat.postEphemeral(outsider))).toBe('user_not_in_channel');
  });

  test('adds a reaction once', async () => {
    const { client, workspace } = practice;
    const { ts: timestamp = '' } = await client.chat.postMessage({ channel, text: 'Hay' });
    await client.reactions.add({ channel, timestamp, name: 'tada' });
    expect(await errorOf(client.reactions.add({ channel, timestamp, name: 'tada' }))).toBe(
      'already_reacted',
    );
    expect(workspace.messagesIn('#chung').at(-1)?.reactions).toEqual([
      { name: 'tada', userIds: [workspace.core.identity.botUserId] },
    ]);
    await client.reactions.remove({ channel, timestamp, name: 'tada' });
    expect(workspace.messagesIn('#chung').at(-1)?.reactions).toEqual([]);
  });

  test('links to a message', async () => {
    const { client } = practice;
    const { ts = '' } = await client.chat.postMessage({ channel, text: 'Hay' });
    const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
    expect(permalink).toBe(`${practice.url}/archives/${channel}/p${ts.replace('.', '')}`);
  });

  test('takes a file and gives the same bytes back', async () => {
    const { client, workspace } = practice;
    const bytes = Buffer.from('Biên bản\r\n\r\n--hết--');
    await client.filesUploadV2({
      channel_id: channel,
      initial_comment: 'Biên bản họp',
      filename: 'bien-ban.docx',
      file: bytes,
    });
    await as(workspace, LAN).sees('Biên bản họp');
    const [fileId = ''] = workspace.messagesIn('#chung').at(-1)?.fileIds ?? [];
    const { file } = await client.files.info({ file: fileId });
    const answer = await fetch(file?.url_private ?? '');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  });
});
