import type { ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { dayIn, formatDay } from '../../kernel/time.ts';
import {
  actions,
  confirmation,
  context,
  escapeText,
  input,
  option,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { addRelativeButton, endRelativeButton, relativeModal } from './relative-controls.ts';
import { relativePhrases as phrases } from './relative-phrases.ts';
import type { DeclaredRelative } from './relative-queries.ts';
import { KINSHIPS } from './relative-rules.ts';

/** A modal holds a hundred blocks. */
const MOST = 90;

/** The reader's own declarations, each with the way to end it; after a change without, as the stack may be full. */
export function relativesView(
  relatives: readonly DeclaredRelative[],
  { language, zone, done }: { language: Language; zone: string; done?: string },
): ModalView {
  const say = phrases[language];
  return readingModal({ title: say.title, close: say.close }, [
    ...(done ? [section(done)] : []),
    section(say.intro),
    ...(relatives.length === 0 ? [context(say.none)] : []),
    ...relatives.slice(0, MOST).map((relative) => {
      const line = section(lineOf(relative, { language, zone }));
      return done ? line : { ...line, accessory: endButton(relative, language) };
    }),
    ...(done
      ? []
      : [actions('relatives', addRelativeButton.button(say.add, {}, { style: 'primary' }))]),
  ]);
}

function lineOf(
  { name, kinship, declaredAt }: DeclaredRelative,
  { language, zone }: { language: Language; zone: string },
): string {
  const say = phrases[language];
  return say.line({
    name: escapeText(name),
    kinship: say.kinships[kinship],
    since: formatDay(dayIn(zone, declaredAt)),
  });
}

function endButton({ id, name }: DeclaredRelative, language: Language) {
  const say = phrases[language];
  const confirm = confirmation({
    title: say.endTitle,
    text: say.endText({ name }),
    confirm: say.end,
    deny: say.cancel,
  });
  return endRelativeButton.button(say.end, { declarationId: id }, { confirm });
}

export function relativeFormView(language: Language): ModalView {
  const say = phrases[language];
  return relativeModal.view({
    title: say.formTitle,
    submit: say.save,
    close: say.cancel,
    metadata: {},
    blocks: [
      input('relative', say.who, { type: 'users_select' }),
      input('kinship', say.kinship, {
        type: 'static_select',
        options: KINSHIPS.map((kinship) => option(say.kinships[kinship], kinship)),
      }),
    ],
  });
}
