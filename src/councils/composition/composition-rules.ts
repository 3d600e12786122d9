import { addDays, type Day } from '../../kernel/time.ts';
import { daysBetween } from '../../rulebook/calendar.ts';
import type { CouncilRules } from '../../rulebook/council-rules.ts';
import { byOffice, type CouncilOffice } from '../rules.ts';

/** One member's term in a council. */
export interface Term {
  personId: string;
  name: string;
  office: CouncilOffice;
  from: Day;
  /** The last day; null: no end in sight. */
  to: Day | null;
}

/** How somebody who sits on a council no longer belongs to where it is. */
export interface Departure {
  personId: string;
  /** Works nowhere in the agency any more, or outside the units of the council. */
  how: 'ended' | 'moved';
}

export interface Grounds {
  source: string;
  verified: boolean;
}

/** Something that is wrong with a council, and by which rule. A warning is no breach of it. */
export type CouncilProblem = { severity: 'fault' | 'warning'; rule: Grounds } & (
  | { kind: 'missing' }
  | { kind: 'expired'; lastDay: Day }
  | { kind: 'expiring'; lastDay: Day; days: number }
  | { kind: 'below_minimum'; members: number; minimum: number }
  | { kind: 'no_chair' }
  | { kind: 'no_secretary' }
  | { kind: 'even'; members: number }
  | { kind: 'left'; personId: string; name: string; office: CouncilOffice; how: 'ended' | 'moved' }
);

/** The most members that the app keeps of one composition. */
export const MOST_MEMBERS = 40;

/** How far ahead a composition may begin, in days. */
export const FARTHEST_START_DAYS = 366;

export function sitsOn({ from, to }: { from: Day; to: Day | null }, on: Day): boolean {
  return from <= on && (to === null || to >= on);
}

/** The last day on which anybody's term runs; null: no end in sight, undefined: there are no terms. */
export function lastDayOf(terms: readonly { to: Day | null }[]): Day | null | undefined {
  if (terms.some(({ to }) => to === null)) return null;
  return terms
    .flatMap(({ to }) => to ?? [])
    .toSorted()
    .at(-1);
}

/** The same for the same problem however often it is found, and another when another member left. */
export function problemKey(problem: CouncilProblem): string {
  return problem.kind === 'left' ? `left:${problem.personId}` : problem.kind;
}

/**
 * What is wrong with a council on a day, the gravest first. A council that is not in force has that one
 * problem; one whose term ends is not told of when the next composition begins in time.
 *
 * @param council null: the unit ought to have one and never had
 */
export function councilProblemsOn(
  council: { decision: string; terms: readonly Term[]; departures: readonly Departure[] } | null,
  rules: CouncilRules,
  on: Day,
): CouncilProblem[] {
  const terms = council?.terms ?? [];
  const seats = terms.filter((term) => sitsOn(term, on)).toSorted(byOffice);
  const begun = terms.filter(({ from }) => from <= on);
  if (!council || begun.length === 0) {
    return [{ kind: 'missing', severity: 'fault', rule: grounds(rules.expected) }];
  }
  const term = { source: council.decision, verified: true };
  if (seats.length === 0) {
    const lastDay = lastDayOf(begun) ?? on;
    return [{ kind: 'expired', severity: 'fault', lastDay, rule: term }];
  }
  return [
    ...officeProblems(seats, rules),
    ...sizeProblems(seats.length, rules),
    ...departureProblems(seats, council.departures, rules),
    ...expiry(terms, seats, rules, on).map((found) => ({ ...found, rule: term })),
  ];
}

function officeProblems(seats: readonly Term[], rules: CouncilRules): CouncilProblem[] {
  const kinds = { chair: 'no_chair', secretary: 'no_secretary' } as const;
  const required = (['chair', 'secretary'] as const).filter((office) =>
    rules.offices.required.includes(office),
  );
  return required
    .filter((office) => !seats.some((seat) => seat.office === office))
    .map((office) => ({ kind: kinds[office], severity: 'fault', rule: grounds(rules.offices) }));
}

/** How many members a composition has against how many it ought to have. */
function sizeProblems(members: number, rules: CouncilRules): CouncilProblem[] {
  const { minimum, odd } = rules;
  return [
    ...(members < minimum.value
      ? [
          {
            kind: 'below_minimum' as const,
            severity: 'fault' as const,
            ...{ members, minimum: minimum.value, rule: grounds(minimum) },
          },
        ]
      : []),
    ...(odd.value && members % 2 === 0
      ? [{ kind: 'even' as const, severity: 'warning' as const, members, rule: grounds(odd) }]
      : []),
  ];
}

function departureProblems(
  seats: readonly Term[],
  departures: readonly Departure[],
  { leavers }: CouncilRules,
): CouncilProblem[] {
  if (!leavers.value) return [];
  return seats.flatMap(({ personId, name, office }) => {
    const departure = departures.find((one) => one.personId === personId);
    if (!departure) return [];
    const { how } = departure;
    const rule = grounds(leavers);
    return [
      { kind: 'left' as const, severity: 'fault' as const, personId, name, office, how, rule },
    ];
  });
}

function expiry(
  terms: readonly Term[],
  seats: readonly Term[],
  { expiringDays }: CouncilRules,
  on: Day,
) {
  const lastDay = lastDayOf(seats);
  if (!lastDay || daysBetween(on, lastDay) > expiringDays.value) return [];
  const goesOn = terms.some((term) => term.from > on && sitsOn(term, addDays(lastDay, 1)));
  if (goesOn) return [];
  const days = daysBetween(on, lastDay);
  return [{ kind: 'expiring' as const, severity: 'warning' as const, lastDay, days }];
}

/** What is already wrong with a composition as it is about to be recorded. */
export function proposalProblems(
  members: readonly { office: CouncilOffice }[],
  rules: CouncilRules,
): CouncilProblem[] {
  const terms = members.map(({ office }) => ({
    office,
    personId: '',
    name: '',
    from: '',
    to: null,
  }));
  return [...officeProblems(terms, rules), ...sizeProblems(members.length, rules)];
}

export type Seat = { personId: string; office: CouncilOffice };

/** Who joins, leaves or changes office between two compositions, in order of office. */
export type SeatChange = { personId: string } & (
  | { change: 'joins'; office: CouncilOffice }
  | { change: 'leaves'; office: CouncilOffice }
  | { change: 'moves'; office: CouncilOffice; was: CouncilOffice }
);

export function seatChanges(before: readonly Seat[], after: readonly Seat[]): SeatChange[] {
  const officeIn = (seats: readonly Seat[], personId: string) =>
    seats.find((seat) => seat.personId === personId)?.office;
  const comes = after.toSorted(byOffice).flatMap(({ personId, office }): SeatChange[] => {
    const was = officeIn(before, personId);
    if (was === office) return [];
    return [
      was ? { personId, change: 'moves', office, was } : { personId, change: 'joins', office },
    ];
  });
  const goes = before
    .toSorted(byOffice)
    .filter(({ personId }) => officeIn(after, personId) === undefined)
    .map(({ personId, office }): SeatChange => ({ personId, change: 'leaves', office }));
  return [...comes, ...goes];
}

function grounds({ source, verified }: Grounds): Grounds {
  return { source, verified };
}
