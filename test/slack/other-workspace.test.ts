import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { section } from '../../src/slack/blocks.ts';
import { buttonKind, modalKind } from '../../src/slack/kinds.ts';
import type { RegisterListeners } from '../../src/slack/listeners.ts';
import { type Desk, openDesk } from './support.ts';

const OTHER = { id: 'T0KHAC', domain: 'co-quan-khac' };

const button = buttonKind('test.button', z.object({}));
const modal = modalKind('test.modal', { metadata: z.object({}), fields: z.object({}) });

let called: string[] = [];
const register: RegisterListeners = (on) => {
  on.command('/dangky', async () => void called.push('command'));
  on.button(button, async () => {
    called.push('button');
    return undefined;
  });
  on.submission(modal, async () => {
    called.push('submission');
    return { next: 'close' };
  });
  on.home(async () => {
    called.push('home');
    return [section('.')];
  });
};

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(register);
});
afterAll(() => desk.close());
beforeEach(() => {
  called = [];
  desk.log.forget();
});

/** Somebody of the staff; only the workspace is not the agency's. */
const person = () => desk.workspace.person('lan.tran@bhxh.example').id;

function interaction(payload: Record<string, unknown>) {
  const user = { id: person(), team_id: OTHER.id };
  return desk.workspace.core.deliver({
    type: 'interactive',
    payload: { user, api_app_id: 'A0', token: '', trigger_id: '1.2.3', ...payload },
  });
}

function expectRefusal(): void {
  expect(called).toEqual([]);
  expect(desk.log.complaints()).toMatchObject([{ msg: 'payload of another workspace refused' }]);
}

describe('a payload of another workspace', () => {
  test('a command is answered with a sentence and does nothing', async () => {
    const delivered = await desk.workspace.core.deliver({
      type: 'slash_commands',
      payload: {
        team_id: OTHER.id,
        user_id: person(),
        channel_id: 'C0',
        command: '/dangky',
        text: '',
        api_app_id: 'A0',
        trigger_id: '1.2.3',
        response_url: 'http://127.0.0.1:9/',
      },
    });
    expect(delivered).toMatchObject({
      ok: true,
      response: { text: expect.stringContaining('chỉ phục vụ không gian làm việc') },
    });
    expectRefusal();
  });

  const press = {
    type: 'block_actions',
    container: { type: 'message' },
    actions: [
      { type: 'button', action_id: button.actionId, block_id: 'b', value: '{}', action_ts: '1' },
    ],
  };
  const submission = {
    type: 'view_submission',
    view: {
      id: 'V0',
      type: 'modal',
      callback_id: modal.callbackId,
      private_metadata: '{}',
      blocks: [],
      state: { values: {} },
    },
  };

  test('a press is acknowledged and does nothing', async () => {
    expect(await interaction({ ...press, team: OTHER })).toMatchObject({ ok: true });
    expectRefusal();
  });

  test('a submission is acknowledged and does nothing', async () => {
    expect(await interaction({ ...submission, team: OTHER })).toMatchObject({ ok: true });
    expectRefusal();
  });

  test('so is a payload that does not say where it comes from', async () => {
    expect(await interaction({ ...press, team: null })).toMatchObject({ ok: true });
    expectRefusal();
  });

  test('an opened Home is not published', async () => {
    await desk.workspace.core.deliver({
      type: 'events_api',
      retry: null,
      payload: {
        team_id: OTHER.id,
        type: 'event_callback',
        api_app_id: 'A0',
        event: {
          type: 'app_home_opened',
          user: person(),
          tab: 'home',
          channel: 'D0',
          event_ts: '1',
        },
      },
    });
    // Its own event, after that one, is published.
    await desk.as('duc.vu').opensHome();
    expect(called).toEqual(['home']);
    expect(desk.workspace.core.state.homes.has(person())).toBe(false);
  });

  test('the same from the own workspace is served', async () => {
    const { teamId, teamDomain } = desk.workspace.core.identity;
    const team = { id: teamId, domain: teamDomain };
    await interaction({ ...press, team });
    await interaction({ ...submission, team });
    expect(called).toEqual(['button', 'submission']);
    expect(desk.log.complaints()).toEqual([]);
  });
});
