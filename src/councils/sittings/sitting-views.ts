import type { KnownBlock, ModalView } from '@slack/types';
import { outcomeLine } from '../../initiatives/scoring/score-line.ts';
import type { Rendered } from '../../jobs/kinds.ts';
import { slackInstant } from '../../kernel/time.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  header,
  inParts,
  input,
  option,
  plain,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Reader } from '../ballots/ballot-form-views.ts';
import {
  conveneButton,
  openBallotButton,
  openSheetButton,
  sheetNamesButton,
  sittingModal,
} from '../ballots/controls.ts';
import { exclusionPhrases } from '../ballots/exclusion-phrases.ts';
import type { WaitingVote } from '../ballots/queries.ts';
import { relativesButton } from '../relatives/relative-controls.ts';
import { relativePhrases } from '../relatives/relative-phrases.ts';
import { sheetPhrases } from '../sheets/sheet-phrases.ts';
import { awardLabel } from './agenda-items.ts';
import type { Nominations } from './nominations.ts';
import { sittingPhrases as phrases } from './sitting-phrases.ts';
import type { AgendaLine, CouncilSeat, SittingPicture } from './sitting-queries.ts';

/** The most that Slack offers in one menu. */
const MENU_LIMIT = 100;

/** The card of a sitting, with a button for each item that awaits its ballot. */
export function sittingCardView(
  sitting: SittingPicture,
  attendance: readonly KnownBlock[],
  reader: Reader,
): Rendered {
  const p = phrases[reader.language];
  const text = `${p.sittingTitle}: ${sitting.councilName}`;
  const blocks = [header(p.sittingTitle), ...sittingBlocks(sitting, true, reader)];
  // A message has fifty blocks at most; the whole agenda stands in /hoidong.
  const room = 50 - attendance.length;
  return { text, blocks: [...blocks.slice(0, room), ...attendance] };
}

/** The agenda for a member, before its ballots. */
export function agendaBlocks(sitting: SittingPicture, reader: Reader): KnownBlock[] {
  return sittingBlocks(sitting, false, reader).slice(1, 40);
}

export function sittingSavedView(sitting: SittingPicture, reader: Reader): ModalView {
  const p = phrases[reader.language];
  return readingModal({ title: p.sittingTitle, close: p.close }, [
    section(p.sittingSaved),
    divider,
    ...sittingBlocks(sitting, true, reader),
  ]);
}

function sittingBlocks(sitting: SittingPicture, runs: boolean, reader: Reader): KnownBlock[] {
  const p = phrases[reader.language];
  const when = slackInstant(sitting.startsAt, reader.zone);
  return [
    section(
      `*${escapeText(sitting.councilName)}*\n${p.sittingWhen({ when, place: escapeText(sitting.place) })}`,
    ),
    ...groupsOf(sitting.agenda).map((group, index) =>
      group.kind === 'line'
        ? agendaBlock(index + 1, group.line, runs, { ...reader, agenda: sitting.agenda })
        : groupBlock(index + 1, sitting.id, group, runs, { ...reader, agenda: sitting.agenda }),
    ),
  ];
}

type AgendaGroup =
  | { kind: 'line'; line: AgendaLine }
  | { kind: 'names'; itemKey: string; year: number; number: string; lines: AgendaLine[] };

/** An agenda in its order, the names of one title together. */
function groupsOf(agenda: readonly AgendaLine[]): AgendaGroup[] {
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

function groupBlock(
  place: number,
  sittingId: string,
  { itemKey, year, number, lines }: AgendaGroup & { kind: 'names' },
  runs: boolean,
  reader: AgendaReader,
): KnownBlock {
  const { language } = reader;
  const shown = lines.filter((line) => !isHidden(line, reader));
  const hidden = lines.length - shown.length;
  const count = (is: (line: AgendaLine) => boolean) => shown.filter(is).length;
  const result = (wanted: string) =>
    count(
      ({ ballot, awaiting }) => ballot?.result === wanted && (wanted !== 'no_quorum' || awaiting),
    );
  const waiting = lines.filter(({ awaiting }) => awaiting).length;
  const text = [
    `${place}. *${number}* · ${sheetPhrases[language].groupLine({ count: lines.length })}`,
    sheetPhrases[language].groupCounts({
      waiting: count(({ awaiting }) => awaiting),
      open: count(({ ballot }) => ballot?.state === 'open'),
      passed: result('passed'),
      notPassed: result('not_passed'),
      noQuorum: result('no_quorum'),
    }),
    ...(hidden > 0 ? [phrases[language].groupHidden({ count: hidden })] : []),
  ].join('\n');
  const group = { sittingId, itemKey, year };
  return runs && waiting > 0
    ? section(
        text,
        openSheetButton.button(sheetPhrases[language].openSheet({ count: waiting }), group),
      )
    : section(text, sheetNamesButton.button(sheetPhrases[language].names, group));
}

/** Who stands on the agenda for one title, and how it stands with each. */
export function namesView(lines: readonly AgendaLine[], of: Reader): ModalView {
  const p = phrases[of.language];
  const reader = { ...of, agenda: lines };
  const texts = lines.map((line, index) => {
    const { title, unitName } = line.item;
    const name = clip(unitName ? `${title} (${unitName})` : title, 110);
    return `${index + 1}. ${escapeText(name)}: ${agendaState(line, reader)}`;
  });
  return readingModal({ title: sheetPhrases[reader.language].names, close: p.close }, [
    section(`*${lines[0]?.item.number ?? ''}*`),
    ...inParts(texts, 15).map((part) => section(part.join('\n'))),
  ]);
}

function agendaBlock(
  place: number,
  item: AgendaLine,
  runs: boolean,
  reader: AgendaReader,
): KnownBlock {
  const { language, scores } = reader;
  const p = phrases[language];
  const { number, title, initiative } = item.item;
  const score = initiative ? scores?.get(initiative.id) : undefined;
  const line = [
    `${place}. *${number}* – ${escapeText(title)}`,
    ...(score ? [outcomeLine(score, language)] : []),
    agendaState(item, reader),
  ].join('\n');
  return runs && item.awaiting && !reader.barred?.has(item.id)
    ? section(line, openBallotButton.button(p.openBallot, { agendaItemId: item.id }))
    : section(line);
}

interface AgendaReader extends Reader {
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

function agendaState(line: AgendaLine, reader: AgendaReader): string {
  const { ballot, awaiting, left } = line;
  const { language, zone } = reader;
  const p = phrases[language];
  if (isHidden(line, reader)) return exclusionPhrases[language].agendaHidden;
  if (ballot?.state === 'open') return `${p.stateOpen} ${slackInstant(ballot.closesAt, zone)}`;
  if (ballot?.result === 'passed') return p.statePassed;
  if (ballot?.result === 'not_passed') return p.stateNotPassed;
  if (ballot?.result === 'no_quorum' && awaiting) return p.stateNoQuorum;
  if (left) return p.stateLeft;
  return awaiting ? p.stateWaiting : p.stateElsewhere;
}

/** What `/hoidong` shows: votes awaited, recent sittings, and the way to a new one. */
export function overviewView(
  content: {
    votes: readonly WaitingVote[];
    sittings: readonly SittingPicture[];
    seats: readonly CouncilSeat[];
    /** On a council, or in a member's place at a sitting. */
    sits: boolean;
  },
  reader: Reader,
): ModalView {
  const p = phrases[reader.language];
  const runs = new Set(content.seats.filter((seat) => seat.convenes).map((seat) => seat.councilId));
  return readingModal(
    { title: p.councilTitle, close: p.close },
    [
      ...(content.sits ? awaitedVotesBlocks(content.votes, reader) : []),
      actions(
        'convene',
        ...(runs.size > 0 ? [conveneButton.button(p.convene, {}, { style: 'primary' })] : []),
        relativesButton.button(relativePhrases[reader.language].title, {}),
      ),
      ...content.sittings.flatMap((sitting) => [
        divider,
        ...sittingBlocks(sitting, runs.has(sitting.councilId), reader),
      ]),
    ].slice(0, 100),
  );
}

export function awaitedVotesBlocks(votes: readonly WaitingVote[], reader: Reader): KnownBlock[] {
  const p = phrases[reader.language];
  if (votes.length === 0) return [context(p.myVotesNone)];
  const lines = votes
    .slice(0, 20)
    .map(
      (vote) =>
        `• *${vote.number}* – ${escapeText(vote.title)} · ${slackInstant(vote.closesAt, reader.zone)}`,
    );
  return [section([p.myVotes, ...lines].join('\n')), context(p.myVotesWhere)];
}

export function conveneView(
  content: {
    seats: readonly CouncilSeat[];
    initiatives: readonly { id: string; number: string; title: string; unitName: string }[];
    nominations: readonly Nominations[];
    awards: Rulebook;
    startsAt: Date;
  },
  { language }: Reader,
): ModalView {
  const p = phrases[language];
  const seats = content.seats.filter((seat) => seat.convenes);
  const councils = seats.map((seat) => option(seat.name, seat.councilId));
  const [first] = councils;
  const known = seats[0]?.channelId;
  return sittingModal.view({
    title: p.conveneTitle,
    metadata: {},
    submit: p.save,
    close: p.cancel,
    blocks: [
      input('council', p.council, {
        type: 'static_select',
        options: councils,
        ...(first ? { initial_option: first } : {}),
      }),
      input('startsAt', p.startsAt, {
        type: 'datetimepicker',
        initial_date_time: Math.floor(content.startsAt.getTime() / 1000),
      }),
      input('place', p.place, {
        type: 'plain_text_input',
        max_length: 200,
        placeholder: plain(p.placeholderPlace),
      }),
      ...(content.initiatives.length > 0
        ? [
            input(
              'initiatives',
              p.initiatives,
              {
                type: 'multi_static_select',
                options: content.initiatives
                  .slice(0, MENU_LIMIT)
                  .map(({ id, number, title, unitName }) =>
                    option(`${number} – ${title}`, id, unitName),
                  ),
              },
              { optional: true, hint: p.initiativesHint },
            ),
          ]
        : []),
      ...(content.nominations.length > 0
        ? [
            input(
              'nominations',
              p.nominations,
              {
                type: 'multi_static_select',
                options: content.nominations.slice(0, MENU_LIMIT).map(({ itemKey, year, count }) =>
                  option(
                    p.nominationOption({
                      name: awardLabel(content.awards, itemKey),
                      year,
                      count,
                    }),
                    `${itemKey}:${year}`,
                  ),
                ),
              },
              { optional: true, hint: p.nominationsHint },
            ),
          ]
        : []),
      input(
        'others',
        p.others,
        { type: 'plain_text_input', multiline: true, max_length: 3000 },
        { optional: true, hint: p.othersHint },
      ),
      input(
        'channel',
        p.channel,
        {
          type: 'conversations_select',
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          ...(known ? { initial_conversation: known } : {}),
        },
        { optional: true, hint: p.channelHint },
      ),
    ],
  });
}
