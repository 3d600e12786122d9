import type { Tx } from '../../database/client.ts';
import type { Language } from '../../kernel/language.ts';
import { awardName } from '../../rulebook/explain.ts';
import type { Rulebook } from '../../rulebook/rules.ts';

/** What has been built on a recognition: awards of its authors, and units that apply the initiative. */
export interface AnnulmentReach {
  uses: { personName: string; award: string; year: number }[];
  /** Names of units that apply it, or are to. */
  units: string[];
}

/** @param reader.language in which awards are named */
export async function annulmentReach(
  tx: Tx,
  initiativeId: string,
  { rulebook, language }: { rulebook: Rulebook; language: Language },
): Promise<AnnulmentReach> {
  const uses = await tx.workUse.findMany({
    where: { withdrawnAt: null, author: { work: { initiativeId } } },
    orderBy: [{ year: 'asc' }, { title: 'asc' }],
    select: {
      title: true,
      year: true,
      author: { select: { person: { select: { fullName: true } } } },
    },
  });
  const adoptions = await tx.adoption.findMany({
    where: { initiativeId, endedOn: null },
    orderBy: { unit: { name: 'asc' } },
    select: { unit: { select: { name: true } } },
  });
  return {
    uses: uses.map(({ title, year, author }) => ({
      personName: author.person.fullName,
      award: awardName(rulebook, title, language),
      year,
    })),
    units: adoptions.map(({ unit }) => unit.name),
  };
}
