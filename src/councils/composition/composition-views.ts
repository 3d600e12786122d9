import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import {
  actions,
  context,
  divider,
  escapeText,
  fields,
  header,
  inParts,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import {
  openCouncil,
  openEstablishment,
  openReconstitution,
  openSubstitute,
} from './composition-controls.ts';
import { compositionPhrases as phrases } from './composition-phrases.ts';
import {
  type CompositionPicture,
  type CouncilPicture,
  compositionOn,
  latestComposition,
  type MemberLine,
} from './composition-queries.ts';
import { type CouncilProblem, sitsOn } from './composition-rules.ts';
import type { CouncilStanding } from './standing-queries.ts';

export interface CompositionReader {
  language: Language;
  on: Day;
}

/** A modal takes a hundred blocks; a section 3,000 characters, of which a member's line takes up to 150. */
const COUNCILS_MOST = 45;
const MEMBERS_A_SECTION = 12;
const PROBLEMS_MOST = 20;
const HISTORY_MOST = 10;

/** The councils that a person reads, with what is wrong, and the way to set one up. */
export function councilsView(
  standings: readonly CouncilStanding[],
  rights: { composes: ReadonlySet<string>; establishes: boolean },
  reader: CompositionReader,
): ModalView {
  const say = phrases[reader.language];
  const more = standings.length - COUNCILS_MOST;
  return readingModal({ title: say.title, close: say.close }, [
    ...(standings.length === 0 ? [section(say.none)] : []),
    ...standings
      .slice(0, COUNCILS_MOST)
      .flatMap((standing) => standingBlocks(standing, rights.composes, reader)),
    ...(more > 0 ? [context(say.more({ count: more }))] : []),
    ...(rights.establishes ? establishBlocks(reader.language) : []),
  ]);
}

function establishBlocks(language: Language): KnownBlock[] {
  const { establish } = phrases[language];
  const button = openEstablishment.button(establish, { unitId: null, kind: null });
  return [divider, actions('councils.establish', button)];
}

function standingBlocks(
  { unitId, unitName, kind, council, problems }: CouncilStanding,
  composes: ReadonlySet<string>,
  { language, on }: CompositionReader,
): KnownBlock[] {
  const say = phrases[language];
  if (!council) {
    const text = `:warning: *${say.kinds[kind]}* – ${escapeText(unitName)}\n${problemLines(problems, language).join('\n')}`;
    return composes.has(unitId)
      ? [section(text, openEstablishment.button(say.establish, { unitId, kind }))]
      : [section(text)];
  }
  const members = (compositionOn(council, on)?.members ?? []).filter((one) => sitsOn(one, on));
  const counts = { members: members.length, problems: problems.length };
  const text = `*${escapeText(council.name)}*\n${escapeText(unitName)} · ${say.listed(counts)}`;
  const { id: councilId } = council;
  const open = openCouncil.button(say.open, { councilId, last: true });
  if (problems.length === 0 || !composes.has(unitId)) return [section(text, open)];
  const mend = openReconstitution.button(say.reconstitute, { councilId, last: false });
  return [section(text), actions(`councils.standing.${councilId}`, open, mend)];
}

/** One council: who sits on it by which decision, what is wrong, what came before and comes next. */
export function councilView(
  { council, problems, nextFrom }: CouncilStanding & { council: CouncilPicture },
  shown: { composes: boolean; done?: string; establishes?: boolean; last?: boolean },
  reader: CompositionReader,
): ModalView {
  const say = phrases[reader.language];
  const { on } = reader;
  const now = compositionOn(council, on);
  const next = latestComposition(council);
  const { id: councilId } = council;
  const former = council.compositions.filter((one) => one !== now && one.from <= on).toReversed();
  return readingModal({ title: say.title, close: say.close }, [
    ...(shown.done ? [section(`:white_check_mark: ${shown.done}`)] : []),
    header(council.name),
    ...(now ? [decisionFields(council, now, reader)] : [section(say.notInForce)]),
    ...problemBlocks(problems, nextFrom, reader.language),
    ...(shown.composes
      ? [
          actions(
            'councils.composition',
            openReconstitution.button(
              say.reconstitute,
              { councilId, last: shown.last ?? false },
              { style: 'primary' },
            ),
            ...(now || next.from > on
              ? [openSubstitute.button(say.nameSubstitute, { councilId })]
              : []),
          ),
        ]
      : []),
    ...(now ? memberBlocks(say.members, now, reader) : []),
    ...(next !== now && next.from > on ? nextBlocks(next, reader) : []),
    ...(former.length > 0
      ? [
          divider,
          section(`*${say.history}*`),
          ...former.slice(0, HISTORY_MOST).flatMap((one) => formerBlocks(one, reader.language)),
        ]
      : []),
    ...(shown.establishes ? establishBlocks(reader.language) : []),
  ]);
}

function decisionFields(
  council: CouncilPicture,
  now: CompositionPicture,
  { language, on }: CompositionReader,
): KnownBlock {
  const say = phrases[language];
  const members = now.members.filter((one) => sitsOn(one, on)).length;
  return fields([
    [say.unit, escapeText(council.unitName)],
    [say.decision, decisionOf(now, language)],
    [say.term, daysOf(now, language)],
    [say.size, String(members)],
  ]);
}

function problemBlocks(
  problems: readonly CouncilProblem[],
  nextFrom: Day | null,
  language: Language,
): KnownBlock[] {
  const say = phrases[language];
  if (problems.length === 0 && nextFrom === null) return [];
  const more = problems.length - PROBLEMS_MOST;
  const lines = problemLines(problems.slice(0, PROBLEMS_MOST), language);
  return [
    ...(lines.length > 0 ? [section([`*${say.problems}*`, ...lines].join('\n'))] : []),
    ...(more > 0 ? [context(say.more({ count: more }))] : []),
    ...(nextFrom === null
      ? []
      : [context(`:calendar: ${say.nextFrom({ day: formatDay(nextFrom) })}`)]),
  ];
}

/** A line for each problem, with its rule and whether that was checked against its text. */
function problemLines(problems: readonly CouncilProblem[], language: Language): string[] {
  const say = phrases[language];
  return problems.map((problem) => {
    const { severity, rule } = problem;
    const mark = severity === 'fault' ? ':red_circle:' : ':large_yellow_circle:';
    const what = escapeText(say.problem(problem, formatDay));
    const source = rule.verified ? rule.source : `${rule.source}; ${say.unverified}`;
    return `${mark} ${what} _(${escapeText(source)})_`;
  });
}

function memberBlocks(
  title: string,
  composition: CompositionPicture,
  { language, on }: CompositionReader,
): KnownBlock[] {
  const day = composition.from > on ? composition.from : on;
  const seated = composition.members.filter((one) => sitsOn(one, day));
  const lines = seated.map((member) => memberLine(member, day, language));
  return inParts(lines, MEMBERS_A_SECTION).map((part, index) =>
    section([...(index === 0 ? [`*${title}*`] : []), ...part].join('\n')),
  );
}

function memberLine(member: MemberLine, day: Day, language: Language): string {
  const say = phrases[language];
  const { name, position, office } = member;
  const about = position === null ? '' : ` (${position})`;
  const substitute = member.substitutes.find((one) => one.to === null || one.to >= day);
  const line = `• ${say.offices[office]}: *${escapeText(name)}*${escapeText(about)}`;
  if (!substitute) return line;
  const later = substitute.from > day ? `, ${daysOf(substitute, language)}` : '';
  return `${line}\n      ↳ ${escapeText(say.standsIn(substitute) + later)}`;
}

function nextBlocks(next: CompositionPicture, reader: CompositionReader): KnownBlock[] {
  const { language } = reader;
  const when = `${decisionOf(next, language)}, ${daysOf(next, language)}`;
  return [divider, ...memberBlocks(phrases[language].next, next, reader), context(when)];
}

function formerBlocks(former: CompositionPicture, language: Language): KnownBlock[] {
  const say = phrases[language];
  const names = former.members.map(({ name, office }) => `${say.offices[office]} ${name}`);
  const title = `${decisionOf(former, language)}, ${daysOf(former, language)}`;
  return [section(`*${title}*\n${escapeText(names.join('; '))}`)];
}

export function decisionOf(
  { number, decidedOn }: { number: string; decidedOn: Day },
  language: Language,
): string {
  const day = formatDay(decidedOn);
  return escapeText(phrases[language].decisionOf({ number, day }));
}

export function daysOf({ from, to }: { from: Day; to: Day | null }, language: Language): string {
  return phrases[language].days({ from: formatDay(from), to: to && formatDay(to) });
}
