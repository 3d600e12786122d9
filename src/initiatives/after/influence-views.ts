import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { InfluenceState } from '../../database/generated/enums.ts';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
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
import { LONG_TEXT } from '../intake/draft-content.ts';
import { summaryButton } from './adoption-controls.ts';
import { afterPhrases } from './after-phrases.ts';
import {
  answerInfluenceModal,
  type INFLUENCE_LEVELS,
  influenceRecognisedButton,
  influenceRefusedButton,
  proposeInfluenceModal,
  sendInfluenceButton,
  sendInfluenceModal,
  withdrawInfluenceButton,
  withdrawInfluenceModal,
} from './influence-controls.ts';
import { influencePhrases } from './influence-phrases.ts';
import type { Evidence, InfluenceRequest } from './influence-queries.ts';

const UNITS_NAMED = 10;
/** Requests shown one under the other, newest first. */
const SHOWN = 6;
/** Slack counts all the text of a message's blocks together. */
const EXCERPT = 2000;

/** The form in which a level is asked for, with the figures that will be kept with the request. */
export function proposeInfluenceView(
  form: {
    requestId: string;
    initiative: { id: string; number: string; title: string };
    evidence: Evidence;
    /** Those that are neither recognised nor asked for. */
    levels: readonly (typeof INFLUENCE_LEVELS)[number][];
  },
  language: Language,
): ModalView {
  const say = influencePhrases[language];
  const { requestId, initiative, evidence } = form;
  const options = form.levels.map((level) => option(say.levelOption(level), level));
  const [first] = options;
  return proposeInfluenceModal.view({
    title: say.proposeTitle,
    submit: say.proposeSubmit,
    close: say.cancel,
    metadata: { requestId, initiativeId: initiative.id },
    blocks: [
      section(say.about({ number: initiative.number, title: escapeText(initiative.title) })),
      section(figures(evidence, language)),
      context(say.figuresKept, say.law),
      input('level', say.levelLabel, {
        type: 'static_select',
        options,
        ...(first ? { initial_option: first } : {}),
      }),
      input('influence', say.influence, paragraph, { hint: say.influenceHint }),
      input('documents', say.documents, paragraph, { hint: say.documentsHint, optional: true }),
      input(
        'addressee',
        say.addressee,
        { type: 'plain_text_input', max_length: 200 },
        { hint: say.addresseeHint },
      ),
    ],
  });
}

const paragraph = {
  type: 'plain_text_input',
  multiline: true,
  max_length: LONG_TEXT,
} as const;

/** The requests of an initiative in its summary, for those who may read them. */
export function influenceBlocks(
  requests: readonly InfluenceRequest[],
  reader: { secretary: boolean; zone: string },
  language: Language,
): KnownBlock[] {
  if (requests.length === 0) return [];
  return [
    divider,
    section(`*${influencePhrases[language].heading}*`),
    ...requests
      .slice(0, SHOWN)
      .flatMap((request) => [
        section(historyOf(request, reader.zone, language)),
        ...(request.reason ? [quote(request.reason)] : []),
        ...(reader.secretary ? stepButtons(request, language) : []),
      ]),
  ];
}

/** A request as it stands, after something was recorded. */
export function influenceView(
  request: InfluenceRequest,
  reader: { zone: string; lead: string },
  language: Language,
): ModalView {
  const say = influencePhrases[language];
  return readingModal({ title: say.proposeTitle, close: say.close }, [
    section(reader.lead),
    ...requestBlocks(request, reader.zone, language),
  ]);
}

/** The secretary's card, with the steps that can be recorded now. */
export function influenceCardMessage(
  request: InfluenceRequest,
  zone: string,
  language: Language,
): { text: string; blocks: KnownBlock[] } {
  const say = influencePhrases[language];
  return {
    text: say.cardText(aboutRequest(request)),
    blocks: [
      header(say.cardTitle),
      ...requestBlocks(request, zone, language),
      ...stepButtons(request, language),
    ],
  };
}

/** What the authors read of a step. */
export function influenceNewsMessage(
  request: InfluenceRequest,
  state: InfluenceState,
  zone: string,
  language: Language,
): { text: string; blocks: KnownBlock[] } {
  const say = influencePhrases[language];
  const { number, title } = aboutRequest(request);
  return {
    text: `${say.newsTitle(state)}: ${number} – ${title}`,
    blocks: [
      header(say.newsTitle(state)),
      section(say.about({ number, title })),
      section(historyOf(request, zone, language)),
      ...(request.reason ? [quote(request.reason)] : []),
      actions(
        'summary',
        summaryButton.button(afterPhrases[language].viewSummary, {
          initiativeId: request.initiativeId,
        }),
      ),
    ],
  };
}

function requestBlocks(request: InfluenceRequest, zone: string, language: Language): KnownBlock[] {
  const say = influencePhrases[language];
  const { number, title } = aboutRequest(request);
  const { documents, evidence } = request;
  const names = evidence.units.map(({ name }) => escapeText(name));
  return [
    section(say.about({ number, title })),
    ...(request.annulled ? [section(say.annulled)] : []),
    section(historyOf(request, zone, language)),
    ...(request.reason ? [section(`*${say.reasonGiven}*`), quote(request.reason)] : []),
    section(`*${say.influence}*`),
    quote(clip(request.influence, EXCERPT)),
    ...(documents ? [section(`*${say.documents}*`), quote(clip(documents, EXCERPT))] : []),
    section(figures(evidence, language)),
    ...(names.length > 0
      ? [
          context(
            say.unitsThen({
              names: names.slice(0, UNITS_NAMED),
              more: Math.max(0, names.length - UNITS_NAMED),
            }),
          ),
        ]
      : []),
    context(say.law),
  ];
}

/** The state, and each step with its paper. */
function historyOf(request: InfluenceRequest, zone: string, language: Language): string {
  const say = influencePhrases[language];
  const { level, state, dispatchNumber, dispatchedOn, answerNumber, answeredOn } = request;
  const stands = state === 'recognised' && request.annulled ? say.recognisedThen : say.state(state);
  const steps = [
    say.line({ level, state: stands }),
    say.stepProposed({
      by: escapeText(request.proposedByName),
      on: formatInstant(request.proposedAt, zone),
      addressee: escapeText(request.addressee),
    }),
  ];
  if (dispatchNumber && dispatchedOn)
    steps.push(say.stepSent({ number: escapeText(dispatchNumber), on: dispatchedOn }));
  if (answerNumber && answeredOn) {
    const paper = { number: escapeText(answerNumber), on: answeredOn };
    steps.push(
      state === 'recognised'
        ? say.stepRecognised({ ...paper, signatory: escapeText(request.signatory ?? '') })
        : say.stepRefused(paper),
    );
  }
  return steps.join('\n');
}

function stepButtons(request: InfluenceRequest, language: Language): KnownBlock[] {
  const say = influencePhrases[language];
  const { id: requestId, state, annulled } = request;
  const value = { requestId };
  const withdraw = withdrawInfluenceButton.button(say.withdraw, value);
  const buttons: Button[] = [];
  if (state === 'proposed') {
    if (!annulled) buttons.push(sendInfluenceButton.button(say.send, value, { style: 'primary' }));
    buttons.push(withdraw);
  }
  if (state === 'sent') {
    if (!annulled) buttons.push(influenceRecognisedButton.button(say.recognise, value));
    buttons.push(influenceRefusedButton.button(say.refuse, value), withdraw);
  }
  return buttons.length > 0 ? [actions(`influence_${requestId}`, ...buttons)] : [];
}

export function sendInfluenceView(
  request: InfluenceRequest,
  today: Day,
  language: Language,
): ModalView {
  const say = influencePhrases[language];
  return sendInfluenceModal.view({
    title: say.sendTitle,
    submit: say.record,
    close: say.cancel,
    metadata: { requestId: request.id },
    blocks: [
      section(lead(request, language)),
      input('number', say.dispatchNumber, {
        type: 'plain_text_input',
        max_length: 100,
        placeholder: plain(say.dispatchExample),
      }),
      input('dispatchedOn', say.dispatchedOn, { type: 'datepicker', initial_date: today }),
    ],
  });
}

export function answerInfluenceView(
  request: InfluenceRequest,
  state: 'recognised' | 'not_recognised',
  today: Day,
  language: Language,
): ModalView {
  const say = influencePhrases[language];
  const recognised = state === 'recognised';
  return answerInfluenceModal.view({
    title: recognised ? say.recogniseTitle : say.refuseTitle,
    submit: say.record,
    close: say.cancel,
    metadata: { requestId: request.id, state },
    blocks: [
      section(lead(request, language)),
      input('number', recognised ? say.decisionNumber : say.answerNumber, {
        type: 'plain_text_input',
        max_length: 100,
      }),
      input('answeredOn', say.answeredOn, { type: 'datepicker', initial_date: today }),
      recognised
        ? input(
            'signatory',
            say.signatory,
            { type: 'plain_text_input', max_length: 200 },
            { hint: say.signatoryHint },
          )
        : input('reason', say.reason, paragraph, { hint: say.reasonHint }),
    ],
  });
}

export function withdrawInfluenceView(request: InfluenceRequest, language: Language): ModalView {
  const say = influencePhrases[language];
  return withdrawInfluenceModal.view({
    title: say.withdrawTitle,
    submit: say.withdraw,
    close: say.cancel,
    metadata: { requestId: request.id },
    blocks: [
      section(lead(request, language)),
      input('reason', say.reason, paragraph, { hint: say.reasonHint }),
    ],
  });
}

/** The part of a secretary's Home; nothing when nothing waits. */
export function influenceHomeBlocks(count: number, language: Language): KnownBlock[] {
  return count === 0 ? [] : [section(influencePhrases[language].home({ count }))];
}

function lead(request: InfluenceRequest, language: Language): string {
  const say = influencePhrases[language];
  const state = say.state(request.state);
  return `${say.about(aboutRequest(request))}\n${say.line({ level: request.level, state })}`;
}

function figures({ on, units, reported, hours, dong }: Evidence, language: Language): string {
  const known = { on, units: units.length, reported, hours: BigInt(hours), dong: BigInt(dong) };
  return influencePhrases[language].figures(known);
}

function aboutRequest(request: InfluenceRequest) {
  const { initiativeNumber: number, initiativeTitle, level } = request;
  return { number, title: escapeText(initiativeTitle), level };
}
