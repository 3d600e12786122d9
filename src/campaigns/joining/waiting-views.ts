import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { LIMITS } from '../rules.ts';
import {
  confirmPledgesButton,
  returnPledgeButton,
  returnPledgeModal,
  waitingPledgesButton,
  waitingPledgesModal,
} from './pledge-controls.ts';
import { pledgePhrases } from './pledge-phrases.ts';
import type { Pledge } from './pledge-queries.ts';
import { reasonInput, targetsText } from './pledge-views.ts';
import type { ShownPledge } from './settle-pledges.ts';

/** A message or page shows as many; a button's value of 2,000 characters holds their ids. */
const SHOWN_AT_ONCE = 10;

/** Characters of each in a message, which holds 13,200 in all; the list shows the whole. */
const IN_MESSAGE = { name: 50, targets: 160 };

/** To a head: the pledges that wait, with what can be done. It says so when all are dealt with. */
export function waitingMessage(waiting: readonly Pledge[], language: Language): Rendered {
  const say = pledgePhrases[language];
  if (waiting.length === 0) return { text: say.waitingNone, blocks: [section(say.waitingNone)] };
  const text = say.waitingText({ count: waiting.length });
  const shown = waiting.slice(0, SHOWN_AT_ONCE);
  const more = waiting.length - shown.length;
  return {
    text,
    blocks: [
      section(`*${text}*`),
      ...shown.map((pledge) => pledgeLine(pledge, language, IN_MESSAGE)),
      ...(more > 0 ? [context(say.waitingMore({ count: more }))] : []),
      actions(
        'pledges_waiting',
        confirmPledgesButton.button(
          shown.length === 1 ? say.confirmOne : say.confirmAll({ count: shown.length }),
          { shown: asShown(shown) },
          { style: 'primary' },
        ),
        waitingPledgesButton.button(say.openList, {}),
      ),
    ],
  };
}

/** A page of what waits; sending it confirms what it shows and brings the next. */
export function waitingView(
  waiting: readonly Pledge[],
  language: Language,
  note: string | null,
): ModalView {
  const say = pledgePhrases[language];
  const before = note === null ? [] : [section(note)];
  const shown = waiting.slice(0, SHOWN_AT_ONCE);
  const lines: KnownBlock[] = shown.map((pledge) => pledgeLine(pledge, language));
  if (shown.length === 0)
    return readingModal({ title: say.waitingTitle, close: say.done }, [
      ...before,
      section(say.waitingNone),
    ]);
  const total =
    waiting.length > shown.length ? [context(say.waitingText({ count: waiting.length }))] : [];
  return waitingPledgesModal.view({
    title: say.waitingTitle,
    metadata: { shown: asShown(shown) },
    submit: shown.length === 1 ? say.confirmOne : say.confirmAll({ count: shown.length }),
    close: say.cancel,
    blocks: [...before, ...total, ...lines],
  });
}

/** The part of Home for a head. */
export function waitingHomePart(count: number, language: Language): KnownBlock[] {
  if (count === 0) return [];
  const say = pledgePhrases[language];
  return [
    divider,
    section(`*${say.waitingText({ count })}*`, waitingPledgesButton.button(say.openList, {})),
  ];
}

export function returnPledgeView(pledge: Pledge, language: Language): ModalView {
  const say = pledgePhrases[language];
  return returnPledgeModal.view({
    title: say.returnTitle,
    metadata: { pledgeId: pledge.id, revision: pledge.revision },
    submit: say.giveBack,
    close: say.cancel,
    blocks: [section(lineText(pledge, language)), reasonInput(say.returnReason)],
  });
}

function pledgeLine(pledge: Pledge, language: Language, most?: Most): KnownBlock {
  const say = pledgePhrases[language];
  const { id: pledgeId, revision } = pledge;
  return section(
    lineText(pledge, language, most),
    returnPledgeButton.button(say.giveBack, { pledgeId, revision }),
  );
}

type Most = typeof IN_MESSAGE;

function lineText(pledge: Pledge, language: Language, most?: Most): string {
  const { person, atUnit, campaign } = pledge;
  const name = escapeText(person?.fullName ?? atUnit.name);
  return `*${name}* · ${escapeText(atUnit.name)} · ${campaign.code} ${escapeText(clip(campaign.name, most?.name ?? LIMITS.name))}\n${targetsText(pledge, language, most?.targets)}`;
}

function asShown(pledges: readonly Pledge[]): [string, number][] {
  return pledges.map(({ id, revision }): [ShownPledge[0], ShownPledge[1]] => [id, revision]);
}
