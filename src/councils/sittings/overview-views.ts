import type { KnownBlock, ModalView } from '@slack/types';
import { slackInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Reader } from '../ballots/ballot-form-views.ts';
import { conveneButton } from '../ballots/controls.ts';
import type { WaitingVote } from '../ballots/queries.ts';
import { relativesButton } from '../relatives/relative-controls.ts';
import { relativePhrases } from '../relatives/relative-phrases.ts';
import { agendaButton, agendaModal, sittingsButton, sittingsModal } from './overview-controls.ts';
import { sittingPhrases as phrases } from './sitting-phrases.ts';
import type { CouncilSeat, SittingPicture } from './sitting-queries.ts';
import { type AgendaGroup, groupsOf, sittingBlocks } from './sitting-views.ts';

/** Sittings that are under way or coming, in the overview; the others have pages of their own. */
const SITTINGS_SHOWN = 3;
/** Parts of an agenda that a list of sittings shows. */
const PARTS_SHOWN = 6;
/** Sittings on one page, and parts of an agenda on one page: each part is two blocks at most. */
export const SITTINGS_PAGE = 4;
const AGENDA_PAGE = 40;

/** What `/hoidong` shows: votes awaited, what is under way and coming, and the way to a new sitting and to all others. */
export function overviewView(
  content: {
    votes: readonly WaitingVote[];
    /** The newest ones, newest first. */
    sittings: readonly SittingPicture[];
    seats: readonly CouncilSeat[];
    /** On a council, or in a member's place at a sitting. */
    sits: boolean;
    now: Date;
  },
  reader: Reader,
): ModalView {
  const p = phrases[reader.language];
  const runs = runBy(content.seats);
  const current = content.sittings.filter((sitting) => isCurrent(sitting, content.now));
  const shown = (current.length > 0 ? current : content.sittings.slice(0, 1)).slice(
    0,
    SITTINGS_SHOWN,
  );
  return readingModal({ title: p.councilTitle, close: p.close }, [
    ...(content.sits ? awaitedVotesBlocks(content.votes, reader) : []),
    actions(
      'convene',
      ...(runs.size > 0 ? [conveneButton.button(p.convene, {}, { style: 'primary' })] : []),
      relativesButton.button(relativePhrases[reader.language].title, {}),
      ...(content.sittings.length > shown.length
        ? [sittingsButton.button(p.allSittings, { from: 0 })]
        : []),
    ),
    ...shown.flatMap((sitting) => [divider, ...shortBlocks(sitting, runs, reader)]),
  ]);
}

/** One page of all sittings. */
export function sittingsView(
  content: {
    sittings: readonly SittingPicture[];
    seats: readonly CouncilSeat[];
    from: number;
    /** There are more behind this page. */
    more: boolean;
  },
  reader: Reader,
): ModalView {
  const p = phrases[reader.language];
  const { from, more, sittings } = content;
  const runs = runBy(content.seats);
  const blocks = [
    section(p.sittingsPage({ from: from + 1, to: from + sittings.length })),
    ...sittings.flatMap((sitting) => [divider, ...shortBlocks(sitting, runs, reader)]),
  ];
  const form = { title: p.allSittings, close: p.close };
  if (!more && from === 0) return readingModal(form, blocks);
  return sittingsModal.view({
    ...{ ...form, blocks },
    submit: more ? p.nextPage : p.firstPage,
    metadata: { from: more ? from + SITTINGS_PAGE : 0 },
  });
}

/** One page of the agenda of a sitting. */
export function agendaView(
  content: { sitting: SittingPicture; runs: boolean; from: number },
  reader: Reader,
): ModalView {
  const p = phrases[reader.language];
  const { sitting, runs, from } = content;
  const of = groupsOf(sitting.agenda).length;
  const to = Math.min(from + AGENDA_PAGE, of);
  const blocks = [
    section(p.agendaPage({ from: Math.min(from + 1, of), to, of })),
    ...sittingBlocks(sitting, runs, reader, (_, place) => place >= from && place < to),
  ];
  const form = { title: p.agendaTitle, close: p.close };
  if (of <= AGENDA_PAGE) return readingModal(form, blocks);
  return agendaModal.view({
    ...{ ...form, blocks },
    submit: to < of ? p.nextPage : p.firstPage,
    metadata: { sittingId: sitting.id, from: to < of ? to : 0 },
  });
}

/** Something is still to be voted on, released or signed, or the day is to come. */
function isCurrent(sitting: SittingPicture, now: Date): boolean {
  if (sitting.calledOff) return false;
  return sitting.startsAt > now || (sitting.minutes === null && sitting.agenda.some(isOpen));
}

function isOpen({ awaiting, ballot }: SittingPicture['agenda'][number]): boolean {
  return awaiting || ballot?.state === 'open' || ballot?.held === true;
}

/** A sitting with a few parts of its agenda, those first that are open or wait; the whole is a press away. */
function shortBlocks(
  sitting: SittingPicture,
  runs: ReadonlySet<string>,
  reader: Reader,
): KnownBlock[] {
  const p = phrases[reader.language];
  const groups = groupsOf(sitting.agenda);
  const linesOf = (group: AgendaGroup) => (group.kind === 'line' ? [group.line] : group.lines);
  const waiting = groups.map((group) => linesOf(group).some(isOpen));
  const places = groups.map((_, place) => place);
  const first = [
    ...places.filter((place) => waiting[place]),
    ...places.filter((place) => !waiting[place]),
  ];
  const shown = new Set(first.slice(0, PARTS_SHOWN));
  const left = groups.length - shown.size;
  return [
    ...sittingBlocks(sitting, runs.has(sitting.councilId), reader, (_, place) => shown.has(place)),
    ...(left > 0
      ? [
          section(
            p.agendaMore({ count: left }),
            agendaButton.button(p.wholeAgenda, { sittingId: sitting.id }),
          ),
        ]
      : []),
  ];
}

function runBy(seats: readonly CouncilSeat[]): ReadonlySet<string> {
  return new Set(seats.flatMap(({ convenes, councilId }) => (convenes ? [councilId] : [])));
}

export function awaitedVotesBlocks(votes: readonly WaitingVote[], reader: Reader): KnownBlock[] {
  const p = phrases[reader.language];
  if (votes.length === 0) return [context(p.myVotesNone)];
  const lines = votes.slice(0, 20).map(({ number, title, closesAt }) => {
    const what = title ? ` – ${escapeText(clip(title, 100))}` : '';
    return `• *${escapeText(number)}*${what} · ${slackInstant(closesAt, reader.zone)}`;
  });
  return [section([p.myVotes, ...lines].join('\n')), context(p.myVotesWhere)];
}
