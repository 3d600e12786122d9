import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  confirmation,
  context,
  divider,
  escapeText,
  input,
  plain,
  quote,
  section,
} from '../../slack/blocks.ts';
import { announcementBlocks, channelsText } from '../announcing/announcement-views.ts';
import { manageButtons } from '../announcing/manage-views.ts';
import { approveButton, returnButton, returnModal } from '../controls.ts';
import { organisationBlocks, type PreviewReader } from '../plan/preview-views.ts';
import type { CampaignCard } from '../queries.ts';
import { LIMITS } from '../rules.ts';
import { approvalPhrases } from './approval-phrases.ts';
import { readMark } from './read-mark.ts';
import type { SeenSubmission } from './settle-submission.ts';
import type { AwaitedPlan, Submission } from './submission-queries.ts';

/** To those who may launch: the whole plan with what can be done; later what became of it. */
export function approvalMessage(
  { submission, card }: { submission: Submission; card: CampaignCard },
  reader: PreviewReader,
): NonNullable<Rendered> {
  const { language, zone, now } = reader;
  const say = approvalPhrases[language];
  const { plan } = card;
  if (submission.settled) {
    const text = settledText(submission, card, { language, zone });
    const manages = card.state === 'published' && reader.mayLaunch;
    return {
      text,
      blocks: [
        section(text),
        ...reasonBlocks(submission, language),
        ...(manages ? manageButtons(card.id, language) : []),
      ],
    };
  }
  const text = escapeText(say.cardText({ author: submission.submittedBy, name: plan.name }));
  const seen = { submissionId: submission.id, mark: readMark(plan, reader.indicators) };
  const channels = channelsText(plan.channelIds);
  const later = plan.launchAt !== null && plan.launchAt > now ? plan.launchAt : null;
  const dialog = later
    ? say.approveAt({ channels, at: formatInstant(later, zone) })
    : say.approveNow({ channels });
  return {
    text,
    blocks: [
      section(`*${text}*`),
      context(say.cardIntro),
      divider,
      ...announcementBlocks(card, { zone }),
      divider,
      ...organisationBlocks(card, reader),
      actions(
        'campaign_approval',
        approveButton.button(say.approve, seen, {
          style: 'primary',
          confirm: {
            ...confirmation({
              title: say.approveTitle,
              text: dialog,
              confirm: say.approve,
              deny: say.notYet,
            }),
            text: { type: 'mrkdwn', text: clip(dialog, 300) },
          },
        }),
        returnButton.button(say.giveBack, seen),
      ),
    ],
  };
}

/** To the author: what became of a submission. */
export function settledMessage(
  { submission, card }: { submission: Submission; card: CampaignCard },
  reader: { language: Language; zone: string },
): NonNullable<Rendered> {
  const { language, zone } = reader;
  const say = approvalPhrases[language];
  const returned = submission.settled?.outcome === 'returned';
  const { launchAt } = card.plan;
  const next = card.code
    ? say.nowOut({ code: card.code })
    : card.state === 'approved' && launchAt
      ? say.willBeOut({ at: formatInstant(launchAt, zone) })
      : '';
  const text = settledText(submission, card, reader);
  const lead = returned || next === '' ? text : `${text}\n${next}`;
  return {
    text,
    blocks: [
      section(lead),
      ...reasonBlocks(submission, language),
      ...(returned ? [context(say.mendHint)] : []),
    ],
  };
}

/** What came of somebody's decision, in a line. */
export function settledText(
  { settled }: Submission,
  { plan }: Pick<CampaignCard, 'plan'>,
  { language, zone }: { language: Language; zone: string },
): string {
  if (!settled) return '';
  const { outcome, by, at } = settled;
  return approvalPhrases[language].outcome[outcome]({
    by: escapeText(by),
    at: formatInstant(at, zone),
    name: escapeText(plan.name),
  });
}

function reasonBlocks({ settled }: Submission, language: Language) {
  if (!settled?.reason) return [];
  return [section(`*${approvalPhrases[language].toMend}*`), quote(settled.reason)];
}

export function lapsedMessage(card: CampaignCard, language: Language): NonNullable<Rendered> {
  const text = approvalPhrases[language].lapsed({ name: escapeText(card.plan.name) });
  return { text, blocks: [section(text)] };
}

/** The form in which a plan is returned with what is to be mended. */
export function returnView(seen: SeenSubmission, name: string, language: Language): ModalView {
  const say = approvalPhrases[language];
  return returnModal.view({
    title: say.giveBackTitle,
    metadata: seen,
    submit: say.giveBack,
    close: say.cancel,
    blocks: [
      section(escapeText(name)),
      input('reason', say.reason, {
        type: 'plain_text_input',
        multiline: true,
        max_length: LIMITS.reason,
        placeholder: plain(say.reasonPlaceholder),
      }),
    ],
  });
}

/** The part of Home for those who have plans to decide on: nothing when there is none. */
export function awaitedHomePart(
  { shown, total }: { shown: readonly AwaitedPlan[]; total: number },
  { language, zone }: { language: Language; zone: string },
): KnownBlock[] {
  if (total === 0) return [];
  const say = approvalPhrases[language];
  const lines = shown.map(({ name, unitName, submittedBy, submittedAt }) =>
    say.awaitedLine({
      name: escapeText(name),
      unit: escapeText(clip(unitName, 120)),
      author: escapeText(submittedBy),
      at: formatInstant(submittedAt, zone),
    }),
  );
  return [
    divider,
    section(`*${say.awaitedTitle({ count: total })}*\n${lines.join('\n')}`),
    context(say.awaitedHint),
  ];
}
