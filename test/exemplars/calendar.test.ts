import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerConsent } from '../../src/exemplars/answers/answer-consent.ts';
import { digestMessage } from '../../src/exemplars/calendar/calendar-views.ts';
import { findDigest } from '../../src/exemplars/calendar/digest-queries.ts';
import { discoveriesOf } from '../../src/exemplars/calendar/duty-queries.ts';
import { postDigests } from '../../src/exemplars/calendar/post-digests.ts';
import { remindDuty } from '../../src/exemplars/calendar/remind-duty.ts';
import { applyExemplar } from '../../src/exemplars/spread/apply-exemplar.ts';
import { remindApplications } from '../../src/exemplars/spread/remind-applications.ts';
import { reportApplication } from '../../src/exemplars/spread/report-application.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { type Agency, openAgency, redrawWaiting } from '../campaigns/support.ts';
import { HEADLINE, published, reported, sentTo, subjectOf } from './support.ts';

let agency: Agency;
beforeEach(async () => {
  agency = await openAgency();
});
afterEach(() => agency.close());

/** As several machines would, at the same moment. */
const together = (due: (deps: Agency['deps']) => Promise<void>) =>
  Promise.all([1, 2, 3].map(() => due(agency.deps)));

describe('the digest of a month', () => {
  test('comes in the first working hours of the next month, once a channel', async () => {
    await published(agency, { channels: ['C0CHUNG', 'C0THIDUA'] });
    await agency.goTo('2026-11-30', '10:00');
    await together(postDigests);
    await agency.goTo('2026-12-01', '07:59');
    await together(postDigests);
    expect(await sentTo(agency, 'digest')).toEqual([]);
    await agency.goTo('2026-12-01', '08:00');
    await together(postDigests);
    await agency.goTo('2026-12-01', '16:00');
    await together(postDigests);
    expect((await sentTo(agency, 'digest')).toSorted()).toEqual(['C0CHUNG', 'C0THIDUA']);
  });

  test('waits for a working day, and is late rather than never', async () => {
    await published(agency);
    // Saturday evening, then after three weeks without the app.
    await agency.goTo('2026-12-05', '10:00');
    await together(postDigests);
    expect(await sentTo(agency, 'digest')).toEqual([]);
    await agency.goTo('2026-12-23', '11:00');
    await together(postDigests);
    expect(await sentTo(agency, 'digest')).toEqual(['C0THIDUA']);
    await agency.goTo('2027-01-04', '11:00');
    await together(postDigests);
    expect(await sentTo(agency, 'digest')).toHaveLength(1);
  });

  test('has what stands there, and loses whoever takes consent back', async () => {
    const exemplarId = await published(agency);
    await agency.goTo('2026-12-01', '09:00');
    await postDigests(agency.deps);
    const { id } = await agency.deps.db.exemplarDigest.findFirstOrThrow();
    const drawn = async () => {
      const digest = await findDigest(agency.deps.db, id, agency.deps.zone);
      return JSON.stringify(digest && digestMessage(digest, true));
    };
    expect(await drawn()).toContain(HEADLINE);
    expect(await drawn()).toContain('Người lao động trực tiếp: 1/1');
    await answerConsent(agency.deps, {
      actor: await agency.actor('lan.tran'),
      subjectId: await subjectOf(agency, exemplarId, 'lan.tran'),
      consent: 'refused',
    });
    expect(await redrawWaiting(agency, id, 'exemplars.digest')).toBe(true);
    expect(await drawn()).not.toContain(HEADLINE);
    expect(await drawn()).not.toContain('Trần Thị Lan');
  });

  test('of a month whose posts were all taken down there is none', async () => {
    const exemplarId = await published(agency);
    await answerConsent(agency.deps, {
      actor: await agency.actor('lan.tran'),
      subjectId: await subjectOf(agency, exemplarId, 'lan.tran'),
      consent: 'refused',
    });
    await agency.goTo('2026-12-01', '09:00');
    await postDigests(agency.deps);
    expect(await sentTo(agency, 'digest')).toEqual([]);
  });
});

describe('the duty of heads', () => {
  test('once a quarter, of units that brought nobody forward in the one before', async () => {
    await reported(agency);
    await agency.goTo('2027-01-01', '07:59');
    await together(remindDuty);
    expect(await sentTo(agency, 'duty')).toEqual([]);
    await agency.goTo('2027-01-01', '08:00');
    await together(remindDuty);
    const reminded = await sentTo(agency, 'duty');
    expect(new Set(reminded).size).toBe(reminded.length);
    expect(reminded).toContain('loan.pham');
    // Their unit, or one below, had a discovery.
    expect(reminded).not.toContain('khanh.phan');
    expect(reminded).not.toContain('hung.le');
    await agency.goTo('2027-01-08', '10:00');
    await together(remindDuty);
    expect(await sentTo(agency, 'duty')).toHaveLength(reminded.length);
    await agency.goTo('2027-04-01', '10:00');
    await together(remindDuty);
    expect((await sentTo(agency, 'duty')).slice(reminded.length)).toContain('khanh.phan');
  });

  test('is not spoken of when half the quarter is over', async () => {
    await agency.goTo('2027-01-15', '10:00');
    await together(remindDuty);
    expect(await sentTo(agency, 'duty')).toEqual([]);
  });

  test('counts units below, and not what a head did not endorse', async () => {
    const search = { unitIds: [unitId('SH'), unitId('SH-THU')], zone: agency.deps.zone };
    const exemplarId = await reported(agency);
    const days = async () =>
      (await discoveriesOf(agency.deps.db, search)).map(({ lastOn }) => lastOn);
    expect(await days()).toEqual(['2026-11-11', '2026-11-11']);
    const head = await agency.actor('khanh.phan');
    await agency.deps.db.$executeRaw`
      update exemplar_endorsement set endorsed = false, by_id = ${head.personId}::uuid, at = app_now(),
        reason = 'x' where exemplar_id = ${exemplarId}::uuid`;
    expect(await days()).toEqual([null, null]);
  });
});

describe('what came of a model that a unit copies', () => {
  async function copied() {
    const exemplarId = await published(agency, { model: true });
    const applicationId = randomUUID();
    await applyExemplar(agency.deps, {
      ...{ actor: await agency.actor('loan.pham'), applicationId, exemplarId },
      ...{ unitId: unitId('SH-DS'), how: 'Làm theo' },
    });
    return applicationId;
  }

  test('is asked after three months, in working hours, and again while nobody answers', async () => {
    await copied();
    await agency.goTo('2027-02-10', '09:00');
    await together(remindApplications);
    await agency.goTo('2027-02-11', '07:00');
    await together(remindApplications);
    expect(await sentTo(agency, 'reports_due')).toEqual([]);
    // The day of the time of application, on the first tick at which three months are over.
    await agency.goTo('2027-02-12', '08:00');
    await together(remindApplications);
    await agency.goTo('2027-02-16', '08:00');
    await together(remindApplications);
    expect(await sentTo(agency, 'reports_due')).toEqual(['loan.pham']);
    await agency.goTo('2027-05-13', '08:30');
    await together(remindApplications);
    expect(await sentTo(agency, 'reports_due')).toEqual(['loan.pham', 'loan.pham']);
  });

  test('is asked no more once it is told; the same report twice is one', async () => {
    const applicationId = await copied();
    const actor = await agency.actor('loan.pham');
    const report = {
      ...{ actor, applicationId, reportId: randomUUID(), note: 'Tốt' },
      ...{ people: '1.200', hours: '30 giờ' },
    };
    const told = await Promise.all([1, 2].map(() => reportApplication(agency.deps, report)));
    expect(told.filter(({ happened }) => happened)).toHaveLength(1);
    expect(await agency.deps.db.applicationReport.findFirst()).toMatchObject({
      people: 1200n,
      hours: 30n,
    });
    await agency.goTo('2027-02-12', '08:00');
    await remindApplications(agency.deps);
    expect(await sentTo(agency, 'reports_due')).toEqual([]);
    await expect(
      agency.deps.db.applicationReport.updateMany({ data: { hours: 0n } }),
    ).rejects.toThrow();
  });
});
