import type { KnownBlock } from '@slack/types';
import type { Rendered } from '../../jobs/kinds.ts';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import { actions, clip, context, escapeText, section } from '../../slack/blocks.ts';
import { checkButton, mendButton } from './check-controls.ts';
import { checkMessagePhrases } from './check-message-phrases.ts';
import { checkPhrases } from './check-phrases.ts';
import type { CampaignCheck, CheckedCampaign, CheckedUnit } from './check-queries.ts';
import { checkState, findingState } from './check-rules.ts';
import { findingsText, verdictButtons } from './check-views.ts';
import type { OpenMending } from './settle-mending.ts';

type Message = NonNullable<Rendered>;

/** Characters of each of the texts in one block of 3,000. */
const TEXT = 700;

/** To one who checks: the day, the campaign and the units. */
export function checkComingMessage(
  check: CampaignCheck,
  { language, today, personId }: { language: Language; today: Day; personId: string | null },
): Message {
  const say = checkMessagePhrases[language];
  const words = checkPhrases[language];
  const { plannedOn, struck, units, checkers, campaign } = check;
  const day = formatDay(plannedOn);
  const name = escapeText(campaign.name);
  if (struck) return plainMessage(say.struck({ day, reason: escapeText(struck.reason) }));
  if (!checkers.some(({ id }) => id === personId)) return plainMessage(say.notYours);
  if (checkState(check, today) === 'done') return plainMessage(say.done({ day, name }));
  const over = overOf(campaign);
  if (over) return plainMessage(say.over[over]({ day, name }));
  const late = checkState(check, today) === 'overdue';
  const text = late
    ? say.late({ day, name })
    : plannedOn === today
      ? say.today({ name })
      : say.coming({ day, name });
  const open = late ? units.filter(({ recordedAt }) => recordedAt === null) : units;
  return {
    text,
    blocks: [
      whoAndWhere(text, { units: open, checkers }, language),
      ...(late ? [context(say.lateHint)] : []),
      actions(`check_coming_${check.id}`, checkButton.button(words.view, { checkId: check.id })),
    ],
  };
}

/** To the head of units that will be checked: when, and by whom. */
export function checkAheadMessage(
  check: CampaignCheck,
  unitIds: readonly string[],
  language: Language,
): Message {
  const say = checkMessagePhrases[language];
  const words = checkPhrases[language];
  const { plannedOn, struck, moved, units, checkers, campaign } = check;
  const head = `*${campaign.code}* ${escapeText(campaign.name)}`;
  const day = formatDay(plannedOn);
  if (struck)
    return plainMessage(`${head}\n${say.struck({ day, reason: escapeText(struck.reason) })}`);
  const own = units.filter(({ unitId }) => unitIds.includes(unitId));
  if (own.length === 0) return plainMessage(`${head}\n${say.notYourUnit({ day })}`);
  const over = overOf(campaign);
  if (over && own.some(({ recordedAt }) => recordedAt === null))
    return plainMessage(say.over[over]({ day, name: escapeText(campaign.name) }));
  const text = say.ahead({ day, name: escapeText(campaign.name) });
  return {
    text,
    blocks: [
      whoAndWhere(text, { units: own, checkers }, language),
      context(
        [
          ...(moved
            ? [words.movedFrom({ from: formatDay(moved.from), reason: escapeText(moved.reason) })]
            : []),
          say.aheadHint,
        ].join('\n'),
      ),
      actions(`check_ahead_${check.id}`, checkButton.button(words.view, { checkId: check.id })),
    ],
  };
}

function whoAndWhere(
  text: string,
  { units, checkers }: Pick<CampaignCheck, 'units' | 'checkers'>,
  language: Language,
): KnownBlock {
  const words = checkPhrases[language];
  const names = units.map(({ unitName }) => unitName).join('; ');
  const people = checkers.map(({ fullName }) => fullName).join(', ');
  return section(
    [
      `*${text}*`,
      `${words.labelUnits}: ${escapeText(clip(names, 1_500))}`,
      `${words.labelCheckers}: ${escapeText(clip(people, 600))}`,
    ].join('\n'),
  );
}

/** Why nothing is found any more in a campaign's checks, or null. */
function overOf({ state }: CheckedCampaign): 'withdrawn' | 'reviewed' | null {
  if (state === 'published' || state === 'closed') return null;
  return state === 'withdrawn' ? 'withdrawn' : 'reviewed';
}

/** Whether it does not take place, or nothing is recorded any more: who was not told of it by then need not be. */
export function isOff({ struck, campaign }: CampaignCheck): boolean {
  return struck !== null || overOf(campaign) !== null;
}

/** To those who check: it was moved, struck, or is off with its campaign. */
export function checkChangedMessage(
  { campaign, struck }: CampaignCheck,
  change: { from: Day; to: Day | null; reason: string },
  language: Language,
): Message {
  const say = checkMessagePhrases[language];
  const from = formatDay(change.from);
  const reason = escapeText(change.reason);
  const text =
    change.to === null
      ? (struck ? say.struck : say.withdrawn)({ day: from, reason })
      : say.moved({ from, to: formatDay(change.to), reason });
  return plainMessage(`*${campaign.code}* ${escapeText(campaign.name)}\n${text}`);
}

/** To the head of a unit: what was found, and what became of it. */
export function findingsMessage(
  { check, part }: { check: CampaignCheck; part: CheckedUnit },
  language: Language,
): Message {
  const say = checkMessagePhrases[language];
  const words = checkPhrases[language];
  const { campaign, plannedOn } = check;
  const text = say.found({ unit: escapeText(part.unitName), day: formatDay(plannedOn) });
  const state = findingState(part);
  const open = state === 'to_mend' || state === 'returned';
  return {
    text,
    blocks: [
      section(`*${text}*\n*${campaign.code}* ${escapeText(campaign.name)}`),
      section(findingsText(part, language, TEXT)),
      context(
        [
          ...(part.recordedBy ? [say.recordedBy({ name: escapeText(part.recordedBy) })] : []),
          words.findingStates[state],
        ].join(' · '),
      ),
      actions(
        `findings_${part.id}`,
        ...(open ? [mendButton.button(words.mend, { checkUnitId: part.id })] : []),
        checkButton.button(words.view, { checkId: check.id }),
      ),
    ],
  };
}

/** To those who check: what a unit says that it mended, to accept or return. */
export function mendingToldMessage(
  { check, part, mending }: OpenMending,
  language: Language,
): Message {
  const say = checkMessagePhrases[language];
  const words = checkPhrases[language];
  const text = say.toldText({
    unit: escapeText(part.unitName),
    name: escapeText(mending.toldBy),
  });
  const own = mending.words ? [`_${words.words}_: ${escapeText(clip(mending.words, TEXT))}`] : [];
  const settled = mending.outcome === null ? null : settledText({ check, part, mending }, language);
  return {
    text,
    blocks: [
      section(`*${text}*\n*${check.campaign.code}* ${escapeText(check.campaign.name)}`),
      section(
        [
          `_${words.toMend}_: ${escapeText(clip(part.mend ?? '', TEXT))}`,
          `_${words.done}_: ${escapeText(clip(mending.done, TEXT))}`,
          ...own,
        ].join('\n'),
      ),
      settled === null
        ? actions(`mending_${mending.id}`, ...verdictButtons(mending.id, language))
        : context(settled),
    ],
  };
}

/** To the head of the unit: accepted, or returned with the reason. */
export function mendingSettledMessage(found: OpenMending, language: Language): Message {
  const { check, part, mending } = found;
  const text = settledText(found, language);
  const head = `*${check.campaign.code}* ${escapeText(check.campaign.name)}`;
  const again = mending.outcome === 'returned' && findingState(part) === 'returned';
  const label = checkPhrases[language].mend;
  return {
    text,
    blocks: [
      section(`${head}\n${text}`),
      ...(again
        ? [
            actions(
              `mending_settled_${mending.id}`,
              mendButton.button(label, { checkUnitId: part.id }),
            ),
          ]
        : []),
    ],
  };
}

function settledText({ part, mending }: OpenMending, language: Language): string {
  const say = checkMessagePhrases[language];
  const who = { unit: escapeText(part.unitName), name: escapeText(mending.settledBy ?? '') };
  if (mending.outcome === 'accepted') return say.accepted(who);
  const reason = escapeText(mending.reason ?? '');
  return say.returned({ ...who, reason, by: part.mendBy ? formatDay(part.mendBy) : '–' });
}

function plainMessage(text: string): Message {
  return { text, blocks: [section(text)] };
}
