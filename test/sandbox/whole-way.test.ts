import type { App, BlockAction, ButtonAction, SlackViewAction, SlashCommand } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, test } from 'vitest';
import { as } from '../../src/sandbox/driver.ts';
import { type AppInPractice, LAN, MINH, openWithApp } from './support/practice.ts';

const FORM: ModalView = {
  type: 'modal',
  callback_id: 'register',
  private_metadata: 'năm 2026',
  title: { type: 'plain_text', text: 'Đăng ký' },
  submit: { type: 'plain_text', text: 'Gửi' },
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: { type: 'plain_text', text: 'Tên sáng kiến' },
      element: { type: 'plain_text_input', action_id: 'text', max_length: 50 },
    },
    {
      type: 'input',
      block_id: 'title',
      label: { type: 'plain_text', text: 'Danh hiệu' },
      element: {
        type: 'static_select',
        action_id: 'choice',
        options: [
          { text: { type: 'plain_text', text: 'Lao động tiên tiến' }, value: 'LDTT' },
          { text: { type: 'plain_text', text: 'Chiến sĩ thi đua cơ sở' }, value: 'CSTDCS' },
        ],
      },
    },
    {
      type: 'input',
      block_id: 'due',
      optional: true,
      label: { type: 'plain_text', text: 'Hạn' },
      element: { type: 'datepicker', action_id: 'date' },
    },
    {
      type: 'input',
      block_id: 'with',
      optional: true,
      label: { type: 'plain_text', text: 'Đồng tác giả' },
      element: { type: 'multi_users_select', action_id: 'users' },
    },
  ],
};

interface Heard {
  commands: SlashCommand[];
  submissions: SlackViewAction[];
  clicks: BlockAction<ButtonAction>[];
}

/** The flow that every feature of the product is made of. */
function registerFlow(app: App, heard: Heard): void {
  app.command('/dangky', async ({ ack, command, client }) => {
    heard.commands.push(command);
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: FORM });
  });
  app.view('register', async ({ ack, body, view, client }) => {
    heard.submissions.push(body);
    const name = view.state.values.name?.text?.value ?? '';
    if (!name.startsWith('SK')) {
      await ack({ response_action: 'errors', errors: { name: 'Tên phải bắt đầu bằng SK' } });
      return;
    }
    const text = `Đã nhận ${name}`;
    await client.chat.postMessage({
      channel: '#chung',
      text,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `*${text}*` } },
        {
          type: 'actions',
          block_id: 'answers',
          elements: [
            {
              type: 'button',
              action_id: 'agree',
              value: '42',
              style: 'primary',
              text: { type: 'plain_text', text: 'Đồng ý' },
            },
          ],
        },
      ],
    });
    await ack({
      response_action: 'update',
      view: {
        type: 'modal',
        title: { type: 'plain_text', text: 'Xong' },
        blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Đã ghi nhận.' } }],
      },
    });
  });
  app.action<BlockAction<ButtonAction>>('agree', async ({ ack, body, client }) => {
    heard.clicks.push(body);
    await ack();
    await client.chat.update({
      channel: body.channel?.id ?? '',
      ts: body.message?.ts ?? '',
      text: 'Đã đồng ý',
    });
    await client.chat.postEphemeral({
      channel: body.channel?.id ?? '',
      user: body.user.id,
      text: 'Phiếu đã được ghi.',
    });
  });
}

let practice: AppInPractice | undefined;
afterEach(async () => {
  await practice?.close();
  practice = undefined;
});

async function open(mode: 'socket' | 'http'): Promise<{ heard: Heard } & AppInPractice> {
  const heard: Heard = { commands: [], submissions: [], clicks: [] };
  practice = await openWithApp(mode, (app) => registerFlow(app, heard));
  return { ...practice, heard };
}

describe.each(['socket', 'http'] as const)('a Bolt app over %s', (mode) => {
  test('goes from command to modal, error, update, message, click and ephemeral', async () => {
    const { workspace, heard } = await open(mode);
    const lan = as(workspace, LAN);
    const minh = as(workspace, MINH);

    await lan.types('/dangky năm nay', { in: '#chung' });
    await lan.waitsForModal('Đăng ký');
    await lan.fills({ 'Tên sáng kiến': 'Bỏ giấy tờ', 'Danh hiệu': 'Chiến sĩ thi đua cơ sở' });
    expect(await lan.submits()).toBe('errors');
    expect(lan.errors()).toEqual({ 'Tên sáng kiến': 'Tên phải bắt đầu bằng SK' });

    await lan.fills({
      'Tên sáng kiến': 'SK bỏ giấy tờ',
      Hạn: '2026-12-31',
      'Đồng tác giả': ['Trần Văn Minh'],
    });
    expect(await lan.submits()).toBe('updated');
    await lan.sees('Đã ghi nhận.', { in: 'modal' });

    await minh.clicks('Đồng ý', { in: 'SK bỏ giấy tờ' });
    await minh.sees('Phiếu đã được ghi.');
    await lan.sees('Đã đồng ý', { in: '#chung' });
    lan.seesNot('Phiếu đã được ghi.');
    lan.seesNot('[Đồng ý]');
    expect(workspace.textsIn('#chung')).toEqual(['Đã đồng ý']);

    expect(heard.submissions.at(-1)?.view.state.values).toEqual({
      name: { text: { type: 'plain_text_input', value: 'SK bỏ giấy tờ' } },
      title: {
        choice: {
          type: 'static_select',
          selected_option: {
            text: { type: 'plain_text', text: 'Chiến sĩ thi đua cơ sở' },
            value: 'CSTDCS',
          },
        },
      },
      due: { date: { type: 'datepicker', selected_date: '2026-12-31' } },
      with: { users: { type: 'multi_users_select', selected_users: [minh.id] } },
    });
  });

  test('tells the app all that Slack tells', async () => {
    const { workspace, heard } = await open(mode);
    const lan = as(workspace, LAN);
    const channel = workspace.conversation('#chung').id;

    await lan.types('/dangky gửi @minh & <3', { in: '#chung' });
    await lan.waitsForModal();
    await lan.fills({ 'Tên sáng kiến': 'SK', 'Danh hiệu': 'Lao động tiên tiến' });
    await lan.submits();
    await lan.closesModal();
    await lan.clicks('Đồng ý');
    await lan.sees('Phiếu đã được ghi.');

    expect(heard.commands[0]).toMatchObject({
      command: '/dangky',
      text: `gửi <@${workspace.person(MINH).id}|minh> &amp; &lt;3`,
      channel_id: channel,
      channel_name: 'chung',
      user_id: lan.id,
      user_name: 'lan',
      team_id: workspace.teamId,
      response_url: expect.stringContaining('/response/'),
    });
    expect(heard.submissions[0]).toMatchObject({
      type: 'view_submission',
      team: { id: workspace.teamId },
      user: { id: lan.id, team_id: workspace.teamId },
      response_urls: [],
      view: {
        type: 'modal',
        callback_id: 'register',
        private_metadata: 'năm 2026',
        previous_view_id: null,
        hash: expect.any(String),
        app_id: workspace.core.identity.appId,
      },
    });
    const [message] = workspace.messagesIn('#chung');
    expect(heard.clicks[0]).toMatchObject({
      type: 'block_actions',
      container: {
        type: 'message',
        message_ts: message?.ts,
        channel_id: channel,
        is_ephemeral: false,
      },
      channel: { id: channel, name: 'chung' },
      message: { type: 'message', ts: message?.ts, user: workspace.core.identity.botUserId },
      state: { values: {} },
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
      actions: [
        {
          type: 'button',
          action_id: 'agree',
          block_id: 'answers',
          value: '42',
          style: 'primary',
          text: { type: 'plain_text', text: 'Đồng ý' },
        },
      ],
    });
  });
});
