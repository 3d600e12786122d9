import type { Language } from '../../kernel/language.ts';
import { formatDay, formatInstant } from '../../kernel/time.ts';
import { escapeText } from '../../slack/blocks.ts';
import { phrases } from '../phrases.ts';
import type { JoinerStatus, OpenCampaign } from './join-campaign.ts';

// Sentences that tell a person how their joining stands.

export interface JoinReader {
  language: Language;
  zone: string;
}

/** Who has joined since when, a sentence each. */
export function alreadyJoined(
  campaign: OpenCampaign,
  joiners: readonly JoinerStatus[],
  { language, zone }: JoinReader,
): string[] {
  const say = phrases[language];
  const { code } = campaign;
  return joiners.flatMap(({ unitName, since }) => {
    if (since === null) return [];
    const at = formatInstant(since, zone);
    return unitName === null
      ? [say.alreadySelf({ code, since: at })]
      : [say.alreadyUnit({ code, unit: escapeText(unitName), since: at })];
  });
}

/** What came of a press: those who joined now, those who had, and when the campaign starts if it is yet to. */
export function joinOutcome(
  campaign: OpenCampaign,
  joined: readonly (JoinerStatus & { fresh: boolean })[],
  reader: JoinReader & { today: string },
): string {
  const say = phrases[reader.language];
  const { code, startsOn } = campaign;
  const name = escapeText(campaign.name);
  const fresh = joined.filter((status) => status.fresh);
  const sentences = [
    ...fresh.map(({ unitName }) =>
      unitName === null
        ? say.joinedSelf({ code, name })
        : say.joinedUnit({ code, name, unit: escapeText(unitName) }),
    ),
    ...alreadyJoined(
      campaign,
      joined.filter((status) => !status.fresh),
      reader,
    ),
  ];
  if (fresh.length > 0 && startsOn > reader.today)
    sentences.push(say.startsLater({ day: formatDay(startsOn) }));
  return sentences.join('\n');
}
