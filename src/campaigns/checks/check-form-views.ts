import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import { context, escapeText, input, section } from '../../slack/blocks.ts';
import { unitMenu } from '../progress/figures-views.ts';
import type { ArrangeForm } from './arrange-check.ts';
import {
  arrangeCheckModal,
  findingsModal,
  mendModal,
  moveCheckModal,
  newCheckModal,
  returnMendingModal,
  strikeCheckModal,
} from './check-controls.ts';
import { checkPhrases } from './check-phrases.ts';
import type { CampaignCheck, CheckedUnit } from './check-queries.ts';
import { CHECK_LIMITS } from './check-rules.ts';
import { findingsText } from './check-views.ts';
import type { OpenMending } from './settle-mending.ts';

type Part = { check: CampaignCheck; part: CheckedUnit };

/** Who checks which units; of a new check the day too. */
export function arrangeView(form: ArrangeForm, language: Language): ModalView {
  const say = checkPhrases[language];
  const { campaign, check, mark, units } = form;
  const people = (check?.checkers ?? []).flatMap(({ slackUserId }) => slackUserId ?? []);
  const { type: _, ...menu } = unitMenu(units);
  const own = new Set(check?.units.map(({ unitId }) => unitId));
  const all = 'options' in menu ? menu.options : menu.option_groups.flatMap((one) => one.options);
  const chosen = all.filter(({ value }) => own.has(value ?? ''));
  const title = `*${campaign.code}* ${escapeText(campaign.name)}`;
  const fields = [
    input('checkers', say.labelCheckers, {
      type: 'multi_users_select',
      max_selected_items: CHECK_LIMITS.checkers,
      ...(people.length > 0 ? { initial_users: people } : {}),
    }),
    input('units', say.labelUnits, {
      ...menu,
      type: 'multi_static_select',
      max_selected_items: CHECK_LIMITS.units,
      ...(chosen.length > 0 ? { initial_options: chosen } : {}),
    }),
  ];
  if (check && mark)
    return arrangeCheckModal.view({
      title: say.arrange,
      metadata: { checkId: check.id, mark },
      submit: say.save,
      close: say.cancel,
      blocks: [section(`${title}\n*${formatDay(check.plannedOn)}*`), ...fields],
    });
  return newCheckModal.view({
    title: say.add,
    metadata: { campaignId: campaign.id, checkId: randomUUID() },
    submit: say.save,
    close: say.cancel,
    blocks: [section(title), input('day', say.day, { type: 'datepicker' }), ...fields],
  });
}

export function moveView(check: CampaignCheck, language: Language): ModalView {
  const say = checkPhrases[language];
  return moveCheckModal.view({
    title: say.move,
    metadata: { checkId: check.id, seen: check.plannedOn },
    submit: say.move,
    close: say.cancel,
    blocks: [
      section(titleOf(check)),
      input('day', say.newDay, { type: 'datepicker', initial_date: check.plannedOn }),
      input('reason', say.reason, texts(CHECK_LIMITS.reason)),
    ],
  });
}

export function strikeView(check: CampaignCheck, language: Language): ModalView {
  const say = checkPhrases[language];
  return strikeCheckModal.view({
    title: say.strike,
    metadata: { checkId: check.id },
    submit: say.strike,
    close: say.cancel,
    blocks: [section(titleOf(check)), input('reason', say.reason, texts(CHECK_LIMITS.reason))],
  });
}

/** What was found in a unit. */
export function findingsView({ check, part }: Part, language: Language): ModalView {
  const say = checkPhrases[language];
  const { good, wrong, mend, mendBy } = part;
  const field = (name: 'good' | 'wrong' | 'mend', label: string, before: string | null) =>
    input(name, label, texts(CHECK_LIMITS.text, before), { optional: true });
  return findingsModal.view({
    title: say.record,
    metadata: { checkUnitId: part.id, revision: part.revision },
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(`${titleOf(check)}\n${escapeText(part.unitName)}`),
      context(say.findingsIntro),
      field('good', say.good, good),
      field('wrong', say.wrong, wrong),
      field('mend', say.toMend, mend),
      input(
        'mendBy',
        say.mendBy,
        { type: 'datepicker', ...(mendBy ? { initial_date: mendBy } : {}) },
        { optional: true },
      ),
    ],
  });
}

/** What the head of a unit did about it. */
export function mendView({ check, part }: Part, language: Language): ModalView {
  const say = checkPhrases[language];
  return mendModal.view({
    title: say.mend,
    metadata: { checkUnitId: part.id, number: part.mendings.length + 1 },
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(`${titleOf(check)}\n${escapeText(part.unitName)}`),
      section(findingsText(part, language, 600)),
      input('done', say.done, texts(CHECK_LIMITS.text)),
      input('words', say.words, texts(CHECK_LIMITS.text), { optional: true }),
    ],
  });
}

export function returnMendingView(
  { check, part, mending }: OpenMending,
  { language, today }: { language: Language; today: Day },
): ModalView {
  const say = checkPhrases[language];
  const by = part.mendBy && part.mendBy >= today ? part.mendBy : null;
  return returnMendingModal.view({
    title: say.giveBack,
    metadata: { mendingId: mending.id },
    submit: say.giveBack,
    close: say.cancel,
    blocks: [
      section(`${titleOf(check)}\n${escapeText(part.unitName)}`),
      input('reason', say.reason, texts(CHECK_LIMITS.reason)),
      input('mendBy', say.mendBy, { type: 'datepicker', ...(by ? { initial_date: by } : {}) }),
    ],
  });
}

function titleOf({ campaign, plannedOn }: CampaignCheck): string {
  return `*${campaign.code}* ${escapeText(campaign.name)}\n*${formatDay(plannedOn)}*`;
}

function texts(most: number, before: string | null = null) {
  return {
    type: 'plain_text_input' as const,
    multiline: true,
    max_length: most,
    ...(before ? { initial_value: before } : {}),
  };
}
