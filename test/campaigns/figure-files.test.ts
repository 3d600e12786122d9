import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  indicatorHeadings,
  readFigures,
  writeCellNumber,
} from '../../src/campaigns/figure-files/figure-file-rules.ts';
import {
  figuresCheckedCard,
  figuresFileView,
} from '../../src/campaigns/figure-files/figure-file-views.ts';
import {
  buildFigureProblems,
  buildFigureTemplate,
} from '../../src/campaigns/figure-files/figure-template.ts';
import {
  applyFigureFile,
  checkFigureFile,
  discardFigureFile,
  discardOldFigureFiles,
  findFigureFile,
} from '../../src/campaigns/figure-files/import-figures.ts';
import { enterFigures, openFigures } from '../../src/campaigns/progress/enter-figures.ts';
import { rankingOf } from '../../src/campaigns/progress/open-ranking.ts';
import type { EnteredIndicator } from '../../src/campaigns/progress/progress-rules.ts';
import { setIndicator } from '../../src/campaigns/progress/set-indicator.ts';
import { buildWorkbook } from '../../src/documents/workbook.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, formatDay } from '../../src/kernel/time.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { validateMessageBlocks } from '../../src/sandbox/validation/blocks.ts';
import { validateView } from '../../src/sandbox/validation/views.ts';
import { type Agency, auditKinds, launched, openAgency, outbox, redrawWaiting } from './support.ts';

let agency: Agency;
beforeAll(async () => {
  agency = await openAgency();
});
afterAll(() => agency.close());

const refusal = (code: string) => expect.objectContaining({ name: 'AppError', code });
const SCOPE = [unitId('SH-THU'), unitId('SH-TT'), unitId('SH-CG')];
const NEW_MEMBERS: EnteredIndicator = {
  ...{ name: 'Người tham gia mới', measure: 'người', direction: 'more' as const },
  ...{ target: '1.000', targets: '', weight: '60' },
};
const SHARE: EnteredIndicator = {
  ...NEW_MEMBERS,
  name: 'Tỷ lệ bao phủ',
  measure: '%',
  target: '95',
  weight: '40',
};

async function sets(campaignId: string, entered: EnteredIndicator) {
  const indicatorId = randomUUID();
  const seen = { campaignId, indicatorId, mark: null };
  const actor = await agency.actor('ha.nguyen');
  await setIndicator(agency.deps, { actor, seen, entered, reason: 'Bổ sung' });
  return indicatorId;
}

async function measured() {
  const campaignId = await launched(agency, { scopeUnitIds: SCOPE });
  const fresh = await sets(campaignId, NEW_MEMBERS);
  const share = await sets(campaignId, SHARE);
  return { campaignId, fresh, share };
}

const HEADINGS = [
  'Mã đơn vị',
  'Đơn vị',
  'Lũy kế đến hết ngày',
  'Người tham gia mới (người)',
  'Tỷ lệ bao phủ (%)',
];
const now = () => formatDay(today(agency.deps));

function csv(rows: readonly (readonly string[])[], headings: readonly string[] = HEADINGS) {
  const lines = [headings, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(';'));
  return { name: 'so-lieu.csv', content: Buffer.from(lines.join('\n')) };
}

async function xlsx(rows: readonly (readonly (string | number | null)[])[]) {
  const columns = HEADINGS.map((header) => ({ header, width: 12, numeric: true }));
  return { name: 'so-lieu.xlsx', content: await buildWorkbook([{ name: 'S', columns, rows }]) };
}

async function checks(
  campaignId: string,
  file: { name: string; content: Buffer },
  { login = 'ha.nguyen', runId = randomUUID() }: { login?: Login; runId?: string } = {},
) {
  const actor = await agency.actor(login);
  return checkFigureFile(agency.deps, { actor, campaignId, runId, file });
}

async function applies(runId: string, login: Login = 'ha.nguyen') {
  return applyFigureFile(agency.deps, { actor: await agency.actor(login), runId });
}

async function enters(campaignId: string, indicatorId: string, value: string) {
  const actor = await agency.actor('khanh.phan');
  const of = { actor, campaignId, unitId: unitId('SH-THU') };
  const { mark } = await openFigures(agency.deps, of);
  const values = new Map([[indicatorId, value]]);
  return enterFigures(agency.deps, { ...of, mark, asOf: today(agency.deps), values });
}

const figuresOf = (indicatorId: string) =>
  agency.deps.db.campaignFigure.findMany({ where: { indicatorId }, orderBy: { seq: 'asc' } });
const told = ({
  problems,
}: {
  problems: readonly { row: number; column: string; code: string }[];
}) => problems.map(({ row, column, code }) => `${row} ${column} ${code}`);

describe('a number in a workbook', () => {
  it.each([
    [1234.5, undefined, '1234,5'],
    [0.1 + 0.2, 'General', '0,3'],
    [0.455, '0.0%', '45,5%'],
    [1234, '#,##0', '1234'],
    // Not two decimals, so it is refused where it is read: it may have been 1.234.
    [1.234, 'General', '1,234'],
    [-3, undefined, '-3'],
  ])('%d shown as %s is %s', (value, format, text) => {
    expect(writeCellNumber(value, format)).toBe(text);
  });
});

describe('the rows of a file', () => {
  const indicators = [
    { id: 'a', name: 'Người mới', measure: 'người' },
    { id: 'b', name: 'nguoi moi', measure: 'Người' },
    { id: 'c', name: 'Bao phủ', measure: '%' },
  ];
  const known = {
    units: [
      { id: 'thu', name: 'Phòng Thu', code: 'SH-THU' },
      { id: 'tt', name: 'Phòng Truyền thông', code: 'SH-TT' },
    ],
    entered: new Set(['thu']),
    indicators,
    ...{ from: '2026-11-01', to: '2026-11-11' },
  };
  const read = (...rows: Record<string, string>[]) =>
    readFigures(
      { headings: { a: 'Người mới (người)' }, rows: rows.map((cells, row) => ({ row, cells })) },
      known,
    );
  const good = { unitCode: 'sh-thu', unitName: 'phòng thu', asOf: '11/11/2026' };

  it('name indicators apart that would be called the same', () => {
    expect([...indicatorHeadings(indicators).values()]).toEqual([
      'Người mới (người)',
      'nguoi moi (Người) [2]',
      'Bao phủ (%)',
    ]);
  });

  it('are figures by unit, day and indicator; an empty cell and an empty row say nothing', () => {
    expect(
      read(
        { ...good, a: '1.234,5', b: '' },
        { unitCode: 'nobody', a: '' },
        {
          ...good,
          ...{ unitName: '', asOf: '1/11/2026', c: '45,5 %' },
        },
      ),
    ).toEqual({
      problems: [],
      figures: [
        { indicatorId: 'a', unitId: 'thu', asOf: '2026-11-11', value: 123_450n },
        { indicatorId: 'c', unitId: 'thu', asOf: '2026-11-01', value: 4_550n },
      ],
    });
  });

  it.each([
    [{ ...good, unitCode: '', a: '1' }, 'unitCode', 'code_missing'],
    [{ ...good, unitCode: 'SH-XA', a: '1' }, 'unitCode', 'unit_unknown'],
    [{ ...good, unitCode: 'SH-TT', unitName: '', a: '1' }, 'unitCode', 'unit_not_yours'],
    [{ ...good, unitName: 'Phòng Truyền thông', a: '1' }, 'unitName', 'name_of_another'],
    [{ ...good, asOf: '', a: '1' }, 'asOf', 'day_missing'],
    [{ ...good, asOf: '31/02/2026', a: '1' }, 'asOf', 'not_a_day'],
    [{ ...good, asOf: '12/11/2026', a: '1' }, 'asOf', 'day_outside'],
    [{ ...good, asOf: '31/10/2026', a: '1' }, 'asOf', 'day_outside'],
    [{ ...good, a: '12.5' }, 'Người mới (người)', 'not_an_amount'],
    [{ ...good, a: '-3' }, 'Người mới (người)', 'not_an_amount'],
    [{ ...good, a: '45%' }, 'Người mới (người)', 'not_an_amount'],
    [{ ...good, a: '#REF!' }, 'Người mới (người)', 'formula_error'],
  ])('tell what is wrong with %j at its column', (cells, column, code) => {
    expect(told(read(cells))).toEqual([`0 ${column} ${code}`]);
  });

  it('tell of a unit and day once only', () => {
    expect(told(read({ ...good, a: '1' }, { ...good, a: '2' }))).toEqual(['1 unitCode repeated']);
  });
});

describe('a file of figures', () => {
  it('is checked first, entered once all of it, and the same again is nothing new', async () => {
    const { campaignId, fresh, share } = await measured();
    await enters(campaignId, fresh, '450,5');
    const file = await xlsx([
      ['SH-THU', null, now(), 500, 0.95],
      ['SH-TT', null, now(), 1234.5, null],
      ['SH-CG', 'BHXH cơ sở Cồn Gió', now(), '1.050', '90%'],
    ]);
    const run = await checks(campaignId, file);
    expect(run).toMatchObject({
      problems: [],
      counts: { new: 4, changed: 1, same: 0, units: 3 },
      corrections: [{ unitName: 'Phòng Quản lý thu – Sổ, thẻ', before: '45050', after: '50000' }],
    });
    expect(await figuresOf(fresh)).toHaveLength(1);
    const both = await Promise.all([applies(run.id), applies(run.id)]);
    expect(both.map(({ state }) => state)).toEqual(['applied', 'applied']);
    expect((await figuresOf(fresh)).map(({ value }) => value)).toEqual([
      ...[45_050n, 50_000n, 123_450n, 105_000n],
    ]);
    expect((await figuresOf(share)).map(({ value }) => value)).toEqual([95n, 9_000n]);
    expect(await redrawWaiting(agency, run.id, 'campaigns.figures_checked')).toBe(true);
    const kinds = await auditKinds(agency, campaignId);
    expect(kinds.filter((kind) => kind === 'campaign.figures_imported')).toHaveLength(1);
    const { rows } = await agency.deps.db.campaignFigureFile.findUniqueOrThrow({
      where: { id: run.id },
    });
    expect(rows).toEqual([]);

    const again = await checks(campaignId, file);
    expect(again.counts).toEqual({ new: 0, changed: 0, same: 5, units: 3 });
    await expect(applies(again.id)).rejects.toEqual(refusal('settled'));
    expect(await figuresOf(fresh)).toHaveLength(4);
  });

  it('is checked once when the job runs twice', async () => {
    const { campaignId } = await measured();
    const runId = randomUUID();
    const file = csv([['SH-THU', '', now(), '5', '']]);
    await checks(campaignId, file, { runId });
    await checks(campaignId, file, { runId });
    expect(await outbox(agency, runId)).toHaveLength(1);
  });

  it('with anything wrong in it enters nothing', async () => {
    const { campaignId, fresh } = await measured();
    const rows = Array.from({ length: 21 }, (_, index) => [
      ...['SH-THU', '', formatDay(addDays(today(agency.deps), -index)), '12.5', ''],
    ]);
    const run = await checks(campaignId, csv([['SH-TT', '', now(), '5', ''], ...rows]));
    expect(told(run)).toContain('3 Người tham gia mới (người) not_an_amount');
    await expect(applies(run.id)).rejects.toEqual(refusal('settled'));
    expect(await figuresOf(fresh)).toEqual([]);
    const file = await buildFigureProblems(agency.deps, {
      params: { runId: run.id },
      language: 'vi',
    });
    expect(file.name).toBe('loi-so-lieu.xlsx');
    expect(file.comment).toContain(`${run.problems.length} lỗi`);
  });

  it('writes over nothing that its sender has not seen', async () => {
    const { campaignId, fresh } = await measured();
    const run = await checks(campaignId, csv([['SH-THU', '', now(), '500', '']]));
    await enters(campaignId, fresh, '450');
    await expect(applies(run.id)).rejects.toEqual(refusal('changed_meanwhile'));
    expect((await figuresOf(fresh)).map(({ value }) => value)).toEqual([45_000n]);
    // Sent again, it says what it replaces, and may.
    const knowingly = await checks(campaignId, csv([['SH-THU', '', now(), '500', '']]));
    expect(knowingly.corrections).toMatchObject([{ before: '45000', after: '50000' }]);
    await applies(knowingly.id);
    const { lines } = await rankingOf(agency.deps, campaignId);
    expect(lines[0]).toMatchObject({ total: 3_000n });
  });

  it('does not survive a change of what its columns mean', async () => {
    const { campaignId } = await measured();
    const run = await checks(campaignId, csv([['SH-THU', '', now(), '500', '']]));
    await sets(campaignId, { ...SHARE, name: 'Khác' });
    await expect(applies(run.id)).rejects.toEqual(refusal('changed_meanwhile'));
  });

  it('is of units that its sender enters figures for, and theirs alone to settle', async () => {
    const { campaignId } = await measured();
    const rows = [
      ['SH-THU', '', now(), '5', ''],
      ['SH-TT', '', now(), '5', ''],
    ];
    const run = await checks(campaignId, csv(rows), { login: 'khanh.phan' });
    expect(told(run)).toEqual(['3 Mã đơn vị unit_not_yours']);
    await expect(checks(campaignId, csv(rows), { login: 'lan.tran' })).rejects.toEqual(
      refusal('may_enter_none'),
    );
    const fine = await checks(campaignId, csv(rows));
    await expect(applies(fine.id, 'hung.le')).rejects.toEqual(refusal('not_yours'));
    const other = await agency.actor('hung.le');
    await expect(discardFigureFile(agency.deps, { actor: other, runId: fine.id })).rejects.toEqual(
      refusal('not_yours'),
    );
    const actor = await agency.actor('ha.nguyen');
    const gone = await discardFigureFile(agency.deps, { actor, runId: fine.id });
    expect(gone.state).toBe('discarded');
    await expect(applies(fine.id)).rejects.toEqual(refusal('settled'));
  });

  it('is refused as a whole when its columns are not those of the campaign', async () => {
    const { campaignId } = await measured();
    const renamed = [...HEADINGS.slice(0, 4), 'Chỉ tiêu cũ (%)'];
    const row = ['SH-THU', '', now(), '5', '6'];
    await expect(checks(campaignId, csv([row], renamed))).rejects.toEqual(
      refusal('column_unknown'),
    );
    // Nothing in it: nothing is lost.
    const empty = await checks(campaignId, csv([[...row.slice(0, 4), '']], renamed));
    expect(empty.counts.new).toBe(1);
    for (const headings of [HEADINGS.slice(0, 3), HEADINGS.slice(1)])
      await expect(checks(campaignId, csv([row], headings))).rejects.toEqual(
        refusal('file_refused'),
      );
    await expect(checks(campaignId, csv([['SH-THU', '', now(), '', '']]))).rejects.toEqual(
      refusal('no_figures'),
    );
  });

  it('is thrown away a day after its check', async () => {
    const { campaignId } = await measured();
    const run = await checks(campaignId, csv([['SH-THU', '', now(), '5', '']]));
    const same = await checks(campaignId, csv([['SH-THU', '', now(), 'x', '']]));
    await agency.goTo(addDays(today(agency.deps), 2), '08:00');
    await expect(applies(run.id)).rejects.toEqual(refusal('too_old'));
    await discardOldFigureFiles(agency.deps);
    const state = async (id: string) => (await findFigureFile(agency.deps.db, id)).state;
    expect([await state(run.id), await state(same.id)]).toEqual(['discarded', 'checked']);
  });

  it('begins as a template of the units that its asker enters, and comes back as it is filled in', async () => {
    const { campaignId, fresh } = await measured();
    const personId = async (login: Login) => (await agency.actor(login)).personId;
    const template = await buildFigureTemplate(agency.deps, {
      ...{
        params: { campaignId },
        personId: await personId('khanh.phan'),
        language: 'en' as const,
      },
    });
    expect(template.name).toMatch(/^figures-pt-2026-\d+\.xlsx$/);
    const { default: ExcelJS } = await import('exceljs');
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Uint8Array.from(template.content).buffer);
    const [sheet] = book.worksheets;
    expect(sheet?.rowCount).toBe(2);
    if (!sheet) throw new Error('no sheet');
    sheet.getCell('D2').value = 1234.5;
    const content = Buffer.from(await book.xlsx.writeBuffer());
    const run = await checks(campaignId, { name: 'filled.xlsx', content }, { login: 'khanh.phan' });
    expect(run.counts).toEqual({ new: 1, changed: 0, same: 0, units: 1 });
    await applies(run.id, 'khanh.phan');
    expect(await figuresOf(fresh)).toMatchObject([{ value: 123_450n, unitId: unitId('SH-THU') }]);
    await expect(
      buildFigureTemplate(agency.deps, {
        ...{
          params: { campaignId },
          personId: await personId('lan.tran'),
          language: 'vi' as const,
        },
      }),
    ).rejects.toEqual(refusal('may_enter_none'));
  });
});

describe.each(['vi', 'en'] as const)('Slack takes it in %s:', (language) => {
  const long = (count: number) => '<&>'.repeat(count).slice(0, count);
  const ID = '11111111-1111-4111-8111-111111111111';
  const correction = {
    ...{ unitName: long(150), indicator: long(150), asOf: '2026-11-11' },
    ...{ before: '100000000000000', after: '100000000000001' },
  };
  const problem = {
    ...{ row: 3_000, column: long(190), value: long(100), code: 'name_of_another' as const },
    detail: long(150),
  };
  const file = {
    ...{ id: ID, campaign: { id: ID, code: 'PT-2026-001', name: long(120) }, byId: ID },
    ...{ fileName: long(200), fingerprint: 'f', state: 'checked' as const },
    ...{ createdAt: new Date('2026-11-11T03:00:00Z'), settledAt: null },
    ...{ problems: [], corrections: Array.from({ length: 10 }, () => correction) },
    counts: { new: 45_000, changed: 500, same: 3, units: 700 },
  };

  it('the form and every state of the card', () => {
    const view = validateView(figuresFileView(file.campaign, language), 'modal');
    expect(view.ok ? [] : view.messages).toEqual([]);
    const settledAt = new Date('2026-11-11T04:00:00Z');
    for (const one of [
      file,
      { ...file, problems: Array.from({ length: 300 }, () => problem) },
      { ...file, counts: { new: 0, changed: 0, same: 3, units: 1 } },
      { ...file, state: 'applied' as const, settledAt },
      { ...file, state: 'discarded' as const, settledAt },
    ]) {
      const { blocks, text } = figuresCheckedCard(one, { language, zone: 'Asia/Ho_Chi_Minh' });
      const result = validateMessageBlocks(blocks, text);
      expect(result.ok ? [] : result.messages).toEqual([]);
    }
  });
});
