import type { Tx } from './client.ts';

/**
 * The next number of a year in a register. Its row stays locked until the transaction ends, and a rollback gives the
 * number back, so that numbers have no gaps; take it as late as possible.
 */
export async function nextInRegister(
  tx: Tx,
  series: 'SK' | 'campaign' | 'exemplar',
  year: number,
): Promise<number> {
  const rows = await tx.$queryRaw<{ last: number }[]>`
    insert into register (series, year, last) values (${series}, ${year}, 1)
    on conflict (series, year) do update set last = register.last + 1
    returning last`;
  const number = rows[0]?.last;
  if (number === undefined) throw new Error('the register gave no number');
  return number;
}
