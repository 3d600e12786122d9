import { LAUNCHERS } from './campaign-schema.ts';
import { inForce } from './in-force.ts';
import type { ValueKind } from './override-values.ts';
import { both, entry, type RuleEntry } from './rule-entry.ts';
import type { RulebookFiles } from './schema.ts';

const KINDS: Record<keyof RulebookFiles['campaigns.yml'], ValueKind> = {
  launching: { type: 'choice', options: LAUNCHERS },
  midtermYears: { type: 'int', min: 1, max: 20 },
  finalReviewDays: { type: 'int', min: 0, max: 365 },
};

/** The rules in force on a day on who launches campaigns, and on their reviews. */
export function campaignEntries(files: RulebookFiles, on: string): RuleEntry[] {
  const { launching, midtermYears, finalReviewDays } = files['campaigns.yml'];
  const rules = { launching, midtermYears, finalReviewDays } as const;
  return (['launching', 'midtermYears', 'finalReviewDays'] as const).flatMap((key) => {
    const rule = inForce<(typeof rules)[typeof key][number]>(rules[key], on);
    if (!rule) return [];
    const name = both((say) => say.campaigns[key]);
    return [entry(`campaigns.${key}`, 'campaigns', name, KINDS[key], rule.value, rule)];
  });
}
