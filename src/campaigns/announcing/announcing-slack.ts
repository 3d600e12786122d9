import { personsOfSlackUsers } from '../../people/queries.ts';
import { readingModal, section } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { editButton, editModal, resendButton, withdrawButton, withdrawModal } from '../controls.ts';
import { phrases } from '../phrases.ts';
import { formPhrases } from '../plan/form-phrases.ts';
import { pictureOf } from '../plan/picture-of.ts';
import { problemAt, refusal } from '../plan/problems.ts';
import { readEscalateDays } from '../urging/chasing-fields.ts';
import { announcingPhrases } from './announcing-phrases.ts';
import { editAnnouncement } from './edit-announcement.ts';
import { editView, withdrawView } from './manage-views.ts';
import { openManagement } from './open-management.ts';
import { resendAnnouncement } from './resend-announcement.ts';
import { withdrawCampaign } from './withdraw-campaign.ts';

/** Changing, withdrawing and sending again what was announced. */
export const registerAnnouncingListeners: RegisterListeners = (on, deps) => {
  on.button(resendButton, async ({ actor, value }) => {
    await resendAnnouncement(deps, { actor, ...value });
    return { text: phrases[actor.language].resent({ channel: `<#${value.channelId}>` }) };
  });

  on.button(editButton, async ({ actor, value, openModal }) => {
    const { campaignId } = value;
    const managed = await openManagement(deps, { actor, campaignId });
    const seen = { campaignId, mark: managed.mark };
    await openModal(editView({ language: actor.language, seen, ...managed }));
    return undefined;
  });

  on.submission(editModal, async (request) => {
    const { actor, metadata, fields } = request;
    const { note, contact, finalReviewOn, pledgeBy, figuresEvery, escalateDays } = fields;
    const { endsOn, objective, content, measures, criteria, rewards } = fields;
    const person = (await personsOfSlackUsers(deps.db, [contact])).get(contact);
    if (!person) throw refusal(problemAt('contact', (words) => words.contactUnknown));
    const { plan } = await openManagement(deps, { actor, campaignId: metadata.campaignId });
    const change = {
      ...{ endsOn, objective, content, measures, criteria, rewards },
      contactId: person.id,
      finalReviewOn: finalReviewOn ?? null,
      ...{ pledgeBy: pledgeBy ?? null, figuresEvery },
      escalateDays: readEscalateDays(escalateDays),
      picture: await pictureOf(request, plan.picture),
    };
    const changed = await editAnnouncement(deps, { actor, seen: metadata, change, note });
    const say = announcingPhrases[actor.language];
    const { language } = actor;
    const view = readingModal({ title: say.editTitle, close: formPhrases[language].close }, [
      section(changed ? say.edited : say.nothingChanged),
    ]);
    return { next: 'show', view };
  });

  on.button(withdrawButton, async ({ actor, value, openModal }) => {
    const { campaignId } = value;
    const { code, plan } = await openManagement(deps, { actor, campaignId });
    const { language } = actor;
    await openModal(withdrawView({ language, campaignId, code, name: plan.name }));
    return undefined;
  });

  on.submission(withdrawModal, async ({ actor, metadata, fields }) => {
    const { code } = await withdrawCampaign(deps, { actor, ...metadata, reason: fields.reason });
    const { language } = actor;
    const say = announcingPhrases[language];
    const view = readingModal({ title: say.withdrawTitle, close: formPhrases[language].close }, [
      section(say.withdrawn({ code })),
    ]);
    return { next: 'show', view };
  });
};
