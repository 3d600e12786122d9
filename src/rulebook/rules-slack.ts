import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import { type Day, readDay } from '../kernel/time.ts';
import type { Actor } from '../people/actor.ts';
import type { RegisterListeners } from '../slack/listeners.ts';
import { overrideButton, overrideModal, topicButtons, withdrawOverrideButton } from './controls.ts';
import { fold } from './fold.ts';
import {
  currentOverrides,
  live,
  mayOverride,
  overrideRule,
  withdrawOverride,
} from './override-rule.ts';
import type { RuleEntry } from './rule-entry.ts';
import { listRules } from './rule-list.ts';
import { ruleListPhrases as phrases } from './rule-list-phrases.ts';
import {
  overriddenView,
  overrideFormView,
  overrideWithdrawnView,
  type RuleListShown,
  rulesView,
  searchText,
  topicsView,
} from './rule-list-views.ts';

/** Reading the rules in force, for everybody; overriding them, for administrators of the whole agency. */
export const registerRulesListeners: RegisterListeners = (on, deps) => {
  on.subcommand(
    {
      command: '/thidua',
      names: ['quy che', 'quyche', 'quy dinh', 'rules', 'rule'],
      usage: (language) => phrases[language].usage,
    },
    async ({ actor, words, openModal }) => {
      const [on = today(deps)] = words.flatMap((word) => readDay(word) ?? []);
      const others = words.filter((word) => readDay(word) === null);
      const entries = rulesOn(deps, on);
      const wanted = fold(others.join(' ')).split(' ').filter(Boolean);
      if (wanted.length === 0) return openModal(topicsView(entries, on, actor.language));
      const found = entries.filter((entry) => {
        const text = fold(searchText(entry, actor.language));
        return wanted.every((word) => text.includes(word));
      });
      const shown = await shownTo(deps, actor);
      return openModal(rulesView(found, { words: others.join(' '), on }, shown));
    },
  );

  for (const { topic, button } of topicButtons) {
    on.button(button, async ({ actor, value, openModal }) => {
      const entries = rulesOn(deps, value.on).filter((entry) => entry.topic === topic);
      await openModal(rulesView(entries, value, await shownTo(deps, actor)));
      return undefined;
    });
  }

  on.button(overrideButton, async ({ actor, value, openModal }) => {
    const entry = entryOf(deps, value.rule);
    if (!(await mayOverride(deps.db, actor))) throw notAdministrator();
    await openModal(overrideFormView(entry, today(deps), actor.language));
    return undefined;
  });

  on.submission(overrideModal, async ({ actor, metadata, fields }) => {
    const { rule } = metadata;
    const { value: text, to, ...document } = fields;
    const entry = entryOf(deps, rule);
    const override = await overrideRule(deps, { actor, rule, text, ...document, to: to ?? null });
    return { next: 'show', view: overriddenView(entry, override, actor.language) };
  });

  on.button(withdrawOverrideButton, async ({ actor, value, openModal }) => {
    const { documentNumber } = await withdrawOverride(deps, { actor, ...value });
    await openModal(overrideWithdrawnView(documentNumber, actor.language));
    return undefined;
  });
};

function rulesOn(deps: Deps, on: Day): RuleEntry[] {
  return listRules(live(deps).asOf(on).files, on);
}

function entryOf(deps: Deps, rule: string): RuleEntry {
  const entry = rulesOn(deps, today(deps)).find(({ id }) => id === rule);
  if (entry) return entry;
  throw new AppError('unknown_rule', { say: (language) => phrases[language].unknownRule });
}

async function shownTo(deps: Deps, actor: Actor): Promise<RuleListShown> {
  const { language } = actor;
  const administers = await mayOverride(deps.db, actor);
  return { language, administers, overrides: await currentOverrides(deps) };
}

function notAdministrator(): AppError {
  return new AppError('not_administrator', {
    say: (language) => phrases[language].notAdministrator,
  });
}
