import type { Tx } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { refreshMessages, sendMessage } from '../jobs/outbox.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import { type Day, dateColumn } from '../kernel/time.ts';
import { phrases } from './access-phrases.ts';
import type { Actor } from './actor.ts';
import type { SlackProfile } from './match-slack-user.ts';
import { accessAsked, accessMatched } from './messages.ts';
import { holdsRole } from './queries.ts';

/**
 * Matches a Slack account to somebody of the staff list by hand, and so settles what the account asked.
 * Whoever is matched can do all that the person's roles allow, so the actor must administer every unit
 * where the person works or holds a role. Matched twice it is matched once.
 *
 * @throws AppError when the actor may not, the person works here no more, or either is matched otherwise
 */
export async function matchPerson(
  deps: Deps,
  input: { actor: Actor; account: SlackProfile; personId: string },
): Promise<{ fullName: string }> {
  const { actor, account, personId } = input;
  const { slackUserId, locale, timeZone } = account;
  const on = today(deps);
  return inTransaction(deps.db, async (tx) => {
    // One at a time, for the same account may be meant for two people; nor is a role granted meanwhile.
    await tx.$queryRaw`select id from unit where parent_id is null order by id for update`;
    await tx.$queryRaw`select id from person where id = ${personId}::uuid for update`;
    await refuseOutOfReach(tx, actor, { personId, on });
    const holder = await tx.person.findUnique({
      where: { slackUserId },
      select: { id: true, fullName: true },
    });
    if (holder?.id === personId) return { fullName: holder.fullName };
    if (holder) throw refusal('slackUser', (say) => say.accountTaken({ name: holder.fullName }));
    const matched = await tx.person.updateMany({
      where: { id: personId, slackUserId: null },
      data: { slackUserId, locale, timeZone, profileSeenAt: deps.clock.now() },
    });
    if (matched.count === 0) throw refusal('unmatchedPerson', (say) => say.personTaken);
    // One that was turned down meanwhile stays so; the account is matched all the same.
    const [request] = await tx.accessRequest.updateManyAndReturn({
      where: { slackUserId, state: 'waiting' },
      data: { state: 'matched', settledById: actor.personId, settledAt: deps.clock.now() },
      select: { id: true },
    });
    if (request) await refreshMessages(tx, accessAsked, request.id);
    await audit(tx, {
      kind: 'people.matched',
      subjectId: personId,
      actorId: actor.personId,
      before: { slackUserId: null },
      after: { slackUserId, requestId: request?.id ?? null },
    });
    await sendMessage(tx, accessMatched, { to: { personId }, params: {}, subjectId: personId });
    const { fullName } = await tx.person.findUniqueOrThrow({
      where: { id: personId },
      select: { fullName: true },
    });
    return { fullName };
  });
}

async function refuseOutOfReach(
  tx: Tx,
  actor: Actor,
  { personId, on }: { personId: string; on: Day },
): Promise<void> {
  if (!actor.grants.some(({ role }) => role === 'administrator')) throw mayNotMatch();
  const notOver = { OR: [{ toDate: null }, { toDate: { gte: dateColumn(on) } }] };
  const person = await tx.person.findUnique({
    where: { id: personId },
    select: {
      postings: {
        where: { ...notOver, fromDate: { lte: dateColumn(on) } },
        select: { unitId: true },
      },
      grants: { where: notOver, select: { unitId: true } },
    },
  });
  if (!person || person.postings.length === 0)
    throw refusal('unmatchedPerson', (say) => say.personLeft);
  const unitIds = [...person.postings, ...person.grants].map(({ unitId }) => unitId);
  for (const unitId of new Set(unitIds)) {
    if (!(await holdsRole(tx, actor, 'administrator', unitId)))
      throw refusal('unmatchedPerson', (say) => say.beyondYou);
  }
}

export function mayNotMatch(): AppError {
  return new AppError('not_administrator', {
    say: (language) => phrases[language].notAdministrator,
  });
}

function refusal(
  field: 'slackUser' | 'unmatchedPerson',
  say: (p: (typeof phrases)['vi']) => string,
): AppError {
  return new AppError('match_refused', { field, say: (language) => say(phrases[language]) });
}
