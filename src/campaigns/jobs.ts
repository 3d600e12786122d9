import { type DomainJobs, rendering } from '../jobs/kinds.ts';
import { today } from '../kernel/deps.ts';
import { previewMessage, undeliveredMessage } from './author-views.ts';
import { closeCampaigns } from './close-campaigns.ts';
import { announcement, closing, preview, reminder, undelivered } from './messages.ts';
import { findCampaign, reminderPosted } from './queries.ts';
import { remindCampaigns } from './remind-campaigns.ts';
import { tellUndelivered } from './tell-undelivered.ts';
import { announcementMessage, closingMessage, reminderMessage } from './views.ts';

export const campaignsJobs: DomainJobs = {
  renderers: [
    rendering(preview, async (deps, { subjectId, language }) =>
      previewMessage(await findCampaign(deps.db, subjectId), {
        language,
        zone: deps.zone,
        today: today(deps),
      }),
    ),
    rendering(announcement, async (deps, { subjectId }) => {
      const card = await findCampaign(deps.db, subjectId);
      return card && announcementMessage(card);
    }),
    rendering(reminder, async (deps, { params, subjectId }) => {
      const card = await findCampaign(deps.db, subjectId);
      if (!card) return null;
      const posted = await reminderPosted(deps.db, { campaignId: subjectId, ...params });
      return reminderMessage(card, { today: today(deps), posted });
    }),
    rendering(closing, async (deps, { subjectId }) => {
      const card = await findCampaign(deps.db, subjectId);
      return card && closingMessage(card);
    }),
    rendering(undelivered, async (deps, { params, subjectId, language }) => {
      const card = await findCampaign(deps.db, subjectId);
      return card && undeliveredMessage(card, params, language);
    }),
  ],
  due: [closeCampaigns, remindCampaigns, tellUndelivered],
};
