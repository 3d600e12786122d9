import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { throwTogether } from '../../kernel/errors.ts';
import { formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders } from '../../people/queries.ts';
import { checkComing, findings } from '../messages.ts';
import { redrawUrgings } from '../urging/redraw-urgings.ts';
import type { CampaignCheck, CheckedUnit } from './check-queries.ts';
import { checkRefusal } from './check-refusal.ts';
import { lockAsChecker } from './check-rights.ts';
import { CHECK_LIMITS, type EnteredFindings, findingsProblems } from './check-rules.ts';

type Part = { check: CampaignCheck; part: CheckedUnit };

/** A unit's part of a check for the form of its findings. @throws AppError as `recordFindings` before it is filled in */
export function openFindings(
  deps: Deps,
  { actor, checkUnitId }: { actor: Actor; checkUnitId: string },
): Promise<Part> {
  return inTransaction(deps.db, async (tx) => {
    const found = await lockAsChecker(tx, { actor, checkUnitId });
    requireRecordable(deps, found);
    return found;
  });
}

/**
 * Records what a check found in a unit, or corrects it until the unit has answered: by one of those who check, from
 * its day on. The head of the unit is told. The same twice is once.
 *
 * @param input.revision that the form showed
 * @throws AppError check_gone, not_checker, campaign_not_checked, check_struck, check_too_early, findings_answered,
 *   check_changed; findings_refused with all that is wrong, each at its field
 */
export async function recordFindings(
  deps: Deps,
  input: { actor: Actor; checkUnitId: string; revision: number; entered: EnteredFindings },
): Promise<Part> {
  const { actor, checkUnitId, revision } = input;
  const on = today(deps);
  return inTransaction(deps.db, async (tx) => {
    const found = await lockAsChecker(tx, { actor, checkUnitId });
    const { check, part } = found;
    const entered = read(input.entered);
    if (part.revision > 0 && isSame(part, entered)) return found;
    requireRecordable(deps, found);
    if (part.revision !== revision)
      throw checkRefusal('check_changed', (say) => say.changedMeanwhile);
    throwTogether(
      findingsProblems(entered, on).map(({ field, problem }) =>
        checkRefusal(
          'findings_refused',
          (say) => say.findingsProblem({ problem, most: CHECK_LIMITS.text }),
          field,
        ),
      ),
    );
    const { good, wrong, mend, mendBy } = entered;
    await tx.$executeRaw`
      update campaign_check_unit set recorded_at = app_now(), recorded_by_id = ${actor.personId}::uuid,
        good = nullif(${good}, ''), wrong = nullif(${wrong}, ''), mend = nullif(${mend}, ''),
        mend_by = ${mendBy}::date, revision = revision + 1
      where id = ${checkUnitId}::uuid`;
    const { unitId } = part;
    await audit(tx, {
      kind: 'campaign.findings_recorded',
      subjectId: check.campaign.id,
      actorId: actor.personId,
      ...(part.revision > 0 ? { before: { unitId, ...wordsOf(part) } } : {}),
      after: { unitId, checkId: check.id, good, wrong, mend, mendBy },
    });
    await tellHeads(tx, { found, revision: revision + 1, on });
    await refreshMessages(tx, checkComing, check.id);
    await redrawUrgings(tx, { campaignId: check.campaign.id, unitId });
    return found;
  });
}

async function tellHeads(
  tx: Tx,
  { found: { part }, revision, on }: { found: Part; revision: number; on: string },
): Promise<void> {
  const heads = await nearestHolders(tx, { role: 'head', unitId: part.unitId, on });
  await sendMessages(
    tx,
    findings,
    heads.map((personId) => ({
      to: { personId },
      params: {},
      subjectId: part.id,
      dedupeKey: `${findings.purpose}:${part.id}:${revision}:${personId}`,
    })),
  );
  await refreshMessages(tx, findings, part.id);
}

function requireRecordable(deps: Deps, { check, part }: Part): void {
  const day = formatDay(check.plannedOn);
  if (today(deps) < check.plannedOn)
    throw checkRefusal('check_too_early', (say) => say.tooEarly({ day }));
  if (part.mendings.length > 0)
    throw checkRefusal('findings_answered', (say) => say.answeredAlready);
}

function read({ good, wrong, mend, mendBy }: EnteredFindings): EnteredFindings {
  const [one, other, third] = [good, wrong, mend].map((text) => text.normalize().trim());
  return { good: one ?? '', wrong: other ?? '', mend: third ?? '', mendBy };
}

function wordsOf({ good, wrong, mend, mendBy }: CheckedUnit): EnteredFindings {
  return { good: good ?? '', wrong: wrong ?? '', mend: mend ?? '', mendBy };
}

function isSame(part: CheckedUnit, entered: EnteredFindings): boolean {
  const before = wordsOf(part);
  return (['good', 'wrong', 'mend', 'mendBy'] as const).every(
    (key) => before[key] === entered[key],
  );
}
