import type { Language, Text } from '../kernel/language.ts';
import { inForce } from './in-force.ts';
import type { ValueKind } from './override-values.ts';
import { entry, provenance, type RuleEntry } from './rule-entry.ts';
import { scoringRulePhrases as phrases } from './rule-list-scoring-phrases.ts';
import type { RulebookFiles } from './schema.ts';
import type { ScoreSheet } from './score-sheet-schema.ts';

const CONFIRM: ValueKind = { type: 'confirm' };
const SHARE: ValueKind = { type: 'share' };

/** The score sheets in force on a day: which comes first, what each holds, and its numbers. */
export function scoringEntries(files: RulebookFiles, on: string): RuleEntry[] {
  const file = files['score-sheets.yml'];
  const sheets = file.sheets.filter((sheet) => inForce([sheet], on));
  const first = inForce(file.default, on);
  const enough = inForce(file.enough, on);
  const choice: ValueKind = { type: 'choice', options: sheets.map(({ key }) => key) };
  const share = enough && { num: enough.num, den: enough.den };
  return [
    ...(first
      ? [
          entry(
            'scoring.default',
            'scoring',
            both((say) => say.scoreDefault),
            choice,
            first.sheet,
            first,
          ),
        ]
      : []),
    ...(enough
      ? [
          entry(
            'scoring.enough',
            'scoring',
            both((say) => say.scoreEnough),
            SHARE,
            share,
            enough,
          ),
        ]
      : []),
    ...sheets.flatMap(sheetEntries),
  ];
}

function sheetEntries(sheet: ScoreSheet): RuleEntry[] {
  const name = both((say, language) => say.scoreSheet({ sheet: sheet.name[language] }));
  const whole: RuleEntry = {
    id: `scoring.sheet.${sheet.key}`,
    topic: 'scoring',
    name,
    value: {
      text: both((say, language) =>
        sheet.kind === 'points'
          ? sheet.criteria
              .map(({ max, min, ...one }) =>
                say.scoreCriterion({ name: one.name[language], max, min }),
              )
              .join('; ')
          : sheet.criteria.map((one) => one.name[language]).join('; '),
      ),
    },
    ...provenance(sheet),
    overridable: sheet.verified ? null : CONFIRM,
  };
  return [whole, ...(sheet.kind === 'points' ? pointsEntries(sheet) : [shareEntry(sheet)])];
}

function shareEntry(sheet: ScoreSheet & { kind: 'reached' }): RuleEntry {
  const name = both((say, language) => say.scoreShare({ sheet: sheet.name[language] }));
  return entry(`scoring.share.${sheet.key}`, 'scoring', name, SHARE, sheet.share, sheet);
}

function pointsEntries(sheet: ScoreSheet & { kind: 'points' }): RuleEntry[] {
  const { key, total, pass, minimumRule, criteria } = sheet;
  const whole: ValueKind = { type: 'int', min: 1, max: total };
  const by: ValueKind = { type: 'choice', options: ['average', 'any'] };
  const { from, to } = sheet;
  return [
    ...(pass === null
      ? []
      : [
          entry(
            `scoring.pass.${key}`,
            'scoring',
            both((say, language) => say.scorePass({ sheet: sheet.name[language] })),
            whole,
            pass,
            sheet,
          ),
        ]),
    entry(
      `scoring.minimumBy.${key}`,
      'scoring',
      both((say, language) => say.scoreMinimumBy({ sheet: sheet.name[language] })),
      by,
      minimumRule.by,
      { ...minimumRule, from, to },
    ),
    ...criteria.map((one) =>
      entry(
        `scoring.min.${key}.${one.key}`,
        'scoring',
        both((say, language) =>
          say.scoreMinimum({ sheet: sheet.name[language], criterion: one.name[language] }),
        ),
        { type: 'int', min: 0, max: one.max },
        one.min,
        sheet,
      ),
    ),
  ];
}

function both(make: (say: (typeof phrases)['vi'], language: Language) => string): Text {
  return { vi: make(phrases.vi, 'vi'), en: make(phrases.en, 'en') };
}
