import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import { emailOf, type Login, personId, STRANGER } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { findPerson } from '../../src/slack/find-person.ts';
import { type Desk, openDesk } from './support.ts';

const DAY_MS = 24 * 60 * 60_000;

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(() => undefined);
});
afterAll(() => desk.close());
beforeEach(async () => {
  // As after an import of the staff: nobody has written to the app yet.
  await desk.deps.db.person.updateMany({
    data: { slackUserId: null, profileSeenAt: null, locale: null, timeZone: null },
  });
});

const slackId = (email: string) => desk.workspace.person(email).id;

function find(email: string, teamId = desk.workspace.teamId) {
  return findPerson(desk.deps, desk.slack, { slackUserId: slackId(email), teamId });
}

const row = (login: Login) =>
  desk.deps.db.person.findUniqueOrThrow({ where: { id: personId(login) } });

describe('the first time somebody writes to the app', () => {
  test('they are matched by e-mail, and their language and zone are kept', async () => {
    const found = await find(emailOf('chau.do'));
    expect(found.actor).toMatchObject({
      personId: personId('chau.do'),
      language: 'en',
      fullName: 'Đỗ Bảo Châu',
    });
    expect(await row('chau.do')).toMatchObject({
      slackUserId: slackId(emailOf('chau.do')),
      locale: 'en-US',
      timeZone: 'Asia/Ho_Chi_Minh',
    });
  });

  test('somebody whose e-mail is in nobody’s row stays a stranger', async () => {
    expect(await find(STRANGER.email)).toEqual({ actor: null, language: 'vi' });
  });

  test('somebody of another workspace is not matched, though the e-mail is the same', async () => {
    const found = await find(emailOf('lan.tran'), 'T0KHAC');
    expect(found.actor).toBeNull();
    expect((await row('lan.tran')).slackUserId).toBeNull();
  });

  test('a second account with the e-mail of somebody matched does not become them', async () => {
    await desk.deps.db.person.update({
      where: { id: personId('lan.tran') },
      data: { slackUserId: 'U0TRUOC' },
    });
    expect((await find(emailOf('lan.tran'))).actor).toBeNull();
    expect((await row('lan.tran')).slackUserId).toBe('U0TRUOC');
  });

  test('an e-mail is the same however it is written', async () => {
    await desk.deps.db.person.update({
      where: { id: personId('duc.vu') },
      data: { email: emailOf('duc.vu').toLowerCase() },
    });
    desk.workspace.core.state.commit({
      k: 'person',
      person: { ...desk.workspace.person(emailOf('duc.vu')), email: 'Duc.Vu@BHXH.example' },
    });
    expect((await find(emailOf('duc.vu'))).actor?.personId).toBe(personId('duc.vu'));
  });
});

describe('somebody who is known', () => {
  test('is looked up in Slack once a day', async () => {
    const seen = async () => {
      await find(emailOf('ha.nguyen'));
      return (await row('ha.nguyen')).profileSeenAt;
    };
    const first = await seen();
    expect(await seen()).toEqual(first);
    await desk.clock.advance(DAY_MS);
    expect(await seen()).not.toEqual(first);
  });

  test('is served when Slack is away', async () => {
    await find(emailOf('ha.nguyen'));
    await desk.clock.advance(DAY_MS);
    desk.workspace.faults.answerServerError('users.info');
    expect((await find(emailOf('ha.nguyen'))).actor?.personId).toBe(personId('ha.nguyen'));
  });

  test('but works here no more is a stranger, in their own language', async () => {
    await find(emailOf('chau.do'));
    const yesterday = dateColumn(addDays(today(desk.deps), -1));
    const where = { personId: personId('chau.do') };
    await desk.deps.db.posting.updateMany({ where, data: { toDate: yesterday } });
    expect(await find(emailOf('chau.do'))).toEqual({ actor: null, language: 'en' });
    await desk.deps.db.posting.updateMany({ where, data: { toDate: null } });
  });

  test('has the roles of today, not those of another time', async () => {
    const where = { personId: personId('ha.nguyen') };
    expect((await find(emailOf('ha.nguyen'))).actor?.grants).toEqual([
      { role: 'secretary', unitId: unitId('SH') },
    ]);
    const tomorrow = dateColumn(addDays(today(desk.deps), 1));
    await desk.deps.db.roleGrant.updateMany({ where, data: { fromDate: tomorrow } });
    expect((await find(emailOf('ha.nguyen'))).actor?.grants).toEqual([]);
    await desk.clock.advance(DAY_MS);
    expect((await find(emailOf('ha.nguyen'))).actor?.grants).toHaveLength(1);
  });
});
