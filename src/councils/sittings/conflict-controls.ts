import { z } from 'zod';
import { buttonKind, modalKind } from '../../slack/kinds.ts';
import { OnSitting } from '../ballots/controls.ts';

const Items = z.array(z.uuid()).default([]);

export const conflictsButton = buttonKind('councils.conflicts', OnSitting);
export const conflictsModal = modalKind('councils.conflicts_form', {
  metadata: OnSitting,
  fields: z.object({ items: Items }),
});
export const takeBackConflictsButton = buttonKind('councils.take_back_conflicts', OnSitting);
export const takeBackConflictsModal = modalKind('councils.take_back_conflicts_form', {
  metadata: OnSitting,
  fields: z.object({ items: Items, reason: z.string().max(500).default('') }),
});
