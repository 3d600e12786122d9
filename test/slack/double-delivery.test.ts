import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../src/kernel/errors.ts';
import { emailOf } from '../../src/sandbox/sample/people.ts';
import { plain } from '../../src/slack/blocks.ts';
import { modalKind } from '../../src/slack/kinds.ts';
import { type Desk, openDesk } from './support.ts';

// Slack may deliver one submission twice at once, to one process. Here each takes what can be taken once only, as a
// ballot paper, and is under way until the test says so.

const take = modalKind('test.take', {
  metadata: z.object({}),
  fields: z.object({ what: z.string() }),
});

let desk: Desk;
let taken: string[];
/** The deliveries of which the app has read for which form they are. */
let arrived: Set<symbol>;
let letGo: () => void;
let mayGo: Promise<void>;

beforeAll(async () => {
  desk = await openDesk((on) => {
    on.submission(take, async ({ fields }) => {
      const before = taken.includes(fields.what);
      if (!before) taken.push(fields.what);
      await mayGo;
      if (before) throw new AppError('taken', { say: () => 'Đã lấy trước đó', field: 'what' });
      return { next: 'show', view: { type: 'modal', title: plain(fields.what), blocks: [] } };
    });
  });
});
beforeEach(() => {
  taken = [];
  arrived = new Set();
  mayGo = new Promise((resolve) => {
    letGo = resolve;
  });
});
afterAll(() => desk.close());

/** Delivers a submission; resolves with what Slack is answered. */
async function delivers(what: string, viewId = 'V1'): Promise<unknown> {
  let answer: unknown;
  const delivery = Symbol(what);
  const { teamId } = desk.workspace.core.identity;
  await desk.app.bolt.processEvent({
    body: {
      type: 'view_submission',
      team: { id: teamId },
      user: { id: desk.workspace.person(emailOf('lan.tran')).id, team_id: teamId },
      view: {
        ...{ id: viewId, private_metadata: '{}' },
        get callback_id() {
          arrived.add(delivery);
          return take.callbackId;
        },
        blocks: [{ type: 'input', block_id: 'what' }],
        state: { values: { what: { what: { type: 'plain_text_input', value: what } } } },
      },
    },
    ack: async (response) => {
      answer = response;
    },
  });
  return answer;
}

const shown = (what: string) => ({
  response_action: 'update',
  view: expect.objectContaining({ title: plain(what) }),
});
const refused = { response_action: 'errors', errors: { what: 'Đã lấy trước đó' } };

test('two deliveries of one submission in flight are one, and are answered alike', async () => {
  const both = [delivers('Phiếu'), delivers('Phiếu')];
  await expect
    .poll(() => ({ arrived: arrived.size, taken }))
    .toEqual({ arrived: 2, taken: ['Phiếu'] });
  letGo();
  expect(await Promise.all(both)).toEqual([shown('Phiếu'), shown('Phiếu')]);
});

test('what is done is done: the same again is judged again', async () => {
  letGo();
  expect(await delivers('Phiếu')).toEqual(shown('Phiếu'));
  expect(await delivers('Phiếu')).toEqual(refused);
});

test('another modal, or the same with something else in it, is another submission', async () => {
  const three = [delivers('Phiếu'), delivers('Phiếu', 'V2'), delivers('Biên nhận')];
  await expect.poll(() => taken).toHaveLength(2);
  letGo();
  const answers = await Promise.all(three);
  expect(answers.filter((one) => JSON.stringify(one) === JSON.stringify(refused))).toHaveLength(1);
  expect(answers[2]).toEqual(shown('Biên nhận'));
});
