import type { Tx } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import type { Text } from './language.ts';

/** Something that must hold over the whole database whatever the product has been through. */
export interface Check {
  /** Names it in reports and tests. */
  name: string;
  /** What must hold, as a sentence. */
  says: Text;
  /** Selects one column `what` naming each case that breaks it. */
  broken: Prisma.Sql | ((tx: Tx) => Promise<string[]>);
}

export interface Breach {
  check: Check;
  /** At least one. */
  cases: string[];
}

/** Looks for breaches of all checks, in their order. In one snapshot, `tx` ought to be repeatable read. */
export async function findBreaches(tx: Tx, checks: readonly Check[]): Promise<Breach[]> {
  const breaches: Breach[] = [];
  for (const check of checks) {
    const cases = await casesOf(tx, check);
    if (cases.length > 0) breaches.push({ check, cases });
  }
  return breaches;
}

async function casesOf(tx: Tx, { broken }: Check): Promise<string[]> {
  if (typeof broken === 'function') return broken(tx);
  const rows = await tx.$queryRaw<{ what: string }[]>(broken);
  return rows.map(({ what }) => what);
}
