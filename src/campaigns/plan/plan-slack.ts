import { randomUUID } from 'node:crypto';
import type { Deps } from '../../kernel/deps.ts';
import { today } from '../../kernel/deps.ts';
import { AppError } from '../../kernel/errors.ts';
import type { Actor } from '../../people/actor.ts';
import { unitsUnder } from '../../people/units-under.ts';
import { campaignRulesOn } from '../../rulebook/campaign-rules.ts';
import { fold } from '../../rulebook/fold.ts';
import { option } from '../../slack/blocks.ts';
import type { CommandRequest, RegisterListeners } from '../../slack/listeners.ts';
import { writingUnits } from '../authority.ts';
import {
  amendButton,
  announcingButton,
  announcingModal,
  discardButton,
  essentialsModal,
  organisingModal,
  SCOPE,
  textsModal,
} from '../controls.ts';
import { phrases } from '../phrases.ts';
import { WRITING_ROLES } from '../rules.ts';
import { proposedChasing } from '../urging/chasing-fields.ts';
import { announcingView } from './announcing-form-views.ts';
import { checkEssentials } from './check-essentials.ts';
import { discardDraft } from './discard-draft.ts';
import { draftToAmend } from './draft-to-amend.ts';
import { essentialsView, organisingView, textsView } from './form-views.ts';
import { pictureOf } from './picture-of.ts';
import { plansAnswer } from './plan-list-views.ts';

import { ownPlan, ownPlans } from './plan-queries.ts';
import { problemPhrases } from './problem-phrases.ts';
import type { FormProblem } from './problems.ts';
import { readOrganising } from './read-organising.ts';
import { saveAnnouncing } from './save-announcing.ts';
import { saveDraft } from './save-draft.ts';
import { saveOrganising } from './save-organising.ts';
import { addressedUnits, countPeopleIn } from './scope-queries.ts';

const OFFERED = 100;

/** Writing a plan in three steps, going on with drafts, and how it will be announced. */
export const registerPlanListeners: RegisterListeners = (on, deps) => {
  on.suggestions(SCOPE, async ({ actor, typed }) => {
    const units = await unitsUnder(deps.db, actor, WRITING_ROLES, today(deps));
    const sought = fold(typed);
    return units
      .filter(({ name }) => fold(name).includes(sought))
      .slice(0, OFFERED)
      .map(({ id, name }) => option(name, id));
  });

  on.submission(essentialsModal, async ({ actor, metadata, fields }) => {
    const { contact, unit, [SCOPE]: scope, ...rest } = fields;
    const unitId = metadata.unitId ?? unit ?? actor.unitId;
    const scopeUnitIds = [...new Set(scope)].filter((id) => id !== unitId);
    const entered = { ...rest, unitId, scopeUnitIds, contactSlackId: contact };
    const checked = await checkEssentials(deps, { actor, entered });
    const { language } = actor;
    if ('problems' in checked) {
      const names = { unit: metadata.unitId ? 'name' : 'unit', scope: SCOPE };
      return { next: 'mend', errors: errorsOf(checked.problems, actor, names) };
    }
    const { form } = metadata;
    const draft = await ownPlan(deps.db, actor, form.campaignId);
    const { essentials } = checked;
    return { next: 'push', view: textsView({ language, form, essentials, texts: draft }) };
  });

  on.submission(textsModal, async ({ actor, metadata, fields }) => {
    const { form, essentials } = metadata;
    const written = { ...essentials, ...fields };
    const seen = await saveDraft(deps, { actor, form, written });
    const plan = await ownPlan(deps.db, actor, form.campaignId);
    if (!plan) return { next: 'close' };
    const rules = campaignRulesOn(deps.rulebook, today(deps));
    const view = organisingView({
      language: actor.language,
      form: { ...form, seen },
      plan,
      midtermYears: rules.midtermYears.value,
      finalReviewDays: rules.finalReviewDays.value,
      chasing: proposedChasing(plan, rules),
    });
    return { next: 'push', view };
  });

  on.submission(organisingModal, async ({ actor, metadata, fields }) => {
    await saveOrganising(deps, { actor, form: metadata.form, ...readOrganising(fields) });
    return { next: 'close' };
  });

  on.button(amendButton, async ({ actor, value, channelId, openModal }) => {
    const amended = await draftToAmend(deps, { actor, seen: value });
    const units = await writingUnits(deps.db, actor);
    if (units.length === 0)
      throw new AppError('may_not_write', {
        say: (language) => problemPhrases[language].mayNotWriteForUnit,
      });
    const { campaignId, mark } = value;
    const form = { campaignId, formKey: randomUUID(), seen: mark, channelId };
    const { language } = actor;
    await openModal(essentialsView({ language, form, units, contactSlackId: null, amended }));
    return undefined;
  });

  on.button(announcingButton, async ({ actor, value, openModal }) => {
    const { plan } = await draftToAmend(deps, { actor, seen: value });
    const people = await countPeopleIn(deps.db, addressedUnits(plan), today(deps));
    await openModal(announcingView({ language: actor.language, seen: value, plan, people }));
    return undefined;
  });

  on.submission(announcingModal, async (request) => {
    const { actor, metadata, fields } = request;
    const { launchAt, toPersons, mention } = fields;
    const before = await ownPlan(deps.db, actor, metadata.campaignId);
    const announcing = {
      toPersons: toPersons.length > 0,
      mentionsChannel: mention.length > 0,
      launchAt: launchAt === undefined ? null : new Date(launchAt * 1000),
      picture: await pictureOf(request, before?.picture ?? null),
    };
    await saveAnnouncing(deps, { actor, seen: metadata, announcing });
    return { next: 'close' };
  });

  on.button(discardButton, async ({ actor, value }) => {
    await discardDraft(deps, { actor, campaignId: value.campaignId });
    return { text: phrases[actor.language].discarded };
  });
};

/** Opens an empty form. @returns false when the person may write no plan */
export async function openPlanForm(
  deps: Deps,
  { actor, channelId, openModal }: CommandRequest,
): Promise<boolean> {
  const units = await writingUnits(deps.db, actor);
  if (units.length === 0) return false;
  const { language, slackUserId: contactSlackId } = actor;
  const form = { campaignId: randomUUID(), formKey: randomUUID(), seen: null, channelId };
  await openModal(essentialsView({ language, form, units, contactSlackId, amended: null }));
  return true;
}

/** What the person has written and not launched. */
export async function plansFor(deps: Deps, actor: Actor) {
  const { language } = actor;
  return plansAnswer(await ownPlans(deps.db, actor), { language, zone: deps.zone });
}

function errorsOf(
  problems: readonly FormProblem[],
  { language }: Actor,
  names: Readonly<Partial<Record<string, string>>>,
): Record<string, string> {
  return Object.fromEntries(
    problems.map(({ field, say }) => [names[field] ?? field, say(language)]),
  );
}
