import type { ModalView } from '@slack/types';
import type { DecisionKind } from '../../database/generated/enums.ts';
import type { Language } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';
import { escapeText, input, plain, readingModal, section } from '../../slack/blocks.ts';
import { decisionModal } from '../controls.ts';
import { LONG_TEXT } from '../intake/draft-content.ts';
import { phrases } from '../phrases.ts';
import { decisionPhrases } from './decision-phrases.ts';
import { missingAuthorsBlocks } from './file-workflow-views.ts';
import type { FileWorkflow } from './prepare-workflow.ts';
import type { RecordedDecision } from './record-decision.ts';
import type { SignedDecision } from './signed-decision.ts';

/** The form of the decision that follows a vote. */
export function decisionView(
  decision: {
    initiativeId: string;
    ballotId: string;
    kind: DecisionKind;
    number: string;
    title: string;
    missing: FileWorkflow['missingAuthors'];
    /** What the day of signing begins with. */
    today: Day;
    /** The signed copy that is attached to the sitting: nobody types it twice. */
    signed: SignedDecision | null;
  },
  language: Language,
): ModalView {
  const words = phrases[language];
  const own = decisionPhrases[language];
  const { initiativeId, ballotId, kind, number, title, signed } = decision;
  return decisionModal.view({
    title: own.decisionTitle(kind),
    submit: own.record(kind),
    close: words.close,
    metadata: { initiativeId, ballotId, kind },
    blocks: [
      section(own.decisionFor({ number, title: escapeText(title) })),
      ...(kind === 'recognised' ? missingAuthorsBlocks(decision.missing, language) : []),
      input('number', own.decisionNumber(kind), {
        type: 'plain_text_input',
        max_length: 100,
        placeholder: plain(own.decisionNumberExample(kind)),
        ...(signed ? { initial_value: signed.number } : {}),
      }),
      input('decidedOn', words.decidedOn, {
        type: 'datepicker',
        initial_date: signed?.signedOn ?? decision.today,
      }),
      input(
        'signatory',
        words.signatory,
        {
          type: 'plain_text_input',
          max_length: 200,
          ...(signed ? { initial_value: signed.signatory } : {}),
        },
        { hint: own.signatoryHint },
      ),
      ...(kind === 'refused'
        ? [
            input(
              'reason',
              words.reason,
              { type: 'plain_text_input', multiline: true, max_length: LONG_TEXT },
              { hint: own.reasonHint },
            ),
          ]
        : []),
    ],
  });
}

/** What the secretary reads after recording, or when a decision stood already. */
export function recordedView(
  initiativeNumber: string,
  recorded: RecordedDecision,
  language: Language,
): ModalView {
  return readingModal(
    {
      title: decisionPhrases[language].decisionTitle(recorded.kind),
      close: phrases[language].close,
    },
    [section(recordedText(initiativeNumber, recorded, language))],
  );
}

export function recordedText(
  initiativeNumber: string,
  recorded: RecordedDecision,
  language: Language,
): string {
  const own = decisionPhrases[language];
  const say = recorded.happened ? own.decisionRecorded : own.decisionStands;
  return say({
    number: initiativeNumber,
    kind: recorded.kind,
    decision: escapeText(recorded.number),
    decidedOn: recorded.decidedOn,
  });
}
