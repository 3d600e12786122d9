import type { ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import {
  clip,
  context,
  escapeText,
  input,
  option,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { joinModal, SELF } from '../controls.ts';
import type { JoinerStatus, OpenCampaign } from './join-campaign.ts';
import { joinPhrases } from './join-phrases.ts';

/** The choice for whom to join: only those who have not joined yet; the others are named above. */
export function joinView(content: {
  language: Language;
  campaign: OpenCampaign;
  joiners: readonly JoinerStatus[];
  /** Who has joined already, in sentences. */
  already: readonly string[];
}): ModalView {
  const { language, campaign, joiners, already } = content;
  const say = joinPhrases[language];
  const options = joiners
    .filter((status) => status.since === null)
    .slice(0, 10)
    .map(({ joiner, unitName }) =>
      joiner.kind === 'unit' ? option(unitName ?? '', joiner.unitId) : option(say.joinSelf, SELF),
    );
  return joinModal.view({
    title: say.joinTitle,
    metadata: { campaignId: campaign.id },
    submit: say.join,
    close: say.cancel,
    blocks: [
      section(`*${campaign.code}* ${escapeText(campaign.name)}`),
      input('joiners', say.joinFor, { type: 'checkboxes', options }, { hint: say.joinForHint }),
      ...(already.length > 0 ? [context(...already.slice(0, 10))] : []),
    ],
  });
}

/** What came of joining, where the choice stood. */
export function joinedView(language: Language, text: string): ModalView {
  const say = joinPhrases[language];
  return readingModal({ title: clip(say.joinTitle, 24), close: say.done }, [section(text)]);
}
