import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../kernel/language.ts';
import { formatVnd } from '../kernel/numbers.ts';
import { formatDay } from '../kernel/time.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  header,
  input,
  option,
  plain,
  readingModal,
  section,
} from '../slack/blocks.ts';
import { OUTCOME_MARKS, standingOf } from './brief.ts';
import { anotherButton, eligibilityModal, recordUse } from './controls.ts';
import type { Evaluation } from './evaluate.ts';
import type { Eligibility } from './evaluate-eligibility.ts';
import { awardName, explainFinding, explainGrounds, type Line, linesOf } from './explain.ts';
import { showValue } from './override-values.ts';
import { phrases } from './phrases.ts';
import type { Reason, Verdict } from './reasons.ts';
import { ladder } from './rules.ts';
import type { Rulebook } from './schema.ts';

interface Shown {
  language: Language;
  rulebook: Rulebook;
}

const MARKS: Record<Verdict, string> = {
  yes: ':white_check_mark:',
  no: ':x:',
  human: ':raised_hand:',
};
/** Wide spaces, which are kept at the beginning of a line. */
const INDENT = '\u2003\u2003';
/** Slack takes 3,000 characters in a section. */
const SECTION_MOST = 2900;
const YEARS_SHOWN = 6;
const WORKS_SHOWN = 20;

/** The outcome, why, what is missing, under which law, and what was not verified. */
export function eligibilityView(eligibility: Eligibility, shown: Shown): ModalView {
  const say = phrases[shown.language];
  return readingModal({ title: say.evaluationTitle, close: say.close }, [
    ...eligibilityBlocks(eligibility, shown),
    {
      type: 'actions',
      elements: [anotherButton.button(say.another, { year: eligibility.evaluation.year })],
    },
  ]);
}

/** The same wherever it is read. */
export function eligibilityBlocks(eligibility: Eligibility, shown: Shown): KnownBlock[] {
  const { language, rulebook } = shown;
  const { evaluation, subjectName } = eligibility;
  const name = awardName(rulebook, evaluation.award, language);
  return [
    header(clip(`${name} ${evaluation.year}`, 150)),
    section(`${escapeText(subjectName)}\n${outcomeText(eligibility, shown)}`),
    ...transitionBlocks(evaluation, shown),
    ...missingBlocks(evaluation, shown),
    ...evaluation.versions.flatMap((one) => versionBlocks(one, shown)),
    ...workBlocks(eligibility, shown),
    ...quotaBlocks(eligibility, shown),
    ...bonusBlocks(eligibility, shown),
  ];
}

/** Choosing what to evaluate, for whom, for which year. */
export function eligibilityFormView(
  form: { units: readonly { id: string; name: string }[]; year: number; thisYear: number },
  { language, rulebook }: Shown,
): ModalView {
  const say = phrases[language];
  const titles = (subject: 'person' | 'collective') =>
    ladder(rulebook, subject).map(({ key, name }) => option(name[language], key));
  const withStandard = new Set(rulebook.standards.standards.map(({ award }) => award));
  const commendations = rulebook.commendations
    .filter(({ key }) => withStandard.has(key))
    .map(({ key, name }) => option(name[language], key));
  const years = Array.from({ length: YEARS_SHOWN }, (_, index) => form.thisYear - index).map(
    (one) => option(String(one), String(one)),
  );
  const me = option(say.myself, 'me');
  const whom = [me, ...form.units.slice(0, 99).map(({ id, name }) => option(name, id))];
  const initialYear = years.find(({ value }) => value === String(form.year));
  return eligibilityModal.view({
    title: say.formTitle,
    metadata: {},
    submit: say.formSubmit,
    close: say.close,
    blocks: [
      input('award', say.award, {
        type: 'static_select',
        option_groups: [
          { label: plain(say.titlesGroup), options: titles('person') },
          { label: plain(say.collectiveGroup), options: titles('collective') },
          { label: plain(say.commendationGroup), options: commendations },
        ],
      }),
      input('year', say.year, {
        type: 'static_select',
        options: years,
        ...(initialYear ? { initial_option: initialYear } : {}),
      }),
      ...(form.units.length > 0
        ? [
            input('forWhom', say.forWhom, {
              type: 'static_select',
              options: whom,
              initial_option: me,
            }),
            input('person', say.personField, { type: 'users_select' }, { optional: true }),
          ]
        : []),
    ],
  });
}

function outcomeText(eligibility: Eligibility, { language }: Shown): string {
  const { evaluation, mayKnowMatters, unregistered, unfinished } = eligibility;
  const say = phrases[language];
  const { outcome, versions, barred } = evaluation;
  const lines: string[] = [`${OUTCOME_MARKS[outcome]} ${say.standing[standingOf(eligibility)]}`];
  const leans = versions.map(({ lean }) => lean);
  const agreed = leans.every((lean) => lean === leans[0]) ? leans[0] : 'human';
  if (outcome === 'needs_human') lines.push(say.peopleDecide);
  if (outcome === 'needs_human' && versions.length === 1) {
    const lean = { yes: say.leanYes, no: say.leanNo, human: say.leanHuman }[agreed ?? 'human'];
    const blockedOnly = barred && agreed === 'yes' && versions[0]?.unverified.length === 0;
    if (!blockedOnly) lines.push(lean);
  }
  if (barred && outcome !== 'not_eligible') {
    lines.push(mayKnowMatters ? say.barred : say.barredQuietly);
  }
  if (unfinished)
    lines.push(
      say.unfinished[unfinished.is]({ year: evaluation.year, on: formatDay(unfinished.on) }),
    );
  if (unregistered) {
    const { source, verified, consequence } = unregistered;
    const rule = escapeText(explainGrounds({ id: null, note: null, source, verified }, language));
    lines.push(say.unregistered[consequence]({ year: evaluation.year, rule }));
  }
  return lines.join('\n');
}

function transitionBlocks({ transition }: Evaluation, { language }: Shown): KnownBlock[] {
  const say = phrases[language];
  if (transition === null) return [];
  const text = {
    received_before: say.receivedBefore,
    more_favourable: say.moreFavourable,
    receipt_unknown: say.receiptUnknown,
  }[transition];
  return [context(text)];
}

/** What one would still need, by the version that decides. */
function missingBlocks({ versions }: Evaluation, { language, rulebook }: Shown): KnownBlock[] {
  const [deciding] = versions;
  if (!deciding || deciding.lean === 'yes') return [];
  const missing = missingLines(deciding.reason, { language, rulebook });
  return sections([phrases[language].stillMissing, ...missing]);
}

/** What keeps a reason from holding; of alternatives one is enough, so they stand below such words. */
function missingLines(reason: Reason, shown: Shown, depth = 0): string[] {
  if (reason.verdict === 'yes') return [];
  const { language, rulebook } = shown;
  const begin = `${INDENT.repeat(depth)}${MARKS[reason.verdict]}`;
  if (reason.kind !== 'leaf') {
    const all = reason.kind === 'all';
    const parts = reason.parts.flatMap((part) =>
      missingLines(part, shown, all ? depth : depth + 1),
    );
    return all ? parts : [`${begin} ${phrases[language].anyOf}`, ...parts];
  }
  if (reason.under && reason.under.verdict !== 'yes')
    return missingLines(reason.under, shown, depth);
  return [`${begin} ${escapeText(explainFinding(rulebook, reason.finding, language))}`];
}

function versionBlocks(
  { version, lean, reason, unverified }: Evaluation['versions'][number],
  { language, rulebook }: Shown,
): KnownBlock[] {
  const say = phrases[language];
  const { law, decree } = version;
  const lines = linesOf(rulebook, reason, language);
  const sources = lines.flatMap(({ grounds }) =>
    grounds ? explainGrounds(grounds, language) : [],
  );
  // What all conditions have in common is said once.
  const [source, ...others] = new Set(sources);
  const common = source !== undefined && others.length === 0 && sources.length > 1;
  const shown = lines.map((line) => lineText(common ? { ...line, grounds: null } : line, language));
  const rules = [...new Set(unverified.map(({ source: one }) => one))].join('; ');
  return [
    divider,
    ...sections([say.underVersion({ law, decree, mark: MARKS[lean] }), ...shown]),
    ...(common ? [context(say.groundsOfAll({ source: escapeText(source) }))] : []),
    ...(rules ? [context(say.unverified({ rules }))] : []),
  ];
}

function lineText({ depth, verdict, text, grounds }: Line, language: Language): string {
  const indent = INDENT.repeat(depth);
  const source = grounds ? ` _${escapeText(explainGrounds(grounds, language))}_` : '';
  return `${indent}${MARKS[verdict]} ${escapeText(text)}${source}`;
}

/** The recognised works, and what each was counted for already; the secretary records a use. */
function workBlocks(
  { works, recordsUseOf, evaluation }: Eligibility,
  { language, rulebook }: Shown,
): KnownBlock[] {
  if (works.length === 0) return [];
  const say = phrases[language];
  const { award, year } = evaluation;
  const lines = works
    .toSorted((a, b) => b.year - a.year)
    .map((work) => {
      const uses = work.usedFor.map(
        (use) => `${awardName(rulebook, use.key, language)} ${use.year}`,
      );
      return say.recognisedWork({
        title: escapeText(work.title),
        level: say.workLevels[work.level],
        decision: escapeText(work.decisionNumber),
        year: work.year,
        uses: uses.join(', '),
      });
    });
  const shown = lines.slice(0, WORKS_SHOWN);
  const more = lines.length - shown.length;
  return [
    divider,
    ...sections([
      say.recognisedWorks,
      ...shown,
      ...(more > 0 ? [say.moreWorks({ count: more })] : []),
    ]),
    ...(recordsUseOf
      ? [actions('works', recordUse.button(say.recordUse, { personId: recordsUseOf, award, year }))]
      : []),
  ];
}

function quotaBlocks({ quota }: Eligibility, { language, rulebook }: Shown): KnownBlock[] {
  if (!quota) return [];
  const { rule, base, floor, rounded } = quota;
  const grounds = { id: null, source: rule.source, verified: rule.verified, note: rule.note };
  return [
    context(
      phrases[language].quota({
        pct: rule.pct,
        award: awardName(rulebook, rule.of, language),
        base,
        floor,
        rounded,
        source: explainGrounds(grounds, language),
      }),
    ),
  ];
}

function bonusBlocks({ bonus }: Eligibility, { language }: Shown): KnownBlock[] {
  if (!bonus) return [];
  const sources = bonus.sources.map((one) =>
    explainGrounds({ id: null, note: null, ...one }, language),
  );
  return [
    context(
      phrases[language].bonus({
        sum: formatVnd(bonus.vnd),
        coefficient: showValue({ type: 'tenths', min: 1, max: 2000 }, bonus.tenths, language),
        salary: formatVnd(bonus.baseSalary),
        sources: [...new Set(sources)].join('; '),
      }),
    ),
  ];
}

/** As few sections as hold the lines. */
function sections(lines: readonly string[]): KnownBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const last = texts.at(-1);
    if (last !== undefined && last.length + line.length < SECTION_MOST) {
      texts[texts.length - 1] = `${last}\n${line}`;
    } else texts.push(line);
  }
  return texts.map((text) => section(text));
}
