import { randomUUID } from 'node:crypto';
import { today } from '../../kernel/deps.ts';
import { unitsUnder } from '../../people/units-under.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import {
  declineButton,
  declineModal,
  proposeButton,
  proposeModal,
  takeButton,
} from './commendation-controls.ts';
import { commendationPhrases } from './commendation-phrases.ts';
import { proposalsWhere } from './commendation-queries.ts';
import { declineView, proposalsHome, proposedView, proposeView } from './commendation-views.ts';
import { openProposal, proposeCommendation } from './propose-commendation.ts';
import { openToSettle, settleProposal } from './settle-proposal.ts';

const SHOWN_AT_HOME = 3;

/** Proposing commendations out of turn, and what the secretary does with them. */
export const registerCommendationListeners: RegisterListeners = (on, deps) => {
  on.button(proposeButton, async ({ actor, value, openModal }) => {
    const opened = await openProposal(deps.db, actor, value.exemplarId);
    await openModal(proposeView({ proposalId: randomUUID(), ...opened }, actor.language));
    return undefined;
  });

  on.submission(proposeModal, async ({ actor, metadata, fields }) => {
    const { subject: subjectId, ...rest } = fields;
    const input = { actor, ...metadata, subjectId, ...rest };
    const { happened } = await proposeCommendation(deps, input);
    return { next: 'show', view: proposedView(happened, actor.language) };
  });

  on.button(takeButton, async ({ actor, value }) => {
    const { happened } = await settleProposal(deps, { actor, ...value, reason: null });
    const say = commendationPhrases[actor.language];
    return { text: happened ? say.takenNext : say.settledBefore };
  });

  on.button(declineButton, async ({ actor, value, openModal }) => {
    const proposal = await openToSettle(deps, actor, value.proposalId);
    if (proposal.state !== 'proposed')
      return { text: commendationPhrases[actor.language].settledBefore };
    await openModal(declineView(proposal, actor.language));
    return undefined;
  });

  on.submission(declineModal, async ({ actor, metadata, fields }) => {
    await settleProposal(deps, { actor, ...metadata, reason: fields.reason });
    return { next: 'close' };
  });

  on.home(async (actor) => {
    const units = await unitsUnder(deps.db, actor, ['secretary'], today(deps));
    if (units.length === 0) return [];
    const unitIds = units.map(({ id }) => id);
    const where = { state: 'proposed', subject: { unitId: { in: unitIds } } } as const;
    const [total, shown] = await Promise.all([
      deps.db.commendationProposal.count({ where }),
      proposalsWhere(deps.db, { where, take: SHOWN_AT_HOME }),
    ]);
    return proposalsHome({ shown, total }, actor.language);
  });
};
