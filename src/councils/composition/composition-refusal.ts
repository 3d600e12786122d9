import { refusing } from '../../kernel/errors.ts';
import { compositionPhrases } from './composition-phrases.ts';

export const refusal = refusing(compositionPhrases);
