import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { PRAISE_SHORTCUT } from '../src/exemplars/report/report-controls.ts';
import { MESSAGE_SHORTCUT } from '../src/initiatives/intake/intake-controls.ts';
import { parseManifest } from '../src/sandbox/validation/manifest.ts';

const manifest = parseManifest(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8'));

test('the app is reached through Socket Mode, in one workspace', () => {
  expect(manifest.settings).toEqual({
    event_subscriptions: { bot_events: ['app_home_opened'] },
    interactivity: { is_enabled: true },
    org_deploy_enabled: false,
    socket_mode_enabled: true,
    token_rotation_enabled: false,
  });
});

test('people can open its Home and write to it', () => {
  expect(manifest.features?.app_home).toEqual({
    home_tab_enabled: true,
    messages_tab_enabled: true,
    messages_tab_read_only_enabled: false,
  });
  expect(manifest.features?.bot_user?.display_name).toBe(manifest.display_information.name);
});

test('each command says in Vietnamese what it does and hints at what may follow', () => {
  const commands = manifest.features?.slash_commands ?? [];
  expect(commands.map(({ command }) => command)).toEqual([
    '/dangky',
    '/sangkien',
    '/hoidong',
    '/phongtrao',
    '/tuyenduong',
    '/thidua',
  ]);
  for (const { description, usage_hint } of commands) {
    expect(description).toMatch(/[ăâđêôơưạảấầẩậắặếềểệọốồộớờợụứựỳ]/);
    expect(usage_hint).toContain('trợ giúp');
  }
});

test('what can be done with a message says in Vietnamese what it does', () => {
  expect(manifest.features?.shortcuts).toEqual([
    {
      name: 'Ghi thành sáng kiến',
      type: 'message',
      callback_id: MESSAGE_SHORTCUT,
      description: expect.stringMatching(/bản nháp sáng kiến/),
    },
    {
      name: 'Tuyên dương',
      type: 'message',
      callback_id: PRAISE_SHORTCUT,
      description: expect.stringMatching(/việc tốt/),
    },
  ]);
});

test('no scope more than what is used', () => {
  expect(manifest.oauth_config?.scopes?.bot?.toSorted()).toEqual([
    'channels:history',
    'chat:write',
    'chat:write.public',
    'commands',
    'files:read',
    'files:write',
    'groups:history',
    'im:history',
    'im:write',
    'users:read',
    'users:read.email',
  ]);
});
