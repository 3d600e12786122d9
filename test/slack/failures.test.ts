import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '../../src/kernel/errors.ts';
import { STRANGER } from '../../src/sandbox/sample/people.ts';
import { actions, input, plain, section } from '../../src/slack/blocks.ts';
import { buttonKind, modalKind } from '../../src/slack/kinds.ts';
import type { RegisterListeners } from '../../src/slack/listeners.ts';
import { type Desk, openDesk } from './support.ts';

const ERROR = 50;
const INFO = 30;
const REFERENCE = /([0-9A-F]{8})/;
const SECRET = 'lời riêng của người viết';

/** What happens next in whatever listener is called. */
let happens: () => Promise<void> = async () => undefined;

const button = buttonKind('test.button', z.object({ number: z.int() }));
const inModal = buttonKind('test.in_modal', z.object({}));
const modal = modalKind('test.modal', {
  metadata: z.object({}),
  fields: z.object({ reason: z.string().optional(), count: z.string().optional() }),
});
const bare = modalKind('test.bare', { metadata: z.object({}), fields: z.object({}) });

const textInput = { type: 'plain_text_input' } as const;
const form = () =>
  modal.view({
    title: 'Mẫu thử',
    metadata: {},
    submit: 'Gửi',
    close: 'Đóng',
    blocks: [
      // An element that is no input and has a state all the same.
      {
        type: 'section',
        block_id: 'aside',
        text: plain('Chọn ngày'),
        accessory: { type: 'datepicker', action_id: 'day' },
      },
      input('reason', 'Lý do', textInput, { optional: true }),
      input('count', 'Số lượng', textInput, { optional: true }),
      { type: 'actions', elements: [inModal.button('Nút trong mẫu', {})] },
    ],
  });

const register: RegisterListeners = (on, deps) => {
  on.command('/dangky', async ({ words, openModal, reply }) => {
    const [word] = words;
    if (word === 'mẫu') return openModal(form());
    if (word === 'trơn')
      return openModal(
        bare.view({
          title: 'Trơn',
          metadata: {},
          submit: 'Gửi',
          close: 'Đóng',
          blocks: [section('.')],
        }),
      );
    await happens();
    if (word === 'mở') return openModal(form());
    // Old messages stay: one button of today, one with a value of another version, one with rubbish.
    await reply({
      text: 'Nút đây',
      blocks: [
        actions('now', button.button('Bấm', { number: 1 })),
        actions('old', { ...button.button('Nút cũ', { number: 2 }), value: '{"of":"old"}' }),
        actions('odd', { ...button.button('Nút hỏng', { number: 3 }), value: 'không phải JSON' }),
      ],
    });
  });
  on.button(button, async ({ value }) => {
    await happens();
    return { text: `Đã bấm nút ${value.number}` };
  });
  on.button(inModal, async () => {
    await happens();
    return { text: 'Đã bấm trong mẫu' };
  });
  on.submission(modal, async () => {
    await happens();
    return { next: 'close' };
  });
  on.submission(bare, async () => {
    await happens();
    return { next: 'close' };
  });
  on.home(async () => {
    await happens();
    return [section('Phần của người thử')];
  });
  deps.log.trace('registered');
};

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk(register);
});
afterAll(() => desk.close());
beforeEach(() => {
  happens = async () => undefined;
  desk.log.forget();
});

const refuse = (field?: string) => async () => {
  throw new AppError('no_way', {
    say: (language) => (language === 'vi' ? 'Chưa được đâu' : 'Not yet'),
    ...(field ? { field } : {}),
  });
};
const fail = async () => {
  throw new Error(`broken: ${SECRET}`);
};

/** A defect is logged as an error under the reference that the person reads, and only there in its words. */
function expectReported(seen: string, listener: string): void {
  const [, reference] = REFERENCE.exec(seen) ?? [];
  expect(reference).toBeDefined();
  expect(seen).not.toContain(SECRET);
  const logged = desk.log.complaints();
  expect(logged).toMatchObject([{ level: ERROR, listener, reference, err: { type: 'Error' } }]);
}

function expectRefused(listener: string): void {
  expect(desk.log.complaints()).toEqual([]);
  expect(desk.log.lines()).toContainEqual(
    expect.objectContaining({ level: INFO, listener, code: 'no_way' }),
  );
}

describe('a command', () => {
  test('that is refused says so to its writer only, and the log takes it for information', async () => {
    happens = refuse();
    const writer = desk.as('lan.tran');
    await writer.types('/dangky', { in: '#chung' });
    await writer.sees('Chưa được đâu', { in: '#chung' });
    desk.as('duc.vu').seesNot('Chưa được đâu');
    expectRefused('/dangky');
  });

  test('that fails gives a reference', async () => {
    happens = fail;
    const writer = desk.as('linh.cao');
    await writer.types('/dangky');
    await writer.sees('Hệ thống gặp lỗi');
    expectReported(writer.messages(), '/dangky');
  });

  test('is answered in the language of the person', async () => {
    happens = refuse();
    const writer = desk.as('chau.do');
    await writer.types('/dangky');
    await writer.sees('Not yet');
    happens = fail;
    await writer.types('/dangky');
    await writer.sees('Something failed and nothing was changed');
  });

  test('whose form comes too late for Slack says that nothing was written', async () => {
    happens = () => desk.clock.advance(4_000);
    const writer = desk.as('duc.vu');
    await writer.types('/dangky mở');
    await writer.sees('Biểu mẫu mở quá chậm');
    expect(desk.log.complaints().filter((line) => line.level >= ERROR)).toEqual([]);
    expect(writer.modal()).toBeNull();
  });
});

describe('a button', () => {
  test('that is refused, in a message', async () => {
    const presser = desk.as('ha.nguyen');
    await presser.types('/dangky');
    await presser.sees('[Bấm]');
    happens = refuse();
    await presser.clicks('Bấm');
    await presser.sees('Chưa được đâu');
    expectRefused('test.button');
  });

  test('that fails, in a message', async () => {
    const presser = desk.as('yen.luu');
    await presser.types('/dangky');
    await presser.sees('[Bấm]');
    happens = fail;
    await presser.clicks('Bấm');
    await presser.sees('Hệ thống gặp lỗi');
    expectReported(presser.messages(), 'test.button');
  });

  test('that fails, in a modal, opens a notice over it', async () => {
    const presser = desk.as('quan.dinh');
    await presser.types('/dangky mẫu');
    await presser.waitsForModal('Mẫu thử');
    happens = fail;
    await presser.clicks('Nút trong mẫu');
    await presser.waitsForModal('Thông báo');
    expectReported(presser.modalText(), 'test.in_modal');
    await presser.closesModal();
    await presser.waitsForModal('Mẫu thử');
  });

  test.each(['Nút cũ', 'Nút hỏng'])('with a value that is not understood: %s', async (label) => {
    const presser = desk.as(label === 'Nút cũ' ? 'binh.nguyen' : 'ngoc.le');
    await presser.types('/dangky');
    await presser.sees('[Bấm]');
    let called = false;
    happens = async () => {
      called = true;
    };
    await presser.clicks(label);
    await presser.sees('Nút này không còn dùng được');
    expect(called).toBe(false);
    expect(desk.log.complaints()).toEqual([]);
  });

  test('whose answer is lost once is answered all the same, and not as a failure', async () => {
    const presser = desk.as('tuan.vu');
    await presser.types('/dangky');
    await presser.sees('[Bấm]');
    desk.workspace.faults.answerServerError('response_url');
    await presser.clicks('Bấm');
    await presser.sees('Đã bấm nút 1');
    presser.seesNot('Hệ thống gặp lỗi');
  });

  test('whose answer cannot be told is not said to have changed nothing', async () => {
    const presser = desk.as('loan.pham');
    await presser.types('/dangky');
    await presser.sees('[Bấm]');
    desk.workspace.faults.answerServerError('response_url', 2);
    await presser.clicks('Bấm');
    await expect.poll(() => desk.log.complaints().length).toBeGreaterThan(0);
    expect(desk.log.lines()).toContainEqual(
      expect.objectContaining({ level: ERROR, listener: 'test.button', msg: 'answer not told' }),
    );
    presser.seesNot('chưa ghi gì');
  });

  test('whose acknowledgement cannot be sent is answered with what was done', async () => {
    const presser = desk.as('ha.nguyen');
    await presser.types('/dangky');
    await presser.sees('[Bấm]');
    desk.receiver.client.once('outgoing_message', () => {
      throw new Error('the line is cut');
    });
    const clicked = expect(presser.clicks('Bấm')).rejects.toThrow('không trả lời');
    await presser.sees('Đã bấm nút 1');
    presser.seesNot('Hệ thống gặp lỗi');
    expect(desk.log.lines()).toContainEqual(
      expect.objectContaining({ listener: 'test.button', msg: 'acknowledgement not sent' }),
    );
    await clicked;
  });
});

describe('a submission', () => {
  async function openForm(login: Parameters<Desk['as']>[0]) {
    const writer = desk.as(login);
    await writer.types('/dangky mẫu');
    await writer.waitsForModal('Mẫu thử');
    return writer;
  }

  test('that is refused at a field says so there and keeps what was written', async () => {
    const writer = await openForm('hieu.trinh');
    await writer.fills({ 'Lý do': 'vì thế', 'Số lượng': '3' });
    happens = refuse('count');
    expect(await writer.submits()).toBe('errors');
    expect(writer.errors()).toEqual({ 'Số lượng': 'Chưa được đâu' });
    expectRefused('test.modal');
    happens = async () => undefined;
    expect(await writer.submits()).toBe('closed');
  });

  test.each([undefined, 'a_field_that_is_not_there', 'aside'])(
    'refused at %s says so at the first input',
    async (field) => {
      const writer = await openForm('van.doan');
      happens = refuse(field);
      expect(await writer.submits()).toBe('errors');
      expect(writer.errors()).toEqual({ 'Lý do': 'Chưa được đâu' });
      await writer.closesModal();
    },
  );

  test('that fails gives its reference at a field', async () => {
    const writer = await openForm('phuc.dang');
    happens = fail;
    expect(await writer.submits()).toBe('errors');
    expectReported(writer.errors()['Lý do'] ?? '', 'test.modal');
  });

  test('of a modal without inputs shows a notice', async () => {
    const writer = desk.as('giang.bui');
    await writer.types('/dangky trơn');
    await writer.waitsForModal('Trơn');
    happens = fail;
    expect(await writer.submits()).toBe('updated');
    expectReported(writer.modalText(), 'test.bare');
  });
});

describe('the Home', () => {
  test('that cannot be drawn gives a reference', async () => {
    const reader = desk.as('thao.dinh');
    happens = fail;
    await reader.opensHome();
    expectReported(reader.home(), 'home');
    happens = async () => undefined;
    await reader.opensHome();
    expect(reader.home()).toContain('Phần của người thử');
  });
});

describe('somebody who is not in the staff list', () => {
  test('is told so, and nothing happens, in a command and in the Home', async () => {
    let called = false;
    happens = async () => {
      called = true;
    };
    const stranger = desk.somebody(STRANGER.email);
    await stranger.types('/dangky');
    await stranger.sees('chưa được ghép với danh sách cán bộ');
    await stranger.opensHome();
    expect(stranger.home()).toContain('chưa được ghép với danh sách cán bộ');
    expect(called).toBe(false);
    expect(desk.log.complaints()).toEqual([]);
  });
});
