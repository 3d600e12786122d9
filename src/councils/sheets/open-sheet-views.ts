import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { explainGrounds } from '../../rulebook/explain.ts';
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
import { beforehand } from '../ballots/ballot-form-views.ts';
import { sheetModal } from '../ballots/controls.ts';
import type { SittingTime } from '../ballots/deadline.ts';
import { excludedLines } from '../ballots/exclusion-views.ts';
import { phrases as ballotPhrases } from '../ballots/phrases.ts';
import type { NameJudgements } from '../names/judge-names.ts';
import { namePhrases } from '../names/name-phrases.ts';
import {
  briefLine,
  judgedAtBlocks,
  type NameShown,
  nameBlock,
  standingCounts,
} from '../names/name-views.ts';
import type { Exclusion } from '../rules.ts';
import { sittingPhrases as phrases } from '../sittings/sitting-phrases.ts';
import type { AgendaLine } from '../sittings/sitting-queries.ts';
import { yearsToCome } from '../sittings/sitting-views.ts';
import { sheetPhrases } from './sheet-phrases.ts';

/** Names to be weighed that have a block and a button of their own; an agenda has 500, a form a hundred blocks. */
const WEIGHED_SHOWN = 40;
/** Lines of names in one block of 3,000 characters, with how each stands and without. */
const WEIGHED_LINES = 10;
const LINES = 25;

/** The form that opens a sheet: how the names stand first, those that do not meet the conditions by name. */
export function openSheetView(
  form: {
    sittingId: string;
    itemKey: string;
    year: number;
    lines: readonly AgendaLine[];
    /** Not put to the vote, by the organisation's rule. */
    ruledOut: readonly AgendaLine[];
    judgements: NameJudgements;
    excluded: readonly { name: string; excluded: Exclusion }[];
    tooFew: readonly { name: string; there: number; quorum: number }[];
    methods: readonly ('open' | 'secret')[];
    time: SittingTime;
    /** The sitting holds what its ballots give. */
    holdsResults: boolean;
    closesAt: Date;
  },
  shown: NameShown,
): ModalView {
  const { language } = shown;
  const p = phrases[language];
  const { sittingId, itemKey, year, lines, methods, closesAt, judgements } = form;
  const labels = {
    open: ballotPhrases[language].methodOpen,
    secret: ballotPhrases[language].methodSecret,
  };
  const options = methods.map((method) => option(labels[method], method));
  const [first] = options;
  const counts = standingCounts([...judgements.of.values()], shown);
  const about = `*${lines[0]?.item.number ?? ''}* · ${sheetPhrases[language].groupLine({ count: lines.length })}`;
  return sheetModal.view({
    title: p.openBallotTitle,
    metadata: { sittingId, itemKey, year },
    submit: p.openBallot,
    close: p.cancel,
    blocks: [
      section([about, ...(counts ? [counts] : [])].join('\n')),
      ...ruledOutBlocks(form.ruledOut, shown),
      ...namesBlocks(lines, judgements, shown),
      ...judgedAtBlocks(judgements, shown),
      ...tooFewBlocks(form.tooFew, language),
      ...beforehand(form, shown).map((line) => section(line)),
      ...yearsToCome([{ year }], { on: form.time.startsAt, ...shown }),
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
        { hint: p.closesAtHint[form.holdsResults ? 'held' : 'told'] },
      ),
    ],
  });
}

/** Those to be weighed with why, the others by name; each with its place on the agenda. */
function namesBlocks(
  lines: readonly AgendaLine[],
  judgements: NameJudgements,
  shown: NameShown,
): KnownBlock[] {
  const all = lines.map((line, index) => ({
    id: line.id,
    name: `${index + 1}. ${escapeText(clip(line.item.title, 80))}`,
    brief: briefLine(judgements, line.id, shown),
  }));
  const weighed = all.filter(({ brief }) => brief?.warns);
  const others = all.filter(({ brief }) => !brief?.warns);
  return [
    ...(weighed.length > 0
      ? [section(namePhrases[shown.language].toWeigh({ count: weighed.length }))]
      : []),
    ...weighed
      .slice(0, WEIGHED_SHOWN)
      .map(({ id, name }) => nameBlock(`*${name}*`, id, judgements, shown)),
    ...inParts(
      weighed.slice(WEIGHED_SHOWN).map(({ name, brief }) => `${name}: ${brief?.line ?? ''}`),
      WEIGHED_LINES,
    ).map((part) => section(part.join('\n'))),
    ...inParts(
      others.map(({ name, brief }) => (brief ? `${name} ${markOf(brief.line)}` : name)),
      LINES,
    ).map((part) => section(part.join('\n'))),
  ];
}

/** The mark that a judgement begins with. */
function markOf(line: string): string {
  return line.split(' ')[0] ?? '';
}

function ruledOutBlocks(
  ruledOut: readonly AgendaLine[],
  { language, rulebook }: NameShown,
): KnownBlock[] {
  if (ruledOut.length === 0) return [];
  const { source, verified } = rulebook.registration.withoutRegistration;
  const rule = explainGrounds({ id: null, note: null, source, verified }, language);
  const names = ruledOut.map(({ item }) => escapeText(clip(item.title, 80)));
  return [
    section(
      `${namePhrases[language].ruledOut({ count: ruledOut.length, rule: escapeText(rule) })} ${names.join(', ')}`,
    ),
  ];
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

/** Names on which the vote would not be valid, by how many are there for them. */
function tooFewBlocks(
  tooFew: readonly { name: string; there: number; quorum: number }[],
  language: Language,
): KnownBlock[] {
  const alike = new Map<string, { names: string[]; there: number; quorum: number }>();
  for (const { name, there, quorum } of tooFew) {
    const key = `${there} ${quorum}`;
    const names = [...(alike.get(key)?.names ?? []), escapeText(clip(name, 60))];
    alike.set(key, { names, there, quorum });
  }
  return [...alike.values()]
    .slice(0, 5)
    .map(({ names, ...counts }) =>
      section(
        clip(phrases[language].tooFewFor({ names: clip(names.join(', '), 2000), ...counts }), 2900),
      ),
    );
}
