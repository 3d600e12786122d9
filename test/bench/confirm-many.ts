// A head confirms a whole list: as many registrations as one form shows, in one submission.
//   npx tsx test/bench/confirm-many.ts
//   TEST_DATABASE_URL=… npx tsx test/bench/confirm-many.ts
import { confirmMany } from '../../src/titles/confirm-many.ts';
import { cloneDatabase } from '../support/database.ts';
import { prepareTemplate } from '../support/template.ts';
import { Agency } from '../titles/support.ts';

const REGISTRATIONS = 80;

await prepareTemplate();
const database = await cloneDatabase();
const { db } = database;
const agency = new Agency(database);
const province = await agency.unit('BHXH tỉnh');
const department = await agency.unit('Phòng Thu', province);
const director = await agency.person('Lê Hùng', province, 'head');
for (let index = 0; index < REGISTRATIONS; index += 1) {
  await agency.person(`Người ${index}`, department);
}
const actor = await agency.actor(director);

for (const year of [2026, 2027, 2028, 2029]) {
  await db.$executeRaw`
    insert into title_registration (year, person_id, filed_by_id)
    select ${year}::int, person_id, person_id from posting where unit_id = ${department}::uuid`;
  await db.$executeRaw`
    insert into title_registration_item (registration_id, title, rank, rank_below)
    select id, title, rank, below
    from title_registration, (values ('ldtt', 1, null), ('cstdcs', 2, 1)) as item(title, rank, below)
    where year = ${year}::int`;
  const rows = await db.titleRegistration.findMany({ where: { year }, select: { id: true } });
  const chosen = rows.map(({ id }) => ({ registrationId: id, revision: 1 }));
  const start = performance.now();
  const result = await confirmMany(agency.deps, { actor, chosen });
  const ms = Math.round(performance.now() - start);
  process.stdout.write(`${year}: ${JSON.stringify(result)} in ${ms} ms\n`);
}
await database.close();
// An embedded Postgres stays for the next test that asks for one.
process.exit();
