import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { DeliveryReport } from '../../client-protocol.ts';
import { usePage } from '../context.ts';
import { agoInWords } from '../model/trainer.ts';
import type { TrainerWords } from '../words-trainer.ts';
import { ErrorCode } from './error-code.tsx';

interface DeliveriesProps {
  words: TrainerWords;
  deliveries: readonly DeliveryReport[];
}

function isTroubled({ state, error }: DeliveryReport): boolean {
  return state === 'failed' || (state === 'waiting' && error !== null);
}

/** The app's outgoing messages: what for, to whom, and how it went. */
export function Deliveries({ words, deliveries }: DeliveriesProps): VNode {
  const [troubledOnly, setTroubledOnly] = useState(false);
  const troubled = deliveries.filter(isTroubled);
  const shown = troubledOnly ? troubled : deliveries;
  const filters = [
    { text: `${words.all} (${deliveries.length})`, only: false },
    { text: `${words.troubled} (${troubled.length})`, only: true },
  ];
  return (
    <section class="trainer-part" aria-label={words.deliveries}>
      <h3>{words.deliveries}</h3>
      <fieldset class="language" aria-label={words.deliveries}>
        {filters.map(({ text, only }) => (
          <button
            key={text}
            type="button"
            aria-pressed={only === troubledOnly}
            onClick={() => setTroubledOnly(only)}
          >
            {text}
          </button>
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <p class="hint">{troubledOnly ? words.noTroubled : words.noDeliveries}</p>
      ) : (
        <ul class="trainer-list">
          {shown.map((delivery) => (
            <Delivery key={delivery.id} words={words} delivery={delivery} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Delivery({ words, delivery }: { words: TrainerWords; delivery: DeliveryReport }): VNode {
  const { language, locale } = usePage();
  const { state, purpose, to, attempts, error, createdAt, settledAt } = delivery;
  const when = agoInWords(settledAt ?? createdAt, Date.now(), locale);
  return (
    <li>
      <span class="trainer-line">
        <strong>{purpose[language]}</strong>
        <span class={`state state-${state}`}>{words.states[state]}</span>
      </span>
      <span class="option-detail">
        {words.to(to)} · {when}
        {attempts > 1 && ` · ${words.attempts(attempts)}`}
      </span>
      {error !== null && state !== 'delivered' && <ErrorCode words={words} error={error} />}
    </li>
  );
}
