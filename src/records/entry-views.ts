import type { ModalView } from '@slack/types';
import type { Language } from '../kernel/language.ts';
import type { Day } from '../kernel/time.ts';
import { escapeText, input, option, section } from '../slack/blocks.ts';
import { type EntryKind, entryModal, type RecordSubject } from './controls.ts';
import { phrases } from './phrases.ts';
import { type Entry, entryMark } from './queries.ts';

/** The form in which an entry is written down or corrected. */
export function entryFormView(
  form: {
    of: RecordSubject;
    kind: EntryKind;
    name: string;
    choices: readonly Entry['what'][];
    entry: Entry | undefined;
    today: Day;
  },
  language: Language,
): ModalView {
  const say = phrases[language];
  const { of, kind, name, entry, today } = form;
  const options = form.choices.map((what) => option(say.what[what], what));
  const chosen = options.find(({ value }) => value === entry?.what);
  const good = option(say.goodGradeOption, 'yes');
  const remove = option(say.removeOption, 'yes');
  return entryModal.view({
    title: say.formTitle[kind],
    metadata: { of, kind, entryId: entry?.id ?? null, seen: entry ? entryMark(entry) : null },
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(`*${escapeText(name)}*`),
      input('what', say.whatLabel, {
        type: 'static_select',
        options,
        ...(chosen ? { initial_option: chosen } : {}),
      }),
      ...(kind === 'leave'
        ? []
        : [
            input(
              'text',
              say.text[kind],
              {
                type: 'plain_text_input',
                max_length: 300,
                ...(entry ? { initial_value: entry.text } : {}),
              },
              kind === 'matter' ? { hint: say.matterHint } : {},
            ),
          ]),
      input('from', say.from[kind], { type: 'datepicker', initial_date: entry?.from ?? today }),
      input(
        'to',
        say.to[kind],
        { type: 'datepicker', ...(entry?.to ? { initial_date: entry.to } : {}) },
        { optional: true, hint: say.toHint[kind] },
      ),
      ...(kind === 'leave'
        ? [
            input(
              'goodGrade',
              say.goodGrade,
              {
                type: 'checkboxes',
                options: [good],
                ...(entry?.goodGrade ? { initial_options: [good] } : {}),
              },
              { optional: true },
            ),
          ]
        : []),
      ...(entry
        ? [
            input(
              'remove',
              say.remove,
              { type: 'checkboxes', options: [remove] },
              { optional: true },
            ),
            input(
              'reason',
              say.reason,
              { type: 'plain_text_input', max_length: 500 },
              { optional: true },
            ),
          ]
        : []),
    ],
  });
}
