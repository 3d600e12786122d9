import type { ModalView } from '@slack/types';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { recordUse } from '../../rulebook/controls.ts';
import { awardName } from '../../rulebook/explain.ts';
import type { SubmissionAnswer } from '../../slack/kinds.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { finalView } from '../scoring/final-view.ts';
import { afterRefusal } from './after-refusal.ts';
import { highest, prepareSummary } from './prepare-summary.ts';
import { type RecordedUse, recordWorkUse } from './record-work-use.ts';
import {
  AuthorOfWork,
  confirmUseModal,
  recordUseModal,
  useOfInitiativeButton,
  withdrawUseButton,
  withdrawUseModal,
} from './use-controls.ts';
import { awardsByWork, mayRecordUse, useMark, worksOfPerson } from './use-queries.ts';
import {
  type AuthoredWork,
  confirmUseView,
  recordUseView,
  useRecordedView,
  useWithdrawnView,
  withdrawUseView,
} from './use-views.ts';
import { withdrawWorkUse } from './withdraw-work-use.ts';

/** Recording what recognised works were counted for. */
export const registerUseListeners: RegisterListeners = (on, deps) => {
  on.button(recordUse, async ({ actor, value, openModal }) => {
    const { personId, award, year } = value;
    if (!(await mayRecordUse(deps, deps.db, actor, personId)))
      throw afterRefusal('not_secretary', (p) => p.useOnlySecretary);
    const standing = (await worksOfPerson(deps.db, personId)).filter((work) => !work.annulled);
    const works = [...new Set(standing.map(({ same }) => same))].flatMap((same) => {
      const work = highest(standing.filter((one) => one.same === same));
      return work ? [{ personId, personName: '', work }] : [];
    });
    await openModal(formOf(deps, actor, { works, authors: false, award, year }));
    return undefined;
  });

  on.button(useOfInitiativeButton, async ({ actor, value, openModal }) => {
    const { uses } = await prepareSummary(deps, actor, { id: value.initiativeId });
    const own = uses.filter(({ mayRecord }) => mayRecord);
    if (own.length === 0) throw afterRefusal('not_secretary', (p) => p.useOnlySecretary);
    const works = own.filter(({ work }) => !work.annulled);
    const year = Number(today(deps).slice(0, 4));
    await openModal(formOf(deps, actor, { works, authors: true, award: null, year }));
    return undefined;
  });

  on.submission(recordUseModal, async ({ actor, fields }) => {
    const { workId, personId } = AuthorOfWork.parse(JSON.parse(fields.authorOfWork));
    const { award: title, year, decisionNumber = null } = fields;
    return records(deps, actor, { workId, personId, title, year, decisionNumber, seen: null });
  });

  on.submission(confirmUseModal, async ({ actor, metadata }) => records(deps, actor, metadata));

  on.button(withdrawUseButton, async ({ actor, value, openModal }) => {
    if (!(await mayRecordUse(deps, deps.db, actor, value.personId)))
      throw afterRefusal('not_secretary', (p) => p.useOnlySecretary);
    const award = awardName(deps.rulebook, value.title, actor.language);
    await openModal(withdrawUseView(value, award, actor.language));
    return undefined;
  });

  on.submission(withdrawUseModal, async ({ actor, metadata, fields }) => {
    const { happened } = await withdrawWorkUse(deps, { actor, ...metadata, ...fields });
    return finalView(useWithdrawnView(happened, actor.language));
  });
};

function formOf(
  deps: Deps,
  actor: Actor,
  form: { works: readonly AuthoredWork[]; authors: boolean; award: string | null; year: number },
): ModalView {
  const { language } = actor;
  const known = awardsByWork(deps.rulebook);
  const named = (keys: readonly string[]) =>
    keys.map((key) => ({ key, name: awardName(deps.rulebook, key, language) }));
  const awards = { titles: named(known.titles), commendations: named(known.commendations) };
  const thisYear = Number(today(deps).slice(0, 4));
  return recordUseView({ ...form, ...awards, thisYear }, language);
}

/** Records a use, or asks first where the work was used before. */
async function records(
  deps: Deps,
  actor: Actor,
  use: {
    workId: string;
    personId: string;
    title: string;
    year: number;
    decisionNumber: string | null;
    seen: string[] | null;
  },
): Promise<SubmissionAnswer> {
  const { language } = actor;
  const nameOf = (key: string) => awardName(deps.rulebook, key, language);
  const result: RecordedUse = await recordWorkUse(deps, { actor, ...use });
  const { work } = result;
  if (result.kind === 'used_before') {
    const { uses } = result;
    const asked = { ...use, seen: uses.map(useMark) };
    return {
      next: 'show',
      view: confirmUseView({ use: asked, work, uses, nameOf }, language),
    };
  }
  const { title, year } = use;
  const told = { work, award: nameOf(title), year, happened: result.happened };
  return finalView(useRecordedView(told, language));
}
