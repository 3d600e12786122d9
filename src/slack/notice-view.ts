import type { ModalView } from '@slack/types';
import type { Language } from '../kernel/language.ts';
import { readingModal, section } from './blocks.ts';
import type { Answer } from './listeners.ts';
import { phrases } from './phrases.ts';

/** An answer in a modal, where there is no message to answer under. */
export function noticeView(answer: Answer, language: Language): ModalView {
  return readingModal(
    { title: phrases[language].notice, close: phrases[language].close },
    answer.blocks ?? [section(answer.text)],
  );
}
