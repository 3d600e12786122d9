import type { KnownBlock } from '@slack/types';
import type { decisionButton, viewButton } from '../../initiatives/controls.ts';
import { outcomeLine } from '../../initiatives/scoring/score-line.ts';
import type { StandingOutcome } from '../../initiatives/scoring/scoring-queries.ts';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { slackInstant } from '../../kernel/time.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import {
  actions,
  confirmation,
  context,
  escapeText,
  fields,
  header,
  quote,
  section,
} from '../../slack/blocks.ts';
import { annulVoteButton } from '../annulment/annulment-controls.ts';
import { annulmentPhrases } from '../annulment/annulment-phrases.ts';
import { annulledBlocks } from '../annulment/annulment-views.ts';
import type { NameJudgements } from '../names/judge-names.ts';
import { judgedAtBlocks, nameBlock } from '../names/name-views.ts';
import { papersButton } from '../papers/paper-controls.ts';
import { paperPhrases, standingText } from '../papers/paper-phrases.ts';
import { releasePhrases } from '../release/release-phrases.ts';
import { type Choice, leaderInConflict } from '../rules.ts';
import { itemName, itemNameText, itemTitled } from '../sittings/item-name.ts';
import { agreeButton, disagreeButton, otherButton, receiptsButton } from './controls.ts';
import { endVoteButton } from './ending-controls.ts';
import { endingPhrases } from './ending-phrases.ts';
import { exclusionPhrases } from './exclusion-phrases.ts';
import { excludedLines } from './exclusion-views.ts';
import { outcomeBlocks, outcomeHeadline, quorumSoFar } from './outcome-view.ts';
import { phrases } from './phrases.ts';
import type { BallotPicture } from './queries.ts';
import type { TurnoutRights } from './turnout-rights.ts';

/** Buttons of the initiatives' folder that stand on a council's cards. */
export interface InitiativeButtons {
  view: typeof viewButton;
  decision: typeof decisionButton;
}

export interface CardContext {
  language: Language;
  zone: string;
  buttons: InitiativeButtons;
  rulebook: Rulebook;
}

const ESSENCE_SHOWN = 600;

/** A member's paper: before the vote with buttons, then what became of it. */
export function voteCardView(
  ballot: BallotPicture,
  voter: {
    personId: string;
    ownChoice: Choice | null;
    /** The outcome of the council's scoring, if this voter may read it. */
    score: StandingOutcome | null;
    /** How who is nominated stands with the title, as far as this voter may know. */
    judgements: NameJudgements;
  },
  { language, zone, buttons, rulebook }: CardContext,
): Rendered {
  const p = phrases[language];
  const { item } = ballot;
  const shown = { language, zone, rulebook };
  const voted = ballot.roll.some((entry) => entry.personId === voter.personId && entry.voted);
  const closed = ballot.closedAt !== null;
  const ballotId = ballot.id;
  const name = `*${escapeText(item.title)}*`;
  const choose = (choice: Choice) => ({
    confirm: confirmation({
      title: p.confirmTitle,
      text: p.confirmText({ choice: p[choice], number: itemName(item) }),
      confirm: p.castIt,
      deny: p.goBack,
    }),
  });
  const paper: KnownBlock[] = [
    ...(voter.score ? [section(outcomeLine(voter.score, language))] : []),
    fields([
      ...(item.initiative ? [[p.authors, authorNames(item.initiative)] as const] : []),
      ...(item.award ? [[p.award, escapeText(item.award[language])] as const] : []),
      ...(item.unitName ? [[p.unit, escapeText(item.unitName)] as const] : []),
      [p.deadline, slackInstant(ballot.closesAt, zone)],
    ]),
    ...(item.initiative ? [quote(item.initiative.essence.slice(0, ESSENCE_SHOWN))] : []),
    actions(
      'vote',
      // All look alike: a paper recommends no choice.
      agreeButton.button(p.agree, { ballotId }, choose('agree')),
      disagreeButton.button(p.disagree, { ballotId }, choose('disagree')),
      // In an open ballot the next step is a form, which is confirmation enough.
      otherButton.button(p.other, { ballotId }, ballot.method === 'secret' ? choose('other') : {}),
      ...(item.initiative
        ? [buttons.view.button(viewLabel[language], { initiativeId: item.initiative.id })]
        : []),
    ),
    context(ballot.method === 'secret' ? p.methodSecretNote : p.methodOpenNote),
  ];
  const done = voter.ownChoice ? p.youVotedAs({ choice: p[voter.ownChoice] }) : p.youVoted;
  const after: KnownBlock[] = closed
    ? [
        section(voted ? done : p.youDidNotVote),
        ...annulledBlocks(ballot.annulled, { number: itemNameText(item) }, { language, zone }),
        ...toldBlocks(ballot, language),
        ...(ballot.method === 'secret' && voted
          ? [actions('receipts', receiptsButton.button(p.receipts, { ballotId }))]
          : []),
      ]
    : [section(done), context(`${p.deadline}: ${slackInstant(ballot.closesAt, zone)}`)];
  const title = p.voteCardTitle({ number: itemName(item), stage: stageOf({ voted, closed }) });
  return {
    // What is read where blocks are not: who has voted is not asked to.
    text: voted || closed ? escapeText(title) : p.voteCardText({ item: itemTitled(item) }),
    blocks: [
      header(title),
      ...(voted || closed
        ? [section(name), ...after]
        : [
            nameBlock(name, ballot.subject.id, voter.judgements, shown),
            ...judgedAtBlocks(voter.judgements, shown),
            ...paper,
          ]),
    ],
  };
}

/** How far a vote is for one member. */
export function stageOf({ voted, closed }: { voted: boolean; closed: boolean }) {
  if (closed) return 'closed';
  return voted ? 'voted' : 'open';
}

/** What came of a closed ballot and whether it is final, or that it is kept. */
function toldBlocks(ballot: BallotPicture, language: Language): KnownBlock[] {
  const { outcome, item } = ballot;
  if (!outcome) return [section(releasePhrases[language].counted)];
  return [
    ...outcomeBlocks({ ...ballot, outcome }, { number: itemNameText(item) }, language),
    ...standingBlocks(ballot, language),
  ];
}

/** By which signed minutes an outcome is final, or that it waits for them. */
function standingBlocks(
  { outcome, annulled, minutes }: Pick<BallotPicture, 'outcome' | 'annulled' | 'minutes'>,
  language: Language,
): KnownBlock[] {
  if (!outcome || annulled || outcome.result === 'no_quorum') return [];
  return [context(standingText(minutes, language))];
}

const viewLabel: Record<Language, string> = { vi: 'Xem hồ sơ', en: 'View the file' };

/**
 * Turnout while the ballot is open, outcome afterwards; for who runs the council in private, with who has not voted
 * and what they may do.
 */
export function turnoutView(
  ballot: BallotPicture,
  { hidden, sees, runs, records }: TurnoutRights,
  cardContext: CardContext,
): Rendered {
  const { language, zone } = cardContext;
  const p = phrases[language];
  const { item, outcome } = ballot;
  const entitled = ballot.roll.filter((entry) => !entry.excluded);
  const casting = entitled.filter((entry) => entry.casts);
  const absent = entitled.filter((entry) => !entry.casts);
  const standIns = ballot.roll.flatMap(({ name, standsInFor }) =>
    standsInFor ? [p.standsIn({ name: escapeText(name), member: escapeText(standsInFor) })] : [],
  );
  const roll = context(
    [
      p.rollMark({
        total: ballot.roll.length,
        entitled: entitled.length,
        hash: ballot.rollHash.slice(0, 16),
      }),
      ...excludedLines(ballot.roll, { inPrivate: sees, language }),
      ...(ballot.inChairsPlace
        ? [p.inChairsPlace({ name: escapeText(ballot.inChairsPlace) })]
        : []),
      ...standIns,
      ...(absent.length > 0 ? [p.absentNames({ names: names(absent) })] : []),
      ballot.method === 'secret' ? p.methodSecret : p.methodOpen,
    ].join('\n'),
  );
  const subject = section(`${itemTitled(item)}\n${escapeText(ballot.councilName)}`);
  const title = p.turnoutTitle({ number: itemName(item) });
  if (ballot.closedAt) {
    const kept = ballot.held && outcome !== null ? [context(releasePhrases[language].onlyYou)] : [];
    return {
      text:
        item.kind === 'other'
          ? headline(ballot, language)
          : `${headline(ballot, language)} – ${escapeText(item.title)}`,
      blocks: [
        subject,
        ...annulledBlocks(ballot.annulled, { number: itemNameText(item) }, { language, zone }),
        ...toldBlocks(ballot, language),
        ...kept,
        ...decisionBlocks(ballot, language),
        ...endedBlocks(ballot, { language, zone }),
        roll,
        ...outcomeActions(ballot, { runs, records }, cardContext),
      ],
    };
  }
  const until = `${p.deadline}: ${slackInstant(ballot.closesAt, zone)}`;
  if (hidden || (!sees && leaderInConflict(ballot.roll))) {
    const { handedOver, turnoutHidden } = exclusionPhrases[language];
    return {
      text: escapeText(title),
      blocks: [
        header(title),
        subject,
        ...(hidden ? [section(handedOver)] : [section(`${turnoutHidden}\n${until}`), roll]),
      ],
    };
  }
  const waiting = casting.filter((entry) => !entry.voted);
  const voted = casting.length - waiting.length;
  const lines = [
    `${bar(voted, casting.length)}  ${p.turnout({ voted, entitled: casting.length })}`,
    quorumSoFar(ballot.quorum, language),
    until,
  ];
  if (sees && waiting.length > 0) lines.push(p.notVotedYet({ names: names(waiting) }));
  return {
    text: `${escapeText(title)}: ${voted}/${casting.length}`,
    blocks: [
      header(title),
      subject,
      section(lines.join('\n')),
      context(p.choicesHidden),
      roll,
      ...(runs
        ? [
            actions(
              'end',
              endVoteButton.button(endingPhrases[language].end, { ballotId: ballot.id }),
            ),
          ]
        : []),
    ],
  };
}

/** The outcome in one line, or that it is annulled. */
function headline({ outcome, annulled, item }: BallotPicture, language: Language): string {
  const subject = { number: itemNameText(item) };
  if (annulled) return annulmentPhrases[language].annulledHeadline(subject);
  return outcome
    ? outcomeHeadline(outcome, subject, language)
    : releasePhrases[language].countedHeadline(subject);
}

/** Who closed it before its deadline. */
export function endedBlocks(
  { endedByName, closesAt }: { endedByName: string | null; closesAt: Date },
  { language, zone }: { language: Language; zone: string },
): KnownBlock[] {
  if (!endedByName) return [];
  const when = slackInstant(closesAt, zone);
  return [context(endingPhrases[language].endedBy({ name: escapeText(endedByName), when }))];
}

function decisionBlocks({ item }: BallotPicture, language: Language): KnownBlock[] {
  const decision = item.initiative?.decision;
  if (!decision) return [];
  const { kind, number } = decision;
  return [section(phrases[language].decidedBy({ kind, number: escapeText(number) }))];
}

function outcomeActions(
  ballot: BallotPicture,
  { runs, records }: Pick<TurnoutRights, 'runs' | 'records'>,
  { language, buttons }: CardContext,
): KnownBlock[] {
  const p = phrases[language];
  const { initiative } = ballot.item;
  const result = ballot.outcome?.result;
  const decided = Boolean(initiative?.decision);
  const annulment = annulmentPhrases[language];
  const annullable =
    runs && !decided && !ballot.annulled && result !== undefined && result !== 'no_quorum';
  const label = result === 'passed' ? p.recordRecognition : p.recordRefusal;
  const elements = [
    ...(ballot.held && result
      ? [papersButton.button(paperPhrases[language].papers, { sittingId: ballot.sittingId })]
      : []),
    ...(records &&
    initiative &&
    !decided &&
    !ballot.held &&
    !ballot.annulled &&
    result !== 'no_quorum'
      ? [
          buttons.decision.button(
            label,
            { initiativeId: initiative.id, ballotId: ballot.id },
            { style: 'primary' },
          ),
        ]
      : []),
    ...(ballot.method === 'secret'
      ? [receiptsButton.button(p.receipts, { ballotId: ballot.id })]
      : []),
    ...(annullable && !ballot.annulmentProposed
      ? [annulVoteButton.button(annulment.propose, { ballotId: ballot.id })]
      : []),
  ];
  return [
    ...(annullable && ballot.annulmentProposed ? [context(annulment.proposalWaits)] : []),
    ...(elements.length > 0 ? [actions('outcome', ...elements)] : []),
  ];
}

/** To a member who has no part in an item: why. */
export function exclusionView(
  ballot: BallotPicture,
  reader: { personId: string | null },
  { language }: CardContext,
): Rendered {
  const entry = ballot.roll.find(({ personId }) => personId === reader.personId);
  const say = exclusionPhrases[language].texts[entry?.excluded ?? 'author'];
  const text = say({ item: itemTitled(ballot.item) });
  return { text, blocks: [section(text)] };
}

/** To who presides over an item in the place of a chair in conflict. */
export function presidingView(ballot: BallotPicture, { language, zone }: CardContext): Rendered {
  const about = { council: escapeText(ballot.councilName), item: itemTitled(ballot.item) };
  const until = slackInstant(ballot.closesAt, zone);
  const text = phrases[language].youPreside({ ...about, until });
  return { text, blocks: [section(text)] };
}

/** To an author, after the close. */
export function outcomeToAuthorView(
  ballot: BallotPicture,
  { language, zone }: CardContext,
): Rendered {
  if (!ballot.outcome || ballot.held) return null;
  const p = phrases[language];
  const subject = { number: ballot.item.number, title: escapeText(ballot.item.title) };
  const say = {
    passed: p.toAuthorPassed,
    not_passed: p.toAuthorNotPassed,
    no_quorum: p.toAuthorNoQuorum,
  }[ballot.outcome.result];
  const text = say(subject);
  return {
    text,
    blocks: [
      ...annulledBlocks(ballot.annulled, subject, { language, zone }),
      section(text),
      ...outcomeBlocks({ ...ballot, outcome: ballot.outcome }, subject, language),
      ...standingBlocks(ballot, language),
    ],
  };
}

function authorNames({ authors }: NonNullable<BallotPicture['item']['initiative']>): string {
  return authors.map((author) => `${escapeText(author.name)} (${author.share}%)`).join(', ');
}

function names(entries: readonly { name: string }[]): string {
  return entries.map((entry) => escapeText(entry.name)).join(', ');
}

const BAR_LENGTH = 10;

function bar(part: number, whole: number): string {
  const full = whole === 0 ? 0 : Math.floor((part * BAR_LENGTH) / whole);
  return '▰'.repeat(full) + '▱'.repeat(BAR_LENGTH - full);
}
