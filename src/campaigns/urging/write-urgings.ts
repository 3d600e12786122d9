import type { Tx } from '../../database/client.ts';
import { sendMessages } from '../../jobs/outbox.ts';
import { auditAll } from '../../kernel/audit.ts';
import type { Day } from '../../kernel/time.ts';
import { urging } from '../messages.ts';
import type { Late } from './late-queries.ts';
import { urgedPersons } from './recipients.ts';
import { type Lateness, latenessKey } from './urging-rules.ts';

/** What a message keeps of a lateness. */
export function namedIn({ campaignId, unitId, matter, subjectId, period }: Lateness) {
  return { campaignId, unitId, matter, subjectId, period };
}

/** Latenesses by the persons to be told of them, in one message each. */
export class ByPerson {
  readonly #late = new Map<string, Late[]>();

  add(personIds: readonly string[], late: Late): void {
    for (const id of personIds) this.#late.set(id, [...(this.#late.get(id) ?? []), late]);
  }

  entries(): [personId: string, late: Late[]][] {
    return [...this.#late].toSorted(([one], [other]) => (one < other ? -1 : 1));
  }
}

/**
 * Keeps that units were urged about latenesses that they were not urged about before.
 *
 * @returns those of them that were kept now, however many processes do the same
 */
export async function claimUrgings(tx: Tx, late: readonly Late[]): Promise<Late[]> {
  if (late.length === 0) return [];
  const rows = await tx.$queryRaw<Omit<Lateness, 'since'>[]>`
    insert into campaign_urging (campaign_id, unit_id, matter, subject_id, period, since)
    select (item ->> 'campaignId')::uuid, (item ->> 'unitId')::uuid, (item ->> 'matter')::chased_matter,
      (item ->> 'subjectId')::uuid, (item ->> 'period')::date, (item ->> 'since')::date
    from jsonb_array_elements(${JSON.stringify(late)}::jsonb) item
    on conflict do nothing
    returning campaign_id::text as "campaignId", unit_id::text as "unitId", matter::text as matter,
      subject_id::text as "subjectId", period::text as period`;
  const kept = new Set(rows.map(latenessKey));
  return late.filter((one) => kept.has(latenessKey(one)));
}

/**
 * Tells those who answer for the units, each in one message.
 *
 * @param input.actorId null: the calendar
 * @param input.dedupe sets the messages of this urging apart from those of others
 */
export async function tellUrged(
  tx: Tx,
  input: { late: readonly Late[]; on: Day; actorId: string | null; dedupe: string },
): Promise<void> {
  const { late, on, actorId, dedupe } = input;
  const byPerson = new ByPerson();
  for (const one of late) {
    const told = await urgedPersons(tx, one, on);
    byPerson.add(told, one);
    await tx.$executeRaw`
      update campaign_urging
      set told_ids = (select array_agg(distinct id) from unnest(told_ids || ${told}::uuid[]) id)
      where campaign_id = ${one.campaignId}::uuid and unit_id = ${one.unitId}::uuid
        and matter = ${one.matter}::chased_matter and subject_id = ${one.subjectId}::uuid
        and period = ${one.period}::date`;
  }
  await sendMessages(
    tx,
    urging,
    byPerson.entries().map(([personId, named]) => ({
      to: { personId },
      params: { named: named.map(namedIn) },
      subjectId: personId,
      dedupeKey: `${urging.purpose}:${personId}:${dedupe}`,
    })),
  );
  await auditAll(
    tx,
    late.map(({ campaignId, unitId, matter, period, since }) => ({
      kind: 'campaign.urged' as const,
      subjectId: campaignId,
      actorId,
      after: { unitId, matter, period, since },
    })),
  );
}
