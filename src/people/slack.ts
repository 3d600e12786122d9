import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import { fold } from '../rulebook/fold.ts';
import type { RegisterListeners } from '../slack/listeners.ts';
import { registerAccessListeners } from './access-slack.ts';
import type { Actor } from './actor.ts';
import { endGrant, grantModal, openGrant } from './controls.ts';
import { endRole } from './end-role.ts';
import { grantRole } from './grant-role.ts';
import { phrases } from './phrases.ts';
import { personsOfSlackUsers } from './queries.ts';
import { grantsUnder } from './role-queries.ts';
import { notAdministrator } from './role-refusals.ts';
import { endedView, grantedView, grantFormView, rolesView } from './role-views.ts';
import { unitsUnder } from './units-under.ts';

export const registerPeopleListeners: RegisterListeners = (on, deps) => {
  on.subcommand(
    {
      command: '/thidua',
      names: ['vai tro', 'vaitro', 'roles', 'role'],
      usage: (language) => phrases[language].usage,
    },
    async ({ actor, words, openModal }) => {
      const unitIds = administered(actor);
      if (unitIds.length === 0) throw notAdministrator();
      const wanted = fold(words.join(' '));
      const grants = await grantsUnder(deps.db, { unitIds, on: today(deps) });
      const matching = grants.filter(({ fullName, unitName }) =>
        fold(`${fullName} ${unitName}`).includes(wanted),
      );
      await openModal(rolesView(matching, words.join(' '), actor.language));
    },
  );

  on.button(openGrant, async ({ actor, openModal }) => {
    const units = await unitsUnder(deps.db, actor, ['administrator'], today(deps));
    if (units.length === 0) throw notAdministrator();
    await openModal(grantFormView(units, today(deps), actor.language));
    return undefined;
  });

  on.submission(grantModal, async ({ actor, fields }) => {
    const { role, unit: unitId, from: fromDate, to } = fields;
    const personId = await personMeant(deps, fields);
    const toDate = to ?? null;
    const grant = await grantRole(deps, { actor, personId, unitId, role, fromDate, toDate });
    return { next: 'show', view: grantedView(grant, actor.language) };
  });

  on.button(endGrant, async ({ actor, value, openModal }) => {
    const grant = await endRole(deps, { actor, ...value });
    await openModal(endedView(grant, actor.language));
    return undefined;
  });

  registerAccessListeners(on, deps);
};

function administered(actor: Actor): string[] {
  return actor.grants.filter(({ role }) => role === 'administrator').map(({ unitId }) => unitId);
}

/** @throws AppError when it is nobody of the staff list, or two are named */
async function personMeant(
  { db }: Deps,
  { person, staffNumber = '' }: { person?: string | undefined; staffNumber?: string | undefined },
): Promise<string> {
  const number = staffNumber.trim();
  if ((person === undefined) === (number === '')) {
    throw new AppError('one_person', {
      field: 'person',
      say: (language) => phrases[language].onePerson,
    });
  }
  const found =
    person === undefined
      ? await db.person.findUnique({ where: { staffNumber: number }, select: { id: true } })
      : (await personsOfSlackUsers(db, [person])).get(person);
  if (!found) {
    throw new AppError('person_unknown', {
      field: person === undefined ? 'staffNumber' : 'person',
      say: (language) => phrases[language].personUnknown,
    });
  }
  return found.id;
}
