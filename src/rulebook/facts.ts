import type { CalendarDate } from './calendar.ts';
import type { Subject } from './schema.ts';
import type { DISCIPLINES, RATINGS, WORK_LEVELS } from './standard-schema.ts';

export type Rating = (typeof RATINGS)[number];
export type DisciplineKind = (typeof DISCIPLINES)[number];
export type WorkLevel = (typeof WORK_LEVELS)[number];

/** Of whom it is asked whether an award is within reach. */
export type EligibilitySubject = { personId: string } | { unitId: string };

export interface YearlyRating {
  year: number;
  rating: Rating;
  decisionNumber: string;
}

/** A title or commendation in force; an annulled one is no fact. */
export interface HeldAward {
  key: string;
  year: number;
  decisionNumber: string;
  decidedOn: CalendarDate;
}

/** An initiative recognised, or research accepted, of which the subject is an author. */
export interface Work {
  /** What the recognitions of one and the same work share: it counts once (`markSameWorks`). */
  same: string;
  kind: 'initiative' | 'research';
  level: WorkLevel;
  title: string;
  /** Of the recognition. */
  year: number;
  decisionNumber: string;
  /** For which awards it was counted already, whichever of its recognitions was named. */
  usedFor: readonly { key: string; year: number }[];
}

export interface DisciplinePeriod {
  kind: DisciplineKind;
  from: CalendarDate;
  /** Null: still running. */
  to: CalendarDate | null;
  decisionNumber: string;
}

/** What is known of a person or a collective: the evidence that standards are judged by. */
export interface Facts {
  subject: Subject;
  ratings: readonly YearlyRating[];
  awards: readonly HeldAward[];
  works: readonly Work[];
  /** Of the person, or of any member. */
  disciplines: readonly DisciplinePeriod[];
  /** Whole months worked in a year, leave that counts as work included; missing: not known. */
  monthsWorked: ReadonlyMap<number, number>;
  /** Of these, months that are still to come: counted as if nothing changed. */
  monthsToCome: ReadonlyMap<number, number>;
  /** A complaint, an investigation … is open. Whoever may not know of it is not told that it was this. */
  openMatter: boolean;
  /** For a collective, by year; missing: not known. */
  collective: ReadonlyMap<number, CollectiveYear>;
  /** Years in which the collective was merged or split: a streak across one is for people to judge. */
  reorganisedIn: readonly number[];
}

export interface CollectiveYear {
  headcount: number;
  /** Members rated HTNV or better. */
  completed: number;
  /** Members without a rating yet. */
  unrated: number;
  /** Members by title held in the year. */
  holders: ReadonlyMap<string, number>;
  exceededTargets: boolean | null;
  clusterRank: number | null;
}

/** Nothing known: to be filled in by tests and by the queries. */
export function noFacts(subject: Subject): Facts {
  return {
    subject,
    ratings: [],
    awards: [],
    works: [],
    disciplines: [],
    monthsWorked: new Map(),
    monthsToCome: new Map(),
    openMatter: false,
    collective: new Map(),
    reorganisedIn: [],
  };
}
