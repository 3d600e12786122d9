import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { addCheck } from '../../src/campaigns/checks/arrange-check.ts';
import { moveCheck } from '../../src/campaigns/checks/move-check.ts';
import {
  postRankingsRegularly,
  setRankingRhythm,
} from '../../src/campaigns/progress/post-regularly.ts';
import { urgeByHand } from '../../src/campaigns/urging/urge-by-hand.ts';
import { inTransaction } from '../../src/database/transaction.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { codeOf } from '../councils/sitting-stage.ts';
import { somebodyWaits } from '../support/somebody-waits.ts';
import { serverUrl } from '../support/template.ts';
import { agencyOfEach, launched, slackIdOf } from './support.ts';

// What begins while a campaign is being ended waits for that, and finds it ended. It takes a database of several sessions.

const world = agencyOfEach();
const TT = unitId('SH-TT');
const director = () => world().actor('hung.le');

type End = 'reviewed' | 'archived' | 'withdrawn';

/** Begins something while the campaign is being ended. */
async function meanwhile<T>(
  campaignId: string,
  state: End,
  begin: () => Promise<T>,
): Promise<PromiseSettledResult<T>> {
  const { deps, database } = world();
  const { personId } = await director();
  const at = deps.clock.now();
  const data = {
    ...(state === 'withdrawn' ? {} : { closedAt: at }),
    ...(state === 'archived' ? { archivedAt: at, archivedById: personId } : {}),
    ...(state === 'withdrawn'
      ? { withdrawnAt: at, withdrawnById: personId, withdrawnReason: 'Thôi' }
      : {}),
  };
  let begun: Promise<PromiseSettledResult<T>[]> = Promise.resolve([]);
  await inTransaction(deps.db, async (tx) => {
    await tx.campaign.update({ where: { id: campaignId }, data: { state, ...data } });
    begun = Promise.allSettled([begin()]);
    await Promise.race([somebodyWaits(database.pool), begun]);
  });
  return (await begun)[0]!;
}

const codeIn = (result: PromiseSettledResult<unknown>) =>
  codeOf(result.status === 'rejected' ? Promise.reject(result.reason) : Promise.resolve());

test.skipIf(!serverUrl)('a check is not moved of a campaign that is being reviewed', async () => {
  const { deps } = world();
  const campaignId = await launched(world());
  const checkId = randomUUID();
  await addCheck(deps, {
    ...{ actor: await director(), campaignId, checkId, day: '2026-11-18' },
    chosen: { checkerSlackIds: [slackIdOf('yen.luu')], unitIds: [TT] },
  });
  const move = { checkId, seen: '2026-11-18', day: '2026-11-19', reason: 'Bão' };
  const actor = await director();
  const moved = await meanwhile(campaignId, 'reviewed', () => moveCheck(deps, { actor, ...move }));
  expect(await codeIn(moved)).toBe('campaign_not_checked');
});

test.skipIf(!serverUrl)('a unit is not urged for a campaign that is being withdrawn', async () => {
  const { deps } = world();
  const campaignId = await launched(world(), { pledgeBy: '2026-11-12' });
  await world().goTo('2026-11-16', '09:00');
  const actor = await director();
  const urged = await meanwhile(campaignId, 'withdrawn', () =>
    urgeByHand(deps, { actor, campaignId, unitId: TT }),
  );
  expect(await codeIn(urged)).toBe('not_late');
  expect(await deps.db.campaignHandUrging.count()).toBe(0);
});

test.skipIf(!serverUrl)(
  'the calendar goes on to the next ranking past a campaign that is being archived',
  async () => {
    const { deps } = world();
    const campaignId = await launched(world());
    await setRankingRhythm(deps, { actor: await director(), campaignId, every: 'week' });
    await world().goTo('2026-11-16', '08:00');
    const looked = await meanwhile(campaignId, 'archived', () => postRankingsRegularly(deps));
    expect(looked).toEqual({ status: 'fulfilled', value: undefined });
  },
);
