import { randomInt, randomUUID } from 'node:crypto';
import type { CouncilOffice } from '../../src/councils/rules.ts';
import type { Db } from '../../src/database/client.ts';
import { openScoring } from '../../src/initiatives/scoring/open-scoring.ts';
import { planScoring } from '../../src/initiatives/scoring/prepare-scoring.ts';
import { saveScorecard } from '../../src/initiatives/scoring/save-scorecard.ts';
import { today } from '../../src/kernel/deps.ts';
import { addDays, dateColumn } from '../../src/kernel/time.ts';
import { type Login, personId, staffOf } from '../../src/sandbox/sample/people.ts';
import { unitId } from '../../src/sandbox/sample/units.ts';
import { type Agency, sampleDescription } from './support.ts';

/** Head of the province, head of a department, the secretary, and two more. */
const PANEL = [
  ['hung.le', 'chair'],
  ['minh.pham', 'vice_chair'],
  ['ha.nguyen', 'secretary'],
  ['khanh.phan', 'member'],
  ['tam.do', 'member'],
] as const satisfies readonly (readonly [Login, CouncilOffice])[];

export const COUNCIL_OF_FIVE = 'Hội đồng sáng kiến năm thành viên';

/** A second initiative council of the province, with five members. @returns its id */
export async function councilOfFive(db: Db): Promise<string> {
  const fromDate = new Date('2026-01-05');
  const { id } = await db.council.create({
    data: {
      unitId: unitId('SH'),
      kind: 'initiative',
      name: COUNCIL_OF_FIVE,
      decisionNumber: `${randomUUID()}/QĐ`,
      decidedOn: fromDate,
      fromDate,
      members: {
        create: PANEL.map(([login, office]) => ({ personId: personId(login), office, fromDate })),
      },
    },
  });
  return id;
}

/** An initiative whose form was found in order. */
export async function accepted(
  agency: Agency,
  form: { by: Login; authors?: readonly Login[]; shares?: readonly number[] },
): Promise<{ id: string; number: string }> {
  const { authors = [form.by], shares = [100] } = form;
  const number = `SK-2026-${String(randomInt(100_000, 1_000_000))}`;
  return agency.deps.db.initiative.create({
    data: {
      number,
      ...sampleDescription(agency),
      firstAppliedOn: dateColumn(sampleDescription(agency).firstAppliedOn),
      benefits: 'Giảm 10 phút mỗi lượt.',
      state: 'accepted',
      filedLate: false,
      unitId: unitId(staffOf(form.by).unit),
      filedById: personId(form.by),
      authors: {
        create: authors.map((login, place) => ({
          ordinal: place + 1,
          personId: personId(login),
          share: shares[place] ?? 0,
        })),
      },
    },
    select: { id: true, number: true },
  });
}

export interface Opening {
  by?: Login;
  councilId: string;
  initiativeId: string;
  sheet?: string;
  days?: number;
  stateInvested?: boolean;
  declared?: readonly Login[];
}

/** Opens a scoring as the two steps of the form do. @returns its id */
export async function opened(agency: Agency, opening: Opening): Promise<string> {
  const { councilId, initiativeId } = opening;
  const plan = {
    actor: await agency.actor(opening.by ?? 'ha.nguyen'),
    initiativeId,
    councilId,
    sheetKey: opening.sheet ?? 'generic',
    lastDay: addDays(today(agency.deps), opening.days ?? 14),
    stateInvested: opening.stateInvested ?? false,
  };
  const { panel } = await planScoring(agency.deps, plan);
  const declared = (opening.declared ?? []).map(personId);
  const { scoringId } = await openScoring(agency.deps, { ...plan, mark: panel.mark, declared });
  return scoringId;
}

const CRITERIA = ['novelty', 'application', 'effect', 'replication'] as const;

/** Points in the order of the generic sheet's criteria; null leaves one out. */
export async function scored(
  agency: Agency,
  scoringId: string,
  by: Login,
  points: readonly (number | null)[],
  how: { send?: boolean; comment?: string } = {},
) {
  return saveScorecard(agency.deps, {
    actor: await agency.actor(by),
    scoringId,
    points: Object.fromEntries(
      CRITERIA.flatMap((key, place) => {
        const mark = points[place] ?? null;
        return mark === null ? [] : [[key, mark]];
      }),
    ),
    comment: how.comment ?? null,
    send: how.send ?? true,
  });
}
