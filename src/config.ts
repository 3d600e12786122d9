import { createHash } from 'node:crypto';
import { z } from 'zod';

const zone = z.string().refine(isTimeZone, 'not a time zone, such as Asia/Ho_Chi_Minh');

const Environment = z.object({
  NODE_ENV: z.string().optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-').optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-').optional(),
  SLACK_SIGNING_SECRET: z.string().min(16).optional(),
  SLACK_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  PORT: z.coerce
    .number('not a port number, such as 4390')
    .int('not a port number, such as 4390')
    .min(0, 'not a port number, such as 4390')
    .max(65535, 'not a port number, such as 4390')
    .default(4390),
  TZ_ORG: zone.default('Asia/Ho_Chi_Minh'),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).optional(),
  BALLOT_KEY: z.string().min(32, 'at least 32 characters').optional(),
  DATA_DIR: z.string().min(1).default('.data'),
});

/** How Slack reaches the app. `practice`: the workspace that comes with the package. */
export type SlackConnection =
  | { mode: 'practice' }
  | { mode: 'socket'; botToken: string; appToken: string; apiUrl: string | undefined }
  | { mode: 'http'; botToken: string; signingSecret: string; apiUrl: string | undefined };

export interface Config {
  production: boolean;
  slack: SlackConnection;
  databaseUrl: string | undefined;
  port: number;
  zone: string;
  logLevel: string;
  ballotKey: Buffer;
  dataDir: string;
}

/** Everything that is wrong with the environment, in one error. */
export class ConfigError extends Error {}

/**
 * Reads the environment once.
 *
 * @throws {ConfigError} naming every variable that is missing or wrong
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  const production = given.NODE_ENV === 'production';
  const missing = missingVariables(given, production).map((line) => `  ${line}`);
  const wrong = parsed.error?.issues.map(({ path, message }) => `  ${path.join('.')}: ${message}`);
  const problems = [
    ...(wrong ? ['These environment variables are wrong:', ...wrong] : []),
    ...(missing.length > 0 ? ['These environment variables are missing:', ...missing] : []),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems.join('\n'));
  const values = parsed.data;
  return {
    production,
    slack: slackConnection(values),
    databaseUrl: values.DATABASE_URL,
    port: values.PORT,
    zone: values.TZ_ORG,
    logLevel: values.LOG_LEVEL ?? (values.SLACK_BOT_TOKEN ? 'info' : 'warn'),
    // Without BALLOT_KEY (practice only) a fixed key: secrecy at rest is then not promised, and main says so.
    ballotKey: createHash('sha256')
      .update(values.BALLOT_KEY ?? 'thidua practice')
      .digest(),
    dataDir: values.DATA_DIR,
  };
}

function missingVariables(values: NodeJS.ProcessEnv, production: boolean): string[] {
  const missing: string[] = [];
  const real = production || values.SLACK_APP_TOKEN || values.SLACK_SIGNING_SECRET;
  if (real && !values.SLACK_BOT_TOKEN) missing.push('SLACK_BOT_TOKEN');
  if (
    (production || values.SLACK_BOT_TOKEN) &&
    !values.SLACK_APP_TOKEN &&
    !values.SLACK_SIGNING_SECRET
  )
    missing.push('SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP)');
  if (production && !values.DATABASE_URL) missing.push('DATABASE_URL');
  if ((production || values.SLACK_BOT_TOKEN) && !values.BALLOT_KEY)
    missing.push('BALLOT_KEY (at least 32 random characters; keeps secret ballots secret)');
  return missing;
}

function slackConnection(values: z.infer<typeof Environment>): SlackConnection {
  const botToken = values.SLACK_BOT_TOKEN;
  const apiUrl = values.SLACK_API_URL;
  if (!botToken) return { mode: 'practice' };
  if (values.SLACK_APP_TOKEN)
    return { mode: 'socket', botToken, appToken: values.SLACK_APP_TOKEN, apiUrl };
  if (values.SLACK_SIGNING_SECRET)
    return { mode: 'http', botToken, signingSecret: values.SLACK_SIGNING_SECRET, apiUrl };
  return { mode: 'practice' };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
