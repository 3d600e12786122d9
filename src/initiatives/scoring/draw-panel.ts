import { inOffice } from '../../councils/authority.ts';
import {
  byOffice,
  drawRoll,
  type RollMember,
  rollHash,
  type ScoringExclusion,
} from '../../councils/rules.ts';
import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { dateColumn } from '../../kernel/time.ts';
import { conflictsOf } from '../conflicts-of.ts';

export interface Panel {
  /** In order of office. */
  members: (RollMember<ScoringExclusion> & { name: string })[];
  /** The same for the same members and exclusions. */
  mark: string;
}

/**
 * Who would score an initiative in a council today and who would not, and why. Thông tư 18/2013/TT-BKHCN
 * Điều 8: where the State invests, the head of the unit who is an author may not sit on the council; an
 * author or somebody with a declared conflict never scores.
 */
export async function drawPanel(
  deps: Deps,
  tx: Tx,
  about: {
    initiative: { id: string; unitId: string };
    council: { id: string; unitId: string };
    stateInvested: boolean;
  },
): Promise<Panel> {
  const { initiative, council, stateInvested } = about;
  const rows = await tx.councilMember.findMany({
    where: { councilId: council.id, ...inOffice(today(deps)) },
    select: { personId: true, office: true, person: { select: { fullName: true } } },
  });
  const conflicts = new Map<string, ScoringExclusion>(await conflictsOf(deps, tx, initiative.id));
  if (stateInvested) {
    const authors = [...conflicts].flatMap(([id, why]) => (why === 'author' ? [id] : []));
    for (const personId of await headsAmong(deps, tx, authors, [initiative.unitId, council.unitId]))
      conflicts.set(personId, 'head_author');
  }
  const names = new Map(rows.map(({ personId, person }) => [personId, person.fullName]));
  const members = drawRoll(rows, conflicts)
    .map((member) => ({ ...member, name: names.get(member.personId) ?? '' }))
    .toSorted((a, b) => byOffice(a, b) || a.name.localeCompare(b.name, 'vi'));
  return { members, mark: rollHash(members) };
}

async function headsAmong(
  deps: Deps,
  tx: Tx,
  personIds: readonly string[],
  unitIds: readonly string[],
): Promise<string[]> {
  const on = dateColumn(today(deps));
  const postings = await tx.posting.findMany({
    where: {
      personId: { in: [...personIds] },
      unitId: { in: [...unitIds] },
      office: 'head',
      fromDate: { lte: on },
      OR: [{ toDate: null }, { toDate: { gte: on } }],
    },
    select: { personId: true },
  });
  return postings.map(({ personId }) => personId);
}
