import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { draftOf } from '../../src/initiatives/draft-of.ts';
import { fileInitiative } from '../../src/initiatives/file-initiative.ts';
import { saveAttribution } from '../../src/initiatives/save-attribution.ts';
import { saveDescription } from '../../src/initiatives/save-description.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/people/actor.ts';
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

describe('the first step', () => {
  test('is kept, and kept once when it comes twice', async () => {
    const description = sampleDescription(agency);
    const step = { actor, draftId: randomUUID(), replaces: null, description };
    await saveDescription(agency.deps, step);
    const first = await draft();
    await saveDescription(agency.deps, step);
    expect(first).toMatchObject({ id: step.draftId, content: { description } });
    expect(await draft()).toEqual(first);
  });

  test('written again keeps what the second step wrote', async () => {
    const { draftId, savedAt } = await drafted(agency, { by: 'lan.tran' });
    const description = sampleDescription(agency, { title: 'Tên khác' });
    await saveDescription(agency.deps, { actor, draftId, replaces: null, description });
    const now = await draft();
    expect(now?.content.description.title).toBe('Tên khác');
    expect(now?.content.attribution?.personIds).toEqual([actor.personId]);
    await expect(
      fileInitiative(agency.deps, { actor, draftId, savedAt, shares: [100] }),
    ).rejects.toMatchObject({ code: 'draft_changed' });
    expect(await draft()).toEqual(now);
  });

  test('takes the place of the draft that was left, and of no other', async () => {
    const { draftId: left } = await drafted(agency, { by: 'lan.tran' });
    const description = sampleDescription(agency, { title: 'Viết mới' });
    const anew = { actor, draftId: randomUUID(), description };
    await expect(saveDescription(agency.deps, { ...anew, replaces: null })).rejects.toMatchObject({
      code: 'another_draft',
      field: 'title',
    });
    expect((await draft())?.id).toBe(left);
    await saveDescription(agency.deps, { ...anew, replaces: left });
    expect(await draft()).toMatchObject({ id: anew.draftId, content: { description } });
    expect((await draft())?.content.attribution).toBeUndefined();
  });

  test('of a day to come is refused at its field; of more than a year ago it is kept', async () => {
    const on = (days: number) =>
      saveDescription(agency.deps, {
        actor,
        draftId: randomUUID(),
        replaces: null,
        description: sampleDescription(agency, {
          firstAppliedOn: addDays(today(agency.deps), days),
        }),
      });
    await expect(on(1)).rejects.toMatchObject({ field: 'firstAppliedOn' });
    expect(await draft()).toBeNull();
    expect(await on(-400)).toMatchObject({ firstApplication: { kind: 'late' } });
  });
});

describe('the second step', () => {
  const save = async (slackUserIds: string[], outsideAuthors?: string) => {
    const draftId = randomUUID();
    await saveDescription(agency.deps, {
      actor,
      draftId,
      replaces: null,
      description: sampleDescription(agency),
    });
    const written = { slackUserIds, outsideAuthors, benefits: 'Nhanh hơn.' };
    return saveAttribution(agency.deps, { actor, draftId, written });
  };

  test('names those who are not in the list by their place, and those who are', async () => {
    const refused = save([slackIdOf('lan.tran'), 'U0STRANGER']);
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
  ] as const)('%j with %j is refused: %s', async (logins, outside, code, field) => {
    await expect(save(logins.map(slackIdOf), outside)).rejects.toMatchObject({ code, field });
    expect((await draft())?.content.attribution).toBeUndefined();
  });

  test('of a draft that is gone is refused', async () => {
    const written = { slackUserIds: [slackIdOf('lan.tran')], benefits: 'Nhanh hơn.' };
    await expect(
      saveAttribution(agency.deps, { actor, draftId: randomUUID(), written }),
    ).rejects.toMatchObject({ code: 'draft_gone' });
  });

  test('of somebody else’s draft is refused', async () => {
    const { draftId } = await drafted(agency, { by: 'lan.tran' });
    const other = await agency.actor('duc.vu');
    const written = { slackUserIds: [slackIdOf('duc.vu')], benefits: 'Nhanh hơn.' };
    await expect(
      saveAttribution(agency.deps, { actor: other, draftId, written }),
    ).rejects.toMatchObject({ code: 'draft_gone' });
    expect((await draft())?.content.attribution?.personIds).toEqual([actor.personId]);
  });
});
