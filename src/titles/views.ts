import type { InputBlock, KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import { formatInstant } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { ladder } from '../rulebook/rules.ts';
import {
  actions,
  clip,
  confirmation,
  context,
  escapeText,
  input,
  option,
  quote,
  readingModal,
  section,
} from '../slack/blocks.ts';
import type { Answer } from '../slack/listeners.ts';
import { formModal, historyButton, openForm, withdrawButton } from './controls.ts';
import { phrases } from './phrases.ts';
import type { RegistrationForm } from './prepare-registration.ts';
import type { PastRevision, Registration } from './queries.ts';
import { TITLES_FIELD } from './refusals.ts';
import type { RegistrationReceipt } from './register-titles.ts';
import { nameTitle } from './rules.ts';
import {
  closingDay,
  commandFor,
  type Shown,
  standing,
  subjectName,
  titleLines,
  titleNames,
} from './standing.ts';

/** The form in which a person, or the head of a unit, registers and amends. */
export function formView(form: RegistrationForm, actor: Actor, shown: Shown): ModalView {
  const { rulebook, language } = shown;
  const say = phrases[language];
  const { year, registrant, window, registration } = form;
  const subject = registrant.unitId === null ? 'person' : 'collective';
  const options = ladder(rulebook, subject).map((title) =>
    option(nameTitle(rulebook, title.key, language), title.key, title.source),
  );
  const ticked = options.filter((one) => one.value && form.chosen.includes(one.value));
  const name = subject === 'person' ? `${actor.fullName}, ${actor.unitName}` : registrant.unitName;
  return formModal.view({
    title: say.formTitle,
    metadata: {
      unitId: registrant.unitId,
      year,
      seenRevision: registration?.revision ?? 0,
      shown: ticked.flatMap(({ value }) => value ?? []),
    },
    submit: say.submit,
    close: say.cancel,
    blocks: [
      section(
        `${say.formFor({ year, subject: escapeText(name) })}\n${say.acceptedUntil({ closes: closingDay(window) })}`,
      ),
      ...standingBlocks(form, shown),
      titlesInput(options, ticked, shown),
      context(say.titlesOnly({ citation: rulebook.registration.titlesOnly.source })),
      ...(registration ? [ownButtons(registration, name, shown)] : []),
    ],
  });
}

/** The titles to choose from, as a form asks for them. */
export function titlesInput(
  options: PlainTextOption[],
  ticked: PlainTextOption[],
  shown: Shown,
): InputBlock {
  const say = phrases[shown.language];
  return input(
    TITLES_FIELD,
    say.titlesLabel,
    {
      type: 'checkboxes',
      options,
      ...(ticked.length > 0 ? { initial_options: ticked } : {}),
    },
    { hint: say.titlesHint },
  );
}

/** What can be done with one's own registration besides amending it. */
function ownButtons(registration: Registration, name: string, shown: Shown): KnownBlock {
  const say = phrases[shown.language];
  const { id: registrationId, revision, year, state } = registration;
  const withdraw = withdrawButton.button(
    say.withdraw,
    { registrationId, revision },
    {
      style: 'danger',
      confirm: confirmation({
        title: say.withdrawTitle,
        text: say.withdrawText({ year, name }),
        confirm: say.withdraw,
        deny: say.keep,
      }),
    },
  );
  const history = historyButton.button(say.history, { registrationId });
  return actions('titles.own', ...(state === 'withdrawn' ? [] : [withdraw]), history);
}

/** What a registration has been, newest first. */
export function historyView(
  registration: Registration,
  revisions: readonly PastRevision[],
  shown: Shown,
): ModalView {
  const say = phrases[shown.language];
  return readingModal({ title: say.historyTitle, close: say.close }, [
    section(say.historyOf({ subject: `*${subjectName(registration)}*`, year: registration.year })),
    ...(revisions.length === 0 ? [context(say.noHistory)] : []),
    ...revisions.flatMap(({ state, byName, at, titles, reason }) => [
      section(
        [
          `*${say.became[state]}* · ${escapeText(byName)} · ${formatInstant(at, shown.zone)}`,
          ...(state === 'withdrawn' ? [] : [titleNames(titles, shown)]),
        ].join('\n'),
      ),
      ...(reason === null ? [] : [quote(reason)]),
    ]),
  ]);
}

/** After taking it back. */
export function withdrawnView(registration: Registration, shown: Shown): ModalView {
  const say = phrases[shown.language];
  const { subject, year } = registration;
  const unitId = subject.kind === 'person' ? null : subject.unitId;
  // The form under it shows what is no more.
  return {
    ...readingModal({ title: say.withdrawnTitle, close: say.close }, [
      section(
        say.withdrawnNow({
          subject: `*${subjectName(registration)}*`,
          year,
          command: commandFor(unitId, year, shown.language),
        }),
      ),
    ]),
    clear_on_close: true,
  };
}

function standingBlocks(form: RegistrationForm, shown: Shown): KnownBlock[] {
  const { registration, confirmers } = form;
  if (!registration) return [];
  const say = phrases[shown.language];
  const how = `${standing(registration, confirmers, shown)}.`;
  switch (registration.state) {
    case 'submitted':
    case 'withdrawn':
      return [context(how)];
    case 'confirmed':
      return [context(`${how} ${say.confirmAgain}`)];
    case 'returned':
      return [section(how), quote(registration.returnReason ?? '')];
  }
}

/** What the person sees after sending: the titles in order, what was added and why, and what comes next. */
export function receiptView(receipt: RegistrationReceipt, shown: Shown): ModalView {
  const { language, rulebook } = shown;
  const say = phrases[language];
  const { change, registration, added, confirmers, window } = receipt;
  const { year, titles, subject } = registration;
  const who = { year, subject: `*${subjectName(registration)}*` };
  const unitId = subject.kind === 'person' ? null : subject.unitId;
  const waiting = registration.state === 'submitted' && confirmers;
  const first =
    change === 'unchanged'
      ? say.receiptUnchanged(who)
      : say.receiptRegistered({ ...who, count: titles.length });
  const citation = rulebook.registration.lowToHigh.source;
  return readingModal(
    { title: change === 'unchanged' ? say.formTitle : say.receiptTitle, close: say.close },
    [
      section(`${first}\n${titleLines(titles, shown)}`),
      ...(added.length > 0
        ? [section(say.added({ titles: titleNames(added, shown), citation }))]
        : []),
      section(`${standing(registration, confirmers, shown)}.`),
      ...(waiting && confirmers.role === 'secretary' ? [context(say.toSecretary)] : []),
      context(
        say.amendUntil({
          closes: closingDay(window),
          command: commandFor(unitId, year, language),
        }),
      ),
    ],
  );
}

/** For the head of several units: which one. */
export function chooseUnitAnswer(
  units: readonly { id: string; name: string }[],
  wish: { year: number | null; titles: string[] },
  { language }: Shown,
): Answer {
  const say = phrases[language];
  return {
    text: say.chooseUnit,
    blocks: [
      section(say.chooseUnit),
      // A message takes 50 blocks.
      ...units
        .slice(0, 48)
        .map((unit) =>
          section(
            `*${escapeText(unit.name)}*`,
            openForm.button(say.open, { unitId: unit.id, ...wish }),
          ),
        ),
    ],
  };
}

/** What can be typed; with what was not understood, if something was not. */
export function helpAnswer(unknown: string | null, year: number, shown: Shown): Answer {
  const say = phrases[shown.language];
  const citation = shown.rulebook.registration.titlesOnly.source;
  const help = say.help({ year, citation });
  if (unknown === null) return { text: help };
  return { text: `${say.notUnderstood({ words: escapeText(clip(unknown, 100)) })}\n${help}` };
}

/** Says in a modal how a registration stands that was settled or replaced meanwhile. */
export function settledView(text: string, { language }: Shown): ModalView {
  const say = phrases[language];
  return readingModal({ title: say.reviewTitle, close: say.close }, [section(text)]);
}
