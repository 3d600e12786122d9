import type { Tx } from '../../database/client.ts';
import type { WorkKind, WorkLevel } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole, postedUnitOf } from '../../people/queries.ts';
import { ladder, type Rulebook } from '../../rulebook/rules.ts';
import { markSameWorks } from '../../rulebook/same-work.ts';

export interface WorkUse {
  /** The recognition that the use was recorded of. */
  workId: string;
  /** Key of the rulebook. */
  title: string;
  year: number;
  decisionNumber: string | null;
}

/** One recognition of a person's work, with the uses of that work whichever recognition they name. */
export interface PersonsWork {
  workId: string;
  initiativeId: string | null;
  kind: WorkKind;
  level: WorkLevel;
  title: string;
  year: number;
  decisionNumber: string;
  /** It, or the initiative, was annulled. */
  annulled: boolean;
  /** What the recognitions of one work share. */
  same: string;
  uses: WorkUse[];
}

/** All recognised works of a person, newest first, those annulled too. */
export async function worksOfPerson(tx: Tx, personId: string): Promise<PersonsWork[]> {
  const rows = await tx.recognisedWorkAuthor.findMany({
    where: { personId },
    orderBy: [{ work: { year: 'desc' } }, { work: { title: 'asc' } }, { work: { level: 'asc' } }],
    select: {
      workId: true,
      work: {
        select: {
          initiativeId: true,
          kind: true,
          level: true,
          title: true,
          year: true,
          decisionNumber: true,
          annulledAt: true,
          initiative: { select: { state: true } },
        },
      },
      uses: {
        where: { withdrawnAt: null },
        orderBy: [{ year: 'asc' }, { title: 'asc' }],
        select: { workId: true, title: true, year: true, decisionNumber: true },
      },
    },
  });
  const works = rows.map(({ workId, work, uses }) => {
    const { annulledAt, initiative, ...own } = work;
    const annulled = annulledAt !== null || initiative?.state === 'annulled';
    return { workId, ...own, annulled, uses };
  });
  const marks = markSameWorks(works);
  const markOf = (workId: string) => marks.get(workId) ?? workId;
  return works.map((work) => ({
    ...work,
    same: markOf(work.workId),
    uses: works
      .filter((one) => markOf(one.workId) === markOf(work.workId))
      .flatMap(({ uses }) => uses),
  }));
}

/** A mark by which a use that somebody was shown is known again. */
export function useMark({ title, year }: Pick<WorkUse, 'title' | 'year'>): string {
  return `${title} ${year}`;
}

/** Who records what a person's works were used for: the secretary of the unit, or of one above it. */
export async function mayRecordUse(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  personId: string,
): Promise<boolean> {
  const unitId = await postedUnitOf(tx, personId, today(deps));
  return unitId !== null && holdsRole(tx, actor, 'secretary', unitId);
}

/** Awards that a person's work can have been counted for: titles of persons and forms of commendation. */
export function awardsByWork(rulebook: Rulebook): { titles: string[]; commendations: string[] } {
  return {
    titles: ladder(rulebook, 'person').map(({ key }) => key),
    commendations: rulebook.commendations.map(({ key }) => key),
  };
}
