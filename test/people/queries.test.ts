import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/people/actor.ts';
import { findActor } from '../../src/people/actor.ts';
import {
  holdsRole,
  nearestHolders,
  nearestHoldersOf,
  personsOfSlackUsers,
  postedUnitOf,
  unitAndAbove,
  unitAndBelow,
} from '../../src/people/queries.ts';
import { emailOf, type Login, personId } from '../../src/sandbox/sample/people.ts';
import { UNITS, unitId } from '../../src/sandbox/sample/units.ts';
import { openSampleDatabase, type SampleDatabase, slackIdFor } from '../support/sample-database.ts';

let sample: SampleDatabase;
beforeAll(async () => {
  sample = await openSampleDatabase();
});
afterAll(() => sample.close());

async function actor(login: Login): Promise<Actor> {
  const found = await findActor(sample.deps, slackIdFor(emailOf(login)));
  if (!found) throw new Error(`${login} has no posting`);
  return found;
}

const on = () => today(sample.deps);
const holders = (search: { unitId: string; role?: 'head' | 'secretary'; except?: string }) =>
  nearestHolders(sample.deps.db, { role: 'head', on: on(), ...search });

describe('the tree of units', () => {
  test('a unit and those above it, lowest first', async () => {
    expect(await unitAndAbove(sample.deps.db, unitId('SH-THU'))).toEqual([
      unitId('SH-THU'),
      unitId('SH'),
    ]);
    expect(await unitAndAbove(sample.deps.db, unitId('SH'))).toEqual([unitId('SH')]);
  });

  test('a unit and all below it', async () => {
    const below = await unitAndBelow(sample.deps.db, unitId('SH'));
    expect(below.toSorted()).toEqual(UNITS.map(({ code }) => unitId(code)).toSorted());
    expect(await unitAndBelow(sample.deps.db, unitId('SH-THU'))).toEqual([unitId('SH-THU')]);
  });
});

describe('a role', () => {
  test('holds where it was granted and below, not beside', async () => {
    const { db } = sample.deps;
    const secretary = await actor('ha.nguyen');
    expect(await holdsRole(db, secretary, 'secretary', unitId('SH'))).toBe(true);
    expect(await holdsRole(db, secretary, 'secretary', unitId('SH-BL'))).toBe(true);
    expect(await holdsRole(db, secretary, 'head', unitId('SH'))).toBe(false);
    const head = await actor('khanh.phan');
    expect(await holdsRole(db, head, 'head', unitId('SH-THU'))).toBe(true);
    expect(await holdsRole(db, head, 'head', unitId('SH-CD'))).toBe(false);
    expect(await holdsRole(db, head, 'head', unitId('SH'))).toBe(false);
  });

  test('of the nearest: the unit’s own head, else the one above', async () => {
    expect(await holders({ unitId: unitId('SH-THU') })).toEqual([personId('khanh.phan')]);
    const own = { unitId: unitId('SH-THU'), except: personId('khanh.phan') };
    expect(await holders(own)).toEqual([personId('hung.le')]);
    expect(await holders({ unitId: unitId('SH'), except: personId('hung.le') })).toEqual([]);
    const secretary = { unitId: unitId('SH-CT'), role: 'secretary' } as const;
    expect(await holders(secretary)).toEqual([personId('ha.nguyen')]);
  });

  test('of the nearest, for many units at once: of each its own, of one without any nothing', async () => {
    const { db } = sample.deps;
    const unitIds = [unitId('SH-THU'), unitId('SH-CD'), unitId('SH'), unitId('SH-THU')];
    const search = { role: 'head', unitIds, on: on() } as const;
    expect(await nearestHoldersOf(db, search)).toEqual(
      new Map([
        [unitId('SH-THU'), [personId('khanh.phan')]],
        [unitId('SH-CD'), [personId('huong.dang')]],
        [unitId('SH'), [personId('hung.le')]],
      ]),
    );
    const except = [personId('khanh.phan'), personId('hung.le')];
    expect(await nearestHoldersOf(db, { ...search, except })).toEqual(
      new Map([[unitId('SH-CD'), [personId('huong.dang')]]]),
    );
    expect(await nearestHoldersOf(db, { ...search, unitIds: [] })).toEqual(new Map());
  });

  test('that ended yesterday or begins tomorrow is not held today', async () => {
    const where = { personId: personId('huong.dang'), role: 'head' } as const;
    const { roleGrant } = sample.deps.db;
    await roleGrant.updateMany({ where, data: { toDate: dateColumn(addDays(on(), -1)) } });
    expect(await holders({ unitId: unitId('SH-CD') })).toEqual([personId('hung.le')]);
    await roleGrant.updateMany({ where, data: { toDate: dateColumn(on()) } });
    expect(await holders({ unitId: unitId('SH-CD') })).toEqual([personId('huong.dang')]);
    const fromDate = dateColumn(addDays(on(), 1));
    await roleGrant.updateMany({ where, data: { toDate: null, fromDate } });
    expect(await holders({ unitId: unitId('SH-CD') })).toEqual([personId('hung.le')]);
  });
});

describe('persons', () => {
  test('are found by their Slack users, strangers left out', async () => {
    const known = slackIdFor(emailOf('lan.tran'));
    const found = await personsOfSlackUsers(sample.deps.db, [known, 'U0NGUOILA']);
    expect([...found]).toEqual([[known, { id: personId('lan.tran'), fullName: 'Trần Thị Lan' }]]);
    expect(await personsOfSlackUsers(sample.deps.db, [])).toEqual(new Map());
  });

  test('work where they were posted last, also after they left', async () => {
    const { db } = sample.deps;
    const lan = personId('lan.tran');
    expect(await postedUnitOf(db, lan, on())).toBe(unitId('SH-THU'));
    const yesterday = dateColumn(addDays(on(), -1));
    await db.posting.updateMany({ where: { personId: lan }, data: { toDate: yesterday } });
    expect(await postedUnitOf(db, lan, on())).toBe(unitId('SH-THU'));
    await db.posting.create({
      data: {
        personId: lan,
        unitId: unitId('SH-CD'),
        position: 'Chuyên viên',
        office: 'staff',
        fromDate: dateColumn(on()),
      },
    });
    expect(await postedUnitOf(db, lan, on())).toBe(unitId('SH-CD'));
    expect(await postedUnitOf(db, '00000000-0000-4000-8000-00000000dead', on())).toBeNull();
  });
});
