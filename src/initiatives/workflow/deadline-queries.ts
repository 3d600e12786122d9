import type { Tx } from '../../database/client.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { InitiativeState } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import type { Day } from '../../kernel/time.ts';
import { daysBetween } from '../../rulebook/calendar.ts';
import { type Deadline, remindDays } from '../rules.ts';
import { runningDeadline, type Urgency, urgencyOf } from './workflow.ts';

// What has to be done with initiatives, and how late it is: for Home, reminders and inspection.

export interface DueInitiative {
  id: string;
  number: string;
  title: string;
  state: InitiativeState;
  revision: number;
  unitId: string;
  unitName: string;
  filedById: string;
  /** Authors in the staff list. */
  authorIds: string[];
  deadline: Deadline;
  urgency: Urgency;
  /** Negative: overdue by so many days. */
  daysLeft: number;
}

interface Row {
  id: string;
  number: string;
  title: string;
  state: InitiativeState;
  revision: number;
  unit_id: string;
  unit_name: string;
  filed_by_id: string;
  author_ids: string[];
  filed_at: Date;
  mended_at: Date | null;
  returned_at: Date | null;
  accepted_at: Date | null;
}

/**
 * Initiatives with something to be done next, nearest deadline first; one query, however many.
 *
 * @param search.under only those of these units and of the units below them
 * @param search.ids only these
 * @param search.notOf without those of which this person is an author
 * @param search.on the day that urgency is judged on; today when left out
 */
export async function dueInitiatives(
  deps: Deps,
  tx: Tx,
  search: { under?: readonly string[]; ids?: readonly string[]; notOf?: string; on?: Day } = {},
): Promise<DueInitiative[]> {
  const { under, ids, notOf } = search;
  const rows = await tx.$queryRaw<Row[]>`
    with recursive tree as (
      select id from unit where id = any(${[...(under ?? [])]}::uuid[])
      union
      select unit.id from unit join tree on unit.parent_id = tree.id
    )
    select initiative.id::text, number, title, state::text, revision, unit_id::text,
      unit.name as unit_name, filed_by_id::text, filed_at, mended_at, returned_at, accepted_at,
      authors.ids as author_ids
    from initiative
    join unit on unit.id = unit_id
    cross join lateral (
      select coalesce(array_agg(person_id::text order by ordinal), '{}') as ids
      from initiative_author
      where initiative_id = initiative.id and person_id is not null
    ) authors
    where state in ('received', 'returned', 'accepted', 'voting', 'voted', 'passed', 'not_passed')
      ${under ? Prisma.sql`and unit_id in (select id from tree)` : Prisma.empty}
      ${ids ? Prisma.sql`and initiative.id = any(${[...ids]}::uuid[])` : Prisma.empty}
      ${notOf ? Prisma.sql`and not ${notOf} = any(authors.ids)` : Prisma.empty}`;
  const on = search.on ?? today(deps);
  const lead = remindDays(deps.rulebook, on);
  const due = rows.flatMap((row) => {
    const deadline = runningDeadline(deps, {
      state: row.state,
      filedAt: row.filed_at,
      mendedAt: row.mended_at,
      returnedAt: row.returned_at,
      acceptedAt: row.accepted_at,
    });
    if (!deadline) return [];
    const { id, number, title, state, revision } = row;
    return {
      id,
      number,
      title,
      state,
      revision,
      unitId: row.unit_id,
      unitName: row.unit_name,
      filedById: row.filed_by_id,
      authorIds: row.author_ids,
      deadline,
      urgency: urgencyOf(deadline.by, on, lead),
      daysLeft: daysBetween(on, deadline.by),
    };
  });
  return due.toSorted(
    (a, b) => a.deadline.by.localeCompare(b.deadline.by) || a.number.localeCompare(b.number, 'en'),
  );
}

/** The counts of one kind of deadline, with the initiative that is due first. */
export interface DueCount {
  kind: Deadline['kind'];
  count: number;
  overdue: number;
  soon: number;
  first: DueInitiative;
}

/** How many there are of each kind, in the order of the work; kinds without any are left out. */
export function countDue(due: readonly DueInitiative[]): DueCount[] {
  const kinds = ['form_check', 'correction', 'decision'] as const;
  return kinds.flatMap((kind) => {
    const own = due.filter(({ deadline }) => deadline.kind === kind);
    const [first] = own;
    if (!first) return [];
    const of = (urgency: Urgency) => own.filter((one) => one.urgency === urgency).length;
    return { kind, count: own.length, overdue: of('overdue'), soon: of('soon'), first };
  });
}
