import { refusal } from '../refusal.ts';
import { checkShares } from '../rules.ts';
import type { Authors } from './draft-content.ts';

/**
 * @throws AppError shares_wrong, at the field of the share that is wrong or else of the last one;
 *   draft_changed when there are more or fewer than authors
 */
export function checkFiledShares(shares: readonly number[], { personIds, outside }: Authors): void {
  const count = personIds.length + outside.length;
  if (shares.length !== count) throw refusal('draft_changed', (p) => p.draftChanged);
  const check = checkShares(shares);
  if (check.ok) return;
  const place = check.kind === 'not_whole_percent' ? (check.positions[0] ?? 0) : count - 1;
  throw refusal('shares_wrong', (p) => p.sharesWrong(check), `share_${place}`);
}
