import { afterAll, beforeAll, expect, test } from 'vitest';
import { castVote } from '../../src/councils/ballots/cast-vote.ts';
import { plainText } from '../../src/sandbox/validation/plain-text.ts';
import { admitCrowd, CONVENER, type Crowd, crowdEmail, seedCrowd } from '../support/crowd.ts';
import { directMessages, untilFound } from '../support/pressing.ts';
import { openWorld, type World } from '../support/world.ts';

const MEMBERS = 51;
const VOTES = 50;
const CHANNEL = 'hoi-dong-sang-kien';

let world: World;
let crowd: Crowd;

beforeAll(async () => {
  world = await openWorld({ redraws: 'real' });
  admitCrowd(world.workspace, MEMBERS);
  crowd = await seedCrowd(world.deps, MEMBERS, (email) => world.workspace.person(email).id);
});
afterAll(() => world.close());

test('fifty votes at once redraw a turnout card once a second at most, and the last state stays', async () => {
  const { workspace, deps } = world;
  const { db } = deps;
  const channelId = [...workspace.core.state.conversations.values()].find(
    (one) => 'name' in one && one.name === CHANNEL,
  )!.id;
  await db.council.update({ where: { id: crowd.councilId }, data: { channelId } });
  const { ballotId, number } = await crowd.openBallot('secret');
  const secretary = workspace.person(CONVENER).id;
  const chair = workspace.person(crowdEmail(1)).id;
  const openCard = `Đang bỏ phiếu: ${number}`;
  const shown = (words: string) => () => {
    const places = [
      directMessages(workspace, secretary),
      directMessages(workspace, chair),
      workspace.textsIn(channelId),
    ];
    return places.every((texts) =>
      texts.some((text) => text.includes(openCard) && text.includes(words)),
    )
      ? true
      : null;
  };
  await untilFound(workspace, shown(`0/${MEMBERS}`), 'three turnout cards');

  const drawn: { card: string; at: number; text: string }[] = [];
  for (const reader of [secretary, chair])
    workspace.subscribe(reader, (change) => {
      if (change.type !== 'message_changed') return;
      const { ts, blocks, text } = change.message;
      const words = plainText(blocks, text);
      if (words.includes(openCard))
        drawn.push({ card: `${reader} ${ts}`, at: performance.now(), text: words });
    });
  const began = performance.now();
  await Promise.all(
    crowd.members
      .slice(0, VOTES)
      .map((actor) => castVote(deps, { actor, ballotId, choice: 'agree' })),
  );
  await untilFound(workspace, shown(`${VOTES}/${MEMBERS}`), 'the last state on all cards');

  const cards = new Set(drawn.map(({ card }) => card));
  // Each in private, and the channel's as each of the two sees it.
  expect(cards.size).toBeGreaterThanOrEqual(3);
  for (const card of cards) {
    const changes = drawn.filter((one) => one.card === card);
    const seconds = (changes.at(-1)!.at - began) / 1000;
    expect(changes.length).toBeLessThanOrEqual(Math.floor(seconds) + 1);
    expect(changes[0]!.at - began).toBeGreaterThan(900);
    expect(changes.at(-1)!.text).toContain(`${VOTES}/${MEMBERS}`);
  }
  const named = `Chưa bỏ phiếu: Thành Viên ${MEMBERS}`;
  for (const reader of [secretary, chair])
    expect(directMessages(workspace, reader).join('\n')).toContain(named);
  expect(workspace.textsIn(channelId).join('\n')).not.toContain('Chưa bỏ phiếu');
});
