import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Config, ConfigError } from './config.ts';
import { type Embedded, openDatabase } from './database/client.ts';
import { IMPORT_KINDS } from './imports/columns.ts';
import { phrases as importPhrases } from './imports/phrases.ts';
import { applyImport, checkImport } from './imports/run-import.ts';
import { problemLine, templateWorkbook } from './imports/template.ts';
import type { Deps } from './kernel/deps.ts';
import { AppError } from './kernel/errors.ts';
import { createLog } from './kernel/log.ts';
import { formatInstant, systemClock } from './kernel/time.ts';
import { setFirstAdministrator } from './people/first-administrator.ts';
import { loadRulebook } from './rulebook/load.ts';

// What the command line does in the database without Slack.

/** Opens the database for one piece of work and closes it whatever comes of it. */
async function within<T>(
  config: Config,
  from: string | Embedded,
  work: (deps: Deps) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(from);
  try {
    return await work({
      db: database.db,
      rulebook: loadRulebook(),
      clock: systemClock,
      zone: config.zone,
      log: createLog(config.logLevel),
      // No ballot is opened or closed from here.
      ballotKey: Buffer.alloc(0),
    });
  } finally {
    await database.close();
  }
}

/**
 * Checks a file, tells what was found, and writes it when told to.
 *
 * @param ask shows the result of the check and asks; false leaves everything as it is
 * @returns what to tell the person at the terminal
 * @throws ConfigError when the file has problems or cannot be read
 */
export async function importFile(
  config: Config,
  from: string | Embedded,
  { kind, path, ask }: { kind: string; path: string; ask: (question: string) => Promise<boolean> },
): Promise<string> {
  const known = IMPORT_KINDS.find((one) => one === kind);
  if (!known) throw new ConfigError(`import: "${kind}" is none of ${IMPORT_KINDS.join(', ')}.`);
  const content = await readFile(path).catch((error: unknown) => {
    throw new ConfigError(`import: ${error instanceof Error ? error.message : String(error)}`);
  });
  const say = importPhrases.vi;
  return within(config, from, async (deps) => {
    try {
      const file = { name: basename(path), content };
      const run = await checkImport(deps, { actor: null, kind: known, file });
      const about = { file: run.fileName, kind: say.kinds[known] };
      if (run.problems.length > 0) {
        const lines = run.problems.map((problem) => problemLine(known, problem, 'vi'));
        throw new ConfigError(
          [plainText(say.checkedWrong({ ...about, count: run.problemCount })), ...lines].join('\n'),
        );
      }
      if (run.counts.new + run.counts.changed === 0) return plainText(say.checkedSame(about));
      const counts = say.counts(run.counts);
      if (!(await ask(plainText(say.checkedFine({ ...about, counts }))))) {
        return plainText(say.discarded(about));
      }
      const done = await applyImport(deps, { actor: null, runId: run.id });
      const when = formatInstant(done.settledAt ?? deps.clock.now(), deps.zone);
      return plainText(say.applied({ ...about, counts, when }));
    } catch (error) {
      if (error instanceof AppError) throw new ConfigError(error.say('vi'));
      throw error;
    }
  });
}

/** Writes the template of a kind. @returns what to tell the person at the terminal */
export async function writeTemplate(kind: string, path: string): Promise<string> {
  const known = IMPORT_KINDS.find((one) => one === kind);
  if (!known) throw new ConfigError(`template: "${kind}" is none of ${IMPORT_KINDS.join(', ')}.`);
  await writeFile(path, await templateWorkbook(known, 'vi'));
  return `${importPhrases.vi.kinds[known]}: ${path}`;
}

/** Without the stars with which Slack makes words bold. */
function plainText(text: string): string {
  return text.replaceAll('*', '');
}

/**
 * @returns what to tell the person at the terminal
 * @throws ConfigError when nobody was made administrator
 */
export async function nameFirstAdministrator(
  config: Config,
  from: string | Embedded,
  who: string,
): Promise<string> {
  const result = await within(config, from, (deps) => setFirstAdministrator(deps, who));
  switch (result.outcome) {
    case 'granted':
      return `${result.fullName} là quản trị viên của ${result.unitName}. / ${result.fullName} is administrator of ${result.unitName}.`;
    case 'already':
      throw new ConfigError(
        `Đã có quản trị viên: ${result.fullName}; vai trò khác được giao trong Slack bằng /thidua vai trò. / There is an administrator already: ${result.fullName}; further roles are granted in Slack.`,
      );
    case 'nobody':
      throw new ConfigError(
        `Không có ai trong danh sách cán bộ có thư điện tử hoặc số hiệu "${who}". / Nobody in the staff list has the e-mail or staff number "${who}".`,
      );
    case 'not_posted':
      throw new ConfigError(
        `Người này hiện không công tác ở đơn vị nào. / This person works in no unit now.`,
      );
    case 'no_unit':
      throw new ConfigError(
        'Chưa có đơn vị nào; nhập danh sách đơn vị trước. / There is no unit yet; import the units first.',
      );
  }
}
