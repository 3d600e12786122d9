import { parseArgs } from 'node:util';
import { type Config, ConfigError, readConfig } from './config.ts';
import { DataDirInUse, lockDataDir } from './database/data-dir-lock.ts';
import { startEmbeddedThread } from './database/embedded-thread.ts';
import { createSignalHandler, Running } from './running.ts';

// The command line. It loads little, so that the embedded Postgres opens on another core while the
// app behind serve.ts is being loaded.

const USAGE = `Usage: npm start [-- --reset]
  --reset   throw away what the practice workspace has kept, then start
  --help    this text
Commands: npm run migrate   bring the database that DATABASE_URL names to the newest schema
          npm run admin -- <e-mail or staff number>   make somebody the first administrator
          npm run import -- <kind> <file.xlsx|file.csv> [--yes]   check a file, then import it
          npm run import -- --template <kind> <file.xlsx>         write the template of a kind
          (kinds: units, people, awards, ratings, initiatives)
          npm run recount -- <ballot id> | --all   count closed ballots again and compare; exit code 1 on a difference
          npm run verify   look whether every invariant of the database holds; exit code 1 when one does not
The environment variables are in README.md.`;

async function main(): Promise<void> {
  const { values, positionals } = readArguments(process.argv.slice(2));
  if (values.help) return say(USAGE);
  const config = readConfig(process.env);
  const command = positionals[0] ?? 'start';
  if (command === 'migrate') return migrateOnly(config);
  if (command === 'admin') return firstAdministrator(config, positionals[1]);
  if (command === 'import') return importData(config, positionals.slice(1), values);
  if (command === 'recount') return recountBallots(config, positionals[1], values);
  if (command === 'verify') return verify(config);
  if (command === 'template') return (await import('./database/make-template.ts')).makeTemplate();
  if (command !== 'start') throw new ConfigError(`No command "${command}".\n${USAGE}`);
  if (values.reset && !(await reset(config))) return;
  await start(config);
}

function readArguments(args: string[]) {
  const options = {
    reset: { type: 'boolean' },
    help: { type: 'boolean', short: 'h' },
    yes: { type: 'boolean', short: 'y' },
    template: { type: 'boolean' },
    all: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    throw new ConfigError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

async function start(config: Config): Promise<void> {
  const running = new Running();
  endOnSignals(running);
  try {
    const ready = await running.start(async () => {
      const embedded = config.databaseUrl ? null : startEmbeddedThread(config.dataDir);
      // Whatever fails or ends before serve.ts has opened the database must not leave the thread behind.
      running.add(async () => (await embedded?.catch(() => null))?.close());
      const { serve } = await import('./serve.ts');
      return serve(config, embedded, running);
    });
    if (!running.stopping) say(ready);
  } catch (error) {
    // Nothing failed: it was told to end, and ends.
    if (error === running.asked.reason) return;
    await running.stop().catch(complain);
    throw error;
  }
}

function endOnSignals(running: Running): void {
  const told = createSignalHandler({
    stop() {
      running.stop().catch((error: unknown) => {
        complain(error);
        process.exitCode = 1;
      });
    },
    endAtOnce: () => process.exit(1),
    now: () => performance.now(),
  });
  process.on('SIGINT', told).on('SIGTERM', told);
}

async function migrateOnly(config: Config): Promise<void> {
  const { openDatabase } = await import('./database/client.ts');
  const database = await openDatabase(config.databaseUrl ?? startEmbeddedThread(config.dataDir));
  await database.close();
  say('The database is at the newest schema. / Cơ sở dữ liệu đã ở lược đồ mới nhất.');
}

async function firstAdministrator(config: Config, who: string | undefined): Promise<void> {
  if (!who) throw new ConfigError(`admin: say who, by e-mail or staff number.\n${USAGE}`);
  const { nameFirstAdministrator } = await import('./commands.ts');
  const from = config.databaseUrl ?? (await startEmbeddedThread(config.dataDir));
  say(await nameFirstAdministrator(config, from, who));
}

async function importData(
  config: Config,
  [kind, path]: string[],
  { yes = false, template = false }: { yes?: boolean | undefined; template?: boolean | undefined },
): Promise<void> {
  if (!kind || !path) throw new ConfigError(`import: name a kind and a file.\n${USAGE}`);
  const { importFile, writeTemplate } = await import('./commands.ts');
  if (template) return say(await writeTemplate(kind, path));
  const ask = async (found: string) => {
    say(found);
    if (yes) return true;
    if (process.stdin.isTTY) return confirms('Nhập vào hệ thống? Gõ "co" / type "yes" to import: ');
    throw new ConfigError('Thêm --yes để nhập. / Add --yes to import.');
  };
  const from = config.databaseUrl ?? (await startEmbeddedThread(config.dataDir));
  say(await importFile(config, from, { kind, path, ask }));
}

async function recountBallots(
  config: Config,
  ballotId: string | undefined,
  { all = false }: { all?: boolean | undefined },
): Promise<void> {
  if (all === (ballotId !== undefined)) {
    throw new ConfigError(`recount: name a ballot, or --all.\n${USAGE}`);
  }
  const { recountStored } = await import('./proof-commands.ts');
  const which = ballotId === undefined ? 'all' : { ballotId };
  const from = config.databaseUrl ?? (await startEmbeddedThread(config.dataDir));
  report(await recountStored(config, from, which));
}

async function verify(config: Config): Promise<void> {
  const { verifyStored } = await import('./proof-commands.ts');
  report(await verifyStored(config.databaseUrl ?? (await startEmbeddedThread(config.dataDir))));
}

function report(finding: { sound: boolean; report: string }): void {
  say(finding.report);
  if (!finding.sound) process.exitCode = 1;
}

async function confirms(question: string): Promise<boolean> {
  const { createInterface } = await import('node:readline/promises');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return /^(co|có|yes|y)$/iu.test(answer.trim().normalize('NFC'));
}

/** @returns false when the person thought better of it */
async function reset(config: Config): Promise<boolean> {
  if (config.slack.mode !== 'practice' || config.databaseUrl) {
    throw new ConfigError('--reset is for the practice workspace with its embedded database only.');
  }
  // Who would be refused need not be asked.
  await (await lockDataDir(config.dataDir))();
  if (process.stdin.isTTY) {
    const question = `Xóa toàn bộ dữ liệu luyện tập trong ${config.dataDir}? Gõ "co" để xóa / type "yes" to delete: `;
    if (!(await confirms(question))) {
      say('Giữ nguyên dữ liệu. / Nothing was deleted.');
      return false;
    }
  }
  const { resetPractice } = await import('./practice.ts');
  await resetPractice(config.dataDir);
  return true;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(error: unknown): void {
  const foreseen = error instanceof ConfigError || error instanceof DataDirInUse;
  const text = foreseen || !(error instanceof Error) ? String(error) : error.stack;
  process.stderr.write(`${text}\n`);
}

main().catch((error: unknown) => {
  complain(error);
  process.exitCode = 1;
});
