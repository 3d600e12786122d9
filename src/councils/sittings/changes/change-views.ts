import type { KnownBlock, ModalView } from '@slack/types';
import type { Rendered } from '../../../jobs/kinds.ts';
import type { Language } from '../../../kernel/language.ts';
import { slackInstant } from '../../../kernel/time.ts';
import type { Rulebook } from '../../../rulebook/rules.ts';
import { clip, context, escapeText, input, option, plain, section } from '../../../slack/blocks.ts';
import { awardInFull } from '../agenda-items.ts';
import { filesBlocks, filesInput } from '../files/file-views.ts';
import { sittingPhrases } from '../sitting-phrases.ts';
import type { SittingPicture } from '../sitting-queries.ts';
import { type AgendaPart, agendaParts, partsMark } from './agenda-parts.ts';
import { callOffModal, changeSittingModal } from './change-controls.ts';
import { changePhrases as phrases } from './change-phrases.ts';
import type { OfferedChange } from './prepare-change.ts';

interface Reader {
  language: Language;
  zone: string;
}

/** A menu holds so many. */
const MENU = 100;
const ORDER = { type: 'multi_static_select' } as const;

export function changeSittingView(
  { sitting, initiatives, nominations }: OfferedChange,
  awards: Rulebook,
  { language }: Reader,
): ModalView {
  const say = phrases[language];
  const parts = agendaParts(sitting.agenda);
  const options = parts.map((part) => option(partName(part, language), part.key));
  const ordered = options.length <= MENU;
  return changeSittingModal.view({
    title: say.change,
    submit: say.save,
    close: say.goBack,
    metadata: {
      sittingId: sitting.id,
      seen: ordered ? partsMark(parts.map(({ key }) => key)) : '',
    },
    blocks: [
      input('startsAt', sittingPhrases[language].startsAt, {
        type: 'datetimepicker',
        initial_date_time: Math.floor(sitting.startsAt.getTime() / 1000),
      }),
      input('place', sittingPhrases[language].place, {
        type: 'plain_text_input',
        max_length: 200,
        initial_value: sitting.place,
      }),
      ...(ordered
        ? [
            input(
              'order',
              say.order,
              { ...ORDER, options, initial_options: options },
              { optional: true, hint: say.orderHint },
            ),
          ]
        : [context(say.tooLongToOrder)]),
      ...addInputs({ initiatives, nominations }, awards, language),
      documentsInput(sitting.documents, language),
      filesInput({ optional: true }, language),
    ],
  });
}

function addInputs(
  { initiatives, nominations }: Pick<OfferedChange, 'initiatives' | 'nominations'>,
  awards: Rulebook,
  language: Language,
): KnownBlock[] {
  const say = phrases[language];
  const menu = (name: string, label: string, options: ReturnType<typeof option>[]) =>
    options.length === 0
      ? []
      : [
          input(
            name,
            label,
            { ...ORDER, options: options.slice(0, MENU), placeholder: plain(label) },
            { optional: true },
          ),
        ];
  return [
    ...menu(
      'initiatives',
      say.addInitiatives,
      initiatives.map(({ id, number, title, unitName }) =>
        option(`${number} – ${title}`, id, unitName),
      ),
    ),
    ...menu(
      'nominations',
      say.addNominations,
      nominations.map(({ itemKey, year, count }) =>
        option(
          sittingPhrases[language].nominationOption({
            ...{ year, count },
            name: awardInFull(awards, itemKey, language),
          }),
          `${itemKey}:${year}`,
        ),
      ),
    ),
    input(
      'others',
      say.addOthers,
      { type: 'plain_text_input', multiline: true, max_length: 3000 },
      { optional: true, hint: sittingPhrases[language].othersHint },
    ),
  ];
}

/** What members are to read before a sitting. */
export function documentsInput(documents: string | null, language: Language): KnownBlock {
  const say = phrases[language];
  return input(
    'documents',
    say.documents,
    {
      type: 'plain_text_input',
      multiline: true,
      max_length: 1000,
      ...(documents ? { initial_value: documents } : {}),
    },
    { optional: true, hint: say.documentsHint },
  );
}

function partName({ key, lines }: AgendaPart, language: Language): string {
  const [first] = lines;
  if (!first) return key;
  const { kind, number, title } = first.item;
  if (kind === 'nomination') return phrases[language].orderPart({ number, count: lines.length });
  return kind === 'initiative' ? `${number} – ${title}` : title;
}

export function callOffView(sitting: SittingPicture, { language, zone }: Reader): ModalView {
  const say = phrases[language];
  return callOffModal.view({
    title: say.callOff,
    submit: say.callOff,
    close: say.goBack,
    metadata: { sittingId: sitting.id },
    blocks: [
      section(say.callOffQuestion({ sitting: `*${whole(sitting, zone)}*` })),
      input('reason', say.callOffReason, {
        type: 'plain_text_input',
        multiline: true,
        max_length: 500,
      }),
    ],
  });
}

/** What stands at the head of a sitting besides its time: that it is called off, what is to be read. */
export function standingBlocks(sitting: SittingPicture, language: Language): KnownBlock[] {
  const say = phrases[language];
  const { calledOff, documents } = sitting;
  if (calledOff) return [section(say.isCalledOff({ reason: escapeText(calledOff.reason) }))];
  return [
    ...(documents ? [section(clip(`*${say.documents}*\n${escapeText(documents)}`, 2900))] : []),
    ...filesBlocks(sitting, language),
  ];
}

export function movedMessage(
  sitting: SittingPicture,
  before: { startsAt: string; place: string },
  { language, zone }: Reader,
): Rendered {
  const say = phrases[language];
  const council = escapeText(sitting.councilName);
  const text = say.moved({
    council,
    when: slackInstant(sitting.startsAt, zone),
    place: escapeText(sitting.place),
    before: `${slackInstant(new Date(before.startsAt), zone)} · ${escapeText(before.place)}`,
  });
  return { text: say.movedText({ council }), blocks: [section(text)] };
}

export function agendaAddedMessage(
  sitting: SittingPicture,
  { names }: { names: string },
  { language, zone }: Reader,
): Rendered {
  if (sitting.calledOff) return null;
  const say = phrases[language];
  const council = escapeText(sitting.councilName);
  const when = slackInstant(sitting.startsAt, zone);
  const text = say.agendaAdded({ council, when, names: escapeText(clip(names, 1000)) });
  return { text: say.agendaAddedText({ council }), blocks: [section(text)] };
}

export function calledOffMessage(sitting: SittingPicture, { language, zone }: Reader): Rendered {
  const say = phrases[language];
  const { calledOff } = sitting;
  if (!calledOff) return null;
  const council = escapeText(sitting.councilName);
  const text = say.calledOffNews({
    council,
    when: slackInstant(sitting.startsAt, zone),
    reason: escapeText(calledOff.reason),
    by: escapeText(calledOff.byName),
  });
  return { text: say.calledOffText({ council }), blocks: [section(text)] };
}

function whole({ councilName, startsAt, place }: SittingPicture, zone: string): string {
  return `${escapeText(councilName)}* · ${slackInstant(startsAt, zone)} · *${escapeText(place)}`;
}
