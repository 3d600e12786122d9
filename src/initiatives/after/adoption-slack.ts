import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { fold } from '../../rulebook/fold.ts';
import { option } from '../../slack/blocks.ts';
import type { Answer, RegisterListeners } from '../../slack/listeners.ts';
import { finalView } from '../scoring/final-view.ts';
import { adoptInitiative } from './adopt-initiative.ts';
import { mayAdopt, mayReport } from './adoption-access.ts';
import {
  ADOPTING_UNIT,
  adoptButton,
  adoptionButton,
  adoptModal,
  correctButton,
  endAdoptionButton,
  endAdoptionModal,
  reportButton,
  reportModal,
} from './adoption-controls.ts';
import { adoptionPhrases } from './adoption-phrases.ts';
import {
  type AdoptionFile,
  adoptingUnits,
  adoptionFile,
  adoptionsOf,
  newlyRecognised,
} from './adoption-queries.ts';
import {
  adoptionHomeBlocks,
  adoptionsAnswer,
  adoptionView,
  adoptView,
  endAdoptionView,
  reportView,
} from './adoption-views.ts';
import { afterRefusal } from './after-refusal.ts';
import { endAdoption } from './end-adoption.ts';
import { prepareSummary, unitsToAdopt } from './prepare-summary.ts';
import { reportEffect } from './report-effect.ts';

/** Newly recognised ones that a list offers. */
const OFFERED = 5;

/** Taking up initiatives of other units and reporting what that brings. */
export const registerAdoptionListeners: RegisterListeners = (on, deps) => {
  on.button(adoptButton, async ({ actor, value, openModal }) => {
    const { summary } = await prepareSummary(deps, actor, { id: value.initiativeId });
    if (summary.annulled) throw afterRefusal('recognition_annulled', (p) => p.recognitionAnnulled);
    const units = await unitsToAdopt(deps, actor, summary.id);
    if (units.length === 0) throw afterRefusal('no_unit', (p) => p.noUnitToAdopt);
    const { slackUserId, language } = actor;
    const form = { adoptionId: randomUUID(), initiative: summary, units, slackUserId };
    await openModal(adoptView({ ...form, today: today(deps) }, language));
    return undefined;
  });

  on.suggestions(ADOPTING_UNIT, async ({ actor, typed }) => {
    const units = await adoptingUnits(deps, actor);
    const sought = fold(typed);
    return units
      .filter(({ name }) => fold(name).includes(sought))
      .slice(0, 100)
      .map(({ id, name }) => option(name, id));
  });

  on.submission(adoptModal, async ({ actor, metadata, fields }) => {
    const { [ADOPTING_UNIT]: unitId, responsible: responsibleSlackUserId, ...rest } = fields;
    const input = { actor, ...metadata, unitId, responsibleSlackUserId, ...rest };
    const { adoptionId, happened } = await adoptInitiative(deps, input);
    const say = adoptionPhrases[actor.language];
    const lead = happened ? say.adoptedNow : say.adoptedBefore;
    return finalView(await viewOf(deps, actor, adoptionId, lead));
  });

  on.button(adoptionButton, async ({ actor, value, openModal }) => {
    await openModal(await viewOf(deps, actor, value.adoptionId));
    return undefined;
  });

  const opensReport = async (actor: Actor, adoptionId: string, year: number | null) => {
    const file = await fileOf(deps, adoptionId);
    if (!(await mayReport(deps.db, actor, file)))
      throw afterRefusal('not_reporter', (p) => p.notReporter);
    if (file.annulled) throw afterRefusal('recognition_annulled', (p) => p.recognitionAnnulled);
    if (!file.begun) throw afterRefusal('not_begun', (p) => p.notBegun(file));
    const corrects = file.reports.find((report) => report.year === year) ?? null;
    const thisYear = Number(today(deps).slice(0, 4));
    return reportView({ reportId: randomUUID(), file, corrects, thisYear }, actor.language);
  };

  on.button(reportButton, async ({ actor, value, openModal }) => {
    await openModal(await opensReport(actor, value.adoptionId, null));
    return undefined;
  });

  on.button(correctButton, async ({ actor, value, openModal }) => {
    await openModal(await opensReport(actor, value.adoptionId, value.year));
    return undefined;
  });

  on.submission(reportModal, async ({ actor, metadata, fields }) => {
    const { year: chosen, ...rest } = fields;
    const year = metadata.year ?? chosen;
    if (year === undefined) throw afterRefusal('changed_meanwhile', (p) => p.changedMeanwhile);
    const { happened } = await reportEffect(deps, { actor, ...metadata, ...rest, year });
    const say = adoptionPhrases[actor.language];
    const lead = happened ? say.reported : say.reportedBefore;
    return finalView(await viewOf(deps, actor, metadata.adoptionId, lead));
  });

  on.button(endAdoptionButton, async ({ actor, value, openModal }) => {
    const file = await fileOf(deps, value.adoptionId);
    if (!(await mayAdopt(deps.db, actor, file.unitId)))
      throw afterRefusal('not_adopting_unit', (p) => p.notAdoptingUnit);
    await openModal(
      file.endedOn
        ? await viewOf(deps, actor, file.id, adoptionPhrases[actor.language].endedBefore)
        : endAdoptionView(file, today(deps), actor.language),
    );
    return undefined;
  });

  on.submission(endAdoptionModal, async ({ actor, metadata, fields }) => {
    const { happened } = await endAdoption(deps, { actor, ...metadata, ...fields });
    const say = adoptionPhrases[actor.language];
    const lead = happened ? say.endedNow : say.endedBefore;
    return finalView(await viewOf(deps, actor, metadata.adoptionId, lead));
  });

  on.home(async (actor) => {
    const on = today(deps);
    const adoptions = await ownAdoptions(deps, actor);
    const due = adoptions.filter(({ dueOn }) => dueOn !== null && dueOn <= on);
    return adoptionHomeBlocks(due, on, actor.language);
  });
};

/** `/sangkien áp dụng`: what one's units apply, and what they could. */
export async function adoptionsFor(deps: Deps, actor: Actor): Promise<Answer> {
  const units = await adoptingUnits(deps, actor);
  const unitIds = units.map(({ id }) => id);
  const adoptions = await ownAdoptions(deps, actor);
  const search = { notOf: unitIds, limit: OFFERED };
  const newest = unitIds.length > 0 ? await newlyRecognised(deps.db, search) : [];
  return adoptionsAnswer({ adoptions, newest, today: today(deps) }, actor.language);
}

async function ownAdoptions(deps: Deps, actor: Actor) {
  const unitIds = (await adoptingUnits(deps, actor)).map(({ id }) => id);
  return adoptionsOf(deps, deps.db, { unitIds, personId: actor.personId });
}

/** That a unit applies it is no secret: everybody reads it in the summary. */
async function fileOf(deps: Deps, adoptionId: string): Promise<AdoptionFile> {
  const file = await adoptionFile(deps, deps.db, adoptionId);
  if (!file) throw afterRefusal('adoption_unknown', (p) => p.adoptionUnknown);
  return file;
}

async function viewOf(
  deps: Deps,
  actor: Actor,
  adoptionId: string,
  lead?: string,
): Promise<ModalView> {
  const file = await fileOf(deps, adoptionId);
  const reader = {
    mayReport: await mayReport(deps.db, actor, file),
    mayEnd: await mayAdopt(deps.db, actor, file.unitId),
    zone: deps.zone,
    ...(lead === undefined ? {} : { lead }),
  };
  return adoptionView(file, reader, actor.language);
}
