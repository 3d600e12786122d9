// Every title of a year for 20,000 persons: reading the evidence and judging it.
//   TEST_DATABASE_URL=… npx tsx test/bench/eligibility.ts
import { evaluate } from '../../src/rulebook/evaluate.ts';
import { noFacts } from '../../src/rulebook/facts.ts';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { personFacts } from '../../src/rulebook/person-facts.ts';
import { ladder } from '../../src/rulebook/rules.ts';
import { cloneDatabase } from '../support/database.ts';
import { prepareTemplate } from '../support/template.ts';

const PERSONS = 20_000;
const YEAR = 2025;

await prepareTemplate();
const database = await cloneDatabase();
const { db } = database;
await db.$executeRaw`
  insert into unit (code, name, kind, valid_from) values ('P', 'BHXH tỉnh', 'province', '2000-01-01')`;
await db.$executeRaw`
  insert into person (staff_number, full_name, email)
  select 'NV' || n, 'Người ' || n, n || '@bhxh.example' from generate_series(1, ${PERSONS}::int) n`;
await db.$executeRaw`
  insert into posting (person_id, unit_id, position, office, from_date)
  select person.id, unit.id, 'Chuyên viên', 'staff', '2019-01-01' from person, unit`;
await db.$executeRaw`
  insert into year_rating (person_id, year, rating, decision_number, decided_on)
  select id, year, (case when random() < 0.2 then 'excellent' else 'good' end)::rating, '1/QĐ', '2025-12-15'
  from person, generate_series(2021, 2025) year`;
await db.$executeRaw`
  insert into award (person_id, title, year, decision_number, decided_on, signatory)
  select id, title, year, '2/QĐ', '2025-12-20', 'Giám đốc'
  from person, generate_series(2021, 2025) year, (values ('ldtt', 0.9), ('cstdcs', 0.3)) as t(title, part)
  where random() < part`;
await db.$executeRaw`
  with work as (
    insert into recognised_work (kind, level, title, year, decision_number, decided_on, signatory)
    select 'initiative', 'grassroots', 'Sáng kiến ' || n, 2021 + n % 5, n || '/QĐ', '2025-11-20', 'Giám đốc'
    from generate_series(1, 6000) n returning id)
  insert into recognised_work_author (work_id, person_id, share)
  select work.id, person.id, 100
  from (select id, row_number() over () as n from work) work
  join (select id, row_number() over () as n from person) person on person.n = work.n * 3`;
await db.$executeRaw`analyze`;

const ids = (await db.person.findMany({ select: { id: true } })).map(({ id }) => id);
const rulebook = loadRulebook();
const titles = ladder(rulebook, 'person').map(({ key }) => key);
const outcomes = new Map<string, number>();

for (let round = 1; round <= 3; round += 1) {
  outcomes.clear();
  const start = performance.now();
  const facts = await personFacts(db, { personIds: ids, year: YEAR, on: `${YEAR}-12-31` });
  const read = performance.now();
  for (const id of ids) {
    for (const award of titles) {
      const request = { award, year: YEAR, decisionOn: '2025-12-31', receivedOn: null };
      const found = evaluate(rulebook, facts.get(id) ?? noFacts('person'), request);
      const key = `${award} ${found?.outcome}`;
      outcomes.set(key, (outcomes.get(key) ?? 0) + 1);
    }
  }
  const end = performance.now();
  const ms = (from: number, to: number) => `${Math.round(to - from)} ms`;
  process.stdout.write(
    `round ${round}: ${ids.length} persons × ${titles.length} titles: evidence ${ms(start, read)}, judging ${ms(read, end)}, together ${ms(start, end)}\n`,
  );
}
process.stdout.write(`${JSON.stringify(Object.fromEntries(outcomes))}\n`);
await database.close();
