import type { Tx } from '../database/client.ts';
import type { Prisma } from '../database/generated/client.ts';
import type {
  ExemplarConsent,
  ExemplarField,
  ExemplarKind,
  ExemplarSource,
  ExemplarState,
} from '../database/generated/enums.ts';
import { type Day, dayOf } from '../kernel/time.ts';
import type { Concerned } from './access.ts';
import { mayBeNamed } from './rules.ts';

/** One of those who are praised. */
export interface Subject {
  id: string;
  /** Null: a collective. */
  personId: string | null;
  unitId: string;
  unitName: string;
  /** The person's, or the collective's. */
  name: string;
  position: string | null;
  directWorker: boolean | null;
  consent: ExemplarConsent | null;
  answeredAt: Date | null;
  /** Endorsed and agreed to: may stand in a post. */
  mayBeNamed: boolean;
}

export interface Endorsement {
  id: string;
  unitId: string;
  unitName: string;
  endorsed: boolean | null;
  byName: string | null;
  at: Date | null;
  reason: string | null;
}

/** Everything about an exemplar, for those who may read it. */
export interface ExemplarFile {
  id: string;
  number: string;
  kind: ExemplarKind;
  state: ExemplarState;
  reporterId: string;
  reporterName: string;
  reportedAt: Date;
  deed: string;
  place: string;
  happenedOn: Day;
  endedOn: Day | null;
  result: string;
  method: string | null;
  source: ExemplarSource;
  field: ExemplarField;
  beneficiaries: string;
  citizens: string | null;
  headline: string | null;
  text: string | null;
  citizenConsent: string | null;
  publishedAt: Date | null;
  closedAt: Date | null;
  closeReason: string | null;
  subjects: Subject[];
  endorsements: Endorsement[];
  /** Others who reported the same. */
  mentions: { reporterId: string; name: string; deed: string; result: string }[];
  channelIds: string[];
  congratulations: number;
  /** Units that copy it, in the order in which they took it up. */
  applications: { id: string; unitId: string; unitName: string }[];
  evidence: { id: string; name: string; size: number; forPress: boolean }[];
}

const fileColumns = {
  id: true,
  number: true,
  kind: true,
  state: true,
  reporterId: true,
  reporter: { select: { fullName: true } },
  reportedAt: true,
  deed: true,
  place: true,
  happenedOn: true,
  endedOn: true,
  result: true,
  method: true,
  source: true,
  field: true,
  beneficiaries: true,
  citizens: true,
  headline: true,
  text: true,
  citizenConsent: true,
  publishedAt: true,
  closedAt: true,
  closeReason: true,
  subjects: {
    orderBy: { ordinal: 'asc' },
    select: {
      id: true,
      personId: true,
      unitId: true,
      position: true,
      directWorker: true,
      consent: true,
      answeredAt: true,
      person: { select: { fullName: true } },
      unit: { select: { name: true } },
    },
  },
  endorsements: {
    orderBy: { unit: { name: 'asc' } },
    select: {
      id: true,
      unitId: true,
      endorsed: true,
      at: true,
      reason: true,
      unit: { select: { name: true } },
      by: { select: { fullName: true } },
    },
  },
  mentions: {
    orderBy: { at: 'asc' },
    select: {
      reporterId: true,
      deed: true,
      result: true,
      reporter: { select: { fullName: true } },
    },
  },
  channels: { orderBy: { postedAt: 'asc' }, select: { channelId: true } },
  applications: {
    orderBy: { appliedAt: 'asc' },
    select: { id: true, unitId: true, unit: { select: { name: true } } },
  },
  evidence: {
    orderBy: { addedAt: 'asc' },
    select: { id: true, name: true, size: true, forPress: true },
  },
  _count: { select: { congratulations: true } },
} as const satisfies Prisma.ExemplarSelect;

type Row = Prisma.ExemplarGetPayload<{ select: typeof fileColumns }>;

/** Files in the order in which the caller asks for them; each with a fixed number of queries however many there are. */
export async function exemplarFiles(
  tx: Tx,
  search: Pick<Prisma.ExemplarFindManyArgs, 'where' | 'orderBy' | 'take'>,
): Promise<ExemplarFile[]> {
  const rows = await tx.exemplar.findMany({ ...search, select: fileColumns });
  return rows.map(fileOf);
}

export async function exemplarFile(
  tx: Tx,
  which: { id: string } | { number: string },
): Promise<ExemplarFile | null> {
  const [file] = await exemplarFiles(tx, { where: which });
  return file ?? null;
}

function fileOf(row: Row): ExemplarFile {
  const { reporter, subjects, endorsements, mentions, channels, applications, _count, ...same } =
    row;
  return {
    ...same,
    reporterName: reporter.fullName,
    happenedOn: dayOf(row.happenedOn),
    endedOn: row.endedOn && dayOf(row.endedOn),
    subjects: subjects.map(({ person, unit, ...subject }) => ({
      ...subject,
      unitName: unit.name,
      name: person?.fullName ?? unit.name,
      mayBeNamed: mayBeNamed(subject, endorsements),
    })),
    endorsements: endorsements.map(({ unit, by, ...one }) => ({
      ...one,
      unitName: unit.name,
      byName: by?.fullName ?? null,
    })),
    mentions: mentions.map(({ reporter: by, ...one }) => ({ ...one, name: by.fullName })),
    channelIds: channels.map(({ channelId }) => channelId),
    applications: applications.map(({ unit, ...one }) => ({ ...one, unitName: unit.name })),
    congratulations: _count.congratulations,
  };
}

/** What decides who may read it. */
export function concernedBy(file: ExemplarFile): Concerned {
  return {
    reporterId: file.reporterId,
    mentionedByIds: file.mentions.map(({ reporterId }) => reporterId),
    subjects: file.subjects,
  };
}
