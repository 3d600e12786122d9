import { today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import { option } from '../slack/blocks.ts';
import type { RegisterListeners } from '../slack/listeners.ts';
import { phrases } from './access-phrases.ts';
import { unmatchedStaff, waitingAccess } from './access-queries.ts';
import { matchedView, matchFormView, refusalFormView, refusedView } from './access-views.ts';
import type { Actor } from './actor.ts';
import {
  askAccess,
  matchModal,
  openMatch,
  openRefusal,
  refusalModal,
  UNMATCHED_PERSON,
} from './controls.ts';
import { matchPerson, mayNotMatch } from './match-person.ts';
import { refuseAccess } from './refuse-access.ts';
import { requestAccess } from './request-access.ts';

/** A menu takes a hundred. */
const OFFERED = 100;
const WAITING_SHOWN = 20;

/** Strangers who ask to be added, and administrators who match accounts to the staff list by hand. */
export const registerAccessListeners: RegisterListeners = (on, deps) => {
  on.newcomerButton(askAccess, async ({ actor, language, readUser }) => {
    const say = phrases[language];
    if (actor) return { text: say.matchedAlready };
    const user = await readUser();
    if (!user) return { text: say.notOurs };
    const { outcome } = await requestAccess(deps, user);
    return { text: outcome === 'asked' ? say.asked : say.askedAlready };
  });

  on.subcommand(
    {
      command: '/thidua',
      names: ['ghep', 'match'],
      usage: (language) => phrases[language].usage,
    },
    async ({ actor, openModal }) => {
      administeredUnits(actor);
      const waiting = await waitingAccess(deps.db, WAITING_SHOWN);
      await openModal(matchFormView({ account: null, waiting }, actor.language));
    },
  );

  on.button(openMatch, async ({ actor, value, openModal }) => {
    administeredUnits(actor);
    const waiting = { total: 0, first: [] };
    await openModal(matchFormView({ account: value, waiting }, actor.language));
    return undefined;
  });

  on.suggestions(UNMATCHED_PERSON, async ({ actor, typed }) => {
    const unitIds = administeredUnits(actor);
    const search = { unitIds, words: typed, on: today(deps), limit: OFFERED };
    const found = await unmatchedStaff(deps.db, search);
    return found.map(({ id, fullName, staffNumber, unitName }) =>
      option(`${fullName} · ${staffNumber} · ${unitName}`, id),
    );
  });

  on.submission(matchModal, async ({ actor, metadata, fields, readUser }) => {
    const slackUserId = metadata.slackUserId ?? fields.slackUser ?? '';
    const account = await readUser(slackUserId);
    if (!account) {
      throw new AppError('not_of_workspace', {
        field: 'slackUser',
        say: (language) => phrases[language].notOurs,
      });
    }
    const personId = fields[UNMATCHED_PERSON];
    const { fullName } = await matchPerson(deps, { actor, account, personId });
    return { next: 'show', view: matchedView({ slackUserId, fullName }, actor.language) };
  });

  on.button(openRefusal, async ({ actor, value, openModal }) => {
    administeredUnits(actor);
    await openModal(refusalFormView(value.requestId, actor.language));
    return undefined;
  });

  on.submission(refusalModal, async ({ actor, metadata, fields }) => {
    await refuseAccess(deps, { actor, ...metadata, ...fields });
    return { next: 'show', view: refusedView(actor.language) };
  });
};

/** @throws AppError when there are none */
function administeredUnits(actor: Actor): string[] {
  const units = actor.grants.filter(({ role }) => role === 'administrator');
  if (units.length === 0) throw mayNotMatch();
  return units.map(({ unitId }) => unitId);
}
