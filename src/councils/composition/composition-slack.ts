import { randomUUID } from 'node:crypto';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import { personsOfSlackUsers } from '../../people/queries.ts';
import type { SlackUser } from '../../people/slack-profile.ts';
import { fold } from '../../rulebook/fold.ts';
import { option } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import type { CouncilOffice } from '../rules.ts';
import {
  COUNCIL_UNIT,
  decisionModal,
  membersModal,
  openCouncil,
  openCouncils,
  openEstablishment,
  openReconstitution,
  openSubstitute,
  substituteModal,
} from './composition-controls.ts';
import { decisionFormView, membersFormView, substituteFormView } from './composition-form-views.ts';
import { compositionHome } from './composition-news-views.ts';
import { compositionPhrases as phrases } from './composition-phrases.ts';
import { compositionOn, latestComposition } from './composition-queries.ts';
import { refusal } from './composition-refusal.ts';
import type { Seat } from './composition-rules.ts';
import { councilsView, councilView } from './composition-views.ts';
import { establishCouncil } from './establish-council.ts';
import { nameSubstitute } from './name-substitute.ts';
import { openCouncilOf, readCouncils } from './open-compositions.ts';
import {
  councilToCompose,
  prepareDecision,
  prepareEstablishment,
  prepareReconstitution,
  unitsToCompose,
} from './prepare-composition.ts';
import { reconstituteCouncil } from './reconstitute-council.ts';
import { councilProblems } from './standing-queries.ts';

/** A menu takes a hundred. */
const OFFERED = 100;

export const registerCompositionListeners: RegisterListeners = (on, deps) => {
  on.button(openCouncils, async ({ actor, openModal }) => {
    await openModal(await compositionsModal(deps, actor));
    return undefined;
  });

  on.button(openCouncil, async ({ actor, value, openModal }) => {
    const { councilId, last } = value;
    await openModal(await councilModal(deps, actor, councilId, { last }));
    return undefined;
  });

  on.button(openEstablishment, async ({ actor, value, openModal }) => {
    const form = await prepareEstablishment(deps, { actor, ...value });
    await openModal(membersFormView({ ...form, last: false }, actor.language));
    return undefined;
  });

  on.suggestions(COUNCIL_UNIT, async ({ actor, typed }) => {
    const words = fold(typed).split(' ').filter(Boolean);
    const units = await unitsToCompose(deps, actor);
    return units
      .filter(({ name }) => words.every((word) => fold(name).includes(word)))
      .slice(0, OFFERED)
      .map(({ id, name }) => option(name, id));
  });

  on.button(openReconstitution, async ({ actor, value, openModal }) => {
    const { councilId, last } = value;
    const form = await prepareReconstitution(deps, { actor, councilId });
    await openModal(membersFormView({ ...form, last }, actor.language));
    return undefined;
  });

  on.submission(membersModal, async ({ actor, metadata, fields, readUser }) => {
    const { target, last } = metadata;
    const { [COUNCIL_UNIT]: unit, kind, kept = [], ...chosen } = fields;
    const seats = [...(await seatsOf(deps, chosen, readUser)), ...kept];
    const council = target.what === 'council' ? target : null;
    const form = await prepareDecision(deps, {
      actor,
      target,
      unitId: council?.unitId ?? unit ?? null,
      kind: council?.kind ?? kind ?? null,
      seats,
      nameOf: (unitName, of) => `${phrases.vi.kinds[of]} ${unitName}`,
    });
    // Pushed where it fits, so that one can go back to who was chosen.
    const view = decisionFormView({ ...form, seats }, actor.language);
    return { next: last ? 'show' : 'push', view };
  });

  on.submission(decisionModal, async ({ actor, metadata, fields }) => {
    const { target, seats } = metadata;
    const { name = '', number = '', decidedOn, from, to = null, substitutes = [] } = fields;
    const members = seats.map(([office, personId]) => ({ office, personId }));
    const proposal = { name, number, decidedOn, from, to, members };
    if (target.what === 'composition') {
      const { id: compositionId, councilId, seen } = target;
      const which = { actor, councilId, compositionId, seen, keptSubstitutes: substitutes };
      await reconstituteCouncil(deps, { ...which, proposal });
      return done(actor, councilId, phrases[actor.language].recorded);
    }
    const { id: councilId, unitId, kind } = target;
    if (!unitId || !kind) throw refusal('unit_missing', (say) => say.chooseUnit);
    await establishCouncil(deps, { actor, councilId, unitId, kind, proposal });
    return done(actor, councilId, phrases[actor.language].recorded);
  });

  on.button(openSubstitute, async ({ actor, value, openModal }) => {
    const day = today(deps);
    const council = await councilToCompose(deps.db, { actor, on: day, ...value });
    const now = compositionOn(council, day);
    const composition = now ?? latestComposition(council);
    const from = now ? day : composition.from;
    const form = { ...value, id: randomUUID(), name: council.name, composition, from };
    await openModal(substituteFormView(form, actor.language));
    return undefined;
  });

  on.submission(substituteModal, async ({ actor, metadata, fields, readUser }) => {
    const { for: memberId, substitute, number = '', decidedOn, from } = fields;
    const [seat] = substitute ? await peopleMeant(deps, [substitute], 'substitute', readUser) : [];
    const { councilId, id: substituteId } = metadata;
    const which = { actor, councilId, substituteId, memberId, personId: seat ?? null };
    await nameSubstitute(deps, { ...which, decision: { number, decidedOn, from } });
    return done(actor, councilId, phrases[actor.language].substituteRecorded);
  });

  on.home(async (actor) => {
    const under = actor.grants.filter(({ role }) => role === 'secretary');
    if (under.length === 0) return [];
    const unitIds = under.map(({ unitId }) => unitId);
    const found = await councilProblems(deps, deps.db, { under: unitIds, on: today(deps) });
    const open = found.filter(({ nextFrom }) => nextFrom === null);
    return compositionHome(open, actor.language);
  });

  async function done(actor: Actor, councilId: string, said: string) {
    // What lies under it shows the council as it was, and nothing more may fit on the stack.
    const view = await councilModal(deps, actor, councilId, { done: said, composes: false });
    return { next: 'show' as const, view: { ...view, clear_on_close: true } };
  }
};

/** What `/hoidong thành phần` opens: the only council at once, else those to choose from. */
export async function compositionsModal(deps: Deps, actor: Actor, { search } = { search: '' }) {
  const { standings, composes, establishes } = await readCouncils(deps, actor, search);
  const [only] = standings;
  if (standings.length === 1 && only?.council)
    return councilModal(deps, actor, only.council.id, { establishes });
  return councilsView(standings, { composes, establishes }, readerOf(deps, actor));
}

async function councilModal(
  deps: Deps,
  actor: Actor,
  councilId: string,
  more: { done?: string; composes?: boolean; establishes?: boolean; last?: boolean } = {},
) {
  const { standing, composes } = await openCouncilOf(deps, { actor, councilId });
  return councilView(standing, { composes, ...more }, readerOf(deps, actor));
}

function readerOf(deps: Deps, { language }: Actor) {
  return { language, on: today(deps) };
}

type ReadUser = (slackUserId: string) => Promise<SlackUser | null>;

/** @throws AppError not_in_list at the field of the first office that has a stranger */
async function seatsOf(
  deps: Deps,
  chosen: { [office in CouncilOffice]?: string | string[] | undefined },
  readUser: ReadUser,
): Promise<Seat[]> {
  const seats: Seat[] = [];
  for (const office of ['chair', 'vice_chair', 'standing_member', 'secretary', 'member'] as const) {
    const slackUserIds = [chosen[office] ?? []].flat();
    const people = await peopleMeant(deps, slackUserIds, office, readUser);
    seats.push(...people.map((personId) => ({ personId, office })));
  }
  return seats;
}

async function peopleMeant(
  deps: Deps,
  slackUserIds: readonly string[],
  field: string,
  readUser: ReadUser,
): Promise<string[]> {
  if (slackUserIds.length === 0) return [];
  const people = await personsOfSlackUsers(deps.db, slackUserIds);
  const strangers = slackUserIds.filter((id) => !people.has(id));
  if (strangers.length > 0) {
    const users = await Promise.all(strangers.map(readUser));
    const names = users.map((user, index) => user?.fullName ?? strangers[index]).join(', ');
    throw refusal('not_in_list', (say) => say.notInList({ names }), field);
  }
  return slackUserIds.flatMap((id) => people.get(id)?.id ?? []);
}
