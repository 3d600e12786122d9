import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { addDays, type Day, dateColumn, formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { type CheckedProposal, checkedProposal, namesOf, type Proposal } from './check-proposal.ts';
import { substituteNews } from './composition-messages.ts';
import {
  type CompositionPicture,
  type CouncilPicture,
  councilPicture,
  latestComposition,
  type MemberLine,
  membersAtEnd,
} from './composition-queries.ts';
import { refusal } from './composition-refusal.ts';
import { mayCompose } from './composition-rights.ts';
import { sitsOn } from './composition-rules.ts';
import { tellOfSeats } from './tell-of-seats.ts';

/**
 * Records a council's new composition (kiện toàn): the terms of those before end on the day before it
 * begins, and stay for the record. It takes the place of one that has not begun and would begin then or
 * later. Ballots that are open keep their roll. The same `compositionId` twice is one composition.
 *
 * @param input.seen the latest composition as the form showed it; the council's id for its first
 * @param input.keptSubstitutes ids of members in office whose substitutes go on
 * @throws AppError council_unknown, may_not_compose, composition_changed, days_wrong,
 *   substitute_is_member, and those of `checkedProposal`
 */
export async function reconstituteCouncil(
  deps: Deps,
  input: {
    actor: Actor;
    councilId: string;
    compositionId: string;
    seen: string;
    proposal: Proposal;
    keptSubstitutes: readonly string[];
  },
): Promise<void> {
  const { actor, councilId, compositionId, seen } = input;
  const on = today(deps);
  await inTransaction(deps.db, async (tx) => {
    // Of two who record at once, the second finds what the first recorded.
    await tx.$queryRaw`select id from council where id = ${councilId}::uuid for no key update`;
    const council = await councilPicture(tx, councilId, on);
    if (!council) throw refusal('council_unknown', (say) => say.councilUnknown);
    if (!(await mayCompose(tx, actor, council.unitId)))
      throw refusal('may_not_compose', (say) => say.mayNotCompose);
    if (council.compositions.some(({ id }) => id === compositionId)) return;
    const latest = latestComposition(council);
    if ((latest.id ?? councilId) !== seen)
      throw refusal('composition_changed', (say) => say.compositionChanged);
    const proposal = await checkedProposal(tx, input.proposal, on);
    const replaced = replacedBy(council, proposal.from, on);
    const pairs = keptPairs(council, input.keptSubstitutes, proposal);
    await refuseMembersAsSubstitutes(tx, pairs, proposal);

    await takeBack(tx, replaced);
    await endTerms(tx, councilId, proposal.from);
    await store(tx, input, proposal, pairs);
    await audit(tx, {
      kind: 'council.reconstituted',
      subjectId: councilId,
      actorId: actor.personId,
      before: { name: council.name, ...audited(latest), replaced: replaced.map(audited) },
      after: { compositionId, ...proposal, members: [...proposal.members] },
    });
    const before = membersAtEnd(latest);
    await tellOfSeats(tx, { councilId, compositionId, on }, before, proposal.members);
    await tellSubstitutesEnded(tx, { councilId, before, pairs }, proposal);
  });
}

/** Substitutes who do not go on with the new composition are told, unless they join the council themselves. */
async function tellSubstitutesEnded(
  tx: Tx,
  of: { councilId: string; before: readonly MemberLine[]; pairs: readonly KeptPair[] },
  { number, from, members }: CheckedProposal,
): Promise<void> {
  const stays = new Set([...of.pairs, ...members].map(({ personId }) => personId));
  const ended = of.before.flatMap(({ memberId, substitutes }) =>
    substitutes.flatMap(({ personId, to }) =>
      (to === null || to >= from) && !stays.has(personId) ? [{ memberId, personId }] : [],
    ),
  );
  await sendMessages(
    tx,
    substituteNews,
    ended.map(({ memberId, personId }) => ({
      to: { personId },
      params: { memberId, number, from, change: 'ended' as const },
      subjectId: of.councilId,
    })),
  );
}

/**
 * Compositions that have not begun before today and give way to one from this day on.
 *
 * @throws AppError days_wrong when one that has begun would have to
 */
function replacedBy({ compositions }: CouncilPicture, from: Day, on: Day): CompositionPicture[] {
  const later = compositions.filter((one) => one.from >= from);
  const begun = later.find((one) => one.id === null || one.from < on);
  if (begun) {
    const { number } = begun;
    const day = formatDay(begun.from);
    throw refusal('days_wrong', (say) => say.fromNotAfter({ day, number }), 'from');
  }
  return later;
}

interface KeptPair {
  /** The member's row of before. */
  memberId: string;
  memberPersonId: string;
  personId: string;
}

/** Substitutes that go on with members who stay. */
function keptPairs(
  council: CouncilPicture,
  memberIds: readonly string[],
  { from, members }: CheckedProposal,
): KeptPair[] {
  const stays = new Set(members.map(({ personId }) => personId));
  return membersAtEnd(latestComposition(council)).flatMap((member) => {
    const { memberId, personId: memberPersonId } = member;
    const substitute = member.substitutes.find((one) => one.to === null || sitsOn(one, from));
    const kept = memberIds.includes(memberId) && stays.has(memberPersonId);
    return substitute && kept ? [{ memberId, memberPersonId, personId: substitute.personId }] : [];
  });
}

async function refuseMembersAsSubstitutes(
  tx: Tx,
  pairs: readonly KeptPair[],
  { members }: CheckedProposal,
): Promise<void> {
  const both = pairs.filter((pair) => members.some(({ personId }) => personId === pair.personId));
  if (both.length === 0) return;
  const names = await namesOf(
    tx,
    both.map(({ personId }) => personId),
  );
  throw refusal('substitute_is_member', (say) => say.substituteIsMember({ names }), 'substitutes');
}

/** They never took effect, or only since today; what they said stays in the audit. */
async function takeBack(tx: Tx, replaced: readonly CompositionPicture[]): Promise<void> {
  const ids = replaced.flatMap(({ id }) => id ?? []);
  const members = { compositionId: { in: ids } };
  await tx.councilSubstitute.deleteMany({ where: { member: members } });
  await tx.councilMember.deleteMany({ where: members });
  await tx.councilComposition.deleteMany({ where: { id: { in: ids } } });
}

/** Those in office end the day before; what was to begin later does not begin. */
async function endTerms(tx: Tx, councilId: string, from: Day): Promise<void> {
  const toDate = dateColumn(addDays(from, -1));
  const runsOn = {
    fromDate: { lt: dateColumn(from) },
    OR: [{ toDate: null }, { toDate: { gte: dateColumn(from) } }],
  };
  await tx.councilSubstitute.deleteMany({
    where: { member: { councilId }, fromDate: { gte: dateColumn(from) } },
  });
  await tx.councilSubstitute.updateMany({
    where: { member: { councilId }, ...runsOn },
    data: { toDate },
  });
  await tx.councilMember.updateMany({ where: { councilId, ...runsOn }, data: { toDate } });
}

async function store(
  tx: Tx,
  { actor, councilId, compositionId }: { actor: Actor; councilId: string; compositionId: string },
  { name, number, decidedOn, from, to, members }: CheckedProposal,
  pairs: readonly KeptPair[],
): Promise<void> {
  const decision = { decisionNumber: number, decidedOn: dateColumn(decidedOn) };
  const days = { fromDate: dateColumn(from), toDate: to && dateColumn(to) };
  const recordedById = actor.personId;
  await tx.council.update({ where: { id: councilId }, data: { name, toDate: days.toDate } });
  await tx.councilComposition.create({
    data: { id: compositionId, councilId, ...decision, fromDate: days.fromDate, recordedById },
  });
  const rows = await tx.councilMember.createManyAndReturn({
    data: members.map((member) => ({ ...member, councilId, compositionId, ...days })),
    select: { id: true, personId: true },
  });
  const memberOf = new Map(rows.map(({ id, personId }) => [personId, id]));
  await tx.councilSubstitute.createMany({
    data: pairs.flatMap(({ memberPersonId, personId }) => {
      const memberId = memberOf.get(memberPersonId);
      return memberId ? [{ memberId, personId, ...decision, ...days, recordedById }] : [];
    }),
  });
}

function audited(composition: CompositionPicture) {
  const { id, number, decidedOn, from, to } = composition;
  const members = membersAtEnd(composition).map(({ personId, office }) => ({ personId, office }));
  return { compositionId: id, number, decidedOn, from, to, members };
}
