import type { ModalView } from '@slack/types';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { SubmissionAnswer } from '../../slack/kinds.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { initiativeFile } from '../file-queries.ts';
import { Extras, Substance } from '../intake/draft-content.ts';
import type { Draft } from '../intake/draft-of.ts';
import { authorsOf, slackUsersOf } from '../intake/form-people.ts';
import { refusal } from '../refusal.ts';
import { deadlineFrom } from '../rules.ts';
import { receiptView } from '../views.ts';
import { checkForm, type FormVerdict, type Seen } from './check-form.ts';
import { dueInitiatives } from './deadline-queries.ts';
import { deadlineHomeBlocks, deadlinesView } from './deadline-views.ts';
import { mendInitiative } from './mend-initiative.ts';
import { mendDescriptionView, mendParticularsView } from './mend-views.ts';
import { openChanges } from './open-changes.ts';
import { openCheck } from './open-check.ts';
import { openMending } from './open-mending.ts';
import { keepMendedParticulars, saveMending } from './save-mending.ts';
import { lastStep } from './step-queries.ts';
import {
  acceptButton,
  changesButton,
  deadlinesButton,
  mendButton,
  mendDescriptionModal,
  mendParticularsModal,
  refuseFormButton,
  refuseFormModal,
  returnButton,
  returnModal,
} from './workflow-controls.ts';
import { workflowPhrases } from './workflow-phrases.ts';
import {
  changesView,
  formCheckedText,
  formCheckedView,
  refuseFormView,
  returnView,
} from './workflow-views.ts';

/** Slack stacks no more modals than this. */
const DEEPEST = 3;

export const registerWorkflowListeners: RegisterListeners = (on, deps) => {
  on.button(acceptButton, async ({ actor, value: seen }) => {
    const checked = await checkForm(deps, { actor, seen, verdict: { kind: 'accepted' } });
    return { text: formCheckedText(checked, deps.zone, actor.language) };
  });

  on.button(returnButton, async ({ actor, value: seen, openModal }) => {
    const opened = await openCheck(deps, actor, seen);
    if ('last' in opened) return { text: formCheckedText(opened, deps.zone, actor.language) };
    const deadline = deadlineFrom(deps.rulebook, 'correction', today(deps));
    await openModal(returnView({ ...opened, seen, deadline }, actor.language));
    return undefined;
  });

  on.button(refuseFormButton, async ({ actor, value: seen, openModal }) => {
    const opened = await openCheck(deps, actor, seen);
    if ('last' in opened) return { text: formCheckedText(opened, deps.zone, actor.language) };
    await openModal(refuseFormView({ ...opened, seen }, actor.language));
    return undefined;
  });

  on.submission(returnModal, ({ actor, metadata, fields }) =>
    settleInModal(deps, actor, metadata, { kind: 'returned', ...fields }),
  );

  on.submission(refuseFormModal, ({ actor, metadata, fields }) =>
    settleInModal(deps, actor, metadata, { kind: 'form_refused', ...fields }),
  );

  on.button(mendButton, async ({ actor, value, channelId, openModal }) => {
    // In a modal, nobody knows how many lie below: the second step takes the place of the first.
    const depth = channelId === null ? DEEPEST : 1;
    await openModal(await mendFirstStep(deps, actor, { ...value, depth }));
    return undefined;
  });

  on.submission(mendDescriptionModal, async ({ actor, metadata, fields }) => {
    const { authors: slackUserIds, outsideAuthors: outside, ...description } = fields;
    const authors = { slackUserIds, outside };
    const saved = await saveMending(deps, { actor, ...metadata, description, authors });
    const { draft, firstApplication, shares, hidesConfidential } = saved;
    const named = await authorsOf(deps.db, draft.content.authors);
    const asked = await askedOf(deps, metadata.initiativeId);
    const draw = (depth: number) =>
      mendParticularsView(
        {
          ...metadata,
          depth,
          // The shares stand with their authors, who may be others now.
          draft: withoutShares(draft),
          firstApplication,
          authors: named.map(({ name }, place) => ({ name, share: shares[place] ?? null })),
          asked,
          hidesConfidential,
        },
        actor.language,
      );
    return metadata.depth < DEEPEST
      ? { next: 'push', view: draw(metadata.depth + 1) }
      : { next: 'show', view: draw(metadata.depth) };
  });

  on.submission(mendParticularsModal, async ({ actor, metadata, fields }) => {
    const { initiativeId, revision, authors } = metadata;
    const asked = Array.from({ length: authors }, (_, place) => Number(fields[`share_${place}`]));
    const shares = authors === 1 ? [100] : asked;
    const savedAt = new Date(metadata.savedAt);
    const written = Substance.extend(Extras.shape).parse(fields);
    const mending = { actor, initiativeId, revision, written };
    await keepMendedParticulars(deps, mending);
    await mendInitiative(deps, { ...mending, savedAt, shares });
    const file = await initiativeFile(deps, deps.db, { id: initiativeId });
    if (!file) throw refusal('initiative_unknown', (p) => p.unknownInitiative);
    const title = workflowPhrases[actor.language].mendedModal;
    return { next: 'show', view: receiptView(file, deps.zone, actor.language, title) };
  });

  on.button(changesButton, async ({ actor, value, openModal }) => {
    const { confidential, ...changes } = await openChanges(deps, actor, value.initiativeId);
    await openModal(changesView(changes, { confidential, zone: deps.zone }, actor.language));
    return undefined;
  });

  on.button(deadlinesButton, async ({ actor, openModal }) => {
    await openModal(deadlinesView(await waitingFor(deps, actor), actor.language));
    return undefined;
  });

  on.home(async (actor) => deadlineHomeBlocks(await waitingFor(deps, actor), actor.language));
};

/** What waits in the units that the actor is secretary of, without what they are an author of. */
async function waitingFor(deps: Deps, actor: Actor) {
  const under = actor.grants.flatMap(({ role, unitId }) => (role === 'secretary' ? unitId : []));
  if (under.length === 0) return [];
  return dueInitiatives(deps, deps.db, { under, notOf: actor.personId });
}

async function settleInModal(
  deps: Deps,
  actor: Actor,
  seen: Seen,
  verdict: FormVerdict,
): Promise<SubmissionAnswer> {
  const checked = await checkForm(deps, { actor, seen, verdict });
  return { next: 'show', view: formCheckedView(checked, deps.zone, actor.language) };
}

async function mendFirstStep(
  deps: Deps,
  actor: Actor,
  form: { initiativeId: string; revision: number; depth: number },
): Promise<ModalView> {
  const { draft } = await openMending(deps, { actor, ...form });
  const slackUserIds = await slackUsersOf(deps.db, draft.content.authors.personIds);
  const asked = await askedOf(deps, form.initiativeId);
  return mendDescriptionView({ ...form, draft, slackUserIds, asked }, actor.language);
}

function withoutShares(draft: Draft): Draft {
  const { shares: _, ...content } = draft.content;
  return { ...draft, content };
}

/** What the secretary asked to be mended. */
async function askedOf(deps: Deps, initiativeId: string): Promise<string | null> {
  const last = await lastStep(deps.db, initiativeId);
  return last.kind === 'returned' ? last.reason : null;
}
