import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { MessageKind } from '../../jobs/kinds.ts';
import { sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { addDays, type Day } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { holdsRole, nearestHolders, personsOfSlackUsers } from '../../people/queries.ts';
import { authorPersonIds } from '../queries.ts';
import { holdRecognised, type RecognisedInitiative } from '../workflow/hold-recognised.ts';
import { ADOPTING_UNIT } from './adoption-controls.ts';
import { adopted, adoptionAssigned } from './adoption-messages.ts';
import { isUnitOn } from './adoption-queries.ts';
import { MOST_DAYS_AHEAD } from './adoption-rules.ts';
import { afterRefusal } from './after-refusal.ts';

/**
 * Records that a unit takes a recognised initiative of another unit up, and tells its authors, the
 * secretary of the unit it comes from, and whoever is made responsible. A unit applies an initiative once at a time: a repetition, also at
 * the same moment, changes nothing and answers with what stands.
 *
 * @param input.adoptionId becomes the id of what is recorded
 * @throws AppError initiative_unknown, recognition_annulled, unit_gone, not_adopting_unit, own_unit,
 *   since_too_far, since_before_first, responsible_unknown, at their fields
 */
export async function adoptInitiative(
  deps: Deps,
  input: {
    actor: Actor;
    adoptionId: string;
    initiativeId: string;
    unitId: string;
    since: Day;
    how: string;
    responsibleSlackUserId: string;
  },
): Promise<{ adoptionId: string; happened: boolean }> {
  const { actor, adoptionId, initiativeId, unitId, since, how } = input;
  return inTransaction(deps.db, async (tx) => {
    const initiative = await holdRecognised(tx, initiativeId);
    await checkUnit(deps, tx, actor, { initiative, unitId });
    checkSince(deps, since, initiative);
    const responsible = (await personsOfSlackUsers(tx, [input.responsibleSlackUserId])).get(
      input.responsibleSlackUserId,
    );
    if (!responsible)
      throw afterRefusal('responsible_unknown', (p) => p.responsibleUnknown, 'responsible');
    const made = await tx.$queryRaw<{ id: string }[]>`
      insert into adoption (id, initiative_id, unit_id, since, how, responsible_id, adopted_by_id)
      values (${adoptionId}::uuid, ${initiativeId}::uuid, ${unitId}::uuid, ${since}::date, ${how},
        ${responsible.id}::uuid, ${actor.personId}::uuid)
      on conflict do nothing
      returning id::text`;
    if (made.length === 0) return standing(tx, input);
    await audit(tx, {
      kind: 'initiative.adopted',
      subjectId: initiativeId,
      actorId: actor.personId,
      after: { adoptionId, unitId, since, responsibleId: responsible.id },
    });
    await tellOwners(deps, tx, adopted, { adoptionId, initiative, except: actor.personId });
    if (responsible.id !== actor.personId)
      await sendMessage(tx, adoptionAssigned, {
        to: { personId: responsible.id },
        params: {},
        subjectId: adoptionId,
        dedupeKey: `${adoptionAssigned.purpose}:${adoptionId}`,
      });
    return { adoptionId, happened: true };
  });
}

/** Tells the authors of an initiative and the secretary of its unit of something about an adoption. */
export async function tellOwners(
  deps: Deps,
  tx: Tx,
  kind: MessageKind<Record<string, never>>,
  about: {
    adoptionId: string;
    initiative: Pick<RecognisedInitiative, 'id' | 'unitId'>;
    /** Who did it knows. */
    except: string;
  },
): Promise<void> {
  const { adoptionId, initiative, except } = about;
  const readers = new Set([
    ...(await authorPersonIds(tx, initiative.id)),
    ...(await nearestHolders(tx, {
      role: 'secretary',
      unitId: initiative.unitId,
      on: today(deps),
    })),
  ]);
  readers.delete(except);
  for (const personId of readers) {
    await sendMessage(tx, kind, {
      to: { personId },
      params: {},
      subjectId: adoptionId,
      dedupeKey: `${kind.purpose}:${adoptionId}:${personId}`,
    });
  }
}

async function checkUnit(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  { initiative, unitId }: { initiative: RecognisedInitiative; unitId: string },
): Promise<void> {
  if (!(await holdsRole(tx, actor, ['head', 'secretary'], unitId)))
    throw afterRefusal('not_adopting_unit', (p) => p.notAdoptingUnit, ADOPTING_UNIT);
  if (unitId === initiative.unitId) throw afterRefusal('own_unit', (p) => p.ownUnit, ADOPTING_UNIT);
  if (!(await isUnitOn(tx, unitId, today(deps))))
    throw afterRefusal('unit_gone', (p) => p.unitGone, ADOPTING_UNIT);
}

function checkSince(deps: Deps, since: Day, { firstAppliedOn }: RecognisedInitiative): void {
  if (since > addDays(today(deps), MOST_DAYS_AHEAD))
    throw afterRefusal('since_too_far', (p) => p.sinceTooFar, 'since');
  if (since < firstAppliedOn)
    throw afterRefusal(
      'since_before_first',
      (p) => p.sinceBeforeFirst({ firstAppliedOn }),
      'since',
    );
}

async function standing(
  tx: Tx,
  {
    adoptionId,
    initiativeId,
    unitId,
  }: { adoptionId: string; initiativeId: string; unitId: string },
): Promise<{ adoptionId: string; happened: boolean }> {
  const open = await tx.adoption.findFirst({
    where: { OR: [{ id: adoptionId }, { initiativeId, unitId, endedOn: null }] },
    // The same submission first: it may have been ended since.
    orderBy: { endedOn: { sort: 'asc', nulls: 'first' } },
    select: { id: true },
  });
  if (!open) throw afterRefusal('changed_meanwhile', (p) => p.changedMeanwhile);
  return { adoptionId: open.id, happened: open.id === adoptionId };
}
