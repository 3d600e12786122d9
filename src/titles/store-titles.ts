import type { Tx } from '../database/client.ts';
import { findTitle, type Rulebook, type TitleKey } from '../rulebook/rules.ts';

/** Puts these titles in the place of those that a registration had. */
export async function storeTitles(
  tx: Tx,
  rulebook: Rulebook,
  registrationId: string,
  titles: readonly TitleKey[],
): Promise<void> {
  await tx.titleRegistrationItem.deleteMany({ where: { registrationId } });
  await tx.titleRegistrationItem.createMany({
    data: titles.map((title) => {
      const rank = findTitle(rulebook, title)?.rank ?? 0;
      return { registrationId, title, rank, rankBelow: rank > 1 ? rank - 1 : null };
    }),
  });
}
