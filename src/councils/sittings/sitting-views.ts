import type { KnownBlock, ModalView } from '@slack/types';
import { sentFilePhrases } from '../../documents/sent-file-phrases.ts';
import { outcomeLine } from '../../initiatives/scoring/score-line.ts';
import type { Rendered } from '../../jobs/kinds.ts';
import { dayIn, slackInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  divider,
  escapeText,
  header,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Reader } from '../ballots/ballot-form-views.ts';
import { openBallotButton, openSheetButton } from '../ballots/controls.ts';
import { exclusionPhrases } from '../ballots/exclusion-phrases.ts';
import { annulledLines } from '../names/annulled-lines.ts';
import { sheetNamesButton } from '../names/name-controls.ts';
import { papersButton } from '../papers/paper-controls.ts';
import { paperPhrases, standingText } from '../papers/paper-phrases.ts';
import { DECIDED_HERE } from '../papers/paper-rules.ts';
import { sheetPhrases } from '../sheets/sheet-phrases.ts';
import { callOffButton, changeSittingButton } from './changes/change-controls.ts';
import { changePhrases } from './changes/change-phrases.ts';
import { standingBlocks } from './changes/change-views.ts';
import { addFilesButton } from './files/file-controls.ts';
import { filePhrases } from './files/file-phrases.ts';
import { sittingPhrases as phrases } from './sitting-phrases.ts';
import type { AgendaLine, SittingPicture } from './sitting-queries.ts';

/** Of what was typed in as an item an agenda shows so much: a section of 3,000 characters tells how it stands, too. */
const LONG_TITLE = 300;

/** The card of a sitting, with a button for each item that awaits its ballot. */
export function sittingCardView(
  sitting: SittingPicture,
  attendance: readonly KnownBlock[],
  reader: Reader,
): Rendered {
  const p = phrases[reader.language];
  const text = `${p.sittingTitle}: ${escapeText(sitting.councilName)}`;
  const blocks = [header(p.sittingTitle), ...sittingBlocks(sitting, true, reader)];
  if (sitting.calledOff) return { text, blocks: blocks.slice(0, 50) };
  const about = { sittingId: sitting.id };
  const voted = sitting.agenda.some(({ ballot }) => ballot);
  const buttons = [
    // Time, place, agenda and what was read for it stay as the signed papers have them.
    ...(sitting.signed
      ? []
      : [
          changeSittingButton.button(changePhrases[reader.language].change, about),
          addFilesButton.button(filePhrases[reader.language].add, about),
        ]),
    ...(voted
      ? []
      : [callOffButton.button(changePhrases[reader.language].callOff, about, { style: 'danger' })]),
  ];
  const change = buttons.length > 0 ? [actions('change_sitting', ...buttons)] : [];
  // A message has fifty blocks at most; the whole agenda stands in /hoidong.
  const room = 49 - attendance.length;
  return { text, blocks: [...blocks.slice(0, room), ...attendance, ...change] };
}

/** The agenda for a member, before its ballots. */
export function agendaBlocks(sitting: SittingPicture, reader: Reader): KnownBlock[] {
  return sittingBlocks(sitting, false, reader).slice(1, 40);
}

/** @param files.checking some were given and are looked at now */
export function sittingSavedView(
  sitting: SittingPicture,
  reader: Reader,
  files: { checking: boolean } = { checking: false },
): ModalView {
  const p = phrases[reader.language];
  return readingModal({ title: p.sittingTitle, close: p.close }, [
    section(p.sittingSaved),
    ...(files.checking ? [section(sentFilePhrases[reader.language].checking)] : []),
    divider,
    ...sittingBlocks(sitting, true, reader).slice(0, 97),
  ]);
}

/** @param shown which parts of the agenda; all of them without it */
export function sittingBlocks(
  sitting: SittingPicture,
  runs: boolean,
  reader: Reader,
  shown: (group: AgendaGroup, place: number) => boolean = () => true,
): KnownBlock[] {
  const p = phrases[reader.language];
  const when = slackInstant(sitting.startsAt, reader.zone);
  const held = sitting.calledOff === null;
  // What is in signed minutes is voted on no more.
  const opens = held && runs && sitting.minutes === null;
  return [
    section(
      [
        `*${escapeText(sitting.councilName)}*`,
        p.sittingWhen({ when, place: escapeText(sitting.place) }),
        ...(sitting.minutes ? [`:scroll: ${standingText(sitting.minutes, reader.language)}`] : []),
        ...(held && sitting.holdsResults ? [p.holdsResults] : []),
      ].join('\n'),
      held
        ? papersButton.button(paperPhrases[reader.language].papers, { sittingId: sitting.id })
        : undefined,
    ),
    ...standingBlocks(sitting, reader.language),
    ...groupsOf(sitting.agenda).flatMap((group, index) =>
      !shown(group, index)
        ? []
        : group.kind === 'line'
          ? [
              agendaBlock(
                index + 1,
                group.line,
                { runs: opens, standing: standingOf(sitting) },
                { ...reader, agenda: sitting.agenda },
              ),
            ]
          : groupBlocks(index + 1, sitting.id, group, opens, {
              ...reader,
              agenda: sitting.agenda,
            }),
    ),
  ];
}

/** Whether a ballot is counted, and whether something passed that the head decides, or may have where it is held. */
export function countedOf({ agenda }: Pick<SittingPicture, 'agenda'>): {
  counted: boolean;
  passed: boolean;
} {
  const closed = agenda.filter(({ ballot }) => ballot?.state === 'closed');
  return {
    counted: closed.length > 0 || agenda.some(({ annulled }) => annulled),
    passed: closed.some(
      ({ item, ballot }) =>
        DECIDED_HERE.has(item.itemKey) && (ballot?.held || ballot?.result === 'passed'),
    ),
  };
}

/** Results are final once the minutes of their sitting are signed. */
export function standingOf({ minutes }: Pick<SittingPicture, 'minutes'>): 'final' | 'provisional' {
  return minutes ? 'final' : 'provisional';
}

export type AgendaGroup =
  | { kind: 'line'; line: AgendaLine }
  | { kind: 'names'; itemKey: string; year: number; number: string; lines: AgendaLine[] };

/** An agenda in its order, the names of one title together. */
export function groupsOf(agenda: readonly AgendaLine[]): AgendaGroup[] {
  const groups: AgendaGroup[] = [];
  for (const line of agenda) {
    const { kind, itemKey, number } = line.item;
    const last = groups.at(-1);
    if (kind !== 'nomination' || line.year === null) groups.push({ kind: 'line', line });
    else if (last?.kind === 'names' && last.itemKey === itemKey && last.year === line.year)
      last.lines.push(line);
    else groups.push({ kind: 'names', itemKey, year: line.year, number, lines: [line] });
  }
  return groups;
}

function groupBlocks(
  place: number,
  sittingId: string,
  { itemKey, year, number, lines }: AgendaGroup & { kind: 'names' },
  runs: boolean,
  reader: AgendaReader,
): KnownBlock[] {
  const { language, zone } = reader;
  const shown = lines.filter((line) => !isHidden(line, reader));
  const hidden = lines.length - shown.length;
  const count = (is: (line: AgendaLine) => boolean) => shown.filter(is).length;
  const result = (wanted: string) =>
    count(
      ({ ballot, awaiting }) => ballot?.result === wanted && (wanted !== 'no_quorum' || awaiting),
    );
  const waiting = lines.filter(({ awaiting, signed }) => awaiting && !signed).length;
  const text = [
    `${place}. *${number}* · ${sheetPhrases[language].groupLine({ count: lines.length })}`,
    sheetPhrases[language].groupCounts({
      waiting: count(({ ballot, awaiting }) => awaiting && ballot?.result !== 'no_quorum'),
      open: count(({ ballot }) => ballot?.state === 'open'),
      passed: result('passed'),
      notPassed: result('not_passed'),
      noQuorum: result('no_quorum'),
      held: count(({ ballot }) => ballot?.held === true),
    }),
    ...annulledLines(lines, { language, zone }),
    ...(hidden > 0 ? [phrases[language].groupHidden({ count: hidden })] : []),
  ]
    // Where the reader takes part in none of them there is nothing to count.
    .filter((line) => line !== '')
    .join('\n');
  const group = { sittingId, itemKey, year };
  const opens = openSheetButton.button(sheetPhrases[language].openSheet({ count: waiting }), group);
  return [
    section(text, sheetNamesButton.button(sheetPhrases[language].names, group)),
    ...(runs && waiting > 0 ? [actions(`open:${sittingId}:${itemKey}:${year}`, opens)] : []),
  ];
}

function agendaBlock(
  place: number,
  item: AgendaLine,
  { runs, standing }: { runs: boolean; standing: 'final' | 'provisional' },
  reader: AgendaReader,
): KnownBlock {
  const { language, scores } = reader;
  const p = phrases[language];
  const { number, title, initiative } = item.item;
  const score = initiative ? scores?.get(initiative.id) : undefined;
  const line = [
    `${place}. *${number}* – ${escapeText(clip(title, LONG_TITLE))}`,
    ...(score ? [outcomeLine(score, language)] : []),
    agendaState(item, standing, reader),
    ...annulledLines([item], reader),
  ].join('\n');
  return runs && item.awaiting && !item.signed && !reader.barred?.has(item.id)
    ? section(line, openBallotButton.button(p.openBallot, { agendaItemId: item.id }))
    : section(line);
}

export interface AgendaReader extends Reader {
  /** All of it, for a line may stand on a sheet with others. */
  agenda: readonly AgendaLine[];
}

/** Of an item about which the reader is in conflict: all of its state, until its vote or whole sheet is closed. */
function isHidden({ id, ballot }: AgendaLine, { barred, agenda }: AgendaReader): boolean {
  if (!barred?.has(id)) return false;
  if (!ballot || ballot.state === 'open') return true;
  return (
    ballot.sheetId !== null &&
    agenda.some((one) => one.ballot?.sheetId === ballot.sheetId && one.ballot.state === 'open')
  );
}

/** How it stands with a line of the agenda, in a few words. */
export function agendaState(
  line: AgendaLine,
  standing: 'final' | 'provisional',
  reader: AgendaReader,
): string {
  const { ballot, awaiting, left, signed } = line;
  const { language, zone } = reader;
  const p = phrases[language];
  if (isHidden(line, reader)) return exclusionPhrases[language].agendaHidden;
  if (ballot?.state === 'open') return `${p.stateOpen} ${slackInstant(ballot.closesAt, zone)}`;
  if (ballot?.held) return p.stateHeld;
  if (ballot?.result === 'passed') return `${p.statePassed} · ${p.stateStands[standing]}`;
  if (ballot?.result === 'not_passed') return `${p.stateNotPassed} · ${p.stateStands[standing]}`;
  if (ballot?.result === 'no_quorum' && awaiting)
    return signed ? p.stateNoQuorumSigned : p.stateNoQuorum;
  if (left) return p.stateLeft;
  if (!awaiting) return p.stateElsewhere;
  return signed ? p.stateSigned : p.stateWaiting;
}

/** Titles of years that have not begun on a day: somebody took the wrong year, or is early. */
export function yearsToCome(
  nominations: readonly { year: number }[],
  { on, language, zone }: { on: Date } & Pick<Reader, 'language' | 'zone'>,
): KnownBlock[] {
  const current = Number(dayIn(zone, on).slice(0, 4));
  const years = new Set(nominations.map(({ year }) => year).filter((year) => year > current));
  return [...years]
    .toSorted((a, b) => a - b)
    .map((year) => section(phrases[language].yearToCome({ year })));
}
