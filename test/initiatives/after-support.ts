import { randomUUID } from 'node:crypto';
import { adoptInitiative } from '../../src/initiatives/after/adopt-initiative.ts';
import { recordDecision } from '../../src/initiatives/workflow/record-decision.ts';
import { today } from '../../src/kernel/deps.ts';
import type { Day } from '../../src/kernel/time.ts';
import type { Login } from '../../src/sandbox/sample/people.ts';
import { type UnitCode, unitId } from '../../src/sandbox/sample/units.ts';
import { type Agency, closedBallot, filed, slackIdOf } from './support.ts';

/** An initiative handed in by the first author, passed by the council and recognised today. */
export async function recognised(
  agency: Agency,
  form: Parameters<typeof filed>[1] & { number?: string },
): Promise<{ id: string; number: string }> {
  const initiative = await filed(agency, form);
  const { id: initiativeId } = initiative;
  const ballotId = await closedBallot(agency, initiativeId, 'passed');
  await agency.deps.db.initiative.update({
    where: { id: initiativeId },
    data: { state: 'passed' },
  });
  await recordDecision(agency.deps, {
    actor: await agency.actor('ha.nguyen'),
    initiativeId,
    ballotId,
    kind: 'recognised',
    number: form.number ?? `${randomUUID().slice(0, 8)}/QĐ-BHXH`,
    decidedOn: today(agency.deps),
    signatory: 'Lê Quang Hùng, Giám đốc',
  });
  return initiative;
}

/** Its recognition is taken back, as far as what follows it sees. */
export async function annul(agency: Agency, initiativeId: string): Promise<void> {
  const { db, clock } = agency.deps;
  await db.initiative.update({ where: { id: initiativeId }, data: { state: 'annulled' } });
  await db.recognisedWork.updateMany({
    where: { initiativeId },
    data: { annulledAt: clock.now() },
  });
}

/** A unit takes an initiative up. @returns the adoption's id */
export async function adopts(
  agency: Agency,
  by: Login,
  adoption: {
    initiativeId: string;
    unit: UnitCode;
    since?: Day;
    responsible?: Login;
    adoptionId?: string;
  },
): Promise<{ adoptionId: string; happened: boolean }> {
  return adoptInitiative(agency.deps, {
    actor: await agency.actor(by),
    adoptionId: adoption.adoptionId ?? randomUUID(),
    initiativeId: adoption.initiativeId,
    unitId: unitId(adoption.unit),
    since: adoption.since ?? today(agency.deps),
    how: 'Tại bộ phận một cửa',
    responsibleSlackUserId: slackIdOf(adoption.responsible ?? by),
  });
}
