import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import { type Deps, today } from '../../kernel/deps.ts';
import { addDays, type Day, dateColumn, formatDay } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { checkedDecision, type Decision, namesOf, workingOn } from './check-proposal.ts';
import { substituteNews } from './composition-messages.ts';
import {
  type CouncilPicture,
  councilPicture,
  type MemberLine,
  type SubstituteLine,
} from './composition-queries.ts';
import { refusal } from './composition-refusal.ts';
import { mayCompose } from './composition-rights.ts';
import { sitsOn } from './composition-rules.ts';

/**
 * Records by a decision who may stand in for a member from a day on, or that nobody does any more. Who
 * stood in before ends the day before, and stays for the record; both are told. The same twice is recorded once.
 *
 * @param input.personId null: nobody
 * @throws AppError council_unknown, may_not_compose, member_gone, not_working, outside_term,
 *   substitute_is_member, substitute_elsewhere, no_substitute, and those of `checkedDecision`
 */
export async function nameSubstitute(
  deps: Deps,
  input: {
    actor: Actor;
    councilId: string;
    substituteId: string;
    memberId: string;
    personId: string | null;
    decision: Decision;
  },
): Promise<void> {
  const { actor, councilId, substituteId, memberId, personId } = input;
  const on = today(deps);
  await inTransaction(deps.db, async (tx) => {
    await tx.$queryRaw`select id from council where id = ${councilId}::uuid for no key update`;
    const council = await councilPicture(tx, councilId, on);
    if (!council) throw refusal('council_unknown', (say) => say.councilUnknown);
    if (!(await mayCompose(tx, actor, council.unitId)))
      throw refusal('may_not_compose', (say) => say.mayNotCompose);
    const members = council.compositions.flatMap((one) => one.members);
    const member = members.find((one) => one.memberId === memberId);
    if (!member) throw refusal('member_gone', (say) => say.memberGone, 'for');
    const { number, decidedOn, from } = checkedDecision(input.decision, on);
    refuseOutsideTerm(member, from);
    const now = member.substitutes.find((one) => one.to === null || one.to >= from);
    if ((now?.personId ?? null) === personId && (!now || now.number === number)) {
      if (now) return;
      throw refusal('no_substitute', (say) => say.noSubstitute, 'substitute');
    }
    if (personId) await refuseUnfit(tx, council, { personId, member, from, on });
    await endBefore(tx, memberId, now, from);
    if (personId) {
      await tx.councilSubstitute.create({
        data: {
          id: substituteId,
          ...{ memberId, personId, decisionNumber: number, decidedOn: dateColumn(decidedOn) },
          fromDate: dateColumn(from),
          toDate: member.to && dateColumn(member.to),
          recordedById: actor.personId,
        },
      });
    }
    await audit(tx, {
      kind: 'council.substitute_named',
      subjectId: councilId,
      actorId: actor.personId,
      before: { memberId, substitute: now?.personId ?? null },
      after: { memberId, substitute: personId, number, decidedOn, from },
    });
    const params = { memberId, number, from };
    const news = [
      ...(now && now.personId !== personId
        ? [{ personId: now.personId, change: 'ended' as const }]
        : []),
      ...(personId && personId !== now?.personId ? [{ personId, change: 'named' as const }] : []),
    ];
    await sendMessages(
      tx,
      substituteNews,
      news.map(({ personId: to, change }) => ({
        to: { personId: to },
        params: { ...params, change },
        subjectId: councilId,
      })),
    );
  });
}

function refuseOutsideTerm(member: MemberLine, from: Day): void {
  if (sitsOn(member, from)) return;
  const to = member.to && formatDay(member.to);
  throw refusal(
    'outside_term',
    (say) => say.outsideTerm({ days: say.days({ from: formatDay(member.from), to }) }),
    'from',
  );
}

/** @throws AppError when the person works no more, sits on the council, or stands in for another member */
async function refuseUnfit(
  tx: Tx,
  { compositions }: CouncilPicture,
  { personId, member, from, on }: { personId: string; member: MemberLine; from: Day; on: Day },
): Promise<void> {
  const seats = compositions.flatMap(({ members }) => members).filter((one) => sitsOn(one, from));
  const names = await namesOf(tx, [personId]);
  if (!(await workingOn(tx, [personId], on)).has(personId))
    throw refusal('not_working', (say) => say.notWorking({ names }), 'substitute');
  if (seats.some((one) => one.personId === personId))
    throw refusal('substitute_is_member', (say) => say.substituteIsMember({ names }), 'substitute');
  const other = seats.find(
    ({ memberId, substitutes }) =>
      memberId !== member.memberId &&
      substitutes.some((one) => one.personId === personId && (one.to === null || one.to >= from)),
  );
  if (other)
    throw refusal(
      'substitute_elsewhere',
      (say) => say.substituteElsewhere({ name: names, member: other.name }),
      'substitute',
    );
}

/** One that was to begin on the day or later does not begin. */
async function endBefore(
  tx: Tx,
  memberId: string,
  now: SubstituteLine | undefined,
  from: Day,
): Promise<void> {
  if (!now) return;
  await tx.councilSubstitute.deleteMany({
    where: { memberId, fromDate: { gte: dateColumn(from) } },
  });
  await tx.councilSubstitute.updateMany({
    where: { memberId, OR: [{ toDate: null }, { toDate: { gte: dateColumn(from) } }] },
    data: { toDate: dateColumn(addDays(from, -1)) },
  });
}
