import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { type Deps, today } from '../../kernel/deps.ts';
import { refusing } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { nearestHolders } from '../../people/queries.ts';
import type { Answer, RegisterListeners } from '../../slack/listeners.ts';
import { headedUnits } from '../units.ts';
import { applyExemplar, openModel } from './apply-exemplar.ts';
import { openApplication, reportApplication } from './report-application.ts';
import {
  applicationButton,
  applyButton,
  applyModal,
  reportButton,
  reportModal,
} from './spread-controls.ts';
import { spreadPhrases } from './spread-phrases.ts';
import { applicationsOf } from './spread-queries.ts';
import {
  applicationsAnswer,
  applicationView,
  applyView,
  reportsHome,
  reportView,
} from './spread-views.ts';

const refusal = refusing(spreadPhrases);

/** Copying models, and what came of it. */
export const registerSpreadListeners: RegisterListeners = (on, deps) => {
  on.button(applyButton, async ({ actor, value, openModal }) => {
    const file = await openModel(deps.db, value.exemplarId);
    const units = await headedUnits(deps.db, actor, today(deps));
    if (units.length === 0) {
      const heads = await headsOf(deps, actor.unitId);
      throw refusal('heads_only', (p) => p.headsOnly({ heads }));
    }
    const others = units.filter(({ id }) => file.subjects.every(({ unitId }) => unitId !== id));
    if (others.length === 0) throw refusal('own_unit', (p) => p.ownUnit);
    await openModal(
      applyView({ applicationId: randomUUID(), file, units: others }, actor.language),
    );
    return undefined;
  });

  on.submission(applyModal, async ({ actor, metadata, fields }) => {
    const { unit: unitId, how } = fields;
    const applied = await applyExemplar(deps, { actor, ...metadata, unitId, how });
    const say = spreadPhrases[actor.language];
    const lead = applied.happened ? say.applied : say.appliedBefore;
    return { next: 'show', view: await viewOf(deps, actor, applied.applicationId, lead) };
  });

  on.button(applicationButton, async ({ actor, value, openModal }) => {
    await openModal(await viewOf(deps, actor, value.applicationId));
    return undefined;
  });

  on.button(reportButton, async ({ actor, value, openModal }) => {
    const application = await openApplication(deps, actor, value.applicationId);
    await openModal(reportView({ reportId: randomUUID(), application }, actor.language));
    return undefined;
  });

  on.submission(reportModal, async ({ actor, metadata, fields }) => {
    const { happened } = await reportApplication(deps, { actor, ...metadata, ...fields });
    const say = spreadPhrases[actor.language];
    const lead = happened ? say.reported : say.reportedBefore;
    return { next: 'show', view: await viewOf(deps, actor, metadata.applicationId, lead) };
  });

  on.home(async (actor) => {
    const all = await own(deps, actor);
    return reportsHome(
      all.filter(({ due }) => due),
      actor.language,
    );
  });
};

/** `/tuyenduong áp dụng`: what one's units copy. */
export async function applicationsFor(deps: Deps, actor: Actor): Promise<Answer> {
  return applicationsAnswer(await own(deps, actor), actor.language);
}

async function own(deps: Deps, actor: Actor) {
  const units = await headedUnits(deps.db, actor, today(deps));
  return applicationsOf(deps, {
    personId: actor.personId,
    headedIds: units.map(({ id }) => id),
  });
}

async function viewOf(
  deps: Deps,
  actor: Actor,
  applicationId: string,
  lead?: string,
): Promise<ModalView> {
  const application = await openApplication(deps, actor, applicationId);
  const reader = { zone: deps.zone, ...(lead === undefined ? {} : { lead }) };
  return applicationView(application, reader, actor.language);
}

async function headsOf(deps: Deps, unitId: string): Promise<string> {
  const ids = await nearestHolders(deps.db, { role: 'head', unitId, on: today(deps) });
  const persons = await deps.db.person.findMany({
    where: { id: { in: ids } },
    select: { fullName: true },
    orderBy: { fullName: 'asc' },
  });
  return persons.map(({ fullName }) => fullName).join(', ');
}
