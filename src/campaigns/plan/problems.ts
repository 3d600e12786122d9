import { AppError, type Sayable } from '../../kernel/errors.ts';
import { formatDay } from '../../kernel/time.ts';
import { LIMITS } from '../rules.ts';
import type { PlanField, PlanProblem } from './plan-rules.ts';
import { problemPhrases } from './problem-phrases.ts';

/** Something that is wrong with a plan, in words, at its field of the form. */
export interface FormProblem {
  field: PlanField | 'picture' | 'pictureAlt';
  say: Sayable;
}

type Words = (typeof problemPhrases)['vi'];

/** A problem in words. */
export function problemAt(field: FormProblem['field'], say: (words: Words) => string): FormProblem {
  return { field, say: (language) => say(problemPhrases[language]) };
}

/** What the rules of plans found, in words. */
export function told(problem: PlanProblem): FormProblem {
  return problemAt(problem.field, (words) => sayProblem(problem, words));
}

/** A problem as the refusal of its form. */
export function refusal({ field, say }: FormProblem): AppError {
  return new AppError('plan_refused', { say, field, message: field });
}

function sayProblem(problem: PlanProblem, words: Words): string {
  switch (problem.field) {
    case 'endsOn':
      return words.schedule[problem.problem];
    case 'criteria':
      return words.criterionWithoutPoints(problem);
    case 'checks':
      if (problem.problem === 'outside')
        return words.checkOutside({
          day: formatDay(problem.day),
          from: formatDay(problem.from),
          to: formatDay(problem.to),
        });
      return problem.problem === 'missing'
        ? words.checksMissing
        : words.checksTooMany({ most: LIMITS.checks });
    case 'midtermOn':
      if (problem.problem === 'missing') return words.midtermMissing(problem);
      return words.midtermOutside({ from: formatDay(problem.from), to: formatDay(problem.to) });
    case 'finalReviewOn':
      return problem.problem === 'missing' ? words.missing : words.finalBeforeEnd;
    case 'budgetSource':
      return words.budgetSourceMissing;
    case 'channels':
      return words.channelCount({ most: LIMITS.channels });
    case 'scope':
      return words.scopeTooMany({ most: LIMITS.scope });
    case 'launchAt':
      return words.launchAfterEnd;
    case 'pledgeBy':
      return words.pledgeByOutside({ from: formatDay(problem.from), to: formatDay(problem.to) });
    case 'escalateDays':
      return words.escalateCount({ most: LIMITS.escalateDays });
    default:
      return words.missing;
  }
}
