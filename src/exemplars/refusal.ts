import { refusing } from '../kernel/errors.ts';
import { phrases } from './phrases.ts';

/** A foreseen refusal, said from this domain's main phrases. */
export const refusal = refusing(phrases);
