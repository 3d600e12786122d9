import type { ConfirmationDialog, KnownBlock } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { formatVnd } from '../../kernel/numbers.ts';
import { inOfficeHours } from '../../kernel/office-hours.ts';
import { type Day, formatDay, formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  confirmation,
  context,
  divider,
  escapeText,
  fields,
  section,
} from '../../slack/blocks.ts';
import { announcementBlocks, channelsText } from '../announcing/announcement-views.ts';
import { manageButtons } from '../announcing/manage-views.ts';
import { approvalPhrases } from '../approval/approval-phrases.ts';
import { readMark } from '../approval/read-mark.ts';
import {
  amendButton,
  announcingButton,
  discardButton,
  publishButton,
  recallButton,
  submitButton,
} from '../controls.ts';
import { indicatorSummary } from '../progress/indicator-views.ts';
import type { Indicator } from '../progress/progress-queries.ts';
import type { CampaignCard } from '../queries.ts';
import { type CampaignPlan, closingDay, POSTING_TIME, planMark, reminderDay } from '../rules.ts';
import { chasingText } from '../urging/chasing-fields.ts';
import { chasingFormPhrases } from '../urging/chasing-form-phrases.ts';
import { planPhrases } from './plan-phrases.ts';
import { RECOMMENDED_TOTAL, readCriteria } from './plan-rules.ts';

/** Characters of a message for the plan's own texts and the indicators; Slack takes 12,000 with all the rest. */
const MESSAGE = 7_500;

/** What else the preview of a plan tells. */
export interface PreviewReader {
  language: Language;
  zone: string;
  today: Day;
  now: Date;
  /** Whether the author may launch it; else it is submitted. */
  mayLaunch: boolean;
  /** People in its scope. */
  people: number;
  /** What it is measured by, as far as that is set. */
  indicators: readonly Indicator[];
  /** What is wrong with it, in words. */
  problems: readonly string[];
}

/** To the author: the plan as it will be seen, and what can be done with it. */
export function previewMessage(
  card: CampaignCard | null,
  reader: PreviewReader,
): NonNullable<Rendered> {
  const { language, zone } = reader;
  const say = planPhrases[language];
  if (!card) return { text: say.previewDiscarded, blocks: [section(say.previewDiscarded)] };
  const { plan, state, withdrawn, code } = card;
  const name = escapeText(plan.name);
  if (withdrawn) {
    const at = formatInstant(withdrawn.at, zone);
    const text = say.previewWithdrawn({ name, code: code ?? '', at });
    return { text, blocks: [section(text)] };
  }
  if (card.publishedAt) {
    const text = say.previewPublished({
      name,
      code: code ?? '',
      at: formatInstant(card.publishedAt, zone),
      channels: channelsText(plan.channelIds),
    });
    const manages = reader.mayLaunch && state === 'published';
    return {
      text,
      blocks: [section(text), ...(manages ? manageButtons(card.id, language) : [])],
    };
  }
  const waiting = state === 'submitted' || state === 'approved' ? state : null;
  return {
    text: escapeText(say.previewText({ name: plan.name })),
    blocks: [
      context(waiting ? say.previewWaits[waiting] : say.previewIntro),
      divider,
      ...announcementBlocks(card, { zone }),
      divider,
      ...organisationBlocks(card, reader),
      waiting ? waitingActions(card.id, language) : draftActions(card, reader),
    ],
  };
}

/** How the campaign is organised and announced: for its author and those who approve it. */
export function organisationBlocks(
  { plan }: Pick<CampaignCard, 'plan'>,
  reader: Omit<PreviewReader, 'mayLaunch'>,
): KnownBlock[] {
  const { language, zone, today, people, problems, indicators } = reader;
  const say = planPhrases[language];
  const remindedOn = reminderDay(plan);
  const criteria = readCriteria(plan.criteria);
  const days = plan.checkDays.map((day) => formatDay(day));
  return [
    section(`*${say.organisation}*`),
    fields([
      [say.labelChecks, days.join(', ') || '–'],
      ...(plan.midtermOn ? [[say.labelMidterm, formatDay(plan.midtermOn)] as const] : []),
      [say.labelFinal, plan.finalReviewOn ? formatDay(plan.finalReviewOn) : '–'],
      [chasingFormPhrases[language].label, chasingText(plan, language)],
      [say.labelBudget, budgetText(plan, say.noBudget)],
      [say.labelLaunch, launchText(plan, reader)],
      [say.labelDirect, plan.toPersons ? say.directTo({ count: people }) : say.directNone],
    ]),
    section(
      say.previewPlan({
        channels: channelsText(plan.channelIds) || '–',
        reminder: remindedOn > today ? formatDay(remindedOn) : null,
        closing: formatDay(closingDay(plan)),
        time: POSTING_TIME,
      }),
    ),
    ...indicatorSummary(indicators, { language, room: MESSAGE - writtenLength(plan) }),
    ...(plan.mentionsChannel ? [context(`:loudspeaker: ${say.mentions}`)] : []),
    ...(criteria.ok && criteria.total !== RECOMMENDED_TOTAL
      ? [context(say.totalAdvice({ total: criteria.total, recommended: RECOMMENDED_TOTAL }))]
      : []),
    ...(problems.length > 0
      ? [
          section(
            [say.problemsIntro, ...problems.map((problem) => `• ${escapeText(problem)}`)].join(
              '\n',
            ),
          ),
        ]
      : []),
  ];

  function launchText({ launchAt }: CampaignPlan, { now }: { now: Date }): string {
    if (launchAt === null) return say.launchSoon;
    const at = formatInstant(launchAt, zone);
    if (launchAt <= now) return say.launchPast({ at });
    return inOfficeHours(launchAt, zone) ? at : `${at} (${say.outOfHours})`;
  }
}

function writtenLength(plan: CampaignPlan): number {
  const { basis, objective, content, measures, criteria, rewards } = plan;
  return [basis, objective, content, measures, criteria, rewards].join('').length;
}

function budgetText({ budget, budgetSource }: CampaignPlan, none: string): string {
  if (budget === null) return '–';
  if (budget === 0) return none;
  const sum = formatVnd(budget);
  return budgetSource ? `${sum}\n${escapeText(budgetSource)}` : sum;
}

function draftActions(card: CampaignCard, reader: PreviewReader) {
  const { language, mayLaunch, now, zone, indicators } = reader;
  const say = planPhrases[language];
  const { plan, id: campaignId } = card;
  const draft = { campaignId, mark: planMark(plan) };
  const later = plan.launchAt !== null && plan.launchAt > now ? plan.launchAt : null;
  const at = later && formatInstant(later, zone);
  const read = { campaignId, mark: readMark(plan, indicators) };
  const first = mayLaunch
    ? publishButton.button(say.publish, read, {
        style: 'primary',
        confirm: publishConfirmation(plan, at, language),
      })
    : submitButton.button(approvalPhrases[language].submit, draft, {
        style: 'primary',
        confirm: confirmation({
          title: approvalPhrases[language].submitTitle,
          text: approvalPhrases[language].submitConfirm,
          confirm: approvalPhrases[language].submit,
          deny: approvalPhrases[language].notYet,
        }),
      });
  return actions(
    'campaign_draft',
    first,
    amendButton.button(say.amend, draft),
    announcingButton.button(say.announcing, draft),
    discardButton.button(say.discard, { campaignId }, discardLook(language)),
  );
}

/** How discarding looks, here and in the list of plans. */
export function discardLook(language: Language) {
  const say = planPhrases[language];
  return {
    style: 'danger' as const,
    confirm: confirmation({
      title: say.discardTitle,
      text: say.discardConfirm,
      confirm: say.discard,
      deny: say.keep,
    }),
  };
}

function waitingActions(campaignId: string, language: Language) {
  return actions('campaign_waiting', recallAction(campaignId, language));
}

/** Takes a plan back from those who approve it, or from the calendar. */
export function recallAction(campaignId: string, language: Language) {
  const say = approvalPhrases[language];
  return recallButton.button(
    say.recall,
    { campaignId },
    {
      confirm: confirmation({
        title: say.recallTitle,
        text: say.recallConfirm,
        confirm: say.recall,
        deny: say.keep,
      }),
    },
  );
}

/** Names the channels; as mrkdwn, for only there does Slack show a channel's name for its id. */
function publishConfirmation(
  plan: CampaignPlan,
  at: string | null,
  language: Language,
): ConfirmationDialog {
  const say = planPhrases[language];
  const channels = channelsText(plan.channelIds);
  const text = at ? say.publishAt({ channels, at }) : say.publishConfirm({ channels });
  return {
    ...confirmation({
      title: say.publishTitle,
      text,
      confirm: say.publish,
      deny: say.notYet,
    }),
    text: { type: 'mrkdwn', text: clip(text, 300) },
  };
}
