import { context, divider } from '../../slack/blocks.ts';
import type { RegisterListeners } from '../../slack/listeners.ts';
import { answerConsent } from './answer-consent.ts';
import {
  consentInternalButton,
  consentPublicButton,
  consentRefusedButton,
  endorseButton,
  notEndorseButton,
  notEndorseModal,
} from './answer-controls.ts';
import { answerEndorsement, openEndorsement } from './answer-endorsement.ts';
import { answerPhrases } from './answer-phrases.ts';
import { answersAwaited } from './answer-queries.ts';
import { notEndorseView } from './answer-views.ts';

const CONSENTS = [
  [consentInternalButton, 'internal'],
  [consentPublicButton, 'public'],
  [consentRefusedButton, 'refused'],
] as const;

/** Those who are praised, and their heads, answer. The cards show by themselves what was answered. */
export const registerAnswerListeners: RegisterListeners = (on, deps) => {
  for (const [button, consent] of CONSENTS)
    on.button(button, async ({ actor, value }) => {
      await answerConsent(deps, { actor, ...value, consent });
      return undefined;
    });

  on.button(endorseButton, async ({ actor, value }) => {
    const { endorsement } = await openEndorsement(deps, { actor, ...value });
    await answerEndorsement(deps, { actor, ...value, reason: null });
    return endorsement.endorsed === null
      ? undefined
      : { text: answerPhrases[actor.language].answeredBefore };
  });

  on.button(notEndorseButton, async ({ actor, value, openModal }) => {
    const { endorsement } = await openEndorsement(deps, { actor, ...value });
    if (endorsement.endorsed !== null)
      return { text: answerPhrases[actor.language].answeredBefore };
    await openModal(notEndorseView(endorsement.id, actor.language));
    return undefined;
  });

  on.submission(notEndorseModal, async ({ actor, metadata, fields }) => {
    await answerEndorsement(deps, { actor, ...metadata, reason: fields.reason });
    return { next: 'close' };
  });

  on.home(async (actor) => {
    const awaited = await answersAwaited(deps, actor);
    if (awaited.consents + awaited.endorsements === 0) return [];
    return [divider, context(answerPhrases[actor.language].homeAsked(awaited))];
  });
};
