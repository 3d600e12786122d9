import type { InputBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';
import type { ScoreSheet } from '../../rulebook/score-sheet-schema.ts';
import { actions, context, escapeText, input, option, quote, section } from '../../slack/blocks.ts';
import { viewButton } from '../controls.ts';
import { missingAuthorsBlocks } from '../workflow/file-workflow-views.ts';
import type { Panel } from './draw-panel.ts';
import { scorecardModal, scoringPanelModal, scoringPlanModal } from './scoring-controls.ts';
import { scoringPhrases as phrases } from './scoring-phrases.ts';
import type { OwnScorecard, ScoringPicture } from './scoring-queries.ts';
import { panelBlocks } from './scoring-views.ts';

const ESSENCE_SHOWN = 600;
/** What Slack takes in a list of checkboxes or a menu, and more than any council has. */
const MENU_LIMIT = 100;

interface Heading {
  id: string;
  number: string;
  title: string;
  investor: string | null;
}

/** Step 1: which council, by which sheet, until when. */
export function planView(
  content: {
    initiative: Heading;
    councils: readonly { id: string; name: string }[];
    sheets: readonly ScoreSheet[];
    lastDay: Day;
    missing: readonly { merged: string; names: string[] }[];
  },
  language: Language,
): ModalView {
  const say = phrases[language];
  const { initiative, lastDay } = content;
  const councils = content.councils.slice(0, MENU_LIMIT).map(({ id, name }) => option(name, id));
  const sheets = content.sheets.map(({ key, name, verified, source }) =>
    option(name[language], key, verified ? source : `${source} (${say.unverifiedSheet})`),
  );
  const [council] = councils;
  const [sheet] = sheets;
  return scoringPlanModal.view({
    title: say.planTitle,
    submit: say.next,
    close: say.close,
    metadata: { initiativeId: initiative.id },
    blocks: [
      section(`*${initiative.number}* – ${escapeText(initiative.title)}`),
      ...missingAuthorsBlocks(content.missing, language),
      ...(initiative.investor
        ? [context(say.investorSays({ investor: escapeText(initiative.investor) }))]
        : []),
      input('council', say.council, {
        type: 'static_select',
        options: councils,
        ...(council ? { initial_option: council } : {}),
      }),
      input(
        'sheet',
        say.sheet,
        { type: 'static_select', options: sheets, ...(sheet ? { initial_option: sheet } : {}) },
        { hint: say.sheetHint },
      ),
      input('lastDay', say.lastDay, { type: 'datepicker', initial_date: lastDay }),
      input(
        'stateInvested',
        say.stateInvestedLabel,
        { type: 'checkboxes', options: [option(say.stateInvested, 'yes')] },
        { optional: true, hint: say.stateInvestedHint },
      ),
    ],
  });
}

/** Step 2: who scores and who does not. */
export function panelView(
  content: {
    initiative: Heading;
    council: { id: string; name: string };
    sheet: ScoreSheet;
    lastDay: Day;
    stateInvested: boolean;
    panel: Panel;
  },
  language: Language,
): ModalView {
  const say = phrases[language];
  const { initiative, council, sheet, lastDay, stateInvested, panel } = content;
  const members = panel.members.filter(({ excluded }) => excluded === null);
  return scoringPanelModal.view({
    title: say.panelTitle,
    submit: say.openScoring,
    close: say.back,
    metadata: {
      initiativeId: initiative.id,
      council: council.id,
      sheet: sheet.key,
      lastDay,
      stateInvested,
      mark: panel.mark,
    },
    blocks: [
      section(`*${initiative.number}* – ${escapeText(initiative.title)}`),
      section(
        say.planSummary({
          council: escapeText(council.name),
          sheet: sheet.name[language],
          lastDay,
        }),
      ),
      ...panelBlocks(panel.members, language),
      ...(members.length > 0
        ? [
            input(
              'declared',
              say.declaredLabel,
              {
                type: 'multi_static_select' as const,
                options: members
                  .slice(0, MENU_LIMIT)
                  .map(({ name, personId }) => option(name, personId)),
              },
              { optional: true, hint: say.declaredHint },
            ),
          ]
        : []),
    ],
  });
}

/** The sheet, empty or with what is saved. */
export function scorecardView(
  scoring: ScoringPicture,
  own: OwnScorecard | null,
  language: Language,
): ModalView {
  const say = phrases[language];
  const { initiative, sheet, lastDay } = scoring;
  const send = option(say.send, 'send');
  return scorecardModal.view({
    title: say.formTitle,
    submit: say.save,
    close: say.close,
    metadata: { scoringId: scoring.id },
    blocks: [
      section(
        `*${initiative.number}* – ${escapeText(initiative.title)}\n${say.until({ lastDay })}`,
      ),
      quote(initiative.essence.slice(0, ESSENCE_SHOWN)),
      actions('file', viewButton.button(say.viewFile, { initiativeId: initiative.id })),
      ...criterionInputs(sheet, own, language),
      input(
        'comment',
        say.comment,
        {
          type: 'plain_text_input',
          multiline: true,
          max_length: 3000,
          ...(own?.comment ? { initial_value: own.comment } : {}),
        },
        { optional: true, hint: say.commentHint },
      ),
      input('what', say.what, {
        type: 'radio_buttons',
        // What was sent is corrected by sending it again.
        options: own?.sentAt ? [send] : [send, option(say.draft, 'draft')],
        initial_option: send,
      }),
      context(say.hiddenNote),
    ],
  });
}

/** All optional for Slack, as a draft may lack some; sending says at its field what is missing. */
function criterionInputs(
  sheet: ScoreSheet,
  own: OwnScorecard | null,
  language: Language,
): InputBlock[] {
  const say = phrases[language];
  if (sheet.kind === 'reached') {
    const options = [option(say.reachedYes, '1'), option(say.reachedNo, '0')];
    return sheet.criteria.map(({ key, name }) => {
      const given = options.find(({ value }) => value === String(own?.points[key]));
      return input(
        `mark_${key}`,
        name[language],
        { type: 'radio_buttons', options, ...(given ? { initial_option: given } : {}) },
        { optional: true, hint: say.reachedHint },
      );
    });
  }
  return sheet.criteria.map(({ key, name, max, min, bands }) => {
    const given = own?.points[key];
    const ranges = bands?.ranges.map(([low, high]) => (low === high ? `${low}` : `${low}–${high}`));
    const hint = [
      say.maxMin({ max, min }),
      ...(bands && ranges ? [say.bands({ bands: ranges.join(' | '), source: bands.source })] : []),
    ].join(' ');
    return input(
      `mark_${key}`,
      name[language],
      {
        type: 'number_input',
        is_decimal_allowed: false,
        min_value: '0',
        max_value: String(max),
        ...(given === undefined ? {} : { initial_value: String(given) }),
      },
      { hint, optional: true },
    );
  });
}
