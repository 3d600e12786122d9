import type { ModalView } from '@slack/types';
import type { Judged } from '../../rulebook/evaluate-many.ts';
import type { Rulebook } from '../../rulebook/rules.ts';
import { input, option, plain } from '../../slack/blocks.ts';
import type { Reader } from '../ballots/ballot-form-views.ts';
import { sittingModal } from '../ballots/controls.ts';
import { judgedAtBlocks, type NameShown, standingCounts } from '../names/name-views.ts';
import { awardInFull } from './agenda-items.ts';
import { documentsInput } from './changes/change-views.ts';
import { filesInput } from './files/file-views.ts';
import type { Nominations } from './nominations.ts';
import { sittingPhrases as phrases } from './sitting-phrases.ts';
import type { CouncilSeat } from './sitting-queries.ts';
import { yearsToCome } from './sitting-views.ts';

/** The most that Slack offers in one menu. */
const MENU_LIMIT = 100;

/** The form that convenes a sitting. */
export function conveneView(
  content: {
    seats: readonly CouncilSeat[];
    initiatives: readonly { id: string; number: string; title: string; unitName: string }[];
    nominations: readonly Nominations[];
    /** How those nominated stand, by title and year, as far as the reader may know. */
    judged: { at: Date; of: ReadonlyMap<string, readonly Judged[]> };
    awards: Rulebook;
    startsAt: Date;
  },
  { language, zone }: Reader,
): ModalView {
  const p = phrases[language];
  const seats = content.seats.filter((seat) => seat.convenes);
  const councils = seats.map((seat) => option(seat.name, seat.councilId));
  const [first] = councils;
  // Of several councils another may be chosen than is offered, and what stands in the field becomes its channel.
  const known = seats.length === 1 ? seats[0]?.channelId : null;
  const shown: NameShown = { language, zone, rulebook: content.awards };
  const standings = (key: string) => {
    const judged = content.judged.of.get(key) ?? [];
    return judged.length > 0 ? standingCounts(judged, shown) : undefined;
  };
  return sittingModal.view({
    title: p.conveneTitle,
    metadata: {},
    submit: p.save,
    close: p.cancel,
    blocks: [
      input('council', p.council, {
        type: 'static_select',
        options: councils,
        ...(first ? { initial_option: first } : {}),
      }),
      input('startsAt', p.startsAt, {
        type: 'datetimepicker',
        initial_date_time: Math.floor(content.startsAt.getTime() / 1000),
      }),
      input('place', p.place, {
        type: 'plain_text_input',
        max_length: 200,
        placeholder: plain(p.placeholderPlace),
      }),
      ...(content.initiatives.length > 0
        ? [
            input(
              'initiatives',
              p.initiatives,
              {
                type: 'multi_static_select',
                options: content.initiatives
                  .slice(0, MENU_LIMIT)
                  .map(({ id, number, title, unitName }) =>
                    option(`${number} – ${title}`, id, unitName),
                  ),
              },
              { optional: true, hint: p.initiativesHint },
            ),
          ]
        : []),
      ...(content.nominations.length > 0
        ? [
            input(
              'nominations',
              p.nominations,
              {
                type: 'multi_static_select',
                options: content.nominations.slice(0, MENU_LIMIT).map(({ itemKey, year, count }) =>
                  option(
                    p.nominationOption({
                      name: awardInFull(content.awards, itemKey, language),
                      year,
                      count,
                    }),
                    `${itemKey}:${year}`,
                    standings(`${itemKey}:${year}`),
                  ),
                ),
              },
              { optional: true, hint: p.nominationsHint },
            ),
            ...yearsToCome(content.nominations, { on: content.startsAt, language, zone }),
            ...judgedAtBlocks(content.judged, shown),
          ]
        : []),
      input(
        'others',
        p.others,
        { type: 'plain_text_input', multiline: true, max_length: 3000 },
        { optional: true, hint: p.othersHint },
      ),
      documentsInput(null, language),
      filesInput({ optional: true }, language),
      input(
        'holds',
        p.holdsLabel,
        { type: 'checkboxes', options: [option(p.holdsOption, 'yes')] },
        { optional: true, hint: p.holdsHint },
      ),
      input(
        'channel',
        p.channel,
        {
          type: 'conversations_select',
          filter: { include: ['public', 'private'], exclude_bot_users: true },
          ...(known ? { initial_conversation: known } : {}),
        },
        { optional: true, hint: p.channelHint },
      ),
    ],
  });
}
