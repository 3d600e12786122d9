import type { KnownBlock } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { slackInstant } from '../../kernel/time.ts';
import {
  actions,
  clip,
  context,
  escapeText,
  header,
  inParts,
  section,
} from '../../slack/blocks.ts';
import { annulVoteButton } from '../annulment/annulment-controls.ts';
import { annulmentPhrases } from '../annulment/annulment-phrases.ts';
import { annulledBlocks } from '../annulment/annulment-views.ts';
import { sheetReceiptsButton, voteSheetButton } from '../ballots/controls.ts';
import { endVoteButton } from '../ballots/ending-controls.ts';
import { endingPhrases } from '../ballots/ending-phrases.ts';
import { exclusionPhrases } from '../ballots/exclusion-phrases.ts';
import { quorumSoFar, ruleBlock, thresholdName } from '../ballots/outcome-view.ts';
import { phrases as ballotPhrases } from '../ballots/phrases.ts';
import type { TurnoutRights } from '../ballots/turnout-rights.ts';
import { endedBlocks, stageOf } from '../ballots/views.ts';
import { papersButton } from '../papers/paper-controls.ts';
import { paperPhrases, standingText } from '../papers/paper-phrases.ts';
import { releasePhrases } from '../release/release-phrases.ts';
import { isWithheld } from '../tally.ts';
import { firstOpen } from './marks.ts';
import { sheetPhrases as phrases } from './sheet-phrases.ts';
import { namesFor, type SheetName, type SheetPicture } from './sheet-queries.ts';

/** Lines of results in one block of 3,000 characters. */
const LINES = 20;

interface Shown {
  language: Language;
  zone: string;
}

/** A member's card: the way to the sheet, then that they voted, at last the outcomes. */
export function sheetCardView(
  sheet: SheetPicture,
  reader: { personId: string; marked: string | null },
  { language, zone }: Shown,
): Rendered {
  const p = phrases[language];
  const own = namesFor(sheet, reader.personId);
  const { number, closed } = sheet;
  const voted = sheet.members.some((one) => one.personId === reader.personId && one.voted);
  const title = ballotPhrases[language].voteCardTitle({
    number,
    stage: stageOf({ voted, closed }),
  });
  const text = voted || closed ? escapeText(title) : p.sheetText({ number, count: own.length });
  const award = sheet.names[0]?.item.award?.[language];
  const awarded = award ? `${escapeText(award)} · ` : '';
  const heading = [
    header(title),
    section(
      `*${escapeText(sheet.councilName)}* · ${awarded}${p.groupLine({ count: sheet.names.length })}`,
    ),
  ];
  if (closed)
    return {
      text,
      blocks: [
        ...heading,
        ...resultBlocks(sheet, { language, zone }),
        ...(sheet.method === 'secret'
          ? [
              actions(
                'receipts',
                sheetReceiptsButton.button(ballotPhrases[language].receipts, { sheetId: sheet.id }),
              ),
            ]
          : []),
      ],
    };
  const until = `${ballotPhrases[language].deadline}: ${slackInstant(sheet.closesAt, zone)}`;
  if (voted) return { text, blocks: [...heading, section(p.sheetVoted), context(until)] };
  const done = reader.marked === null ? 0 : firstOpen(reader.marked);
  return {
    text,
    blocks: [
      ...heading,
      section(until),
      ...(own.length < sheet.names.length
        ? [section(p.sheetOwn({ count: sheet.names.length - own.length }))]
        : []),
      ...(done > 0 ? [section(p.sheetDraft({ done, of: own.length }))] : []),
      actions(
        'sheet',
        voteSheetButton.button(
          done > 0 ? p.voteSheetOn : p.voteSheet,
          { sheetId: sheet.id },
          { style: 'primary' },
        ),
      ),
      context(
        sheet.method === 'secret'
          ? ballotPhrases[language].methodSecretNote
          : ballotPhrases[language].methodOpenNote,
      ),
    ],
  };
}

/**
 * Turnout while a sheet is open, the outcomes afterwards; for who runs the council in private, with who has not voted
 * and what they may do.
 */
export function sheetTurnoutView(
  sheet: SheetPicture,
  { hidden, sees, runs }: TurnoutRights,
  { language, zone }: Shown,
): Rendered {
  const p = phrases[language];
  const about = section(
    `*${escapeText(sheet.councilName)}* · ${p.groupLine({ count: sheet.names.length })}`,
  );
  if (sheet.closed) {
    const annulment = annulmentPhrases[language];
    const annullable = runs && !sheet.annulled && decided(sheet);
    const knows = sheet.held && sheet.names.every(({ outcome }) => outcome);
    const buttons = [
      ...(knows
        ? [papersButton.button(paperPhrases[language].papers, { sittingId: sheet.sittingId })]
        : []),
      ...(sheet.method === 'secret'
        ? [sheetReceiptsButton.button(ballotPhrases[language].receipts, { sheetId: sheet.id })]
        : []),
      ...(annullable && !sheet.annulmentProposed
        ? [annulVoteButton.button(annulment.propose, { sheetId: sheet.id })]
        : []),
    ];
    const text = `${sheet.number}: ${sheetResult(sheet, language)}`;
    return {
      text,
      blocks: [
        header(sheet.number),
        about,
        ...resultBlocks(sheet, { language, zone }),
        ...(knows ? [context(releasePhrases[language].onlyYou)] : []),
        ...endedBlocks(sheet, { language, zone }),
        ...(annullable && sheet.annulmentProposed ? [context(annulment.proposalWaits)] : []),
        ...(buttons.length > 0 ? [actions('outcome', ...buttons)] : []),
      ],
    };
  }
  const until = `${ballotPhrases[language].deadline}: ${slackInstant(sheet.closesAt, zone)}`;
  if (hidden || (!sees && sheet.names.some(({ leaderExcluded }) => leaderExcluded))) {
    const { handedOver, turnoutHidden } = exclusionPhrases[language];
    const title = ballotPhrases[language].turnoutTitle(sheet);
    const said = section(hidden ? handedOver : `${turnoutHidden}\n${until}`);
    return { text: title, blocks: [header(title), about, said] };
  }
  const voted = sheet.members.filter((member) => member.voted).length;
  const waiting = sheet.members.filter((member) => !member.voted);
  const lines = [
    ballotPhrases[language].turnout({ voted, entitled: sheet.members.length }),
    quorumSoFar(sheet.quorum, language),
    until,
    ...(sees && waiting.length > 0
      ? [
          ballotPhrases[language].notVotedYet({
            names: waiting.map(({ name }) => escapeText(name)).join(', '),
          }),
        ]
      : []),
  ];
  return {
    text: `${ballotPhrases[language].turnoutTitle(sheet)}: ${voted}/${sheet.members.length}`,
    blocks: [
      header(ballotPhrases[language].turnoutTitle(sheet)),
      about,
      section(lines.join('\n')),
      context(
        `${ballotPhrases[language].choicesHidden}\n${sheet.method === 'secret' ? ballotPhrases[language].methodSecret : ballotPhrases[language].methodOpen}`,
      ),
      ...(runs
        ? [actions('end', endVoteButton.button(endingPhrases[language].end, { sheetId: sheet.id }))]
        : []),
    ],
  };
}

/** To who presides over names of a sheet in the place of a chair in conflict. */
export function sheetPresidingView(
  sheet: SheetPicture,
  personId: string,
  { language, zone }: Shown,
): Rendered {
  const own = sheet.names.filter(({ inChairsPlaceId }) => inChairsPlaceId === personId);
  if (own.length === 0) return null;
  const { number, councilName } = sheet;
  const text = ballotPhrases[language].youPreside({
    council: escapeText(councilName),
    item: `*${number}* – ${clip(own.map(({ item }) => titleOf(item)).join(', '), 2000)}`,
    until: slackInstant(sheet.closesAt, zone),
  });
  return { text, blocks: [section(text)] };
}

/** To who is excluded from all of it: that there is a vote, and why they have none. */
export function sheetExclusionView(
  sheet: SheetPicture,
  personId: string,
  { language }: Shown,
): Rendered {
  const whys = [...new Set(sheet.names.flatMap(({ excluded }) => excluded.get(personId) ?? []))];
  if (whys.length === 0) return null;
  const lines = whys.map((why) => {
    const own = sheet.names.filter(({ excluded }) => excluded.get(personId) === why);
    const names = clip(own.map(({ item }) => titleOf(item)).join(', '), 2000);
    return exclusionPhrases[language].texts[why]({ item: `*${sheet.number}* – ${names}` });
  });
  return { text: lines.join('\n'), blocks: lines.map((line) => section(line)) };
}

/** Whether it decided on any name. */
function decided({ names }: SheetPicture): boolean {
  return names.some(({ outcome }) => outcome && outcome.result !== 'no_quorum');
}

function sheetResult(sheet: SheetPicture, language: Language): string {
  const { names, annulled, number } = sheet;
  if (annulled) return annulmentPhrases[language].annulledHeadline({ number }).replaceAll('*', '');
  if (names.some(({ outcome }) => !outcome))
    return releasePhrases[language].countedHeadline({ number }).replaceAll('*', '');
  if (!decided(sheet)) return ballotPhrases[language].noQuorum({ number }).replaceAll('*', '');
  const passed = names.filter(({ outcome }) => outcome?.result === 'passed').length;
  return phrases[language].sheetResult({ passed, of: names.length }).replaceAll('*', '');
}

function resultBlocks(sheet: SheetPicture, { language, zone }: Shown): KnownBlock[] {
  const p = phrases[language];
  const { names, method, rule, annulled, minutes } = sheet;
  if (names.every(({ outcome }) => !outcome))
    return [
      ...annulledBlocks(annulled, sheet, { language, zone }),
      section(releasePhrases[language].counted),
    ];
  const held = names.some(({ outcome }) => !outcome);
  const lines = names.map((name, index) => resultLine(name, index + 1, method, language));
  return [
    ...annulledBlocks(sheet.annulled, sheet, { language, zone }),
    ...(sheet.annulled ? [] : [section(`*${sheetResult(sheet, language)}*`)]),
    ...inParts(lines, LINES).map((part) => section(part.join('\n'))),
    ...(annulled
      ? []
      : [
          ...(held ? [section(releasePhrases[language].counted)] : []),
          // Where too few voted on every name there is nothing that signed minutes would make final.
          ...(!held && decided(sheet) ? [context(standingText(minutes, language))] : []),
        ]),
    context(p.sheetThreshold({ threshold: thresholdName(rule.threshold, language) })),
    ruleBlock(rule, language),
  ];
}

function resultLine(
  { item, outcome }: SheetName,
  place: number,
  method: SheetPicture['method'],
  language: Language,
): string {
  const p = phrases[language];
  const title = titleOf(item);
  if (!outcome) return p.sheetHeld({ place, title });
  if (outcome.result === 'no_quorum') return p.sheetFewVoted({ place, title, ...outcome.quorum });
  const mark = outcome.result === 'passed' ? ':white_check_mark:' : ':x:';
  if (isWithheld(outcome, method)) return p.sheetWithheld({ mark, place, title });
  const { agree, base, missing } = outcome;
  return p.sheetLine({ mark, place, title, agree, base: base.size, missing });
}

export function titleOf({ title, unitName }: SheetName['item']): string {
  return escapeText(clip(unitName ? `${title} (${unitName})` : title, 110));
}
