import { inTransaction } from '../../database/transaction.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { sampleDates } from './dates.ts';
import { auditPast } from './history.ts';
import { seedCouncils } from './seed-councils.ts';
import { seedExemplars } from './seed-exemplars.ts';
import { seedHonours } from './seed-honours.ts';
import { seedInitiatives } from './seed-initiatives.ts';
import { seedPeople, seedUnits } from './seed-people.ts';
import { seedRegistrations } from './seed-registrations.ts';
import { seedPastSitting } from './seed-sitting.ts';

/**
 * Puts the sample agency into an empty database, with the past year behind it as the app would have
 * kept it. Once: when the agency is there, nothing changes, however much the people have done since.
 *
 * @param options.slackIdByEmail people who are not in it are matched when they first write to the app
 * @param options.channelIdByName a council whose channel is not in it posts to its members only
 */
export async function seedSampleAgency(
  deps: Deps,
  options: {
    slackIdByEmail: ReadonlyMap<string, string>;
    channelIdByName: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const dates = sampleDates(today(deps), deps.zone);
  await inTransaction(deps.db, async (tx) => {
    if (!(await seedUnits(tx, dates))) return;
    await seedPeople(tx, dates, options.slackIdByEmail);
    await seedCouncils(tx, dates, options.channelIdByName);
    await seedHonours(tx, dates);
    const filed = await seedInitiatives(tx, deps, dates);
    const decided = await seedPastSitting(tx, deps, dates);
    const registered = await seedRegistrations(tx, deps, dates);
    const praised = await seedExemplars(tx, dates);
    await auditPast(tx, [...filed, ...decided, ...registered, ...praised]);
  });
}
