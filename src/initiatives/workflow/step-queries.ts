import type { Tx } from '../../database/client.ts';
import type {
  BallotResult,
  DecisionKind,
  FormRefusalGround,
  InitiativeState,
  InitiativeStepKind,
} from '../../database/generated/enums.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { Replaced } from '../initiative-content.ts';

/** How an initiative stands, with the last thing that was done with it; `filed` when nothing was. */
export interface LastStep {
  state: InitiativeState;
  kind: InitiativeStepKind | 'filed';
  byId: string;
  byName: string;
  at: Date;
  reason: string | null;
  revision: number;
}

export async function lastStep(tx: Tx, initiativeId: string): Promise<LastStep> {
  const row = await tx.initiative.findUniqueOrThrow({
    where: { id: initiativeId },
    select: {
      state: true,
      revision: true,
      filedAt: true,
      filedById: true,
      filedBy: { select: { fullName: true } },
      steps: {
        orderBy: { seq: 'desc' },
        take: 1,
        select: {
          kind: true,
          byId: true,
          by: { select: { fullName: true } },
          at: true,
          reason: true,
          revision: true,
        },
      },
    },
  });
  const { state, steps, filedAt, filedById, filedBy } = row;
  const [step] = steps;
  if (!step) {
    const filed = { byId: filedById, byName: filedBy.fullName, at: filedAt };
    return { state, kind: 'filed', ...filed, reason: null, revision: row.revision };
  }
  const { by, ...told } = step;
  return { state, ...told, byName: by.fullName };
}

/** One step, as the message about it shows it. */
export interface StepPicture {
  id: string;
  kind: InitiativeStepKind;
  at: Date;
  byName: string;
  reason: string | null;
  ground: FormRefusalGround | null;
  late: boolean;
  changed: string[];
  other: { id: string; number: string; title: string } | null;
  revision: number;
}

const stepFields = {
  id: true,
  kind: true,
  at: true,
  by: { select: { fullName: true } },
  reason: true,
  ground: true,
  late: true,
  changed: true,
  revision: true,
  other: { select: { id: true, number: true, title: true } },
} as const;

export async function stepPicture(tx: Tx, stepId: string): Promise<StepPicture | null> {
  const step = await tx.initiativeStep.findUnique({ where: { id: stepId }, select: stepFields });
  if (!step) return null;
  const { by, ...told } = step;
  return { ...told, byName: by.fullName };
}

/** What happened to an initiative, in order: what its authors may read of it. */
export type TimelineEntry =
  | { kind: 'filed'; at: Date }
  | ({ at: Date } & Omit<StepPicture, 'id'>)
  | {
      kind: 'voted';
      at: Date;
      /** Null while it is held. */
      result: BallotResult | null;
      /** The signed minutes of the sitting, which make the result final. */
      minutes: { number: string; signedOn: Day } | null;
    }
  | { kind: 'vote_annulled'; at: Date; reason: string }
  | { kind: 'decided'; at: Date; decision: DecisionKind; number: string; decidedOn: Day };

/** The timelines of initiatives, by id; three queries, however many they are. */
export async function timelinesOf(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, TimelineEntry[]>> {
  const among = { in: [...ids] };
  const [initiatives, steps, ballots] = await Promise.all([
    tx.initiative.findMany({
      where: { id: among },
      select: {
        id: true,
        filedAt: true,
        decision: { select: { kind: true, number: true, decidedOn: true, recordedAt: true } },
      },
    }),
    tx.initiativeStep.findMany({
      where: { initiativeId: among },
      orderBy: { seq: 'asc' },
      select: { initiativeId: true, ...stepFields },
    }),
    tx.ballot.findMany({
      where: { agendaItem: { initiativeId: among }, result: { not: null } },
      select: {
        result: true,
        closedAt: true,
        held: true,
        agendaItem: {
          select: {
            initiativeId: true,
            sitting: {
              select: {
                papers: {
                  where: { kind: 'sitting', takenBackAt: null },
                  select: { number: true, signedOn: true },
                },
              },
            },
          },
        },
        annulment: { select: { reason: true, settledAt: true } },
      },
    }),
  ]);
  const timelines = new Map<string, TimelineEntry[]>();
  for (const { id, filedAt, decision } of initiatives) {
    const entries: TimelineEntry[] = [{ kind: 'filed', at: filedAt }];
    for (const { initiativeId, id: _, by, ...step } of steps)
      if (initiativeId === id) entries.push({ ...step, byName: by.fullName });
    for (const { result, closedAt, held, agendaItem, annulment } of ballots) {
      if (agendaItem.initiativeId !== id || !result || !closedAt) continue;
      const [signed] = agendaItem.sitting.papers;
      const minutes = signed ? { ...signed, signedOn: dayOf(signed.signedOn) } : null;
      entries.push({ kind: 'voted', at: closedAt, result: held ? null : result, minutes });
      if (annulment?.settledAt)
        entries.push({ kind: 'vote_annulled', at: annulment.settledAt, reason: annulment.reason });
    }
    if (decision) {
      const { kind, number, decidedOn, recordedAt } = decision;
      entries.push({
        kind: 'decided',
        at: recordedAt,
        decision: kind,
        number,
        decidedOn: dayOf(decidedOn),
      });
    }
    timelines.set(
      id,
      entries.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    );
  }
  return timelines;
}

/** What each mending took the place of, oldest first. */
export async function replacedContents(
  tx: Tx,
  initiativeId: string,
): Promise<{ revision: number; at: Date; changed: string[]; replaced: Replaced }[]> {
  const steps = await tx.initiativeStep.findMany({
    where: { initiativeId, kind: 'mended' },
    orderBy: { seq: 'asc' },
    select: { revision: true, at: true, changed: true, replaced: true },
  });
  return steps.map((step) => ({ ...step, replaced: Replaced.parse(step.replaced) }));
}
