import { z } from 'zod';
import { type Dated, grounds, type Override, overlay } from './overlay.ts';
import type { ScoreSheet, ScoreSheets } from './score-sheet-schema.ts';

const Int = z.int();
const Share = z.object({ num: z.int(), den: z.int() });
const MinimumBy = z.enum(['average', 'any']);

/** The score sheets with a value of the organisation in them: which comes first, or a part of one. */
export function applyScoring(
  file: ScoreSheets,
  override: Override,
  [what = '', key = '', criterion = '']: readonly string[],
): ScoreSheets {
  const { value } = override;
  if (what === 'default') {
    const change = () => ({ sheet: z.string().parse(value) });
    return { ...file, default: overlay(file.default, override, change) };
  }
  if (what === 'enough') {
    return { ...file, enough: overlay(file.enough, override, () => Share.parse(value)) };
  }
  const mine = file.sheets.filter((sheet) => sheet.key === key);
  const others = file.sheets.filter((sheet) => sheet.key !== key);
  const change = (sheet: ScoreSheet) => changed(sheet, override, what, criterion);
  const because = (sheet: Dated) => groundsOf(sheet, override, what);
  return { ...file, sheets: [...others, ...overlay(mine, override, change, because)] };
}

/** A document that says one number does not vouch for the whole sheet. */
function groundsOf({ source, verified, note }: Dated, override: Override, what: string) {
  if (what === 'sheet') return grounds(override);
  // The rule on the minima names its own source.
  if (what === 'minimumBy') return { source, verified, note };
  return { source: `${source}; ${grounds(override).source}`, verified, note };
}

function changed(
  sheet: ScoreSheet,
  override: Override,
  what: string,
  criterion: string,
): Partial<ScoreSheet> {
  const { value } = override;
  if (sheet.kind === 'reached') return what === 'share' ? { share: Share.parse(value) } : {};
  switch (what) {
    case 'pass':
      return { pass: Int.parse(value) };
    case 'minimumBy':
      return { minimumRule: { by: MinimumBy.parse(value), ...grounds(override) } };
    case 'min':
      return {
        criteria: sheet.criteria.map((one) =>
          one.key === criterion ? { ...one, min: Int.parse(value) } : one,
        ),
      };
    default:
      return {};
  }
}
