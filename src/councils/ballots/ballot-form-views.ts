import type { ModalView } from '@slack/types';
import { outcomeLine } from '../../initiatives/scoring/score-line.ts';
import { scoringPhrases } from '../../initiatives/scoring/scoring-phrases.ts';
import type { StandingOutcome } from '../../initiatives/scoring/scoring-queries.ts';
import type { Language } from '../../kernel/language.ts';
import {
  clip,
  context,
  escapeText,
  inParts,
  input,
  option,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { type Exclusion, SMALLEST_SECRET_BALLOT } from '../rules.ts';
import { sheetPhrases } from '../sheets/sheet-phrases.ts';
import type { Item } from '../sittings/agenda-items.ts';
import { sittingPhrases as phrases } from '../sittings/sitting-phrases.ts';
import type { AgendaLine } from '../sittings/sitting-queries.ts';
import { ballotModal, opinionModal, sheetModal } from './controls.ts';
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

export function openSheetView(
  form: {
    sittingId: string;
    itemKey: string;
    year: number;
    lines: readonly AgendaLine[];
    excluded: readonly { name: string; excluded: Exclusion }[];
    methods: readonly ('open' | 'secret')[];
    closesAt: Date;
  },
  language: Language,
): ModalView {
  const p = phrases[language];
  const { sittingId, itemKey, year, lines, methods, closesAt } = form;
  const labels = {
    open: ballotPhrases[language].methodOpen,
    secret: ballotPhrases[language].methodSecret,
  };
  const options = methods.map((method) => option(labels[method], method));
  const [first] = options;
  return sheetModal.view({
    title: p.openBallotTitle,
    metadata: { sittingId, itemKey, year },
    submit: p.openBallot,
    close: p.cancel,
    blocks: [
      section(
        `*${lines[0]?.item.number ?? ''}* · ${sheetPhrases[language].groupLine({ count: lines.length })}`,
      ),
      ...inParts(
        lines.map(({ item }, index) => `${index + 1}. ${escapeText(clip(item.title, 80))}`),
        30,
      ).map((part) => context(part.join('\n'))),
      ...excludedLines(form.excluded, { inPrivate: true, language }).map((line) => context(line)),
      input('method', ballotPhrases[language].methodLabel, {
        type: 'radio_buttons',
        options,
        ...(first ? { initial_option: first } : {}),
      }),
      input(
        'closesAt',
        ballotPhrases[language].deadline,
        {
          type: 'datetimepicker',
          initial_date_time: Math.floor(closesAt.getTime() / 1000),
        },
        { hint: p.closesAtHint },
      ),
    ],
  });
}

export function sheetOpenedView(opened: { count: number }, language: Language): ModalView {
  const p = phrases[language];
  return {
    ...readingModal({ title: p.openBallotTitle, close: p.close }, [
      section(sheetPhrases[language].sheetOpened(opened)),
    ]),
    clear_on_close: true,
  };
}

export function openBallotView(
  content: {
    agendaItemId: string;
    item: Item;
    beingScored: boolean;
    members: readonly { name: string; excluded: Exclusion | null }[];
    quorum: number;
    needed: number;
    inChairsPlace: { name: string | null } | null;
    methods: readonly ('open' | 'secret')[];
    closesAt: Date;
  },
  { language, scores }: Reader,
): ModalView {
  const p = phrases[language];
  const { number, title, initiative } = content.item;
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
  return ballotModal.view({
    title: p.openBallotTitle,
    metadata: { agendaItemId: content.agendaItemId },
    submit: p.openBallot,
    close: p.cancel,
    blocks: [
      section(`*${number}* – ${escapeText(title)}`),
      ...(score ? [section(outcomeLine(score, language))] : []),
      ...(content.beingScored ? [section(scoringPhrases[language].voteBeforeOutcome)] : []),
      section(p.prospect({ total: members.length, entitled, quorum, needed })),
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
        { hint: p.closesAtHint },
      ),
    ],
  });
}

function placeOfChair({ name }: { name: string | null }, language: Language): string {
  const { inChairsPlace, nobodyInChairsPlace } = ballotPhrases[language];
  return name === null ? nobodyInChairsPlace : inChairsPlace({ name: escapeText(name) });
}

export function opinionView(
  { ballotId, number, title }: { ballotId: string; number: string; title: string },
  { language }: Pick<Reader, 'language'>,
): ModalView {
  return opinionModal.view({
    title: ballotPhrases[language].opinionTitle,
    metadata: { ballotId },
    submit: ballotPhrases[language].castIt,
    close: ballotPhrases[language].goBack,
    blocks: [
      section(
        `*${escapeText(number)}* – ${escapeText(title)}\n${ballotPhrases[language].voteIsFinal}`,
      ),
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
