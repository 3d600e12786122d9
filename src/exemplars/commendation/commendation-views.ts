import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  actions,
  context,
  divider,
  escapeText,
  header,
  input,
  option,
  plain,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { phrases } from '../phrases.ts';
import type { ExemplarFile, Subject } from '../queries.ts';
import { declineButton, declineModal, proposeModal, takeButton } from './commendation-controls.ts';
import { commendationPhrases } from './commendation-phrases.ts';
import type { Proposal } from './commendation-queries.ts';

const FORMS = ['certificate', 'letter', 'merit'] as const;
const GROUNDS = ['outstanding', 'head_discovered', 'political_task'] as const;

/** The form in which a commendation is proposed. */
export function proposeView(
  form: { proposalId: string; file: ExemplarFile; subjects: readonly Subject[] },
  language: Language,
): ModalView {
  const say = commendationPhrases[language];
  const { proposalId, file, subjects } = form;
  const people = subjects.map(({ id, name, unitName, personId }) =>
    option(personId === null ? name : `${name} – ${unitName}`, id),
  );
  const [only] = people;
  const placeholder = plain(say.choose);
  return proposeModal.view({
    title: say.title,
    submit: say.send,
    close: phrases[language].notNow,
    metadata: { proposalId, exemplarId: file.id },
    blocks: [
      section(say.about({ number: file.number })),
      input('subject', say.subject, {
        type: 'static_select',
        options: people,
        placeholder,
        ...(only && people.length === 1 ? { initial_option: only } : {}),
      }),
      input('form', say.formLabel, {
        type: 'static_select',
        placeholder,
        options: FORMS.map((one) => option(say.form(one), one)),
      }),
      input('ground', say.groundLabel, {
        type: 'static_select',
        placeholder,
        options: GROUNDS.map((one) => option(say.ground(one), one)),
      }),
      input('summary', say.summary, {
        type: 'plain_text_input',
        multiline: true,
        max_length: 2_000,
        initial_value: `${file.deed}\n\n${file.result}`.slice(0, 2_000),
      }),
    ],
  });
}

export function proposedView(happened: boolean, language: Language): ModalView {
  const say = commendationPhrases[language];
  const view = readingModal({ title: say.title, close: phrases[language].close }, [
    section(happened ? say.sent : say.sentBefore),
  ]);
  return { ...view, clear_on_close: true };
}

/** To the secretary; with the answer once there is one. */
export function proposalMessage(
  proposal: Proposal,
  zone: string,
  language: Language,
): NonNullable<Rendered> {
  const say = commendationPhrases[language];
  const { form, name, summary } = proposal;
  const value = { proposalId: proposal.id };
  return {
    text: say.cardText({ form: say.form(form), name: escapeText(name) }),
    blocks: [
      header(say.cardHeading),
      section(proposalLine(proposal, language)),
      quote(summary),
      ...settledBlocks(proposal, zone, language),
      ...(proposal.state === 'proposed'
        ? [
            actions(
              'proposal',
              takeButton.button(say.take, value, { style: 'primary' }),
              declineButton.button(say.decline, value),
            ),
          ]
        : []),
    ],
  };
}

/** One proposal in a list, with its state. */
export function proposalLine(proposal: Proposal, language: Language): string {
  const say = commendationPhrases[language];
  return say.line({
    form: say.form(proposal.form),
    name: escapeText(proposal.name),
    unit: escapeText(proposal.unitName),
    ground: say.ground(proposal.ground),
    number: proposal.number,
    by: escapeText(proposal.proposedByName),
  });
}

function settledBlocks(proposal: Proposal, zone: string, language: Language): KnownBlock[] {
  const { state, settledAt, settledByName, declineReason } = proposal;
  if (settledAt === null) return [];
  const say = commendationPhrases[language];
  const by = escapeText(settledByName ?? '');
  const line = say.settledLine({ state: say.state(state), by, at: formatInstant(settledAt, zone) });
  return [section(line), ...(declineReason === null ? [] : [quote(declineReason)])];
}

/** To the proposer. */
export function settledMessage(
  proposal: Proposal,
  zone: string,
  language: Language,
): NonNullable<Rendered> {
  const say = commendationPhrases[language];
  const { form, name, state } = proposal;
  const text = say.settledText({
    form: say.form(form),
    name: escapeText(name),
    state: say.state(state),
  });
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...settledBlocks(proposal, zone, language),
      ...(state === 'taken' ? [context(say.takenNext)] : []),
    ],
  };
}

export function declineView(proposal: Proposal, language: Language): ModalView {
  const say = commendationPhrases[language];
  return declineModal.view({
    title: say.decline,
    submit: say.declineSend,
    close: phrases[language].notNow,
    metadata: { proposalId: proposal.id },
    blocks: [
      section(proposalLine(proposal, language)),
      input(
        'reason',
        say.declineReason,
        { type: 'plain_text_input', multiline: true, max_length: 500 },
        { hint: say.declineHint },
      ),
    ],
  });
}

/** What waits for the secretary, on Home. */
export function proposalsHome(
  { shown, total }: { shown: readonly Proposal[]; total: number },
  language: Language,
): KnownBlock[] {
  if (total === 0) return [];
  const say = commendationPhrases[language];
  return [
    divider,
    section(say.home({ count: total })),
    ...shown.flatMap((proposal) => [
      section(proposalLine(proposal, language)),
      actions(
        `proposal_${proposal.id}`,
        takeButton.button(say.take, { proposalId: proposal.id }),
        declineButton.button(say.decline, { proposalId: proposal.id }),
      ),
    ]),
  ];
}
