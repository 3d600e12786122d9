import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parseManifest } from '../../../src/sandbox/validation/manifest.ts';
import { text, times } from './block-fixtures.ts';

const command = (index: number, extra: object = {}) => ({
  command: `/lenh${index}`,
  description: 'Mở biểu mẫu',
  ...extra,
});
const shortcut = (index: number, extra: object = {}) => ({
  name: 'Khen',
  type: 'global',
  callback_id: `khen_${index}`,
  description: 'Khen đồng nghiệp',
  ...extra,
});

interface Parts {
  information?: object;
  features?: object;
  scopes?: string[];
  settings?: object;
}

function manifest({
  information = {},
  features = {},
  scopes = ['commands'],
  settings = {},
}: Parts) {
  return {
    display_information: { name: 'Thi Đua', ...information },
    features: { bot_user: { display_name: 'Thi Đua', always_online: true }, ...features },
    oauth_config: { scopes: { bot: scopes } },
    settings: { socket_mode_enabled: true, ...settings },
  };
}

function problemsOf(value: object): string[] {
  try {
    parseManifest(stringify(value));
    return [];
  } catch (error) {
    return error instanceof Error ? error.message.split('\n- ').slice(1) : ['no Error'];
  }
}

const limits: [name: string, parts: (size: number) => Parts, most: number, path: string][] = [
  ['name', (size) => ({ information: { name: text(size) } }), 35, 'display_information.name'],
  [
    'description',
    (size) => ({ information: { description: text(size) } }),
    140,
    'display_information.description',
  ],
  [
    'long description',
    (size) => ({ information: { long_description: text(size) } }),
    4000,
    'display_information.long_description',
  ],
  [
    'display name',
    (size) => ({ features: { bot_user: { display_name: text(size) } } }),
    80,
    'features.bot_user.display_name',
  ],
  [
    'commands',
    (size) => ({ features: { slash_commands: times(size, (index) => command(index)) } }),
    50,
    'features.slash_commands',
  ],
  [
    'command name',
    (size) => ({
      features: { slash_commands: [command(0, { command: `/${'a'.repeat(size - 1)}` })] },
    }),
    32,
    'features.slash_commands.0.command',
  ],
  [
    'command description',
    (size) => ({ features: { slash_commands: [command(0, { description: text(size) })] } }),
    2000,
    'features.slash_commands.0.description',
  ],
  [
    'usage hint',
    (size) => ({ features: { slash_commands: [command(0, { usage_hint: text(size) })] } }),
    1000,
    'features.slash_commands.0.usage_hint',
  ],
  [
    'shortcuts',
    (size) => ({ features: { shortcuts: times(size, (index) => shortcut(index)) } }),
    10,
    'features.shortcuts',
  ],
  [
    'shortcut name',
    (size) => ({ features: { shortcuts: [shortcut(0, { name: text(size) })] } }),
    24,
    'features.shortcuts.0.name',
  ],
  [
    'shortcut description',
    (size) => ({ features: { shortcuts: [shortcut(0, { description: text(size) })] } }),
    150,
    'features.shortcuts.0.description',
  ],
  [
    'bot events',
    (size) => ({
      settings: {
        event_subscriptions: {
          bot_events: times(size, (index) => `viec_${'a'.repeat(index)}`),
        },
      },
    }),
    100,
    'settings.event_subscriptions.bot_events',
  ],
];

describe('limits', () => {
  test.each(limits)('%s just fits', (_, parts, most) => {
    const value = manifest(parts(most));
    expect(parseManifest(stringify(value))).toEqual(value);
  });

  test.each(limits)('%s one too many', (_, parts, most, path) => {
    const problems = problemsOf(manifest(parts(most + 1)));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${path}: Too big`));
  });
});

const refusals: [name: string, value: object, problem: RegExp][] = [
  ['an unknown key', manifest({ settings: { foo: 1 } }), /^settings: Unrecognized key: "foo"$/],
  [
    'an unknown scope',
    manifest({ scopes: ['chat:wrote'] }),
    /scopes\.bot\.0: unknown scope "chat:wrote"/,
  ],
  [
    'a capital in a command',
    manifest({ features: { slash_commands: [command(0, { command: '/DangKy' })] } }),
    /slash_commands\.0\.command: must be "\/"/,
  ],
  [
    'commands without their scope',
    manifest({ scopes: ['chat:write'], features: { slash_commands: [command(0)] } }),
    /scopes\.bot: slash commands and shortcuts need the scope "commands"/,
  ],
  [
    'the same command twice',
    manifest({ features: { slash_commands: [command(0), command(0)] } }),
    /slash_commands\.1: "\/lenh0" stands twice/,
  ],
  [
    'events that nothing receives',
    manifest({
      settings: {
        socket_mode_enabled: false,
        event_subscriptions: { bot_events: ['app_home_opened'] },
      },
    }),
    /event_subscriptions\.request_url: is required/,
  ],
  [
    'interactivity that nothing receives',
    manifest({ settings: { socket_mode_enabled: false, interactivity: { is_enabled: true } } }),
    /interactivity\.request_url: is required/,
  ],
  [
    'a command that nothing receives',
    manifest({
      settings: { socket_mode_enabled: false },
      features: { slash_commands: [command(0)] },
    }),
    /slash_commands\.0\.url: is required/,
  ],
];

describe('refusals', () => {
  test.each(refusals)('%s', (_, value, problem) => {
    expect(problemsOf(value)).toEqual([expect.stringMatching(problem)]);
  });

  test('every problem with its path, in one error', () => {
    const value = manifest({
      information: { name: text(36) },
      scopes: ['a:b'],
      settings: { foo: 1, socket_mode_enabled: false, interactivity: { is_enabled: true } },
    });
    expect(problemsOf(value).map((line) => line.split(':')[0])).toEqual([
      'display_information.name',
      'oauth_config.scopes.bot.0',
      'settings',
      'settings.interactivity.request_url',
    ]);
  });

  test.each(['', 'chữ', '[]', 'a: b: c', '*lost'])('no manifest: %j', (yaml) => {
    expect(() => parseManifest(yaml)).toThrow(/^The app manifest has \d+ problem/);
  });
});

test('over HTTP every entrance has its URL', () => {
  const url = 'https://coquan.example/slack/events';
  const value = manifest({
    features: { slash_commands: [command(0, { url })] },
    settings: {
      socket_mode_enabled: false,
      event_subscriptions: { request_url: url, bot_events: ['app_home_opened', 'message.im'] },
      interactivity: { is_enabled: true, request_url: url },
    },
  });
  expect(parseManifest(stringify(value))).toEqual(value);
});
