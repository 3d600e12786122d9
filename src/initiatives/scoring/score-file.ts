import type { z } from 'zod';
import type { Tx } from '../../database/client.ts';
import { inTransaction } from '../../database/transaction.ts';
import { sendFile } from '../../jobs/files.ts';
import type { BuiltFile } from '../../jobs/kinds.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Language } from '../../kernel/language.ts';
import { type Actor, actorOf } from '../../people/actor.ts';
import { escapeText } from '../../slack/blocks.ts';
import { scoreResultPhrases } from './score-result-phrases.ts';
import { scoreFile, scoreSheets } from './scoring-messages.ts';
import {
  type PanelEntry,
  type ScoringPicture,
  scoringPicture,
  sentScores,
} from './scoring-queries.ts';
import { scoringRefusal, unknownScoring } from './scoring-refusal.ts';
import { rightsIn } from './scoring-rights.ts';

/**
 * Has the scorecards sent as a workbook to the secretary who runs the scoring, after its close.
 *
 * @throws AppError scoring_unknown, only_secretary, not_yet_closed
 */
export async function requestScoreFile(
  deps: Deps,
  { actor, scoringId }: { actor: Actor; scoringId: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const scoring = await scoringPicture(tx, { id: scoringId });
    if (!scoring) throw unknownScoring();
    const { runs } = await rightsIn(deps, tx, actor, scoring);
    if (!runs) throw scoringRefusal('only_secretary', (p) => p.onlySecretary);
    if (scoring.state !== 'closed') throw scoringRefusal('not_yet_closed', (p) => p.notYetClosed);
    await audit(tx, {
      kind: 'initiative.scores_exported',
      subjectId: scoringId,
      actorId: actor.personId,
    });
    await sendFile(tx, scoreFile, { personId: actor.personId, params: { scoringId } });
  });
}

/**
 * Has score sheets sent as a document, after the close: all with the summary to the secretary who runs the
 * scoring, their own to a member who sent one.
 *
 * @throws AppError scoring_unknown, not_yet_closed, no_sheet_sent
 */
export async function requestScoreSheets(
  deps: Deps,
  { actor, scoringId }: { actor: Actor; scoringId: string },
): Promise<void> {
  await inTransaction(deps.db, async (tx) => {
    const scoring = await scoringPicture(tx, { id: scoringId });
    if (!scoring) throw unknownScoring();
    const whose = await sheetsFor(deps, tx, actor, scoring);
    if (whose === 'none') throw unknownScoring();
    if (scoring.state !== 'closed') throw scoringRefusal('not_yet_closed', (p) => p.notYetClosed);
    if (whose === 'all') {
      await audit(tx, {
        kind: 'initiative.scores_exported',
        subjectId: scoringId,
        actorId: actor.personId,
      });
    } else if (!ownSeat(scoring, actor.personId)?.sentAt) {
      throw scoringRefusal('no_sheet_sent', (p) => p.noSheetSent);
    }
    await sendFile(tx, scoreSheets, { personId: actor.personId, params: { scoringId } });
  });
}

async function sheetsFor(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  scoring: ScoringPicture,
): Promise<'all' | 'own' | 'none'> {
  const { runs, scores } = await rightsIn(deps, tx, actor, scoring);
  if (runs) return 'all';
  return scores ? 'own' : 'none';
}

function ownSeat({ panel }: ScoringPicture, reader: string): PanelEntry | undefined {
  return panel.find(({ personId }) => personId === reader);
}

/** What they may read is judged again when it is made. */
export async function buildScoreSheets(
  deps: Deps,
  { params, personId, language }: ScoreFileContext,
): Promise<BuiltFile> {
  const { db } = deps;
  const { scoreDocument } = await import('./score-document.ts');
  const scoring = await scoringPicture(db, { id: params.scoringId });
  if (scoring?.state !== 'closed') throw new Error('the scoring of a file is not closed');
  const reader = await actorOf(deps, personId);
  const whose = reader ? await sheetsFor(deps, db, reader, scoring) : 'none';
  if (whose === 'none') throw new Error('the reader of a file has no part in the scoring');
  const scores = await sentScores(db, scoring.id);
  const unit = await db.unit.findUniqueOrThrow({
    where: { id: scoring.council.unitId },
    select: { name: true },
  });
  const say = scoreResultPhrases[language];
  const { number, title } = scoring.initiative;
  return {
    name: say.sheetsFileName({ number }),
    content: await scoreDocument({
      scoring,
      scores: whose === 'all' ? scores : scores.filter((one) => one.personId === personId),
      summary: whose === 'all',
      unitName: unit.name,
      zone: deps.zone,
    }),
    comment: say.fileComment({ number, title: escapeText(title) }),
  };
}

interface ScoreFileContext {
  params: z.infer<(typeof scoreFile)['params']>;
  personId: string;
  language: Language;
}

export async function buildScoreFile(deps: Deps, context: ScoreFileContext): Promise<BuiltFile> {
  const { params, personId, language } = context;
  const { scoreWorkbook } = await import('./score-workbook.ts');
  const scoring = await scoringPicture(deps.db, { id: params.scoringId });
  if (scoring?.state !== 'closed') throw new Error('the scoring of a file is not closed');
  const reader = await actorOf(deps, personId);
  const { runs } = reader ? await rightsIn(deps, deps.db, reader, scoring) : { runs: false };
  if (!runs) throw new Error('the reader of a file runs the scoring no more');
  const say = scoreResultPhrases[language];
  const { number, title } = scoring.initiative;
  return {
    name: say.fileName({ number }),
    content: await scoreWorkbook(scoring, await sentScores(deps.db, scoring.id), language),
    comment: say.fileComment({ number, title: escapeText(title) }),
  };
}
