import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../jobs/kinds.ts';
import type { Language } from '../kernel/language.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  input,
  quote,
  readingModal,
  section,
} from '../slack/blocks.ts';
import { phrases } from './access-phrases.ts';
import type { AccessRequest } from './access-queries.ts';
import {
  askAccess,
  matchModal,
  openMatch,
  openRefusal,
  refusalModal,
  UNMATCHED_PERSON,
} from './controls.ts';

/** So many administrators are named to somebody who asks whom to ask. */
const NAMED = 3;

type Asking = Pick<AccessRequest, 'id' | 'slackUserId' | 'fullName' | 'email'>;

/** What somebody reads whom nobody of the list is matched to: whom to ask, and a button that asks. */
export function strangerAnswer(
  administrators: readonly { fullName: string; slackUserId: string | null }[],
  language: Language,
): { text: string; blocks: KnownBlock[] } {
  const say = phrases[language];
  const named = administrators.slice(0, NAMED);
  const tell = (names: readonly string[]) =>
    [
      say.stranger,
      names.length > 0 ? say.whomToAsk({ names: names.join(', ') }) : say.nobodyToAsk,
    ].join(' ');
  const mentions = named.map(({ fullName, slackUserId }) =>
    slackUserId ? mention(slackUserId) : escapeText(fullName),
  );
  return {
    text: tell(named.map(({ fullName }) => fullName)),
    blocks: [
      section(tell(mentions)),
      actions('people.access', askAccess.button(say.ask, {}, { style: 'primary' })),
    ],
  };
}

/** An administrator's card: who asks, and what became of it. */
export function accessCard(request: AccessRequest, language: Language): NonNullable<Rendered> {
  const say = phrases[language];
  const { id, slackUserId, state, matchedName, settledByName, refusalReason } = request;
  const by = escapeText(settledByName ?? '');
  // By e-mail they may have been matched meanwhile, with nobody's doing.
  const person = escapeText(matchedName ?? '');
  const outcome: KnownBlock[] =
    state === 'refused'
      ? [section(say.settledRefused({ by, reason: escapeText(refusalReason ?? '') }))]
      : person
        ? [section(say.settledMatched({ person, by }))]
        : [
            context(say.requestAdvice),
            actions(
              'people.access_answer',
              openMatch.button(say.match, { slackUserId }, { style: 'primary' }),
              openRefusal.button(say.refuse, { requestId: id }),
            ),
          ];
  return {
    text: say.requestText({ name: request.fullName }),
    blocks: [section(requestLine(request, language)), ...outcome],
  };
}

export function matchFormView(
  form: {
    /** Whose account it is; null: to be chosen. */
    account: { slackUserId: string } | null;
    waiting: { total: number; first: readonly Asking[] };
  },
  language: Language,
): ModalView {
  const say = phrases[language];
  const { account, waiting } = form;
  return matchModal.view({
    title: say.matchTitle,
    metadata: { slackUserId: account?.slackUserId ?? null },
    submit: say.matchSubmit,
    close: say.cancel,
    blocks: [
      account
        ? section(`*${say.account}*\n${mention(account.slackUserId)}`)
        : input('slackUser', say.account, { type: 'users_select' }),
      input(
        UNMATCHED_PERSON,
        say.staff,
        { type: 'external_select', min_query_length: 0 },
        { hint: say.staffHint },
      ),
      context(say.requestAdvice),
      ...(waiting.total > 0
        ? [divider, section(say.waiting({ count: waiting.total })), ...waiting.first.map(asking)]
        : []),
    ],
  });

  function asking(one: Asking): KnownBlock {
    const button = openMatch.button(say.matchSubmit, { slackUserId: one.slackUserId });
    return section(requestLine(one, language), button);
  }
}

export function refusalFormView(requestId: string, language: Language): ModalView {
  const say = phrases[language];
  return refusalModal.view({
    title: say.refuseTitle,
    metadata: { requestId },
    submit: say.refuse,
    close: say.cancel,
    blocks: [
      input(
        'reason',
        say.reason,
        { type: 'plain_text_input', multiline: true, max_length: 500 },
        { hint: say.reasonHint },
      ),
    ],
  });
}

export function matchedView(
  { slackUserId, fullName }: { slackUserId: string; fullName: string },
  language: Language,
): ModalView {
  const person = escapeText(fullName);
  return notice(phrases[language].matchDone({ mention: mention(slackUserId), person }), language);
}

export function refusedView(language: Language): ModalView {
  return notice(phrases[language].refuseDone, language);
}

export function matchedNews(
  person: { fullName: string; unitName: string },
  language: Language,
): NonNullable<Rendered> {
  const about = { person: escapeText(person.fullName), unit: escapeText(person.unitName) };
  const text = phrases[language].newsMatched(about);
  return { text, blocks: [section(text)] };
}

export function refusedNews(reason: string, language: Language): NonNullable<Rendered> {
  const text = phrases[language].newsRefused;
  return { text, blocks: [section(text), quote(reason)] };
}

function notice(text: string, language: Language): ModalView {
  const say = phrases[language];
  // A list under it shows who waits no more.
  return {
    ...readingModal({ title: say.matchTitle, close: say.close }, [section(text)]),
    clear_on_close: true,
  };
}

function requestLine({ slackUserId, fullName, email }: Asking, language: Language): string {
  const say = phrases[language];
  return say.requestLine({
    mention: mention(slackUserId),
    name: escapeText(clip(fullName, 200)),
    email: email ? escapeText(clip(email, 200)) : say.noEmail,
  });
}

function mention(slackUserId: string): string {
  return `<@${slackUserId}>`;
}
