import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import type { SentFile } from '../../imports/parse-file.ts';
import { sendFile } from '../../jobs/files.ts';
import { refreshMessages, sendMessage } from '../../jobs/outbox.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import { dateColumn } from '../../kernel/time.ts';
import type { Actor } from '../../people/actor.ts';
import { lockProgress } from '../progress/progress-queries.ts';
import { Correction, checkFigures, FigureCounts, openFiguresDesk } from './check-figures.ts';
import { figuresChecked, figuresProblemsFile } from './figure-file-controls.ts';
import { figureFileRefusal } from './figure-file-refusal.ts';
import { FigureProblem, ReadRows, TOLD } from './figure-file-rules.ts';
import { readFigureFile } from './read-figure-file.ts';

const KEPT_MS = 24 * 60 * 60_000;

const Summary = z.object({
  problems: z.array(FigureProblem),
  counts: FigureCounts,
  corrections: z.array(Correction),
  fingerprint: z.string(),
});

/** A file of figures as it was checked. */
export interface FigureFile extends z.infer<typeof Summary> {
  id: string;
  campaign: { id: string; code: string | null; name: string };
  fileName: string;
  state: 'checked' | 'applied' | 'discarded';
  byId: string;
  createdAt: Date;
  settledAt: Date | null;
}

/**
 * Checks a file of figures, writes none of them, and tells who sent it what would be written. The same twice is once.
 *
 * @param input.runId under which it is kept
 * @throws AppError as `openFiguresDesk`, or when the file cannot be read
 */
export async function checkFigureFile(
  deps: Deps,
  input: { actor: Actor; campaignId: string; runId: string; file: SentFile },
): Promise<FigureFile> {
  const { actor, campaignId, runId, file } = input;
  const { personId } = actor;
  const desk = await openFiguresDesk(deps, deps.db, { actor, campaignId });
  const rows = await readFigureFile(file, desk.campaign.indicators);
  const { problems, counts, corrections, fingerprint } = await checkFigures(
    ...([deps, deps.db, desk, rows] as const),
  );
  const summary = {
    ...{ problems, counts, fingerprint },
    corrections: corrections.slice(0, TOLD),
  };
  return inTransaction(deps.db, async (tx) => {
    const digest = createHash('sha256').update(file.content).digest('hex');
    const kept = hasNews(summary) ? rows : { headings: {}, rows: [] };
    await tx.$executeRaw`
      insert into campaign_figure_file (id, campaign_id, file_name, digest, rows, summary, by_id)
      values (${runId}::uuid, ${campaignId}::uuid, ${file.name.slice(0, 200)}, ${digest},
        ${JSON.stringify(kept)}::jsonb, ${JSON.stringify(summary)}::jsonb, ${personId}::uuid)
      on conflict (id) do nothing`;
    await sendMessage(tx, figuresChecked, {
      ...{ to: { personId }, params: {}, subjectId: runId },
      dedupeKey: `${figuresChecked.purpose}:${runId}`,
    });
    if (problems.length > TOLD)
      await sendFile(tx, figuresProblemsFile, { personId, params: { runId } });
    return findFigureFile(tx, runId);
  });
}

/**
 * Enters the figures of a file that was checked: all or none. It is checked again in the same transaction, and nothing
 * is written if anything would come out otherwise than its sender saw. The same twice is once.
 *
 * @throws AppError not_yours, settled, too_old, changed_meanwhile; as `openFiguresDesk`
 */
export async function applyFigureFile(
  deps: Deps,
  { actor, runId }: { actor: Actor; runId: string },
): Promise<FigureFile> {
  return inTransaction(deps.db, async (tx) => {
    const { campaign } = await lockFile(tx, { actor, runId });
    // After the file's row, as whoever discards it does; figures and indicators wait for each other here.
    await lockProgress(tx, campaign.id);
    const run = await findFigureFile(tx, runId);
    if (run.state === 'applied') return run;
    if (run.state === 'discarded' || !hasNews(run))
      throw figureFileRefusal('settled', (say) => say.settledAlready);
    if (deps.clock.now().getTime() - run.createdAt.getTime() > KEPT_MS)
      throw figureFileRefusal('too_old', (say) => say.tooOld);
    const desk = await openFiguresDesk(deps, tx, { actor, campaignId: campaign.id });
    const { rows } = await tx.campaignFigureFile.findUniqueOrThrow({
      where: { id: runId },
      select: { rows: true },
    });
    const again = await checkFigures(deps, tx, desk, ReadRows.parse(rows));
    if (again.problems.length > 0 || again.fingerprint !== run.fingerprint)
      throw figureFileRefusal('changed_meanwhile', (say) => say.changedMeanwhile);
    await tx.campaignFigure.createMany({
      data: again.fresh.map(({ asOf, ...figure }) => ({
        ...figure,
        asOf: dateColumn(asOf),
        enteredById: actor.personId,
      })),
    });
    await settle(tx, runId, 'applied');
    await audit(tx, {
      kind: 'campaign.figures_imported',
      subjectId: campaign.id,
      actorId: actor.personId,
      ...(again.corrections.length > 0 ? { before: again.corrections } : {}),
      after: {
        ...{ file: run.fileName, ...again.counts },
        figures: again.fresh.map(({ value, ...figure }) => ({
          ...figure,
          value: value.toString(),
        })),
      },
    });
    await refreshMessages(tx, figuresChecked, runId);
    return findFigureFile(tx, runId);
  });
}

/** Throws away what was checked. @throws AppError not_yours; settled when it was entered */
export async function discardFigureFile(
  deps: Deps,
  { actor, runId }: { actor: Actor; runId: string },
): Promise<FigureFile> {
  return inTransaction(deps.db, async (tx) => {
    const run = await lockFile(tx, { actor, runId });
    if (run.state === 'applied') throw figureFileRefusal('settled', (say) => say.settledAlready);
    if (run.state === 'checked') await settle(tx, runId, 'discarded');
    await refreshMessages(tx, figuresChecked, runId);
    return findFigureFile(tx, runId);
  });
}

/** Throws away what was checked a day ago and nobody settled. */
export async function discardOldFigureFiles(deps: Deps): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const old = await tx.$queryRaw<{ id: string }[]>`
      update campaign_figure_file set state = 'discarded', settled_at = app_now(), rows = '[]'
      where state = 'checked' and created_at < app_now() - interval '24 hours'
        and rows -> 'rows' <> '[]'
      returning id::text`;
    for (const { id } of old) await refreshMessages(tx, figuresChecked, id);
  });
}

export async function findFigureFile(tx: Tx, id: string): Promise<FigureFile> {
  const { summary, ...row } = await tx.campaignFigureFile.findUniqueOrThrow({
    where: { id },
    select: {
      ...{ id: true, fileName: true, state: true, summary: true, byId: true },
      ...{ createdAt: true, settledAt: true },
      campaign: { select: { id: true, code: true, name: true } },
    },
  });
  return { ...row, ...Summary.parse(summary) };
}

/** Whether there is anything to write, and nothing against it. */
function hasNews({ problems, counts }: Pick<FigureFile, 'problems' | 'counts'>): boolean {
  return problems.length === 0 && counts.new + counts.changed > 0;
}

async function lockFile(
  tx: Tx,
  { actor, runId }: { actor: Actor; runId: string },
): Promise<FigureFile> {
  const found = await tx.$queryRaw<{ byId: string }[]>`
    select by_id::text as "byId" from campaign_figure_file where id = ${runId}::uuid for update`;
  if (found[0]?.byId !== actor.personId)
    throw figureFileRefusal('not_yours', (say) => say.notYours);
  return findFigureFile(tx, runId);
}

async function settle(tx: Tx, id: string, state: 'applied' | 'discarded'): Promise<void> {
  await tx.$executeRaw`
    update campaign_figure_file
    set state = ${state}::import_state, settled_at = app_now(), rows = '[]'
    where id = ${id}::uuid`;
}
