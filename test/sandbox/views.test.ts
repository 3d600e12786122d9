import type { ModalView } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { as } from '../../src/sandbox/driver.ts';
import { LAN, MINH, openPractice, type Practice } from './support/practice.ts';

let now = Date.UTC(2026, 5, 1);
let practice: Practice;
beforeEach(async () => {
  now = Date.UTC(2026, 5, 1);
  practice = await openPractice({ clock: () => now, ackDeadlineMs: 50 });
});
afterEach(() => practice.close());

function modal(changes: Partial<ModalView> = {}): ModalView {
  return {
    type: 'modal',
    title: { type: 'plain_text', text: 'Thử' },
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'Nội dung' } }],
    ...changes,
  };
}

const INPUT: ModalView = modal({
  submit: { type: 'plain_text', text: 'Gửi' },
  blocks: [
    {
      type: 'input',
      block_id: 'name',
      label: { type: 'plain_text', text: 'Tên' },
      element: { type: 'plain_text_input', action_id: 'text' },
    },
  ],
});

function trigger(email = LAN): string {
  return practice.workspace.core.triggers.issue({ userId: practice.workspace.person(email).id });
}

async function errorOf(call: Promise<unknown>): Promise<string> {
  const error = await call.then(
    () => new Error('the call succeeded'),
    (reason: unknown) => reason,
  );
  if (error instanceof WebAPIPlatformError) return error.data.error;
  throw error;
}

test('closing a modal twice in one moment closes it once and is no error', async () => {
  await practice.client.views.open({ trigger_id: trigger(), view: modal() });
  const lan = practice.workspace.person(LAN);
  const viewId = as(practice.workspace, LAN).modal()?.id ?? '';
  const close = { type: 'close_modal' as const, viewId, clear: false };
  expect(await practice.workspace.act(lan.id, close)).toMatchObject({ ok: true });
  expect(await practice.workspace.act(lan.id, close)).toMatchObject({ ok: true });
  expect(as(practice.workspace, LAN).modal()).toBeNull();
});

describe('trigger ids', () => {
  test('work until three seconds have passed', async () => {
    const trigger_id = trigger();
    now += 3000;
    await practice.client.views.open({ trigger_id, view: modal() });
    expect(as(practice.workspace, LAN).modal()?.view.title.text).toBe('Thử');
  });

  test('expire after that', async () => {
    const trigger_id = trigger();
    now += 3001;
    expect(await errorOf(practice.client.views.open({ trigger_id, view: modal() }))).toBe(
      'expired_trigger_id',
    );
  });

  test('work once, and only if they were given out', async () => {
    const { views } = practice.client;
    const trigger_id = trigger();
    await views.open({ trigger_id, view: modal() });
    expect(await errorOf(views.push({ trigger_id, view: modal() }))).toBe('exchanged_trigger_id');
    expect(await errorOf(views.open({ trigger_id: '1.2.3', view: modal() }))).toBe(
      'invalid_trigger_id',
    );
  });

  test('are not used up by a view that is refused', async () => {
    const trigger_id = trigger();
    const tooLong = modal({ title: { type: 'plain_text', text: 'x'.repeat(25) } });
    expect(await errorOf(practice.client.views.open({ trigger_id, view: tooLong }))).toBe(
      'invalid_arguments',
    );
    await practice.client.views.open({ trigger_id, view: modal() });
  });

  test('open the view for the person who acted, and nobody else', async () => {
    await practice.client.views.open({ trigger_id: trigger(MINH), view: modal() });
    expect(as(practice.workspace, MINH).modal()).not.toBeNull();
    expect(as(practice.workspace, LAN).modal()).toBeNull();
  });
});

describe('the stack', () => {
  test('holds three views and no fourth', async () => {
    const { views } = practice.client;
    const first = await views.open({ trigger_id: trigger(), view: modal() });
    const second = await views.push({ trigger_id: trigger(), view: modal() });
    const third = await views.push({ trigger_id: trigger(), view: modal() });
    expect(third.view).toMatchObject({
      previous_view_id: second.view?.id,
      root_view_id: first.view?.id,
    });
    expect(await errorOf(views.push({ trigger_id: trigger(), view: modal() }))).toBe(
      'push_limit_reached',
    );
  });

  test('shows the view below when the top one is closed', async () => {
    const lan = as(practice.workspace, LAN);
    await practice.client.views.open({ trigger_id: trigger(), view: modal() });
    const view = modal({ title: { type: 'plain_text', text: 'Trên' } });
    await practice.client.views.push({ trigger_id: trigger(), view });
    expect(lan.modal()?.view.title.text).toBe('Trên');
    await lan.closesModal();
    expect(lan.modal()?.view.title.text).toBe('Thử');
    await practice.client.views.push({ trigger_id: trigger(), view });
    await lan.closesModal({ all: true });
    expect(lan.modal()).toBeNull();
  });
});

describe('views.update', () => {
  test('takes the current hash and refuses an old one', async () => {
    const { views } = practice.client;
    const { view } = await views.open({ trigger_id: trigger(), view: modal() });
    const view_id = view?.id ?? '';
    const hash = view?.hash ?? '';
    await views.update({ view_id, hash, view: modal() });
    expect(await errorOf(views.update({ view_id, hash, view: modal() }))).toBe('hash_conflict');
    await views.update({ view_id, view: modal() });
  });

  test('finds a view by its external id, which is unique', async () => {
    const { views } = practice.client;
    const view = modal({ external_id: 'mot' });
    await views.open({ trigger_id: trigger(), view });
    await views.update({
      external_id: 'mot',
      view: { ...view, title: { type: 'plain_text', text: 'Mới' } },
    });
    expect(as(practice.workspace, LAN).modal()?.view.title.text).toBe('Mới');
    expect(await errorOf(views.push({ trigger_id: trigger(MINH), view }))).toBe(
      'duplicate_external_id',
    );
  });

  test('does not find a view that was closed', async () => {
    const { views } = practice.client;
    const { view } = await views.open({ trigger_id: trigger(), view: modal() });
    await as(practice.workspace, LAN).closesModal();
    expect(await errorOf(views.update({ view_id: view?.id ?? '', view: modal() }))).toBe(
      'not_found',
    );
  });

  test('keeps what was entered where ids stay, and drops it where they change', async () => {
    const { views } = practice.client;
    const lan = as(practice.workspace, LAN);
    const opened = await views.open({ trigger_id: trigger(), view: INPUT });
    await lan.fills({ Tên: 'Sáng kiến' });
    const view_id = opened.view?.id ?? '';
    await views.update({ view_id, view: { ...INPUT, title: { type: 'plain_text', text: 'Hai' } } });
    const kept = practice.workspace.core.modals.find(view_id);
    expect(kept?.definition).toMatchObject({ title: { text: 'Hai' } });
    // Nothing was sent yet, so the server cannot know it; the person still sees what she typed.
    expect(await lan.submits().catch((error: Error) => error.message)).toContain('ứng dụng');
    expect(practice.workspace.core.modals.find(view_id)?.state).toEqual({
      name: { text: { type: 'plain_text_input', value: 'Sáng kiến' } },
    });
    const other = { ...INPUT, blocks: [{ ...INPUT.blocks[0], block_id: 'khac' }] };
    await practice.client.apiCall('views.update', { view_id, view: JSON.stringify(other) });
    expect(practice.workspace.core.modals.find(view_id)?.state).toEqual({
      khac: { text: { type: 'plain_text_input', value: null } },
    });
  });
});

describe('views.publish', () => {
  const home = (text: string) => ({
    type: 'home' as const,
    blocks: [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text } }],
  });

  test('shows each person their own Home', async () => {
    const { client, workspace } = practice;
    await client.views.publish({ user_id: workspace.person(LAN).id, view: home('Trang của Lan') });
    expect(as(workspace, LAN).home()).toBe('Trang của Lan');
    expect(as(workspace, MINH).home()).toBe('');
  });

  test('keeps the id and refuses an old hash', async () => {
    const { client, workspace } = practice;
    const user_id = workspace.person(LAN).id;
    const first = await client.views.publish({ user_id, view: home('một') });
    const hash = first.view?.hash ?? '';
    const second = await client.views.publish({ user_id, hash, view: home('hai') });
    expect(second.view?.id).toBe(first.view?.id);
    expect(await errorOf(client.views.publish({ user_id, hash, view: home('ba') }))).toBe(
      'hash_conflict',
    );
    expect(await errorOf(client.views.publish({ user_id: 'U0', view: home('a') }))).toBe(
      'user_not_found',
    );
  });
});
