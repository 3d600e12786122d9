import { type Deps, today } from '../kernel/deps.ts';
import type { Actor } from '../people/actor.ts';
import { personsOfSlackUsers } from '../people/queries.ts';
import type { RegisterListeners } from '../slack/listeners.ts';
import { entryModal, openEntry, openRecord, type RecordSubject } from './controls.ts';
import { entryFormView } from './entry-views.ts';
import { findSubjects } from './find-subjects.ts';
import { ENTRY_CHOICES, keepEntry, openEntryOf, removeEntry } from './keep-entry.ts';
import { openRecordOf } from './open-record.ts';
import { phrases } from './phrases.ts';
import { foundView, recordView } from './record-views.ts';
import { refusal } from './refusal.ts';

export const registerRecordsListeners: RegisterListeners = (on, deps) => {
  on.subcommand(
    {
      command: '/thidua',
      names: ['ho so', 'hoso', 'record', 'records'],
      usage: (language) => phrases[language].usage,
    },
    async ({ actor, words, openModal }) => {
      const typed = words.join(' ').trim();
      const mention = /^<@([A-Z0-9]+)(?:\|[^>]*)?>$/.exec(typed)?.[1];
      if (typed === '' || mention !== undefined) {
        const personId = mention ? await personMeant(deps, mention) : actor.personId;
        return openModal(await record(actor, { personId }));
      }
      const found = await findSubjects(deps, actor, typed);
      const [only] = found;
      return openModal(
        only && found.length === 1
          ? await record(actor, only.of)
          : foundView(found, typed, actor.language),
      );
    },
  );

  on.button(openRecord, async ({ actor, value, openModal }) => {
    await openModal(await record(actor, value.of));
    return undefined;
  });

  on.button(openEntry, async ({ actor, value, openModal }) => {
    const { name, entry } = await openEntryOf(deps, { actor, ...value });
    const form = { ...value, name, entry, choices: ENTRY_CHOICES[value.kind], today: today(deps) };
    await openModal(entryFormView(form, actor.language));
    return undefined;
  });

  on.submission(entryModal, async ({ actor, metadata, fields }) => {
    const { entryId } = metadata;
    const { what, from, to = null, text = '', reason = '' } = fields;
    const goodGrade = (fields.goodGrade ?? []).length > 0;
    const opened =
      entryId !== null && (fields.remove ?? []).length > 0
        ? await removeEntry(deps, { actor, ...metadata, entryId, reason })
        : await keepEntry(deps, {
            actor,
            ...metadata,
            written: { what, from, to, text, goodGrade },
          });
    // What lies under it shows the record as it was.
    return { next: 'show', view: { ...recordView(opened, shown(actor)), clear_on_close: true } };
  });

  async function record(actor: Actor, of: RecordSubject) {
    return recordView(await openRecordOf(deps.db, { actor, of, on: today(deps) }), shown(actor));
  }

  function shown({ language }: Actor) {
    return { language, rulebook: deps.rulebook };
  }
};

async function personMeant(deps: Deps, slackUserId: string): Promise<string> {
  const person = (await personsOfSlackUsers(deps.db, [slackUserId])).get(slackUserId);
  if (!person) throw refusal('person_unknown', (say) => say.personUnknown);
  return person.id;
}
