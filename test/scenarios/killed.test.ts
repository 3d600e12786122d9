import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Workspace } from '../../src/sandbox/start-workspace.ts';
import type { OpenedBallot } from '../support/crowd.ts';
import { type OpenPlace, places } from '../support/place.ts';
import { buttonOf, directMessages, press, toldInPrivate, untilFound } from '../support/pressing.ts';
import { type Product, startProduct } from '../support/product.ts';
import type { SlackServer } from '../support/slack-server.ts';
import {
  CAMPAIGNS,
  CHANNELS,
  fillStage,
  leftToDo,
  MEMBERS,
  openStageSlack,
  readStage,
  type Stage,
} from './killed-stage.ts';

/** Votes acknowledged before the power goes. */
const BEFORE = 70;
/** Posts that Slack has taken and whose answers do not reach the process any more. */
const IN_DOUBT = 3;
const AUTHOR = 'lan.tran@bhxh.example';

describe.each(places)('killed amid two hundred votes, on $name', { timeout: 240_000 }, (place) => {
  let slack: SlackServer;
  let open: OpenPlace;
  let env: Record<string, string>;
  let stage: Stage;
  let product: Product | undefined;

  beforeAll(async () => {
    slack = await openStageSlack();
    open = await place.open();
    env = { ...slack.env, ...open.env, BALLOT_KEY: randomBytes(24).toString('hex') };
    const { ballotKey } = readConfig(env);
    stage = await open.prepare((database) => fillStage(database, slack.workspace, ballotKey));
  }, 60_000);
  afterAll(async () => {
    await product?.stop();
    await slack.close();
    await open.remove();
  });

  test('every acknowledged vote is there, none twice, every message posted once', async () => {
    const { workspace } = slack;
    const voters = new Voters(workspace);
    product = await startProduct(env);
    const voting = voters.voteOnAll(stage);
    // Awaited below; a failure before that must not go by as nobody's.
    voting.catch(() => undefined);
    await voters.acknowledged(BEFORE);
    const release = workspace.faults.holdAnswers('chat.postMessage');
    await postsTaken(workspace, IN_DOUBT);
    await product.kill();
    release();

    const before = new Set(voters.agreed);
    const receipts = receiptsTold(workspace);
    product = await startProduct(env);
    voters.pressAgain();
    await voting;
    await open.look((database) =>
      expect
        .poll(() => leftToDo(database), { timeout: 60_000, interval: 100 })
        .toEqual({ messages: 0, jobs: 0 }),
    );
    const found = await open.look((database) => readStage(database, stage));

    const everyone = MEMBERS * stage.ballots.length;
    expect(before.size).toBeGreaterThanOrEqual(BEFORE);
    expect(before.size).toBeLessThan(everyone);
    expect(found.turnout.map((one) => one.voters)).toEqual(Array(4).fill(MEMBERS));
    expect(found.counted.map((one) => one.papers)).toEqual(Array(2).fill(MEMBERS));
    expect(found.votes).toHaveLength(MEMBERS * 2);
    const kept = new Set(
      found.votes.map(({ voter, ballot, choice }) => key(voter, ballot, choice)),
    );
    expect([...before].filter((vote) => isOpen(stage, vote) && !kept.has(vote))).toEqual([]);
    const listed = new Set(found.receipts.map((one) => one.receipt_hash));
    expect(receipts.length).toBeGreaterThan(0);
    expect(receipts.filter((receipt) => !listed.has(receipt))).toEqual([]);
    expect(found.states.map((ballot) => ballot.state)).toEqual(Array(4).fill('closed'));

    expect(found.outbox).toEqual([{ state: 'delivered' }]);
    expectEachOnce(workspace, stage);
    expect(await product.stop()).toBe(0);
  });
});

/** Fifty people who vote as soon as their cards are there: before the kill they agree, after it they do not. */
class Voters {
  /** Votes acknowledged before the kill. */
  readonly agreed = new Set<string>();
  readonly #workspace: Workspace;
  #choice: 'agree' | 'disagree' = 'agree';
  #onAgreed: () => void = () => undefined;
  pressAgain: () => void = () => undefined;
  readonly #again: Promise<void>;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
    this.#again = new Promise((resolve) => {
      this.pressAgain = () => {
        this.#choice = 'disagree';
        resolve();
      };
    });
  }

  async voteOnAll({ members, ballots }: Stage): Promise<void> {
    await Promise.all(
      members.map(async ({ slackUserId }) => {
        for (const ballot of ballots) await this.#vote(slackUserId, ballot);
      }),
    );
  }

  /** Waits for so many votes acknowledged. */
  acknowledged(count: number): Promise<void> {
    return new Promise((resolve) => {
      this.#onAgreed = () => this.agreed.size >= count && resolve();
      this.#onAgreed();
    });
  }

  async #vote(slackUserId: string, { ballotId }: OpenedBallot): Promise<void> {
    for (;;) {
      const choice = this.#choice;
      const paper = { actionId: `councils.${choice}`, value: ballotId };
      const find = () => buttonOf(this.#workspace, slackUserId, paper);
      const waiting = { userId: slackUserId };
      const button = await untilFound(this.#workspace, find, 'a card', waiting);
      const answered = await press(this.#workspace, button);
      if (answered && choice === 'agree') {
        this.agreed.add(key(slackUserId, ballotId, choice));
        this.#onAgreed();
      }
      if (answered) return;
      await this.#again;
    }
  }
}

function key(voter: string, ballot: string, choice: string): string {
  return `${voter} ${ballot} ${choice}`;
}

function isOpen(stage: Stage, vote: string): boolean {
  return stage.ballots.some(({ ballotId, method }) => method === 'open' && vote.includes(ballotId));
}

/** Waits until Slack has taken that many more posts of the app. */
async function postsTaken(workspace: Workspace, count: number): Promise<void> {
  const posted = () =>
    [...workspace.core.state.messages.values()].reduce((sum, inOne) => sum + inOne.size, 0);
  const before = posted();
  const find = () => (posted() >= before + count ? true : null);
  await untilFound(workspace, find, `${count} posts that are not answered`);
}

function receiptsTold(workspace: Workspace): string[] {
  return [...workspace.core.state.people.keys()].flatMap((userId) =>
    toldInPrivate(workspace, userId).flatMap(
      (text) => /Mã biên nhận: ([0-9a-f]{16})/.exec(text)?.[1] ?? [],
    ),
  );
}

const INVITATION = 'Mời họp hội đồng';

function expectEachOnce(workspace: Workspace, { members, ballots }: Stage): void {
  for (const [index, { slackUserId, fullName }] of members.entries()) {
    const texts = directMessages(workspace, slackUserId);
    // Of each sitting an invitation, of each ballot a card; the first is the chair, who has the turnout besides.
    const about = (number: string, invited: boolean) =>
      texts.filter((one) => one.includes(number) && one.includes(INVITATION) === invited).length;
    for (const invited of [true, false])
      expect(
        ballots.map(({ number }) => about(number, invited)),
        fullName,
      ).toEqual(ballots.map(() => (index === 0 && !invited ? 2 : 1)));
  }
  for (const channel of CHANNELS) {
    const texts = workspace.textsIn(channel);
    const announced = CAMPAIGNS.map((name) => texts.filter((one) => one.startsWith(name)).length);
    expect(announced, channel).toEqual(CAMPAIGNS.map(() => 1));
  }
  const outcomes = directMessages(workspace, workspace.person(AUTHOR).id);
  const told = ballots.map(({ number }) => outcomes.filter((one) => one.includes(number)).length);
  expect(told).toEqual(ballots.map(() => 1));
}
