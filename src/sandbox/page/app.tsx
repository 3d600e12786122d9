import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SuggestedPerson } from '../client-protocol.ts';
import { fetchPeople } from './model/connection.ts';
import { remember, remembered } from './model/local.ts';
import { useAddress } from './use-address.ts';
import { useWorkspace } from './use-workspace.ts';
import { type PageLanguage, WORDS, type Words } from './words.ts';
import { Workspace } from './workspace.tsx';

const RETRY_MS = 3_000;

export function App(): VNode {
  const [language, setLanguage] = useState<PageLanguage>(() =>
    remembered('thidua.language') === 'en' ? 'en' : 'vi',
  );
  const { address, go } = useAddress();
  const { people, failed } = usePeople();
  const words = WORDS[language];

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    if (people === null) return;
    const person = people.find(({ id }) => id === address.as) ?? firstPerson(people);
    if (person !== undefined && person.id !== address.as) go({ as: person.id });
  }, [people, address.as, go]);

  const as = people?.find(({ id }) => id === address.as)?.id;
  if (people === null || as === undefined) {
    return <Waiting text={failed ? words.loadFailed : words.loading} />;
  }
  return (
    <Person
      key={as}
      as={as}
      people={people}
      words={words}
      language={language}
      onLanguage={(next) => {
        remember('thidua.language', next);
        setLanguage(next);
      }}
    />
  );
}

interface PersonProps {
  as: string;
  people: readonly SuggestedPerson[];
  words: Words;
  language: PageLanguage;
  onLanguage: (language: PageLanguage) => void;
}

function Person({ as, words, ...rest }: PersonProps): VNode {
  const connection = useWorkspace(as, words);
  if (connection === null) return <Waiting text={words.loading} />;
  return <Workspace connection={connection} {...rest} />;
}

/** Who one was last time in this browser, else the first whom the guide suggests. */
function firstPerson(people: readonly SuggestedPerson[]): SuggestedPerson | undefined {
  const last = remembered('thidua.person');
  return people.find(({ id }) => id === last) ?? people.find(({ isBot }) => !isBot);
}

function usePeople(): { people: SuggestedPerson[] | null; failed: boolean } {
  const [people, setPeople] = useState<SuggestedPerson[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let retry: number | undefined;
    const load = (): void => {
      fetchPeople().then(setPeople, () => {
        setFailed(true);
        retry = window.setTimeout(load, RETRY_MS);
      });
    };
    load();
    return () => window.clearTimeout(retry);
  }, []);
  return { people, failed };
}

function Waiting({ text }: { text: string }): VNode {
  return (
    <div class="waiting" role="status">
      <span class="workspace-mark" aria-hidden="true">
        ★
      </span>
      <p>{text}</p>
    </div>
  );
}
