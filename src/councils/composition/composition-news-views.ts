import type { KnownBlock } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { formatDay } from '../../kernel/time.ts';
import { actions, context, divider, escapeText, section } from '../../slack/blocks.ts';
import { openCouncil, openCouncils } from './composition-controls.ts';
import { compositionPhrases as phrases } from './composition-phrases.ts';
import type { CouncilPicture, MemberLine } from './composition-queries.ts';
import { daysOf, decisionOf } from './composition-views.ts';
import type { CouncilStanding } from './standing-queries.ts';

/** The rest is in the modal behind the button. */
const HOME_MOST = 5;
const HOME_PROBLEMS_MOST = 4;

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

/** What a substitute is told of what they are named for; null when the member's seat was taken back meanwhile. */
export function substituteNewsView(
  council: CouncilPicture,
  change: { memberId: string; change: 'named' | 'ended'; number: string; from: string },
  language: Language,
) {
  const members = council.compositions.flatMap((one) => one.members);
  const member = members.find(({ memberId }) => memberId === change.memberId);
  if (!member) return null;
  const say = phrases[language];
  const about = {
    member: escapeText(member.name),
    council: escapeText(council.name),
    number: escapeText(change.number),
    day: formatDay(change.from),
  };
  const text =
    change.change === 'named' ? say.newsSubstituteNamed(about) : say.newsSubstituteEnded(about);
  return { text, blocks: [section(text)] };
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
