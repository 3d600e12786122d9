import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../database/client.ts';
import { inTransaction } from '../database/transaction.ts';
import { audit } from '../kernel/audit.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../people/actor.ts';
import { unitsUnder } from '../people/units-under.ts';
import { IMPORT_KINDS, type ImportKind } from './columns.ts';
import { peopleImporter } from './import-people.ts';
import { awardsImporter, initiativesImporter, ratingsImporter } from './import-records.ts';
import { unitsImporter } from './import-units.ts';
import { Counts, type ImportContext, type Importer } from './importer.ts';
import { phrases } from './phrases.ts';
import { Problem } from './problems.ts';
import { type FileRow, readImportFile } from './read-file.ts';

const KEPT_MS = 24 * 60 * 60_000;

const Summary = z.object({ problems: z.array(Problem), counts: Counts });

export interface ImportRun {
  id: string;
  kind: ImportKind;
  fileName: string;
  state: 'checked' | 'applied' | 'discarded';
  problems: Problem[];
  counts: Counts;
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
  const rows = await readImportFile(kind, file);
  const context = await contextFor(deps, deps.db, actor);
  const found = await importers[kind].check(deps.db, rows, context);
  const { counts } = found;
  const problems = found.problems.toSorted((one, other) => one.row - other.row);
  const run = await deps.db.importRun.create({
    data: {
      kind,
      fileName: file.name.slice(0, 200),
      digest: createHash('sha256').update(file.content).digest('hex'),
      rows: problems.length > 0 ? [] : rows.map(({ row, cells }) => ({ row, cells })),
      summary: { problems, counts },
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
    const again = await importers[run.kind].write(tx, StoredRows.parse(rows), context);
    if (again.problems > 0 || !sameCounts(again.counts, run.counts))
      throw refusal('changed_meanwhile', (say) => say.changedMeanwhile);
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

const importers: {
  [K in ImportKind]: {
    check(
      tx: Tx,
      rows: readonly FileRow[],
      context: ImportContext,
    ): Promise<{ problems: Problem[]; counts: Counts; records: readonly unknown[] }>;
    write(tx: Tx, rows: readonly FileRow[], context: ImportContext): Promise<Outcome>;
  };
} = {
  units: both(unitsImporter),
  people: both(peopleImporter),
  awards: both(awardsImporter),
  ratings: both(ratingsImporter),
  initiatives: both(initiativesImporter),
};

interface Outcome {
  problems: number;
  counts: Counts;
}

function both<R>(importer: Importer<R>) {
  return {
    check: (tx: Tx, rows: readonly FileRow[], context: ImportContext) =>
      importer.check(tx, rows, context),
    async write(tx: Tx, rows: readonly FileRow[], context: ImportContext): Promise<Outcome> {
      const { problems, records, counts } = await importer.check(tx, rows, context);
      if (problems.length === 0) await importer.apply(tx, records);
      return { problems: problems.length, counts };
    },
  };
}

const StoredRows = z.array(z.object({ row: z.int(), cells: z.record(z.string(), z.string()) }));

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

function sameCounts(one: Counts, other: Counts): boolean {
  return one.new === other.new && one.changed === other.changed && one.same === other.same;
}

function refusal(code: string, say: (p: (typeof phrases)['vi']) => string): AppError {
  return new AppError(code, { say: (language) => say(phrases[language]) });
}
