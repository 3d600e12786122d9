import { refusing } from '../kernel/errors.ts';
import { phrases } from './phrases.ts';

export const refusal = refusing(phrases);
