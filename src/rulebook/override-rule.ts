import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import { type Day, dateColumn, dayOf } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import { assembleFiles } from './assemble.ts';
import { LiveRulebook, readOverrides, refreshRulebook, withOverrides } from './live.ts';
import type { Override } from './overlay.ts';
import { readValue } from './override-values.ts';
import { RulebookError } from './problems.ts';
import { listRules } from './rule-list.ts';
import { ruleListPhrases as phrases } from './rule-list-phrases.ts';
import type { RulebookFiles } from './schema.ts';

export interface StoredOverride extends Override {
  id: string;
}

/**
 * Sets the organisation's own value of a rule, or marks the rule as checked, by a document. The rules
 * with it are checked as the data themselves are, on its first day. Twice the same is kept once.
 *
 * @throws AppError when the actor does not administer the whole agency, the rule has no such value, the
 *   days overlap another override of it, or the rules would be at odds
 */
export async function overrideRule(
  deps: Deps,
  input: {
    actor: Actor;
    rule: string;
    /** As it was written. */
    text: string;
    documentNumber: string;
    documentDate: Day;
    from: Day;
    to: Day | null;
    reason?: string;
  },
): Promise<StoredOverride> {
  const { actor, rule, text, documentDate, from, to } = input;
  const documentNumber = input.documentNumber.trim();
  const { bundled } = live(deps);
  const kind = listRules(bundled, today(deps)).find(({ id }) => id === rule)?.overridable;
  if (!kind) throw refusal('unknown_rule', undefined, (say) => say.unknownRule);
  const value = readValue(kind, text);
  if (value === undefined) throw refusal('wrong_value', 'value', (say) => say.wrongValue);
  if (to !== null && to < from) throw refusal('ends_before', 'to', (say) => say.endsBefore);
  const override: Override = { rule, value, documentNumber, documentDate, from, to };
  const stored = await inTransaction(deps.db, async (tx) => {
    await requireAdministrator(tx, actor);
    await tx.$queryRaw`select pg_advisory_xact_lock(20261126)::text`;
    const rows = await tx.ruleOverride.findMany({
      where: {
        rule,
        withdrawnAt: null,
        OR: [{ toDate: null }, { toDate: { gte: dateColumn(from) } }],
        ...(to === null ? {} : { fromDate: { lte: dateColumn(to) } }),
      },
    });
    const [other] = rows;
    if (other) {
      const same =
        other.documentNumber === documentNumber &&
        dayOf(other.fromDate) === from &&
        (other.toDate && dayOf(other.toDate)) === to &&
        isDeepStrictEqual(other.value, value);
      if (same) return { id: other.id, ...override };
      const document = other.documentNumber;
      throw refusal('overlaps', 'from', (say) => say.overlaps({ document }));
    }
    requireConsistency(bundled, [...(await readOverrides(tx)), override], from);
    const { id } = await tx.ruleOverride.create({
      data: {
        rule,
        value: z.json().parse(value) ?? false,
        documentNumber,
        documentDate: dateColumn(documentDate),
        fromDate: dateColumn(from),
        toDate: to === null ? null : dateColumn(to),
        recordedById: actor.personId,
      },
      select: { id: true },
    });
    await audit(tx, {
      kind: 'rulebook.overridden',
      subjectId: id,
      actorId: actor.personId,
      after: { rule, value: JSON.stringify(value), documentNumber, documentDate, from, to },
      ...(input.reason ? { reason: input.reason } : {}),
    });
    return { id, ...override };
  });
  await refreshRulebook(deps);
  return stored;
}

/**
 * Takes an override back; it stays on record. Twice is once.
 *
 * @throws AppError when the actor does not administer the whole agency
 */
export async function withdrawOverride(
  deps: Deps,
  { actor, id }: { actor: Actor; id: string },
): Promise<{ documentNumber: string }> {
  const { bundled } = live(deps);
  const done = await inTransaction(deps.db, async (tx) => {
    await requireAdministrator(tx, actor);
    await tx.$queryRaw`select pg_advisory_xact_lock(20261126)::text`;
    const written = await tx.$executeRaw`
      update rule_override set withdrawn_at = app_now()
      where id = ${id}::uuid and withdrawn_at is null`;
    const row = await tx.ruleOverride.findUnique({ where: { id } });
    if (!row) throw refusal('unknown_rule', undefined, (say) => say.unknownRule);
    if (written > 0) {
      requireConsistency(bundled, await readOverrides(tx), today(deps));
      await audit(tx, {
        kind: 'rulebook.override_withdrawn',
        subjectId: id,
        actorId: actor.personId,
        before: { rule: row.rule, documentNumber: row.documentNumber },
      });
    }
    return { documentNumber: row.documentNumber };
  });
  await refreshRulebook(deps);
  return done;
}

/** Overrides that hold or will hold, by their first day. */
export async function currentOverrides(deps: Deps): Promise<StoredOverride[]> {
  const rows = await deps.db.ruleOverride.findMany({
    where: {
      withdrawnAt: null,
      OR: [{ toDate: null }, { toDate: { gte: dateColumn(today(deps)) } }],
    },
    orderBy: [{ fromDate: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id,
    rule: row.rule,
    value: row.value,
    documentNumber: row.documentNumber,
    documentDate: dayOf(row.documentDate),
    from: dayOf(row.fromDate),
    to: row.toDate && dayOf(row.toDate),
  }));
}

/** Whether the actor administers the whole agency. */
export async function mayOverride(tx: Tx, actor: Actor): Promise<boolean> {
  const unitIds = actor.grants
    .filter(({ role }) => role === 'administrator')
    .map(({ unitId }) => unitId);
  const where = { id: { in: unitIds }, parentId: null };
  return (await tx.unit.count({ where })) > 0;
}

export function live({ rulebook }: Pick<Deps, 'rulebook'>): LiveRulebook {
  if (rulebook instanceof LiveRulebook) return rulebook;
  throw new Error('this rulebook cannot be overridden');
}

async function requireAdministrator(tx: Tx, actor: Actor): Promise<void> {
  if (!(await mayOverride(tx, actor)))
    throw refusal('not_administrator', undefined, (say) => say.notAdministrator);
}

function requireConsistency(bundled: RulebookFiles, overrides: readonly Override[], on: Day): void {
  try {
    assembleFiles(withOverrides(bundled, overrides, on));
  } catch (error) {
    if (error instanceof RulebookError || error instanceof z.ZodError)
      throw refusal('breaks_rules', 'value', (say) => say.breaksRules);
    throw error;
  }
}

function refusal(
  code: string,
  field: string | undefined,
  say: (p: (typeof phrases)['vi']) => string,
): AppError {
  return new AppError(code, {
    ...(field === undefined ? {} : { field }),
    say: (language) => say(phrases[language]),
  });
}
