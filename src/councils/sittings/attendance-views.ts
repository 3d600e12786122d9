import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { slackInstant } from '../../kernel/time.ts';
import type { VotingRule } from '../../rulebook/rules.ts';
import {
  actions,
  clip,
  context,
  escapeText,
  header,
  inParts,
  input,
  option,
  plain,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import {
  comingButton,
  minutesButtons,
  regretsButton,
  regretsModal,
  rollCallButton,
  rollCallModal,
  writtenButton,
} from '../ballots/controls.ts';
import { phrases as ballotPhrases } from '../ballots/phrases.ts';
import { votesNeeded } from '../tally.ts';
import type { Attendee, RollCalled } from './attendance.ts';
import { standingBlocks } from './changes/change-views.ts';
import { conflictsButton } from './conflict-controls.ts';
import { conflictPhrases } from './conflict-phrases.ts';
import type { DeclaredConflict } from './declared-conflicts.ts';
import { itemName } from './item-name.ts';
import { sittingPhrases as phrases } from './sitting-phrases.ts';
import type { SittingPicture } from './sitting-queries.ts';
import type { WrittenOpinions } from './written-opinions.ts';

/** A menu holds so many. */
const MENU = 100;
/** A note names so many items. */
const NAMED = 15;

interface Shown {
  language: Language;
  zone: string;
}

/** A member's invitation: when, where, what, and whether they come. */
export function invitationView(
  sitting: SittingPicture,
  reader: {
    own: Attendee;
    agenda: readonly KnownBlock[];
    /** Substitutes vote, by the rule. */
    votes: boolean;
    written: WrittenOpinions;
  },
  { language, zone }: Shown,
): Rendered {
  const p = phrases[language];
  const { own, agenda, votes, written } = reader;
  const note = writtenText(written, language);
  const { standsInFor } = own;
  const when = slackInstant(sitting.startsAt, zone);
  const about = { sittingId: sitting.id };
  const answered = own.answer
    ? [section(`${p.answers[own.answer]}${own.reason ? `: ${escapeText(own.reason)}` : ''}`)]
    : [];
  const buttons = [
    ...(own.answer === 'coming'
      ? []
      : [comingButton.button(p.answerComing, about, own.answer ? {} : { style: 'primary' })]),
    ...(own.answer === 'regrets' ? [] : [regretsButton.button(p.answerRegrets, about)]),
    ...(own.answer === 'written' || standsInFor
      ? []
      : [writtenButton.button(p.answerWritten, about)]),
  ];
  if (sitting.calledOff)
    return {
      text: p.invitationText({ council: escapeText(sitting.councilName) }),
      blocks: [
        header(p.invitationTitle),
        section(
          `*${escapeText(sitting.councilName)}*\n${p.sittingWhen({ when, place: escapeText(sitting.place) })}`,
        ),
        ...standingBlocks(sitting, language),
      ],
    };
  return {
    text: p.invitationText({ council: escapeText(sitting.councilName) }),
    blocks: [
      header(p.invitationTitle),
      section(
        `*${escapeText(sitting.councilName)}*\n${p.sittingWhen({ when, place: escapeText(sitting.place) })}`,
      ),
      ...(standsInFor ? [section(p.inPlaceOf({ name: escapeText(standsInFor.name), votes }))] : []),
      ...agenda,
      ...(own.attendance ? [section(p.found[own.attendance])] : answered),
      ...((own.attendance ?? own.answer) === 'written' ? [section(note)] : []),
      actions(
        'invitation',
        ...(own.attendance ? [] : buttons),
        conflictsButton.button(conflictPhrases[language].declare, about),
      ),
      ...(own.attendance || own.answer === 'written' || standsInFor ? [] : [context(note)]),
    ],
  };
}

/** Which items a written opinion counts on, and by which rule it does not on others; in mrkdwn. */
export function writtenText(written: WrittenOpinions, language: Language): string {
  const { unverified } = ballotPhrases[language];
  const names = (list: readonly string[]) =>
    escapeText(clip(list.slice(0, NAMED).join(', '), 600)) + (list.length > NAMED ? ', …' : '');
  const rules = written.sources.map(
    ({ source, verified }) => `${escapeText(source)}${verified ? '' : ` (${unverified})`}`,
  );
  return phrases[language].writtenNote({
    counted: names(written.counted),
    notCounted: names(written.notCounted),
    rules: rules.join('; '),
  });
}

/** To a substitute whose member comes after all, or who is not named for them any more. */
export function seatReturnedView(
  sitting: SittingPicture,
  member: string,
  language: Language,
): Rendered {
  const council = escapeText(sitting.councilName);
  const text = phrases[language].seatReturned({ council, name: escapeText(member) });
  return { text, blocks: [section(text)] };
}

/** @param earlier their reason before the sitting was moved */
export function regretsView(
  { sittingId, earlier }: { sittingId: string; earlier: string | null },
  language: Language,
): ModalView {
  const p = phrases[language];
  return regretsModal.view({
    title: p.answerRegrets,
    submit: p.sendAnswer,
    close: p.cancel,
    metadata: { sittingId },
    blocks: [
      input('reason', p.regretsReason, {
        type: 'plain_text_input',
        multiline: true,
        max_length: 500,
        ...(earlier ? { initial_value: earlier } : {}),
      }),
    ],
  });
}

/** What the secretary reads on the card of a sitting: answers, or the roll-call with its quorum. */
export function attendanceBlocks(
  sittingId: string,
  content: {
    attendees: readonly Attendee[];
    /** What members declared about items of which the reader may know it. */
    declared: readonly DeclaredConflict[];
    /** Some ballot is counted; and something passed, or its result is held. */
    counted: boolean;
    passed: boolean;
  },
  rule: Pick<VotingRule, 'quorum' | 'substitutes'>,
  language: Language,
): KnownBlock[] {
  const { attendees, declared, counted, passed } = content;
  const offered = { sitting: true, count: counted, decision: passed };
  const p = phrases[language];
  const names = (list: readonly Attendee[]) => list.map(({ name }) => escapeText(name)).join(', ');
  const line = (label: string, list: readonly Attendee[]) =>
    list.length > 0 ? [`${label} (${list.length}): ${names(list)}`] : [];
  const answered = (answer: Attendee['answer']) => attendees.filter((one) => one.answer === answer);
  const found = (attendance: Attendee['attendance']) =>
    attendees.filter((one) => one.attendance === attendance);
  const called = attendees.some(({ attendance }) => attendance);
  const { num, den } = rule.quorum;
  const needed = votesNeeded({ op: '>=', num, den }, attendees.length);
  const standIns = attendees.flatMap(({ name, standIn }) =>
    standIn?.asked ? [{ ...standIn, member: name }] : [],
  );
  const came = standIns.filter(({ attendance }) => attendance === 'present');
  // Of a substitute who does not vote the seat counts as absent.
  const present = found('present').length + (rule.substitutes.vote ? came.length : 0);
  const standInLine = (one: (typeof standIns)[number]) =>
    p.standInLine({ name: escapeText(one.name), member: escapeText(one.member) });
  const lines = called
    ? [
        p.rollCallLine({ present, total: attendees.length, needed, met: present >= needed }),
        ...line(p.foundWritten, found('written')),
        ...line(p.foundAbsent, found('absent')),
        ...came.map(standInLine),
        ...(came.length > 0 && !rule.substitutes.vote ? [p.standInsDoNotVote] : []),
      ]
    : [
        ...line(p.saysComing, answered('coming')),
        ...answered('regrets').map(
          ({ name, reason }) =>
            `${p.saysRegrets}: ${escapeText(name)} – ${escapeText(reason ?? '')}`,
        ),
        ...standIns.map(
          (one) =>
            `${standInLine(one)} (${p.standInAnswers[one.answer ?? 'none']}${one.reason ? `: ${escapeText(one.reason)}` : ''})`,
        ),
        ...line(p.saysWritten, answered('written')),
        ...line(
          p.saysNothing,
          answered(null).filter(({ earlierReason }) => !earlierReason),
        ),
        ...answered(null).flatMap(({ name, earlierReason }) =>
          earlierReason
            ? [p.saidRegrets({ name: escapeText(name), reason: escapeText(earlierReason) })]
            : [],
        ),
      ];
  const conflicts = [...new Set(declared.map(({ personId }) => personId))].map((personId) => {
    const own = declared.filter((one) => one.personId === personId);
    const items = own.map(({ item }) =>
      escapeText(item.kind === 'nomination' ? `${item.title} (${item.number})` : itemName(item)),
    );
    return conflictPhrases[language].onCard({
      name: escapeText(own[0]?.name ?? ''),
      items: clip(items.join(', '), 400),
    });
  });
  return [
    ...inParts([...lines, ...conflicts], 12).map((part) => section(clip(part.join('\n'), 2900))),
    actions(
      'roll_call',
      rollCallButton.button(called ? p.rollCallAgain : p.rollCall, { sittingId }),
      ...minutesButtons.flatMap(({ name, button }) =>
        offered[name] ? [button.button(p.minutesNames[name], { sittingId })] : [],
      ),
    ),
    ...(counted ? [] : [context(p.minutesLater)]),
  ];
}

/** What was recorded, in figures; the card of the sitting has the names. */
export function rollCalledView(
  sittingId: string,
  called: RollCalled,
  language: Language,
): ModalView {
  const p = phrases[language];
  return readingModal({ title: p.rollCall, close: p.close }, [
    section(p.rollCalled(called)),
    ...(called.open > 0 ? [section(p.openKeepRoll({ count: called.open }))] : []),
    actions('roll_call', rollCallButton.button(p.rollCallAgain, { sittingId })),
  ]);
}

export function rollCallView(
  sittingId: string,
  attendees: readonly Attendee[],
  language: Language,
): ModalView {
  const p = phrases[language];
  const options = attendees
    .slice(0, MENU)
    .map(({ personId, name, office }) => option(name, personId, p.offices[office]));
  const chosen = (is: (one: Attendee) => boolean) => {
    const ids = new Set(attendees.filter(is).map(({ personId }) => personId));
    const initial = options.filter(({ value }) => ids.has(value ?? ''));
    return initial.length > 0 ? { initial_options: initial } : {};
  };
  const called = attendees.some(({ attendance }) => attendance);
  const standIns = attendees.flatMap(({ name, standIn }) => {
    if (!standIn) return [];
    const there = called ? standIn.attendance === 'present' : standIn.answer === 'coming';
    return [{ ...standIn, there: standIn.asked && there, member: name }];
  });
  const standInOption = ({ personId, name, member }: (typeof standIns)[number]) =>
    option(name, personId, p.standInOption({ member }));
  const there = standIns.filter((one) => one.there).map(standInOption);
  return rollCallModal.view({
    title: p.rollCall,
    submit: p.saveRollCall,
    close: p.cancel,
    metadata: { sittingId },
    blocks: [
      input(
        'present',
        p.present,
        {
          type: 'multi_static_select',
          options,
          placeholder: plain(p.present),
          ...chosen((one) => (called ? one.attendance === 'present' : one.answer === 'coming')),
        },
        { optional: true },
      ),
      input(
        'written',
        p.foundWritten,
        {
          type: 'multi_static_select',
          options,
          placeholder: plain(p.foundWritten),
          ...chosen((one) => (called ? one.attendance === 'written' : one.answer === 'written')),
        },
        { optional: true },
      ),
      ...(standIns.length > 0
        ? [
            input(
              'standIns',
              p.standInsPresent,
              {
                type: 'multi_static_select' as const,
                options: standIns.slice(0, MENU).map(standInOption),
                placeholder: plain(p.standInsPresent),
                ...(there.length > 0 ? { initial_options: there } : {}),
              },
              { optional: true, hint: p.standInsHint },
            ),
          ]
        : []),
      context(p.rollCallNote),
    ],
  });
}
