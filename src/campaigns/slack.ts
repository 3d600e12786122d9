import type { Deps } from '../kernel/deps.ts';
import { today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../people/actor.ts';
import { fold } from '../rulebook/fold.ts';
import { clip, escapeText } from '../slack/blocks.ts';
import type { CommandRequest, RegisterListeners } from '../slack/listeners.ts';
import { channelsText } from './announcing/announcement-views.ts';
import { publishCampaign } from './announcing/publish-campaign.ts';
import { resendAnnouncement } from './announcing/resend-announcement.ts';
import { launchersFor, launchUnits } from './authority.ts';
import {
  amendButton,
  discardButton,
  essentialsModal,
  joinButton,
  joinModal,
  publishButton,
  resendButton,
  SELF,
  textsModal,
} from './controls.ts';
import { alreadyJoined, joinOutcome } from './joining/answers.ts';
import { joinCampaign, joinersOf } from './joining/join-campaign.ts';
import { homePart, listAnswer } from './list-views.ts';
import { phrases } from './phrases.ts';
import { checkEssentials } from './plan/check-essentials.ts';
import { discardDraft } from './plan/discard-draft.ts';
import { draftToAmend } from './plan/draft-to-amend.ts';
import { essentialsView, joinedView, joinView, textsView } from './plan/form-views.ts';
import { saveDraft } from './plan/save-draft.ts';
import { runningCampaigns } from './queries.ts';
import type { Joiner } from './rules.ts';

const LIST_LENGTH = 10;
const HOME_LENGTH = 5;
const LIST_WORDS = new Set(['danh sach', 'danhsach', 'list']);
const HELP_WORDS = new Set(['tro giup', 'trogiup', 'huong dan', 'huongdan', 'help', '?']);

/** `/phongtrao`: writing and launching campaigns, joining them. */
export const registerCampaignsListeners: RegisterListeners = (on, deps) => {
  on.command('/phongtrao', async (request) => {
    const say = phrases[request.actor.language];
    const word = fold(request.words.join(' '));
    if (word === '') await startOrList(deps, request);
    else if (LIST_WORDS.has(word)) await request.reply(await list(deps, request.actor, null));
    else if (HELP_WORDS.has(word)) await request.reply({ text: say.help });
    else {
      const unknown = escapeText(clip(request.words.join(' '), 100));
      await request.reply({ text: `${say.notUnderstood({ words: unknown })}\n${say.help}` });
    }
  });

  on.submission(essentialsModal, async ({ actor, metadata, fields }) => {
    const { contact, channels, unit, ...rest } = fields;
    const unitId = metadata.unitId ?? unit ?? actor.unitId;
    const entered = { ...rest, unitId, channelIds: channels, contactSlackId: contact };
    const checked = await checkEssentials(deps, { actor, entered });
    if ('problems' in checked) {
      const at = (field: string) => (field === 'unit' && metadata.unitId ? 'name' : field);
      const errors = checked.problems.map(({ field, say }) => [at(field), say(actor.language)]);
      return { next: 'mend', errors: Object.fromEntries(errors) };
    }
    const { amends } = metadata;
    const draft = amends && (await draftToAmend(deps, { actor, seen: amends }));
    const { language } = actor;
    const { essentials } = checked;
    return {
      next: 'push',
      view: textsView({ language, amends, essentials, texts: draft?.plan ?? null }),
    };
  });

  on.submission(textsModal, async ({ actor, metadata, fields, submissionKey }) => {
    const { amends, essentials } = metadata;
    const plan = { ...essentials, ...fields, rewards: fields.rewards ?? null };
    await saveDraft(deps, { actor, plan, amends, submissionKey });
    return { next: 'close' };
  });

  on.button(publishButton, async ({ actor, value }) => {
    const { code, channelIds, again } = await publishCampaign(deps, { actor, draft: value });
    const say = phrases[actor.language];
    const channels = channelsText(channelIds);
    return { text: again ? say.alreadyPublished({ code }) : say.published({ code, channels }) };
  });

  on.button(amendButton, async ({ actor, value, openModal }) => {
    const amended = await draftToAmend(deps, { actor, seen: value });
    const units = await launchUnits(deps.db, actor);
    if (units.length === 0)
      throw new AppError('may_not_launch', {
        say: (language) => phrases[language].mayNotLaunchForUnit,
      });
    const { language } = actor;
    await openModal(
      essentialsView({ language, units, contactSlackId: null, channelId: null, amended }),
    );
    return undefined;
  });

  on.button(discardButton, async ({ actor, value }) => {
    await discardDraft(deps, { actor, campaignId: value.campaignId });
    return { text: phrases[actor.language].discarded };
  });

  on.button(resendButton, async ({ actor, value }) => {
    await resendAnnouncement(deps, { actor, ...value });
    return { text: phrases[actor.language].resent({ channel: `<#${value.channelId}>` }) };
  });

  on.button(joinButton, async ({ actor, value, openModal }) => {
    const { campaignId } = value;
    const { campaign, joiners } = await joinersOf(deps, { actor, campaignId });
    const reader = { language: actor.language, zone: deps.zone };
    const left = joiners.filter((status) => status.since === null);
    const already = alreadyJoined(campaign, joiners, reader);
    if (left.length === 0) return { text: already.join('\n') };
    if (joiners.length > 1) {
      await openModal(joinView({ language: actor.language, campaign, joiners, already }));
      return undefined;
    }
    const text = await join(deps, actor, { campaignId, joiners: left.map((one) => one.joiner) });
    return { text };
  });

  on.submission(joinModal, async ({ actor, metadata, fields }) => {
    const joiners = fields.joiners.map(
      (chosen): Joiner => (chosen === SELF ? { kind: 'person' } : { kind: 'unit', unitId: chosen }),
    );
    const text = await join(deps, actor, { ...metadata, joiners });
    return { next: 'show', view: joinedView(actor.language, text) };
  });

  on.home(async (actor) => {
    const running = await runningCampaigns(deps, actor, HOME_LENGTH);
    return homePart(running, { language: actor.language, zone: deps.zone });
  });
};

async function startOrList(deps: Deps, request: CommandRequest): Promise<void> {
  const { actor, channelId } = request;
  const { language } = actor;
  const units = await launchUnits(deps.db, actor);
  if (units.length > 0) {
    const contactSlackId = actor.slackUserId;
    await request.openModal(
      essentialsView({ language, units, contactSlackId, channelId, amended: null }),
    );
    return;
  }
  const names = await launchersFor(deps.db, actor.unitId, today(deps));
  const note = phrases[language].whoMayLaunch({ unit: actor.unitName, names });
  await request.reply(await list(deps, actor, note));
}

async function list(deps: Deps, actor: Actor, note: string | null) {
  const running = await runningCampaigns(deps, actor, LIST_LENGTH);
  return listAnswer(running, { language: actor.language, zone: deps.zone }, note);
}

async function join(
  deps: Deps,
  actor: Actor,
  choice: { campaignId: string; joiners: readonly Joiner[] },
): Promise<string> {
  const { campaign, joined } = await joinCampaign(deps, { actor, ...choice });
  return joinOutcome(campaign, joined, {
    language: actor.language,
    zone: deps.zone,
    today: today(deps),
  });
}
