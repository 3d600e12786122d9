import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Language } from '../kernel/language.ts';
import type { Actor } from '../people/actor.ts';
import { personsOfSlackUsers } from '../people/queries.ts';
import { CARING_ROLES, unitsUnder } from '../people/units-under.ts';
import { escapeText } from '../slack/blocks.ts';
import type { RegisterListeners } from '../slack/listeners.ts';
import { anotherButton, eligibilityModal } from './controls.ts';
import { evaluateEligibility } from './evaluate-eligibility.ts';
import type { EligibilitySubject } from './facts.ts';
import { phrases } from './phrases.ts';
import { readWords } from './read-words.ts';
import { findInVocabulary } from './rules.ts';
import { eligibilityFormView, eligibilityView } from './views.ts';

export const registerRulebookListeners: RegisterListeners = (on, deps) => {
  const usage = (language: Language) => phrases[language].usage({ year: thisYear(deps) });
  on.subcommand({ command: '/thidua', names: ['xet', 'dieu kien'], usage }, async (request) => {
    const { actor, words, reply, openModal } = request;
    const say = phrases[actor.language];
    const { names, collective, year, slackUserIds, unchosen, unknown } = readWords(
      deps.rulebook,
      words,
    );
    if (unchosen.length > 0) {
      return reply({ text: say.unchosenName({ name: escapeText(unchosen.join(', ')) }) });
    }
    if (unknown.length > 0) {
      const word = escapeText(unknown.join(' '));
      return reply({ text: [say.unknownWord({ word }), ...usage(actor.language)].join('\n') });
    }
    const award = names.map((name) => awardMeant(deps, name)).find((key) => key !== undefined);
    if (award === undefined) {
      return openModal(await form(deps, actor, year ?? thisYear(deps)));
    }
    const subject: EligibilitySubject = collective
      ? { unitId: actor.unitId }
      : { personId: await personMeant(deps, actor, slackUserIds[0]) };
    await openModal(await result(deps, actor, { subject, award, year: year ?? thisYear(deps) }));
  });

  on.submission(eligibilityModal, async ({ actor, fields }) => {
    const { award, year, forWhom, person } = fields;
    const subject: EligibilitySubject =
      person === undefined && forWhom !== 'me'
        ? { unitId: forWhom }
        : { personId: await personMeant(deps, actor, person) };
    return { next: 'show', view: await result(deps, actor, { subject, award, year }) };
  });

  on.button(anotherButton, async ({ actor, value, openModal }) => {
    await openModal(await form(deps, actor, value.year));
    return undefined;
  });
};

async function form(deps: Deps, actor: Actor, year: number) {
  const units = await unitsUnder(deps.db, actor, CARING_ROLES, today(deps));
  const { rulebook } = deps;
  const content = { units, year, thisYear: thisYear(deps) };
  return eligibilityFormView(content, { language: actor.language, rulebook });
}

async function result(
  deps: Deps,
  actor: Actor,
  asked: { subject: EligibilitySubject; award: string; year: number },
) {
  const eligibility = await evaluateEligibility(deps, { actor, ...asked });
  return eligibilityView(eligibility, { language: actor.language, rulebook: deps.rulebook });
}

async function personMeant(
  deps: Deps,
  actor: Actor,
  slackUserId: string | undefined,
): Promise<string> {
  if (slackUserId === undefined) return actor.personId;
  const found = (await personsOfSlackUsers(deps.db, [slackUserId])).get(slackUserId);
  if (!found) {
    throw new AppError('subject_unknown', {
      say: (language) => phrases[language].subjectUnknown,
      field: 'person',
    });
  }
  return found.id;
}

function awardMeant({ rulebook }: Deps, name: string): string | undefined {
  const meaning = findInVocabulary(rulebook, name);
  if (meaning.kind === 'title') return meaning.title.key;
  return meaning.kind === 'commendation' ? meaning.form.key : undefined;
}

function thisYear(deps: Deps): number {
  return Number(today(deps).slice(0, 4));
}
