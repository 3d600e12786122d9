import type { Language } from '../kernel/language.ts';
import { fieldValues } from './field-values.ts';
import type { ModalKind } from './kinds.ts';
import { phrases } from './phrases.ts';

/** Reads a submission's fields; a wrong one is answered at its field. */
export function readFields<M, F>(
  kind: ModalKind<M, F>,
  state: unknown,
  language: Language,
): { values: F } | { errors: Record<string, string> } {
  const values = fieldValues(state);
  const parsed = kind.fields.safeParse(values);
  if (parsed.success) return { values: parsed.data };
  const present = Object.keys(values);
  const errors: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const named = String(issue.path[0]);
    const field = present.includes(named) ? named : (present[0] ?? named);
    errors[field] ??= phrases[language].invalidField;
  }
  return { errors };
}
