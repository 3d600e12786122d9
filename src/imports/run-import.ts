import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../people/actor.ts';
import { unitsUnder } from '../people/units-under.ts';
import { checkRows } from './check-rows.ts';
import { IMPORT_KINDS, type ImportKind } from './columns.ts';
import { Counts, type ImportContext } from './importer.ts';
import { phrases } from './phrases.ts';
import { PROBLEMS_KEPT, Problem } from './problems.ts';
import { readImportFile } from './read-file.ts';
import { StoredRows } from './rows.ts';

const KEPT_MS = 24 * 60 * 60_000;

const Summary = z.object({
  /** The first of them; `problemCount` says how many there are. */
  problems: z.array(Problem),
  problemCount: z.int(),
  counts: Counts,
  fingerprint: z.string(),
});

export interface ImportRun {
  id: string;
  kind: ImportKind;
  fileName: string;
  state: 'checked' | 'applied' | 'discarded';
  /** The first `PROBLEMS_KEPT`. */
  problems: Problem[];
  problemCount: number;
  counts: Counts;
  fingerprint: string;
  byId: string | null;
  settledAt: Date | null;
}

/**
 * Checks a file against what is stored, writes nothing of it, and keeps what would be written for the
 * one who sent it.
 *
 * @param input.actor null: from the command line, by whoever can reach the database anyway
 * @throws AppError when the file cannot be read, or the actor administers nothing
 */
export async function checkImport(
  deps: Deps,
  input: {
    actor: Actor | null;
    kind: ImportKind;
    file: { name: string; content: Buffer };
  },
): Promise<ImportRun> {
  const { actor, kind, file } = input;
  const context = await contextFor(deps, deps.db, actor);
  const rows = await readImportFile(kind, file);
  const { problems, counts, fingerprint } = await checkRows[kind](deps.db, rows, context);
  const run = await deps.db.importRun.create({
    data: {
      kind,
      fileName: file.name.slice(0, 200),
      digest: createHash('sha256').update(file.content).digest('hex'),
      rows: problems.length > 0 ? [] : rows,
      summary: {
        problems: problems.slice(0, PROBLEMS_KEPT),
        problemCount: problems.length,
        counts,
        fingerprint,
      },
      byId: actor?.personId ?? null,
    },
    select: { id: true },
  });
  return findRun(deps.db, run.id);
}

/**
 * Writes what was checked: all or nothing. It is checked again in the same transaction, and if anything
 * would come out otherwise than its sender saw, nothing is written. Twice it is written once.
 *
 * @throws AppError when it is another's, too old, settled, faulty, or what is stored changed meanwhile
 */
export async function applyImport(
  deps: Deps,
  { actor, runId }: { actor: Actor | null; runId: string },
): Promise<ImportRun> {
  return inTransaction(deps.db, async (tx) => {
    // One import after the other: each is checked against what the one before wrote.
    await tx.$queryRaw`select pg_advisory_xact_lock(20261125)::text`;
    const run = await lockRun(tx, actor, runId);
    if (run.state === 'applied') return run;
    if (run.state === 'discarded') throw refusal('settled', (say) => say.settledAlready);
    if (run.problems.length > 0) throw refusal('faulty', (say) => say.settledAlready);
    const { rows, createdAt } = await tx.importRun.findUniqueOrThrow({
      where: { id: runId },
      select: { rows: true, createdAt: true },
    });
    if (deps.clock.now().getTime() - createdAt.getTime() > KEPT_MS)
      throw refusal('too_old', (say) => say.tooOld);
    const context = await contextFor(deps, tx, actor);
    const again = await checkRows[run.kind](tx, StoredRows.parse(rows), context);
    if (again.problems.length > 0 || again.fingerprint !== run.fingerprint)
      throw refusal('changed_meanwhile', (say) => say.changedMeanwhile);
    await again.write(tx);
    await settle(tx, runId, 'applied');
    await audit(tx, {
      kind: 'people.imported',
      subjectId: runId,
      actorId: actor?.personId ?? null,
      after: { kind: run.kind, file: run.fileName, ...run.counts },
    });
    return findRun(tx, runId);
  });
}

/** Throws what was checked away. @throws AppError when it is another's or was written already */
export async function discardImport(
  deps: Deps,
  { actor, runId }: { actor: Actor; runId: string },
): Promise<ImportRun> {
  return inTransaction(deps.db, async (tx) => {
    const run = await lockRun(tx, actor, runId);
    if (run.state === 'applied') throw refusal('settled', (say) => say.settledAlready);
    if (run.state === 'checked') await settle(tx, runId, 'discarded');
    return findRun(tx, runId);
  });
}

export async function findRun(tx: Tx, id: string): Promise<ImportRun> {
  const row = await tx.importRun.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      kind: true,
      fileName: true,
      state: true,
      summary: true,
      byId: true,
      settledAt: true,
    },
  });
  const { summary, kind, ...same } = row;
  return { ...same, kind: z.enum(IMPORT_KINDS).parse(kind), ...Summary.parse(summary) };
}

/** Whether the actor administers anything at all. */
export function mayImport(actor: Actor): boolean {
  return actor.grants.some(({ role }) => role === 'administrator');
}

async function contextFor(deps: Deps, tx: Tx, actor: Actor | null): Promise<ImportContext> {
  const on = today(deps);
  const { rulebook } = deps;
  if (actor === null) return { rulebook, on, covers: () => true };
  if (!mayImport(actor)) throw refusal('not_administrator', (say) => say.notAdministrator);
  const units = await unitsUnder(tx, actor, ['administrator'], on);
  const mine = new Set(units.map(({ id }) => id));
  const roots = await tx.unit.findMany({ where: { parentId: null }, select: { id: true } });
  const whole = roots.some(({ id }) => mine.has(id));
  return {
    rulebook,
    on,
    // Who administers the top may change what belongs to former units and to no unit as well.
    covers: (unitId) => whole || (unitId !== null && mine.has(unitId)),
  };
}

async function lockRun(tx: Tx, actor: Actor | null, runId: string): Promise<ImportRun> {
  const found = await tx.$queryRaw<{ id: string }[]>`
    select id from import_run where id = ${runId}::uuid for update`;
  if (found.length === 0) throw refusal('not_yours', (say) => say.notYours);
  const run = await findRun(tx, runId);
  if (run.byId !== (actor?.personId ?? null)) throw refusal('not_yours', (say) => say.notYours);
  return run;
}

/** What a settled run held is personal, is stored where it belongs, and is not kept twice. */
async function settle(tx: Tx, runId: string, state: 'applied' | 'discarded'): Promise<void> {
  await tx.$executeRaw`
    update import_run set state = ${state}::import_state, settled_at = app_now(), rows = '[]'
    where id = ${runId}::uuid`;
}

function refusal(code: string, say: (p: (typeof phrases)['vi']) => string): AppError {
  return new AppError(code, { say: (language) => say(phrases[language]) });
}
