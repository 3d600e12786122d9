import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inTransaction } from '../../src/database/transaction.ts';
import { sendFile } from '../../src/jobs/files.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { untilFound } from '../support/pressing.ts';
import { openPostOffice, type PostOffice, paper } from './support.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
  await office.startProcess();
});
afterAll(() => office.close());

const ask = (login: Login, text: string) =>
  inTransaction(office.deps.db, (tx) =>
    sendFile(tx, paper, { personId: personId(login), params: { text } }),
  );

/** The files that somebody has from the app, oldest first. */
function filesOf(login: Login): { name: string; text: string }[] {
  return [...office.workspace.core.state.files.values()]
    .filter(({ channels }) => channels.includes(office.direct(login)))
    .map(({ name, contentBase64 }) => ({
      name,
      text: Buffer.from(contentBase64, 'base64').toString(),
    }));
}

const has = (login: Login, count: number) =>
  untilFound(
    office.workspace,
    () => (filesOf(login).length >= count ? true : null),
    `${count} files of ${login}`,
  );

const nothingLeft = () =>
  expect
    .poll(async () => {
      const [row] = await office.deps.db.$queryRaw<{ jobs: number }[]>`
          select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'send_file'`;
      return row?.jobs;
    })
    .toBe(0);

describe('a file', () => {
  test('comes in the person’s own conversation, with words beside it', async () => {
    await ask('lan.tran', 'một dòng');
    await has('lan.tran', 1);
    expect(filesOf('lan.tran')).toEqual([{ name: 'giay.txt', text: 'một dòng' }]);
    expect(office.workspace.textsIn(office.direct('lan.tran'))).toEqual(['Tệp của anh/chị']);
    expect(filesOf('duc.vu')).toEqual([]);
  });

  test('asked for twice in one moment is made once', async () => {
    await inTransaction(office.deps.db, async (tx) => {
      const file = { personId: personId('duc.vu'), params: { text: 'hai lần' } };
      await sendFile(tx, paper, file);
      await sendFile(tx, paper, file);
    });
    await has('duc.vu', 1);
    await nothingLeft();
    expect(filesOf('duc.vu')).toHaveLength(1);
  });

  test('is tried again when Slack was away before it was shown', async () => {
    office.workspace.faults.answerServerError('files.getUploadURLExternal');
    await ask('linh.cao', 'lần sau');
    await has('linh.cao', 1);
    await nothingLeft();
    expect(filesOf('linh.cao')).toHaveLength(1);
  });

  test('whose last answer is lost does not come twice', async () => {
    office.workspace.faults.loseAnswers('files.completeUploadExternal');
    await ask('nga.bui', 'mất trả lời');
    await has('nga.bui', 1);
    await nothingLeft();
    expect(filesOf('nga.bui')).toHaveLength(1);
  });

  test('that cannot be made is told to the person', async () => {
    await ask('nam.hoang', 'không dựng được');
    const told = () =>
      office.workspace
        .textsIn(office.direct('nam.hoang'))
        .find((text) => text.includes('Tệp anh/chị yêu cầu chưa gửi được')) ?? null;
    await untilFound(office.workspace, told, 'word of the failure');
    await nothingLeft();
    expect(filesOf('nam.hoang')).toEqual([]);
  });
});
