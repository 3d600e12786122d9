import type { KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../kernel/language.ts';
import { type Day, formatDay } from '../../kernel/time.ts';
import { context, escapeText, input, option, section } from '../../slack/blocks.ts';
import { byOffice, type CouncilOffice } from '../rules.ts';
import {
  COUNCIL_UNIT,
  decisionModal,
  membersModal,
  substituteModal,
  type Target,
} from './composition-controls.ts';
import { compositionPhrases as phrases } from './composition-phrases.ts';
import type { CompositionPicture, MemberLine } from './composition-queries.ts';
import type { CouncilProblem, Seat, SeatChange } from './composition-rules.ts';

/** A menu takes a hundred. */
const MENU_MOST = 100;
const OFFICES = ['chair', 'vice_chair', 'standing_member', 'secretary', 'member'] as const;
const KINDS = ['emulation', 'initiative'] as const;

export interface MembersForm {
  target: Target;
  /** Of the council or of the unit; null while the unit is to be chosen. */
  name: string | null;
  /** Those who sit now, to be changed. */
  before: { number: string; members: readonly MemberLine[] } | null;
  /** Of those, who have left and are not filled in. */
  gone: readonly string[];
  /** No other modal fits on it. */
  last: boolean;
}

/** Step 1: who sits, a picker for each office. */
export function membersFormView(form: MembersForm, language: Language): ModalView {
  const say = phrases[language];
  const { target, before, gone } = form;
  const members = before?.members ?? [];
  return membersModal.view({
    title: target.what === 'council' ? say.establishTitle : say.reconstituteTitle,
    metadata: { target, last: form.last },
    submit: say.proceed,
    close: say.cancel,
    blocks: [
      section(
        [
          ...(form.name ? [`*${escapeText(form.name)}*`] : []),
          ...(target.what === 'council' && target.kind ? [say.kinds[target.kind]] : []),
          say.step({ step: 1 }),
        ].join(' · '),
      ),
      ...(before ? [context(escapeText(say.prefilled({ number: before.number })))] : []),
      ...(gone.length > 0
        ? [context(`:warning: ${escapeText(say.notPrefilled({ names: gone.join(', ') }))}`)]
        : []),
      ...(target.what === 'council' ? chooseCouncil(target, language) : []),
      ...OFFICES.map((office) => officeInput(office, members, language)),
      ...withoutSlack(members, language),
    ],
  });
}

function chooseCouncil(target: Target & { what: 'council' }, language: Language): KnownBlock[] {
  const say = phrases[language];
  const kinds = KINDS.map((kind) => option(say.kinds[kind], kind));
  return [
    ...(target.unitId === null
      ? [input(COUNCIL_UNIT, say.unit, { type: 'external_select', min_query_length: 0 })]
      : []),
    ...(target.kind === null
      ? [input('kind', say.kind, { type: 'static_select', options: kinds })]
      : []),
  ];
}

function officeInput(
  office: CouncilOffice,
  members: readonly MemberLine[],
  language: Language,
): KnownBlock {
  const label = phrases[language].officeFields[office];
  const now = members
    .filter((member) => member.office === office)
    .flatMap(({ slackUserId }) => slackUserId ?? []);
  const [first] = now;
  const optional = office !== 'chair';
  return office === 'chair' || office === 'secretary'
    ? input(
        office,
        label,
        { type: 'users_select', ...(first ? { initial_user: first } : {}) },
        { optional },
      )
    : input(
        office,
        label,
        { type: 'multi_users_select', ...(first ? { initial_users: now } : {}) },
        { optional },
      );
}

/** Somebody whom no picker of people finds stays by being left ticked. */
function withoutSlack(members: readonly MemberLine[], language: Language): KnownBlock[] {
  const say = phrases[language];
  const options = members
    .filter(({ slackUserId }) => slackUserId === null)
    .map(({ name, office, personId }) =>
      option(`${name} – ${say.offices[office]}`, `${office}:${personId}`),
    );
  if (options.length === 0) return [];
  const element = { type: 'multi_static_select', options, initial_options: options } as const;
  return [input('kept', say.kept, element, { optional: true })];
}

export interface DecisionForm {
  target: Target;
  seats: readonly Seat[];
  name: string;
  /** Null: the council is new. */
  changes: readonly (SeatChange & { name: string })[];
  isNew: boolean;
  problems: readonly CouncilProblem[];
  openBallots: number;
  /** Recorded and not begun. */
  next: CompositionPicture | null;
  /** Pairs that may go on. */
  substitutes: readonly { memberId: string; member: string; name: string }[];
  today: Day;
}

/** Step 2: what changes, and by which decision. */
export function decisionFormView(form: DecisionForm, language: Language): ModalView {
  const say = phrases[language];
  const { target, seats, today } = form;
  const pairs = form.substitutes.map(({ memberId, member, name }) =>
    option(say.substitutePair({ name, member }), memberId),
  );
  return decisionModal.view({
    title: form.isNew ? say.establishTitle : say.reconstituteTitle,
    metadata: { target, seats: seats.map(({ office, personId }) => [office, personId]) },
    submit: say.record,
    close: say.cancel,
    blocks: [
      section(`${say.step({ step: 2 })} · ${changeLines(form, language)}`),
      ...warnings(form, language),
      input(
        'number',
        say.number,
        { type: 'plain_text_input', max_length: 60 },
        {
          hint: say.numberHint,
        },
      ),
      input('decidedOn', say.decidedOn, { type: 'datepicker', initial_date: today }),
      input(
        'from',
        say.from,
        { type: 'datepicker', initial_date: today },
        {
          hint: form.isNew ? '' : say.fromHint,
        },
      ),
      input('to', say.to, { type: 'datepicker' }, { optional: true, hint: say.toHint }),
      input('name', say.councilName, {
        type: 'plain_text_input',
        max_length: 200,
        initial_value: form.name,
      }),
      ...(pairs.length > 0
        ? [
            input(
              'substitutes',
              say.keptSubstitutes,
              { type: 'multi_static_select', options: pairs, initial_options: pairs },
              { optional: true },
            ),
          ]
        : []),
    ],
  });
}

function changeLines({ isNew, seats, changes }: DecisionForm, language: Language): string {
  const say = phrases[language];
  const members = seats.length;
  const lines = changes.map((one) => {
    const about = { name: escapeText(one.name), office: say.offices[one.office] };
    switch (one.change) {
      case 'moves':
        return say.moves({ ...about, was: say.offices[one.was] });
      case 'joins':
        return isNew ? `• ${about.office}: ${about.name}` : say.joins(about);
      default:
        return say.leaves(about);
    }
  });
  const intro = isNew ? say.firstMembers({ members }) : say.changes({ members });
  return [intro, ...(lines.length > 0 ? lines : [say.noChanges])].join('\n');
}

function warnings(form: DecisionForm, language: Language): KnownBlock[] {
  const say = phrases[language];
  const { problems, openBallots, next } = form;
  const wrong = problems.map((one) => escapeText(say.problem(one, formatDay))).join('; ');
  return [
    ...(wrong === '' ? [] : [context(`:warning: ${say.wouldBe}: ${wrong}.`)]),
    ...(openBallots > 0
      ? [context(`:ballot_box_with_ballot: ${say.openBallots({ count: openBallots })}`)]
      : []),
    ...(next
      ? [context(escapeText(say.replaces({ day: formatDay(next.from), number: next.number })))]
      : []),
  ];
}

/** Who may stand in for a member. */
export function substituteFormView(
  form: {
    id: string;
    councilId: string;
    name: string;
    composition: CompositionPicture;
    /** The first day that is offered. */
    from: Day;
  },
  language: Language,
): ModalView {
  const say = phrases[language];
  const { id, councilId, composition, from } = form;
  const { members, number, decidedOn } = composition;
  const options = members
    .toSorted(byOffice)
    .slice(0, MENU_MOST)
    .map(({ memberId, name, office }) => option(`${name} – ${say.offices[office]}`, memberId));
  return substituteModal.view({
    title: say.substituteTitle,
    metadata: { councilId, id },
    submit: say.save,
    close: say.cancel,
    blocks: [
      section(`*${escapeText(form.name)}*\n${say.substituteIntro}`),
      input('for', say.substituteFor, { type: 'static_select', options }),
      input(
        'substitute',
        say.substitute,
        { type: 'users_select' },
        {
          optional: true,
          hint: say.substituteHint,
        },
      ),
      input('number', say.number, {
        type: 'plain_text_input',
        max_length: 60,
        initial_value: number,
      }),
      input('decidedOn', say.decidedOn, { type: 'datepicker', initial_date: decidedOn }),
      input('from', say.from, {
        type: 'datepicker',
        initial_date: from,
      }),
    ],
  });
}
