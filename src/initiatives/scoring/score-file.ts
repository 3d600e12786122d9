import type { z } from 'zod';
import { inTransaction } from '../../database/transaction.ts';
import { sendFile } from '../../jobs/files.ts';
import type { BuiltFile } from '../../jobs/kinds.ts';
import { audit } from '../../kernel/audit.ts';
import type { Deps } from '../../kernel/deps.ts';
import type { Language } from '../../kernel/language.ts';
import type { Actor } from '../../people/actor.ts';
import { escapeText } from '../../slack/blocks.ts';
import { conflictsOf } from '../conflicts-of.ts';
import { scoreResultPhrases } from './score-result-phrases.ts';
import { scoreFile } from './scoring-messages.ts';
import { scoringPicture, sentScores } from './scoring-queries.ts';
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

export async function buildScoreFile(
  deps: Deps,
  context: {
    params: z.infer<(typeof scoreFile)['params']>;
    personId: string;
    language: Language;
  },
): Promise<BuiltFile> {
  const { params, personId, language } = context;
  const { scoreWorkbook } = await import('./score-workbook.ts');
  const scoring = await scoringPicture(deps.db, { id: params.scoringId });
  if (scoring?.state !== 'closed') throw new Error('the scoring of a file is not closed');
  const conflicts = await conflictsOf(deps.db, scoring.initiative.id);
  if (conflicts.has(personId)) throw new Error('the reader of a file is in conflict');
  const say = scoreResultPhrases[language];
  const { number, title } = scoring.initiative;
  return {
    name: say.fileName({ number }),
    content: await scoreWorkbook(scoring, await sentScores(deps.db, scoring.id), language),
    comment: say.fileComment({ number, title: escapeText(title) }),
  };
}
