import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import type { SubmissionAnswer } from '../slack/kinds.ts';
import type { RegisterListeners } from '../slack/listeners.ts';
import {
  beginAnewButton,
  decisionButton,
  decisionModal,
  descriptionModal,
  particularsModal,
  viewButton,
} from './controls.ts';
import { decisionView, recordedText, recordedView } from './decision-views.ts';
import { Particulars } from './draft-content.ts';
import { draftOf } from './draft-of.ts';
import { fileInitiative } from './file-initiative.ts';
import { initiativeFile, myInitiatives, waitingForFormCheck } from './file-queries.ts';
import { authorsOf, slackUsersOf } from './form-people.ts';
import { descriptionView, particularsView } from './form-views.ts';
import { keepParticulars } from './keep-particulars.ts';
import { openDecision } from './open-decision.ts';
import { openFile } from './open-file.ts';
import { readCommand } from './read-command.ts';
import { recordDecision } from './record-decision.ts';
import { refusal } from './refusal.ts';
import { saveDescription } from './save-description.ts';
import { scoringOfFile } from './scoring-of-file.ts';
import { scoringFileBlocks } from './scoring-overview-views.ts';
import { fileView, helpAnswer, homeBlocks, mineAnswer, receiptView } from './views.ts';

const LISTED = 20;
const LISTED_AT_HOME = 5;
/** Slack stacks no more modals than this. */
const DEEPEST = 3;

export const registerInitiativesListeners: RegisterListeners = (on, deps) => {
  on.command('/sangkien', async ({ actor, words, reply, openModal }) => {
    const wish = readCommand(words);
    switch (wish.kind) {
      case 'form':
      case 'new_form':
        return openModal(await firstStep(deps, actor, wish.kind === 'form' ? 'resume' : 'anew'));
      case 'mine': {
        const mine = await mineOf(deps, actor, LISTED);
        return reply(mineAnswer(mine, mine.draftTitle, actor.language));
      }
      case 'file':
        return openModal(await fileFor(deps, actor, { number: wish.number }));
      case 'help':
        return reply(helpAnswer(wish.unknown, actor.language));
    }
  });

  on.button(beginAnewButton, async ({ actor, value, openModal }) => {
    const form = { draftId: randomUUID(), replaces: value.draftId, draft: null, zone: deps.zone };
    const slackUserIds = [actor.slackUserId];
    await openModal(descriptionView({ ...form, slackUserIds, depth: 2 }, actor.language));
    return undefined;
  });

  on.submission(descriptionModal, async ({ actor, metadata, fields }) => {
    const { authors: slackUserIds, outsideAuthors: outside, ...description } = fields;
    const authors = { slackUserIds, outside };
    const saved = await saveDescription(deps, { actor, ...metadata, description, authors });
    if (saved.kind === 'filed') return receiptOf(deps, actor, saved.initiative.id);
    const { draft, firstApplication } = saved;
    const names = await authorsOf(deps.db, draft.content.authors);
    return nextStep(metadata.depth, (depth) =>
      particularsView({ draft, depth, firstApplication, authors: names }, actor.language),
    );
  });

  on.submission(particularsModal, async ({ actor, metadata, fields }) => {
    const { draftId, authors } = metadata;
    const asked = Array.from({ length: authors }, (_, place) => Number(fields[`share_${place}`]));
    const shares = authors === 1 ? [100] : asked;
    const savedAt = new Date(metadata.savedAt);
    const particulars = Particulars.parse(fields);
    await keepParticulars(deps, { actor, draftId, particulars });
    const input = { actor, draftId, savedAt, shares, particulars };
    const initiative = await fileInitiative(deps, input);
    return receiptOf(deps, actor, initiative.id);
  });

  on.button(viewButton, async ({ actor, value, openModal }) => {
    await openModal(await fileFor(deps, actor, { id: value.initiativeId }));
    return undefined;
  });

  on.button(decisionButton, async ({ actor, value, openModal }) => {
    const decision = await openDecision(deps, actor, value.initiativeId);
    const { number, title } = decision;
    if (decision.awaited === null)
      return { text: recordedText(number, decision.standing, actor.language) };
    const asked = { ...value, number, title, kind: decision.awaited, today: today(deps) };
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
    const units = actor.grants
      .filter(({ role }) => role === 'secretary')
      .map(({ unitId }) => unitId);
    const waiting =
      units.length > 0
        ? await waitingForFormCheck(deps, deps.db, units)
        : { count: 0, oldest: null };
    const home = { mine, draftTitle: mine.draftTitle, waiting, today: today(deps) };
    return homeBlocks(home, actor.language);
  });
};

/** Step 1: the person's draft to go on with, or an empty form that will take its place. */
async function firstStep(deps: Deps, actor: Actor, how: 'resume' | 'anew'): Promise<ModalView> {
  const existing = await draftOf(deps.db, actor.personId);
  const draft = how === 'resume' ? existing : null;
  const replaces = draft ? null : (existing?.id ?? null);
  const draftId = draft?.id ?? randomUUID();
  const slackUserIds = draft
    ? await slackUsersOf(deps.db, draft.content.authors.personIds)
    : [actor.slackUserId];
  const form = { draftId, replaces, draft, slackUserIds, depth: 1, zone: deps.zone };
  return descriptionView(form, actor.language);
}

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

async function fileFor(
  deps: Deps,
  actor: Actor,
  which: { id: string } | { number: string },
): Promise<ModalView> {
  const { file, confidential } = await openFile(deps, actor, which);
  const view = fileView(file, { confidential, zone: deps.zone }, actor.language);
  const scoring = scoringFileBlocks(await scoringOfFile(deps, actor, file.id), actor.language);
  return { ...view, blocks: [...view.blocks, ...scoring] };
}

async function mineOf(deps: Deps, actor: Actor, limit: number) {
  const mine = await myInitiatives(deps, deps.db, { personId: actor.personId, limit });
  const draft = await draftOf(deps.db, actor.personId);
  return { ...mine, draftTitle: draft?.content.description.title ?? null };
}
