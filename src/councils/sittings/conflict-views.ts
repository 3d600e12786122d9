import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import {
  actions,
  clip,
  inParts,
  input,
  option,
  plain,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import type { Item } from './agenda-items.ts';
import {
  conflictsButton,
  conflictsModal,
  takeBackConflictsButton,
  takeBackConflictsModal,
} from './conflict-controls.ts';
import { conflictPhrases as phrases } from './conflict-phrases.ts';
import type { DeclaredConflict } from './declared-conflicts.ts';
import { itemTitled } from './item-name.ts';

/** A menu holds so many. */
const MENU = 100;
/** A section of 3,000 characters names so many items. */
const NAMED = 20;

interface Choice {
  id: string;
  item: Item;
}

/** The items of which a member may still declare a conflict, and what they have declared. */
export function conflictsView(
  content: {
    sittingId: string;
    open: readonly Choice[];
    declared: readonly DeclaredConflict[];
  },
  language: Language,
): ModalView {
  const p = phrases[language];
  const { sittingId, open, declared } = content;
  const own = ownBlocks(sittingId, declared, language);
  if (open.length === 0) return readingModal({ title: p.title, close: p.close }, own);
  return conflictsModal.view({
    title: p.title,
    submit: p.submit,
    close: p.cancel,
    metadata: { sittingId },
    blocks: [section(p.intro), itemsInput(p.items, open, language), ...own],
  });
}

function itemsInput(label: string, choices: readonly Choice[], language: Language): KnownBlock {
  const labels = [...new Set(choices.map(({ item }) => groupOf(item, language)))];
  // A group holds as many as a menu: a title of more names is in several.
  const groups = labels.flatMap((of) =>
    inParts(
      choices.filter(({ item }) => groupOf(item, language) === of),
      MENU,
    ).map((part) => ({ of, part })),
  );
  return input('items', label, {
    type: 'multi_static_select',
    option_groups: groups.slice(0, MENU).map(({ of, part }) => ({
      label: plain(clip(of, 75)),
      options: part.map(({ id, item }) => option(choiceText(item), id, item.unitName ?? undefined)),
    })),
  });
}

/** Once chosen, an option stands without its group: it says of itself which title it belongs to. */
function choiceText({ kind, number, title }: Item): string {
  if (kind === 'other') return title;
  return kind === 'nomination' ? `${clip(title, 40)} – ${number}` : `${number} – ${title}`;
}

function groupOf({ kind, number }: Item, language: Language): string {
  return kind === 'nomination' ? number : phrases[language].kinds[kind];
}

function lineOf(item: Item): string {
  return itemTitled({ ...item, title: clip(item.title, 80) });
}

/** "• *CSTĐCS 2026* – Trần Thị Lan", one a line. */
function itemLines(items: readonly Item[]): string {
  const lines = items.slice(0, NAMED).map((item) => `• ${lineOf(item)}`);
  return [...lines, ...(items.length > NAMED ? [`… +${items.length - NAMED}`] : [])].join('\n');
}

function ownBlocks(
  sittingId: string,
  declared: readonly DeclaredConflict[],
  language: Language,
): KnownBlock[] {
  if (declared.length === 0) return [];
  const p = phrases[language];
  const lines = declared.slice(0, NAMED).map(({ item, used }) => {
    const name = `• ${lineOf(item)}`;
    return used ? `${name} (${p.fixedMark})` : name;
  });
  const more = declared.length > NAMED ? [`… +${declared.length - NAMED}`] : [];
  return [
    section([p.already, ...lines, ...more].join('\n')),
    ...(declared.some(({ used }) => !used)
      ? [actions('conflicts', takeBackConflictsButton.button(p.takeBack, { sittingId }))]
      : []),
  ];
}

/** What was declared or taken back, by name, and what can be done next. */
export function conflictsDoneView(
  sittingId: string,
  done: { kind: 'declared' | 'takenBack'; items: readonly Item[] },
  language: Language,
): ModalView {
  const p = phrases[language];
  return readingModal({ title: p.title, close: p.close }, [
    section(p[done.kind]({ items: itemLines(done.items) })),
    actions(
      'conflicts',
      conflictsButton.button(p.declare, { sittingId }),
      ...(done.kind === 'declared'
        ? [takeBackConflictsButton.button(p.takeBack, { sittingId })]
        : []),
    ),
  ]);
}

export function takeBackConflictsView(
  sittingId: string,
  declared: readonly DeclaredConflict[],
  language: Language,
): ModalView {
  const p = phrases[language];
  const choices = declared.map(({ itemId, item }) => ({ id: itemId, item }));
  return takeBackConflictsModal.view({
    title: p.takeBackTitle,
    submit: p.takeBack,
    close: p.cancel,
    metadata: { sittingId },
    blocks: [
      itemsInput(p.takeBackItems, choices, language),
      input(
        'reason',
        p.reason,
        { type: 'plain_text_input', multiline: true, max_length: 500 },
        { hint: p.takeBackHint },
      ),
    ],
  });
}
