import type { Tx } from '../../database/client.ts';
import type { AuditEntry } from '../../kernel/audit.ts';

/** What would stand in the audit if the app had been there when it happened. */
export type PastEvent = AuditEntry & { at: Date };

/** Writes past changes down, oldest first, as an audit grows. */
export async function auditPast(tx: Tx, events: readonly PastEvent[]): Promise<void> {
  const inOrder = events.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  await tx.auditEvent.createMany({ data: inOrder.map((event) => ({ ...event })) });
}
