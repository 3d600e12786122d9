import { today } from '../../kernel/deps.ts';
import type { Language } from '../../kernel/language.ts';
import { escapeText } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { joinButton } from '../controls.ts';
import type { Joiner } from '../rules.ts';
import { joinOutcome } from './answers.ts';
import { changePledge, openChange } from './change-pledge.ts';
import { joinCampaign, joinersOf } from './join-campaign.ts';
import {
  changePledgeButton,
  changePledgeModal,
  confirmPledgesButton,
  joinModal,
  pledgeFileButton,
  pledgeListButton,
  pledgeListModal,
  returnPledgeButton,
  returnPledgeModal,
  SELF,
  waitingPledgesButton,
  waitingPledgesModal,
  withdrawPledgeButton,
  withdrawPledgeModal,
} from './pledge-controls.ts';
import { pledgeList, requestPledgeFile } from './pledge-list.ts';
import { pledgeListPhrases } from './pledge-list-phrases.ts';
import { pledgeListView } from './pledge-list-views.ts';
import { pledgePhrases } from './pledge-phrases.ts';
import type { Pledge } from './pledge-queries.ts';
import { pledgeRefusal } from './pledge-refusal.ts';
import { changeView, joinView, ownView, pledgedView, withdrawPledgeView } from './pledge-views.ts';
import { confirmPledges, openPledgeReturn, returnPledge } from './settle-pledges.ts';
import { pledgesWaitingFor } from './waiting-pledges.ts';
import { returnPledgeView, waitingView } from './waiting-views.ts';
import { openPledgeWithdrawal, withdrawPledge } from './withdraw-pledge.ts';

/** Joining with a pledge, by the button under an announcement or from a list; changing it, and confirming it. */
export const registerJoiningListeners: RegisterListeners = (on, deps) => {
  const readerOf = ({ language }: { language: Language }) => ({ language, zone: deps.zone });

  on.button(joinButton, async ({ actor, value, openModal }) => {
    const { campaign, joiners } = await joinersOf(deps, { actor, campaignId: value.campaignId });
    const draw = joiners.some(({ pledge }) => pledge === null) ? joinView : ownView;
    await openModal(draw(campaign, joiners, { ...readerOf(actor), unitId: value.unitId }));
    return undefined;
  });

  on.submission(joinModal, async ({ actor, metadata, fields }) => {
    const chosen = metadata.joiner ?? fields.joiner;
    if (!chosen) throw pledgeRefusal('joiner_missing', (words) => words.chooseJoiner, 'joiner');
    const joiner: Joiner = chosen === SELF ? { kind: 'person' } : { kind: 'unit', unitId: chosen };
    const { campaignId } = metadata;
    const { targets } = fields;
    const { campaign, ...done } = await joinCampaign(deps, { actor, campaignId, joiner, targets });
    const reader = { ...readerOf(actor), today: today(deps) };
    return { next: 'show', view: pledgedView(actor.language, joinOutcome(campaign, done, reader)) };
  });

  on.button(changePledgeButton, async ({ actor, value, openModal }) => {
    const { pledge, campaign } = await openChange(deps, { actor, ...value });
    await openModal(changeView(pledge, campaign, actor.language));
    return undefined;
  });

  on.submission(changePledgeModal, async ({ actor, metadata, fields }) => {
    const { state } = await changePledge(deps, { actor, ...metadata, ...fields });
    const say = pledgePhrases[actor.language];
    const text = state === 'waiting' ? say.changedWaits : say.changed;
    return { next: 'show', view: pledgedView(actor.language, text) };
  });

  on.button(withdrawPledgeButton, async ({ actor, value, openModal }) => {
    const { pledge, campaign } = await openPledgeWithdrawal(deps, { actor, ...value });
    await openModal(withdrawPledgeView(pledge, campaign, actor.language));
    return undefined;
  });

  on.submission(withdrawPledgeModal, async ({ actor, metadata, fields }) => {
    await withdrawPledge(deps, { actor, ...metadata, ...fields });
    const text = pledgePhrases[actor.language].withdrawn;
    return { next: 'show', view: pledgedView(actor.language, text) };
  });

  on.button(confirmPledgesButton, async ({ actor, value }) => {
    const outcome = await confirmPledges(deps, { actor, shown: value.shown });
    return { text: confirmedText(outcome, actor.language) };
  });

  on.button(waitingPledgesButton, async ({ actor, openModal }) => {
    const waiting = await pledgesWaitingFor(deps.db, actor, today(deps));
    await openModal(waitingView(waiting, actor.language, null));
    return undefined;
  });

  on.submission(waitingPledgesModal, async ({ actor, metadata }) => {
    const outcome = await confirmPledges(deps, { actor, shown: metadata.shown });
    const waiting = await pledgesWaitingFor(deps.db, actor, today(deps));
    const note = confirmedText(outcome, actor.language);
    return { next: 'show', view: waitingView(waiting, actor.language, note) };
  });

  on.button(pledgeListButton, async ({ actor, value, openModal }) => {
    const list = await pledgeList(deps, deps.db, { actor, ...value });
    await openModal(pledgeListView(list, 0, readerOf(actor)));
    return undefined;
  });

  on.submission(pledgeListModal, async ({ actor, metadata }) => {
    const { campaignId, page } = metadata;
    const list = await pledgeList(deps, deps.db, { actor, campaignId });
    return { next: 'show', view: pledgeListView(list, page, readerOf(actor)) };
  });

  on.button(pledgeFileButton, async ({ actor, value }) => {
    await requestPledgeFile(deps, { actor, ...value });
    return { text: pledgeListPhrases[actor.language].coming };
  });

  on.button(returnPledgeButton, async ({ actor, value, openModal }) => {
    const pledge = await openPledgeReturn(deps, { actor, pledgeId: value.pledgeId });
    await openModal(returnPledgeView(pledge, actor.language));
    return undefined;
  });

  on.submission(returnPledgeModal, async ({ actor, metadata, fields }) => {
    const { person } = await returnPledge(deps, { actor, ...metadata, ...fields });
    const waiting = await pledgesWaitingFor(deps.db, actor, today(deps));
    const name = escapeText(person?.fullName ?? '');
    const note = pledgePhrases[actor.language].returned({ name });
    return { next: 'show', view: waitingView(waiting, actor.language, note) };
  });
};

function confirmedText(
  { confirmed, left }: { confirmed: number; left: readonly Pledge[] },
  language: Language,
): string {
  const say = pledgePhrases[language];
  const names = left.map(({ person }) => escapeText(person?.fullName ?? '')).join(', ');
  return [
    ...(confirmed > 0 || names === '' ? [say.confirmed({ count: confirmed })] : []),
    ...(names === '' ? [] : [say.leftAsIs({ names })]),
  ].join('\n');
}
