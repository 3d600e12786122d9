import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ClientSnapshot } from '../../src/sandbox/client-protocol.ts';
import { MAX_UPLOAD_BYTES } from '../../src/sandbox/client-uploads.ts';
import { asker } from './support/ask.ts';
import { type AppInPractice, LAN, MINH, openWithApp } from './support/practice.ts';

let practice: AppInPractice;
const submitted: Record<string, unknown>[] = [];
beforeEach(async () => {
  submitted.length = 0;
  practice = await openWithApp('socket', (app) => {
    app.command('/dangky', async ({ ack, client, body }) => {
      await client.views.open({ trigger_id: body.trigger_id, view: formView });
      await ack();
    });
    app.view('form', async ({ ack, view }) => {
      submitted.push(view.state.values as never);
      await ack();
    });
  });
});
afterEach(() => practice.close());

const formView = {
  type: 'modal' as const,
  callback_id: 'form',
  title: { type: 'plain_text' as const, text: 'Minh chứng' },
  submit: { type: 'plain_text' as const, text: 'Gửi' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'proof',
      label: { type: 'plain_text' as const, text: 'Tệp' },
      element: { type: 'file_input' as const, action_id: 'files', max_files: 1 },
    },
  ],
};

const ask: ReturnType<typeof asker> = (path, options) => asker(practice.url)(path, options);

function upload(name: string, body: Buffer, headers: Record<string, string> = {}, as = LAN) {
  const query = new URLSearchParams({ as: practice.workspace.person(as).id, name });
  return ask(`/client/files?${query}`, { method: 'POST', headers, body });
}

async function snapshot(email: string): Promise<ClientSnapshot> {
  const { id } = practice.workspace.person(email);
  return JSON.parse((await ask(`/client/snapshot?as=${id}`)).text);
}

describe('a file that a person puts into a form', () => {
  test('goes to the app with the submission, which can download it', async () => {
    const { workspace } = practice;
    const lan = workspace.person(LAN).id;
    const [app] = (await snapshot(LAN)).conversations.filter(({ kind }) => kind === 'app_im');
    await workspace.act(lan, { type: 'send', channel: app?.id ?? '', text: '/dangky' });
    const content = Buffer.from('số liệu quý III');
    const answer = JSON.parse((await upload('báo cáo.pdf', content)).text);
    expect(answer).toMatchObject({
      ok: true,
      file: {
        name: 'báo cáo.pdf',
        mimetype: 'application/pdf',
        filetype: 'pdf',
        size: content.length,
        user: lan,
      },
    });
    const [modal] = (await snapshot(LAN)).modals;
    const state = { proof: { files: { type: 'file_input', files: [answer.file] } } };
    await workspace.act(lan, { type: 'submit_modal', viewId: modal?.id ?? '', state });
    expect(submitted).toMatchObject([
      { proof: { files: { type: 'file_input', files: [{ id: answer.file.id }] } } },
    ]);
    const { pathname } = new URL(answer.file.url_private);
    const { botToken } = workspace.credentials;
    const downloaded = await ask(pathname, { headers: { authorization: `Bearer ${botToken}` } });
    expect(downloaded.text).toBe('số liệu quý III');
    const info = await practice.client.files.info({ file: answer.file.id });
    expect(info.file?.name).toBe('báo cáo.pdf');
  });

  test('of exactly the most bytes fits, one more does not', async () => {
    expect((await upload('a.pdf', Buffer.alloc(MAX_UPLOAD_BYTES, 1))).status).toBe(200);
    expect((await upload('a.pdf', Buffer.alloc(MAX_UPLOAD_BYTES + 1, 1))).status).toBe(413);
  });

  test.each([
    ['without a name', ' ', Buffer.from('a'), 400],
    ['with a name over 255 characters', 'a'.repeat(256), Buffer.from('a'), 400],
    ['that is empty', 'a.pdf', Buffer.alloc(0), 400],
  ])('%s is refused', async (_, name, body, status) => {
    expect((await upload(name, body)).status).toBe(status);
  });

  test('comes from this very page, as a person who is there', async () => {
    const origin = { origin: 'http://evil.example' };
    expect((await upload('a.pdf', Buffer.from('a'), origin)).status).toBe(403);
    const nobody = await ask('/client/files?as=U0&name=a', { method: 'POST', body: 'a' });
    expect(nobody.status).toBe(404);
    expect(practice.workspace.core.state.files.size).toBe(0);
  });
});

describe('files of a message', () => {
  test('are listed with kind, size and a path on this server', async () => {
    const channel = practice.workspace.conversation('#chung').id;
    await practice.client.files.uploadV2({
      channel_id: channel,
      initial_comment: 'Xem tệp',
      file_uploads: [
        { file: Buffer.from('ảnh'), filename: 'ảnh.png', title: 'Biểu trưng' },
        { file: Buffer.from('abc'), filename: 'so-lieu.csv' },
      ],
    });
    const { conversations } = await snapshot(MINH);
    const [message] = conversations.find(({ id }) => id === channel)?.messages ?? [];
    expect(message).toMatchObject({
      text: 'Xem tệp',
      blocks: [],
      files: [
        { name: 'ảnh.png', title: 'Biểu trưng', mimetype: 'image/png', size: 5 },
        { name: 'so-lieu.csv', title: 'so-lieu.csv', mimetype: 'text/csv', size: 3 },
      ],
    });
    const download = await ask(message?.files[1]?.path ?? '');
    expect(download).toMatchObject({ status: 200, text: 'abc' });
    expect(download.headers['content-disposition']).toContain('attachment');
  });
});
