// 20,000 persons from an .xlsx file: reading it, checking it, writing it, and importing it again.
//   TEST_DATABASE_URL=… npx tsx test/bench/import-people.ts
import { buildWorkbook } from '../../src/documents/workbook.ts';
import { COLUMNS } from '../../src/imports/columns.ts';
import { applyImport, checkImport } from '../../src/imports/run-import.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { createLog } from '../../src/kernel/log.ts';
import { systemClock } from '../../src/kernel/time.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { cloneDatabase } from '../support/database.ts';
import { prepareTemplate } from '../support/template.ts';

const PERSONS = 20_000;
const UNITS = 200;

await prepareTemplate();
const database = await cloneDatabase();
const deps: Deps = {
  db: database.db,
  rulebook: loadRulebook(),
  clock: systemClock,
  zone: 'Asia/Ho_Chi_Minh',
  log: createLog('silent'),
  ballotKey: Buffer.alloc(32, 7),
};
await deps.db.$executeRaw`
  insert into unit (code, name, kind, valid_from)
  select 'P' || n, 'Phòng ' || n, 'department', '2020-01-01' from generate_series(1, ${UNITS}::int) n`;

const content = await buildWorkbook([
  {
    name: 'Cán bộ',
    columns: COLUMNS.people.map(({ header }) => ({ header: header.vi, width: 20 })),
    rows: Array.from({ length: PERSONS }, (_, index) => [
      `NV${index}`,
      `Người Thứ ${index}`,
      `nv${index}@bhxh.example`,
      `P${(index % UNITS) + 1}`,
      'Chuyên viên',
      index < UNITS ? 'thủ trưởng' : '',
      '01/07/2025',
    ]),
  },
]);
process.stdout.write(`${PERSONS} rows, ${(content.length / 1e6).toFixed(1)} MB\n`);

for (const round of ['first', 'again']) {
  const start = performance.now();
  const file = { name: 'can-bo.xlsx', content };
  const run = await checkImport(deps, { actor: null, kind: 'people', file });
  const checked = performance.now();
  const applied = await applyImport(deps, { actor: null, runId: run.id });
  const end = performance.now();
  process.stdout.write(
    `${round}: ${JSON.stringify(applied.counts)} read and checked ${seconds(checked - start)}, ` +
      `checked again and written ${seconds(end - checked)}, together ${seconds(end - start)}\n`,
  );
}
await database.close();

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
