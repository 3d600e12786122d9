import type { Tx } from '../../database/client.ts';
import { campaignCode } from '../rules.ts';

/**
 * The next code of the year's register of campaigns. The register's row stays locked until the
 * transaction ends, so that numbers have no gaps; take it as late as possible.
 */
export async function nextCode(tx: Tx, year: number): Promise<string> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    insert into register (series, year, last) values ('campaign', ${year}, 1)
    on conflict (series, year) do update set last = register.last + 1
    returning last`;
  const number = rows[0]?.last;
  if (number === undefined) throw new Error('the register gave no number');
  return campaignCode(year, number);
}
