import type { AppError } from '../../kernel/errors.ts';
import { progressRefusal } from './progress-refusal.ts';
import { type IndicatorProblem, PROGRESS_LIMITS } from './progress-rules.ts';

/** What is wrong with an indicator, at its field. */
export function problemRefusal(wrong: IndicatorProblem): AppError {
  return progressRefusal(
    'indicator_refused',
    (say) => {
      if (wrong.problem === 'missing') return say.targetsMissing({ units: wrong.units });
      if (wrong.field === 'weight') return say.weightWrong({ most: PROGRESS_LIMITS.weight });
      const text = say.targetProblem[wrong.problem];
      return wrong.field === 'targets' ? say.atLine({ line: wrong.line, text }) : text;
    },
    wrong.field,
  );
}
