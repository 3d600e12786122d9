import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { afterEach, describe, expect, test } from 'vitest';
import { as } from '../../src/sandbox/driver.ts';
import type { WorkspaceOptions } from '../../src/sandbox/start-workspace.ts';
import { type AppInPractice, LAN, openWithApp } from './support/practice.ts';

let practice: AppInPractice | undefined;
afterEach(async () => {
  await practice?.close();
  practice = undefined;
});

async function open(
  register: (app: App) => void,
  changes: Partial<WorkspaceOptions> = {},
): Promise<AppInPractice> {
  practice = await openWithApp('http', register, changes);
  return practice;
}

const plain = (text: string) => ({ type: 'plain_text' as const, text });

describe('elements', () => {
  const options = ['Một', 'Hai', 'Ba'].map((text, i) => ({ text: plain(text), value: `${i + 1}` }));
  const blocks: KnownBlock[] = [
    {
      type: 'section',
      block_id: 'pick',
      text: { type: 'mrkdwn', text: 'Chọn số' },
      accessory: { type: 'static_select', action_id: 'one', placeholder: plain('Số'), options },
    },
    {
      type: 'actions',
      block_id: 'more',
      elements: [
        { type: 'checkboxes', action_id: 'many', options },
        { type: 'overflow', action_id: 'menu', options },
        { type: 'datepicker', action_id: 'day', placeholder: plain('Ngày') },
        {
          type: 'button',
          action_id: 'drop',
          text: plain('Xóa'),
          confirm: {
            title: plain('Xóa thật'),
            text: plain('Sẽ mất.'),
            confirm: plain('Xóa'),
            deny: plain('Thôi'),
          },
        },
      ],
    },
  ];

  async function withMessage() {
    const heard: Record<string, unknown>[] = [];
    const opened = await open((app) => {
      app.action(/.*/, async ({ ack, action, body }) => {
        heard.push({ action, state: 'state' in body ? body.state : undefined });
        await ack();
      });
    });
    await opened.client.chat.postMessage({ channel: '#chung', text: 'Chọn', blocks });
    return { heard, ...opened };
  }

  test('send what Slack sends, with the state of the whole message', async () => {
    const { heard, workspace } = await withMessage();
    const lan = as(workspace, LAN);
    await lan.chooses('Số', 'Hai');
    await lan.clicks('Ba', { in: 'Chọn số' });
    await lan.chooses('many', ['Một', 'Ba']);
    await lan.chooses('menu', 'Hai');
    await lan.chooses('Ngày', '2026-09-02');
    const [two, three] = [options[1], options[2]];
    expect(heard.map(({ action }) => action)).toMatchObject([
      { type: 'static_select', action_id: 'one', block_id: 'pick', selected_option: two },
      { type: 'static_select', selected_option: three, placeholder: plain('Số') },
      { type: 'checkboxes', selected_options: [options[0], three] },
      { type: 'overflow', selected_option: two },
      { type: 'datepicker', selected_date: '2026-09-02' },
    ]);
    expect(heard.at(-1)?.state).toEqual({
      values: {
        pick: { one: { type: 'static_select', selected_option: three } },
        more: {
          many: { type: 'checkboxes', selected_options: [options[0], three] },
          day: { type: 'datepicker', selected_date: '2026-09-02' },
        },
      },
    });
  });

  test('ask before they act where the app wants it', async () => {
    const { heard, workspace } = await withMessage();
    await as(workspace, LAN).clicks('Xóa', { confirm: false });
    expect(heard).toEqual([]);
    await as(workspace, LAN).clicks('Xóa');
    expect(heard).toHaveLength(1);
  });

  test('cannot send what the app did not offer', async () => {
    const { heard, workspace } = await withMessage();
    const [message] = workspace.messagesIn('#chung');
    const click = (
      action: { type: string; action_id: string; block_id: string } & Record<string, unknown>,
    ) =>
      workspace.act(workspace.person(LAN).id, {
        type: 'click',
        in: 'message',
        channel: message?.channel ?? '',
        ts: message?.ts ?? '',
        action,
        state: {},
        actId: '1',
      });
    const base = { type: 'static_select', action_id: 'one', block_id: 'pick' };
    const forged = { text: plain('Bốn'), value: '4' };
    expect(await click({ ...base, selected_option: forged })).toMatchObject({
      error: 'option_not_found',
    });
    expect(await click({ ...base, action_id: 'none' })).toMatchObject({
      error: 'element_not_found',
    });
    expect(await click({ ...base, type: 'button' })).toMatchObject({
      error: 'action_type_mismatch',
    });
    expect(heard).toEqual([]);
  });

  test('of an ephemeral message come without the message itself', async () => {
    const heard: Record<string, unknown>[] = [];
    const { workspace, client } = await open((app) => {
      app.action(/.*/, async ({ ack, body, respond }) => {
        heard.push({ ...body });
        await ack();
        await respond({ replace_original: true, text: 'Đã chọn' });
      });
    });
    const lan = as(workspace, LAN);
    const channel = workspace.conversation('#chung').id;
    await client.chat.postEphemeral({ channel, user: lan.id, text: 'Riêng', blocks });
    await lan.clicks('Xóa');
    await lan.sees('Đã chọn');
    lan.seesNot('Chọn số');
    expect(heard[0]).toMatchObject({ container: { is_ephemeral: true, channel_id: channel } });
    expect(heard[0]).not.toHaveProperty('message');
  });

  test('fail visibly when the app does not answer', async () => {
    const { workspace, client } = await open((app) => app.action('drop', async () => undefined), {
      ackDeadlineMs: 40,
    });
    await client.chat.postMessage({ channel: '#chung', text: 'Chọn', blocks });
    const settled = new Promise((resolve) => {
      workspace.subscribe(workspace.person(LAN).id, (change) => {
        if (change.type === 'action_settled') resolve(change);
      });
    });
    await expect(as(workspace, LAN).clicks('Xóa')).rejects.toThrow('không trả lời trong 3 giây');
    expect(await settled).toMatchObject({ failure: expect.stringContaining('bấm lại') });
  });

  test('of other people are out of reach', async () => {
    const { workspace, client } = await open(() => undefined);
    await client.chat.postMessage({
      channel: workspace.conversation('#hoi-dong').id,
      text: 'Kín',
      blocks,
    });
    const [message] = workspace.messagesIn('#hoi-dong');
    const outcome = await workspace.act(workspace.person(LAN).id, {
      type: 'click',
      in: 'message',
      channel: message?.channel ?? '',
      ts: message?.ts ?? '',
      action: { type: 'button', action_id: 'drop', block_id: 'more' },
      state: {},
      actId: '1',
    });
    expect(outcome).toEqual({ ok: false, error: 'place_not_found' });
    as(workspace, LAN).seesNot('Kín');
  });
});
