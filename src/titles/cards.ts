import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../jobs/kinds.ts';
import { slackInstant } from '../kernel/time.ts';
import { actions, context, escapeText, input, quote, section } from '../slack/blocks.ts';
import type { Confirmers } from './confirmers.ts';
import { confirmCard, openForm, returnCard, returnModal, reviewModal } from './controls.ts';
import { phrases } from './phrases.ts';
import type { Registration, Window } from './queries.ts';
import { closingDay, type Shown, standing, subjectName, titleLines } from './standing.ts';

const REASON_FIELD = 'reason';

/** The card by which a head confirms or returns one revision; redrawn when that is settled or replaced. */
export function confirmationCard(
  registration: Registration,
  revision: number,
  confirmers: Confirmers | null,
  shown: Shown,
): NonNullable<Rendered> {
  const say = phrases[shown.language];
  const about = { name: subjectName(registration), year: registration.year };
  if (registration.revision !== revision || registration.state !== 'submitted') {
    return {
      text: say.cardSettledText(about),
      blocks: [
        ...describe(registration, revision, shown),
        context(how(registration, revision, shown)),
      ],
    };
  }
  const value = { registrationId: registration.id, revision };
  return {
    text: say.cardText(about),
    blocks: [
      ...describe(registration, revision, shown),
      ...(confirmers?.role === 'secretary' ? [context(say.toSecretary)] : []),
      actions(
        'titles.card',
        confirmCard.button(say.confirm, value, { style: 'primary' }),
        returnCard.button(say.giveBack, value),
      ),
    ],
  };
}

/** How a card's revision stands now, for one who presses late. */
export function lateAnswer(registration: Registration, revision: number, shown: Shown): string {
  const say = phrases[shown.language];
  return `${how(registration, revision, shown)} ${say.nothingMore}`;
}

/** The card in a modal, for one who comes from Home. */
export function reviewView(registration: Registration, shown: Shown): ModalView {
  const say = phrases[shown.language];
  const { id: registrationId, revision } = registration;
  return reviewModal.view({
    title: say.reviewTitle,
    metadata: { registrationId, revision },
    submit: say.confirm,
    close: say.close,
    blocks: [
      ...describe(registration, revision, shown),
      actions('titles.card', returnCard.button(say.giveBack, { registrationId, revision })),
    ],
  });
}

/** Asks for the reason of a return. `closed`: the window in which it could be amended is over. */
export function returnView(
  registration: Registration,
  revision: number,
  closed: Window | null,
  shown: Shown,
): ModalView {
  const say = phrases[shown.language];
  const about = { name: subjectName(registration), year: registration.year };
  return returnModal.view({
    title: say.returnTitle,
    metadata: { registrationId: registration.id, revision },
    submit: say.giveBack,
    close: say.cancel,
    blocks: [
      section(say.returnOf(about)),
      ...(closed ? [section(say.windowClosedOnReturn({ closes: closingDay(closed) }))] : []),
      input(
        REASON_FIELD,
        say.reasonLabel,
        {
          type: 'plain_text_input',
          multiline: true,
          max_length: 1000,
          placeholder: { type: 'plain_text', text: say.reasonPlaceholder },
        },
        { hint: say.reasonHint },
      ),
    ],
  });
}

/** Tells the one who filed it that a registration was confirmed or returned. */
export function settledNews(
  registration: Registration,
  window: { window: Window; open: boolean } | null,
  shown: Shown,
): NonNullable<Rendered> {
  const say = phrases[shown.language];
  const { year, subject, titles, state, returnReason } = registration;
  const about = {
    name: escapeText(registration.settledByName ?? ''),
    year,
    subject: subjectName(registration),
  };
  if (state !== 'returned') {
    const text = say.newsConfirmed(about);
    return { text, blocks: [section(`${text}\n${titleLines(titles, shown)}`)] };
  }
  const text = say.newsReturned(about);
  const unitId = subject.kind === 'person' ? null : subject.unitId;
  const closes = window ? { closes: closingDay(window.window) } : null;
  const next = closes && (window?.open ? say.amendNow(closes) : say.amendTooLate(closes));
  return {
    text,
    blocks: [
      section(text),
      quote(returnReason ?? ''),
      ...(next ? [section(next)] : []),
      ...(window?.open
        ? [
            actions(
              'titles.amend',
              openForm.button(say.amend, { unitId, year, titles: [] }, { style: 'primary' }),
            ),
          ]
        : []),
    ],
  };
}

/** Tells who had confirmed a registration that it was taken back. */
export function withdrawnNews(registration: Registration, shown: Shown): NonNullable<Rendered> {
  const say = phrases[shown.language];
  const { year, filedByName, filedAt } = registration;
  const text = say.newsWithdrawn({
    name: escapeText(filedByName),
    subject: subjectName(registration),
    year,
    when: slackInstant(filedAt, shown.zone),
  });
  return { text, blocks: [section(text)] };
}

/** Tells a person, or the heads of a unit, what was registered for them after the window closed. */
export function lateNews(registration: Registration, shown: Shown): NonNullable<Rendered> {
  const say = phrases[shown.language];
  const { year, titles, filedByName, lateReason } = registration;
  const about = { name: escapeText(filedByName), year, subject: subjectName(registration) };
  const text = say.newsFiledLate(about);
  return {
    text,
    blocks: [
      section(`${text}
${titleLines(titles, shown)}`),
      quote(lateReason ?? ''),
    ],
  };
}

function describe(registration: Registration, revision: number, shown: Shown): KnownBlock[] {
  const say = phrases[shown.language];
  const { subject, titles, year, filedAt } = registration;
  const current = registration.revision === revision;
  const who =
    subject.kind === 'person'
      ? [subject.position, subject.unitName].filter((part) => part !== '').join(', ')
      : say.filedFor({ name: registration.filedByName });
  // The titles of a revision that was replaced are gone; its card says only whose it was.
  const heading = current
    ? `\n*${say.cardHeading({ count: titles.length, year })}*\n${titleLines(titles, shown)}`
    : '';
  const details = [
    say.sentAt({ when: slackInstant(filedAt, shown.zone) }),
    ...(revision > 1 ? [say.amendment({ number: revision - 1 })] : []),
  ];
  return [
    section(`*${subjectName(registration)}*\n${escapeText(who)}${heading}`),
    ...(current ? [context(details.join(' · '))] : []),
  ];
}

function how(registration: Registration, revision: number, shown: Shown): string {
  const say = phrases[shown.language];
  if (registration.state === 'withdrawn') return `${standing(registration, null, shown, true)}.`;
  if (registration.revision !== revision) {
    return `${say.outdated({ when: slackInstant(registration.filedAt, shown.zone) })}.`;
  }
  const reason = registration.returnReason;
  const told = `${standing(registration, null, shown, true)}.`;
  return reason === null ? told : `${told} ${say.reasonLabel}: ${escapeText(reason)}`;
}
