import { buildWorkbook } from '../../documents/workbook.ts';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import { pledgeListPhrases } from './pledge-list-phrases.ts';
import { pledgePhrases } from './pledge-phrases.ts';
import type { PledgeList } from './pledge-queries.ts';

/** Who pledged what, by unit; the units that have not stand at the end. */
export function pledgeWorkbook(
  { campaign, pledges, missing }: PledgeList,
  { language, zone }: { language: Language; zone: string },
): Promise<Buffer> {
  const say = pledgeListPhrases[language];
  const { standing } = pledgePhrases[language];
  return buildWorkbook([
    {
      name: say.sheet,
      heading: [say.heading, `${campaign.code} – ${campaign.name}`],
      columns: [
        { header: say.ordinal, width: 6, numeric: true },
        { header: say.unit, width: 30 },
        { header: say.who, width: 28 },
        { header: say.targets, width: 50 },
        { header: say.madeAt, width: 18 },
        { header: say.state, width: 16 },
        { header: say.settledBy, width: 26 },
        { header: say.settledAt, width: 18 },
        { header: say.reason, width: 30 },
      ],
      rows: [
        ...pledges.map((one, index) => [
          index + 1,
          one.atUnit.name,
          one.person?.fullName ?? say.collective,
          one.targets,
          formatInstant(one.madeAt, zone),
          standing[one.state],
          one.settledBy,
          one.settledAt && formatInstant(one.settledAt, zone),
          one.reason,
        ]),
        ...missing.map((unit, index) => [
          pledges.length + index + 1,
          unit,
          say.collective,
          null,
          null,
          say.notPledged,
          ...[null, null, null],
        ]),
      ],
    },
  ]);
}
