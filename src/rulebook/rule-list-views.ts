import type { ModalView } from '@slack/types';
import type { Language } from '../kernel/language.ts';
import { formatDay } from '../kernel/time.ts';
import {
  actions,
  confirmation,
  context,
  escapeText,
  input,
  option,
  readingModal,
  section,
} from '../slack/blocks.ts';
import { overrideButton, overrideModal, topicButtons, withdrawOverrideButton } from './controls.ts';
import type { StoredOverride } from './override-rule.ts';
import { showValue, type ValueKind } from './override-values.ts';
import type { RuleEntry, Topic } from './rule-entry.ts';
import { ruleListPhrases as phrases } from './rule-list-phrases.ts';

/** A modal takes a hundred blocks; each rule is one. */
const MOST_SHOWN = 80;

export interface RuleListShown {
  language: Language;
  /** The reader may override. */
  administers: boolean;
  overrides: readonly StoredOverride[];
}

/** The groups of rules. */
export function topicsView(
  entries: readonly RuleEntry[],
  on: string,
  language: Language,
): ModalView {
  const say = phrases[language];
  return readingModal({ title: say.title, close: say.close }, [
    section(say.intro({ count: entries.length, day: formatDay(on) })),
    actions(
      'rulebook.topics',
      ...topicButtons.map(({ topic, button }) => button.button(say.topics[topic], { topic, on })),
    ),
  ]);
}

/** Rules with their values, documents and days; for an administrator with what can be done. */
export function rulesView(
  entries: readonly RuleEntry[],
  about: { on: string } & ({ topic: Topic } | { words: string }),
  shown: RuleListShown,
): ModalView {
  const { language, administers, overrides } = shown;
  const say = phrases[language];
  const day = formatDay(about.on);
  const heading =
    'topic' in about
      ? `*${say.topics[about.topic]}* · ${day}`
      : say.found({ count: entries.length, words: escapeText(about.words), day });
  const more = entries.length - MOST_SHOWN;
  const own = overrides.filter(({ rule }) => entries.some(({ id }) => id === rule));
  return readingModal({ title: say.title, close: say.close }, [
    section(heading),
    ...own.slice(0, 10).map((override) => {
      const known = entries.find(({ id }) => id === override.rule);
      const text = say.coming({
        name: escapeText(known?.name[language] ?? override.rule),
        value: escapeText(valueIn(known?.overridable ?? null, override.value, language)),
        document: escapeText(override.documentNumber),
        days: daysOf(override, language),
      });
      return section(text, administers ? withdrawing(override, language) : undefined);
    }),
    ...entries.slice(0, MOST_SHOWN).map((entry) => {
      const free = !own.some(({ rule }) => rule === entry.id);
      const button =
        administers && free && entry.overridable
          ? overrideButton.button(entry.overridable.type === 'confirm' ? say.check : say.override, {
              rule: entry.id,
            })
          : undefined;
      return section(entryText(entry, language), button);
    }),
    ...(more > 0 ? [context(say.more({ count: more }))] : []),
  ]);
}

export function overrideFormView(entry: RuleEntry, today: string, language: Language): ModalView {
  const say = phrases[language];
  const kind = entry.overridable ?? { type: 'confirm' };
  const now = say.formIntro({
    name: escapeText(entry.name[language]),
    value: escapeText(shownValue(entry, language)),
    source: escapeText(entry.source),
  });
  const hint = say.valueHints[kind.type];
  return overrideModal.view({
    title: say.formTitle,
    metadata: { rule: entry.id },
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(now),
      ...(kind.type === 'confirm'
        ? [section(say.formConfirm)]
        : [
            input(
              'value',
              say.value,
              kind.type === 'choice'
                ? {
                    type: 'static_select',
                    options: kind.options.map((one) => option(showValue(kind, one, language), one)),
                  }
                : { type: 'plain_text_input', max_length: 40 },
              hint === '' ? {} : { hint },
            ),
          ]),
      input('documentNumber', say.documentNumber, { type: 'plain_text_input', max_length: 100 }),
      input('documentDate', say.documentDate, { type: 'datepicker' }),
      input('from', say.from, { type: 'datepicker', initial_date: today }),
      input('to', say.to, { type: 'datepicker' }, { optional: true, hint: say.toHint }),
      input('reason', say.reason, { type: 'plain_text_input', multiline: true, max_length: 500 }),
    ],
  });
}

export function overriddenView(
  entry: RuleEntry,
  override: StoredOverride,
  language: Language,
): ModalView {
  const text = phrases[language].saved({
    name: escapeText(entry.name[language]),
    value: escapeText(valueIn(entry.overridable, override.value, language)),
    document: escapeText(override.documentNumber),
    from: formatDay(override.from),
  });
  return { ...notice(text, language), clear_on_close: true };
}

export function overrideWithdrawnView(documentNumber: string, language: Language): ModalView {
  const text = phrases[language].withdrawn({ document: escapeText(documentNumber) });
  return { ...notice(text, language), clear_on_close: true };
}

/** A rule's name and value, for searching. */
export function searchText(entry: RuleEntry, language: Language): string {
  const topic = phrases[language].topics[entry.topic];
  return `${topic} ${entry.name[language]} ${shownValue(entry, language)} ${entry.source}`;
}

function entryText(entry: RuleEntry, language: Language): string {
  const say = phrases[language];
  const about = [
    escapeText(entry.source),
    entry.verified ? say.verified : `*${say.unverified}*`,
    ...(entry.from || entry.to ? [daysOf(entry, language)] : []),
  ];
  const note = entry.note === null ? '' : `\n_${escapeText(entry.note)}_`;
  return `*${escapeText(entry.name[language])}*: ${escapeText(shownValue(entry, language))}\n${about.join(' · ')}${note}`;
}

function shownValue({ value }: RuleEntry, language: Language): string {
  return 'text' in value ? value.text[language] : valueIn(value.kind, value.value, language);
}

function valueIn(kind: ValueKind | null, value: unknown, language: Language): string {
  return kind === null ? String(value) : showValue(kind, value, language);
}

function daysOf(
  { from, to }: { from: string | null; to: string | null },
  language: Language,
): string {
  const say = phrases[language];
  return [
    ...(from ? [say.fromDay({ day: formatDay(from) })] : []),
    ...(to ? [say.toDay({ day: formatDay(to) })] : []),
  ].join(' ');
}

function withdrawing(override: StoredOverride, language: Language) {
  const say = phrases[language];
  return withdrawOverrideButton.button(
    say.withdraw,
    { id: override.id },
    {
      confirm: confirmation({
        title: say.withdrawTitle,
        text: say.withdrawText({ document: override.documentNumber }),
        confirm: say.withdraw,
        deny: say.keep,
      }),
    },
  );
}

function notice(text: string, language: Language): ModalView {
  const say = phrases[language];
  return readingModal({ title: say.title, close: say.close }, [section(text)]);
}
