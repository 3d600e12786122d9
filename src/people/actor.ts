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
export async function findActor(deps: Deps, slackUserId: string): Promise<Actor | null> {
  const on = dateColumn(today(deps));
  const current = { fromDate: { lte: on }, OR: [{ toDate: null }, { toDate: { gte: on } }] };
  const person = await deps.db.person.findUnique({
    where: { slackUserId },
    select: {
      id: true,
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
  if (!person || !posting) return null;
  return {
    personId: person.id,
    slackUserId,
    fullName: person.fullName,
    language: languageOf(person.locale),
    position: posting.position,
    office: posting.office,
    unitId: posting.unit.id,
    unitName: posting.unit.name,
    grants: person.grants,
  };
}
