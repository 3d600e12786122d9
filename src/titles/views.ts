import type { KnownBlock, ModalView } from '@slack/types';
import type { Actor } from '../people/actor.ts';
import { ladder } from '../rulebook/rules.ts';
import {
  clip,
  context,
  escapeText,
  input,
  option,
  plain,
  quote,
  section,
} from '../slack/blocks.ts';
import type { Answer } from '../slack/listeners.ts';
import { formModal, openForm } from './controls.ts';
import { phrases } from './phrases.ts';
import type { RegistrationForm } from './prepare-registration.ts';
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
      input(
        TITLES_FIELD,
        say.titlesLabel,
        {
          type: 'checkboxes',
          options,
          ...(ticked.length > 0 ? { initial_options: ticked } : {}),
        },
        { hint: say.titlesHint },
      ),
      context(say.titlesOnly({ citation: rulebook.registration.titlesOnly.source })),
    ],
  });
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
  return {
    type: 'modal',
    title: plain(say.receiptTitle),
    close: plain(say.close),
    blocks: [
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
  };
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
  return {
    type: 'modal',
    title: plain(say.reviewTitle),
    close: plain(say.close),
    blocks: [section(text)],
  };
}
