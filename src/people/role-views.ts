import type { ModalView } from '@slack/types';
import type { Rendered } from '../jobs/kinds.ts';
import type { Language } from '../kernel/language.ts';
import { type Day, formatDay } from '../kernel/time.ts';
import {
  actions,
  confirmation,
  context,
  escapeText,
  input,
  option,
  readingModal,
  section,
} from '../slack/blocks.ts';
import { endGrant, grantModal, openGrant, RoleName } from './controls.ts';
import { phrases } from './phrases.ts';
import type { Grant } from './role-queries.ts';

/** A modal takes a hundred blocks. */
const MOST_SHOWN = 90;

/** The roles in an administrator's units. `words`: what was searched for, if anything. */
export function rolesView(grants: readonly Grant[], words: string, language: Language): ModalView {
  const say = phrases[language];
  const more = grants.length - MOST_SHOWN;
  return readingModal({ title: say.rolesTitle, close: say.close }, [
    section(
      grants.length === 0 && words !== ''
        ? say.rolesNone({ words: escapeText(words) })
        : say.rolesIntro({ count: grants.length }),
    ),
    actions('people.roles', openGrant.button(say.grant, {}, { style: 'primary' })),
    ...grants.slice(0, MOST_SHOWN).map((grant) => {
      const about = aboutGrant(grant, language);
      return section(
        `${say.grantLine(about)}\n${daysOf(grant, language)}`,
        endGrant.button(
          say.end,
          { grantId: grant.id },
          {
            confirm: confirmation({
              title: say.endTitle,
              text: say.endText({ ...namesOf(grant, language) }),
              confirm: say.end,
              deny: say.keep,
            }),
          },
        ),
      );
    }),
    ...(more > 0 ? [context(say.rolesMore({ count: more }))] : []),
  ]);
}

export function grantFormView(
  units: readonly { id: string; name: string }[],
  today: Day,
  language: Language,
): ModalView {
  const say = phrases[language];
  return grantModal.view({
    title: say.grant,
    metadata: {},
    submit: say.grant,
    close: say.cancel,
    blocks: [
      input('person', say.person, { type: 'users_select' }, { optional: true }),
      input(
        'staffNumber',
        say.staffNumber,
        { type: 'plain_text_input', max_length: 40 },
        { optional: true, hint: say.staffNumberHint },
      ),
      input('role', say.role, {
        type: 'static_select',
        options: RoleName.options.map((role) => option(say.roles[role], role)),
      }),
      input('unit', say.unit, {
        type: 'static_select',
        // A menu takes a hundred.
        options: units.slice(0, 100).map(({ id, name }) => option(name, id)),
      }),
      input('from', say.from, { type: 'datepicker', initial_date: today }),
      input('to', say.to, { type: 'datepicker' }, { optional: true, hint: say.toHint }),
    ],
  });
}

export function grantedView(grant: Grant, language: Language): ModalView {
  const say = phrases[language];
  const days = daysOf(grant, language);
  return notice(say.granted({ ...aboutGrant(grant, language), days }), language);
}

export function endedView(grant: Grant, language: Language): ModalView {
  const text = phrases[language].ended(aboutGrant(grant, language));
  // The list under it shows what is no more.
  return { ...notice(text, language), clear_on_close: true };
}

export function grantedNews(grant: Grant, language: Language): NonNullable<Rendered> {
  const days = daysOf(grant, language);
  const text = phrases[language].newsGranted({ ...aboutGrant(grant, language), days });
  return { text, blocks: [section(text)] };
}

export function endedNews(grant: Grant, language: Language): NonNullable<Rendered> {
  const text = phrases[language].newsEnded(aboutGrant(grant, language));
  return { text, blocks: [section(text)] };
}

function notice(text: string, language: Language): ModalView {
  const say = phrases[language];
  return readingModal({ title: say.rolesTitle, close: say.close }, [section(text)]);
}

function daysOf({ fromDate, toDate }: Grant, language: Language): string {
  const say = phrases[language];
  const from = say.fromDay({ day: formatDay(fromDate) });
  return toDate === null ? from : `${from} ${say.toDay({ day: formatDay(toDate) })}`;
}

function namesOf({ fullName, role, unitName }: Grant, language: Language) {
  return { name: fullName, role: phrases[language].roles[role], unit: unitName };
}

function aboutGrant(grant: Grant, language: Language) {
  const { name, role, unit } = namesOf(grant, language);
  return { name: escapeText(name), role, unit: escapeText(unit) };
}
