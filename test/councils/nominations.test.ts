import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBallot } from '../../src/councils/ballots/open-ballot.ts';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import { nomineesAwaiting } from '../../src/councils/sittings/nominations.ts';
import type { ProposalState, ProposedForm } from '../../src/database/generated/enums.ts';
import { today } from '../../src/kernel/deps.ts';
import { dateColumn } from '../../src/kernel/time.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { type UnitCode, unitId } from '../../src/sandbox/sample/units.ts';
import { openSampleDatabase, type SampleDatabase } from '../support/sample-database.ts';
import { actor, COUNCIL, excludedFrom, MEMBERS } from './sitting-stage.ts';

// Commendations that exemplars propose, before the council of the agency.

const HOUR_MS = 60 * 60_000;
let sample: SampleDatabase;
beforeAll(async () => {
  sample = await openSampleDatabase();
});
afterAll(() => sample.close());

type Subject = { login: Login } | { unit: UnitCode };

let numbers = 9_000;
async function proposes(
  subject: Subject,
  { state = 'taken', form = 'certificate' }: { state?: ProposalState; form?: ProposedForm } = {},
): Promise<void> {
  const { deps } = sample;
  const byId = personId('ha.nguyen');
  numbers += 1;
  const { id: exemplarId, subjects } = await deps.db.exemplar.create({
    data: {
      ...{ number: `TD-2026-${numbers}`, kind: 'good_deed', reporterId: byId, deed: 'Giúp dân' },
      ...{ place: 'Một cửa', happenedOn: dateColumn(today(deps)), result: 'Tốt' },
      ...{ source: 'colleague', field: 'one_stop', beneficiaries: 'Người dân' },
      subjects: {
        create: {
          ordinal: 1,
          ...('login' in subject
            ? {
                personId: personId(subject.login),
                unitId: unitId('SH-VP'),
                position: 'Chuyên viên',
                directWorker: true,
              }
            : { unitId: unitId(subject.unit) }),
        },
      },
    },
    select: { id: true, subjects: { select: { id: true } } },
  });
  await deps.db.commendationProposal.create({
    data: {
      ...{ exemplarId, subjectId: subjects[0]?.id ?? '', form, state, ground: 'outstanding' },
      ...{
        summary: 'Giúp dân',
        proposedById: byId,
        settledById: byId,
        settledAt: deps.clock.now(),
      },
      ...(state === 'declined' ? { declineReason: 'Chưa đủ' } : {}),
    },
  });
}

const search = (code: UnitCode) => ({
  ...{ zone: sample.deps.zone, councilUnitId: unitId(code), itemKey: 'giay_khen' },
  year: Number(today(sample.deps).slice(0, 4)),
});
const awaiting = async (code: UnitCode = 'SH') =>
  (await nomineesAwaiting(sample.deps.db, search(code))).map(
    (one) => one.personId ?? one.unitId ?? '',
  );

const VOTER: Login = 'minh.pham';

test('somebody proposed twice awaits once, what is not taken in hand or no certificate does not', async () => {
  expect(MEMBERS).toContain(VOTER);
  await proposes({ login: VOTER });
  await proposes({ login: VOTER });
  await proposes({ unit: 'SH-THU' });
  await proposes({ login: 'duc.vu' }, { state: 'declined' });
  await proposes({ login: 'duc.vu' }, { form: 'letter' });
  expect(await awaiting()).toEqual([unitId('SH-THU'), personId(VOTER)]);
  // Another unit's council has only those of its own tree.
  expect(await awaiting('SH-THU')).toEqual([unitId('SH-THU')]);
});

test('whoever is proposed has no vote about it, and awaits no other council once it is open', async () => {
  const { deps } = sample;
  const { db } = deps;
  const { year } = search('SH');
  const convenes = async () =>
    conveneSitting(deps, {
      ...{ actor: await actor(sample, 'ha.nguyen'), councilId: COUNCIL, place: 'Phòng họp' },
      ...{ startsAt: deps.clock.now(), initiativeIds: [], others: [], channelId: undefined },
      ...{ nominations: [{ itemKey: 'giay_khen', year }], submissionKey: randomUUID() },
    });
  const [one, other] = [await convenes(), await convenes()];
  const itemOf = (sittingId: string) =>
    db.agendaItem.findFirstOrThrow({ where: { sittingId, personId: { not: null } } });
  const opener = await actor(sample, 'ha.nguyen');
  const opens = async (sittingId: string) =>
    openBallot(deps, {
      ...{ actor: opener, agendaItemId: (await itemOf(sittingId)).id, method: 'open' },
      closesAt: new Date(deps.clock.now().getTime() + HOUR_MS),
    });
  const both = await Promise.allSettled([opens(one), opens(other)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const { id } = await db.ballot.findFirstOrThrow({
    where: { state: 'open' },
    orderBy: { openedAt: 'desc' },
  });
  expect(await excludedFrom(deps, id)).toMatchObject({ [VOTER]: 'subject' });
  expect(await awaiting()).toEqual([unitId('SH-THU')]);
});

test('a title that a form names twice stands once on the agenda', async () => {
  const { deps } = sample;
  await proposes({ login: 'duc.vu' });
  const group = { itemKey: 'giay_khen', year: search('SH').year };
  const sittingId = await conveneSitting(deps, {
    ...{ actor: await actor(sample, 'ha.nguyen'), councilId: COUNCIL, place: 'Phòng họp' },
    ...{ startsAt: deps.clock.now(), initiativeIds: [], others: [], channelId: undefined },
    ...{ nominations: [group, { ...group }], submissionKey: randomUUID() },
  });
  const items = await deps.db.agendaItem.findMany({ where: { sittingId } });
  expect(items.map(({ personId: one, unitId: other }) => one ?? other).toSorted()).toEqual(
    (await awaiting()).toSorted(),
  );
});
