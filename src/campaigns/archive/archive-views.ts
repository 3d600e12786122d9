import type { KnownBlock, ModalView } from '@slack/types';
import {
  actions,
  confirmation,
  context,
  divider,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { campaignItem, type Reader } from '../list-views.ts';
import { PAST_STATES } from '../rules.ts';
import { PAST_PAGE, type PastCampaigns } from '../running-campaigns.ts';
import { archiveButton, pastButton, pastModal } from './archive-controls.ts';
import { archivePhrases } from './archive-phrases.ts';

/**
 * A page of the campaigns that are over.
 *
 * @param archivedCode of the one that was archived just now
 */
export function pastView(past: PastCampaigns, reader: Reader, archivedCode?: string): ModalView {
  const say = archivePhrases[reader.language];
  const { state, from, shown, totals } = past;
  const total = totals[state];
  const to = from + shown.length;
  const { [state]: title } = say.title;
  const { close } = say;
  const blocks: KnownBlock[] = [
    ...(archivedCode === undefined ? [] : [section(say.archived({ code: archivedCode }))]),
    ...(total === 0 ? [section(say.none[state])] : []),
    ...(total > PAST_PAGE ? [context(say.pageOf({ from: from + 1, to, of: total }))] : []),
    ...shown.flatMap((campaign) => [
      ...campaignItem(campaign, reader),
      ...(campaign.canArchive ? [archiving(campaign.id, from, reader)] : []),
      divider,
    ]),
    // One block holds no two buttons of a kind.
    ...PAST_STATES.filter((other) => other !== state).map((other) =>
      actions(
        `campaign_past_${other}`,
        pastButton.button(say.other[other](totals[other]), { state: other }),
      ),
    ),
  ];
  if (total <= PAST_PAGE) return readingModal({ title, close }, blocks);
  const next = to < total ? to : 0;
  return pastModal.view({
    ...{ title, close, blocks },
    submit: next === 0 ? say.firstPage : say.nextPage,
    metadata: { state, from: next },
  });
}

function archiving(campaignId: string, from: number, { language }: Reader): KnownBlock {
  const say = archivePhrases[language];
  const confirm = confirmation({
    ...{ title: say.archiveTitle, text: say.archiveText },
    ...{ confirm: say.archive, deny: say.keep },
  });
  return actions(
    `campaign_archive_${campaignId}`,
    archiveButton.button(say.archive, { campaignId, from }, { confirm }),
  );
}
