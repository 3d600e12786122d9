import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, describe, expect, test } from 'vitest';
import { as } from '../../src/sandbox/driver.ts';
import type { WorkspaceOptions } from '../../src/sandbox/start-workspace.ts';
import { type AppInPractice, HOA, LAN, MINH, openWithApp } from './support/practice.ts';

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

function form(changes: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain('Phiếu'),
    submit: plain('Gửi'),
    blocks: [
      {
        type: 'input',
        block_id: 'name',
        label: plain('Tên'),
        element: { type: 'plain_text_input', action_id: 'text', max_length: 5 },
      },
    ],
    ...changes,
  };
}

/** A command that opens `view`. */
function opens(view: ModalView): (app: App) => void {
  return (app) => {
    app.command('/dangky', async ({ ack, command, client }) => {
      await client.views.open({ trigger_id: command.trigger_id, view });
      await ack();
    });
  };
}

describe('commands', () => {
  test('that the app does not acknowledge in time end with the notice of a timeout', async () => {
    const { workspace } = await open((app) => app.command('/cham', async () => undefined), {
      ackDeadlineMs: 40,
    });
    await expect(as(workspace, LAN).types('/cham', { in: '#chung' })).rejects.toThrow(
      '/cham không chạy được: ứng dụng báo lỗi "operation_timeout"',
    );
    await as(workspace, LAN).sees('operation_timeout', { in: '#chung' });
    as(workspace, MINH).seesNot('operation_timeout');
    await expect(as(workspace, HOA).types('/cham')).rejects.toThrow(
      '/cham failed with the error "operation_timeout"',
    );
  });

  test('may be acknowledged with a message, for one person or for all', async () => {
    const { workspace } = await open((app) => {
      app.command('/dangky', async ({ ack, command }) => {
        if (command.text === 'chung')
          await ack({ response_type: 'in_channel', text: 'Cho tất cả' });
        else await ack('Chỉ cho anh/chị');
      });
    });
    const lan = as(workspace, LAN);
    await lan.types('/dangky', { in: '#chung' });
    await lan.sees('Chỉ cho anh/chị');
    as(workspace, MINH).seesNot('Chỉ cho anh/chị');
    await lan.types('/dangky chung', { in: '#chung' });
    await as(workspace, MINH).sees('Cho tất cả', { in: '#chung' });
  });

  test('that do not exist are named to the person', async () => {
    const { workspace } = await open(() => undefined);
    await expect(as(workspace, LAN).types('/khac')).rejects.toThrow('/khac không phải là một lệnh');
  });

  test('cannot be given in a thread', async () => {
    const { workspace } = await open(opens(form()));
    await as(workspace, LAN).types('Gốc', { in: '#chung' });
    const thread = workspace.messagesIn('#chung').at(-1)?.ts ?? '';
    await expect(as(workspace, LAN).types('/dangky', { in: '#chung', thread })).rejects.toThrow();
    expect(as(workspace, LAN).modal()).toBeNull();
  });
});

describe('modals', () => {
  test('are checked before they are sent: required fields and lengths', async () => {
    let submissions = 0;
    const { workspace } = await open((app) => {
      opens(form())(app);
      app.view('form', async ({ ack }) => {
        submissions += 1;
        await ack();
      });
    });
    const lan = as(workspace, LAN);
    await lan.types('/dangky');
    expect(await lan.submits()).toBe('errors');
    expect(Object.keys(lan.errors())).toEqual(['Tên']);
    await lan.fills({ Tên: '123456' });
    expect(await lan.submits()).toBe('errors');
    expect(submissions).toBe(0);
    await lan.fills({ Tên: '12345' });
    expect(await lan.submits()).toBe('closed');
    expect(submissions).toBe(1);
    expect(lan.modal()).toBeNull();
  });

  test('stay open with a sentence when the app does not answer, and can be sent again', async () => {
    const { workspace } = await open((app) => {
      opens(form())(app);
      app.view('form', async ({ ack }) => ack());
    });
    const hoa = as(workspace, HOA);
    await hoa.types('/dangky');
    await hoa.fills({ Tên: 'Hòa' });
    workspace.faults.loseNextAck();
    await expect(hoa.submits()).rejects.toThrow('We had some trouble connecting. Try again?');
    expect(hoa.modal()).toMatchObject({
      busy: false,
      failure: 'We had some trouble connecting. Try again?',
    });
    expect(await hoa.submits()).toBe('closed');
  });

  test.each([
    [
      'errors under a block that is no input',
      { response_action: 'errors', errors: { other: 'a' } },
    ],
    ['no errors at all', { response_action: 'errors', errors: {} }],
    ['an unknown action', { response_action: 'vanish' }],
    ['a view that Slack refuses', { response_action: 'update', view: { type: 'modal' } }],
  ])('show trouble when the app answers with %s', async (_what, answer) => {
    const { workspace } = await open((app) => {
      opens(form())(app);
      // Deliberately not what the types allow.
      app.view('form', async ({ ack }) => ack(answer as never));
    });
    const hoa = as(workspace, HOA);
    await hoa.types('/dangky');
    await hoa.fills({ Tên: 'Hòa' });
    await expect(hoa.submits()).rejects.toThrow('We had some trouble connecting');
    expect(hoa.modal()?.view.title.text).toBe('Phiếu');
  });

  test('can be pushed and cleared by the answer', async () => {
    const { workspace } = await open((app) => {
      opens(form())(app);
      app.view('form', async ({ ack }) =>
        ack({
          response_action: 'push',
          view: form({ callback_id: 'second', title: plain('Hai') }),
        }),
      );
      app.view('second', async ({ ack }) => ack({ response_action: 'clear' }));
    });
    const lan = as(workspace, LAN);
    await lan.types('/dangky');
    await lan.fills({ Tên: 'Một' });
    expect(await lan.submits()).toBe('updated');
    expect(lan.modal()?.view.title.text).toBe('Hai');
    await lan.fills({ Tên: 'Hai' });
    expect(await lan.submits()).toBe('closed');
    expect(lan.modal()).toBeNull();
  });

  test('tell of their closing only when asked to', async () => {
    const closed: { id: string; cleared: boolean }[] = [];
    let heard: () => void = () => undefined;
    const both = new Promise<void>((resolve) => {
      heard = () => closed.length === 2 && resolve();
    });
    const { workspace } = await open((app) => {
      app.command('/dangky', async ({ ack, command, client }) => {
        const view = form({ notify_on_close: command.text !== 'im', callback_id: command.text });
        await client.views.open({ trigger_id: command.trigger_id, view });
        await ack();
      });
      app.view({ type: 'view_closed', callback_id: /.*/ }, async ({ ack, body }) => {
        await ack();
        closed.push({
          id: body.view.callback_id,
          cleared: 'is_cleared' in body && body.is_cleared === true,
        });
        heard();
      });
    });
    const lan = as(workspace, LAN);
    for (const [text, all] of [
      ['im', false],
      ['mot', false],
      ['het', true],
    ] as const) {
      await lan.types(`/dangky ${text}`);
      await lan.closesModal({ all });
    }
    await both;
    expect(closed).toHaveLength(2);
    expect(closed).toContainEqual({ id: 'mot', cleared: false });
    expect(closed).toContainEqual({ id: 'het', cleared: true });
  });

  test('hand the app a response_url for the conversation chosen', async () => {
    const { workspace } = await open((app) => {
      opens(
        form({
          blocks: [
            {
              type: 'input',
              block_id: 'where',
              label: plain('Kênh'),
              element: {
                type: 'conversations_select',
                action_id: 'channel',
                response_url_enabled: true,
              },
            },
          ],
        }),
      )(app);
      app.view('form', async ({ ack, respond }) => {
        await ack();
        await respond({ response_type: 'in_channel', text: 'Gửi vào kênh đã chọn' });
      });
    });
    const lan = as(workspace, LAN);
    await lan.types('/dangky');
    await lan.fills({ Kênh: '#chung' });
    await lan.submits();
    await as(workspace, MINH).sees('Gửi vào kênh đã chọn', { in: '#chung' });
  });
});

describe('other ways in', () => {
  test('shortcuts open modals, and message shortcuts carry the message', async () => {
    let text = '';
    const { workspace } = await open((app) => {
      app.shortcut({ callback_id: 'idea', type: 'shortcut' }, async ({ ack, shortcut, client }) => {
        await client.views.open({ trigger_id: shortcut.trigger_id, view: form() });
        await ack();
      });
      app.shortcut(
        { callback_id: 'praise', type: 'message_action' },
        async ({ ack, shortcut, respond }) => {
          text = shortcut.message.text ?? '';
          await ack();
          await respond({ response_type: 'ephemeral', text: 'Đã ghi nhận việc tốt' });
        },
      );
    });
    const lan = as(workspace, LAN);
    await lan.usesShortcut('Gửi sáng kiến');
    await lan.waitsForModal('Phiếu');
    await lan.closesModal();
    await as(workspace, MINH).types('Chị Hòa giúp dân', { in: '#chung' });
    await lan.usesMessageShortcut('Ghi nhận việc tốt', 'giúp dân');
    await lan.sees('Đã ghi nhận việc tốt');
    expect(text).toBe('Chị Hòa giúp dân');
  });

  test('Home is published when it is opened, and its buttons work', async () => {
    const { workspace } = await open((app) => {
      const show = (text: string) => ({
        type: 'home' as const,
        blocks: [
          { type: 'section' as const, text: { type: 'mrkdwn' as const, text } },
          {
            type: 'actions' as const,
            block_id: 'do',
            elements: [{ type: 'button' as const, action_id: 'go', text: plain('Làm mới') }],
          },
        ],
      });
      app.event('app_home_opened', async ({ event, client }) => {
        await client.views.publish({ user_id: event.user, view: show('Xin chào') });
      });
      app.action('go', async ({ ack, body, client }) => {
        await ack();
        const hash = 'view' in body ? (body.view?.hash ?? '') : '';
        await client.views.publish({ user_id: body.user.id, hash, view: show('Mới rồi') });
      });
    });
    const lan = as(workspace, LAN);
    await lan.opensHome();
    expect(lan.home()).toContain('Xin chào');
    await lan.clicks('Làm mới', { in: 'home' });
    await lan.sees('Mới rồi', { in: 'home' });
  });

  test('messages to the app reach it with what the person wrote', async () => {
    const { workspace } = await open((app) => {
      app.message(async ({ message, say }) => {
        if (message.subtype === undefined) await say(`Anh/chị viết: ${message.text ?? ''}`);
      });
    });
    await as(workspace, LAN).types('giúp tôi');
    await as(workspace, LAN).sees('Anh/chị viết: giúp tôi');
  });

  test('external selects ask the app for their options', async () => {
    const { workspace } = await open((app) => {
      opens(
        form({
          blocks: [
            {
              type: 'input',
              block_id: 'unit',
              label: plain('Đơn vị'),
              element: { type: 'external_select', action_id: 'unit', min_query_length: 1 },
            },
          ],
        }),
      )(app);
      app.options('unit', async ({ ack, options }) => {
        await ack({ options: [{ text: plain(`${options.value} tỉnh`), value: options.value }] });
      });
      app.view('form', async ({ ack, view, client, body }) => {
        const chosen = view.state.values.unit?.unit?.selected_option?.value ?? '';
        await client.chat.postMessage({ channel: body.user.id, text: `Đã chọn ${chosen}` });
        await ack();
      });
    });
    const lan = as(workspace, LAN);
    await lan.types('/dangky');
    await lan.fills({ 'Đơn vị': 'BHXH' });
    await lan.submits();
    await lan.sees('Đã chọn BHXH');
  });
});
