import type { Tx } from '../database/client.ts';
import type { Day } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { type RecordAccess, recordAccess } from './access.ts';
import type { RecordSubject } from './controls.ts';
import {
  type PersonRecord,
  personRecord,
  type UnitRecord,
  unitAndSuccessors,
  unitRecord,
} from './queries.ts';
import { refusal } from './refusal.ts';

export type OpenedRecord = { access: RecordAccess } & (
  | { kind: 'person'; record: PersonRecord }
  | { kind: 'unit'; record: UnitRecord }
);

/**
 * A person's or unit's record for somebody who may read it. What is open against the subject is left
 * out for whoever may not know. Who looks after the units of today reads those they came from.
 *
 * @throws AppError record_not_yours, the same whether it does not exist or may not be read
 */
export async function openRecordOf(
  tx: Tx,
  { actor, of, on }: { actor: Actor; of: RecordSubject; on: Day },
): Promise<OpenedRecord> {
  if ('personId' in of) {
    const record = await personRecord(tx, { personId: of.personId, on });
    const unitIds = record?.unitId ? [record.unitId] : [];
    const access = await recordAccess(tx, actor, { personId: of.personId, unitIds });
    if (!record || !access.read) throw refusal('record_not_yours', (say) => say.notYours);
    return {
      kind: 'person',
      access,
      record: access.matters ? record : { ...record, matters: [] },
    };
  }
  const record = await unitRecord(tx, of.unitId);
  const unitIds = await unitAndSuccessors(tx, of.unitId);
  const access = await recordAccess(tx, actor, { personId: null, unitIds });
  if (!record || !access.read) throw refusal('record_not_yours', (say) => say.notYours);
  return { kind: 'unit', access, record: access.matters ? record : { ...record, matters: [] } };
}
