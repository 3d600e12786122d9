import { afterAll, beforeAll, expect, test } from 'vitest';
import { today } from '../../src/kernel/deps.ts';
import { addDays, type Day, instantAt } from '../../src/kernel/time.ts';
import { auditKinds, launched, postedIn } from '../campaigns/support.ts';
import { seedCrowd } from '../support/crowd.ts';
import { slackIdFor } from '../support/sample-database.ts';
import { openTwoCalendars, type TwoCalendars } from './calendars.ts';

let calendars: TwoCalendars;
beforeAll(async () => {
  calendars = await openTwoCalendars();
});
afterAll(() => calendars.close());

const MOMENTS = ['00:05', '08:00', '09:30', '16:05'];

async function liveThrough(days: readonly Day[]): Promise<unknown[]> {
  const twice: unknown[] = [];
  for (const day of days) {
    for (const moment of MOMENTS) {
      if (instantAt(day, moment, calendars.deps.zone) <= calendars.clock.now()) continue;
      await calendars.goTo(day, moment);
      twice.push(...(await calendars.tick()));
    }
  }
  return twice;
}

test('of all that falls due in a fortnight nothing is done twice', async () => {
  const { deps } = calendars;
  const from = today(deps);
  const channels = ['C0CHUNG', 'C0THIDUA'];
  const at = (day: Day) => instantAt(day, '09:30', deps.zone);
  const scheduled = await launched(calendars, {
    name: 'Theo lịch',
    startsOn: addDays(from, 2),
    endsOn: addDays(from, 13),
    launchAt: at(addDays(from, 2)),
    toPersons: true,
  });
  const running = await launched(calendars, { name: 'Đang chạy', endsOn: addDays(from, 11) });
  const crowd = await seedCrowd(deps, 5, slackIdFor);
  const ballots = [];
  for (const method of ['open', 'secret'] as const) {
    ballots.push(await crowd.openBallot(method, at(addDays(from, 6))));
  }
  const twice = await liveThrough(Array.from({ length: 15 }, (_, index) => addDays(from, index)));

  for (const id of [scheduled, running]) {
    const kinds = (await auditKinds(calendars, id)).filter((kind) => !kind.includes('amended'));
    expect(kinds.filter((kind) => kind === 'campaign.published')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'campaign.reminded')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'campaign.closed')).toHaveLength(1);
    for (const purpose of ['announcement', 'reminder', 'closing'])
      expect(await postedIn(calendars, id, `campaigns.${purpose}`), purpose).toEqual(channels);
  }
  for (const { ballotId } of ballots) {
    const ballot = await deps.db.ballot.findUniqueOrThrow({ where: { id: ballotId } });
    expect(ballot.state).toBe('closed');
    const closed = await deps.db.auditEvent.count({
      where: { subjectId: ballotId, kind: 'council.ballot_closed' },
    });
    expect(closed).toBe(1);
  }
  // What else the sample agency has fallen due: windows, duty lists, reminders of heads and voters.
  const told = await deps.db.outgoingMessage.groupBy({ by: ['purpose'] });
  expect(told.map(({ purpose }) => purpose)).toEqual(
    expect.arrayContaining(['councils.vote_reminder', 'campaigns.direct']),
  );
  expect(twice).toEqual([]);
});
