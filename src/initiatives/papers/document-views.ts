import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { actions, context, readingModal, section } from '../../slack/blocks.ts';
import type { InitiativeFile } from '../file-queries.ts';
import { documentButtons } from './document-controls.ts';
import { documentsOf } from './document-names.ts';
import { documentPhrases } from './document-phrases.ts';

/** The papers that an initiative has by now, each to be asked for. */
export function documentBlocks(file: InitiativeFile, language: Language): KnownBlock[] {
  const say = documentPhrases[language];
  const names = documentsOf(file);
  const buttons = documentButtons
    .filter(({ name }) => names.includes(name))
    .map(({ name, button }) => button.button(say.names[name], { initiativeId: file.id }));
  return [context(say.label), actions('documents', ...buttons)];
}

export function documentComingView(language: Language): ModalView {
  const say = documentPhrases[language];
  return readingModal({ title: say.title, close: say.close }, [section(say.coming)]);
}
