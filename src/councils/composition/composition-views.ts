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
  openCouncils,
  openEstablishment,
  openReconstitution,
  openSubstitute,
} from './composition-controls.ts';
import { compositionPhrases as phrases } from './composition-phrases.ts';
import {
  type CompositionPicture,
  type CouncilPicture,
  type CouncilStanding,
  compositionOn,
  latestComposition,
  type MemberLine,
} from './composition-queries.ts';
import { type CouncilProblem, sitsOn } from './composition-rules.ts';

export interface CompositionReader {
  language: Language;
  on: Day;
}

/** A modal takes a hundred blocks; a section 3,000 characters, of which a member's line takes up to 150. */
const COUNCILS_MOST = 45;
const MEMBERS_A_SECTION = 12;
const PROBLEMS_MOST = 20;
const HISTORY_MOST = 10;
const HOME_MOST = 5;
const HOME_PROBLEMS_MOST = 4;

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

/** Home's block for whoever looks after councils; empty when nothing is wrong. */
export function compositionHome(
  standings: readonly CouncilStanding[],
  language: Language,
): KnownBlock[] {
  if (standings.length === 0) return [];
  const say = phrases[language];
  const problems = standings.flatMap((standing) => standing.problems).length;
  return [
    divider,
    section(
      [
        say.homeHeading({ councils: standings.length, problems }),
        ...gathered(standings, language),
      ].join('\n'),
      openCouncils.button(say.title, {}),
    ),
  ];
}

/** One message with all that is wrong in the reader's care; null when nothing is any more. */
export function problemsNews(standings: readonly CouncilStanding[], language: Language) {
  if (standings.length === 0) return null;
  const say = phrases[language];
  const problems = standings.flatMap((standing) => standing.problems).length;
  return {
    text: say.reminderText({ problems }),
    blocks: [
      section(
        [
          say.homeHeading({ councils: standings.length, problems }),
          ...gathered(standings, language),
        ].join('\n'),
      ),
      actions('councils.problems', openCouncils.button(say.title, {}, { style: 'primary' })),
      context(say.reminderWhen),
    ],
  };
}

function gathered(standings: readonly CouncilStanding[], language: Language): string[] {
  const say = phrases[language];
  const more = standings.length - HOME_MOST;
  return [
    ...standings.slice(0, HOME_MOST).map(({ unitName, kind, council, problems }) => {
      const name = council?.name ?? `${say.kinds[kind]} – ${unitName}`;
      const first = problems.slice(0, HOME_PROBLEMS_MOST);
      const rest = problems.length - first.length;
      const what = [
        ...first.map((problem) => say.problem(problem, formatDay)),
        ...(rest > 0 ? [say.more({ count: rest })] : []),
      ].join('; ');
      return `• ${escapeText(name)}: ${escapeText(what)}`;
    }),
    ...(more > 0 ? [say.more({ count: more })] : []),
  ];
}

/** What a member is told of a change of their seat; null when the composition was replaced meanwhile. */
export function seatNews(
  council: CouncilPicture,
  change: {
    compositionId: string | null;
    change: 'joins' | 'leaves' | 'moves';
    office: MemberLine['office'];
  },
  language: Language,
) {
  const composition = council.compositions.find(({ id }) => id === change.compositionId);
  if (!composition) return null;
  const say = phrases[language];
  const about = {
    office: say.offices[change.office],
    council: escapeText(council.name),
    decision: decisionOf(composition, language),
    day: formatDay(composition.from),
    days: daysOf(composition, language),
  };
  const news = { joins: say.newsJoins, moves: say.newsMoves, leaves: say.newsLeaves };
  const text = news[change.change](about);
  return {
    text,
    blocks: [
      section(text),
      ...(change.change === 'leaves'
        ? []
        : [
            actions(
              'councils.seat',
              openCouncil.button(say.open, { councilId: council.id, last: false }),
            ),
          ]),
    ],
  };
}

function decisionOf(
  { number, decidedOn }: { number: string; decidedOn: Day },
  language: Language,
): string {
  const day = formatDay(decidedOn);
  return escapeText(phrases[language].decisionOf({ number, day }));
}

function daysOf({ from, to }: { from: Day; to: Day | null }, language: Language): string {
  return phrases[language].days({ from: formatDay(from), to: to && formatDay(to) });
}
