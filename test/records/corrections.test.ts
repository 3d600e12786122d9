import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordWorkUse } from '../../src/initiatives/after/record-work-use.ts';
import { worksOfPerson } from '../../src/initiatives/after/use-queries.ts';
import { withdrawWorkUse } from '../../src/initiatives/after/withdraw-work-use.ts';
import { today } from '../../src/kernel/deps.ts';
import { keepEntry, openEntryOf } from '../../src/records/keep-entry.ts';
import { openRecordOf } from '../../src/records/open-record.ts';
import { entryMark } from '../../src/records/queries.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import { recognised } from '../initiatives/after-support.ts';
import { type Agency, openAgencyWithCouncils } from '../initiatives/support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

describe('a record', () => {
  test('does not tell that a work was counted for an award after that was taken back', async () => {
    const actor = await agency.actor('ha.nguyen');
    const { id: initiativeId } = await recognised(agency, { by: 'lan.tran' });
    const lan = personId('lan.tran');
    const work = (await worksOfPerson(agency.deps.db, lan)).find(
      (one) => one.initiativeId === initiativeId,
    )!;
    const year = Number(today(agency.deps).slice(0, 4));
    const use = { actor, workId: work.workId, personId: lan, title: 'cstdcs', year };
    await recordWorkUse(agency.deps, { ...use, decisionNumber: '12/QĐ', seen: null });
    await withdrawWorkUse(agency.deps, { ...use, reason: 'Ghi nhầm' });
    const opened = await openRecordOf(agency.deps.db, {
      actor,
      of: { personId: lan },
      on: today(agency.deps),
    });
    expect(opened.kind === 'person' && opened.record.works[0]?.usedFor).toEqual([]);
  });

  test('corrected by two at once loses neither’s correction silently', async () => {
    const of = { personId: personId('lan.tran') };
    const ha = await agency.actor('ha.nguyen');
    const entry = {
      what: 'reprimand' as const,
      from: '2026-03-01',
      to: null,
      text: '12/QĐ-KL',
      goodGrade: false,
    };
    const about = { actor: ha, of, kind: 'discipline' as const };
    const kept = await keepEntry(agency.deps, {
      ...about,
      entryId: null,
      written: entry,
      seen: null,
    });
    const entryId = kept.kind === 'person' ? kept.record.disciplines[0]!.id : '';
    // Two forms are open, both drawn from the entry as it stands.
    const [one, other] = await Promise.all(
      [0, 1].map(() => openEntryOf(agency.deps, { ...about, entryId })),
    );
    const formOf = (opened: typeof one) => ({ ...entry, ...opened!.entry });
    const seen = one!.entry ? entryMark(one!.entry) : null;
    await keepEntry(agency.deps, {
      ...about,
      entryId,
      written: { ...formOf(one), to: '2026-06-30' },
      seen,
    });
    // The other corrects only the number; the end of the discipline was not in that form.
    const second = keepEntry(agency.deps, {
      ...about,
      entryId,
      written: { ...formOf(other), text: '12/QĐ-KLCB' },
      seen,
    });
    await expect(second).rejects.toMatchObject({ code: 'entry_changed' });
    const now = await openEntryOf(agency.deps, { ...about, entryId });
    expect(now.entry?.to).toBe('2026-06-30');
  });
});
