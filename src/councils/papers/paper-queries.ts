import type { Tx } from '../../database/client.ts';
import type { AgendaKind, BallotResult, PaperKind } from '../../database/generated/enums.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { type Day, dateColumn, dayIn, dayOf } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { barredFromHeld } from '../release/held-queries.ts';
import {
  cleanNumber,
  type PaperFacts,
  type PaperForm,
  type PaperRef,
  refKey,
  speaksOf,
} from './paper-rules.ts';

export interface SignedPaper extends PaperRef {
  id: string;
  sittingId: string;
  number: string;
  signedOn: Day;
  signatory: string;
  name: string;
  /** In bytes. */
  size: number;
  attachedByName: string;
  attachedAt: Date;
  takenBack: { byName: string; at: Date; reason: string; replaced: boolean } | null;
}

export interface PaperBallot {
  id: string;
  kind: AgendaKind;
  itemKey: string;
  year: number | null;
  /** Of what was typed in. */
  title: string | null;
  initiativeId: string | null;
  personId: string | null;
  unitId: string | null;
  initiative: { number: string } | null;
  open: boolean;
  result: BallotResult | null;
  held: boolean;
  closedOn: Day | null;
  annulled: boolean;
  annulmentWaits: boolean;
}

/** A sitting with its signed papers and what they tell of. */
export interface SittingPapers {
  id: string;
  council: { id: string; unitId: string; name: string };
  startsAt: Date;
  calledOffAt: Date | null;
  holdsResults: boolean;
  ballots: PaperBallot[];
  /** In the order in which they came, those that were taken back too. */
  papers: SignedPaper[];
}

const paperFields = {
  id: true,
  sittingId: true,
  kind: true,
  itemKey: true,
  year: true,
  number: true,
  signedOn: true,
  signatory: true,
  name: true,
  size: true,
  attachedAt: true,
  attachedBy: { select: { fullName: true } },
  takenBackAt: true,
  takenBackReason: true,
  takenBackBy: { select: { fullName: true } },
  replacedBy: { select: { id: true } },
} as const;

interface PaperRow {
  id: string;
  sittingId: string;
  kind: PaperKind;
  itemKey: string | null;
  year: number | null;
  number: string;
  signedOn: Date;
  signatory: string;
  name: string;
  size: number;
  attachedAt: Date;
  attachedBy: { fullName: string };
  takenBackAt: Date | null;
  takenBackReason: string | null;
  takenBackBy: { fullName: string } | null;
  replacedBy: { id: string } | null;
}

function paperOf(row: PaperRow): SignedPaper {
  const { attachedBy, takenBackAt, takenBackReason, takenBackBy, replacedBy, ...plain } = row;
  return {
    ...plain,
    signedOn: dayOf(row.signedOn),
    attachedByName: attachedBy.fullName,
    takenBack:
      takenBackAt && takenBackBy
        ? {
            byName: takenBackBy.fullName,
            at: takenBackAt,
            reason: takenBackReason ?? '',
            replaced: replacedBy !== null,
          }
        : null,
  };
}

export async function findPaper(tx: Tx, paperId: string): Promise<SignedPaper | null> {
  const row = await tx.signedPaper.findUnique({ where: { id: paperId }, select: paperFields });
  return row && paperOf(row);
}

export async function sittingPapers(
  { zone }: Pick<Deps, 'zone'>,
  tx: Tx,
  sittingId: string,
): Promise<SittingPapers | null> {
  const sitting = await tx.sitting.findUnique({
    where: { id: sittingId },
    select: {
      id: true,
      startsAt: true,
      calledOffAt: true,
      holdsResults: true,
      council: { select: { id: true, unitId: true, name: true } },
      papers: { orderBy: { attachedAt: 'asc' }, select: paperFields },
      agenda: {
        orderBy: { ordinal: 'asc' },
        select: {
          kind: true,
          itemKey: true,
          year: true,
          title: true,
          initiativeId: true,
          personId: true,
          unitId: true,
          initiative: { select: { number: true } },
          ballots: {
            select: {
              id: true,
              state: true,
              result: true,
              held: true,
              closedAt: true,
              annulmentId: true,
              annulments: { where: { state: 'proposed' }, select: { id: true } },
              sheet: {
                select: { annulments: { where: { state: 'proposed' }, select: { id: true } } },
              },
            },
          },
        },
      },
    },
  });
  if (!sitting) return null;
  const { agenda, papers, ...plain } = sitting;
  return {
    ...plain,
    papers: papers.map(paperOf),
    ballots: agenda.flatMap(({ ballots, ...item }) =>
      ballots.map(({ id, state, result, held, closedAt, annulmentId, annulments, sheet }) => ({
        ...item,
        ...{ id, result, held: held && annulmentId === null },
        open: state === 'open',
        closedOn: closedAt && dayIn(zone, closedAt),
        annulled: annulmentId !== null,
        annulmentWaits: annulments.length > 0 || (sheet?.annulments.length ?? 0) > 0,
      })),
    ),
  };
}

/** The signed copy of a paper that stands. */
function standingCopy(
  { papers }: Pick<SittingPapers, 'papers'>,
  ref: PaperRef,
): SignedPaper | null {
  return papers.find((one) => !one.takenBack && refKey(one) === refKey(ref)) ?? null;
}

/**
 * Papers of which a signed copy is awaited: minutes once something is counted, decisions on what passed; for a reader
 * from whom held results are kept, only on what is not held.
 */
export function awaitedPapers(
  sitting: SittingPapers,
  { readsHeld }: { readsHeld: boolean },
): PaperRef[] {
  const counted = sitting.ballots.filter(({ open, annulled }) => !open && !annulled);
  const known = counted.filter(({ held }) => readsHeld || !held);
  const passed = known.filter(({ kind, result }) => kind !== 'other' && result === 'passed');
  const decisions = new Map(
    passed.map(({ itemKey, year }) => {
      const ref: PaperRef = { kind: 'decision', itemKey, year };
      return [refKey(ref), ref];
    }),
  );
  const minutes = (['sitting', 'count'] as const).map((kind) => ({
    ...{ kind, itemKey: null, year: null },
  }));
  const all: PaperRef[] = counted.length > 0 ? [...minutes, ...decisions.values()] : [];
  return all.filter((ref) => standingCopy(sitting, ref) === null);
}

/** What there is to know of a signed copy before it is taken from the actor. */
export async function paperFacts(
  deps: Deps,
  tx: Tx,
  about: { sitting: SittingPapers; form: PaperForm; actor: Actor },
): Promise<PaperFacts> {
  const { sitting, actor } = about;
  const { ref, number, signedOn, replaces } = about.form;
  const ballots = sitting.ballots.filter((ballot) => speaksOf(ref, ballot));
  const year = signedOn.slice(0, 4);
  const used = await tx.signedPaper.findFirst({
    where: {
      councilId: sitting.council.id,
      kind: ref.kind,
      number: { equals: cleanNumber(number), mode: 'insensitive' },
      signedOn: { gte: dateColumn(`${year}-01-01`), lte: dateColumn(`${year}-12-31`) },
      takenBackAt: null,
      ...(replaces ? { id: { not: replaces.id } } : {}),
    },
    select: { id: true },
  });
  const recorded =
    ref.kind === 'decision'
      ? await tx.initiativeDecision.findFirst({
          where: { kind: 'recognised', ballotId: { in: ballots.map(({ id }) => id) } },
          select: { number: true, decidedOn: true },
        })
      : null;
  const held = ref.kind === 'decision' && ballots.some((ballot) => ballot.held);
  const barred = held ? await barredFromHeld(deps, tx, sitting.id) : null;
  return {
    today: today(deps),
    concernedByHeld: barred?.has(actor.personId) ?? false,
    heldOn: dayIn(deps.zone, sitting.startsAt),
    ballots,
    standing: standingCopy(sitting, ref),
    numberUsed: used !== null,
    recorded: recorded && { number: recorded.number, signedOn: dayOf(recorded.decidedOn) },
  };
}

/** Signed papers that stand and tell of the ballots on an item of a sitting. */
export async function signedAbout(
  tx: Tx,
  item: { sittingId: string; itemKey: string; year: number | null },
): Promise<SignedPaper[]> {
  const rows = await tx.signedPaper.findMany({
    where: { sittingId: item.sittingId, takenBackAt: null },
    orderBy: { attachedAt: 'asc' },
    select: paperFields,
  });
  return rows.map(paperOf).filter((paper) => speaksOf(paper, item));
}
