import type { Tx } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type {
  ProposalState,
  ProposedForm,
  SimplifiedGround,
} from '../../database/generated/enums.ts';

/** A commendation that was proposed by the simplified procedure. */
export interface Proposal {
  id: string;
  exemplarId: string;
  number: string;
  /** The person's, or the collective's. */
  name: string;
  personId: string | null;
  unitId: string;
  unitName: string;
  form: ProposedForm;
  ground: SimplifiedGround;
  summary: string;
  state: ProposalState;
  proposedById: string;
  proposedByName: string;
  settledByName: string | null;
  settledAt: Date | null;
  declineReason: string | null;
}

/** Proposals, the oldest first. */
export async function proposalsWhere(
  tx: Tx,
  search: Pick<Prisma.CommendationProposalFindManyArgs, 'where' | 'take'>,
): Promise<Proposal[]> {
  const rows = await tx.commendationProposal.findMany({
    ...search,
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      exemplarId: true,
      form: true,
      ground: true,
      summary: true,
      state: true,
      proposedById: true,
      settledAt: true,
      declineReason: true,
      exemplar: { select: { number: true } },
      subject: {
        select: {
          personId: true,
          unitId: true,
          person: { select: { fullName: true } },
          unit: { select: { name: true } },
        },
      },
      proposedBy: { select: { fullName: true } },
      settledBy: { select: { fullName: true } },
    },
  });
  return rows.map(({ exemplar, subject, proposedBy, settledBy, ...same }) => ({
    ...same,
    number: exemplar.number,
    personId: subject.personId,
    unitId: subject.unitId,
    unitName: subject.unit.name,
    name: subject.person?.fullName ?? subject.unit.name,
    proposedByName: proposedBy.fullName,
    settledByName: settledBy?.fullName ?? null,
  }));
}

export async function findProposal(tx: Tx, id: string): Promise<Proposal | null> {
  const [proposal] = await proposalsWhere(tx, { where: { id } });
  return proposal ?? null;
}
