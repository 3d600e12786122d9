import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import {
  actions,
  clip,
  context,
  divider,
  escapeText,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import {
  acceptMendingButton,
  allChecksButton,
  arrangeCheckButton,
  checkButton,
  findingsButton,
  mendButton,
  moveCheckButton,
  newCheckButton,
  returnMendingButton,
  strikeCheckButton,
} from './check-controls.ts';
import type { CheckCounts } from './check-counts.ts';
import { checkPhrases } from './check-phrases.ts';
import type { CampaignCheck, CheckedUnit } from './check-queries.ts';
import type { CheckRights } from './check-rights.ts';
import { checkState, findingState, isMendingOverdue } from './check-rules.ts';

export interface CheckReader {
  language: Language;
  today: Day;
}

/** Checks and units that one modal of a hundred blocks shows; a unit takes four. */
const CHECKS = 40;
const UNITS = 22;
/** Characters of each text in the view of a check; its message to the head has the whole. */
const TEXT = 400;
const NAME = 80;

/** The checks of a campaign that somebody may see, and for those who plan them one more. */
export function checksView(
  seen: {
    campaign: { id: string; code: string; name: string };
    checks: readonly { check: CampaignCheck; rights: CheckRights }[];
    /** For those who organise. */
    counts: CheckCounts | null;
    plans: boolean;
    /** What was just done here. */
    done?: string;
  },
  reader: CheckReader,
): ModalView {
  const { language } = reader;
  const say = checkPhrases[language];
  const { campaign, checks, counts, plans, done } = seen;
  const left = checks.length - CHECKS;
  return readingModal({ title: say.checks, close: say.close }, [
    ...(done ? [section(done)] : []),
    section(`*${campaign.code}* ${escapeText(campaign.name)}`),
    ...(counts ? [context(say.counts(counts))] : []),
    ...(plans
      ? [
          actions(
            `campaign_checks_${campaign.id}`,
            newCheckButton.button(say.add, { campaignId: campaign.id }),
          ),
        ]
      : []),
    ...(checks.length === 0 ? [section(say.none)] : []),
    ...checks
      .slice(0, CHECKS)
      .map(({ check, rights }) =>
        section(
          checkLines(check, rights, reader),
          checkButton.button(say.view, { checkId: check.id }),
        ),
      ),
    ...(left > 0 ? [context(say.more({ count: left }))] : []),
  ]);
}

function checkLines(check: CampaignCheck, rights: CheckRights, reader: CheckReader): string {
  const say = checkPhrases[reader.language];
  const { units, checkers, plannedOn } = check;
  const state = say.checkStates[checkState(check, reader.today)];
  const names = checkers.map(({ fullName }) => fullName).join(', ') || say.notNamed;
  const shown = units.filter(({ id }) => rights.readable.has(id));
  const parts = shown.slice(0, 5).map((part) => `• ${partLine(part, reader)}`);
  if (shown.length > 5) parts.push(say.more({ count: shown.length - 5 }));
  return [
    `*${formatDay(plannedOn)}* · ${state}`,
    `${say.labelCheckers}: ${escapeText(clip(names, 300))}`,
    ...parts,
  ].join('\n');
}

/** `Đơn vị: phải khắc phục, hạn …` */
function partLine(part: CheckedUnit, { language, today }: CheckReader): string {
  const say = checkPhrases[language];
  const state = findingState(part);
  const open = state === 'to_mend' || state === 'returned';
  const by = open && part.mendBy ? [say.by({ day: formatDay(part.mendBy) })] : [];
  const late = isMendingOverdue(part, today) ? [`:warning: ${say.late}`] : [];
  const unit = escapeText(clip(part.unitName, NAME));
  return `${unit}: ${[say.findingStates[state], ...by, ...late].join(', ')}`;
}

/** One check, with what its reader may see and do. */
export function checkView(
  {
    check,
    rights,
    headed,
    done,
  }: {
    check: CampaignCheck;
    rights: CheckRights;
    /** The parts that the reader answers for. */
    headed: ReadonlySet<string>;
    /** What was just done to it. */
    done?: string;
  },
  reader: CheckReader,
): ModalView {
  const { language, today } = reader;
  const say = checkPhrases[language];
  const { campaign, plannedOn, moved, struck, checkers } = check;
  const state = checkState(check, today);
  const names = checkers.map(({ fullName }) => fullName).join(', ') || say.notNamed;
  const shown = check.units.filter(({ id }) => rights.readable.has(id));
  const left = shown.length - UNITS;
  return readingModal({ title: say.check, close: say.close }, [
    ...(done ? [section(done)] : []),
    section(
      [
        `*${campaign.code}* ${escapeText(campaign.name)}`,
        `*${formatDay(plannedOn)}* · ${say.checkStates[state]}`,
        `${say.labelCheckers}: ${escapeText(clip(names, 600))}`,
      ].join('\n'),
    ),
    ...(moved
      ? [context(say.movedFrom({ from: formatDay(moved.from), reason: escapeText(moved.reason) }))]
      : []),
    ...(struck ? [context(say.struckFor({ reason: escapeText(struck.reason) }))] : []),
    ...(rights.manages && !struck ? [planningButtons(check, language)] : []),
    ...shown
      .slice(0, UNITS)
      .flatMap((part) => [divider, ...partBlocks(part, { check, rights, headed, reader })]),
    ...(left > 0 ? [context(say.more({ count: left }))] : []),
    actions('campaign_checks_all', allChecksButton.button(say.all, { campaignId: campaign.id })),
  ]);
}

function planningButtons({ id: checkId, units }: CampaignCheck, language: Language): KnownBlock {
  const say = checkPhrases[language];
  const begun = units.some(({ recordedAt }) => recordedAt !== null);
  return actions(
    `campaign_check_${checkId}`,
    arrangeCheckButton.button(say.arrange, { checkId }),
    ...(begun
      ? []
      : [
          moveCheckButton.button(say.move, { checkId }),
          strikeCheckButton.button(say.strike, { checkId }, { style: 'danger' }),
        ]),
  );
}

function partBlocks(
  part: CheckedUnit,
  {
    check,
    rights,
    headed,
    reader,
  }: {
    check: CampaignCheck;
    rights: CheckRights;
    headed: ReadonlySet<string>;
    reader: CheckReader;
  },
): KnownBlock[] {
  const { language } = reader;
  const buttons = partButtons(part, { check, rights, headed, reader });
  return [
    section(`*${partLine(part, reader)}*\n${findingsText(part, language, TEXT)}`.trim()),
    ...mendingBlocks(part, language),
    ...(buttons.length > 0 ? [actions(`campaign_check_unit_${part.id}`, ...buttons)] : []),
  ];
}

function partButtons(
  part: CheckedUnit,
  {
    check,
    rights,
    headed,
    reader: { language, today },
  }: {
    check: CampaignCheck;
    rights: CheckRights;
    headed: ReadonlySet<string>;
    reader: CheckReader;
  },
): Button[] {
  const say = checkPhrases[language];
  const checkUnitId = part.id;
  const state = findingState(part);
  const { campaign, struck, plannedOn } = check;
  const open = campaign.state === 'published' || campaign.state === 'closed';
  if (!open || struck) return [];
  const last = part.mendings.at(-1);
  const label = state === 'planned' ? say.record : say.correct;
  const records = rights.checks && plannedOn <= today && part.mendings.length === 0;
  const mends = headed.has(part.id) && (state === 'to_mend' || state === 'returned');
  return [
    ...(records ? [findingsButton.button(label, { checkUnitId })] : []),
    ...(mends ? [mendButton.button(say.mend, { checkUnitId })] : []),
    ...(rights.checks && state === 'told' && last ? verdictButtons(last.id, language) : []),
  ];
}

/** For those who check: to accept what a unit mended, or to return it. */
export function verdictButtons(mendingId: string, language: Language): Button[] {
  const say = checkPhrases[language];
  return [
    acceptMendingButton.button(say.accept, { mendingId }, { style: 'primary' }),
    returnMendingButton.button(say.giveBack, { mendingId }),
  ];
}

/** What was found in a unit, each part under its name. */
export function findingsText(part: CheckedUnit, language: Language, most: number): string {
  const say = checkPhrases[language];
  const { good, wrong, mend, mendBy } = part;
  const lines = [
    [say.good, good],
    [say.wrong, wrong],
    [say.toMend, mend],
    [say.mendBy, mendBy && formatDay(mendBy)],
  ] as const;
  return lines
    .flatMap(([label, text]) => (text ? [`_${label}_: ${escapeText(clip(text, most))}`] : []))
    .join('\n');
}

/** What the unit said that it mended last. */
function mendingBlocks({ mendings }: CheckedUnit, language: Language): KnownBlock[] {
  const say = checkPhrases[language];
  const last = mendings.at(-1);
  if (!last) return [];
  const reason = last.reason ? [`_${say.giveBack}_: ${escapeText(clip(last.reason, TEXT))}`] : [];
  const words = last.words ? [`_${say.words}_: ${escapeText(clip(last.words, TEXT))}`] : [];
  const done = `_${say.done}_: ${escapeText(clip(last.done, TEXT))}`;
  return [context([done, ...words, ...reason].join('\n'))];
}
