import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { discardDraft } from '../../src/initiatives/intake/discard-draft.ts';
import { draftFromMessage } from '../../src/initiatives/intake/draft-from-message.ts';
import { draftsOf, findDraft } from '../../src/initiatives/intake/draft-of.ts';
import { fileInitiative } from '../../src/initiatives/intake/file-initiative.ts';
import { keepInDraft } from '../../src/initiatives/intake/keep-in-draft.ts';
import type { WrittenAuthors } from '../../src/initiatives/intake/read-authors.ts';
import { saveDescription } from '../../src/initiatives/intake/save-description.ts';
import { saveSubstance } from '../../src/initiatives/intake/save-substance.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays } from '../../src/kernel/time.ts';
import type { Actor } from '../../src/people/actor.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
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

const drafts = () => draftsOf(agency.deps.db, actor.personId);
const draft = async () => (await drafts())[0] ?? null;

function step(changes: Partial<Parameters<typeof saveDescription>[1]> = {}) {
  return {
    actor,
    draftId: randomUUID(),
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
      await keepInDraft(agency.deps, { actor, draftId, particulars });
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

  test('stands beside other drafts, up to ten; one that is deleted makes room', async () => {
    for (let count = 1; count <= 10; count += 1) await saveDescription(agency.deps, step());
    const eleventh = step();
    const refused = saveDescription(agency.deps, eleventh);
    await expect(refused).rejects.toMatchObject({ code: 'too_many_drafts', field: 'title' });
    const [newest, ...others] = await drafts();
    expect(others).toHaveLength(9);
    // One that is there already can be written again.
    const description = sampleDescription(agency, { title: 'Tên khác' });
    await saveDescription(agency.deps, step({ draftId: newest?.id ?? '', description }));
    const other = await agency.actor('duc.vu');
    await discardDraft(agency.deps, { actor: other, draftId: newest?.id ?? '' });
    expect(await drafts()).toHaveLength(10);
    for (let press = 0; press < 2; press += 1)
      await discardDraft(agency.deps, { actor, draftId: newest?.id ?? '' });
    await saveDescription(agency.deps, eleventh);
    expect(await drafts()).toHaveLength(10);
  });

  test('of two new drafts at once as the tenth keeps one', async () => {
    for (let count = 1; count <= 9; count += 1) await saveDescription(agency.deps, step());
    const both = await Promise.allSettled([
      saveDescription(agency.deps, step()),
      saveDescription(agency.deps, step()),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await drafts()).toHaveLength(10);
  });

  test('leaves somebody else’s draft alone', async () => {
    const first = step();
    await saveDescription(agency.deps, first);
    const other = await agency.actor('duc.vu');
    await expect(saveDescription(agency.deps, { ...first, actor: other })).rejects.toMatchObject({
      code: 'draft_gone',
    });
    expect((await draft())?.content.authors.personIds).toEqual([actor.personId]);
    expect(
      await findDraft(agency.deps.db, { draftId: first.draftId, personId: other.personId }),
    ).toBeNull();
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
  const substance = { priorState: 'Bằng tay.', essence: 'Quét mã.', benefits: 'Nhanh hơn.' };

  test('is kept with its shares and leaves the mark as it was, however often it comes', async () => {
    const { draftId, savedAt } = await drafted(agency, {
      by: 'lan.tran',
      authors: ['lan.tran', 'duc.vu'],
    });
    await agency.clock.advance(60_000);
    const second = { actor, draftId, savedAt, shares: [70, 30], substance };
    await saveSubstance(agency.deps, second);
    await saveSubstance(agency.deps, second);
    expect(await draft()).toMatchObject({
      updatedAt: savedAt,
      content: {
        shares: [70, 30],
        description: { essence: 'Quét mã.' },
        particulars: { benefits: 'Nhanh hơn.' },
      },
    });
  });

  test('with wrong shares is refused at the field, and what was written is kept', async () => {
    const { draftId, savedAt } = await drafted(agency, {
      by: 'lan.tran',
      authors: ['lan.tran', 'duc.vu'],
    });
    const second = { actor, draftId, savedAt, shares: [70, 20], substance };
    await expect(saveSubstance(agency.deps, second)).rejects.toMatchObject({
      code: 'shares_wrong',
      field: 'share_1',
    });
    expect((await draft())?.content).toMatchObject({ particulars: { benefits: 'Nhanh hơn.' } });
    expect((await draft())?.content.shares).toBeUndefined();
  });

  test('loses its shares, and nothing else, when the authors are changed', async () => {
    const { draftId, savedAt } = await drafted(agency, {
      by: 'lan.tran',
      authors: ['lan.tran', 'duc.vu'],
    });
    await saveSubstance(agency.deps, { actor, draftId, savedAt, shares: [70, 30], substance });
    const authors = {
      slackUserIds: ['lan.tran', 'linh.cao'].map((one) => slackIdOf(one as Login)),
    };
    await saveDescription(agency.deps, step({ draftId, authors }));
    const { content } = (await draft())!;
    expect(content.shares).toBeUndefined();
    expect(content.particulars).toMatchObject({ benefits: 'Nhanh hơn.' });
  });

  test('that was never sent is missed when the draft is handed in', async () => {
    const { draftId, savedAt } = await drafted(agency, { by: 'lan.tran' });
    await expect(
      fileInitiative(agency.deps, { actor, draftId, savedAt, shares: [100] }),
    ).rejects.toMatchObject({ code: 'draft_incomplete' });
    expect(await drafts()).toHaveLength(1);
  });
});

describe('a later step', () => {
  const particulars = { benefits: 'Nhanh hơn.', confidential: 'Ngưỡng.' };

  test('is kept in the draft and leaves its mark as it was; what was emptied goes', async () => {
    const { draftId, savedAt } = await drafted(agency, { by: 'lan.tran' });
    await agency.clock.advance(60_000);
    await keepInDraft(agency.deps, { actor, draftId, particulars });
    expect(await draft()).toMatchObject({ updatedAt: savedAt, content: { particulars } });
    await keepInDraft(agency.deps, { actor, draftId, particulars: { confidential: undefined } });
    expect((await draft())?.content.particulars).toEqual({ benefits: 'Nhanh hơn.' });
  });

  test('of a draft that is gone, or of somebody else’s, is not kept and not handed in', async () => {
    const { draftId, savedAt } = await drafted(agency, { by: 'lan.tran' });
    const other = await agency.actor('duc.vu');
    const substance = { priorState: 'a', essence: 'b', benefits: 'c' };
    for (const attempt of [
      { actor: other, draftId },
      { actor, draftId: randomUUID() },
    ]) {
      await keepInDraft(agency.deps, { ...attempt, particulars });
      const late = { ...attempt, savedAt, shares: [100] };
      await expect(fileInitiative(agency.deps, { ...late, particulars })).rejects.toMatchObject({
        code: 'draft_gone',
      });
      await expect(saveSubstance(agency.deps, { ...late, substance })).rejects.toMatchObject({
        code: 'draft_gone',
      });
    }
    expect((await draft())?.content.particulars).toBeUndefined();
    expect(await agency.deps.db.initiativeDraft.count()).toBe(1);
  });
});

describe('a message', () => {
  const message = { channelId: 'C1', ts: '1700000000.000100', text: 'Dán mã QR ở quầy.' };
  const take = (changes: { authorSlackUserId?: string | null; text?: string; ts?: string } = {}) =>
    draftFromMessage(agency.deps, {
      actor,
      message: { authorSlackUserId: slackIdOf('duc.vu'), ...message, ...changes },
    });

  test('becomes a draft of its author’s, the same one however often it is chosen', async () => {
    const takes = await Promise.all([take(), take(), take()]);
    takes.push(await take({ text: 'Đã sửa.' }));
    expect(new Set(takes.map((one) => one.kind === 'draft' && one.draft.id)).size).toBe(1);
    expect(await drafts()).toMatchObject([
      {
        content: {
          description: { essence: message.text },
          authors: { personIds: [personId('duc.vu')], outside: [] },
          fromMessage: { cut: false },
        },
      },
    ]);
  });

  test('of somebody who is in nobody’s list, or of an app, is proposed for who takes it', async () => {
    await take({ authorSlackUserId: 'U0STRANGER' });
    await take({ authorSlackUserId: null, ts: '1700000000.000200' });
    for (const { content } of await drafts())
      expect(content.authors.personIds).toEqual([actor.personId]);
    expect(await drafts()).toHaveLength(2);
  });

  test('that is too long is cut, at no half of a character; an empty one is refused', async () => {
    await take({ text: `${'a'.repeat(2999)}🎉 và còn nữa` });
    const { content } = (await draft())!;
    expect(content.description.essence).toBe('a'.repeat(2999));
    expect(content.fromMessage).toEqual({ cut: true });
    await expect(take({ text: '' })).rejects.toMatchObject({ code: 'message_empty' });
  });

  test('whose draft was handed in leads to the initiative; one whose draft was deleted begins anew', async () => {
    const taken = await take();
    if (taken.kind !== 'draft') throw new Error('handed in already');
    await discardDraft(agency.deps, { actor, draftId: taken.draft.id });
    expect(await take()).toMatchObject({ kind: 'draft', draft: { id: taken.draft.id } });
    const description = sampleDescription(agency);
    const saved = await saveDescription(
      agency.deps,
      step({ draftId: taken.draft.id, description }),
    );
    if (saved.kind !== 'saved') throw new Error('handed in already');
    const { id: draftId, updatedAt: savedAt } = saved.draft;
    const handed = { actor, draftId, savedAt, shares: [100], particulars: { benefits: 'Nhanh.' } };
    const { number } = await fileInitiative(agency.deps, handed);
    expect(await take()).toEqual({ kind: 'filed', initiative: { id: draftId, number } });
    expect(await drafts()).toEqual([]);
  });

  test('finds no room beside ten drafts, and none of them is lost', async () => {
    for (let count = 1; count <= 10; count += 1) await saveDescription(agency.deps, step());
    const another = take({ ts: '1700000000.000300' });
    await expect(another).rejects.toMatchObject({ code: 'too_many_drafts' });
    expect(await drafts()).toHaveLength(10);
  });
});
