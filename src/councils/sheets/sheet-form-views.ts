import type { ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { context, inParts, input, option, readingModal, section } from '../../slack/blocks.ts';
import { sheetPageModal, sheetReviewModal } from '../ballots/controls.ts';
import { phrases as ballotPhrases } from '../ballots/phrases.ts';
import type { NameJudgements } from '../names/judge-names.ts';
import { judgedAtBlocks, type NameShown, nameBlock, placeAndName } from '../names/name-views.ts';
import { CHOICES, type Choice } from '../rules.ts';
import { sittingPhrases } from '../sittings/sitting-phrases.ts';
import { markAt, pageMarks } from './marks.ts';
import { sheetPhrases as phrases } from './sheet-phrases.ts';
import { namesFor, type SheetName, type SheetPicture } from './sheet-queries.ts';
import { titleOf } from './sheet-views.ts';

/** Names on one page of a sheet: a phone shows them without getting lost, a menu holds them all. */
export const PAGE = 25;
/** Lines of names in one block of 3,000 characters. */
const LINES = 20;

/** The names on the page that begins there, of those that are the member's. */
export function namesOn(
  sheet: SheetPicture,
  { personId, from }: { personId: string; from: number },
): SheetName[] {
  return namesFor(sheet, personId).slice(from, from + PAGE);
}

/**
 * One page: all names with how they stand with the conditions, one choice for them, and those that are otherwise.
 *
 * @param form.judgements at least of the names on the page
 */
export function sheetPageView(
  sheet: SheetPicture,
  form: { personId: string; from: number; marks: string; judgements: NameJudgements },
  shown: NameShown,
): ModalView {
  const { language } = shown;
  const p = phrases[language];
  const own = namesFor(sheet, form.personId);
  const { from, marks, judgements } = form;
  const page = namesOn(sheet, form);
  const to = from + page.length;
  const before = pageMarks(marks, { from, to });
  const choices = CHOICES.map((choice) => option(ballotPhrases[language][choice], choice));
  const chosen = choices.find(({ value }) => value === before?.rest);
  const places = page.map(({ item }, index) =>
    option(`${from + index + 1}. ${item.title}`, String(from + index), item.unitName ?? undefined),
  );
  const except = (choice: Choice) => {
    const ticked = places.filter(({ value }) => before?.except[choice].includes(Number(value)));
    return input(
      choice,
      p.sheetExcept({ choice: ballotPhrases[language][choice] }),
      {
        type: 'multi_static_select',
        options: places,
        ...(ticked.length > 0 ? { initial_options: ticked } : {}),
      },
      { optional: true, page: from },
    );
  };
  return sheetPageModal.view({
    title: p.sheetTitle,
    submit: p.sheetNext,
    close: sittingPhrases[language].close,
    metadata: { sheetId: sheet.id, from, marks },
    blocks: [
      section(p.sheetPage({ number: sheet.number, from: from + 1, to, of: own.length })),
      ...page.map(({ item, subject }, index) =>
        nameBlock(placeAndName(from + index + 1, item), subject.id, judgements, shown),
      ),
      ...judgedAtBlocks(judgements, shown),
      input(
        'rest',
        own.length === 1 ? p.sheetOne : p.sheetRest,
        {
          type: 'radio_buttons',
          options: choices,
          ...(chosen ? { initial_option: chosen } : {}),
        },
        { ...(page.length > 1 ? { hint: p.sheetRestHint } : {}), page: from },
      ),
      ...(page.length > 1 ? (['disagree', 'other', 'agree'] as const).map(except) : []),
      ...(sheet.method === 'secret'
        ? [context(p.sheetSecretNote)]
        : own.length > PAGE
          ? [context(p.sheetDraftNote)]
          : []),
    ],
  });
}

/** The marks once more: counts, and every name that is not agreed to. */
export function sheetReviewView(
  sheet: SheetPicture,
  form: { personId: string; marks: string },
  { language }: { language: Language },
): ModalView {
  const p = phrases[language];
  const own = namesFor(sheet, form.personId);
  const listed = (choice: Choice) =>
    own.flatMap(({ item }, place) =>
      markAt(form.marks, place) === choice ? [`${place + 1}. ${titleOf(item)}`] : [],
    );
  const of = { agree: listed('agree'), disagree: listed('disagree'), other: listed('other') };
  const what = [option(p.sheetCast, 'cast'), option(p.sheetAgain, 'again')];
  const [first] = what;
  return sheetReviewModal.view({
    title: p.sheetReviewTitle,
    submit: p.sheetDone,
    close: sittingPhrases[language].close,
    metadata: { sheetId: sheet.id, marks: form.marks },
    blocks: [
      section(
        `*${sheet.number}*\n${p.sheetReview({
          agree: of.agree.length,
          disagree: of.disagree.length,
          other: of.other.length,
        })}`,
      ),
      ...(['disagree', 'other'] as const).flatMap((choice) =>
        inParts(of[choice], LINES).map((part, index) =>
          section(
            [...(index === 0 ? [`*${ballotPhrases[language][choice]}*`] : []), ...part].join('\n'),
          ),
        ),
      ),
      ...(sheet.method === 'open' && of.other.length > 0
        ? [
            input(
              'opinion',
              p.sheetOpinion,
              { type: 'plain_text_input', multiline: true, max_length: 2000 },
              { optional: true, hint: p.sheetOpinionHint },
            ),
          ]
        : []),
      input(
        'what',
        p.sheetWhat,
        {
          type: 'radio_buttons',
          options: what,
          ...(first ? { initial_option: first } : {}),
        },
        { hint: p.sheetFinal },
      ),
    ],
  });
}

export function sheetCastView(
  cast: { receipt: string | null; names: number },
  { language }: { language: Language },
): ModalView {
  const p = phrases[language];
  return {
    ...readingModal({ title: p.sheetTitle, close: sittingPhrases[language].close }, [
      section(p.castSheet(cast)),
      ...(cast.receipt ? [section(p.castSheetReceipt({ receipt: cast.receipt }))] : []),
    ]),
    clear_on_close: true,
  };
}
