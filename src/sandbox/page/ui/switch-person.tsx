import type { VNode } from 'preact';
import type { SuggestedPerson } from '../../client-protocol.ts';
import type { PageLanguage, Words } from '../words.ts';
import { Avatar } from './avatar.tsx';
import { Chooser } from './chooser.tsx';
import { Dialog } from './dialog.tsx';
import { Icon } from './icons.tsx';

interface SwitchPersonProps {
  language: PageLanguage;
  people: readonly SuggestedPerson[];
  current: string | null;
  words: Words;
  onChoose: (id: string) => void;
  onClose: () => void;
}

/** "Who am I": every person of the sample agency with office and unit. */
export function SwitchPerson(props: SwitchPersonProps): VNode {
  const { people, current, words, language, onChoose, onClose } = props;
  const anySuggested = people.some(({ why }) => why !== null);
  const entries = people
    .filter(({ isBot }) => !isBot)
    .map((person) => ({
      id: person.id,
      searched: `${person.name} ${person.title} ${person.why?.[language] ?? ''}`,
      group: anySuggested
        ? person.why === null
          ? words.otherPeople
          : words.suggestedPeople
        : undefined,
      isCurrent: person.id === current,
      drawn: (
        <>
          <Avatar name={person.name} />
          <span class="person">
            <strong>{person.name}</strong>
            <span class="option-detail">{person.title}</span>
            {person.why !== null && <span class="why">{person.why[language]}</span>}
          </span>
          {person.id === current && <Icon name="check" />}
          <a
            class="icon-button"
            href={`?as=${encodeURIComponent(person.id)}`}
            target="_blank"
            rel="noopener"
            tabIndex={-1}
            title={words.newWindow}
            aria-label={`${words.newWindow}: ${person.name}`}
            onClick={(event) => event.stopPropagation()}
          >
            <Icon name="window" />
          </a>
        </>
      ),
    }));
  return (
    <Dialog label={words.choosePerson} class="switcher people" onClose={onClose} closesOutside>
      <header class="modal-head">
        <h2>{words.choosePerson}</h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <p class="switcher-help">{words.choosePersonHelp}</p>
      <Chooser
        label={words.choosePerson}
        placeholder={words.searchPeople}
        nothing={words.nobodyFound}
        entries={entries}
        onChoose={onChoose}
      />
    </Dialog>
  );
}
