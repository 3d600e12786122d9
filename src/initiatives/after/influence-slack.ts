import { randomUUID } from 'node:crypto';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { SubmissionAnswer } from '../../slack/kinds.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { finalView } from '../scoring/final-view.ts';
import { afterRefusal } from './after-refusal.ts';
import {
  answerInfluenceModal,
  INFLUENCE_LEVELS,
  influenceRecognisedButton,
  influenceRefusedButton,
  proposeInfluenceButton,
  proposeInfluenceModal,
  sendInfluenceButton,
  sendInfluenceModal,
  withdrawInfluenceButton,
  withdrawInfluenceModal,
} from './influence-controls.ts';
import { influencePhrases } from './influence-phrases.ts';
import {
  evidenceOf,
  type InfluenceRequest,
  influenceRequest,
  influenceRequests,
  proposedCount,
} from './influence-queries.ts';
import {
  answerInfluenceView,
  influenceHomeBlocks,
  influenceView,
  proposeInfluenceView,
  sendInfluenceView,
  withdrawInfluenceView,
} from './influence-views.ts';
import { type InfluenceStep, moveInfluence, ownRequest } from './move-influence.ts';
import { prepareSummary } from './prepare-summary.ts';
import { proposeInfluence } from './propose-influence.ts';

/** Asking for levels of influence, and what comes of it. */
export const registerInfluenceListeners: RegisterListeners = (on, deps) => {
  on.button(proposeInfluenceButton, async ({ actor, value, openModal }) => {
    const { summary, mayPropose } = await prepareSummary(deps, actor, { id: value.initiativeId });
    if (!mayPropose) throw afterRefusal('may_not_propose', (p) => p.mayNotPropose);
    if (summary.annulled) throw afterRefusal('recognition_annulled', (p) => p.recognitionAnnulled);
    const requests = await influenceRequests(deps.db, summary.id);
    const open = requests.filter(({ state }) => state === 'proposed' || state === 'sent');
    const taken = [...open, ...summary.recognitions].map(({ level }) => level);
    const levels = INFLUENCE_LEVELS.filter((level) => !taken.includes(level));
    if (levels.length === 0)
      throw open.length > 0
        ? afterRefusal('level_open', (p) => p.levelOpen)
        : afterRefusal('level_recognised', (p) => p.levelRecognised);
    const evidence = evidenceOf(summary, today(deps));
    const form = { requestId: randomUUID(), initiative: summary, evidence, levels };
    await openModal(proposeInfluenceView(form, actor.language));
    return undefined;
  });

  on.submission(proposeInfluenceModal, async ({ actor, metadata, fields }) => {
    const documents = fields.documents ?? null;
    const { happened } = await proposeInfluence(deps, { actor, ...metadata, ...fields, documents });
    const say = influencePhrases[actor.language];
    const request = await influenceRequest(deps.db, metadata.requestId);
    if (!request) throw afterRefusal('request_unknown', (p) => p.requestUnknown);
    return shown(deps, actor, request, happened ? say.proposed : say.proposedBefore);
  });

  on.button(sendInfluenceButton, async ({ actor, value, openModal }) => {
    const request = await ownRequest(deps.db, actor, value.requestId);
    const form = sendInfluenceView(request, today(deps), actor.language);
    await openModal(request.state === 'proposed' ? form : standing(deps, actor, request));
    return undefined;
  });

  for (const [button, state] of [
    [influenceRecognisedButton, 'recognised'],
    [influenceRefusedButton, 'not_recognised'],
  ] as const) {
    on.button(button, async ({ actor, value, openModal }) => {
      const request = await ownRequest(deps.db, actor, value.requestId);
      const form = answerInfluenceView(request, state, today(deps), actor.language);
      await openModal(request.state === 'sent' ? form : standing(deps, actor, request));
      return undefined;
    });
  }

  on.button(withdrawInfluenceButton, async ({ actor, value, openModal }) => {
    const request = await ownRequest(deps.db, actor, value.requestId);
    const open = request.state === 'proposed' || request.state === 'sent';
    const form = withdrawInfluenceView(request, actor.language);
    await openModal(open ? form : standing(deps, actor, request));
    return undefined;
  });

  const moves = async (actor: Actor, requestId: string, step: InfluenceStep) => {
    const { happened, request } = await moveInfluence(deps, { actor, requestId, step });
    const say = influencePhrases[actor.language];
    return shown(deps, actor, request, happened ? say.moved : say.stands);
  };

  on.submission(sendInfluenceModal, async ({ actor, metadata, fields }) => {
    const { number, dispatchedOn } = fields;
    return moves(actor, metadata.requestId, { state: 'sent', number, on: dispatchedOn });
  });

  on.submission(answerInfluenceModal, async ({ actor, metadata, fields }) => {
    const { requestId, state } = metadata;
    const { number, answeredOn, signatory = '', reason = '' } = fields;
    const paper = { number, on: answeredOn };
    return moves(
      actor,
      requestId,
      state === 'recognised' ? { state, ...paper, signatory } : { state, ...paper, reason },
    );
  });

  on.submission(withdrawInfluenceModal, async ({ actor, metadata, fields }) =>
    moves(actor, metadata.requestId, { state: 'withdrawn', reason: fields.reason }),
  );

  on.home(async (actor) => {
    const unitIds = actor.grants
      .filter(({ role }) => role === 'secretary')
      .map(({ unitId }) => unitId);
    const count = unitIds.length > 0 ? await proposedCount(deps.db, unitIds) : 0;
    return influenceHomeBlocks(count, actor.language);
  });
};

function standing(deps: Deps, actor: Actor, request: InfluenceRequest) {
  const lead = influencePhrases[actor.language].stands;
  return influenceView(request, { zone: deps.zone, lead }, actor.language);
}

function shown(
  deps: Deps,
  actor: Actor,
  request: InfluenceRequest,
  lead: string,
): SubmissionAnswer {
  const view = influenceView(request, { zone: deps.zone, lead }, actor.language);
  return finalView(view);
}
