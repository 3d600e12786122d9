import type { KnownBlock, ModalView } from '@slack/types';
import type { ScoringExclusion } from '../../councils/rules.ts';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import type { Day } from '../../kernel/time.ts';
import {
  actions,
  clip,
  confirmation,
  context,
  escapeText,
  header,
  input,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { viewButton } from '../controls.ts';
import type { Panel } from './draw-panel.ts';
import type { SavedScorecard } from './save-scorecard.ts';
import { scoreResultPhrases as results } from './score-result-phrases.ts';
import { memberScoresBlocks, outcomeBlocks } from './score-result-views.ts';
import { mostOf, totalOf } from './score-tally.ts';
import {
  closeScoringButton,
  conflictButton,
  scoreButton,
  scoreFileButton,
  scoreSheetsButton,
  scoresButton,
  stopScoringButton,
  stopScoringModal,
} from './scoring-controls.ts';
import { scoringPhrases as phrases } from './scoring-phrases.ts';
import type { OwnScorecard, ScoringPicture, SentScores } from './scoring-queries.ts';

const ESSENCE_SHOWN = 600;

type Initiative = Pick<ScoringPicture['initiative'], 'number' | 'title'>;

function subject({ number, title }: Initiative) {
  return { number, title: escapeText(title) };
}

/** A member's card: first the invitation, then how their scorecard stands, at last the outcome. */
export function invitationCard(
  scoring: ScoringPicture,
  reader: { personId: string; own: OwnScorecard | null },
  language: Language,
): Rendered {
  const say = phrases[language];
  const { id, initiative, lastDay, panel, state } = scoring;
  const about = subject(initiative);
  const seat = panel.find(({ personId }) => personId === reader.personId);
  if (!seat) return null;
  if (seat.excluded) return exclusionCard(scoring, reader, language);
  if (state === 'cancelled') return cancelledCard(scoring, language);
  const title = section(`*${escapeText(initiative.title)}*`);
  if (state === 'closed') {
    return {
      text: results[language].text(about),
      blocks: [
        header(results[language].title(initiative)),
        title,
        ...outcomeBlocks(scoring, language),
        actions(
          'scores',
          scoresButton.button(results[language].details, { scoringId: id }),
          ...(seat.sentAt
            ? [scoreSheetsButton.button(results[language].downloadOwn, { scoringId: id })]
            : []),
          viewButton.button(say.viewFile, { initiativeId: initiative.id }),
        ),
      ],
    };
  }
  const { own } = reader;
  const total = own
    ? { total: totalOf(scoring.sheet, own.points), most: mostOf(scoring.sheet) }
    : null;
  const seeScores = scoresButton.button(
    say.seeScores,
    { scoringId: id },
    own?.lookedAt
      ? {}
      : {
          confirm: confirmation({
            title: say.seeScoresTitle,
            text: say.seeScoresText,
            confirm: say.seeThem,
            deny: say.notNow,
          }),
        },
  );
  const view = viewButton.button(say.viewFile, { initiativeId: initiative.id });
  const fill = (label: string) =>
    scoreButton.button(label, { scoringId: id }, own?.sentAt ? {} : { style: 'primary' });
  const standing: KnownBlock[] =
    own?.sentAt && total
      ? [
          section(own.lookedAt ? say.fixedStands(total) : say.sentStands({ ...total, lastDay })),
          actions('scorecard', ...(own.lookedAt ? [] : [fill(say.correct)]), seeScores, view),
        ]
      : [
          section(say.until({ lastDay })),
          quote(clip(initiative.essence, ESSENCE_SHOWN)),
          ...(own && total
            ? [
                section(
                  say.draftStands({
                    ...total,
                    done: Object.keys(own.points).length,
                    of: scoring.sheet.criteria.length,
                  }),
                ),
              ]
            : []),
          actions(
            'scorecard',
            fill(own ? say.scoreOn : say.score),
            view,
            conflictButton.button(
              say.declareConflict,
              { scoringId: id },
              {
                confirm: confirmation({
                  title: say.declareTitle,
                  text: say.declareText,
                  confirm: say.declareIt,
                  deny: say.notNow,
                }),
              },
            ),
          ),
        ];
  return {
    text: say.inviteText(about),
    blocks: [
      header(say.inviteTitle(initiative)),
      title,
      ...standing,
      context(say.hiddenNote),
      sheetSource(scoring, language),
    ],
  };
}

function sheetSource({ sheet }: ScoringPicture, language: Language): KnownBlock {
  const { source, verified } = sheet;
  const about = { sheet: sheet.name[language], source: escapeText(source), verified };
  return context(phrases[language].sheetSource(about));
}

/** To an excluded member, or one in conflict since: why, and nothing of the scores, before or after. */
export function exclusionCard(
  scoring: ScoringPicture,
  reader: { personId: string; conflict?: ScoringExclusion | null },
  language: Language,
): Rendered {
  const say = phrases[language];
  const seat = scoring.panel.find(({ personId }) => personId === reader.personId);
  const excluded = seat?.excluded ?? reader.conflict;
  if (!seat || !excluded) return null;
  const why = say.excluded(excluded);
  const text = say.exclusionText({ ...subject(scoring.initiative), why });
  return { text, blocks: [section(text)] };
}

function cancelledCard(scoring: ScoringPicture, language: Language): Rendered {
  const text = cancelledText(scoring, language);
  return { text, blocks: [section(text)] };
}

function cancelledText({ initiative, stopReason }: ScoringPicture, language: Language): string {
  const say = phrases[language];
  if (stopReason === null) return say.cancelledText(subject(initiative));
  return say.stoppedText({ ...subject(initiative), reason: escapeText(stopReason) });
}

/** Asks why a scoring is stopped. */
export function stopView({ id, initiative }: ScoringPicture, language: Language): ModalView {
  const say = phrases[language];
  return stopScoringModal.view({
    title: say.stopScoring,
    submit: say.stopScoring,
    close: say.notNow,
    metadata: { scoringId: id },
    blocks: [
      section(`*${initiative.number}* – ${escapeText(initiative.title)}`),
      section(say.stopText),
      input(
        'reason',
        say.stopReason,
        { type: 'plain_text_input', multiline: true, max_length: 500 },
        { hint: say.stopReasonHint },
      ),
    ],
  });
}

export function reminderCard(
  scoring: ScoringPicture,
  { waits, sent }: { waits: boolean; sent: boolean },
  language: Language,
): Rendered {
  const say = phrases[language];
  const { id, initiative, lastDay } = scoring;
  if (!waits) {
    const done = say.reminderDone({ ...subject(initiative), sent });
    return { text: done, blocks: [section(done)] };
  }
  const text = say.reminder({ ...subject(initiative), lastDay });
  const score = scoreButton.button(say.score, { scoringId: id }, { style: 'primary' });
  return { text, blocks: [section(text), actions('scorecard', score)] };
}

/** The secretary's card: who has sent, never what; after the close the outcome. */
export function progressCard(scoring: ScoringPicture, language: Language): Rendered {
  const say = phrases[language];
  const { initiative, state } = scoring;
  if (state === 'cancelled') return cancelledCard(scoring, language);
  const closed = state === 'closed';
  const title = closed ? results[language].title(initiative) : say.progressTitle(initiative);
  return {
    text: closed ? results[language].text(subject(initiative)) : title,
    blocks: [header(title), ...progressBlocks(scoring, language)],
  };
}

function progressBlocks(scoring: ScoringPicture, language: Language): KnownBlock[] {
  const say = phrases[language];
  const { id, initiative, council, panel, lastDay, state } = scoring;
  const about = section(`*${escapeText(initiative.title)}*\n${escapeText(council.name)}`);
  if (state === 'closed') {
    return [
      about,
      ...outcomeBlocks(scoring, language),
      actions(
        'scores',
        scoresButton.button(results[language].details, { scoringId: id }),
        scoreSheetsButton.button(results[language].downloadSheets, { scoringId: id }),
        scoreFileButton.button(results[language].download, { scoringId: id }),
      ),
    ];
  }
  const scorers = panel.filter(({ excluded }) => !excluded);
  const sent = scorers.filter(({ sentAt }) => sentAt);
  const waiting = scorers.filter(({ sentAt }) => !sentAt);
  const close = closeScoringButton.button(
    say.closeScoring,
    { scoringId: id },
    {
      style: 'primary',
      confirm: confirmation({
        title: say.closeTitle,
        text: say.closeText,
        confirm: say.closeScoring,
        deny: say.notNow,
      }),
    },
  );
  return [
    about,
    section(
      [
        say.progressLine({ sent: sent.length, entitled: scorers.length }),
        ...(sent.length > 0 ? [say.sentNames({ names: namesOf(sent) })] : []),
        ...(waiting.length > 0 ? [say.waitingNames({ names: namesOf(waiting) })] : []),
      ].join('\n'),
    ),
    actions(
      'end_scoring',
      ...(waiting.length === 0 ? [close] : []),
      stopScoringButton.button(say.stopScoring, { scoringId: id }),
    ),
    context(
      [
        ...panel.flatMap(({ name, excluded }) =>
          excluded ? [say.whoDoesNot({ name: escapeText(name), why: excluded })] : [],
        ),
        say.closesItself({ lastDay }),
        say.notYetClosed,
      ].join('\n'),
    ),
    sheetSource(scoring, language),
  ];
}

function namesOf(entries: readonly { name: string }[]): string {
  return entries.map(({ name }) => escapeText(name)).join(', ');
}

export function progressView(scoring: ScoringPicture, language: Language): ModalView {
  const say = phrases[language];
  const { number } = scoring.initiative;
  const blocks =
    scoring.state === 'cancelled'
      ? [section(cancelledText(scoring, language))]
      : [section(`*${number}*`), ...progressBlocks(scoring, language)];
  return readingModal({ title: say.progress, close: say.close }, blocks);
}

/** After the opening: who scores and who does not. */
export function openedView(scoring: ScoringPicture, language: Language): ModalView {
  const say = phrases[language];
  const { initiative, council, sheet, lastDay, panel } = scoring;
  return {
    ...readingModal({ title: say.openedTitle, close: say.close }, [
      section(`*${initiative.number}* – ${escapeText(initiative.title)}`),
      section(
        say.planSummary({
          council: escapeText(council.name),
          sheet: sheet.name[language],
          lastDay,
        }),
      ),
      ...panelBlocks(panel, language),
    ]),
    clear_on_close: true,
  };
}

export function panelBlocks(
  members: Panel['members'] | ScoringPicture['panel'],
  language: Language,
) {
  const say = phrases[language];
  const scorers = members.filter(({ excluded }) => excluded === null);
  return [
    section(say.whoScores({ count: scorers.length, names: namesOf(scorers) })),
    ...members.flatMap(({ name, excluded }) =>
      excluded ? [section(say.whoDoesNot({ name: escapeText(name), why: excluded }))] : [],
    ),
    context(say.frozenNote),
  ];
}

/** The scores with names, for those who may read them. */
export function scoresView(
  scoring: ScoringPicture,
  scores: readonly SentScores[],
  language: Language,
): ModalView {
  const { scoresTitle } = results[language];
  return readingModal({ title: scoresTitle, close: phrases[language].close }, [
    section(`*${scoring.initiative.number}* – ${escapeText(scoring.initiative.title)}`),
    ...memberScoresBlocks(scoring, scores, language),
  ]);
}

/** What a member reads after saving. */
export function savedView(saved: SavedScorecard, lastDay: Day, language: Language): ModalView {
  const say = phrases[language];
  const text = saved.sent ? say.sentStands({ ...saved, lastDay }) : say.draftStands(saved);
  return {
    ...readingModal({ title: say.formTitle, close: say.close }, [section(text)]),
    clear_on_close: true,
  };
}
