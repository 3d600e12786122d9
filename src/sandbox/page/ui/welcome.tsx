import type { VNode } from 'preact';
import { usePage } from '../context.ts';
import type { Words } from '../words.ts';
import { Icon } from './icons.tsx';

const FIRST_THINGS: { command: string; what: (words: Words) => string }[] = [
  { command: '/dangky', what: (words) => words.tryDangky },
  { command: '/sangkien', what: (words) => words.trySangkien },
  { command: '/hoidong', what: (words) => words.tryHoidong },
  { command: '/phongtrao', what: (words) => words.tryPhongtrao },
];

/** What this place is and what to try first: shown until it is put away. */
export function Welcome({ onDone }: { onDone: () => void }): VNode {
  const { words, state, compose } = usePage();
  const known = new Set(state.snapshot.commands.map(({ command }) => command));
  const things = FIRST_THINGS.filter(({ command }) => known.has(command)).slice(0, 3);
  return (
    <section class="welcome" aria-labelledby="welcome-title">
      <button type="button" class="icon-button" aria-label={words.dismiss} onClick={onDone}>
        <Icon name="close" />
      </button>
      <h2 id="welcome-title">{words.welcomeTitle}</h2>
      <p>{words.welcomeBody}</p>
      {things.length > 0 && (
        <>
          <h3>{words.welcomeTry}</h3>
          <ul class="welcome-things">
            {things.map(({ command, what }) => (
              <li key={command}>
                <button type="button" class="welcome-thing" onClick={() => compose(`${command} `)}>
                  <strong>{what(words)}</strong>
                  <code>{command}</code>
                </button>
              </li>
            ))}
          </ul>
          <p class="hint">{words.welcomeTryHint}</p>
        </>
      )}
      <p>{words.welcomeSwitch}</p>
    </section>
  );
}
