import type { Office, Role } from '../database/generated/enums.ts';
import type { Deps } from '../kernel/deps.ts';
import { today } from '../kernel/deps.ts';
import { type Language, languageOf } from '../kernel/language.ts';
import { dateColumn } from '../kernel/time.ts';

/** The person who acts, with what they may do, as of today. */
export interface Actor {
  personId: string;
  slackUserId: string;
  fullName: string;
  language: Language;
  position: string;
  office: Office;
  unitId: string;
  unitName: string;
  grants: readonly { role: Role; unitId: string }[];
}

/** The actor behind a Slack user, or null when nobody in the agency's list is matched to them. */
export function findActor(deps: Deps, slackUserId: string): Promise<Actor | null> {
  return actorWhere(deps, { slackUserId });
}

/** The same for somebody whose work goes on without them, as a file that is made for them. */
export function actorOf(deps: Deps, personId: string): Promise<Actor | null> {
  return actorWhere(deps, { id: personId });
}

async function actorWhere(
  deps: Deps,
  where: { slackUserId: string } | { id: string },
): Promise<Actor | null> {
  const on = dateColumn(today(deps));
  const current = { fromDate: { lte: on }, OR: [{ toDate: null }, { toDate: { gte: on } }] };
  const person = await deps.db.person.findUnique({
    where,
    select: {
      id: true,
      slackUserId: true,
      fullName: true,
      locale: true,
      postings: {
        where: current,
        orderBy: { fromDate: 'desc' },
        take: 1,
        select: { position: true, office: true, unit: { select: { id: true, name: true } } },
      },
      grants: { where: current, select: { role: true, unitId: true } },
    },
  });
  const posting = person?.postings[0];
  if (!person?.slackUserId || !posting) return null;
  return {
    personId: person.id,
    slackUserId: person.slackUserId,
    fullName: person.fullName,
    language: languageOf(person.locale),
    position: posting.position,
    office: posting.office,
    unitId: posting.unit.id,
    unitName: posting.unit.name,
    grants: person.grants,
  };
}
