import type { Tx } from '../database/client.ts';
import { refreshMessages, sendMessages } from '../jobs/outbox.ts';
import { auditAll } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { matterOf, thoseToConfirm } from './confirmers.ts';
import { keepHistory } from './keep-history.ts';
import { settled, toConfirm } from './messages.ts';
import { findRegistrationsByIds, type Registration } from './queries.ts';

/** One revision of a registration, as it was shown to the one who settles it. */
export interface Card {
  registrationId: string;
  revision: number;
}

export type Verdict = { state: 'confirmed' } | { state: 'returned'; reason: string };

export interface Settlement {
  /** False: it stood otherwise before, and nothing was changed. */
  done: boolean;
  registration: Registration;
}

/**
 * Settles each of these cards for which the actor has authority, in a fixed number of queries: state,
 * history, audit, and a message to who filed it.
 *
 * @returns what became of each, in their order
 */
export async function settleEach(
  tx: Tx,
  deps: Deps,
  input: { actor: Actor; cards: readonly Card[]; verdict: Verdict },
): Promise<(Settlement | 'unknown' | 'not_theirs')[]> {
  const { actor, cards, verdict } = input;
  const on = today(deps);
  const ids = [...new Set(cards.map(({ registrationId }) => registrationId))].toSorted();
  // In one order, so that two who settle at once do not wait for each other in a circle.
  await tx.$queryRaw`
    select id from title_registration where id = any(${ids}::uuid[])
    order by id for no key update`;
  const found = (await findRegistrationsByIds(tx, ids, on)).map((one) => ({
    id: one.id,
    ...matterOf(one),
  }));
  const theirs = new Set((await thoseToConfirm(tx, actor, found, on)).map(({ id }) => id));
  const settling = cards.filter(({ registrationId }) => theirs.has(registrationId));
  const written = await write(tx, { actor, cards: settling, verdict });
  // Also after a late press, so that the card it was pressed on shows how things stand.
  await refreshMessages(tx, toConfirm, [...theirs]);
  const now = await findRegistrationsByIds(tx, ids, on);
  await tell(
    tx,
    now.filter(({ id }) => written.has(id)),
    { actor, verdict },
  );
  const standing = new Map(now.map((one) => [one.id, one]));
  return cards.map(({ registrationId, revision }) => {
    const registration = standing.get(registrationId);
    if (!registration) return 'unknown';
    if (!theirs.has(registrationId)) return 'not_theirs';
    const done =
      registration.revision === revision &&
      registration.state === verdict.state &&
      registration.settledById === actor.personId;
    return { done, registration };
  });
}

/** @returns ids of those that waited in the revision of their card, and are settled now */
async function write(
  tx: Tx,
  { actor, cards, verdict }: { actor: Actor; cards: readonly Card[]; verdict: Verdict },
): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    update title_registration
    set state = ${verdict.state}::registration_state, return_reason = ${reasonOf(verdict)}::text,
      settled_by_id = ${actor.personId}::uuid, settled_at = app_now()
    from unnest(${cards.map(({ registrationId }) => registrationId)}::uuid[],
      ${cards.map(({ revision }) => revision)}::int[]) as card(id, revision)
    where title_registration.id = card.id and title_registration.revision = card.revision
      and state = 'submitted'
    returning title_registration.id`;
  return new Set(rows.map(({ id }) => id));
}

async function tell(
  tx: Tx,
  changed: readonly Registration[],
  { actor, verdict }: { actor: Actor; verdict: Verdict },
): Promise<void> {
  if (changed.length === 0) return;
  const reason = reasonOf(verdict);
  await auditAll(
    tx,
    changed.map(({ id, revision, titles }) => ({
      kind: verdict.state === 'confirmed' ? 'titles.confirmed' : 'titles.returned',
      subjectId: id,
      actorId: actor.personId,
      before: { revision, state: 'submitted' },
      after: { revision, state: verdict.state, titles },
      ...(reason === null ? {} : { reason }),
    })),
  );
  await keepHistory(tx, changed, { actorId: actor.personId, reason });
  await sendMessages(
    tx,
    settled,
    changed.map(({ id, revision, filedById }) => ({
      to: { personId: filedById },
      params: { revision },
      subjectId: id,
      dedupeKey: `${settled.purpose}:${id}:${revision}`,
    })),
  );
}

function reasonOf(verdict: Verdict): string | null {
  return verdict.state === 'returned' ? verdict.reason.trim() : null;
}
