import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nameSubstitute } from '../../src/councils/composition/name-substitute.ts';
import { answerInvitation } from '../../src/councils/sittings/attendance.ts';
import { callOffSitting } from '../../src/councils/sittings/changes/call-off-sitting.ts';
import { changeSitting } from '../../src/councils/sittings/changes/change-sitting.ts';
import { changeSittingView } from '../../src/councils/sittings/changes/change-views.ts';
import { prepareChange } from '../../src/councils/sittings/changes/prepare-change.ts';
import { conveneView } from '../../src/councils/sittings/convene-views.ts';
import { declareItemConflicts } from '../../src/councils/sittings/declare-item-conflicts.ts';
import { filesOfSitting } from '../../src/councils/sittings/files/file-queries.ts';
import {
  FILE_OUTCOMES,
  MOST_FILES,
  MOST_FILES_AT_ONCE,
} from '../../src/councils/sittings/files/file-rules.ts';
import {
  addFilesView,
  filesCameMessage,
  filesCheckedMessage,
  filesView,
} from '../../src/councils/sittings/files/file-views.ts';
import { keepSittingFiles } from '../../src/councils/sittings/files/keep-files.ts';
import { buildSittingFile, sendSittingFile } from '../../src/councils/sittings/files/send-file.ts';
import { takeOffFile } from '../../src/councils/sittings/files/take-off-file.ts';
import { prepareSitting } from '../../src/councils/sittings/prepare-sitting.ts';
import { sittingPicture } from '../../src/councils/sittings/sitting-queries.ts';
import type { GivenFile } from '../../src/documents/sent-file-rules.ts';
import { today } from '../../src/kernel/deps.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { validateMessageBlocks } from '../../src/sandbox/validation/blocks.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';
import { EXE, officeFile, PNG } from '../initiatives/evidence-support.ts';
import { FilesStage, SECRETARY } from './files-stage.ts';
import { COUNCIL, cardsOf, codeOf, MEMBERS } from './sitting-stage.ts';

const CHAIR = 'hung.le';
const MEMBER = 'tuyet.ho';
const SUBSTITUTE = 'nga.bui';
const STRANGER = 'duc.vu';
const OTHERS = MEMBERS.filter((login) => login !== SECRETARY);

let stage: FilesStage;
beforeAll(async () => {
  stage = await FilesStage.open();
});
afterAll(() => stage.close());

const cardOf = async (login: Login, kind: string, sittingId: string) =>
  (await cardsOf(stage.deps, login))[`councils.${kind} ${sittingId}`];
const outcomes = async (sittingId: string) =>
  (await stage.told('files_checked', sittingId)).map(({ personId: id, params }) => ({
    id,
    params,
  }));
const takesOff = async (login: Login, fileId: string) =>
  codeOf(takeOffFile(stage.deps, { actor: await stage.actor(login), fileId }));
const gets = async (login: Login, fileId: string) =>
  codeOf(sendSittingFile(stage.deps, { actor: await stage.actor(login), fileId }));
const adds = (login: Login, sittingId: string, ...files: GivenFile[]) =>
  codeOf(stage.adds(login, sittingId, files));

describe('files given with the form that convenes', () => {
  test('are kept with their hash and shown in invitation and card; nobody is told besides', async () => {
    const content = Buffer.from('%PDF-1.7\nDự thảo\n');
    const sittingId = await stage.convened([
      stage.file('Dự thảo / quy chế.pdf', content),
      stage.file('bảng.xlsx', await officeFile('xlsx')),
    ]);
    expect(await cardOf(MEMBER, 'invitation', sittingId)).not.toContain('tài liệu đính kèm');
    await stage.works();

    const [first] = await stage.deps.db.sittingFile.findMany({
      where: { sittingId, type: 'pdf' },
      include: { content: true },
    });
    expect(first).toMatchObject({
      ...{ name: 'Dự thảo quy chế.pdf', size: content.length, addedById: personId(SECRETARY) },
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect(Buffer.from(first!.content!.bytes)).toEqual(content);
    expect(await cardOf(MEMBER, 'invitation', sittingId)).toContain('2 tài liệu đính kèm');
    expect(await cardOf(SECRETARY, 'sitting', sittingId)).toContain('2 tài liệu đính kèm');
    expect(await outcomes(sittingId)).toEqual([
      {
        id: personId(SECRETARY),
        params: {
          files: [
            { name: 'Dự thảo quy chế.pdf', outcome: 'kept' },
            { name: 'bảng.xlsx', outcome: 'kept' },
          ],
        },
      },
    ]);
    expect(await stage.told('files_came', sittingId)).toEqual([]);
    expect(await stage.audited(sittingId, 'file_added')).toBe(2);
  });

  test('are refused at their field for what name, size and number tell, and nothing is convened', async () => {
    const before = await stage.deps.db.sitting.count();
    const eleven = Array.from({ length: 11 }, () => stage.file('a.pdf'));
    for (const files of [
      [stage.file('ảnh.heic')],
      [{ ...stage.file('lớn.pdf'), size: 11 * 1024 * 1024 }],
      [stage.file('rỗng.pdf', Buffer.alloc(0))],
      eleven,
    ])
      await expect(stage.convened(files)).rejects.toMatchObject({
        code: 'files_refused',
        field: 'files',
      });
    expect(await stage.deps.db.sitting.count()).toBe(before);
    expect(await stage.waiting()).toEqual([]);
  });
});

describe('files added later', () => {
  test('are told to all others who are invited, once, all of one form together', async () => {
    const sittingId = await stage.convened();
    const files = [stage.file('a.pdf'), stage.file('b.pdf')];
    await stage.adds(SECRETARY, sittingId, files);
    await stage.adds(SECRETARY, sittingId, files);
    expect(await stage.waiting()).toHaveLength(1);
    await stage.works({ killed: 2 });
    // The same form, delivered when all is done.
    await stage.adds(SECRETARY, sittingId, files);
    await stage.works();

    expect(await stage.standing(sittingId)).toEqual(['a.pdf', 'b.pdf']);
    const came = await stage.told('files_came', sittingId);
    expect(came.map((one) => one.personId).toSorted()).toEqual(OTHERS.map(personId).toSorted());
    expect(await outcomes(sittingId)).toHaveLength(1);
    expect(await stage.audited(sittingId, 'file_added')).toBe(2);
    const card = await cardsOf(stage.deps, MEMBER);
    expect(card[`councils.files_came ${sittingId}`]).toMatch(/có thêm 2 tài liệu.*a\.pdf.*b\.pdf/);
  });

  test('come by the form that changes the sitting, too; a form that is refused brings none', async () => {
    const sittingId = await stage.convened();
    const { startsAt, place } = await stage.deps.db.sitting.findUniqueOrThrow({
      where: { id: sittingId },
    });
    const actor = await stage.actor(CHAIR);
    const changes = (documents = '', files = [stage.file('thêm.pdf')]) =>
      changeSitting(stage.deps, {
        ...{ actor, sittingId },
        change: {
          ...{ startsAt, place, documents, order: [], shown: [] },
          files,
          add: { initiativeIds: [], nominations: [], others: [] },
        },
      });
    await expect(stage.adds(SECRETARY, sittingId, [])).rejects.toMatchObject({
      code: 'files_missing',
      field: 'files',
    });
    await changes();
    await stage.works();
    expect(await stage.standing(sittingId)).toEqual(['thêm.pdf']);
    await stage.signs(sittingId);
    await expect(changes()).rejects.toMatchObject({ code: 'paper_signed', field: 'files' });
    await expect(changes('Báo cáo năm', [])).rejects.toMatchObject({
      code: 'paper_signed',
      field: 'documents',
    });
    expect(await stage.waiting()).toEqual([]);
  });

  test('are looked at by their content; each refusal is told with its reason and a way to try again', async () => {
    const sittingId = await stage.convened();
    const macros = await officeFile('docx', { 'word/vbaProject.bin': 'x' });
    const files = [
      stage.file('giả.pdf', EXE),
      stage.file('macro.docx', macros),
      stage.file('ảnh.png', PNG),
      { id: 'F0NOTHING0', name: 'mất.pdf', size: 5 },
    ];
    await stage.adds(SECRETARY, sittingId, files);
    await stage.works();
    expect(await stage.standing(sittingId)).toEqual(['ảnh.png']);
    const card = (await cardsOf(stage.deps, SECRETARY))[`councils.files_checked ${sittingId}`];
    expect(card).toContain('giả.pdf: :x: không nhận: nội dung tệp không đúng');
    expect(card).toContain('macro.docx: :x: không nhận: tài liệu có macro');
    expect(card).toContain('ảnh.png: :white_check_mark: đã nhận');
    expect(card).toContain('Tệp không rõ tên: :x: không nhận: không lấy được tệp');
    expect(card).toContain('Gửi lại tệp');
  });

  test('are twenty at most, judged at the form and again as each is kept', async () => {
    const sittingId = await stage.convened();
    const some = (count: number) => Array.from({ length: count }, () => stage.file('t.pdf'));
    await stage.adds(SECRETARY, sittingId, some(10));
    await stage.works();
    await expect(stage.adds(CHAIR, sittingId, some(11))).rejects.toMatchObject({
      code: 'files_refused',
    });
    // Both forms are sent before either is worked on.
    await stage.adds(CHAIR, sittingId, some(10));
    await stage.adds(SECRETARY, sittingId, some(2));
    await stage.works();
    expect(await stage.standing(sittingId)).toHaveLength(MOST_FILES);
    expect((await outcomes(sittingId)).at(-1)?.params).toMatchObject({
      files: [{ outcome: 'too_many' }, { outcome: 'too_many' }],
    });
    await expect(stage.adds(SECRETARY, sittingId, some(1))).rejects.toMatchObject({
      ...{ code: 'files_too_many', field: 'files' },
    });
  });
});

describe('a process that is killed', () => {
  test('between two files: the first stays, the second follows, told once', async () => {
    const sittingId = await stage.convened();
    await stage.adds(SECRETARY, sittingId, [stage.file('một.pdf'), stage.file('hai.pdf')]);
    await cutAt('sitting_file', "name <> 'hai.pdf'", () => stage.works());
    expect(await stage.standing(sittingId)).toEqual(['một.pdf']);
    expect(await outcomes(sittingId)).toEqual([]);
    await stage.works();
    expect(await stage.standing(sittingId)).toEqual(['một.pdf', 'hai.pdf']);
    expect(await outcomes(sittingId)).toHaveLength(1);
    expect(await stage.told('files_came', sittingId)).toHaveLength(OTHERS.length);
  });

  test('between keeping and telling: all is told by the next run', async () => {
    const sittingId = await stage.convened();
    await stage.adds(SECRETARY, sittingId, [stage.file('ba.pdf')]);
    await cutAt('outgoing_message', "purpose <> 'councils.files_came'", () => stage.works());
    expect(await stage.standing(sittingId)).toEqual(['ba.pdf']);
    expect(await outcomes(sittingId)).toEqual([]);
    await stage.works();
    expect(await outcomes(sittingId)).toHaveLength(1);
    expect(await stage.told('files_came', sittingId)).toHaveLength(OTHERS.length);
    expect(await stage.audited(sittingId, 'file_added')).toBe(1);
  });

  test('two runs at once keep each file once', async () => {
    const sittingId = await stage.convened();
    await stage.adds(SECRETARY, sittingId, [stage.file('bốn.pdf'), stage.file('năm.pdf')]);
    const [job] = await stage.waiting();
    await Promise.all([1, 2, 3].map(() => keepSittingFiles(stage.deps, job!.payload)));
    await stage.works();
    expect(await stage.standing(sittingId)).toEqual(['bốn.pdf', 'năm.pdf']);
    expect(await stage.audited(sittingId, 'file_added')).toBe(2);
    // Whichever told it: nothing that came by this form was there before.
    const kept = ['bốn.pdf', 'năm.pdf'].map((name) => ({ name, outcome: 'kept' }));
    expect((await outcomes(sittingId)).map(({ params }) => params)).toEqual([{ files: kept }]);
  });

  /** Ends the work where it writes such a row. */
  async function cutAt(table: string, unless: string, work: () => Promise<void>) {
    const { pool } = stage.sample.database;
    await pool.query(`alter table ${table} add constraint power_cut check (${unless}) not valid`);
    await expect(work()).rejects.toThrow('power_cut');
    await pool.query(`alter table ${table} drop constraint power_cut`);
  }
});

describe('of one content', () => {
  test('that two people add at once one file stands, and the other sender is told so', async () => {
    const sittingId = await stage.convened();
    const content = Buffer.from('%PDF-1.7\nchung\n');
    await stage.adds(SECRETARY, sittingId, [stage.file('của thư ký.pdf', content)]);
    await stage.adds(CHAIR, sittingId, [stage.file('của chủ tịch.pdf', content)]);
    const jobs = await stage.waiting();
    await Promise.all(jobs.map(({ payload }) => keepSittingFiles(stage.deps, payload)));
    await stage.works();
    expect(await stage.standing(sittingId)).toHaveLength(1);
    const told = (await outcomes(sittingId)).map(({ params }) => JSON.stringify(params));
    expect(told.filter((one) => one.includes('"again"'))).toHaveLength(1);
    expect(told.filter((one) => one.includes('"kept"'))).toHaveLength(1);
    // The others hear of the one that stands.
    const came = await stage.told('files_came', sittingId);
    expect(came).toHaveLength(OTHERS.length);
  });
});

describe('a file that is taken off', () => {
  test('is nobody’s any more, is not named in the news, and does not come back by its own job', async () => {
    const sittingId = await stage.convened();
    const content = Buffer.from('%PDF-1.7\nnhầm\n');
    await stage.adds(SECRETARY, sittingId, [stage.file('nhầm.pdf', content)]);
    const [job] = await stage.waiting();
    await stage.works();
    const fileId = await stage.fileId(sittingId, 'nhầm.pdf');
    expect(await gets(MEMBER, fileId)).toBe('done');
    expect(await Promise.all([takesOff(SECRETARY, fileId), takesOff(CHAIR, fileId)])).toEqual([
      'done',
      'done',
    ]);
    expect(await stage.audited(sittingId, 'file_taken_off')).toBe(1);
    expect(await gets(MEMBER, fileId)).toBe('file_unknown');
    const wanted = { params: { fileId }, personId: personId(MEMBER), language: 'vi' as const };
    expect(await codeOf(buildSittingFile(stage.deps, wanted))).toBe('file_unknown');
    const cards = await cardsOf(stage.deps, MEMBER);
    expect(cards[`councils.files_came ${sittingId}`]).toContain('đã được gỡ');
    expect(cards[`councils.files_came ${sittingId}`]).not.toContain('nhầm.pdf');
    expect(cards[`councils.invitation ${sittingId}`]).not.toContain('tài liệu đính kèm');

    await keepSittingFiles(stage.deps, job!.payload);
    expect(await stage.standing(sittingId)).toEqual([]);
    // Given anew, on purpose, it stands again.
    await stage.adds(CHAIR, sittingId, [stage.file('đúng.pdf', content)]);
    await stage.works();
    expect(await stage.standing(sittingId)).toEqual(['đúng.pdf']);
  });

  test('keeps its row and content as they were, whoever writes to the database', async () => {
    const { pool } = stage.sample.database;
    const sittingId = await stage.convened([stage.file('giữ.pdf')]);
    await stage.works();
    const fileId = await stage.fileId(sittingId, 'giữ.pdf');
    const writes = (sql: string) => pool.query(sql, [fileId]);
    await expect(writes("update sitting_file set name = 'khác' where id = $1")).rejects.toThrow();
    await expect(writes('delete from sitting_file where id = $1')).rejects.toThrow();
    await expect(
      writes("update sitting_file_content set bytes = 'x' where sitting_file_id = $1"),
    ).rejects.toThrow('never changed');
    await takesOff(SECRETARY, fileId);
    await expect(
      writes('update sitting_file set taken_off_at = null, taken_off_by_id = null where id = $1'),
    ).rejects.toThrow('only taken off');
  });
});

describe('who may', () => {
  test('add and take off: whoever runs the sitting; read: whoever is invited, in conflict or not', async () => {
    const sittingId = await stage.convened([stage.file('đọc.pdf')]);
    await stage.works();
    const fileId = await stage.fileId(sittingId, 'đọc.pdf');
    for (const login of [MEMBER, STRANGER] as const) {
      expect(await adds(login, sittingId, stage.file('lạ.pdf'))).toBe('may_not_convene');
      expect(await takesOff(login, fileId)).toBe('may_not_convene');
    }
    expect(await adds(SECRETARY, randomUUID(), stage.file('lạ.pdf'))).toBe('sitting_unknown');
    expect(await takesOff(SECRETARY, randomUUID())).toBe('file_unknown');
    expect(await stage.waiting()).toEqual([]);

    const [item] = await stage.deps.db.agendaItem.findMany({ where: { sittingId } });
    await declareItemConflicts(stage.deps, {
      ...{ actor: await stage.actor(MEMBER), sittingId, itemIds: [item!.id] },
    });
    for (const login of [MEMBER, CHAIR, SECRETARY] as const) {
      expect(await gets(login, fileId)).toBe('done');
      const actor = await stage.actor(login);
      const list = await filesOfSitting(stage.deps, { actor, sittingId });
      expect([list.files.length, list.changes]).toEqual([1, login !== MEMBER]);
    }
    expect(await gets(STRANGER, fileId)).toBe('file_unknown');
    const stranger = await stage.actor(STRANGER);
    expect(await codeOf(filesOfSitting(stage.deps, { actor: stranger, sittingId }))).toBe(
      'sitting_unknown',
    );
    const wanted = { params: { fileId }, language: 'vi' as const };
    const built = await buildSittingFile(stage.deps, { ...wanted, personId: personId(MEMBER) });
    expect(built).toMatchObject({ name: 'đọc.pdf' });
    expect(
      await codeOf(buildSittingFile(stage.deps, { ...wanted, personId: personId(STRANGER) })),
    ).toBe('file_unknown');
  });

  test('a substitute reads once they are asked, and is told of what comes then', async () => {
    const sittingId = await stage.convened([stage.file('thay.pdf')]);
    await stage.works();
    const fileId = await stage.fileId(sittingId, 'thay.pdf');
    const { id: memberId } = await stage.deps.db.councilMember.findFirstOrThrow({
      where: { councilId: COUNCIL, personId: personId(MEMBER) },
    });
    const on = today(stage.deps);
    await nameSubstitute(stage.deps, {
      ...{ actor: await stage.actor(SECRETARY), councilId: COUNCIL, substituteId: randomUUID() },
      ...{ memberId, personId: personId(SUBSTITUTE) },
      decision: { number: '77/QĐ', decidedOn: on, from: on },
    });
    expect(await gets(SUBSTITUTE, fileId)).toBe('file_unknown');
    await answerInvitation(stage.deps, {
      ...{ actor: await stage.actor(MEMBER), sittingId, answer: 'regrets', reason: 'Đi công tác' },
    });
    expect(await gets(SUBSTITUTE, fileId)).toBe('done');
    await stage.adds(SECRETARY, sittingId, [stage.file('thêm.pdf')]);
    await stage.works();
    const told = (await stage.told('files_came', sittingId)).map((one) => one.personId);
    expect(told).toContain(personId(SUBSTITUTE));
  });

  test('nobody adds to a sitting that was called off, nor does a form that came just before', async () => {
    const sittingId = await stage.convened([stage.file('sớm.pdf')]);
    await stage.works();
    await stage.adds(SECRETARY, sittingId, [stage.file('muộn.pdf')]);
    const fileId = await stage.fileId(sittingId, 'sớm.pdf');
    await callOffSitting(stage.deps, {
      ...{ actor: await stage.actor(CHAIR), sittingId, reason: 'Hoãn' },
    });
    await stage.works();
    expect(await stage.standing(sittingId)).toEqual(['sớm.pdf']);
    expect((await outcomes(sittingId)).at(-1)?.params).toMatchObject({
      files: [{ name: 'muộn.pdf', outcome: 'called_off' }],
    });
    expect(await stage.told('files_came', sittingId)).toEqual([]);
    const card = (await cardsOf(stage.deps, SECRETARY))[`councils.files_checked ${sittingId}`];
    expect(card).toContain('phiên họp đã hủy');
    expect(card).not.toContain('Gửi lại tệp');
    expect(await adds(SECRETARY, sittingId, stage.file('nữa.pdf'))).toBe('sitting_called_off');
    expect(await takesOff(SECRETARY, fileId)).toBe('sitting_called_off');
  });

  test.each(['sitting', 'count'] as const)(
    'once minutes are signed (%s) everything stays, and is read as before',
    async (kind) => {
      const sittingId = await stage.convened([stage.file('đã họp.pdf')]);
      await stage.works();
      const fileId = await stage.fileId(sittingId, 'đã họp.pdf');
      await stage.adds(SECRETARY, sittingId, [stage.file('muộn.pdf')]);
      await stage.signs(sittingId, kind);
      await stage.works();
      expect((await outcomes(sittingId)).at(-1)?.params).toMatchObject({
        files: [{ outcome: 'signed' }],
      });
      expect(await cardOf(SECRETARY, 'files_checked', sittingId)).not.toContain('Gửi lại tệp');
      expect(await adds(SECRETARY, sittingId, stage.file('nữa.pdf'))).toBe('paper_signed');
      expect(await takesOff(CHAIR, fileId)).toBe('paper_signed');
      expect(await stage.standing(sittingId)).toEqual(['đã họp.pdf']);
      expect(await gets(MEMBER, fileId)).toBe('done');
      const actor = await stage.actor(SECRETARY);
      const { changes } = await filesOfSitting(stage.deps, { actor, sittingId });
      expect(changes).toBe(false);
      expect(await cardOf(SECRETARY, 'sitting', sittingId)).not.toContain('Thêm tài liệu');
    },
  );

  test('who runs the sitting no more keeps nothing by a form sent before', async () => {
    const sittingId = await stage.convened();
    await stage.adds(CHAIR, sittingId, [stage.file('cuối.pdf')]);
    const chair = { councilId: COUNCIL, personId: personId(CHAIR) };
    await stage.deps.db.councilMember.updateMany({ where: chair, data: { office: 'member' } });
    await stage.works();
    await stage.deps.db.councilMember.updateMany({ where: chair, data: { office: 'chair' } });
    expect(await stage.standing(sittingId)).toEqual([]);
    expect((await outcomes(sittingId)).at(-1)?.params).toMatchObject({
      files: [{ outcome: 'may_not' }],
    });
    expect(await cardOf(CHAIR, 'files_checked', sittingId)).not.toContain('Gửi lại tệp');
  });
});

describe.each(['vi', 'en'] as const)('at their longest, in %s, Slack takes', (language) => {
  const reader = { language, zone: 'Asia/Ho_Chi_Minh' };
  const long = `${'&'.repeat(100)}.docx`;
  const lines = (count: number) =>
    Array.from({ length: count }, () => ({
      ...{ id: randomUUID(), name: long, size: 10 * 1024 * 1024 },
      ...{ addedByName: '<'.repeat(100), addedAt: new Date() },
    }));
  const picture = async () => (await sittingPicture(stage.deps, await stage.convened()))!;

  test('the messages', async () => {
    const sitting = { ...(await picture()), councilName: '&'.repeat(100), files: 20 };
    const refused = FILE_OUTCOMES.slice(-MOST_FILES_AT_ONCE).map((outcome) => ({
      ...{ name: long, outcome },
    }));
    for (const message of [
      filesCheckedMessage(sitting, refused, reader),
      filesCameMessage(sitting, lines(MOST_FILES_AT_ONCE), reader),
      filesCameMessage(sitting, [], reader),
    ]) {
      const result = validateMessageBlocks(message?.blocks, message?.text);
      expect(result.ok ? [] : [result.error, ...result.messages]).toEqual([]);
      expect(JSON.stringify(message)).not.toContain('…"');
    }
  });

  test('the modals', async () => {
    const sitting = { ...(await picture()), files: 20 };
    const actor = { ...(await stage.actor(SECRETARY)), language };
    const convening = {
      ...(await prepareSitting(stage.deps, { actor, channelId: null })),
      ...{ awards: stage.deps.rulebook, startsAt: new Date() },
    };
    const offered = await prepareChange(stage.deps, { actor, sittingId: sitting.id });
    for (const view of [
      filesView({ sitting, files: lines(MOST_FILES), changes: true }, { checking: true }, reader),
      filesView({ sitting, files: [], changes: false }, { checking: false }, reader),
      addFilesView(sitting, reader),
      conveneView(convening, reader),
      changeSittingView(offered, stage.deps.rulebook, reader),
    ]) {
      const result = validateView(view, 'modal');
      expect(result.ok ? [] : [result.error, ...result.messages]).toEqual([]);
    }
  });
});
