import type { ModalView } from '@slack/types';
import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import type { SubmissionAnswer } from '../slack/kinds.ts';
import type { RegisterListeners } from '../slack/listeners.ts';
import { adoptionsFor } from './after/adoption-slack.ts';
import { registerAfterListeners } from './after/summary-slack.ts';
import {
  decisionButton,
  decisionModal,
  descriptionModal,
  particularsModal,
  substanceModal,
  viewButton,
} from './controls.ts';
import { initiativeFile, myInitiatives } from './file-queries.ts';
import { Substance } from './intake/draft-content.ts';
import { draftsOf } from './intake/draft-of.ts';
import { draftLabel, draftsAnswer } from './intake/draft-views.ts';
import { fileInitiative } from './intake/file-initiative.ts';
import { particularsView, substanceView } from './intake/form-later-views.ts';
import { authorsOf } from './intake/form-people.ts';
import { keepInDraft } from './intake/keep-in-draft.ts';
import { saveDescription } from './intake/save-description.ts';
import { saveSubstance } from './intake/save-substance.ts';
import { emptyForm, fileFor } from './opening-slack.ts';
import { registerDocumentListeners } from './papers/document-slack.ts';
import { readCommand } from './read-command.ts';
import { refusal } from './refusal.ts';
import { searchInitiatives } from './similar/search-initiatives.ts';
import { registerSimilarListeners, warnings } from './similar/similar-slack.ts';
import { searchAnswer, warningBlocks } from './similar/similar-views.ts';
import { helpAnswer, homeBlocks, type Mine, mineAnswer, receiptView } from './views.ts';
import { decisionView, recordedText, recordedView } from './workflow/decision-views.ts';
import { registerEndingListeners } from './workflow/ending-slack.ts';
import { openDecision } from './workflow/open-decision.ts';
import { recordDecision } from './workflow/record-decision.ts';
import { timelinesOf } from './workflow/step-queries.ts';
import { registerWorkflowListeners } from './workflow/workflow-slack.ts';

const LISTED = 20;
const LISTED_AT_HOME = 5;
/** Slack stacks no more modals than this. */
const DEEPEST = 3;

export const registerInitiativesListeners: RegisterListeners = (on, deps) => {
  on.command('/sangkien', async ({ actor, words, reply, openModal }) => {
    const wish = readCommand(words);
    switch (wish.kind) {
      case 'form': {
        const drafts = await draftsOf(deps.db, actor.personId);
        if (drafts.length > 0) return reply(draftsAnswer(drafts, deps.zone, actor.language));
        return openModal(emptyForm(deps, actor, 1));
      }
      case 'new_form':
        return openModal(emptyForm(deps, actor, 1));
      case 'mine': {
        const mine = await mineOf(deps, actor, LISTED);
        return reply(mineAnswer(mine, deps.zone, actor.language));
      }
      case 'adoptions':
        return reply(await adoptionsFor(deps, actor));
      case 'file':
        return openModal(await fileFor(deps, actor, { number: wish.number }));
      case 'search': {
        const result = await searchInitiatives(deps, actor, wish.words);
        return reply(searchAnswer(wish.words, result, actor.language));
      }
      case 'help':
        return reply(helpAnswer(wish.unknown, actor.language));
    }
  });

  registerAfterListeners(on, deps);

  on.submission(descriptionModal, async ({ actor, metadata, fields }) => {
    const { authors: slackUserIds, outsideAuthors: outside, ...description } = fields;
    const authors = { slackUserIds, outside };
    const saved = await saveDescription(deps, { actor, ...metadata, description, authors });
    if (saved.kind === 'filed') return receiptOf(deps, actor, saved.initiative.id);
    const { draft, firstApplication } = saved;
    const names = await authorsOf(deps.db, draft.content.authors);
    return nextStep(metadata.depth, (depth) =>
      substanceView({ draft, depth, firstApplication, authors: names }, actor.language),
    );
  });

  on.submission(substanceModal, async ({ actor, metadata, fields }) => {
    const { draftId, authors } = metadata;
    const asked = Array.from({ length: authors }, (_, place) => Number(fields[`share_${place}`]));
    const shares = authors === 1 ? [100] : asked;
    const savedAt = new Date(metadata.savedAt);
    const substance = Substance.parse(fields);
    const saved = await saveSubstance(deps, { actor, draftId, savedAt, shares, substance });
    if (saved.kind === 'filed') return receiptOf(deps, actor, saved.initiative.id);
    const similar = warningBlocks(await warnings(deps, actor, saved.draft), actor.language);
    return nextStep(metadata.depth, (depth) =>
      particularsView({ draft: saved.draft, depth, similar }, actor.language),
    );
  });

  on.submission(particularsModal, async ({ actor, metadata, fields }) => {
    const { draftId } = metadata;
    const savedAt = new Date(metadata.savedAt);
    const { evidence: files, councilOnly, ...written } = fields;
    const { investor, participants, authorDetails, addressee, confidential } = written;
    const particulars = { investor, participants, authorDetails, addressee, confidential };
    await keepInDraft(deps, { actor, draftId, particulars });
    const evidence = { files, councilOnly: councilOnly.length > 0 };
    const initiative = await fileInitiative(deps, { actor, draftId, savedAt, evidence });
    return receiptOf(deps, actor, initiative.id);
  });

  on.button(viewButton, async ({ actor, value, openModal }) => {
    await openModal(await fileFor(deps, actor, { id: value.initiativeId }));
    return undefined;
  });

  on.button(decisionButton, async ({ actor, value, openModal }) => {
    const decision = await openDecision(deps, actor, value.initiativeId);
    const { number, title, missing } = decision;
    if (decision.awaited === null)
      return { text: recordedText(number, decision.standing, actor.language) };
    const about = { ...value, number, title, missing };
    const { awaited: kind, signed } = decision;
    const asked = { ...about, kind, signed, today: today(deps) };
    await openModal(decisionView(asked, actor.language));
    return undefined;
  });

  on.submission(decisionModal, async ({ actor, metadata, fields }) => {
    const recorded = await recordDecision(deps, { actor, ...metadata, ...fields });
    const file = await initiativeFile(deps, deps.db, { id: metadata.initiativeId });
    return { next: 'show', view: recordedView(file?.number ?? '', recorded, actor.language) };
  });

  on.home(async (actor) => {
    const mine = await mineOf(deps, actor, LISTED_AT_HOME);
    return homeBlocks(mine, deps.zone, actor.language);
  });

  registerWorkflowListeners(on, deps);
  registerEndingListeners(on, deps);
  registerDocumentListeners(on, deps);
  registerSimilarListeners(on, deps);
};

/** The next step lies on top of this one, so that closing it leads back; at the top it takes its place. */
function nextStep(depth: number, draw: (depth: number) => ModalView): SubmissionAnswer {
  return depth < DEEPEST
    ? { next: 'push', view: draw(depth + 1) }
    : { next: 'show', view: draw(depth) };
}

async function receiptOf(deps: Deps, actor: Actor, id: string): Promise<SubmissionAnswer> {
  const file = await initiativeFile(deps, deps.db, { id });
  if (!file) throw refusal('initiative_unknown', (p) => p.unknownInitiative);
  return { next: 'show', view: receiptView(file, deps.zone, actor.language) };
}

async function mineOf(deps: Deps, actor: Actor, limit: number): Promise<Mine> {
  const mine = await myInitiatives(deps, deps.db, { personId: actor.personId, limit });
  const { total } = mine;
  const timelines = await timelinesOf(
    deps.db,
    mine.newest.map(({ id }) => id),
  );
  const newest = mine.newest.map((one) => ({ ...one, timeline: timelines.get(one.id) ?? [] }));
  const [draft, ...more] = await draftsOf(deps.db, actor.personId);
  const drafts = draft && { title: draftLabel(draft, actor.language), more: more.length };
  return { total, newest, drafts: drafts ?? null };
}
