import { type Renderer, rendering } from '../../jobs/kinds.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import {
  checkAhead,
  checkChanged,
  checkComing,
  findings,
  mendingSettled,
  mendingTold,
} from '../messages.ts';
import {
  checkAheadMessage,
  checkChangedMessage,
  checkComingMessage,
  findingsMessage,
  isOff,
  mendingSettledMessage,
  mendingToldMessage,
} from './check-message-views.ts';
import { findCheck, findChecked } from './check-queries.ts';
import type { OpenMending } from './settle-mending.ts';

export const checkRenderers: readonly Renderer[] = [
  rendering(checkComing, async (deps, { subjectId, personId, language, redrawing }) => {
    const check = await findCheck(deps.db, subjectId);
    if (check && !redrawing && isOff(check)) return null;
    return check && checkComingMessage(check, { language, personId, today: today(deps) });
  }),
  rendering(checkAhead, async (deps, { params, subjectId, language, redrawing }) => {
    const check = await findCheck(deps.db, subjectId);
    if (check && !redrawing && isOff(check)) return null;
    return check && checkAheadMessage(check, params.unitIds, language);
  }),
  rendering(checkChanged, async (deps, { params, subjectId, language }) => {
    const check = await findCheck(deps.db, subjectId);
    return check && checkChangedMessage(check, params, language);
  }),
  rendering(findings, async (deps, { subjectId, language }) => {
    const found = await findChecked(deps.db, { id: subjectId });
    return found && findingsMessage(found, language);
  }),
  rendering(mendingTold, async (deps, { subjectId, language }) => {
    const found = await mendingOf(deps, subjectId);
    return found && mendingToldMessage(found, language);
  }),
  rendering(mendingSettled, async (deps, { subjectId, language }) => {
    const found = await mendingOf(deps, subjectId);
    return found && mendingSettledMessage(found, language);
  }),
];

async function mendingOf(deps: Deps, mendingId: string): Promise<OpenMending | null> {
  const found = await findChecked(deps.db, { mendings: { some: { id: mendingId } } });
  const mending = found?.part.mendings.find(({ id }) => id === mendingId);
  return found && mending ? { ...found, mending } : null;
}
