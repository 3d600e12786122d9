import type { Tx } from '../../database/client.ts';
import type { CampaignAudience, CampaignState } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import { type Day, dayIn, dayOf, formatDay } from '../../kernel/time.ts';
import { phrases } from '../phrases.ts';
import { isRunning } from '../rules.ts';
import { lastChangeDay } from './pledge-rules.ts';

/** A campaign that takes pledges. */
export interface OpenCampaign {
  id: string;
  code: string;
  name: string;
  audience: CampaignAudience;
  unitId: string;
  startsOn: Day;
  endsOn: Day;
  /** The last day for changing what is pledged. */
  lastChangeOn: Day;
  /** The units addressed, each with all below it. */
  addressed: { id: string; name: string }[];
}

/** @throws AppError not_published, campaign_withdrawn, campaign_over */
export async function openCampaign(
  deps: Deps,
  campaignId: string,
  tx: Tx = deps.db,
): Promise<OpenCampaign> {
  const row = await tx.campaign.findUnique({
    where: { id: campaignId },
    select: {
      code: true,
      name: true,
      state: true,
      audience: true,
      startsOn: true,
      endsOn: true,
      publishedAt: true,
      unit: { select: { id: true, name: true } },
      scope: {
        select: { unit: { select: { id: true, name: true } } },
        orderBy: { unit: { name: 'asc' } },
      },
    },
  });
  const code = row?.code;
  if (!row?.publishedAt || !code)
    throw new AppError('not_published', { say: (language) => phrases[language].notPublished });
  const [startsOn, endsOn] = [dayOf(row.startsOn), dayOf(row.endsOn)];
  const state: CampaignState = row.state;
  if (state === 'withdrawn')
    throw new AppError('campaign_withdrawn', {
      say: (language) => phrases[language].campaignWithdrawn({ code }),
    });
  if (!isRunning({ state, endsOn }, today(deps))) throw campaignOver(endsOn);
  const { name, audience, unit, scope, publishedAt } = row;
  const publishedOn = dayIn(deps.zone, publishedAt);
  return {
    ...{ id: campaignId, code, name, audience, unitId: unit.id, startsOn, endsOn },
    lastChangeOn: lastChangeDay({ startsOn, endsOn, publishedOn }),
    addressed: scope.length > 0 ? scope.map((one) => one.unit) : [unit],
  };
}

export function campaignOver(endsOn: Day): AppError {
  return new AppError('campaign_over', {
    say: (language) => phrases[language].campaignOver({ day: formatDay(endsOn) }),
  });
}
