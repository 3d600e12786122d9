import type { Tx } from '../database/client.ts';
import type { Deps } from '../kernel/deps.ts';
import { today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../people/actor.ts';
import { holdsRole, postedUnitOf } from '../people/queries.ts';
import { type Bonus, bonusOf } from './bonus.ts';
import type { CalendarDate } from './calendar.ts';
import { quotaOf } from './evaluate.ts';
import { decisionDay, evaluateMany, type Judged } from './evaluate-many.ts';
import type { EligibilitySubject } from './facts.ts';
import { rulebookOn } from './live.ts';
import { knowsMattersOf } from './matter-rights.ts';
import { phrases } from './phrases.ts';
import { findTitle, type Rulebook } from './rules.ts';

export interface Eligibility extends Judged {
  subjectName: string;
  /** How many may have it, where the rules give a share. */
  quota: ReturnType<typeof quotaOf>;
  /** What the award pays when it is decided then; undefined where no coefficient is known. */
  bonus: Bonus | undefined;
  /** The reader may know that an open matter bars a proposal; the person it is about never may. */
  mayKnowMatters: boolean;
  /** The person for whom the reader, as secretary, records what works were counted for. */
  recordsUseOf: string | null;
}

/**
 * Evaluates an award for oneself, or for a person or unit that one heads or looks after as secretary
 * or inspector. The law is that of today, for past years that of the year's end.
 *
 * @throws AppError for others, for an award that is not the subject's, and for one without a standard
 */
export async function evaluateEligibility(
  deps: Deps,
  input: { actor: Actor; subject: EligibilitySubject; award: string; year: number },
): Promise<Eligibility> {
  const { actor, subject, award, year } = input;
  const { db } = deps;
  const on = today(deps);
  const decisionOn = decisionDay(on, year);
  const rulebook = rulebookOn(deps.rulebook, decisionOn);
  const known = await findSubject(db, subject, on);
  if (!known) throw refusal('subject_unknown', (p) => p.subjectUnknown);
  const who = { subject, unitId: known.unitId };
  const mayKnowMatters = (await knowsMattersOf(db, actor, [who]))(who);
  const self = 'personId' in subject && subject.personId === actor.personId;
  if (!self && !mayKnowMatters && !(await heads(db, actor, known.unitId))) {
    throw refusal('not_yours', (p) => p.mayNotEvaluate);
  }
  const title = findTitle(rulebook, award);
  const kind = 'personId' in subject ? 'person' : 'collective';
  if (title && title.subject !== kind) {
    throw refusal('wrong_subject', (p) =>
      kind === 'person' ? p.titleOfCollective : p.titleOfPerson,
    );
  }
  const asked = { key: award, ...who, award, year };
  const judged = (
    await evaluateMany(db, deps.rulebook, { asked: [asked], on, seesMatters: () => true })
  ).get(award);
  if (!judged) throw refusal('no_standard', (p) => p.noStandard);
  return {
    ...judged,
    subjectName: known.name,
    quota: await quotaIn(db, rulebook, { award, year, on: decisionOn }),
    bonus: bonusOf(rulebook, { award, subject: kind, decidedOn: decisionOn }),
    mayKnowMatters,
    recordsUseOf: await personKept(db, actor, subject, known.unitId),
  };
}

async function personKept(
  db: Tx,
  actor: Actor,
  subject: EligibilitySubject,
  unitId: string | null,
): Promise<string | null> {
  if (!('personId' in subject) || unitId === null) return null;
  return (await holdsRole(db, actor, 'secretary', unitId)) ? subject.personId : null;
}

async function findSubject(
  db: Tx,
  subject: EligibilitySubject,
  on: CalendarDate,
): Promise<{ name: string; unitId: string | null } | null> {
  if ('unitId' in subject) {
    const unit = await db.unit.findUnique({ where: { id: subject.unitId } });
    return unit && { name: unit.name, unitId: unit.id };
  }
  const person = await db.person.findUnique({
    where: { id: subject.personId },
    select: { fullName: true },
  });
  return person && { name: person.fullName, unitId: await postedUnitOf(db, subject.personId, on) };
}

async function heads(db: Tx, actor: Actor, unitId: string | null): Promise<boolean> {
  return unitId !== null && holdsRole(db, actor, 'head', unitId);
}

/** The share is of all in the agency who have the lower award in the year. */
export async function quotaIn(
  db: Tx,
  rulebook: Rulebook,
  { award, year, on }: { award: string; year: number; on: CalendarDate },
): Promise<Eligibility['quota']> {
  const rule = quotaOf(rulebook, { award, base: 0, on })?.rule;
  if (!rule) return undefined;
  const base = await db.award.count({ where: { title: rule.of, year, annulledAt: null } });
  return quotaOf(rulebook, { award, base, on });
}

function refusal(code: string, say: (p: (typeof phrases)['vi']) => string): AppError {
  return new AppError(code, { say: (language) => say(phrases[language]) });
}
