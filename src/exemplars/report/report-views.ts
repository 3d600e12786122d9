import type { KnownBlock, ModalView, PlainTextInput } from '@slack/types';
import { endingsOf } from '../../documents/sent-file-rules.ts';
import { evidencePhrases } from '../../initiatives/intake/evidence-phrases.ts';
import { EVIDENCE_TYPES, MOST_FILES_AT_ONCE } from '../../initiatives/intake/evidence-rules.ts';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  context,
  escapeText,
  input,
  option,
  plain,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Answer } from '../../slack/listeners.ts';
import { phrases } from '../phrases.ts';
import { LIMITS, MOST_PERSONS } from '../rules.ts';
import { Known } from './draft-content.ts';
import type { Draft } from './drafts.ts';
import {
  discardButton,
  knownModal,
  namedModal,
  newReportButton,
  PRAISED_UNIT,
  resumeButton,
  toldModal,
} from './report-controls.ts';
import { reportPhrases } from './report-phrases.ts';

/** What is shown of a message that became a draft. */
const EXCERPT = 300;
const KINDS = ['good_deed', 'advanced_model'] as const;

/** Step 1, empty or with what the draft holds. */
export function namedView(
  form: {
    draftId: string;
    draft: Draft | null;
    slackUserIds: readonly string[];
    unit: { id: string; name: string } | null;
  },
  language: Language,
): ModalView {
  const say = reportPhrases[language];
  const { draft, draftId, slackUserIds, unit } = form;
  const named = draft?.content.named;
  const kind = (one: (typeof KINDS)[number]) => option(phrases[language].kind(one), one);
  return namedModal.view({
    title: say.title({ step: 1 }),
    submit: say.next,
    close: phrases[language].close,
    metadata: { draftId },
    blocks: [
      ...(draft?.content.fromMessage ? messageBlocks(draft, language) : [context(say.saving)]),
      input(
        'kind',
        say.kind,
        {
          type: 'radio_buttons',
          options: KINDS.map(kind),
          initial_option: kind(named?.kind ?? 'good_deed'),
        },
        { hint: say.kindHint },
      ),
      input(
        'persons',
        say.persons,
        {
          type: 'multi_users_select',
          max_selected_items: MOST_PERSONS,
          ...(slackUserIds.length > 0 ? { initial_users: [...slackUserIds] } : {}),
        },
        { optional: true, hint: say.personsHint },
      ),
      input(
        PRAISED_UNIT,
        say.unit,
        {
          type: 'external_select',
          min_query_length: 0,
          placeholder: plain(say.chooseUnit),
          ...(unit ? { initial_option: option(unit.name, unit.id) } : {}),
        },
        { optional: true },
      ),
      input('happenedOn', say.happenedOn, {
        type: 'datepicker',
        ...(named?.happenedOn ? { initial_date: named.happenedOn } : {}),
      }),
      input(
        'endedOn',
        say.endedOn,
        { type: 'datepicker', ...(named?.endedOn ? { initial_date: named.endedOn } : {}) },
        { optional: true, hint: say.endedOnHint },
      ),
    ],
  });
}

function messageBlocks({ content }: Draft, language: Language): KnownBlock[] {
  const say = reportPhrases[language];
  return [
    section(say.fromMessage),
    quote(clip(content.told.deed ?? '', EXCERPT)),
    ...(content.fromMessage?.cut ? [context(say.messageCut)] : []),
  ];
}

/** Step 2; the method only of an advanced model. */
export function toldView(draft: Draft, language: Language): ModalView {
  const say = reportPhrases[language];
  const { named, told } = draft.content;
  return toldModal.view({
    title: say.title({ step: 2 }),
    submit: say.next,
    close: phrases[language].back,
    metadata: { draftId: draft.id },
    blocks: [
      input('deed', say.deed, paragraph(LIMITS.deed, told.deed)),
      input('place', say.place, {
        ...line(LIMITS.place, told.place),
        placeholder: plain(say.placeExample),
      }),
      input('result', say.result, paragraph(LIMITS.result, told.result)),
      input('beneficiaries', say.beneficiaries, line(LIMITS.beneficiaries, told.beneficiaries)),
      ...(named.kind === 'advanced_model'
        ? [input('method', say.method, paragraph(LIMITS.method, told.method))]
        : []),
    ],
  });
}

/** Step 3. */
export function knownView(draft: Draft, language: Language): ModalView {
  const say = reportPhrases[language];
  const { source, field } = phrases[language];
  return knownModal.view({
    title: say.title({ step: 3 }),
    submit: say.send,
    close: phrases[language].back,
    metadata: { draftId: draft.id },
    blocks: [
      input('source', say.source, {
        type: 'static_select',
        placeholder: plain(say.choose),
        options: Known.shape.source.options.map((one) => option(source(one), one)),
      }),
      input('field', say.field, {
        type: 'static_select',
        placeholder: plain(say.choose),
        options: Known.shape.field.options.map((one) => option(field(one), one)),
      }),
      input('citizens', say.citizens, paragraph(LIMITS.citizens, undefined), {
        optional: true,
        hint: say.citizensHint,
      }),
      input(
        'files',
        say.files,
        { type: 'file_input', filetypes: endingsOf(EVIDENCE_TYPES), max_files: MOST_FILES_AT_ONCE },
        { optional: true, hint: evidencePhrases[language].evidenceHint },
      ),
      input(
        'forPress',
        say.forPress,
        { type: 'checkboxes', options: [option(say.forPressYes, 'yes')] },
        { optional: true },
      ),
    ],
  });
}

type TextInput = Omit<PlainTextInput, 'action_id'>;

function line(most: number, written: string | undefined): TextInput {
  return {
    type: 'plain_text_input',
    max_length: most,
    ...(written ? { initial_value: written } : {}),
  };
}

function paragraph(most: number, written: string | undefined): TextInput {
  return { ...line(most, written), multiline: true };
}

/** What became of a report that was sent. `names` is escaped. */
export function receiptView(
  reported: { number: string; joined: boolean; names: string; files: boolean },
  language: Language,
): ModalView {
  const say = reportPhrases[language];
  const { joined, files } = reported;
  const view = readingModal({ title: say.receiptTitle, close: phrases[language].close }, [
    section(joined ? say.receiptJoined(reported) : say.receipt(reported)),
    ...(joined ? [] : [section(say.receiptNext)]),
    ...(files ? [context(say.filesComing)] : []),
  ]);
  // The steps under it show what is sent already.
  return { ...view, clear_on_close: true };
}

/** The drafts of a person, to go on with or to throw away. */
export function draftsAnswer(drafts: readonly Draft[], zone: string, language: Language): Answer {
  const say = reportPhrases[language];
  return {
    text: say.draftsHeading,
    blocks: [
      section(say.draftsHeading),
      ...drafts.flatMap(({ id, updatedAt, content }) => {
        const label = clip((content.told.deed ?? say.untitled).replaceAll(/\s+/g, ' '), 100);
        const about = { label: escapeText(label), savedAt: formatInstant(updatedAt, zone) };
        return [
          section(say.draftLine(about)),
          actions(
            `draft_${id}`,
            resumeButton.button(say.resume, { draftId: id }, { style: 'primary' }),
            discardButton.button(say.discard, { draftId: id }),
          ),
        ];
      }),
      actions('new', newReportButton.button(say.anew, {})),
    ],
  };
}
