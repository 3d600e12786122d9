import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { initiativeFile } from '../../src/initiatives/file-queries.ts';
import { initiativesJobs } from '../../src/initiatives/jobs.ts';
import { filedForSecretary } from '../../src/initiatives/messages.ts';
import { fileFor } from '../../src/initiatives/opening-slack.ts';
import { searchInitiatives } from '../../src/initiatives/similar/search-initiatives.ts';
import { mergeInitiatives } from '../../src/initiatives/workflow/merge-initiatives.ts';
import { today } from '../../src/kernel/deps.ts';
import { type Login, personId, STAFF } from '../../src/sandbox/sample/people.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';
import { cleanText } from '../../src/slack/field-values.ts';
import { type Agency, checked, filed, openAgencyWithCouncils } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgencyWithCouncils();
});
afterAll(() => agency.close());

const LONG = 'Đối chiếu dữ liệu đóng bảo hiểm xã hội giữa hai phần mềm. '.repeat(60).slice(0, 3000);

/** With as many authors as the form takes, each of whom may disagree. */
async function ofTwenty(title: string, declined: number): Promise<{ id: string; number: string }> {
  const others = STAFF.map(({ login }) => login).filter(
    (login) => login !== 'lan.tran' && login !== 'ha.nguyen',
  );
  const authors = others.slice(0, 20) as Login[];
  // Handed in for them by a colleague.
  const initiative = await filed(agency, {
    by: 'lan.tran',
    authors,
    shares: authors.map(() => 5),
    description: { title, field: LONG, priorState: LONG, essence: LONG },
    particulars: {
      benefits: LONG,
      benefitsByUsers: LONG,
      conditions: LONG,
      participants: `Vũ Anh Đức; Phòng Thu; Chuyên viên; ${LONG}`.slice(0, 3000).trim(),
      authorDetails: `Lê Quang Hùng; 1970; ${LONG}`.slice(0, 3000).trim(),
      confidential: LONG,
      investor: 'Ngân sách',
      addressee: 'Giám đốc',
    },
  });
  for (const login of authors.slice(0, declined))
    await agency.deps.db.shareRequest.updateMany({
      where: { initiativeId: initiative.id, personId: personId(login) },
      data: { answer: 'declined', answeredAt: agency.clock.now(), reason: LONG },
    });
  return initiative;
}

/** As many files as an initiative keeps. */
async function withEvidence(initiativeId: string, count: number): Promise<void> {
  await agency.deps.db.initiativeEvidence.createMany({
    data: Array.from({ length: count }, (_, place) => ({
      initiativeId,
      fileId: `F${place}${randomUUID().slice(0, 6)}`,
      name: `Biên bản ${place}.pdf`,
      type: 'pdf' as const,
      size: 1000 + place,
      councilOnly: false,
      sha256: randomUUID()
        .replaceAll('-', '')
        .padEnd(64, String(place % 10)),
      addedById: personId('lan.tran'),
    })),
  });
}

describe('an initiative with all that the forms take', () => {
  test('opens as a file that Slack takes', async () => {
    const { id } = await ofTwenty('Hai mươi tác giả', 20);
    await withEvidence(id, 20);
    const { number } = await agency.deps.db.initiative.findUniqueOrThrow({ where: { id } });
    for (const title of ['Trùng một', 'Trùng hai', 'Trùng ba', 'Trùng bốn', 'Trùng năm']) {
      const other = await filed(agency, { by: 'duc.vu', description: { title } });
      await mergeInitiatives(agency.deps, {
        actor: await agency.actor('ha.nguyen'),
        initiativeId: other.id,
        intoNumber: number,
        reason: 'Trùng',
      });
    }
    await checked(agency, id, { kind: 'returned', reason: 'Thống nhất lại.' });
    const view = await fileFor(agency.deps, await agency.actor('ha.nguyen'), { id });
    const { blocks } = view;
    expect(blocks.length).toBeLessThanOrEqual(100);
    expect(validateView(view, 'modal')).toMatchObject({ ok: true });
  });

  test('has a card that Slack takes', async () => {
    const { id } = await ofTwenty('Hai mươi tác giả, một thẻ', 20);
    await withEvidence(id, 20);
    await agency.deps.db.initiative.update({
      where: { id },
      data: { filedLate: true, revision: 2, mendedLate: true, mendedAt: agency.clock.now() },
    });
    const renderer = initiativesJobs.renderers?.find(
      ({ purpose }) => purpose === filedForSecretary.purpose,
    );
    const card = await renderer?.render(agency.deps, {
      params: {},
      subjectId: id,
      personId: personId('ha.nguyen'),
      language: 'vi',
    });
    expect(card?.blocks?.length).toBeLessThanOrEqual(50);
  });

  test('shows in its file what happened last, however often it was returned before', async () => {
    const { id } = await filed(agency, { by: 'lan.tran', description: { title: 'Trả lại mãi' } });
    const ha = await agency.actor('ha.nguyen');
    for (let round = 1; round <= 8; round += 1) {
      await checked(agency, id, { kind: 'returned', reason: LONG });
      await agency.deps.db.initiativeStep.create({
        data: {
          initiativeId: id,
          kind: 'mended',
          revision: round + 1,
          byId: personId('lan.tran'),
          replaced: {},
          changed: ['title'],
        },
      });
      await agency.deps.db.initiative.update({
        where: { id },
        data: { state: 'received', revision: round + 1, mendedAt: agency.clock.now() },
      });
    }
    await checked(agency, id, { kind: 'form_refused', ground: 'not_new', reason: 'Lần cuối cùng' });
    const file = JSON.stringify(await fileFor(agency.deps, ha, { id }));
    expect(file).toContain('Lần cuối cùng');
  });

  test('still opens when many were merged with it', async () => {
    const { id, number } = await filed(agency, { by: 'lan.tran', description: { title: 'Gốc' } });
    const actor = await agency.actor('ha.nguyen');
    for (let place = 0; place < 70; place += 1) {
      const other = await filed(agency, { by: 'duc.vu', description: { title: `Trùng ${place}` } });
      await mergeInitiatives(agency.deps, {
        actor,
        initiativeId: other.id,
        intoNumber: number,
        reason: 'Trùng',
      });
    }
    const view = await fileFor(agency.deps, actor, { id });
    expect(validateView(view, 'modal')).toMatchObject({ ok: true });
  }, 120_000);
});

test('a word of thousands of letters is searched for or refused in words', async () => {
  const actor = await agency.actor('ha.nguyen');
  const found = await searchInitiatives(agency.deps, actor, 'a'.repeat(3000)).catch(
    (error: unknown) => error,
  );
  if (found instanceof Error) expect(found).toHaveProperty('say');
  else expect(found).toMatchObject({ total: 0 });
});

test('a workbook opens in Excel whatever signs a member pasted into a comment', async () => {
  const { buildWorkbook } = await import('../../src/documents/workbook.ts');
  const comment = cleanText('=cmd|calc \uFFFE <!channel> \uFFFF');
  const columns = [{ header: 'Nhận xét', width: 30 }];
  const content = await buildWorkbook([{ name: 'Nhận xét', columns, rows: [[comment]] }]);
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(content);
  const xml = await zip.file('xl/sharedStrings.xml')!.async('string');
  expect(xml).not.toMatch(/[\ufffe\uffff]/);
});

test('a paper opens in Word whatever signs were pasted into the form', async () => {
  const { initiativeDocument } = await import('../../src/initiatives/papers/documents.ts');
  const pasted = cleanText(
    'Ghép \u0000\u0007\uFFFE bảng\uFFFF <w:t>&amp;]]> \u202Ekê\u{1F469}\u200D\u{1F4BB}',
  );
  const { id } = await filed(agency, { by: 'lan.tran', description: { title: pasted } });
  const file = (await initiativeFile(agency.deps, agency.deps.db, { id }))!;
  const docx = await initiativeDocument('request', {
    file,
    confidential: true,
    recognising: { id: file.unitId, name: file.unitName, superiorName: 'BHXH tỉnh Sông Hàn' },
    formRefused: null,
    accepted: null,
    on: today(agency.deps),
  });
  const { default: JSZip } = await import('jszip');
  const xml = await (await JSZip.loadAsync(docx)).file('word/document.xml')!.async('string');
  // XML 1.0 has none of these, and Word refuses a document that has.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
});
