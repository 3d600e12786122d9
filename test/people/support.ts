import type { Database } from '../../src/database/client.ts';
import { Agency } from '../titles/support.ts';

/** A province with its one administrator, Tâm, and a department where Lan works; nobody else in the database has a role. */
export async function openAgency(database: Database) {
  const agency = new Agency(database);
  await agency.at('2027-01-15T03:00:00Z');
  await database.db.roleGrant.deleteMany();
  await database.db.accessRequest.deleteMany();
  const province = await agency.unit('BHXH tỉnh');
  const department = await agency.unit('Phòng Thu', province);
  const tam = await agency.person('Đỗ Tâm', province, 'administrator');
  const lan = await agency.person('Trần Lan', department);
  return { agency, province, department, tam, lan };
}
