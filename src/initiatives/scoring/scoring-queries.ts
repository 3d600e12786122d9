import { byOffice, type CouncilOffice, type ScoringExclusion } from '../../councils/rules.ts';
import type { Tx } from '../../database/client.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { InitiativeState, ScoringState } from '../../database/generated/enums.ts';
import type { Day } from '../../kernel/time.ts';
import { ScoreSheet } from '../../rulebook/score-sheet-schema.ts';
import { type ConflictDeps, conflictsOfInitiatives } from '../conflicts-of.ts';
import type { Scores, ScoringOutcome } from './score-tally.ts';
import { StoredEnough, StoredScoringOutcome } from './scoring-stored.ts';

export interface PanelEntry {
  personId: string;
  name: string;
  office: CouncilOffice;
  excluded: ScoringExclusion | null;
  sentAt: Date | null;
}

/** A scoring as its cards show it: who has sent a scorecard, never what is in it. */
export interface ScoringPicture {
  id: string;
  state: ScoringState;
  sheet: ScoreSheet;
  enough: StoredEnough;
  stateInvested: boolean;
  lastDay: Day;
  closesAt: Date;
  closedAt: Date | null;
  /** Why a secretary stopped it. */
  stopReason: string | null;
  /** When its initiative was returned to be mended: the outcome stands no more. */
  supersededAt: Date | null;
  outcome: ScoringOutcome | null;
  council: { id: string; name: string; unitId: string };
  initiative: {
    id: string;
    number: string;
    title: string;
    essence: string;
    state: InitiativeState;
    unitId: string;
    filedById: string;
    authors: { personId: string | null }[];
    decided: boolean;
  };
  /** In order of office. */
  panel: PanelEntry[];
}

interface ScoringRow {
  id: string;
  state: ScoringState;
  sheet: unknown;
  enough: unknown;
  stateInvested: boolean;
  lastDay: Day;
  closesAt: Date;
  closedAt: Date | null;
  stopReason: string | null;
  supersededAt: Date | null;
  outcome: unknown;
  councilId: string;
  councilName: string;
  councilUnitId: string;
  initiativeId: string;
  number: string;
  title: string;
  essence: string;
  initiativeState: InitiativeState;
  unitId: string;
  filedById: string;
  decided: boolean;
}

/** By its id; of an initiative the one that is open or stands, else the newest. */
export async function scoringPicture(
  tx: Tx,
  which: { id: string } | { initiativeId: string },
): Promise<ScoringPicture | null> {
  const where =
    'id' in which
      ? Prisma.sql`scoring.id = ${which.id}::uuid`
      : Prisma.sql`scoring.initiative_id = ${which.initiativeId}::uuid`;
  const [row] = await tx.$queryRaw<ScoringRow[]>`
    select scoring.id, scoring.state::text as state, sheet, enough,
      state_invested as "stateInvested", to_char(last_day, 'YYYY-MM-DD') as "lastDay",
      closes_at as "closesAt", closed_at as "closedAt",
      stop_reason as "stopReason", superseded_at as "supersededAt", outcome,
      council.id as "councilId", council.name as "councilName",
      council.unit_id as "councilUnitId", initiative.id as "initiativeId", initiative.number,
      initiative.title, initiative.essence, initiative.state::text as "initiativeState",
      initiative.unit_id as "unitId", initiative.filed_by_id as "filedById",
      exists (select from initiative_decision
        where initiative_decision.initiative_id = initiative.id) as decided
    from scoring
    join council on council.id = scoring.council_id
    join initiative on initiative.id = scoring.initiative_id
    where ${where}
    order by (scoring.state = 'open' or conclusive is true) desc, opened_at desc limit 1`;
  if (!row) return null;
  const { id, state, stateInvested, lastDay, closesAt, closedAt, stopReason, supersededAt } = row;
  const authors = await tx.initiativeAuthor.findMany({
    where: { initiativeId: row.initiativeId },
    orderBy: { ordinal: 'asc' },
    select: { personId: true },
  });
  return {
    ...{ id, state, stateInvested, lastDay, closesAt, closedAt, stopReason, supersededAt },
    sheet: ScoreSheet.parse(row.sheet),
    enough: StoredEnough.parse(row.enough),
    outcome: row.outcome === null ? null : StoredScoringOutcome.parse(row.outcome),
    council: { id: row.councilId, name: row.councilName, unitId: row.councilUnitId },
    initiative: {
      id: row.initiativeId,
      number: row.number,
      title: row.title,
      essence: row.essence,
      state: row.initiativeState,
      unitId: row.unitId,
      filedById: row.filedById,
      decided: row.decided,
      authors,
    },
    panel: await panelOf(tx, id),
  };
}

async function panelOf(tx: Tx, scoringId: string): Promise<PanelEntry[]> {
  const panel = await tx.$queryRaw<PanelEntry[]>`
    select scorer.person_id as "personId", person.full_name as name, office::text as office,
      excluded::text as excluded, sent_at as "sentAt"
    from scorer
    join person on person.id = scorer.person_id
    left join scorecard on scorecard.scoring_id = scorer.scoring_id
      and scorecard.person_id = scorer.person_id
    where scorer.scoring_id = ${scoringId}::uuid`;
  return panel.toSorted((a, b) => byOffice(a, b) || a.name.localeCompare(b.name, 'vi'));
}

export interface OwnScorecard {
  points: Record<string, number>;
  comment: string | null;
  savedAt: Date;
  sentAt: Date | null;
  lookedAt: Date | null;
}

/** One member's own scorecard, a draft too. For that member only. */
export async function ownScorecard(
  tx: Tx,
  key: { scoringId: string; personId: string },
): Promise<OwnScorecard | null> {
  const row = await tx.scorecard.findUnique({
    where: { scoringId_personId: key },
    select: {
      comment: true,
      savedAt: true,
      sentAt: true,
      lookedAt: true,
      marks: { select: { criterion: true, points: true } },
    },
  });
  if (!row) return null;
  const { marks, ...plain } = row;
  return { ...plain, points: pointsOf(marks) };
}

export interface SentScores extends Scores {
  comment: string | null;
}

/** The scorecards that were sent by those who may score. Who calls this says who may read them. */
export async function sentScores(tx: Tx, scoringId: string): Promise<SentScores[]> {
  const rows = await tx.scorecard.findMany({
    where: { scoringId, sentAt: { not: null }, scorer: { excluded: null } },
    select: {
      personId: true,
      comment: true,
      marks: { select: { criterion: true, points: true } },
    },
  });
  return rows.map(({ marks, ...plain }) => ({ ...plain, points: pointsOf(marks) }));
}

function pointsOf(marks: readonly { criterion: string; points: number }[]) {
  return Object.fromEntries(marks.map(({ criterion, points }) => [criterion, points]));
}

/** In these states the council still deals with an initiative, so its members may score it. */
export const SCORABLE = ['accepted', 'voting'] as const satisfies readonly InitiativeState[];

export interface AwaitedScorecard {
  scoringId: string;
  number: string;
  title: string;
  lastDay: Day;
  /** Something is saved and not sent. */
  drafted: boolean;
}

/** Scorecards that wait for this person, nearest deadline first. */
export async function scorecardsAwaited(tx: Tx, personId: string): Promise<AwaitedScorecard[]> {
  return tx.$queryRaw<AwaitedScorecard[]>`
    select scoring.id as "scoringId", initiative.number, initiative.title,
      to_char(scoring.last_day, 'YYYY-MM-DD') as "lastDay",
      scorecard.person_id is not null as drafted
    from scorer
    join scoring on scoring.id = scorer.scoring_id
    join initiative on initiative.id = scoring.initiative_id
    left join scorecard on scorecard.scoring_id = scorer.scoring_id
      and scorecard.person_id = scorer.person_id
    where scorer.person_id = ${personId}::uuid and scorer.excluded is null
      and scoring.state = 'open' and scoring.closes_at > app_now()
      and initiative.state::text = any(${[...SCORABLE]}) and scorecard.sent_at is null
      and not exists (
        select from initiative_author
        where initiative_author.initiative_id = initiative.id
          and initiative_author.person_id = scorer.person_id)
    order by scoring.closes_at, initiative.number`;
}

export interface RunningScoring {
  scoringId: string;
  number: string;
  title: string;
  lastDay: Day;
  sent: number;
  entitled: number;
}

/** Open scorings of councils of these units and those below, that are no conflict to the reader. */
export async function scoringsOpen(
  deps: ConflictDeps,
  tx: Tx,
  { unitIds, personId }: { unitIds: readonly string[]; personId: string },
): Promise<RunningScoring[]> {
  const rows = await tx.$queryRaw<(RunningScoring & { initiativeId: string })[]>`
    with recursive tree as (
      select id from unit where id = any(${[...unitIds]}::uuid[])
      union
      select unit.id from unit join tree on unit.parent_id = tree.id
    )
    select scoring.id as "scoringId", initiative.id as "initiativeId", initiative.number, initiative.title,
      to_char(scoring.last_day, 'YYYY-MM-DD') as "lastDay",
      (select count(*)::int from scorecard join scorer using (scoring_id, person_id)
       where scoring_id = scoring.id and sent_at is not null and excluded is null) as sent,
      (select count(*)::int from scorer
       where scoring_id = scoring.id and excluded is null) as entitled
    from scoring
    join council on council.id = scoring.council_id
    join initiative on initiative.id = scoring.initiative_id
    where scoring.state = 'open' and council.unit_id in (select id from tree)
    order by scoring.closes_at, initiative.number`;
  const conflicts = await conflictsOfInitiatives(
    deps,
    tx,
    rows.map(({ initiativeId }) => initiativeId),
  );
  return rows.flatMap(({ initiativeId, ...scoring }) =>
    conflicts.get(initiativeId)?.has(personId) ? [] : [scoring],
  );
}

/** Whether members are still scoring an initiative, so that a vote now would go without their outcome. */
export async function isBeingScored(tx: Tx, initiativeId: string): Promise<boolean> {
  return (await tx.scoring.count({ where: { initiativeId, state: 'open' } })) > 0;
}

/** An outcome in one line, as it stands beside a vote. */
export interface StandingOutcome {
  sheet: ScoreSheet;
  outcome: ScoringOutcome;
}

/**
 * The outcomes of closed scorings that this person may read beside a vote: never to an author of the
 * initiative nor to anybody else in conflict. Who calls this sees to it that the person is of the council.
 */
export async function outcomesBesideVote(
  deps: ConflictDeps,
  tx: Tx,
  { personId, initiativeIds }: { personId: string; initiativeIds: readonly string[] },
): Promise<Map<string, StandingOutcome>> {
  const rows = await tx.scoring.findMany({
    where: {
      initiativeId: { in: [...initiativeIds] },
      conclusive: true,
      panel: { none: { personId, excluded: { not: null } } },
    },
    select: { initiativeId: true, sheet: true, outcome: true },
  });
  const conflicts = await conflictsOfInitiatives(deps, tx, initiativeIds);
  return new Map(
    rows
      .filter(({ initiativeId }) => !conflicts.get(initiativeId)?.has(personId))
      .map(({ initiativeId, sheet, outcome }) => [
        initiativeId,
        { sheet: ScoreSheet.parse(sheet), outcome: StoredScoringOutcome.parse(outcome) },
      ]),
  );
}
