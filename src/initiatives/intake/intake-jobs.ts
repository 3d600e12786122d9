import { building, type DomainJobs, performing, rendering } from '../../jobs/kinds.ts';
import { SHARES_OPEN } from './answer-share.ts';
import { evidencePhrases } from './evidence-phrases.ts';
import { evidenceCheckedMessage } from './evidence-views.ts';
import {
  evidenceChecked,
  evidenceFile,
  keepEvidenceTask,
  shareDeclined,
  shareRequested,
  sharesDue,
} from './intake-messages.ts';
import { keepEvidence } from './keep-evidence.ts';
import { remindShares } from './remind-shares.ts';
import { evidenceContent } from './send-evidence.ts';
import { shareCard, sharesAwaited } from './share-queries.ts';
import { shareCardMessage, shareDeclinedMessage, sharesDueMessage } from './share-views.ts';

export const intakeJobs: DomainJobs = {
  renderers: [
    rendering(shareRequested, async (deps, { subjectId, language }) => {
      const card = await shareCard(deps.db, subjectId);
      if (!card) return null;
      const open = SHARES_OPEN.includes(card.state);
      return shareCardMessage({ ...card, open }, deps.zone, language);
    }),
    rendering(sharesDue, async (deps, { params, personId, language }) => {
      if (personId === null) return null;
      const search = { personId, states: SHARES_OPEN, ids: params.requestIds };
      const awaited = await sharesAwaited(deps.db, search);
      return awaited.length > 0 ? sharesDueMessage(awaited, language) : null;
    }),
    rendering(shareDeclined, async (deps, { subjectId, language }) => {
      const card = await shareCard(deps.db, subjectId);
      return card && shareDeclinedMessage(card, language);
    }),
    rendering(evidenceChecked, async (deps, { subjectId, params, language }) => {
      const { number } = await deps.db.initiative.findUniqueOrThrow({
        where: { id: subjectId },
        select: { number: true },
      });
      return evidenceCheckedMessage({ number, ...params }, language);
    }),
  ],
  due: [remindShares],
  performers: [performing(keepEvidenceTask, keepEvidence)],
  files: [
    building(evidenceFile, async (deps, { params, personId, language }) => {
      const { name, content, ...about } = await evidenceContent(deps, { personId, ...params });
      return { name, content, comment: evidencePhrases[language].comment(about) };
    }),
  ],
};
