import { AppError } from '../kernel/errors.ts';
import type { Language } from '../kernel/language.ts';
import { formatDay } from '../kernel/time.ts';
import {
  findCommendation,
  findTitle,
  ladder,
  type Rulebook,
  type Subject,
  type TitleKey,
} from '../rulebook/rules.ts';
import { clip } from '../slack/blocks.ts';
import { refusalPhrases as phrases } from './refusal-phrases.ts';
import {
  type DatedWindow,
  nameTitle,
  type RegistrationProblem,
  type WindowChoice,
} from './rules.ts';

/** The field of the form at which a refusal of the choice is shown. */
export const TITLES_FIELD = 'titles';

/** The window, if it is open; otherwise a refusal that gives its days. */
export function openWindow<W extends DatedWindow>(
  choice: WindowChoice<W>,
  request: { year: number | null; unitName: string },
): W {
  if (choice.state === 'open') return choice.window;
  throw new AppError(`window_${choice.state}`, {
    field: TITLES_FIELD,
    say: (language) => {
      const say = phrases[language];
      if (choice.state === 'none') {
        const unit = request.unitName;
        return request.year === null
          ? say.noWindowAtAll({ unit })
          : say.noWindow({ year: request.year, unit });
      }
      const days = {
        year: choice.window.year,
        opens: formatDay(choice.window.opensOn),
        closes: formatDay(choice.window.closesOn),
      };
      return choice.state === 'not_yet' ? say.notYetOpen(days) : say.closed(days);
    },
  });
}

/** The window, if it is over: until then everybody registers for themself. */
export function closedWindow<W extends DatedWindow>(
  choice: WindowChoice<W>,
  request: { year: number; name: string; unitName: string },
): W {
  if (choice.state === 'closed') return choice.window;
  if (choice.state !== 'open') return openWindow(choice, request);
  const closes = formatDay(choice.window.closesOn);
  throw new AppError('window_open', {
    field: TITLES_FIELD,
    say: (language) => phrases[language].stillOpen({ name: request.name, closes }),
  });
}

/** Why words or values cannot be registered, each with its rule, and what can be. */
function explainProblems(
  rulebook: Rulebook,
  problems: readonly RegistrationProblem[],
  subject: Subject,
  language: Language,
): string {
  const say = phrases[language];
  const titles = ladder(rulebook, subject).map(({ key }) => nameTitle(rulebook, key, language));
  const why = new Set(problems.map((problem) => explainProblem(rulebook, problem, language)));
  // Who took a lower title out knows the ladder.
  if (problems.every(({ kind }) => kind === 'lower_taken_out')) return [...why].join('\n');
  return [...why, say.canBeRegistered({ titles: titles.join(', ') })].join('\n');
}

function explainProblem(
  rulebook: Rulebook,
  problem: RegistrationProblem,
  language: Language,
): string {
  const say = phrases[language];
  switch (problem.kind) {
    case 'commendation_not_registerable': {
      const form = findCommendation(rulebook, problem.form)?.name[language] ?? problem.word;
      return say.commendation({ form, citation: problem.citation });
    }
    case 'initiative_not_registerable':
      return say.initiative({ citation: problem.citation });
    case 'wrong_subject': {
      const title = findTitle(rulebook, problem.title)?.name[language] ?? problem.word;
      return problem.subject === 'collective'
        ? say.ofCollective({ title })
        : say.ofPerson({ title });
    }
    case 'lower_taken_out': {
      const { title, above, citation } = problem;
      const name = (key: TitleKey) => nameTitle(rulebook, key, language);
      return say.lowerTakenOut({ title: name(title), above: name(above), citation });
    }
    case 'unknown':
      return say.unknownTitle({ word: clip(problem.word, 100) });
  }
}

export function problemsRefusal(
  rulebook: Rulebook,
  problems: readonly RegistrationProblem[],
  subject: Subject,
): AppError {
  return new AppError('not_registerable', {
    field: TITLES_FIELD,
    message: problems.map((problem) => problem.kind).join(', '),
    say: (language) => explainProblems(rulebook, problems, subject, language),
  });
}

export function nothingChosen(): AppError {
  return new AppError('nothing_chosen', {
    field: TITLES_FIELD,
    say: (language) => phrases[language].nothingChosen,
  });
}

export function changedMeanwhile(): AppError {
  return new AppError('changed_meanwhile', {
    field: TITLES_FIELD,
    say: (language) => phrases[language].changedMeanwhile,
  });
}

export function notHeadOfUnit(): AppError {
  return new AppError('not_head_of_unit', { say: (language) => phrases[language].notHeadOfUnit });
}

export function notYours(): AppError {
  return new AppError('not_confirmer', { say: (language) => phrases[language].notYours });
}

export function noRegistration(): AppError {
  return new AppError('no_registration', { say: (language) => phrases[language].noRegistration });
}

export function reasonNeeded(): AppError {
  return new AppError('reason_needed', {
    field: 'reason',
    say: (language) => phrases[language].reasonNeeded,
  });
}

export function lateReasonNeeded(): AppError {
  return new AppError('late_reason_needed', {
    field: 'reason',
    say: (language) => phrases[language].lateReasonNeeded,
  });
}

export function notYourStaff(): AppError {
  return new AppError('not_your_staff', { say: (language) => phrases[language].notYourStaff });
}

export function chooseOneSubject(): AppError {
  return new AppError('one_subject', {
    field: 'person',
    say: (language) => phrases[language].chooseOneSubject,
  });
}
