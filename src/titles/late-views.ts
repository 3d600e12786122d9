import type { ModalView } from '@slack/types';
import { ladder } from '../rulebook/rules.ts';
import {
  context,
  escapeText,
  input,
  option,
  quote,
  readingModal,
  section,
} from '../slack/blocks.ts';
import { lateChoiceModal, lateModal } from './controls.ts';
import { phrases } from './phrases.ts';
import type { LateForm } from './prepare-late.ts';
import type { Registration } from './queries.ts';
import { nameTitle } from './rules.ts';
import { closingDay, type Shown, standing, subjectName, titleLines } from './standing.ts';
import { titlesInput } from './views.ts';

/** Asks a head for whom to register after the window closed. */
export function lateChoiceView(
  units: readonly { id: string; name: string }[],
  year: number,
  shown: Shown,
): ModalView {
  const say = phrases[shown.language];
  return lateChoiceModal.view({
    title: say.lateTitle,
    metadata: {},
    submit: say.next,
    close: say.cancel,
    blocks: [
      section(say.lateIntro),
      input('person', say.latePerson, { type: 'users_select' }, { optional: true }),
      ...(units.length > 0
        ? [
            input(
              'unit',
              say.lateUnit,
              // A menu takes a hundred.
              {
                type: 'static_select',
                options: units.slice(0, 100).map(({ id, name }) => option(name, id)),
              },
              { optional: true },
            ),
          ]
        : []),
      input('year', say.lateYear, {
        type: 'number_input',
        is_decimal_allowed: false,
        min_value: '2000',
        max_value: '2200',
        initial_value: String(year),
      }),
    ],
  });
}

/** The form in which a head registers or amends for somebody, with the reason. */
export function lateFormView(form: LateForm, shown: Shown): ModalView {
  const { rulebook, language } = shown;
  const say = phrases[language];
  const { subject, known, year, window, registration, chosen } = form;
  const kind = 'personId' in subject ? 'person' : 'collective';
  const options = ladder(rulebook, kind).map((title) =>
    option(nameTitle(rulebook, title.key, language), title.key, title.source),
  );
  const ticked = options.filter((one) => one.value && chosen.includes(one.value));
  const name = kind === 'person' ? `${known.name}, ${known.unitName}` : known.name;
  return lateModal.view({
    title: say.lateTitle,
    metadata: {
      subject,
      year,
      seenRevision: registration?.revision ?? 0,
      shown: ticked.flatMap(({ value }) => value ?? []),
    },
    submit: say.lateSubmit,
    close: say.cancel,
    blocks: [
      section(
        `${say.formFor({ year, subject: escapeText(name) })}\n${say.lateWindow({ closes: closingDay(window) })}`,
      ),
      ...(registration ? [context(`${standing(registration, null, shown)}.`)] : []),
      titlesInput(options, ticked, shown),
      input(
        'reason',
        say.lateReason,
        { type: 'plain_text_input', multiline: true, max_length: 500 },
        { hint: say.lateReasonHint },
      ),
      context(say.titlesOnly({ citation: rulebook.registration.titlesOnly.source })),
    ],
  });
}

export function lateReceiptView(registration: Registration, shown: Shown): ModalView {
  const say = phrases[shown.language];
  const { titles, year, lateReason } = registration;
  const subject = `*${subjectName(registration)}*`;
  return readingModal({ title: say.lateTitle, close: say.close }, [
    section(
      `${say.lateDone({ count: titles.length, year, subject })}\n${titleLines(titles, shown)}`,
    ),
    quote(lateReason ?? ''),
  ]);
}
