import { refusing } from '../../kernel/errors.ts';
import { urgingPhrases } from './urging-phrases.ts';

/** A refusal in the words of urging. */
export const urgingRefusal = refusing(urgingPhrases);
