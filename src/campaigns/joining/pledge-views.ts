import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { formatDay, formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  input,
  option,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { JoinerStatus } from './join-campaign.ts';
import {
  changePledgeButton,
  changePledgeModal,
  joinModal,
  SELF,
  withdrawPledgeButton,
  withdrawPledgeModal,
} from './pledge-controls.ts';
import { pledgePhrases } from './pledge-phrases.ts';
import type { Pledge } from './pledge-queries.ts';
import { PLEDGE_LIMITS } from './pledge-rules.ts';
import type { OpenCampaign } from './require-open.ts';

export interface PledgeReader {
  language: Language;
  zone: string;
}

/** A menu holds more than the circles do, which show all at a glance. */
const MOST_CIRCLES = 10;
const MOST_CHOICES = 100;

/** For whom to join, and what is pledged: those who have not yet; the others stand below with what can be done. */
export function joinView(
  campaign: OpenCampaign,
  joiners: readonly JoinerStatus[],
  { unitId, ...reader }: PledgeReader & { unitId?: string | undefined },
): ModalView {
  const say = pledgePhrases[reader.language];
  const left = joiners.filter(({ pledge }) => pledge === null).slice(0, MOST_CHOICES);
  const [only] = left;
  const single = left.length === 1 && only ? only : null;
  const options = left.map(({ joiner, unitName }) =>
    joiner.kind === 'unit' ? option(unitName ?? '', joiner.unitId) : option(say.joinSelf, SELF),
  );
  const asked = options.find(({ value }) => value === unitId);
  const kinds = new Set(left.map(({ joiner }) => joiner.kind));
  const hint =
    kinds.size > 1 ? say.targetsBoth : kinds.has('unit') ? say.targetsUnit : say.targetsPerson;
  return joinModal.view({
    title: say.joinTitle,
    metadata: {
      campaignId: campaign.id,
      joiner: single && (single.joiner.kind === 'unit' ? single.joiner.unitId : SELF),
    },
    submit: say.join,
    close: say.cancel,
    blocks: [
      section(`*${campaign.code}* ${escapeText(campaign.name)}`),
      ...(single
        ? [section(`*${say.joinFor}*: ${escapeText(single.unitName ?? say.joinSelf)}`)]
        : [
            input('joiner', say.joinFor, {
              type: options.length > MOST_CIRCLES ? 'static_select' : 'radio_buttons',
              options,
              ...(asked ? { initial_option: asked } : {}),
            }),
          ]),
      targetsInput(reader.language, hint, { optional: kinds.has('person') }),
      context(say.changeUntil({ day: formatDay(campaign.lastChangeOn) })),
      ...ownPledges(joiners, reader),
    ],
  });
}

/** One's own pledges where nobody is left to register. */
export function ownView(
  campaign: OpenCampaign,
  joiners: readonly JoinerStatus[],
  reader: PledgeReader,
): ModalView {
  const say = pledgePhrases[reader.language];
  return readingModal({ title: say.ownTitle, close: say.done }, [
    section(`*${campaign.code}* ${escapeText(campaign.name)}`),
    ...ownPledges(joiners, reader),
  ]);
}

/** Three blocks each, so that they fit a modal. */
const OWN_SHOWN = 20;

function ownPledges(joiners: readonly JoinerStatus[], reader: PledgeReader): KnownBlock[] {
  const say = pledgePhrases[reader.language];
  return joiners
    .flatMap(({ pledge }) => (pledge ? [pledge] : []))
    .slice(0, OWN_SHOWN)
    .flatMap((pledge) => [
      divider,
      section(
        `*${pledge.person ? say.ownSelf : escapeText(pledge.atUnit.name)}* · ${standingText(pledge, reader)}\n${targetsText(pledge, reader.language)}`,
      ),
      actions(
        `pledge_${pledge.id}`,
        changePledgeButton.button(say.change, { pledgeId: pledge.id }),
        withdrawPledgeButton.button(say.withdraw, { pledgeId: pledge.id }),
      ),
    ]);
}

/** How a pledge stands: by whom and when. */
export function standingText(pledge: Pledge, { language, zone }: PledgeReader): string {
  const say = pledgePhrases[language];
  const { state, settledBy, settledAt, reason } = pledge;
  const parts = [
    say.standing[state],
    ...(settledBy && settledAt
      ? [say.settledBy({ name: escapeText(settledBy), at: formatInstant(settledAt, zone) })]
      : []),
    ...(reason ? [say.reasonIs({ reason: escapeText(clip(reason, 300)) })] : []),
  ];
  return parts.join(' · ');
}

/** What is pledged; `most` characters where there is no room for all. */
export function targetsText(
  { targets }: Pledge,
  language: Language,
  most: number = PLEDGE_LIMITS.targets,
): string {
  if (targets === null) return `_${pledgePhrases[language].noTargets}_`;
  return escapeText(clip(targets, most));
}

function targetsInput(
  language: Language,
  hint: string,
  { optional, initial }: { optional: boolean; initial?: string | null },
) {
  return input(
    'targets',
    pledgePhrases[language].targets,
    {
      type: 'plain_text_input',
      multiline: true,
      max_length: PLEDGE_LIMITS.targets,
      ...(initial ? { initial_value: initial } : {}),
    },
    { hint, optional },
  );
}

/** What came of it, where the form stood. */
export function pledgedView(language: Language, text: string): ModalView {
  const say = pledgePhrases[language];
  return readingModal({ title: say.joinTitle, close: say.done }, [section(text)]);
}

export function changeView(pledge: Pledge, campaign: OpenCampaign, language: Language): ModalView {
  const say = pledgePhrases[language];
  const ofUnit = pledge.person === null;
  return changePledgeModal.view({
    title: say.changeTitle,
    metadata: { pledgeId: pledge.id, revision: pledge.revision },
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(`*${campaign.code}* ${escapeText(campaign.name)}`),
      targetsInput(language, ofUnit ? say.targetsUnit : say.targetsPerson, {
        optional: !ofUnit,
        initial: pledge.targets,
      }),
    ],
  });
}

export function withdrawPledgeView(
  pledge: Pledge,
  campaign: OpenCampaign,
  language: Language,
): ModalView {
  const say = pledgePhrases[language];
  return withdrawPledgeModal.view({
    title: say.withdrawTitle,
    metadata: { pledgeId: pledge.id },
    submit: say.withdraw,
    close: say.cancel,
    blocks: [
      section(`*${campaign.code}* ${escapeText(campaign.name)}`),
      context(say.withdrawIntro({ day: formatDay(campaign.lastChangeOn) })),
      reasonInput(say.reason),
    ],
  });
}

export function reasonInput(label: string) {
  return input('reason', label, {
    type: 'plain_text_input',
    multiline: true,
    max_length: PLEDGE_LIMITS.reason,
  });
}

/** To the person: what is to be mended. */
export function pledgeReturnedMessage(pledge: Pledge, language: Language): Rendered {
  const say = pledgePhrases[language];
  const { code, name } = pledge.campaign;
  const text = say.returnedNews({
    head: escapeText(pledge.settledBy ?? ''),
    code,
    name: escapeText(name),
  });
  // It was mended or taken back: nothing is left to do here.
  if (pledge.state !== 'returned') return { text, blocks: [section(text)] };
  return {
    text,
    blocks: [
      section(text),
      ...(pledge.reason ? [quote(pledge.reason)] : []),
      actions(
        `pledge_${pledge.id}`,
        changePledgeButton.button(say.mend, { pledgeId: pledge.id }, { style: 'primary' }),
        withdrawPledgeButton.button(say.withdraw, { pledgeId: pledge.id }),
      ),
    ],
  };
}
