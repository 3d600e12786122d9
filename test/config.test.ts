import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.ts';

const BOT = `xoxb-${'1'.repeat(20)}`;
const APP = `xapp-${'2'.repeat(20)}`;
const SIGNING = 's'.repeat(32);
const BALLOT = 'b'.repeat(32);
const DATABASE = 'postgres://thidua:secret@db.example/thidua';

const production = {
  NODE_ENV: 'production',
  SLACK_BOT_TOKEN: BOT,
  SLACK_APP_TOKEN: APP,
  DATABASE_URL: DATABASE,
  BALLOT_KEY: BALLOT,
};

/** What is said of an environment that will not do. */
function complaint(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the environment was taken');
}

describe('nothing configured', () => {
  test('is the practice workspace with the embedded Postgres', () => {
    expect(readConfig({})).toMatchObject({
      production: false,
      slack: { mode: 'practice' },
      databaseUrl: undefined,
      port: 4390,
      zone: 'Asia/Ho_Chi_Minh',
      logLevel: 'warn',
      dataDir: '.data',
    });
  });

  test('an empty variable is one that is not set', () => {
    const empty = Object.keys(production).map((name) => [name, '']);
    expect(readConfig(Object.fromEntries(empty)).slack.mode).toBe('practice');
  });
});

describe('in production', () => {
  test('everything that is missing is said at once, and nothing falls back', () => {
    const said = complaint({ NODE_ENV: 'production' });
    expect(said.split('\n')).toEqual([
      'These environment variables are missing:',
      '  SLACK_BOT_TOKEN',
      '  SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)',
      '  DATABASE_URL',
      '  BALLOT_KEY (at least 32 random characters; keeps secret ballots secret)',
    ]);
  });

  test.each(['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'DATABASE_URL', 'BALLOT_KEY'] as const)(
    'without %s it does not start',
    (name) => {
      const { [name]: _left, ...rest } = production;
      expect(complaint(rest)).toContain(name);
    },
  );

  test('the practice workspace cannot be had', () => {
    expect(() => readConfig({ NODE_ENV: 'production', DATABASE_URL: DATABASE })).toThrow(
      ConfigError,
    );
  });

  test('what is wrong and what is missing are said together, without the values', () => {
    const said = complaint({
      NODE_ENV: 'production',
      SLACK_BOT_TOKEN: APP,
      DATABASE_URL: 'mysql://secret@db.example/thidua',
      PORT: '70000',
      TZ_ORG: 'Asia/Saigon_City',
      BALLOT_KEY: 'too short',
      LOG_LEVEL: 'loud',
    });
    for (const name of [
      'SLACK_BOT_TOKEN',
      'DATABASE_URL',
      'PORT',
      'TZ_ORG',
      'BALLOT_KEY',
      'LOG_LEVEL',
    ])
      expect(said).toContain(`  ${name}: `);
    expect(said).toContain('  SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)');
    for (const value of [APP, 'secret', 'too short']) expect(said).not.toContain(value);
  });

  test('all set, it is what was said', () => {
    expect(readConfig(production)).toMatchObject({
      production: true,
      slack: { mode: 'socket', botToken: BOT, appToken: APP, apiUrl: undefined },
      databaseUrl: DATABASE,
      logLevel: 'info',
    });
  });
});

describe('a real workspace', () => {
  test('is reached over HTTP with a signing secret, and at another address if one is given', () => {
    const apiUrl = 'http://127.0.0.1:4390/api/';
    const { slack } = readConfig({
      SLACK_BOT_TOKEN: BOT,
      SLACK_SIGNING_SECRET: SIGNING,
      SLACK_API_URL: apiUrl,
      BALLOT_KEY: BALLOT,
    });
    expect(slack).toEqual({ mode: 'http', botToken: BOT, signingSecret: SIGNING, apiUrl });
  });

  test.each([
    [{ SLACK_BOT_TOKEN: BOT }, ['SLACK_APP_TOKEN', 'BALLOT_KEY']],
    [{ SLACK_APP_TOKEN: APP }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_SIGNING_SECRET: SIGNING }, ['SLACK_BOT_TOKEN']],
    [{ SLACK_BOT_TOKEN: BOT, SLACK_APP_TOKEN: APP }, ['BALLOT_KEY']],
  ])('half configured is not taken for the practice workspace: %o', (env, missing) => {
    const said = complaint(env);
    for (const name of missing) expect(said).toContain(name);
  });

  test('the ballot key is 32 bytes, the same for the same words only', () => {
    const key = (words: string) => readConfig({ ...production, BALLOT_KEY: words }).ballotKey;
    expect(key(BALLOT)).toHaveLength(32);
    expect(key(BALLOT)).toEqual(key(BALLOT));
    expect(key(BALLOT)).not.toEqual(key('c'.repeat(32)));
  });
});
