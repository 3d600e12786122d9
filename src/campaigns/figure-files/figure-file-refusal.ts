import { refusing } from '../../kernel/errors.ts';
import { figureFilePhrases } from './figure-file-phrases.ts';

/** A refusal in the words of files of figures. */
export const figureFileRefusal = refusing(figureFilePhrases);
