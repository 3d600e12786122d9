import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../jobs/kinds.ts';
import { formatInstant, slackInstant } from '../kernel/time.ts';
import { ladder } from '../rulebook/rules.ts';
import {
  actions,
  confirmation,
  context,
  escapeText,
  inParts,
  input,
  option,
  quote,
  readingModal,
  section,
} from '../slack/blocks.ts';
import type { Answer } from '../slack/listeners.ts';
import {
  acceptList,
  downloadButtons,
  listModal,
  openList,
  returnList,
  returnListModal,
  submitListButton,
} from './controls.ts';
import type { SeasonCounts, UnitList } from './list-queries.ts';
import type { UnitListView } from './prepare-list.ts';
import { nameTitle } from './rules.ts';
import { seasonPhrases } from './season-phrases.ts';
import type { Shown } from './standing.ts';

/** A menu of checkboxes takes ten. */
const GROUP = 10;
/** Units below that are shown, with room for all the rest in a modal's hundred blocks. */
const MOST_BELOW = 40;

/** The list of a unit: how far it is, what waits for the reader, and what can be done with it. */
export function listView(view: UnitListView, shown: Shown): ModalView {
  const say = seasonPhrases[shown.language];
  const { unit, year, waiting, below } = view;
  const more = waiting.count - waiting.first.length;
  return listModal.view({
    title: say.listTitle,
    metadata: {},
    ...(waiting.first.length > 0 ? { submit: say.confirmChosen } : {}),
    close: say.close,
    blocks: [
      section(
        [
          say.listHeading({ unit: escapeText(unit.name), year }),
          countsLine(view.counts, shown),
          ...titleLines(view, shown),
        ].join('\n'),
      ),
      ...stateBlocks(view, shown),
      downloads(view, shown),
      ...waitingInputs(view, shown),
      ...(more > 0 ? [context(say.confirmMore({ count: more }))] : []),
      ...(below.length > 0 ? [section(`*${say.listsBelow}*`)] : []),
      ...below.slice(0, MOST_BELOW).map(({ id, name, list }) =>
        section(
          say.listBelow({
            unit: escapeText(name),
            state: say.listStates[list?.state ?? 'none'],
          }),
          openList.button(say.openUnit, { unitId: id, year }),
        ),
      ),
    ],
  });
}

/** For one who looks after several units: of which. */
export function chooseListAnswer(
  units: readonly { id: string; name: string }[],
  year: number | null,
  { language }: Pick<Shown, 'language'>,
): Answer {
  const say = seasonPhrases[language];
  return {
    text: say.chooseListUnit,
    blocks: [
      section(say.chooseListUnit),
      // A message takes 50 blocks.
      ...units
        .slice(0, 48)
        .map(({ id, name }) =>
          section(`*${escapeText(name)}*`, openList.button(say.openUnit, { unitId: id, year })),
        ),
    ],
  };
}

export function confirmedManyView(
  { confirmed, left }: { confirmed: number; left: number },
  { language }: Pick<Shown, 'language'>,
): ModalView {
  const say = seasonPhrases[language];
  const lines = [
    ...(confirmed > 0 ? [say.confirmedMany({ count: confirmed })] : []),
    ...(left > 0 ? [say.leftMany({ count: left })] : []),
  ];
  return notice(lines.length > 0 ? lines.join('\n') : say.noneChosen, language);
}

export function submittedView(list: UnitList, { language }: Pick<Shown, 'language'>): ModalView {
  const say = seasonPhrases[language];
  const text = say.sentUp({ unit: escapeText(list.unitName), year: list.year });
  // The list under it shows what is no more.
  return { ...notice(text, language), clear_on_close: true };
}

/** The card by which the level above accepts or returns one revision of a list. */
export function listCard(
  list: UnitList,
  revision: number,
  { counts, changed }: { counts: SeasonCounts; changed: number },
  shown: Shown,
): NonNullable<Rendered> {
  const say = seasonPhrases[shown.language];
  const about = { unit: escapeText(list.unitName), year: list.year };
  const heading = `${say.listHeading(about)}\n${countsLine(counts, shown)}`;
  if (list.revision !== revision) {
    return {
      text: say.cardSettledText(about),
      blocks: [section(say.listHeading(about)), context(say.cardReplaced)],
    };
  }
  const value = { listId: list.id, revision };
  const open = openList.button(say.openList, { unitId: list.unitId, year: list.year });
  const state = context(listStanding(list, shown, true));
  if (list.state !== 'submitted') {
    return {
      text: say.cardSettledText(about),
      blocks: [section(heading), state, actions('titles.list_card', open)],
    };
  }
  return {
    text: say.cardText(about),
    blocks: [
      section(heading),
      state,
      ...(changed > 0 ? [context(say.changedSince({ count: changed }))] : []),
      actions(
        'titles.list_card',
        acceptList.button(say.accept, value, { style: 'primary' }),
        returnList.button(say.giveBack, value),
        open,
      ),
    ],
  };
}

/** How a list stands now, for one who presses late. */
export function lateListAnswer(list: UnitList, revision: number, shown: Shown): string {
  const say = seasonPhrases[shown.language];
  const how = list.revision === revision ? listStanding(list, shown, true) : say.cardReplaced;
  return `${how} ${say.nothingMore}`;
}

export function returnListView(list: UnitList, revision: number, shown: Shown): ModalView {
  const say = seasonPhrases[shown.language];
  return returnListModal.view({
    title: say.returnTitle,
    metadata: { listId: list.id, revision },
    submit: say.giveBack,
    close: say.cancel,
    blocks: [
      section(say.listHeading({ unit: escapeText(list.unitName), year: list.year })),
      input(
        'reason',
        say.reason,
        { type: 'plain_text_input', multiline: true, max_length: 1000 },
        { hint: say.reasonHint },
      ),
    ],
  });
}

/** Tells who sent a list that it was accepted or returned. */
export function listNews(list: UnitList, shown: Shown): NonNullable<Rendered> {
  const say = seasonPhrases[shown.language];
  const about = {
    name: escapeText(list.settledByName ?? ''),
    unit: escapeText(list.unitName),
    year: list.year,
  };
  const returned = list.state === 'returned';
  const text = returned ? say.returnedNews(about) : say.acceptedNews(about);
  return {
    text,
    blocks: [
      section(text),
      ...(returned ? [quote(list.returnReason ?? '')] : []),
      actions(
        'titles.list_news',
        openList.button(say.openList, { unitId: list.unitId, year: list.year }),
      ),
    ],
  };
}

/** In a modal: what happened, in words. */
export function notice(text: string, language: Shown['language']): ModalView {
  const say = seasonPhrases[language];
  return readingModal({ title: say.listTitle, close: say.close }, [section(text)]);
}

function countsLine(counts: SeasonCounts, { language }: Pick<Shown, 'language'>): string {
  const registered = counts.submitted + counts.confirmed;
  return seasonPhrases[language].listCounts({ ...counts, registered });
}

function titleLines({ titles }: UnitListView, { rulebook, language }: Shown): string[] {
  const say = seasonPhrases[language];
  return [...ladder(rulebook, 'person'), ...ladder(rulebook, 'collective')].flatMap(({ key }) => {
    const counts = titles.get(key);
    return counts ? [say.titleCount({ title: nameTitle(rulebook, key, language), ...counts })] : [];
  });
}

function stateBlocks(view: UnitListView, shown: Shown): KnownBlock[] {
  const say = seasonPhrases[shown.language];
  const { unit, year, list, changed, maySubmit } = view;
  if (unit.parentId === null) return [];
  const lines = [list ? listStanding(list, shown) : say.listNotSent];
  if (list && changed > 0) lines.push(say.changedSince({ count: changed }));
  const sendable = maySubmit && (!list || list.state === 'returned' || changed > 0);
  const send = submitListButton.button(
    say.sendUp,
    { unitId: unit.id, year },
    {
      style: 'primary',
      confirm: confirmation({
        title: say.sendUpTitle,
        text: say.sendUpText({ unit: unit.name, year }),
        confirm: say.sendUp,
        deny: say.cancel,
      }),
    },
  );
  return [section(lines.join('\n')), ...(sendable ? [actions('titles.list_send', send)] : [])];
}

function downloads({ unit, year }: UnitListView, { language }: Shown): KnownBlock {
  const say = seasonPhrases[language];
  return actions(
    'titles.downloads',
    ...downloadButtons.map(({ format, button }) =>
      button.button(say.download({ kind: `.${format}` }), { unitId: unit.id, year }),
    ),
  );
}

function waitingInputs({ waiting }: UnitListView, shown: Shown): KnownBlock[] {
  const { language, rulebook } = shown;
  const say = seasonPhrases[language];
  const options = waiting.first.map(({ id: registrationId, revision, subject, titles }) => {
    const name = subject.kind === 'person' ? subject.fullName : subject.unitName;
    const highest = titles.at(-1);
    return option(
      highest ? `${name}: ${nameTitle(rulebook, highest, language)}` : name,
      JSON.stringify({ registrationId, revision }),
      subject.kind === 'person' ? subject.unitName : undefined,
    );
  });
  const groups = inParts(options, GROUP);
  return groups.map((group, index) =>
    input(
      `pick${index}`,
      say.confirmWhich({ count: group.length }),
      { type: 'checkboxes', options: group, initial_options: group },
      { optional: true, ...(index === groups.length - 1 ? { hint: say.confirmHint } : {}) },
    ),
  );
}

/** @param live has Slack write the instant in the reader's own zone */
function listStanding(list: UnitList, { language, zone }: Shown, live = false): string {
  const say = seasonPhrases[language];
  const at = (instant: Date) => (live ? slackInstant(instant, zone) : formatInstant(instant, zone));
  const { state, settledAt, settledByName, returnReason } = list;
  if (state === 'submitted' || !settledAt) {
    return say.listSent({ name: escapeText(list.submittedByName), when: at(list.submittedAt) });
  }
  const by = { name: escapeText(settledByName ?? ''), when: at(settledAt) };
  return state === 'accepted'
    ? say.listAccepted(by)
    : say.listReturned({ ...by, reason: escapeText(returnReason ?? '') });
}
