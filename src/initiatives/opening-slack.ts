import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import type { Deps } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { summaryFor } from './after/summary-slack.ts';
import type { Draft } from './intake/draft-of.ts';
import { mayAddEvidence } from './intake/evidence-access.ts';
import { slackUsersOf } from './intake/form-people.ts';
import { descriptionView } from './intake/form-views.ts';
import { findFile } from './open-file.ts';
import { scoringOfFile } from './scoring/scoring-of-file.ts';
import { scoringFileBlocks } from './scoring/scoring-overview-views.ts';
import { similarTo } from './similar/open-similar.ts';
import { similarActions } from './similar/similar-views.ts';
import { fileView } from './views.ts';
import { fileWorkflowBlocks } from './workflow/file-workflow-views.ts';
import { prepareWorkflow } from './workflow/prepare-workflow.ts';

// Modals that more than one listener opens.

/** The file of an initiative, for somebody who may read it. @throws AppError initiative_unknown */
export async function fileFor(
  deps: Deps,
  actor: Actor,
  which: { id: string } | { number: string },
): Promise<ModalView> {
  const opened = await findFile(deps, actor, which);
  // What was recognised is read in short by everybody in the agency.
  if (!opened) return summaryFor(deps, actor, which);
  const { file, confidential } = opened;
  const standing = await prepareWorkflow(deps, deps.db, actor, file);
  const reader = {
    personId: actor.personId,
    confidential,
    zone: deps.zone,
    mayAddEvidence: (await mayAddEvidence(deps.db, actor.personId, file.id)) === 'may',
    workflow: fileWorkflowBlocks(file, standing, deps.zone, actor.language),
  };
  const view = fileView(file, reader, actor.language);
  const scoring = scoringFileBlocks(await scoringOfFile(deps, actor, file.id), actor.language);
  const similar = confidential ? await similarTo(deps, file) : 0;
  const alike = similarActions({ initiativeId: file.id, count: similar }, actor.language);
  return { ...view, blocks: [...view.blocks, ...scoring, ...alike] };
}

/** The first step of the form for a new draft. @param depth its place in Slack's stack of modals, from 1 */
export function emptyForm(deps: Deps, actor: Actor, depth: number): ModalView {
  const form = { draftId: randomUUID(), draft: null, depth, zone: deps.zone };
  return descriptionView({ ...form, slackUserIds: [actor.slackUserId] }, actor.language);
}

/** The first step of the form with what the draft holds. */
export async function draftForm(
  deps: Deps,
  actor: Actor,
  draft: Draft,
  depth: number,
): Promise<ModalView> {
  const slackUserIds = await slackUsersOf(deps.db, draft.content.authors.personIds);
  const form = { draftId: draft.id, draft, slackUserIds, depth, zone: deps.zone };
  return descriptionView(form, actor.language);
}
