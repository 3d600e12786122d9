import type { ModalView } from '@slack/types';
import type { Deps } from '../../kernel/deps.ts';
import type { Actor } from '../../people/actor.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { closeScoring, stopScoring } from './close-scoring.ts';
import { declareConflict } from './declare-conflict.ts';
import { openScoring } from './open-scoring.ts';
import { prepareScorecard } from './prepare-scorecard.ts';
import { planScoring, prepareScoring } from './prepare-scoring.ts';
import { readScores } from './read-scores.ts';
import { saveScorecard } from './save-scorecard.ts';
import { requestScoreFile, requestScoreSheets } from './score-file.ts';
import { scoreResultPhrases } from './score-result-phrases.ts';
import {
  closeScoringButton,
  conflictButton,
  openScoringButton,
  progressButton,
  scoreButton,
  scorecardModal,
  scoreFileButton,
  scoreSheetsButton,
  scoresButton,
  scoringPanelModal,
  scoringPlanModal,
  stopScoringButton,
  stopScoringModal,
} from './scoring-controls.ts';
import { panelView, planView, scorecardView } from './scoring-form-views.ts';
import { scoringHomeBlocks } from './scoring-overview-views.ts';
import { scoringPhrases as phrases } from './scoring-phrases.ts';
import {
  type ScoringPicture,
  scorecardsAwaited,
  scoringPicture,
  scoringsOpen,
} from './scoring-queries.ts';
import { scoringRefusal, unknownScoring } from './scoring-refusal.ts';
import { rightsIn } from './scoring-rights.ts';
import { openedView, progressView, savedView, scoresView, stopView } from './scoring-views.ts';

export const registerScoringListeners: RegisterListeners = (on, deps) => {
  on.button(openScoringButton, async ({ actor, value, openModal }) => {
    const prospect = await prepareScoring(deps, { actor, ...value });
    await openModal(
      prospect.scoringId === null
        ? planView(prospect, actor.language)
        : await progressFor(deps, actor, prospect.scoringId),
    );
    return undefined;
  });

  on.submission(scoringPlanModal, async ({ actor, metadata, fields }) => {
    const { initiative, plan, panel } = await planScoring(deps, {
      actor,
      initiativeId: metadata.initiativeId,
      councilId: fields.council,
      sheetKey: fields.sheet,
      lastDay: fields.lastDay,
      stateInvested: (fields.stateInvested ?? []).length > 0,
    });
    return { next: 'show', view: panelView({ initiative, ...plan, panel }, actor.language) };
  });

  on.submission(scoringPanelModal, async ({ actor, metadata, fields }) => {
    const { council, sheet, ...plan } = metadata;
    const { scoringId } = await openScoring(deps, {
      actor,
      ...plan,
      councilId: council,
      sheetKey: sheet,
      declared: fields.declared ?? [],
    });
    const scoring = await scoringPicture(deps.db, { id: scoringId });
    if (!scoring) throw unknownScoring();
    return { next: 'show', view: openedView(scoring, actor.language) };
  });

  on.button(scoreButton, async ({ actor, value, openModal }) => {
    const { scoring, own } = await prepareScorecard(deps, { actor, ...value });
    await openModal(scorecardView(scoring, own, actor.language));
    return undefined;
  });

  on.submission(scorecardModal, async ({ actor, metadata, fields }) => {
    const { scoringId } = metadata;
    const { comment, what, ...marks } = fields;
    const saved = await saveScorecard(deps, {
      actor,
      scoringId,
      points: pointsIn(marks),
      comment: comment ?? null,
      send: what === 'send',
    });
    const scoring = await scoringPicture(deps.db, { id: scoringId });
    if (!scoring) throw unknownScoring();
    return { next: 'show', view: savedView(saved, scoring.lastDay, actor.language) };
  });

  on.button(scoresButton, async ({ actor, value, openModal }) => {
    const { scoring, scores } = await readScores(deps, { actor, ...value });
    await openModal(scoresView(scoring, scores, actor.language));
    return undefined;
  });

  on.button(conflictButton, async ({ actor, value }) => {
    await declareConflict(deps, { actor, ...value });
    return { text: phrases[actor.language].declaredAnswer };
  });

  on.button(progressButton, async ({ actor, value, openModal }) => {
    await openModal(await progressFor(deps, actor, value.scoringId));
    return undefined;
  });

  on.button(closeScoringButton, async ({ actor, value }) => {
    const { initiative } = await closeScoring(deps, { actor, ...value });
    return { text: phrases[actor.language].closedAnswer(initiative) };
  });

  on.button(stopScoringButton, async ({ actor, value, openModal }) => {
    const scoring = await scoringToRun(deps, actor, value.scoringId);
    await openModal(
      scoring.state === 'open'
        ? stopView(scoring, actor.language)
        : progressView(scoring, actor.language),
    );
    return undefined;
  });

  on.submission(stopScoringModal, async ({ actor, metadata, fields }) => {
    const scoring = await stopScoring(deps, { actor, ...metadata, ...fields });
    return {
      next: 'show',
      view: { ...progressView(scoring, actor.language), clear_on_close: true },
    };
  });

  on.button(scoreSheetsButton, async ({ actor, value }) => {
    await requestScoreSheets(deps, { actor, ...value });
    return { text: scoreResultPhrases[actor.language].downloadComing };
  });

  on.button(scoreFileButton, async ({ actor, value }) => {
    await requestScoreFile(deps, { actor, ...value });
    return { text: scoreResultPhrases[actor.language].downloadComing };
  });

  on.home(async (actor) => {
    const { personId, grants } = actor;
    const unitIds = grants.flatMap(({ role, unitId }) => (role === 'secretary' ? [unitId] : []));
    const awaited = await scorecardsAwaited(deps.db, personId);
    const running =
      unitIds.length > 0 ? await scoringsOpen(deps, deps.db, { unitIds, personId }) : [];
    return scoringHomeBlocks({ awaited, running }, actor.language);
  });
};

async function progressFor(deps: Deps, actor: Actor, scoringId: string): Promise<ModalView> {
  return progressView(await scoringToRun(deps, actor, scoringId), actor.language);
}

async function scoringToRun(deps: Deps, actor: Actor, scoringId: string): Promise<ScoringPicture> {
  const scoring = await scoringPicture(deps.db, { id: scoringId });
  if (!scoring) throw unknownScoring();
  const { runs } = await rightsIn(deps, deps.db, actor, scoring);
  if (!runs) throw scoringRefusal('only_secretary', (p) => p.onlySecretary);
  return scoring;
}

/** The fields `mark_<criterion>` as numbers; what is none is judged where the sheet is known. */
function pointsIn(fields: Readonly<Record<string, string | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, text]) =>
      text === undefined
        ? []
        : [[name.replace(/^mark_/, ''), /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN]],
    ),
  );
}
