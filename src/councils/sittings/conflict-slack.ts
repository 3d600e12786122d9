import type { Deps } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { phrases as ballotPhrases } from '../ballots/phrases.ts';
import { ownSeat } from './attendance.ts';
import {
  conflictsButton,
  conflictsModal,
  takeBackConflictsButton,
  takeBackConflictsModal,
} from './conflict-controls.ts';
import { conflictPhrases as phrases } from './conflict-phrases.ts';
import { conflictsDoneView, conflictsView, takeBackConflictsView } from './conflict-views.ts';
import { declareItemConflicts } from './declare-item-conflicts.ts';
import { declaredConflicts } from './declared-conflicts.ts';
import { sittingPicture } from './sitting-queries.ts';
import { takeBackConflicts } from './take-back-conflicts.ts';

/** Conflicts of interest that a member declares about a sitting's items, and takes back. */
export const registerConflictListeners: RegisterListeners = (on, deps) => {
  on.button(conflictsButton, async ({ actor, value, openModal }) => {
    const declared = await ownDeclared(deps, actor, value.sittingId);
    const sitting = await sittingPicture(deps, value.sittingId);
    const known = new Set(declared.map(({ itemId }) => itemId));
    const open = (sitting?.agenda ?? []).filter(
      ({ id, ballot }) => ballot?.state !== 'open' && !known.has(id),
    );
    if (open.length + declared.length === 0)
      throw new AppError('ballot_open', { say: (l) => ballotPhrases[l].conflictTooLate });
    await openModal(conflictsView({ ...value, open, declared }, actor.language));
    return undefined;
  });

  on.submission(conflictsModal, async ({ actor, metadata, fields }) => {
    const { items } = await declareItemConflicts(deps, {
      actor,
      ...metadata,
      itemIds: fields.items,
    });
    const done = { kind: 'declared', items } as const;
    return { next: 'show', view: conflictsDoneView(metadata.sittingId, done, actor.language) };
  });

  on.button(takeBackConflictsButton, async ({ actor, value, openModal }) => {
    const declared = await ownDeclared(deps, actor, value.sittingId);
    const free = declared.filter(({ used }) => !used);
    if (free.length === 0)
      throw new AppError('not_declared', { say: (l) => phrases[l].nothingDeclared });
    await openModal(takeBackConflictsView(value.sittingId, free, actor.language));
    return undefined;
  });

  on.submission(takeBackConflictsModal, async ({ actor, metadata, fields }) => {
    const { items } = await takeBackConflicts(deps, {
      ...{ actor, ...metadata },
      ...{ itemIds: fields.items, reason: fields.reason },
    });
    const done = { kind: 'takenBack', items } as const;
    return { next: 'show', view: conflictsDoneView(metadata.sittingId, done, actor.language) };
  });
};

async function ownDeclared(deps: Deps, { personId }: Actor, sittingId: string) {
  await ownSeat(deps, deps.db, { sittingId, personId });
  return declaredConflicts(deps, deps.db, { sittingId, personIds: [personId] });
}
