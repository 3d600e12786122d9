import type { VNode } from 'preact';
import type { TrainerReport } from '../../client-protocol.ts';
import { usePage } from '../context.ts';
import { agoInWords } from '../model/trainer.ts';
import type { TrainerWords } from '../words-trainer.ts';
import { ErrorCode } from './error-code.tsx';

interface FailuresProps {
  words: TrainerWords;
  failures: TrainerReport['failures'];
}

/** Calls that Slack refused and acts that the app did not answer in time. */
export function Failures({ words, failures }: FailuresProps): VNode {
  const { locale } = usePage();
  return (
    <section class="trainer-part" aria-label={words.failures}>
      <h3>{words.failures}</h3>
      {failures.length === 0 ? (
        <p class="hint">{words.noFailures}</p>
      ) : (
        <ul class="trainer-list">
          {failures.map((failure) => (
            <li key={failure}>
              <strong>
                {failure.kind === 'call'
                  ? words.called(failure.what)
                  : words.unanswered(failure.what)}
              </strong>
              <span class="option-detail">
                {agoInWords(failure.at, Date.now(), locale)}
                {failure.who !== null && ` · ${words.by(failure.who)}`}
              </span>
              <ErrorCode words={words} error={failure.error} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
