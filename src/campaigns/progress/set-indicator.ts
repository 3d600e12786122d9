import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { refreshMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { throwTogether } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { mayWrite, writersFor } from '../authority.ts';
import { approvalCard, preview } from '../messages.ts';
import { problemRefusal } from './problem-words.ts';
import {
  hasFigures,
  type Indicator,
  indicatorRecord,
  lockProgress,
  markOf,
  type ProgressCampaign,
  progressOf,
} from './progress-queries.ts';
import { progressRefusal } from './progress-refusal.ts';
import {
  type EnteredIndicator,
  type IndicatorContent,
  PROGRESS_LIMITS,
  readIndicator,
  takesIndicators,
} from './progress-rules.ts';

/** An indicator in a form: its id, which a new one has from the form, and the mark of what the form showed. */
export interface SeenIndicator {
  campaignId: string;
  indicatorId: string;
  /** Null: it is new. */
  mark: string | null;
}

/**
 * Sets an indicator of a campaign, or takes it out: for whoever writes plans for its unit. Once there are figures
 * a change has a reason. The same twice is once.
 *
 * @param input.entered null: it is taken out
 * @returns whether anything changed, and the sum of all weights
 * @throws AppError progress_gone, may_not_measure, progress_over, indicator_changed, too_many_indicators,
 *   reason_missing, indicator_refused (each problem at its field)
 */
export async function setIndicator(
  deps: Deps,
  input: { actor: Actor; seen: SeenIndicator; entered: EnteredIndicator | null; reason: string },
): Promise<{ changed: boolean; weights: number }> {
  const { actor, seen, entered } = input;
  const { campaignId, indicatorId } = seen;
  return inTransaction(deps.db, async (tx) => {
    await lockProgress(tx, campaignId);
    const campaign = await openMeasuring(deps, tx, { actor, campaignId });
    const before = campaign.indicators.find(({ id }) => id === indicatorId);
    const content = entered && read(entered, campaign);
    const others = campaign.indicators.filter(({ id }) => id !== indicatorId);
    const weights = [...others, ...(content ? [content] : [])].reduce(
      (sum, { weight }) => sum + weight,
      0,
    );
    const was = before ? contentMark(before) : null;
    if (content ? was === contentMark(content) : !before) return { changed: false, weights };
    if (was !== seen.mark || (!before && (await wasRemoved(tx, indicatorId))))
      throw progressRefusal('indicator_changed', (say) => say.indicatorChanged);
    if (!before && others.length >= PROGRESS_LIMITS.indicators)
      throw progressRefusal('too_many_indicators', (say) => say.tooMany);
    const reason = input.reason.trim();
    if (reason === '' && (await hasFigures(tx, campaignId)))
      throw progressRefusal('reason_missing', (say) => say.reasonMissing, 'reason');
    await write(tx, { campaignId, indicatorId, content });
    await audit(tx, {
      kind: content ? 'campaign.indicator_set' : 'campaign.indicator_removed',
      subjectId: campaignId,
      actorId: actor.personId,
      ...(before ? { before: { id: indicatorId, ...indicatorRecord(before) } } : {}),
      ...(content ? { after: { id: indicatorId, ...indicatorRecord(content) } } : {}),
      ...(reason === '' ? {} : { reason }),
    });
    await redrawPlan(tx, campaign);
    return { changed: true, weights };
  });
}

/** Before the launch its author and those who approve it have the indicators before them. */
async function redrawPlan(tx: Tx, { id: campaignId, code }: ProgressCampaign): Promise<void> {
  if (code !== null) return;
  const open = await tx.campaignSubmission.findFirst({
    where: { campaignId, outcome: null },
    select: { id: true },
  });
  await refreshMessages(tx, preview, campaignId);
  if (open) await refreshMessages(tx, approvalCard, open.id);
}

/**
 * A campaign whose indicators the actor may set.
 *
 * @throws AppError progress_gone, may_not_measure, progress_over
 */
export async function openMeasuring(
  deps: Deps,
  tx: Tx,
  { actor, campaignId }: { actor: Actor; campaignId: string },
): Promise<ProgressCampaign> {
  const on = today(deps);
  const campaign = await progressOf(tx, campaignId, on);
  if (!(await mayWrite(tx, actor, campaign.unitId))) {
    const names = await writersFor(tx, campaign.unitId, on);
    throw progressRefusal('may_not_measure', (say) => say.mayNotMeasure({ names }));
  }
  if (!takesIndicators(campaign, on)) throw progressRefusal('progress_over', (say) => say.over);
  return campaign;
}

/** A mark of an indicator as a form shows it. */
export function contentMark(content: IndicatorContent | Indicator): string {
  const { name, measure, direction, weight, target, targets } = content;
  return markOf(indicatorRecord({ name, measure, direction, weight, target, targets }));
}

function read(entered: EnteredIndicator, { units }: ProgressCampaign): IndicatorContent {
  const result = readIndicator(entered, units);
  if ('indicator' in result) return result.indicator;
  throwTogether(result.problems.map(problemRefusal));
  throw new Error('an indicator is refused without a problem');
}

async function wasRemoved(tx: Tx, id: string): Promise<boolean> {
  return (await tx.campaignIndicator.count({ where: { id } })) > 0;
}

async function write(
  tx: Tx,
  {
    campaignId,
    indicatorId: id,
    content,
  }: { campaignId: string; indicatorId: string; content: IndicatorContent | null },
): Promise<void> {
  if (!content) {
    await tx.$executeRaw`
      update campaign_indicator set removed_at = app_now()
      where id = ${id}::uuid and campaign_id = ${campaignId}::uuid`;
    return;
  }
  const { targets, ...row } = content;
  await tx.campaignIndicator.upsert({
    where: { id, campaignId },
    create: { id, campaignId, ...row },
    update: row,
    select: { id: true },
  });
  await tx.campaignTarget.deleteMany({ where: { indicatorId: id } });
  await tx.campaignTarget.createMany({
    data: [...targets].map(([unitId, target]) => ({ indicatorId: id, unitId, target })),
  });
}
