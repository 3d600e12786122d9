import type { CouncilKind } from '../../database/generated/enums.ts';
import { inTransaction } from '../../database/transaction.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { dateColumn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { checkedProposal, type Proposal } from './check-proposal.ts';
import { refusal } from './composition-refusal.ts';
import { mayCompose } from './composition-rights.ts';
import { tellOfSeats } from './tell-of-seats.ts';

/**
 * Records a council with those it was set up with. A unit has one of a kind; when it was there before, a
 * new composition of it is recorded instead. The same `councilId` twice makes one council.
 *
 * @throws AppError may_not_compose, unit_gone, council_exists, and those of `checkedProposal`
 */
export async function establishCouncil(
  deps: Deps,
  input: {
    actor: Actor;
    councilId: string;
    unitId: string;
    kind: CouncilKind;
    proposal: Proposal;
  },
): Promise<void> {
  const { actor, councilId, unitId, kind } = input;
  const on = today(deps);
  await inTransaction(deps.db, async (tx) => {
    // Of two who set one up at once, the second finds the first's.
    await tx.$queryRaw`select id from unit where id = ${unitId}::uuid for no key update`;
    if (!(await mayCompose(tx, actor, unitId)))
      throw refusal('may_not_compose', (say) => say.mayNotCompose);
    const there = await tx.council.findFirst({
      where: { unitId, kind },
      orderBy: { fromDate: 'desc' },
      select: { id: true, name: true },
    });
    if (there?.id === councilId) return;
    if (there)
      throw refusal('council_exists', (say) => say.councilExists({ name: there.name }), 'kind');
    const unit = await tx.unit.findFirst({
      where: {
        id: unitId,
        validFrom: { lte: dateColumn(on) },
        OR: [{ validTo: null }, { validTo: { gte: dateColumn(on) } }],
      },
      select: { id: true },
    });
    if (!unit) throw refusal('unit_gone', (say) => say.unitGone);
    const { name, number, decidedOn, from, to, members } = await checkedProposal(
      tx,
      input.proposal,
      on,
    );
    const days = { fromDate: dateColumn(from), toDate: to && dateColumn(to) };
    const decision = { decisionNumber: number, decidedOn: dateColumn(decidedOn) };
    await tx.council.create({
      data: {
        id: councilId,
        unitId,
        kind,
        name,
        ...decision,
        ...days,
        members: { createMany: { data: members.map((member) => ({ ...member, ...days })) } },
      },
    });
    await audit(tx, {
      kind: 'council.established',
      subjectId: councilId,
      actorId: actor.personId,
      after: { unitId, kind, name, number, decidedOn, from, to, members: [...members] },
    });
    await tellOfSeats(tx, { councilId, compositionId: null, on }, [], members);
  });
}
