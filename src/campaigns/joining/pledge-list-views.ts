import type { KnownBlock, ModalView } from '@slack/types';
import { actions, clip, context, escapeText, inParts, section } from '../../slack/blocks.ts';
import { pledgeFileButton, pledgeListButton, pledgeListModal } from './pledge-controls.ts';
import { pledgeListPhrases } from './pledge-list-phrases.ts';
import type { PledgeList } from './pledge-queries.ts';
import { type PledgeReader, standingText, targetsText } from './pledge-views.ts';

const LINES_A_PAGE = 20;
const TARGETS_SHOWN = 300;

/** For whoever may see the list of a campaign. */
export function pledgeListButtons(campaignId: string, language: PledgeReader['language']) {
  return actions(
    `campaign_pledges_${campaignId}`,
    pledgeListButton.button(pledgeListPhrases[language].open, { campaignId }),
  );
}

/** A page of the list; sending it brings the next, the last one the first. */
export function pledgeListView(list: PledgeList, page: number, reader: PledgeReader): ModalView {
  const { campaign, pledges, missing } = list;
  const say = pledgeListPhrases[reader.language];
  const lines = [
    ...pledges.map((one) => {
      const who = one.person
        ? `*${escapeText(one.person.fullName)}* · ${escapeText(one.atUnit.name)}`
        : `*${escapeText(one.atUnit.name)}*`;
      const targets = targetsText(one, reader.language, TARGETS_SHOWN);
      return `${who} · ${standingText(one, reader)}\n${targets}`;
    }),
    ...missing.map((unit) => `*${escapeText(unit)}* · ${say.notPledged}`),
  ];
  const pages = inParts(lines, LINES_A_PAGE);
  const shown = pages[page] ?? pages[0] ?? [];
  const at = pages[page] ? page : 0;
  const last = at >= pages.length - 1;
  const blocks: KnownBlock[] = [
    section(`*${campaign.code}* ${escapeText(clip(campaign.name, 200))}`),
    ...(lines.length === 0 ? [section(say.none)] : shown.map((line) => section(line))),
    ...(pages.length > 1 ? [context(say.page({ page: at + 1, pages: pages.length }))] : []),
    actions('pledge_file', pledgeFileButton.button(say.download, { campaignId: campaign.id })),
  ];
  return pledgeListModal.view({
    title: say.title,
    metadata: { campaignId: campaign.id, page: last ? 0 : at + 1 },
    ...(pages.length > 1 ? { submit: last ? say.first : say.next } : {}),
    close: say.close,
    blocks,
  });
}
