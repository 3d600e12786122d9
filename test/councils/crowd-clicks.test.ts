import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { admitCrowd, type Crowd, seedCrowd } from '../support/crowd.ts';
import {
  buttonOf,
  directMessages,
  press,
  type SeenButton,
  toldInPrivate,
  untilFound,
} from '../support/pressing.ts';
import { openWorld, type World } from '../support/world.ts';

const MEMBERS = 50;
const PRESSES = 3;
const ACTIONS = ['councils.agree', 'councils.disagree'];

/** Waits for all cards, then presses every member's buttons three times in the same moment. */
async function pressAllAtOnce(world: World, crowd: Crowd, ballotId: string): Promise<boolean[]> {
  const { workspace } = world;
  const buttons: SeenButton[] = [];
  for (const [index, { slackUserId, fullName }] of crowd.members.entries()) {
    for (let turn = 0; turn < PRESSES; turn += 1) {
      const actionId = ACTIONS[(index + turn) % ACTIONS.length] ?? '';
      const find = () => buttonOf(workspace, slackUserId, { actionId, value: ballotId });
      buttons.push(
        await untilFound(workspace, find, `the card of ${fullName}`, { userId: slackUserId }),
      );
    }
  }
  // A paper recommends no choice.
  expect(buttons.filter(({ located }) => 'style' in located.element)).toEqual([]);
  return Promise.all(buttons.map((button) => press(workspace, button)));
}

/** What each member was told by the app since `before`, three answers being there. */
async function answersOf(world: World, crowd: Crowd, before: number): Promise<string[][]> {
  const { workspace } = world;
  const answers: string[][] = [];
  for (const { slackUserId, fullName } of crowd.members) {
    const find = () => {
      const told = toldInPrivate(workspace, slackUserId).slice(before);
      return told.length >= PRESSES ? told : null;
    };
    answers.push(
      await untilFound(workspace, find, `three answers to ${fullName}`, { userId: slackUserId }),
    );
  }
  return answers;
}

async function untilAllSeeOutcome(world: World, crowd: Crowd, number: string): Promise<void> {
  const { workspace } = world;
  for (const { slackUserId, fullName } of crowd.members) {
    const find = () =>
      directMessages(workspace, slackUserId).find(
        (text) => text.includes(`Đã kiểm phiếu: ${number}`) && text.includes('0 không bỏ phiếu'),
      ) ?? null;
    await untilFound(workspace, find, `the outcome on the card of ${fullName}`, {
      userId: slackUserId,
    });
  }
}

describe.each(['socket', 'http'] as const)(
  'fifty members press in Slack over %s',
  { timeout: 240_000 },
  (transport) => {
    let world: World;
    let crowd: Crowd;
    beforeAll(async () => {
      // Workspace, app, database and fifty people share this one process, so it may take its time.
      world = await openWorld({ transport, ackDeadlineMs: 20_000 });
      admitCrowd(world.workspace, MEMBERS);
      crowd = await seedCrowd(world.deps, MEMBERS, (email) => world.workspace.person(email).id);
    });
    afterAll(() => world.close());

    test('an open ballot: everyone is told once that it counts and twice that it did before', async () => {
      const { db } = world.deps;
      const { ballotId, number } = await crowd.openBallot('open');
      const acknowledged = await pressAllAtOnce(world, crowd, ballotId);
      expect(acknowledged).toEqual(Array(MEMBERS * PRESSES).fill(true));

      const answers = await answersOf(world, crowd, 0);
      for (const texts of answers) {
        expect(texts.filter((text) => text.includes('Đã ghi phiếu'))).toHaveLength(1);
        expect(texts.filter((text) => text.includes('đã được ghi trước đó'))).toHaveLength(2);
        expect(texts).toHaveLength(PRESSES);
      }
      const votes = await db.openVote.findMany({ where: { ballotId } });
      expect(votes).toHaveLength(MEMBERS);
      expect(await db.turnout.count({ where: { ballotId } })).toBe(MEMBERS);
      const told = answers.flat().filter((text) => text.includes('Đã ghi phiếu Đồng ý'));
      expect(votes.filter((vote) => vote.choice === 'agree')).toHaveLength(told.length);

      // All have voted, so the ballot closes by itself, and every card says so in the end.
      await untilAllSeeOutcome(world, crowd, number);
      expect((await db.ballot.findUniqueOrThrow({ where: { id: ballotId } })).state).toBe('closed');
    });

    test('a secret ballot: everyone holds the receipt of one paper', async () => {
      const { db } = world.deps;
      const { ballotId, number } = await crowd.openBallot('secret');
      const acknowledged = await pressAllAtOnce(world, crowd, ballotId);
      expect(acknowledged).toEqual(Array(MEMBERS * PRESSES).fill(true));

      const answers = await answersOf(world, crowd, PRESSES);
      const receipts = answers.flatMap((mine) => {
        expect(mine.filter((text) => text.includes('đã được ghi trước đó'))).toHaveLength(2);
        return mine.flatMap((text) => /Mã biên nhận: ([0-9a-f]{16})/.exec(text)?.[1] ?? []);
      });
      expect(new Set(receipts).size).toBe(MEMBERS);
      expect(receipts).toHaveLength(MEMBERS);
      await untilAllSeeOutcome(world, crowd, number);
      const listed = await db.ballotReceipt.findMany({ where: { ballotId } });
      expect(listed.map((row) => row.receiptHash).toSorted()).toEqual(receipts.toSorted());
      expect(await db.countedPaper.count({ where: { ballotId } })).toBe(MEMBERS);
      expect(await db.paper.count({ where: { ballotId } })).toBe(0);
    });
  },
);
