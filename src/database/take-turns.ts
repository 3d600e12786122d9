import type { Tx } from './client.ts';

/**
 * Until the transaction ends nobody else takes a turn by the same name: what comes at once follows each other. Several
 * are taken in one order, so that two with the same ones never wait for each other in a ring.
 */
export async function takeTurns(tx: Tx, ...names: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(name, 0))
    from unnest(${names.toSorted()}::text[]) as turn (name)`;
}
