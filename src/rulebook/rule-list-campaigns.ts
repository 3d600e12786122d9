import { LAUNCHERS, RHYTHMS } from './campaign-schema.ts';
import { inForce } from './in-force.ts';
import type { ValueKind } from './override-values.ts';
import { both, entry, type RuleEntry } from './rule-entry.ts';
import type { RulebookFiles } from './schema.ts';

const KINDS: Record<keyof RulebookFiles['campaigns.yml'], ValueKind> = {
  launching: { type: 'choice', options: LAUNCHERS },
  midtermYears: { type: 'int', min: 1, max: 20 },
  finalReviewDays: { type: 'int', min: 0, max: 365 },
  pledgeDays: { type: 'int', min: 0, max: 365 },
  figuresEvery: { type: 'choice', options: RHYTHMS },
  figuresGraceDays: { type: 'int', min: 0, max: 20 },
  escalateDays: { type: 'int', min: 1, max: 60 },
  checkNoticeDays: { type: 'int', min: 1, max: 20 },
};

const KEYS = [
  'launching',
  'midtermYears',
  'finalReviewDays',
  'pledgeDays',
  'figuresEvery',
  'figuresGraceDays',
  'escalateDays',
  'checkNoticeDays',
] as const satisfies readonly (keyof RulebookFiles['campaigns.yml'])[];

/** The rules in force on a day on who launches campaigns, on their reviews, and on urging and checks. */
export function campaignEntries(files: RulebookFiles, on: string): RuleEntry[] {
  const rules = files['campaigns.yml'];
  return KEYS.flatMap((key) => {
    const rule = inForce<(typeof rules)[typeof key][number]>(rules[key], on);
    if (!rule) return [];
    const name = both((say) => say.campaigns[key]);
    return [entry(`campaigns.${key}`, 'campaigns', name, KINDS[key], rule.value, rule)];
  });
}
