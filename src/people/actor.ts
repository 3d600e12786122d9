import { Prisma } from '../database/generated/client.ts';
import type { Office, Role } from '../database/generated/enums.ts';
import { preparedAs } from '../database/prepared.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { gather } from '../kernel/gather.ts';
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
  return (await findKnown(deps, slackUserId))?.actor ?? null;
}

/** The same for somebody whose work goes on without them, as a file that is made for them. */
export async function actorOf(deps: Deps, personId: string): Promise<Actor | null> {
  const [person] = await peopleWhere(deps, 'id', Prisma.sql`person.id = ${personId}::uuid`);
  return person ? knownFrom(person).actor : null;
}

/** Who is matched to a Slack user, whether or not they work anywhere now. */
export interface Known {
  language: Language;
  /** When Slack was last asked for their language. */
  profileSeenAt: Date | null;
  actor: Actor | null;
}

const lookups = new WeakMap<Deps, (slackUserId: string) => Promise<Known | null>>();

/**
 * The person matched to a Slack user. Everything that anybody does begins with it: one statement, and one for
 * all who come while another is under way.
 */
export function findKnown(deps: Deps, slackUserId: string): Promise<Known | null> {
  let lookup = lookups.get(deps);
  if (!lookup) {
    lookup = gather((ids) => findAllKnown(deps, ids));
    lookups.set(deps, lookup);
  }
  return lookup(slackUserId);
}

async function findAllKnown(
  deps: Deps,
  slackUserIds: readonly string[],
): Promise<(Known | null)[]> {
  const rows = await peopleWhere(
    deps,
    'slack_user',
    Prisma.sql`slack_user_id = any(${[...slackUserIds]}::text[])`,
  );
  const people = new Map(rows.map((row) => [row.slack_user_id, knownFrom(row)]));
  return slackUserIds.map((id) => people.get(id) ?? null);
}

interface PersonRow {
  id: string;
  slack_user_id: string | null;
  full_name: string;
  locale: string | null;
  profile_seen_at: Date | null;
  position: string | null;
  office: Office;
  unit_id: string;
  unit_name: string;
  grants: { role: Role; unitId: string }[];
}

function peopleWhere(deps: Deps, by: 'id' | 'slack_user', where: Prisma.Sql): Promise<PersonRow[]> {
  const on = dateColumn(today(deps));
  return deps.db.$queryRaw<PersonRow[]>`
    ${preparedAs(`people.actor_by_${by}`)} select person.id, slack_user_id, full_name, locale, profile_seen_at,
      posted.position, posted.office::text as office, posted.unit_id, posted.unit_name,
      coalesce((
        select json_agg(json_build_object('role', role, 'unitId', unit_id) order by role_grant.id)
        from role_grant
        where person_id = person.id and from_date <= ${on}::date
          and (to_date is null or to_date >= ${on}::date)
      ), '[]') as grants
    from person
    left join lateral (
      select position, office, unit_id, unit.name as unit_name
      from posting join unit on unit.id = unit_id
      where person_id = person.id and from_date <= ${on}::date
        and (to_date is null or to_date >= ${on}::date)
      order by from_date desc limit 1
    ) posted on true
    where ${where}`;
}

function knownFrom(person: PersonRow): Known {
  const language = languageOf(person.locale);
  return { language, profileSeenAt: person.profile_seen_at, actor: actorFrom(person, language) };
}

function actorFrom(person: PersonRow, language: Language): Actor | null {
  if (!person.slack_user_id || person.position === null) return null;
  return {
    personId: person.id,
    slackUserId: person.slack_user_id,
    fullName: person.full_name,
    language,
    position: person.position,
    office: person.office,
    unitId: person.unit_id,
    unitName: person.unit_name,
    grants: person.grants,
  };
}
