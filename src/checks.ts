import { boxChecks } from './councils/proofs/box-checks.ts';
import { closeChecks } from './councils/proofs/close-checks.ts';
import { rollChecks } from './councils/proofs/roll-checks.ts';
import { databaseChecks } from './database/checks.ts';
import { exemplarChecks } from './exemplars/checks.ts';
import { initiativeChecks } from './initiatives/checks.ts';
import type { Check } from './kernel/check.ts';
import { recordsChecks } from './records/checks.ts';

/** All that `npm run verify` looks at, matter by matter. */
export const checks: readonly Check[] = [
  ...databaseChecks,
  ...rollChecks,
  ...boxChecks,
  ...closeChecks,
  ...initiativeChecks,
  ...exemplarChecks,
  ...recordsChecks,
];
