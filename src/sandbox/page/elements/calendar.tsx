import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { addDays, addMonths, longDay, monthWeeks } from '../model/dates.ts';
import { Icon } from '../ui/icons.tsx';

interface CalendarProps {
  chosen: string | null;
  today: string;
  onChoose: (date: string) => void;
  onClose: () => void;
}

const STEPS: Record<string, (date: string) => string> = {
  ArrowLeft: (date) => addDays(date, -1),
  ArrowRight: (date) => addDays(date, 1),
  ArrowUp: (date) => addDays(date, -7),
  ArrowDown: (date) => addDays(date, 7),
  PageUp: (date) => addMonths(date, -1),
  PageDown: (date) => addMonths(date, 1),
};

/** One month to choose a day from; arrows move by day and week, PageUp and PageDown by month. */
export function Calendar({ chosen, today, onChoose, onClose }: CalendarProps): VNode {
  const { words, locale } = usePage();
  const [marked, setMarked] = useState(chosen ?? today);
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    grid.current?.querySelector<HTMLElement>(`[data-date="${marked}"]`)?.focus();
  }, [marked]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step !== undefined) setMarked(step(marked));
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const weeks = monthWeeks(marked);
  const monthName = new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${marked}T00:00:00Z`));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the days inside end up here
    <div class="calendar" onKeyDown={onKeyDown}>
      <div class="calendar-head">
        <button
          type="button"
          class="icon-button"
          aria-label={words.previousMonth}
          onClick={() => setMarked(addMonths(marked, -1))}
        >
          <Icon name="left" />
        </button>
        <strong aria-live="polite">{monthName}</strong>
        <button
          type="button"
          class="icon-button"
          aria-label={words.nextMonth}
          onClick={() => setMarked(addMonths(marked, 1))}
        >
          <Icon name="right" />
        </button>
      </div>
      <table ref={grid}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {new Intl.DateTimeFormat(locale, { weekday: 'narrow', timeZone: 'UTC' }).format(
                  new Date(`${day}T00:00:00Z`),
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day}>
                  <button
                    type="button"
                    data-date={day}
                    tabIndex={day === marked ? 0 : -1}
                    aria-label={longDay(day, locale)}
                    aria-pressed={day === chosen}
                    aria-current={day === today ? 'date' : undefined}
                    class={day.slice(0, 7) === marked.slice(0, 7) ? '' : 'other-month'}
                    onClick={() => onChoose(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
