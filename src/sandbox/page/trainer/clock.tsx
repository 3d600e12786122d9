import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { DateField, TimeField } from '../elements/dates.tsx';
import { dateIn, epochSecondsOf, longDay, timeIn } from '../model/dates.ts';
import { moveClock, spanInWords } from '../model/trainer.ts';
import type { TrainerWords } from '../words-trainer.ts';

const HOUR_MS = 3_600_000;
/** When a working day begins, for a date without a time. */
const MORNING = '08:00';

interface PracticeClockProps {
  words: TrainerWords;
  onMoved: () => void;
}

/** The workspace's date and time, and how to move it forward. */
export function PracticeClock({ words, onMoved }: PracticeClockProps): VNode {
  const page = usePage();
  const { now, state, locale } = page;
  const { tz } = state.snapshot.me;
  const [date, setDate] = useState<string | null>(null);
  const [time, setTime] = useState<string | null>(MORNING);
  const [said, setSaid] = useState<{ text: string; isTrouble: boolean } | null>(null);
  const [moving, setMoving] = useState(false);
  useTick();
  const ahead = spanInWords(state.snapshot.clockAheadMs, words);
  const steps = [
    { text: words.anHour, ms: HOUR_MS },
    { text: words.aDay, ms: 24 * HOUR_MS },
    { text: words.aWeek, ms: 7 * 24 * HOUR_MS },
  ];

  const moveTo = async (to: number): Promise<void> => {
    setMoving(true);
    setSaid(null);
    try {
      const result = await moveClock(to);
      setSaid(
        result.ok
          ? { text: words.moved, isTrouble: false }
          : { text: refusal(result.error, words), isTrouble: true },
      );
      if (result.ok) setDate(null);
      onMoved();
    } catch {
      setSaid({ text: words.lost, isTrouble: true });
    }
    setMoving(false);
  };
  const submit = (): void => {
    const to = date === null ? null : epochSecondsOf(date, time ?? MORNING, tz) * 1000;
    if (to === null) setSaid({ text: words.needsDate, isTrouble: true });
    else if (to <= now()) setSaid({ text: words.notForward, isTrouble: true });
    else void moveTo(to);
  };

  return (
    <section class="trainer-part" aria-label={words.clock}>
      <h3>{words.clock}</h3>
      <p class="practice-time">
        <time>
          <strong>{timeIn(now(), tz)}</strong> {longDay(dateIn(now(), tz), locale)}
        </time>
        <span class="hint">{ahead === '' ? words.onTime : words.ahead(ahead)}</span>
      </p>
      <div class="block-actions">
        {steps.map(({ text, ms }) => (
          <button
            key={ms}
            type="button"
            class="button small"
            aria-disabled={moving}
            onClick={() => {
              if (!moving) void moveTo(now() + ms);
            }}
          >
            {text}
          </button>
        ))}
      </div>
      <form
        class="clock-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!moving) submit();
        }}
      >
        <DateField
          label={words.toDate}
          value={date}
          placeholder={page.words.dateFormat}
          onChange={setDate}
        />
        <TimeField
          label={words.toTime}
          value={time}
          placeholder={page.words.timeFormat}
          onChange={setTime}
        />
        <button type="submit" class="button" aria-disabled={moving}>
          {words.go}
        </button>
      </form>
      <p class="hint">{words.clockHelp}</p>
      <p role="status" class={said?.isTrouble === true ? 'field-error' : 'trainer-said'}>
        {said?.text}
      </p>
    </section>
  );
}

function refusal(error: string, words: TrainerWords): string {
  if (error === 'not_forward') return words.notForward;
  return error === 'too_far' ? words.tooFar : words.failed(error);
}

/** Draws anew every second, for a clock. */
function useTick(): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = window.setInterval(() => setTick((tick) => tick + 1), 1_000);
    return () => window.clearInterval(timer);
  }, []);
}
