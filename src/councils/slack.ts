import { isBeingScored, outcomesBesideVote } from '../initiatives/scoring/scoring-queries.ts';
import type { Deps } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import { nextOfficeHour } from '../kernel/office-hours.ts';
import type { Actor } from '../people/actor.ts';
import { fold } from '../rulebook/fold.ts';
import { clip, escapeText, section } from '../slack/blocks.ts';
import type { Answer, RegisterListeners } from '../slack/listeners.ts';
import { registerVoteAnnulmentListeners } from './annulment/annulment-slack.ts';
import { openBallotView, opinionView, receiptsView } from './ballots/ballot-form-views.ts';
import { type CastResult, castVote } from './ballots/cast-vote.ts';
import {
  agreeButton,
  ballotModal,
  conveneButton,
  disagreeButton,
  openBallotButton,
  opinionModal,
  otherButton,
  receiptsButton,
  sittingModal,
} from './ballots/controls.ts';
import { offeredDeadline } from './ballots/deadline.ts';
import { registerEndVoteListeners } from './ballots/ending-slack.ts';
import { openBallot } from './ballots/open-ballot.ts';
import { phrases } from './ballots/phrases.ts';
import { prepareBallot } from './ballots/prepare-ballot.ts';
import { prepareVote } from './ballots/prepare-vote.ts';
import { receiptsOf, votesAwaited } from './ballots/queries.ts';
import { compositionsModal } from './composition/composition-slack.ts';
import { compositionAsked } from './composition/read-command.ts';
import { registerNamesListeners } from './names/names-slack.ts';
import { registerPaperListeners } from './papers/papers-slack.ts';
import { voteRefusal } from './refusals.ts';
import {
  RELATIVE_WORDS,
  registerRelativeListeners,
  relativesModal,
} from './relatives/relative-slack.ts';
import type { Choice } from './rules.ts';
import { registerSheetListeners } from './sheets/sheet-slack.ts';
import { registerAttendanceListeners } from './sittings/attendance-slack.ts';
import { barredItems } from './sittings/barred-items.ts';
import { registerSittingChangeListeners } from './sittings/changes/change-slack.ts';
import { registerConflictListeners } from './sittings/conflict-slack.ts';
import { conveneSitting } from './sittings/convene-sitting.ts';
import { conveneView } from './sittings/convene-views.ts';
import { registerSittingFileListeners } from './sittings/files/files-slack.ts';
import {
  agendaButton,
  agendaModal,
  sittingsButton,
  sittingsModal,
} from './sittings/overview-controls.ts';
import {
  agendaView,
  awaitedVotesBlocks,
  overviewView,
  SITTINGS_PAGE,
  sittingsView,
} from './sittings/overview-views.ts';
import { prepareSitting } from './sittings/prepare-sitting.ts';
import { sittingPhrases } from './sittings/sitting-phrases.ts';
import {
  councilsOf,
  initiativesOf,
  mayReadSitting,
  type SittingPicture,
  sittingPicture,
  sittingsOf,
} from './sittings/sitting-queries.ts';
import { sittingSavedView } from './sittings/sitting-views.ts';
import { sittingsStoodIn } from './sittings/stand-ins.ts';

/** Among these the overview looks for what is under way and coming. */
const RECENT_SITTINGS = 8;
const HOUR_MS = 60 * 60_000;
const NEW_WORDS = new Set(['moi', 'new']);
const HELP_WORDS = new Set(['tro giup', 'trogiup', 'huong dan', 'huongdan', 'help', '?']);

export const registerCouncilsListeners: RegisterListeners = (on, deps) => {
  registerSheetListeners(on, deps);
  registerNamesListeners(on, deps);
  registerAttendanceListeners(on, deps);
  registerConflictListeners(on, deps);
  registerSittingChangeListeners(on, deps);
  registerSittingFileListeners(on, deps);
  registerEndVoteListeners(on, deps);
  registerVoteAnnulmentListeners(on, deps);
  registerPaperListeners(on, deps);
  registerRelativeListeners(on, deps);

  on.command('/hoidong', async ({ actor, words, channelId, openModal, reply }) => {
    const word = fold(words.join(' '));
    if (HELP_WORDS.has(word)) return reply({ text: sittingPhrases[actor.language].help });
    if (NEW_WORDS.has(word)) return openModal(await conveneForm(deps, actor, channelId));
    if (RELATIVE_WORDS.has(word)) return openModal(await relativesModal(deps, actor));
    const composition = compositionAsked(word);
    if (composition) return openModal(await compositionsModal(deps, actor, composition));
    if (word !== '') {
      const unknown = escapeText(clip(words.join(' '), 100));
      return reply({
        text: `${sittingPhrases[actor.language].notUnderstood({ words: unknown })}\n${sittingPhrases[actor.language].help}`,
      });
    }
    const { seats, which, sits } = await sittingsReadBy(deps, actor);
    const [votes, sittings] = await Promise.all([
      votesAwaited(deps, actor.personId),
      sittingsOf(deps, which, { limit: RECENT_SITTINGS }),
    ]);
    const reader = await readerOfSittings(deps, actor, sittings);
    const now = deps.clock.now();
    return openModal(overviewView({ votes, sittings, seats, sits, now }, reader));
  });

  on.button(sittingsButton, async ({ actor, value, openModal }) => {
    await openModal(await sittingsPage(deps, actor, value.from));
    return undefined;
  });

  on.submission(sittingsModal, async ({ actor, metadata }) => ({
    next: 'show',
    view: await sittingsPage(deps, actor, metadata.from),
  }));

  on.button(agendaButton, async ({ actor, value, openModal }) => {
    await openModal(await agendaPage(deps, actor, { ...value, from: 0 }));
    return undefined;
  });

  on.submission(agendaModal, async ({ actor, metadata }) => ({
    next: 'show',
    view: await agendaPage(deps, actor, metadata),
  }));

  on.button(conveneButton, async ({ actor, openModal }) => {
    await openModal(await conveneForm(deps, actor, null));
    return undefined;
  });

  on.submission(sittingModal, async ({ actor, fields, submissionKey }) => {
    const sittingId = await conveneSitting(deps, {
      actor,
      councilId: fields.council,
      startsAt: fields.startsAt,
      place: fields.place,
      initiativeIds: fields.initiatives,
      nominations: fields.nominations,
      others: fields.others,
      documents: fields.documents,
      files: fields.files,
      holdsResults: fields.holds.length > 0,
      channelId: fields.channel,
      submissionKey,
    });
    const sitting = await sittingPicture(deps, sittingId);
    if (!sitting) return { next: 'close' };
    const reader = await readerOfSittings(deps, actor, [sitting]);
    return {
      next: 'show',
      view: sittingSavedView(sitting, reader, { checking: fields.files.length > 0 }),
    };
  });

  on.button(openBallotButton, async ({ actor, value, openModal }) => {
    const prospect = await prepareBallot(deps, { actor, ...value });
    const { initiative } = prospect.item;
    const beingScored = initiative !== null && (await isBeingScored(deps.db, initiative.id));
    const content = {
      ...prospect,
      ...value,
      beingScored,

      closesAt: offeredDeadline(deps, prospect.time.startsAt),
    };
    const scores = await outcomesBesideVote(deps, deps.db, {
      personId: actor.personId,
      initiativeIds: initiative ? [initiative.id] : [],
    });
    await openModal(openBallotView(content, { ...readerOf(deps, actor), scores }, deps.rulebook));
    return undefined;
  });

  on.submission(ballotModal, async ({ actor, metadata, fields }) => {
    await openBallot(deps, { actor, agendaItemId: metadata.agendaItemId, ...fields });
    return { next: 'close' };
  });

  const voteBy =
    (choice: Choice) => async (request: { actor: Actor; value: { ballotId: string } }) =>
      castAnswer(
        request.actor,
        choice,
        await castVote(deps, { actor: request.actor, choice, ...request.value }),
      );
  on.button(agreeButton, voteBy('agree'));
  on.button(disagreeButton, voteBy('disagree'));
  on.button(otherButton, async ({ actor, value, openModal }) => {
    const { method, ...about } = await prepareVote(deps, { actor, ...value });
    if (method === 'secret') return voteBy('other')({ actor, value });
    await openModal(opinionView({ ...value, ...about }, actor));
    return undefined;
  });

  on.submission(opinionModal, async ({ actor, metadata, fields }) => {
    const result = await castVote(deps, {
      actor,
      ballotId: metadata.ballotId,
      choice: 'other',
      opinion: fields.opinion,
    });
    if (!result.cast) throw voteRefusal(result.because, 'opinion');
    return { next: 'close' };
  });

  on.button(receiptsButton, async ({ actor, value, openModal }) => {
    await openModal(receiptsView(await receiptsOf(deps.db, value.ballotId), actor));
    return undefined;
  });

  on.home(async (actor) => {
    const seats = await councilsOf(deps, actor);
    const votes = await votesAwaited(deps, actor.personId);
    // A substitute sits on no council and may have a vote to cast.
    if (votes.length === 0 && !seats.some((seat) => seat.sits)) return [];
    return [
      section(`*${sittingPhrases[actor.language].councilTitle}*`),
      ...awaitedVotesBlocks(votes, readerOf(deps, actor)),
    ];
  });
};

/** @throws AppError no_council */
async function sittingsReadBy(deps: Deps, actor: Actor) {
  const seats = await councilsOf(deps, actor);
  const stoodIn = await sittingsStoodIn(deps, deps.db, actor.personId);
  if (seats.length + stoodIn.length === 0)
    throw new AppError('no_council', { say: (l) => phrases[l].noCouncil });
  return {
    seats,
    which: {
      councilIds: seats.map(({ councilId }) => councilId),
      sittingIds: stoodIn.map(({ sittingId }) => sittingId),
    },
    sits: stoodIn.length > 0 || seats.some((seat) => seat.sits),
  };
}

async function sittingsPage(deps: Deps, actor: Actor, from: number) {
  const { seats, which } = await sittingsReadBy(deps, actor);
  const found = await sittingsOf(deps, which, { limit: SITTINGS_PAGE + 1, skip: from });
  const sittings = found.slice(0, SITTINGS_PAGE);
  const reader = await readerOfSittings(deps, actor, sittings);
  const more = found.length > SITTINGS_PAGE;
  return sittingsView({ sittings, seats, from, more }, reader);
}

async function agendaPage(
  deps: Deps,
  actor: Actor,
  { sittingId, from }: { sittingId: string; from: number },
) {
  const sitting = await sittingPicture(deps, sittingId);
  if (!sitting || !(await mayReadSitting(deps, actor, sitting)))
    throw new AppError('item_gone', { say: (l) => phrases[l].itemGone });
  const { seats } = await sittingsReadBy(deps, actor);
  const runs = seats.some(({ convenes, councilId }) => convenes && councilId === sitting.councilId);
  const reader = await readerOfSittings(deps, actor, [sitting]);
  return agendaView({ sitting, runs, from }, reader);
}

async function conveneForm(deps: Deps, actor: Actor, channelId: string | null) {
  const prospect = await prepareSitting(deps, { actor, channelId });
  const content = { ...prospect, awards: deps.rulebook, startsAt: inHours(deps, 1) };
  return conveneView(content, readerOf(deps, actor));
}

function castAnswer(actor: Actor, choice: Choice, result: CastResult): Answer {
  const p = phrases[actor.language];
  if (!result.cast) throw voteRefusal(result.because);
  if (result.receipt) return { text: p.castSecret({ receipt: result.receipt }) };
  return { text: p.castOpen({ choice: p[choice] }) };
}

/** In office hours, at least so many hours from now. */
function inHours({ clock, zone }: Deps, hours: number): Date {
  return nextOfficeHour(new Date(clock.now().getTime() + hours * HOUR_MS), zone);
}

/** With the outcomes of scorings that the actor may read beside the items. */
async function readerOfSittings(deps: Deps, actor: Actor, sittings: readonly SittingPicture[]) {
  const initiativeIds = sittings.flatMap(initiativesOf);
  const { personId } = actor;
  const sittingIds = sittings.map(({ id }) => id);
  return {
    ...readerOf(deps, actor),
    scores: await outcomesBesideVote(deps, deps.db, { personId, initiativeIds }),
    barred: await barredItems(deps, deps.db, { personId, sittingIds }),
  };
}

function readerOf(deps: Deps, actor: Actor) {
  return { language: actor.language, zone: deps.zone };
}
