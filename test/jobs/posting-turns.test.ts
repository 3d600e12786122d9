import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SLACK_PACE } from '../../src/jobs/pace.ts';
import { nextTurn, PostingRoom } from '../../src/jobs/posting-turns.ts';
import { openPostOffice, type PostOffice, personLane } from './support.ts';

describe('what a refusal says of other conversations', () => {
  let room: PostingRoom;
  beforeEach(() => {
    room = new PostingRoom();
  });

  test('one holds the others up for a second at most: it may be meant for it alone', () => {
    room.refused('C1', 30_000, 1_000);
    expect(room.fullUntil).toBe(2_000);
    room.refused('C1', 30_000, 5_000);
    expect(room.fullUntil).toBe(6_000);
  });

  test('a second conversation that is refused too tells that it is for all', () => {
    room.refused('C1', 30_000, 1_000);
    room.refused('C2', 29_000, 2_000);
    expect(room.fullUntil).toBe(31_000);
  });

  test('one that was served in between tells that it is not', () => {
    room.refused('C1', 30_000, 1_000);
    room.served();
    room.refused('C2', 30_000, 2_000);
    expect(room.fullUntil).toBe(3_000);
  });
});

describe('whose turn it is while there is no room', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await openPostOffice();
  });
  afterAll(() => office.close());

  test('channels as soon as there is, people in the order of writing', async () => {
    const ids: string[] = [];
    for (const lane of [
      personLane('hung.le'),
      personLane('minh.pham'),
      // A second message to the same person takes no place of its own.
      personLane('hung.le'),
      personLane('hoa.nguyen'),
      office.channel('#chung'),
    ])
      ids.push(await office.send(`thứ ${ids.length + 1}`, lane));
    const room = new PostingRoom();
    const turns = async () => {
      const times = [];
      for (const id of ids) {
        const turn = await nextTurn(
          { db: office.deps.db, pace: { ...SLACK_PACE, postsPerSecond: 2 }, room },
          await office.row(id),
        );
        times.push(turn && turn.getTime() - room.fullUntil);
      }
      return times;
    };
    expect(await turns()).toEqual([null, null, null, null, null]);
    room.refused('C1', 600_000);
    room.refused('C2', 600_000);
    const [first = 0, second, again, fourth, channel] = (await turns()).map((ms) => ms ?? -1);
    // So many come that the room is used up: half as many again as it takes, which is three a second.
    const place = (ms = -1) => Math.round(((ms - first) * 3) / 1000);
    expect([second, again, fourth].map(place)).toEqual([1, 2, 2]);
    expect(channel).toBe(0);
  });
});
