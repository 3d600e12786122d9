import type pg from 'pg';

// Somebody who has the whole database of a closed secret ballot and tries to say who voted how: from the
// order in which anything about the members stands or was written, and the same of the papers.

/** An order that the database betrays, first to last. */
export interface Order {
  /** Where it was read: "turnout by xmin". */
  by: string;
  /** Ids of members, or choices of papers. */
  items: string[];
}

interface Column {
  table: string;
  column: string;
  type: string;
}

/** What Postgres keeps of a row besides its columns. */
const SYSTEM_COLUMNS = ['ctid', 'xmin', 'cmin'];
/** As numbers where Postgres has no order for a type. */
const SORTABLE: Record<string, string> = {
  xmin: 'xmin::text::bigint',
  cmin: 'cmin::text::bigint',
};

const notJson = ({ type }: Column) => !/^jsonb?$|^bytea$|^ARRAY$/.test(type);

async function columnsOf(db: pg.Pool): Promise<Map<string, Column[]>> {
  const { rows } = await db.query<Column>(`
    select format('%I.%I', table_schema, table_name) as table, column_name as column, data_type as type
    from information_schema.columns join information_schema.tables using (table_schema, table_name)
    where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'
    order by 1, ordinal_position`);
  const tables = new Map<string, Column[]>();
  for (const row of rows) tables.set(row.table, [...(tables.get(row.table) ?? []), row]);
  return tables;
}

/** The orders of a table's rows by each of its columns and by what Postgres keeps besides. */
async function ordersOf(
  db: pg.Pool,
  rows: { table: string; columns: Column[]; item: string; where: string; values: unknown[] },
): Promise<Order[]> {
  const { table, columns, item, where, values } = rows;
  const sortable = columns.filter(notJson).map(({ column }) => `"${column}"`);
  const orders: Order[] = [];
  for (const column of [...sortable, ...SYSTEM_COLUMNS]) {
    const key = SORTABLE[column] ?? column;
    const { rows: found } = await db.query<{ item: string; key: string }>(
      `select ${item}::text as item, (${key})::text as key from ${table} where ${where} order by ${key}, ctid`,
      values,
    );
    const distinct = new Set(found.map((row) => row.key)).size;
    // A column that is the same in all rows orders nothing.
    if (distinct > 1)
      orders.push({ by: `${table} by ${column}`, items: found.map((row) => row.item) });
  }
  return orders;
}

/**
 * Every order of the members of a ballot: by every table in which each of them has a row about it, by their first
 * where there are more, and by the receipts, which a member may have shown.
 */
export async function memberOrders(
  db: pg.Pool,
  ballot: { id: string; receipts: ReadonlyMap<string, string> },
): Promise<Order[]> {
  const members = [...ballot.receipts.keys()];
  const orders: Order[] = [];
  for (const [table, columns] of await columnsOf(db)) {
    const ids = columns.filter(({ type }) => type === 'uuid').map(({ column }) => column);
    for (const member of ids) {
      for (const subject of ids.filter((column) => column !== member)) {
        const where = `"${subject}" = $1 and "${member}" = any($2)`;
        const values = [ballot.id, members];
        const { rows } = await db.query(
          `select count(distinct "${member}")::int as members from ${table} where ${where}`,
          values,
        );
        if (rows[0].members !== members.length) continue;
        const found = await ordersOf(db, { table, columns, item: `"${member}"`, where, values });
        orders.push(...found.map(({ by, items }) => ({ by, items: [...new Set(items)] })));
      }
    }
  }
  return [...orders, ...(await receiptOrders(db, ballot))];
}

async function receiptOrders(
  db: pg.Pool,
  { id, receipts }: { id: string; receipts: ReadonlyMap<string, string> },
): Promise<Order[]> {
  const owner = new Map([...receipts].map(([member, receipt]) => [receipt, member]));
  const columns = (await columnsOf(db)).get('public.ballot_receipt') ?? [];
  const from = { table: 'public.ballot_receipt', columns, item: 'receipt_hash' };
  const orders = await ordersOf(db, { ...from, where: 'ballot_id = $1', values: [id] });
  return orders.map(({ by, items }) => ({ by, items: items.map((one) => owner.get(one) ?? '') }));
}

/** Every order of the papers of a counted ballot, as choices. */
export async function paperOrders(db: pg.Pool, ballotId: string): Promise<Order[]> {
  const columns = ((await columnsOf(db)).get('public.counted_paper') ?? []).filter(
    // Sorted by what is to be found out, papers say nothing of anybody.
    ({ column }) => column !== 'choice',
  );
  return ordersOf(db, {
    table: 'public.counted_paper',
    columns,
    item: 'choice',
    where: 'ballot_id = $1',
    values: [ballotId],
  });
}

/** How many members voted as the paper says that stands where they stand. */
export function hits(members: Order, papers: Order, votedAs: ReadonlyMap<string, string>): number {
  return members.items.filter((member, place) => votedAs.get(member) === papers.items[place])
    .length;
}

/**
 * How far from one half the share of hits may be by chance. In a ballot with as many votes for as against,
 * placing members by chance draws the hits without replacement, which by Hoeffding (1963, theorem 4) lie
 * no further out than N/2 throws of a coin do: P(|share - 1/2| >= e) <= 2 exp(-e^2 N).
 *
 * @param strategies how many ways were tried: the bound holds for all of them together
 */
export function chanceMargin(votes: number, strategies: number, falseAlarm: number): number {
  return Math.sqrt(Math.log((2 * strategies) / falseAlarm) / votes);
}
