import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import {
  actions,
  context,
  divider,
  escapeText,
  fields,
  quote,
  readingModal,
  section,
} from '../../slack/blocks.ts';
import { phrases } from '../phrases.ts';
import { adoptButton, reportButton } from './adoption-controls.ts';
import { adoptionPhrases } from './adoption-phrases.ts';
import { afterPhrases } from './after-phrases.ts';
import { proposeInfluenceButton } from './influence-controls.ts';
import { influencePhrases } from './influence-phrases.ts';
import type { InitiativeSummary } from './summary-queries.ts';
import { useOfInitiativeButton } from './use-controls.ts';
import { usePhrases } from './use-phrases.ts';

/** More units than this are counted only. */
const UNITS_SHOWN = 20;
const YEARS_SHOWN = 10;

/** What the reader may do beside reading. */
export interface SummaryRights {
  adopt: boolean;
  proposeInfluence: boolean;
  recordUse: boolean;
  /** Adoptions on which the reader reports. */
  reports: readonly { adoptionId: string; unitName: string }[];
}

/** What everybody in the agency may read; `further` is what only some may, drawn elsewhere. */
export function summaryView(
  summary: InitiativeSummary,
  rights: SummaryRights,
  further: readonly KnownBlock[],
  language: Language,
): ModalView {
  const say = afterPhrases[language];
  const { id, annulled } = summary;
  const about = { initiativeId: id };
  const buttons = annulled
    ? []
    : [
        ...(rights.adopt ? [adoptButton.button(adoptionPhrases[language].adopt, about)] : []),
        ...(rights.proposeInfluence
          ? [proposeInfluenceButton.button(influencePhrases[language].propose, about)]
          : []),
        ...(rights.recordUse
          ? [useOfInitiativeButton.button(usePhrases[language].record, about)]
          : []),
      ];
  return readingModal({ title: say.summaryTitle({ annulled }), close: say.close }, [
    section(`*${summary.number}* – ${escapeText(summary.title)}`),
    ...(annulled ? [section(say.annulledMark)] : []),
    fields([
      [say.from, escapeText(summary.unitName)],
      [say.kindLabel, phrases[language].kind(summary.kind)],
    ]),
    section(`*${say.authors}*\n${authorLines(summary)}`),
    section(`*${say.recognitions}*\n${recognitionLines(summary, language)}`),
    ...(buttons.length > 0 ? [actions('after', ...buttons)] : []),
    ...appliedBlocks(summary, language),
    ...(annulled ? [] : rights.reports.slice(0, UNITS_SHOWN)).map(({ adoptionId, unitName }) =>
      section(
        escapeText(unitName),
        reportButton.button(adoptionPhrases[language].report, { adoptionId }),
      ),
    ),
    ...further,
    divider,
    section(`*${say.fieldLabel}*`),
    quote(summary.field),
    section(`*${say.essenceLabel}*`),
    quote(summary.essence),
  ]);
}

function authorLines({ authors }: InitiativeSummary): string {
  return authors.map(({ name, share }) => `• ${escapeText(name)}: ${share}%`).join('\n');
}

function recognitionLines({ recognitions }: InitiativeSummary, language: Language): string {
  const say = afterPhrases[language];
  return recognitions
    .map((one) => {
      const text = say.recognition({
        ...one,
        number: escapeText(one.number),
        signatory: escapeText(one.signatory),
      });
      return one.annulled ? `• ~${text}~ (${say.annulledWork})` : `• ${text}`;
    })
    .join('\n');
}

/** Where it is applied and what that saved. */
function appliedBlocks(summary: InitiativeSummary, language: Language): KnownBlock[] {
  const say = afterPhrases[language];
  const { appliedAt, sums, overlaps } = summary;
  const running = appliedAt.filter(({ begun, endedOn }) => begun && endedOn === null);
  const shown = appliedAt
    .slice(0, UNITS_SHOWN)
    .map((one) => say.appliedSince({ ...one, unit: escapeText(one.unitName) }));
  const more = appliedAt.length - shown.length;
  const units =
    appliedAt.length === 0
      ? say.appliedNowhere
      : [...shown, ...(more > 0 ? [say.moreUnits({ count: more })] : [])].join('\n');
  const years = sums.years.slice(0, YEARS_SHOWN).map((year) => say.savedInYear(year));
  const saved = sums.units === 0 ? say.savedNothing : [say.savedTotal(sums), ...years].join('\n');
  const pairs = overlaps.slice(0, UNITS_SHOWN).map(({ unitName, aboveName }) => ({
    unitName: escapeText(unitName),
    aboveName: escapeText(aboveName),
  }));
  return [
    section(`*${say.appliedHeading({ count: running.length })}*\n${units}`),
    section(`*${say.savedHeading}*\n${saved}`),
    ...(sums.units > 0 ? [context(say.savedHow)] : []),
    ...(pairs.length > 0 ? [context(say.overlap({ pairs }))] : []),
  ];
}
