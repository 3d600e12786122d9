import { formatDay, formatInstant } from '../../kernel/time.ts';
import { escapeText } from '../../slack/blocks.ts';
import { phrases } from '../phrases.ts';
import type { JoinerStatus } from './join-campaign.ts';
import { pledgePhrases } from './pledge-phrases.ts';
import type { PledgeReader } from './pledge-views.ts';
import type { OpenCampaign } from './require-open.ts';

/** What came of a pledge: registered now or before, for whom it waits, and when the campaign starts if it is yet to. */
export function joinOutcome(
  campaign: OpenCampaign,
  { joined, confirmers }: { joined: JoinerStatus & { fresh: boolean }; confirmers: string[] },
  { language, zone, today }: PledgeReader & { today: string },
): string {
  const say = phrases[language];
  const { code, startsOn } = campaign;
  const unit = joined.unitName === null ? null : escapeText(joined.unitName);
  if (!joined.fresh) {
    const since = joined.pledge ? formatInstant(joined.pledge.madeAt, zone) : '';
    return unit === null
      ? say.alreadySelf({ code, since })
      : say.alreadyUnit({ code, unit, since });
  }
  const name = escapeText(campaign.name);
  const names = confirmers.map(escapeText).join(', ');
  return [
    unit === null ? say.joinedSelf({ code, name }) : say.joinedUnit({ code, name, unit }),
    ...(names === '' ? [] : [pledgePhrases[language].waitsFor({ names })]),
    ...(startsOn > today ? [say.startsLater({ day: formatDay(startsOn) })] : []),
  ].join('\n');
}
