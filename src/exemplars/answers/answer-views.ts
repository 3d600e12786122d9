import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { formatInstant } from '../../kernel/time.ts';
import {
  actions,
  confirmation,
  context,
  escapeText,
  header,
  input,
  quote,
  section,
} from '../../slack/blocks.ts';
import { phrases } from '../phrases.ts';
import type { Endorsement, ExemplarFile, Subject } from '../queries.ts';
import { agrees, isOpen } from '../rules.ts';
import { periodText } from '../texts.ts';
import {
  consentInternalButton,
  consentPublicButton,
  consentRefusedButton,
  endorseButton,
  notEndorseButton,
  notEndorseModal,
} from './answer-controls.ts';
import { answerPhrases } from './answer-phrases.ts';

/** What a person who is praised is asked, with their answer once there is one. */
export function consentMessage(
  file: ExemplarFile,
  subject: Subject,
  zone: string,
  language: Language,
): NonNullable<Rendered> {
  const say = answerPhrases[language];
  const { consent, answeredAt } = subject;
  const refused = file.endorsements.find((one) => one.unitId === subject.unitId);
  const about = {
    by: escapeText(file.reporterName),
    day: periodText(file, language),
    place: escapeText(file.place),
  };
  return {
    text: say.consentText({ number: file.number }),
    blocks: [
      header(say.consentHeading),
      section(say.consentBy(about)),
      quote(file.deed),
      ...(consent && answeredAt
        ? [section(say.consentIs({ consent, at: formatInstant(answeredAt, zone) }))]
        : []),
      ...(isOpen(file.state)
        ? [
            ...(consent ? [] : [section(say.consentAsk)]),
            ...(refused ? endorsedBlocks(refused, zone, language) : []),
            consentButtons(subject, language),
          ]
        : [context(say.consentClosed({ state: phrases[language].state(file.state) }))]),
    ],
  };
}

function consentButtons({ id, consent }: Subject, language: Language): KnownBlock {
  const say = answerPhrases[language];
  const value = { subjectId: id };
  const confirm = confirmation({
    title: say.refuseTitle,
    text: say.refuseConfirm,
    confirm: say.yes,
    deny: say.no,
  });
  return actions(
    'consent',
    ...(consent === 'internal'
      ? []
      : [consentInternalButton.button(say.agreeInternal, value, { style: 'primary' })]),
    ...(consent === 'public' ? [] : [consentPublicButton.button(say.agreePublic, value)]),
    ...(consent === 'refused'
      ? []
      : [
          consentRefusedButton.button(agrees(consent) ? say.takeBack : say.refuse, value, {
            confirm,
          }),
        ]),
  );
}

/** What a head is asked to endorse, with the answer once there is one. */
export function endorsementMessage(
  file: ExemplarFile,
  endorsement: Endorsement,
  zone: string,
  language: Language,
): NonNullable<Rendered> {
  const say = answerPhrases[language];
  const own = file.subjects.filter(({ unitId }) => unitId === endorsement.unitId);
  const names = escapeText(own.map(({ name }) => name).join(', '));
  const about = {
    by: escapeText(file.reporterName),
    names,
    unit: escapeText(endorsement.unitName),
    day: periodText(file, language),
    place: escapeText(file.place),
  };
  const value = { endorsementId: endorsement.id };
  const open = endorsement.endorsed === null && file.state === 'waiting';
  return {
    text: say.endorseText({ names }),
    blocks: [
      header(say.endorseHeading),
      section(say.endorseBy(about)),
      quote(file.deed),
      section(`*${say.result}*`),
      quote(file.result),
      ...endorsedBlocks(endorsement, zone, language),
      ...(open
        ? [
            actions(
              'endorsement',
              endorseButton.button(say.endorse, value, { style: 'primary' }),
              notEndorseButton.button(say.notEndorse, value),
            ),
          ]
        : []),
    ],
  };
}

/** What the head answered; nothing while there is no answer. */
function endorsedBlocks(
  { endorsed, byName, at, reason }: Endorsement,
  zone: string,
  language: Language,
): KnownBlock[] {
  if (endorsed === null || at === null) return [];
  const say = answerPhrases[language];
  const who = { by: escapeText(byName ?? ''), at: formatInstant(at, zone) };
  if (endorsed) return [section(say.endorsedLine(who))];
  return [section(say.notEndorsedLine(who)), quote(reason ?? '')];
}

/** Asks for the reason. */
export function notEndorseView(endorsementId: string, language: Language): ModalView {
  const say = answerPhrases[language];
  return notEndorseModal.view({
    title: say.notEndorseTitle,
    submit: say.send,
    close: phrases[language].notNow,
    metadata: { endorsementId },
    blocks: [
      input(
        'reason',
        say.notEndorseReason,
        { type: 'plain_text_input', multiline: true, max_length: 500 },
        { hint: say.notEndorseHint },
      ),
    ],
  });
}
