import { refusing } from '../../kernel/errors.ts';
import { progressPhrases } from './progress-phrases.ts';

/** A refusal in the words of the progress of campaigns. */
export const progressRefusal = refusing(progressPhrases);
