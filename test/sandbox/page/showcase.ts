/** A small Bolt app that uses every element, and keeps what it was sent. */
import type { App } from '@slack/bolt';
import { parseManifest } from '../../../src/sandbox/validation/manifest.ts';
import { SCOPES } from '../support/practice.ts';
import { charts, formView, homeView, messageBlocks, option, plain } from './showcase-blocks.ts';

export const showcaseManifest = parseManifest(`
display_information: { name: Thi Đua }
features:
  bot_user: { display_name: Thi Đua }
  app_home: { home_tab_enabled: true, messages_tab_enabled: true }
  slash_commands:
    - { command: /dangky, description: Đăng ký danh hiệu thi đua, usage_hint: '[năm]', should_escape: true }
    - { command: /sangkien, description: Gửi và theo dõi sáng kiến, usage_hint: '[từ khóa]' }
    - { command: /hoidong, description: 'Hội đồng, phiên họp, bỏ phiếu' }
    - { command: /phongtrao, description: Phong trào thi đua }
  shortcuts:
    - { name: Gửi sáng kiến, type: global, callback_id: idea, description: Gửi một sáng kiến }
    - { name: Ghi nhận việc tốt, type: message, callback_id: praise, description: Ghi nhận }
oauth_config:
  scopes: { bot: [${SCOPES.join(', ')}] }
settings:
  event_subscriptions: { bot_events: [app_home_opened, message.im] }
  interactivity: { is_enabled: true }
  socket_mode_enabled: true
`);

/** A red square of 8 × 8. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mNYYaSFFTEMLQkAhb9BAdbSHMIAAAAASUVORK5CYII=',
  'base64',
);

/** What the app was sent, newest last. */
export interface Received {
  actions: Record<string, unknown>[];
  submissions: Record<string, Record<string, Record<string, unknown>>>[];
  commands: string[];
}

export function registerShowcase(app: App, received: Received): void {
  app.command('/dangky', async ({ ack, body, client, command }) => {
    received.commands.push(command.text);
    await client.views.open({ trigger_id: body.trigger_id, view: formView() });
    await ack();
  });
  app.command('/sangkien', async ({ ack, say }) => {
    await say({ text: 'Phiên bỏ phiếu', blocks: messageBlocks() });
    await ack();
  });
  app.command('/hoidong', async ({ ack }) => {
    await ack({ response_type: 'ephemeral', text: 'Anh/chị chưa có phiên họp nào.' });
  });
  app.command('/phongtrao', async ({ ack, say, client, command }) => {
    await ack();
    await say({ text: 'Biểu đồ', blocks: [charts.pie, charts.bar] });
    await say({ text: 'Biểu đồ', blocks: [charts.line, charts.area] });
    const file = { channel_id: command.channel_id, initial_comment: 'Ảnh và báo cáo' };
    await client.files.uploadV2({
      ...file,
      file_uploads: [
        { file: PICTURE, filename: 'bieu-trung.png', title: 'Biểu trưng' },
        { file: Buffer.from('Tháng;Số sáng kiến\n'), filename: 'bao-cao.csv' },
      ],
    });
  });
  app.options('unit', async ({ ack, options }) => {
    const units = ['BHXH tỉnh Hà Nam', 'BHXH huyện Bình Lục', 'BHXH huyện Lý Nhân'];
    const found = units.filter((unit) => unit.includes(options.value));
    await ack({ options: found.map((unit) => option(unit, unit.slice(0, 70))) });
  });
  app.view('form', async ({ ack, view }) => {
    received.submissions.push(view.state.values as never);
    const name = view.state.values.name?.text?.value ?? '';
    if (name.includes('trùng')) {
      await ack({ response_action: 'errors', errors: { name: 'Tên này đã có người đăng ký.' } });
      return;
    }
    await ack();
  });
  app.action(/^(agree|refuse|more|grade|when)$/, async ({ ack, body, client }) => {
    if (body.type !== 'block_actions') return;
    received.actions.push(body.actions[0] as never);
    await ack();
    const chosen = body.actions[0]?.action_id;
    if (chosen !== 'agree' || body.channel === undefined || body.message === undefined) return;
    await client.chat.update({
      channel: body.channel.id,
      ts: String(body.message.ts),
      text: 'Đã ghi phiếu',
      blocks: [{ type: 'section', text: plain('Đã ghi phiếu đồng ý.') }],
    });
  });
  // No listener for "silent": the app never answers it, as an app that fell over would not.
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: homeView() });
  });
}
