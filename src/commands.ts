import { type Config, ConfigError } from './config.ts';
import { type Embedded, openDatabase } from './database/client.ts';
import type { Deps } from './kernel/deps.ts';
import { createLog } from './kernel/log.ts';
import { systemClock } from './kernel/time.ts';
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
