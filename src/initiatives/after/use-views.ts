import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import {
  clip,
  context,
  divider,
  escapeText,
  input,
  option,
  plain,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { LONG_TEXT } from '../intake/draft-content.ts';
import { afterPhrases } from './after-phrases.ts';
import {
  confirmUseModal,
  recordUseModal,
  withdrawUseButton,
  withdrawUseModal,
} from './use-controls.ts';
import { usePhrases } from './use-phrases.ts';
import type { PersonsWork, WorkUse } from './use-queries.ts';

const MENU_MOST = 100;
const YEARS_OFFERED = 10;
const USES_SHOWN = 40;

/** A recognised work of somebody, as one line of a menu or list. */
export interface AuthoredWork {
  personId: string;
  personName: string;
  work: PersonsWork;
}

/** An award by its key, with its name for the reader. */
export interface NamedAward {
  key: string;
  name: string;
}

/** The form in which the use of a work is recorded. */
export function recordUseView(
  form: {
    works: readonly AuthoredWork[];
    /** Several authors of one initiative rather than several works of one person. */
    authors: boolean;
    titles: readonly NamedAward[];
    commendations: readonly NamedAward[];
    award: string | null;
    year: number;
    thisYear: number;
  },
  language: Language,
): ModalView {
  const say = usePhrases[language];
  const works = form.works.slice(0, MENU_MOST).map((one) => {
    const { personId, personName, work } = one;
    const name = form.authors ? `${personName} – ${workLabel(work, language)}` : work.title;
    const value = JSON.stringify({ workId: work.workId, personId });
    return option(name, value, form.authors ? undefined : workLabel(work, language));
  });
  if (works.length === 0)
    return readingModal({ title: say.title, close: say.close }, [section(say.none)]);
  const groups = [
    { label: plain(say.titles), options: form.titles.map(awardOption) },
    { label: plain(say.commendations), options: form.commendations.map(awardOption) },
  ];
  const award = groups.flatMap(({ options }) => options).find(({ value }) => value === form.award);
  const years = Array.from({ length: YEARS_OFFERED }, (_, index) => form.thisYear - index).map(
    (year) => option(String(year), String(year)),
  );
  const year = years.find(({ value }) => value === String(form.year)) ?? years[0];
  const [onlyWork] = works;
  return recordUseModal.view({
    title: say.title,
    submit: say.submit,
    close: say.cancel,
    metadata: {},
    blocks: [
      context(say.intro),
      input('authorOfWork', form.authors ? say.author : say.work, {
        type: 'static_select',
        options: works,
        ...(onlyWork && works.length === 1 ? { initial_option: onlyWork } : {}),
      }),
      input('award', say.award, {
        type: 'static_select',
        option_groups: groups,
        ...(award ? { initial_option: award } : {}),
      }),
      input('year', say.year, {
        type: 'static_select',
        options: years,
        ...(year ? { initial_option: year } : {}),
      }),
      input(
        'decisionNumber',
        say.decision,
        { type: 'plain_text_input', max_length: 100 },
        { optional: true },
      ),
    ],
  });
}

function awardOption({ key, name }: NamedAward) {
  return option(name, key);
}

/** Asks whether a work that was used before is meant to be used again. */
export function confirmUseView(
  asked: {
    use: {
      workId: string;
      personId: string;
      title: string;
      year: number;
      decisionNumber: string | null;
      seen: string[];
    };
    work: PersonsWork;
    uses: readonly WorkUse[];
    nameOf: (key: string) => string;
  },
  language: Language,
): ModalView {
  const say = usePhrases[language];
  const { use, work, uses, nameOf } = asked;
  return confirmUseModal.view({
    title: say.warnTitle,
    submit: say.confirm,
    close: say.cancel,
    metadata: use,
    blocks: [
      section(
        say.warn({
          work: escapeText(clip(work.title, 500)),
          uses: uses.map((one) => useName(one, nameOf, language)).join('; '),
          award: nameOf(use.title),
          year: use.year,
        }),
      ),
      section(say.letter),
    ],
  });
}

export function useRecordedView(
  told: { work: PersonsWork; award: string; year: number; happened: boolean },
  language: Language,
): ModalView {
  const say = usePhrases[language];
  const { happened, work, award, year } = told;
  const about = { work: escapeText(clip(work.title, 500)), award, year };
  return readingModal({ title: say.title, close: say.close }, [
    section(happened ? say.recorded(about) : say.recordedBefore(about)),
  ]);
}

/** What each author's share in the initiative was counted for; taken back by the secretary. */
export function useBlocks(
  authored: readonly (AuthoredWork & { mayWithdraw: boolean })[],
  nameOf: (key: string) => string,
  language: Language,
): KnownBlock[] {
  if (authored.length === 0) return [];
  const say = usePhrases[language];
  return [
    divider,
    section(`*${say.heading}*`),
    ...authored
      .flatMap(({ personId, personName, work, mayWithdraw }) =>
        work.uses.length === 0
          ? [section(`• ${escapeText(personName)}: ${say.unused}`)]
          : work.uses.map((use) =>
              section(
                `• ${escapeText(personName)}: ${useName(use, nameOf, language)}`,
                mayWithdraw
                  ? withdrawUseButton.button(say.withdraw, {
                      workId: use.workId,
                      personId,
                      title: use.title,
                      year: use.year,
                    })
                  : undefined,
              ),
            ),
      )
      .slice(0, USES_SHOWN),
  ];
}

export function withdrawUseView(
  use: { workId: string; personId: string; title: string; year: number },
  award: string,
  language: Language,
): ModalView {
  const say = usePhrases[language];
  return withdrawUseModal.view({
    title: say.withdrawTitle,
    submit: say.withdraw,
    close: say.cancel,
    metadata: use,
    blocks: [
      section(say.withdrawAbout({ award, year: use.year })),
      input('reason', say.reason, {
        type: 'plain_text_input',
        multiline: true,
        max_length: LONG_TEXT,
      }),
    ],
  });
}

export function useWithdrawnView(happened: boolean, language: Language): ModalView {
  const say = usePhrases[language];
  return readingModal({ title: say.withdrawTitle, close: say.close }, [
    section(happened ? say.withdrawn : say.withdrawnBefore),
  ]);
}

function useName(use: WorkUse, nameOf: (key: string) => string, language: Language): string {
  const { title, year, decisionNumber } = use;
  const decision = decisionNumber === null ? null : escapeText(decisionNumber);
  return usePhrases[language].use({ award: nameOf(title), year, decision });
}

function workLabel({ level, decisionNumber, year }: PersonsWork, language: Language): string {
  return `${afterPhrases[language].level(level)}, ${decisionNumber}, ${year}`;
}
