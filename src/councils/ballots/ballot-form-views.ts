import type { ModalView } from '@slack/types';
import { outcomeLine } from '../../initiatives/scoring/score-line.ts';
import { scoringPhrases } from '../../initiatives/scoring/scoring-phrases.ts';
import type { StandingOutcome } from '../../initiatives/scoring/scoring-queries.ts';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import { context, escapeText, input, option, readingModal, section } from '../../slack/blocks.ts';
import type { NameJudgements } from '../names/judge-names.ts';
import { judgedAtBlocks, nameBlock } from '../names/name-views.ts';
import { type Exclusion, SMALLEST_SECRET_BALLOT } from '../rules.ts';
import type { Item } from '../sittings/agenda-items.ts';
import { itemTitled } from '../sittings/item-name.ts';
import { sittingPhrases as phrases } from '../sittings/sitting-phrases.ts';
import { ballotModal, opinionModal } from './controls.ts';
import type { SittingTime } from './deadline.ts';
import { excludedLines } from './exclusion-views.ts';
import { phrases as ballotPhrases } from './phrases.ts';

/** Whom a view of councils is drawn for. */
export interface Reader {
  language: Language;
  zone: string;
  /** Outcomes of scorings that the reader may read, by the initiative's id. */
  scores?: ReadonlyMap<string, StandingOutcome>;
  /** Items about which the reader is in conflict. */
  barred?: ReadonlySet<string>;
}

export function openBallotView(
  content: {
    agendaItemId: string;
    item: Item;
    beingScored: boolean;
    /** How who is nominated stands with the title. */
    judgements: NameJudgements;
    members: readonly { name: string; excluded: Exclusion | null }[];
    quorum: number;
    needed: number;
    /** Members who may vote and are there. */
    there: number;
    inChairsPlace: { name: string | null } | null;
    methods: readonly ('open' | 'secret')[];
    time: SittingTime;
    /** The sitting holds what its ballots give. */
    holdsResults: boolean;
    closesAt: Date;
  },
  { language, scores, zone }: Reader,
  rulebook: Rulebook,
): ModalView {
  const p = phrases[language];
  const { initiative } = content.item;
  const score = initiative ? scores?.get(initiative.id) : undefined;
  const barred = content.members.filter((member) => member.excluded);
  const entitled = content.members.length - barred.length;
  const labels = {
    open: ballotPhrases[language].methodOpen,
    secret: ballotPhrases[language].methodSecret,
  };
  const methods = content.methods.map((method) => option(labels[method], method));
  const [first] = methods;
  const { quorum, needed, members } = content;
  const shown = { language, zone, rulebook };
  return ballotModal.view({
    title: p.openBallotTitle,
    metadata: { agendaItemId: content.agendaItemId },
    submit: p.openBallot,
    close: p.cancel,
    blocks: [
      nameBlock(itemTitled(content.item), content.agendaItemId, content.judgements, shown),
      ...judgedAtBlocks(content.judgements, shown),
      ...(score ? [section(outcomeLine(score, language))] : []),
      ...(content.beingScored ? [section(scoringPhrases[language].voteBeforeOutcome)] : []),
      section(p.prospect({ total: members.length, entitled, quorum, needed })),
      ...(content.there < entitled
        ? [section(p.notThere({ count: entitled - content.there }))]
        : []),
      ...(content.there < quorum ? [section(p.tooFewThere({ there: content.there, quorum }))] : []),
      ...beforehand(content, { language, zone }).map((line) => section(line)),
      ...excludedLines(barred, { inPrivate: true, language }).map((line) => context(line)),
      ...(content.inChairsPlace ? [context(placeOfChair(content.inChairsPlace, language))] : []),
      input('method', ballotPhrases[language].methodLabel, {
        type: 'radio_buttons',
        options: methods,
        ...(first ? { initial_option: first } : {}),
      }),
      ...(entitled < SMALLEST_SECRET_BALLOT ? [context(p.tooSmallForSecret)] : []),
      input(
        'closesAt',
        ballotPhrases[language].deadline,
        {
          type: 'datetimepicker',
          initial_date_time: Math.floor(content.closesAt.getTime() / 1000),
        },
        { hint: p.closesAtHint[content.holdsResults ? 'held' : 'told'] },
      ),
    ],
  });
}

/** That a vote would open before the sitting has begun, or before its roll is called, or called of everybody. */
export function beforehand(
  { time }: { time: SittingTime },
  { language, zone }: Pick<Reader, 'language' | 'zone'>,
): string[] {
  const p = phrases[language];
  const before = time.begun
    ? p.beforeRollCall
    : p.beforeStart({ start: formatInstant(time.startsAt, zone) });
  return [
    ...(time.begun && time.rollCalled ? [] : [before]),
    ...(time.uncalled.length > 0
      ? [p.uncalled({ names: time.uncalled.map(escapeText).join(', ') })]
      : []),
  ];
}

function placeOfChair({ name }: { name: string | null }, language: Language): string {
  const { inChairsPlace, nobodyInChairsPlace } = ballotPhrases[language];
  return name === null ? nobodyInChairsPlace : inChairsPlace({ name: escapeText(name) });
}

export function opinionView(
  { ballotId, item }: { ballotId: string; item: Item },
  { language }: Pick<Reader, 'language'>,
): ModalView {
  return opinionModal.view({
    title: ballotPhrases[language].opinionTitle,
    metadata: { ballotId },
    submit: ballotPhrases[language].castIt,
    close: ballotPhrases[language].goBack,
    blocks: [
      section(`${itemTitled(item)}\n${ballotPhrases[language].voteIsFinal}`),
      input(
        'opinion',
        ballotPhrases[language].opinionLabel,
        { type: 'plain_text_input', multiline: true, max_length: 2000 },
        { hint: ballotPhrases[language].opinionHint },
      ),
    ],
  });
}

export function receiptsView(
  receipts: readonly string[],
  { language }: Pick<Reader, 'language'>,
): ModalView {
  const p = phrases[language];
  return readingModal({ title: ballotPhrases[language].receipts, close: p.close }, [
    section(ballotPhrases[language].receiptsIntro({ count: receipts.length })),
    ...(receipts.length > 0
      ? [section(receipts.map((receipt) => `\`${receipt}\``).join('\n'))]
      : []),
  ]);
}
