import type { Tx } from '../../database/client.ts';
import { type Day, dayOf } from '../../kernel/time.ts';
import { afterRefusal } from '../after/after-refusal.ts';
import { refusal } from '../refusal.ts';

export interface RecognisedInitiative {
  id: string;
  number: string;
  title: string;
  unitId: string;
  filedById: string;
  firstAppliedOn: Day;
}

/**
 * Holds a recognised initiative as it is until the end of the transaction, so that it is not annulled
 * meanwhile.
 *
 * @throws AppError initiative_unknown, recognition_annulled
 */
export async function holdRecognised(tx: Tx, initiativeId: string): Promise<RecognisedInitiative> {
  const rows = await tx.$queryRaw<
    {
      id: string;
      number: string;
      title: string;
      unit_id: string;
      filed_by_id: string;
      first_applied_on: Date;
      state: string;
    }[]
  >`
    select id::text, number, title, unit_id::text, filed_by_id::text, first_applied_on, state::text
    from initiative where id = ${initiativeId}::uuid for share`;
  const [row] = rows;
  const annulled =
    row?.state === 'annulled' ||
    (await tx.recognisedWork.count({
      where: { initiativeId, level: 'grassroots', annulledAt: { not: null } },
    })) > 0;
  if (row && annulled) throw afterRefusal('recognition_annulled', (p) => p.recognitionAnnulled);
  if (row?.state !== 'recognised') throw refusal('initiative_unknown', (p) => p.unknownInitiative);
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    unitId: row.unit_id,
    filedById: row.filed_by_id,
    firstAppliedOn: dayOf(row.first_applied_on),
  };
}
