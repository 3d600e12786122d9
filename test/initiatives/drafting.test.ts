import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { draftOf } from '../../src/initiatives/draft-of.ts';
import { fileInitiative } from '../../src/initiatives/file-initiative.ts';
import { keepParticulars } from '../../src/initiatives/keep-particulars.ts';
import type { WrittenAuthors } from '../../src/initiatives/read-authors.ts';
import { saveDescription } from '../../src/initiatives/save-description.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/people/actor.ts';
import { personId } from '../../src/sandbox/sample/people.ts';
import {
  type Agency,
  drafted,
  openAgencyWithCouncils,
  sampleDescription,
  slackIdOf,
} from './support.ts';

let agency: Agency;
let actor: Actor;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
  actor = await agency.actor('lan.tran');
});
afterAll(() => agency.close());
beforeEach(() => agency.deps.db.initiativeDraft.deleteMany());

const draft = () => draftOf(agency.deps.db, actor.personId);

function step(changes: Partial<Parameters<typeof saveDescription>[1]> = {}) {
  return {
    actor,
    draftId: randomUUID(),
    replaces: null,
    description: sampleDescription(agency),
    authors: { slackUserIds: [slackIdOf('lan.tran')] },
    ...changes,
  };
}

describe('the first step', () => {
  test('is kept, and kept once when it comes twice', async () => {
    const first = step();
    await saveDescription(agency.deps, first);
    const kept = await draft();
    await agency.clock.advance(60_000);
    await saveDescription(agency.deps, first);
    expect(kept).toMatchObject({
      id: first.draftId,
      content: {
        description: first.description,
        authors: { personIds: [actor.personId], outside: [] },
      },
    });
    expect(await draft()).toEqual(kept);
  });

  test('that comes many times at once is kept once', async () => {
    // Two that write at the very same moment are rare: a server needs several rounds to show one.
    for (let round = 0; round < 20; round += 1) {
      await agency.deps.db.initiativeDraft.deleteMany();
      const same = step();
      const saved = await Promise.all(
        Array.from({ length: 8 }, () => saveDescription(agency.deps, same)),
      );
      expect(new Set(saved.map(({ kind }) => kind))).toEqual(new Set(['saved']));
      expect((await draft())?.id).toBe(same.draftId);
    }
  });

  test.each([
    ['another title', { title: 'Tên khác' }, ['lan.tran', 'duc.vu']],
    ['an author less', {}, ['lan.tran']],
    ['the authors in another order', {}, ['duc.vu', 'lan.tran']],
  ] as const)(
    'written again with %s makes a second step drawn before it stale',
    async (...given) => {
      const [, changes, logins] = given;
      const shown = await drafted(agency, { by: 'lan.tran', authors: ['lan.tran', 'duc.vu'] });
      const { draftId, particulars } = shown;
      await keepParticulars(agency.deps, { actor, draftId, particulars });
      await agency.clock.advance(60_000);
      const description = sampleDescription(agency, changes);
      const authors = { slackUserIds: logins.map(slackIdOf) };
      await saveDescription(agency.deps, step({ draftId, description, authors }));
      const now = await draft();
      expect(now?.content.description).toEqual(description);
      expect(now?.content.authors.personIds).toEqual(logins.map(personId));
      expect(now?.content.particulars).toEqual(particulars);
      await expect(
        fileInitiative(agency.deps, { actor, ...shown, shares: [60, 40] }),
      ).rejects.toMatchObject({ code: 'draft_changed' });
      expect(await draft()).toEqual(now);
    },
  );

  test('takes the place of the draft that was left, and of no other', async () => {
    const { draftId: left, particulars } = await drafted(agency, { by: 'lan.tran' });
    await keepParticulars(agency.deps, { actor, draftId: left, particulars });
    const anew = step({ description: sampleDescription(agency, { title: 'Viết mới' }) });
    await expect(saveDescription(agency.deps, anew)).rejects.toMatchObject({
      code: 'another_draft',
      field: 'title',
    });
    expect((await draft())?.id).toBe(left);
    await saveDescription(agency.deps, { ...anew, replaces: left });
    expect(await draft()).toMatchObject({
      id: anew.draftId,
      content: { description: anew.description },
    });
    expect((await draft())?.content.particulars).toBeUndefined();
  });

  test('of a day to come is refused at its field; of more than a year ago it is kept', async () => {
    const on = (days: number) => {
      const firstAppliedOn = addDays(today(agency.deps), days);
      const description = sampleDescription(agency, { firstAppliedOn });
      return saveDescription(agency.deps, step({ description }));
    };
    await expect(on(1)).rejects.toMatchObject({ field: 'firstAppliedOn' });
    expect(await draft()).toBeNull();
    expect(await on(-400)).toMatchObject({ firstApplication: { kind: 'late' } });
  });
});

describe('its authors', () => {
  const save = (authors: WrittenAuthors) => saveDescription(agency.deps, step({ authors }));

  test('who are not in the list are named by their place, beside those who are', async () => {
    const refused = save({ slackUserIds: [slackIdOf('lan.tran'), 'U0STRANGER'] });
    await expect(refused).rejects.toMatchObject({ code: 'author_not_in_list', field: 'authors' });
    const error = await refused.catch((thrown) => thrown);
    expect(error.say('vi')).toContain('Người chọn thứ 2 chưa có trong danh sách cán bộ');
    expect(error.say('vi')).toContain('Trần Thị Lan');
    expect(error.say('en')).toContain('number 2');
  });

  test.each([
    [['lan.tran', 'lan.tran'], undefined, 'author_twice', 'authors'],
    [[], undefined, 'no_author', 'authors'],
    [['lan.tran'], 'Bình', 'outside_author_unreadable', 'outsideAuthors'],
    [
      ['lan.tran'],
      Array.from({ length: 20 }, (_, index) => `Người ${index}; Nơi khác`).join('\n'),
      'too_many_authors',
      'authors',
    ],
  ] as const)('%j with %j are refused: %s', async (logins, outside, code, field) => {
    await expect(save({ slackUserIds: logins.map(slackIdOf), outside })).rejects.toMatchObject({
      code,
      field,
    });
    expect(await draft()).toBeNull();
  });
});

describe('the second step', () => {
  const particulars = { benefits: 'Nhanh hơn.', confidential: 'Ngưỡng.' };

  test('is kept in the draft and leaves its mark as it was', async () => {
    const { draftId, savedAt } = await drafted(agency, { by: 'lan.tran' });
    await agency.clock.advance(60_000);
    await keepParticulars(agency.deps, { actor, draftId, particulars });
    expect(await draft()).toMatchObject({ updatedAt: savedAt, content: { particulars } });
  });

  test('of a draft that is gone, or of somebody else’s, is not kept and not handed in', async () => {
    const { draftId, savedAt } = await drafted(agency, { by: 'lan.tran' });
    const other = await agency.actor('duc.vu');
    for (const attempt of [
      { actor: other, draftId },
      { actor, draftId: randomUUID() },
    ]) {
      await keepParticulars(agency.deps, { ...attempt, particulars });
      await expect(
        fileInitiative(agency.deps, { ...attempt, savedAt, particulars, shares: [100] }),
      ).rejects.toMatchObject({ code: 'draft_gone' });
    }
    expect((await draft())?.content.particulars).toBeUndefined();
    expect(await agency.deps.db.initiativeDraft.count()).toBe(1);
  });
});
