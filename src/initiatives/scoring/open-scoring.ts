import { refreshDeclared } from '../../councils/sittings/refresh-sittings.ts';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { addDays, type Day, dateColumn, dayOf, instantAt } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { enoughScorersOn, scoreSheetsOn } from '../../rulebook/score-sheets.ts';
import { filedForSecretary } from '../messages.ts';
import { drawPanel, type Panel } from './draw-panel.ts';
import { checkPlan, councilsFor, requireNoConflict, scoringsThatStand } from './prepare-scoring.ts';
import { maximaOf } from './score-tally.ts';
import { scoringExclusion, scoringInvitation, scoringProgress } from './scoring-messages.ts';
import { scoringRefusal } from './scoring-refusal.ts';

export interface OpenScoring {
  actor: Actor;
  initiativeId: string;
  councilId: string;
  sheetKey: string;
  /** Scorecards can be sent until the end of this day where the organisation is. */
  lastDay: Day;
  stateInvested: boolean;
  /** Of the panel that the actor was shown. */
  mark: string;
  /** Members of whom the actor says that they declared a conflict of interest. */
  declared: readonly string[];
}

/**
 * Opens the scoring of an accepted initiative: freezes the sheet and the panel and sends each member
 * their card. The same form twice opens one.
 *
 * @throws AppError only_secretary, own_conflict, not_accepted, already_open, already_scored,
 *   unknown_sheet, last_day_past, last_day_far, panel_changed, nobody_scores
 */
export async function openScoring(deps: Deps, input: OpenScoring): Promise<{ scoringId: string }> {
  const { actor, initiativeId, councilId, lastDay } = input;
  return inTransaction(deps.db, async (tx) => {
    // The initiative's row is the lock: of two openings at once, one finds the other's scoring.
    const [initiative] = await tx.$queryRaw<{ id: string; unitId: string; state: string }[]>`
      select id, unit_id as "unitId", state::text as state from initiative
      where id = ${initiativeId}::uuid for update`;
    if (!initiative) throw scoringRefusal('only_secretary', (p) => p.onlySecretary);
    const councils = await councilsFor(deps, tx, actor, initiative.unitId);
    const [standing] = await scoringsThatStand(tx, initiativeId);
    if (standing) {
      const same =
        standing.state === 'open' &&
        standing.openedById === actor.personId &&
        standing.councilId === councilId &&
        dayOf(standing.lastDay) === lastDay;
      if (same) return { scoringId: standing.id };
      throw standing.state === 'open'
        ? scoringRefusal('already_open', (p) => p.alreadyOpen)
        : scoringRefusal('already_scored', (p) => p.alreadyScored);
    }
    if (initiative.state !== 'accepted') throw scoringRefusal('not_accepted', (p) => p.notAccepted);
    const sheets = scoreSheetsOn(deps.rulebook, today(deps));
    const plan = checkPlan(deps, { councils, sheets }, input);
    const about = { initiative, council: plan.council, stateInvested: plan.stateInvested };
    const shown = await drawPanel(deps, tx, about);
    if (shown.mark !== input.mark) throw scoringRefusal('panel_changed', (p) => p.panelChanged);
    const declared = await declare(tx, input, shown);
    await requireNoConflict(deps, tx, actor, initiativeId);
    const panel = await drawPanel(deps, tx, about);
    const entitled = panel.members.filter(({ excluded }) => excluded === null).length;
    if (entitled === 0) throw scoringRefusal('nobody_scores', (p) => p.nobodyScores);
    const { num, den, source, verified } = enoughScorersOn(deps.rulebook, today(deps));
    const scoring = await tx.scoring.create({
      data: {
        initiativeId,
        councilId,
        sheet: plan.sheet,
        enough: { num, den, source, verified },
        stateInvested: plan.stateInvested,
        lastDay: dateColumn(lastDay),
        closesAt: instantAt(addDays(lastDay, 1), '00:00', deps.zone),
        openedById: actor.personId,
        criteria: { createMany: { data: maximaOf(plan.sheet) } },
        panel: {
          createMany: {
            data: panel.members.map(({ personId, office, excluded }) => ({
              personId,
              office,
              excluded,
            })),
          },
        },
      },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'initiative.scoring_opened',
      subjectId: scoring.id,
      actorId: actor.personId,
      after: {
        initiativeId,
        councilId,
        sheet: plan.sheet.key,
        lastDay,
        panel: panel.members.length,
        entitled,
      },
    });
    await tell(tx, scoring.id, panel, actor.personId);
    await refreshMessages(tx, filedForSecretary, initiativeId);
    if (declared.length > 0)
      await refreshDeclared(tx, { initiativeIds: [initiativeId], personIds: declared });
    return { scoringId: scoring.id };
  });
}

/** @returns of whom the actor said it who were in no conflict before */
async function declare(tx: Tx, input: OpenScoring, shown: Panel): Promise<string[]> {
  const { actor, initiativeId } = input;
  const barred = shown.members.filter(
    ({ personId, excluded }) => excluded === null && input.declared.includes(personId),
  );
  if (barred.length === 0) return [];
  const personIds = barred.map(({ personId }) => personId);
  const data = personIds.map((personId) => ({
    initiativeId,
    personId,
    declaredById: actor.personId,
  }));
  await tx.initiativeConflict.createMany({ data });
  await audit(tx, {
    kind: 'initiative.conflict_declared',
    subjectId: initiativeId,
    actorId: actor.personId,
    after: { personIds },
  });
  return personIds;
}

async function tell(tx: Tx, scoringId: string, panel: Panel, openerId: string): Promise<void> {
  const about = { params: {}, subjectId: scoringId };
  for (const { personId, excluded } of panel.members) {
    const kind = excluded ? scoringExclusion : scoringInvitation;
    await sendMessage(tx, kind, { to: { personId }, ...about });
  }
  await sendMessage(tx, scoringProgress, { to: { personId: openerId }, ...about });
}
