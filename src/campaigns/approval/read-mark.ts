import type { Tx } from '../../database/client.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { LockedCampaign } from '../plan/own-draft.ts';
import {
  type Indicator,
  indicatorRecord,
  markOf,
  progressOf,
} from '../progress/progress-queries.ts';
import { type CampaignPlan, planMark } from '../rules.ts';
import { approvalPhrases } from './approval-phrases.ts';

/**
 * A mark of all that a preview or an approval card shows: the plan, and the indicators that are set by then, so that
 * nobody launches others than they have read.
 */
export function readMark(plan: CampaignPlan, indicators: readonly Indicator[]): string {
  const mark = planMark(plan);
  return indicators.length === 0 ? mark : markOf([mark, indicators.map(indicatorRecord)]);
}

/**
 * Refuses to launch a locked campaign that is not what its reader has read.
 *
 * @throws AppError draft_changed
 */
export async function requireRead(
  deps: Deps,
  tx: Tx,
  { campaign, mark }: { campaign: LockedCampaign; mark: string },
): Promise<void> {
  const { indicators } = await progressOf(tx, campaign.id, today(deps));
  if (readMark(campaign.plan, indicators) === mark) return;
  throw new AppError('draft_changed', { say: (language) => approvalPhrases[language].readAgain });
}

/** Does it; where what was read has changed, the message is drawn anew, for it may show an older state. */
export async function redrawingUnread<T>(
  act: () => Promise<T>,
  redraw: () => Promise<void>,
): Promise<T> {
  return act().catch(async (error: unknown) => {
    if (error instanceof AppError && error.code === 'draft_changed') await redraw();
    throw error;
  });
}
