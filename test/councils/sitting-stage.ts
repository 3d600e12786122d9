import { randomUUID } from 'node:crypto';
import { openBallot } from '../../src/councils/ballots/open-ballot.ts';
import { compositionJobs } from '../../src/councils/composition/composition-jobs.ts';
import { councilsJobs } from '../../src/councils/jobs.ts';
import { openSheet } from '../../src/councils/sheets/open-sheet.ts';
import { conveneSitting } from '../../src/councils/sittings/convene-sitting.ts';
import { sittingFileJobs } from '../../src/councils/sittings/files/files-jobs.ts';
import type { Deps } from '../../src/kernel/deps.ts';
import { type Actor, actorOf } from '../../src/people/actor.ts';
import { EMULATION_COUNCIL } from '../../src/sandbox/sample/councils.ts';
import { type Login, personId } from '../../src/sandbox/sample/people.ts';
import { councilId } from '../../src/sandbox/sample/seed-councils.ts';
import type { SampleDatabase } from '../support/sample-database.ts';

// Sittings of the sample agency's emulation council, without Slack.

const HOUR_MS = 60 * 60_000;
const RENDERERS = [councilsJobs, compositionJobs, sittingFileJobs].flatMap(
  ({ renderers = [] }) => renderers,
);
export const COUNCIL = councilId(EMULATION_COUNCIL);
export const MEMBERS = EMULATION_COUNCIL.members.map(({ login }) => login);

/** Rules as if the organisation had set them so by documents of its own. */
export function ruled(
  deps: Deps,
  set: { superior?: boolean; substitutes?: boolean; keepsBase?: boolean },
): Deps {
  const { voting } = deps.rulebook;
  return {
    ...deps,
    rulebook: {
      ...deps.rulebook,
      voting: {
        ...voting,
        superior: voting.superior.map((one) => ({
          ...one,
          excluded: set.superior ?? one.excluded,
        })),
        substitutes: voting.substitutes.map((one) => ({
          ...one,
          vote: set.substitutes ?? one.vote,
        })),
        conflict: voting.conflict.map((one) => ({
          ...one,
          reducesBase: set.keepsBase ? false : one.reducesBase,
        })),
      },
    },
  };
}

export async function actor({ deps }: Pick<SampleDatabase, 'deps'>, login: Login): Promise<Actor> {
  const found = await actorOf(deps, personId(login));
  if (!found) throw new Error(login);
  return found;
}

/** A sitting with one item that was typed in, and nominations put beside it. */
export async function sitting(
  sample: Pick<SampleDatabase, 'deps'>,
  nominated: readonly ({ login: Login } | { unitId: string })[] = [],
  itemKey = 'cstdcs',
): Promise<{ sittingId: string; otherId: string; itemIds: string[] }> {
  const { deps } = sample;
  const sittingId = await conveneSitting(deps, {
    ...{ actor: await actor(sample, 'ha.nguyen'), councilId: COUNCIL },
    ...{ startsAt: deps.clock.now(), place: 'Phòng họp', initiativeIds: [] },
    ...{ others: ['Quy chế chi tiêu quỹ'], channelId: undefined, submissionKey: randomUUID() },
  });
  const { id: otherId } = await deps.db.agendaItem.findFirstOrThrow({ where: { sittingId } });
  const itemIds: string[] = [];
  // Not all at once: a year later each, so that none was decided before.
  for (const one of nominated) {
    years += 1;
    const { id } = await deps.db.agendaItem.create({
      data: {
        ...{ sittingId, kind: 'nomination', itemKey, year: years, ordinal: itemIds.length + 2 },
        ...('login' in one ? { personId: personId(one.login) } : one),
      },
      select: { id: true },
    });
    itemIds.push(id);
  }
  return { sittingId, otherId, itemIds };
}

let years = 2026;

/** A sitting with two names of one title and year. */
export async function twoNames(
  sample: Pick<SampleDatabase, 'deps'>,
): Promise<{ sittingId: string; year: number; itemIds: [string, string] }> {
  const { db } = sample.deps;
  const { sittingId, itemIds } = await sitting(sample, [{ login: 'lan.tran' }]);
  const { id: first, year } = await db.agendaItem.findUniqueOrThrow({
    where: { id: itemIds[0] ?? '' },
  });
  if (year === null) throw new Error('a nomination without a year');
  const { id: second } = await db.agendaItem.create({
    data: {
      ...{ sittingId, kind: 'nomination', itemKey: 'cstdcs', year, ordinal: 3 },
      personId: personId('duc.vu'),
    },
    select: { id: true },
  });
  return { sittingId, year, itemIds: [first, second] };
}

/** Opens a sheet on the names of a title for an hour. */
export async function opensSheet(
  deps: Deps,
  opener: Actor,
  {
    sittingId,
    year,
    method = 'open',
  }: { sittingId: string; year: number; method?: 'open' | 'secret' },
): Promise<string> {
  const { sheetId } = await openSheet(deps, {
    ...{ actor: opener, sittingId, itemKey: 'cstdcs', year, method },
    ...{ closesAt: new Date(deps.clock.now().getTime() + HOUR_MS), submissionKey: randomUUID() },
  });
  return sheetId;
}

export function opens(
  deps: Deps,
  opener: Actor,
  agendaItemId: string,
  method: 'open' | 'secret' = 'open',
): Promise<{ ballotId: string }> {
  const closesAt = new Date(deps.clock.now().getTime() + HOUR_MS);
  return openBallot(deps, { actor: opener, agendaItemId, method, closesAt });
}

/** Who is left out of a ballot and why, by login. */
export async function excludedFrom(deps: Deps, ballotId: string): Promise<Record<string, string>> {
  const roll = await deps.db.rollEntry.findMany({
    where: { ballotId, excluded: { not: null } },
    select: { excluded: true, person: { select: { email: true } } },
  });
  return Object.fromEntries(
    roll.map(({ excluded, person }) => [person.email.split('@')[0], excluded]),
  );
}

/** All messages of councils to a person, or those about one subject, each drawn anew from the database as it is. */
export async function cardsOf(
  deps: Deps,
  login: Login,
  about: { subjectId?: string } = {},
): Promise<Record<string, string>> {
  const messages = await deps.db.outgoingMessage.findMany({
    where: { personId: personId(login), purpose: { startsWith: 'councils.' }, ...about },
    orderBy: { seq: 'asc' },
  });
  const cards: Record<string, string> = {};
  for (const { purpose, params, subjectId } of messages) {
    const renderer = RENDERERS.find((one) => one.purpose === purpose);
    const drawn = await renderer?.render(deps, {
      ...{ params, subjectId, personId: personId(login), language: 'vi' },
      redrawing: true,
    });
    const key = `${purpose} ${subjectId}`;
    cards[key] = (cards[key] ?? '') + JSON.stringify(drawn ?? null);
  }
  return cards;
}

export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );
