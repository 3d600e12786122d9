import type { ModalView } from '@slack/types';
import type { FiguresRhythm } from '../../database/generated/enums.ts';
import type { Language } from '../../kernel/language.ts';
import { escapeText, input, option, section } from '../../slack/blocks.ts';
import { rankingRhythmModal } from './progress-controls.ts';
import { progressPhrases } from './progress-phrases.ts';

const RHYTHMS = ['none', 'week', 'month'] as const satisfies readonly FiguresRhythm[];

/** The form that says how often the ranking is posted by itself. */
export function rhythmView(
  campaign: { id: string; code: string | null; name: string; every: FiguresRhythm },
  language: Language,
): ModalView {
  const say = progressPhrases[language];
  const options = RHYTHMS.map((every) => option(say.rhythm[every], every));
  const initial = options[RHYTHMS.indexOf(campaign.every)];
  return rankingRhythmModal.view({
    title: say.rhythmTitle,
    metadata: { campaignId: campaign.id },
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(`*${campaign.code ?? ''}* ${escapeText(campaign.name)}`),
      input(
        'every',
        say.rhythmLabel,
        { type: 'radio_buttons', options, ...(initial ? { initial_option: initial } : {}) },
        { hint: say.rhythmHint },
      ),
    ],
  });
}
