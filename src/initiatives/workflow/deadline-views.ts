import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { context, divider, escapeText, header, readingModal, section } from '../../slack/blocks.ts';
import { viewButton } from '../controls.ts';
import { deadlinePhrases } from './deadline-phrases.ts';
import { countDue, type DueInitiative } from './deadline-queries.ts';
import { deadlinesButton, mendButton } from './workflow-controls.ts';
import { workflowPhrases } from './workflow-phrases.ts';

/** A modal takes a hundred blocks, a message fifty. */
const MOST_IN_MODAL = 90;
const MOST_IN_MESSAGE = 20;

/** What waits in the units of a secretary: the counts, the most urgent of each kind, and the way to the rest. */
export function deadlineHomeBlocks(
  due: readonly DueInitiative[],
  language: Language,
): KnownBlock[] {
  const words = deadlinePhrases[language];
  if (due.length === 0) return [];
  const lines = countDue(due).map(({ first, ...counts }) =>
    section(
      words.homeLine({ ...counts, by: first.deadline.by, number: first.number }),
      viewButton.button(words.openOldest, { initiativeId: first.id }),
    ),
  );
  return [
    divider,
    section(`*${words.homeHeading}*`),
    ...lines,
    {
      type: 'actions',
      elements: [deadlinesButton.button(words.listAll({ count: due.length }), {})],
    },
  ];
}

/** All that waits, the most urgent first. */
export function deadlinesView(due: readonly DueInitiative[], language: Language): ModalView {
  const words = deadlinePhrases[language];
  return readingModal(
    { title: words.listTitle, close: words.close },
    due.length === 0 ? [section(words.none)] : dueBlocks(due, MOST_IN_MODAL, language),
  );
}

/** The reminder of a day; null when all of it is done meanwhile. */
export function reminderNews(
  due: readonly DueInitiative[],
  personId: string | null,
  language: Language,
): Rendered {
  const words = deadlinePhrases[language];
  const urgent = due.filter(({ urgency }) => urgency !== 'later');
  if (urgent.length === 0) return null;
  const overdue = urgent.filter(({ urgency }) => urgency === 'overdue').length;
  return {
    text: words.reminderText({ overdue, soon: urgent.length - overdue }),
    blocks: [
      header(words.reminderTitle),
      ...dueBlocks(urgent, MOST_IN_MESSAGE, language, personId),
    ],
  };
}

/** @param filerId whose own corrections are opened at once */
function dueBlocks(
  due: readonly DueInitiative[],
  most: number,
  language: Language,
  filerId: string | null = null,
): KnownBlock[] {
  const words = deadlinePhrases[language];
  const shown = due.slice(0, most);
  return [
    ...shown.map(({ id: initiativeId, number, title, revision, deadline, daysLeft, filedById }) =>
      section(
        words.line({
          number,
          title: escapeText(title),
          task: words.task(deadline.kind),
          by: deadline.by,
          left: daysLeft,
        }),
        deadline.kind === 'correction' && filedById === filerId
          ? mendButton.button(workflowPhrases[language].mend, { initiativeId, revision })
          : viewButton.button(words.openOldest, { initiativeId }),
      ),
    ),
    ...(due.length > shown.length
      ? [context(words.more({ count: due.length - shown.length }))]
      : []),
  ];
}
