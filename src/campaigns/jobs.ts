import { type DomainJobs, rendering } from '../jobs/kinds.ts';
import { today } from '../kernel/deps.ts';
import {
  announcementMessage,
  closingMessage,
  reminderMessage,
} from './announcing/announcement-views.ts';
import { closeCampaigns } from './announcing/close-campaigns.ts';
import { remindCampaigns } from './announcing/remind-campaigns.ts';
import { tellUndelivered } from './announcing/tell-undelivered.ts';
import { announcement, closing, preview, reminder, undelivered } from './messages.ts';
import { previewMessage, undeliveredMessage } from './plan/author-views.ts';
import { findCampaign, reminderPosted } from './queries.ts';

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
