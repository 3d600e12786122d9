import type { VNode } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { dateIn, epochSecondsOf, readDate, readTime, shownDate, timeIn } from '../model/dates.ts';
import { Icon } from '../ui/icons.tsx';
import { Popover } from '../ui/popover.tsx';
import { Calendar } from './calendar.tsx';
import { placeholderOf } from './selects.tsx';
import { type Placement, useElement } from './use-element.ts';

interface PartProps {
  label: string;
  value: string | null;
  placeholder: string;
  id?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean | undefined;
  onChange: (value: string | null) => void;
}

interface TypedFieldProps extends PartProps {
  class: string;
  complaint: string;
  read: (text: string) => string | null;
  show: (value: string) => string;
}

/** A field that is typed freely and read when it is left, with a complaint when it reads badly. */
function TypedField(props: TypedFieldProps): VNode {
  const { value, show } = props;
  const [text, setText] = useState(value === null ? '' : show(value));
  const [bad, setBad] = useState(false);
  const complaintId = useId();
  useEffect(() => {
    setText(value === null ? '' : show(value));
    setBad(false);
  }, [value, show]);

  const settle = (): void => {
    const read = text.trim() === '' ? null : props.read(text);
    const isBad = text.trim() !== '' && read === null;
    setBad(isBad);
    if (isBad) return;
    if (read !== null) setText(show(read));
    if (read !== value) props.onChange(read);
  };
  return (
    <span class={`typed ${props.class}`}>
      <input
        type="text"
        class="field"
        id={props.id}
        inputMode="numeric"
        autocomplete="off"
        aria-label={props.label}
        aria-invalid={bad || props.invalid}
        aria-describedby={[props.describedBy, bad && complaintId].filter(Boolean).join(' ')}
        placeholder={props.placeholder}
        value={text}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          setText(typed);
          // The form is not sent with what cannot be read: it would send the value from before.
          const readable = typed.trim() === '' || props.read(typed) !== null;
          event.currentTarget.setCustomValidity(readable ? '' : props.complaint);
        }}
        onBlur={settle}
        onKeyDown={(event) => {
          if (event.key === 'Enter') settle();
        }}
      />
      {bad && (
        <span id={complaintId} class="field-error" role="alert">
          {props.complaint}
        </span>
      )}
    </span>
  );
}

/** A day, typed or chosen from a calendar. */
export function DateField(props: PartProps): VNode {
  const { words, state, now } = usePage();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLSpanElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span class="date-field" ref={anchor}>
      <TypedField
        {...props}
        class="typed-date"
        complaint={words.badDate}
        read={readDate}
        show={shownDate}
      />
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={`${words.openCalendar}: ${props.label}`}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="calendar" />
      </button>
      {open && (
        <Popover anchor={anchor} onClose={() => setOpen(false)}>
          <Calendar
            chosen={props.value}
            today={dateIn(now(), state.snapshot.me.tz)}
            onClose={close}
            onChoose={(date) => {
              close();
              props.onChange(date);
            }}
          />
        </Popover>
      )}
    </span>
  );
}

/** A time of day, typed. */
export function TimeField(props: PartProps): VNode {
  const { words } = usePage();
  return (
    <TypedField
      {...props}
      class="typed-time"
      complaint={words.badTime}
      read={readTime}
      show={sameText}
    />
  );
}

function sameText(text: string): string {
  return text;
}

/** datepicker, timepicker and datetimepicker. */
export function DateElement(placement: Placement): VNode {
  const { words, state: page } = usePage();
  const { state, change } = useElement(placement);
  const { element } = placement.placed;
  const { label, id, describedBy, invalid } = placement;
  const shared = { label, id, describedBy, invalid };
  if (element.type === 'datepicker') {
    return (
      <DateField
        {...shared}
        value={typeof state.selected_date === 'string' ? state.selected_date : null}
        placeholder={placeholderOf(element) ?? words.dateFormat}
        onChange={(selected_date) => change({ selected_date })}
      />
    );
  }
  if (element.type === 'timepicker') {
    return (
      <TimeField
        {...shared}
        value={typeof state.selected_time === 'string' ? state.selected_time : null}
        placeholder={placeholderOf(element) ?? words.timeFormat}
        onChange={(selected_time) => change({ selected_time })}
      />
    );
  }
  const seconds = typeof state.selected_date_time === 'number' ? state.selected_date_time : null;
  return (
    <DateTimeFields
      {...shared}
      tz={page.snapshot.me.tz}
      seconds={seconds}
      onChange={(selected_date_time) => change({ selected_date_time })}
    />
  );
}

interface DateTimeProps extends Omit<PartProps, 'value' | 'placeholder' | 'onChange'> {
  /** The person's time zone: the fields show and read its clock. */
  tz: string;
  seconds: number | null;
  onChange: (seconds: number | null) => void;
}

/** A moment as date and time; it is answered once both are there. */
function DateTimeFields({ tz, seconds, onChange, ...shared }: DateTimeProps): VNode {
  const { words } = usePage();
  const [date, setDate] = useState<string | null>(null);
  const [time, setTime] = useState<string | null>(null);
  useEffect(() => {
    if (seconds === null) return;
    setDate(dateIn(seconds * 1000, tz));
    setTime(timeIn(seconds * 1000, tz));
  }, [seconds, tz]);

  const set = (nextDate: string | null, nextTime: string | null): void => {
    setDate(nextDate);
    setTime(nextTime);
    const complete = nextDate !== null && nextTime !== null;
    const next = complete ? epochSecondsOf(nextDate, nextTime, tz) : null;
    if (next !== seconds) onChange(next);
  };
  return (
    <fieldset class="date-time" aria-label={shared.label}>
      <DateField
        {...shared}
        label={`${shared.label}: ${words.chooseDate}`}
        value={date}
        placeholder={words.dateFormat}
        onChange={(next) => set(next, time)}
      />
      <TimeField
        {...shared}
        id={undefined}
        label={`${shared.label}: ${words.chooseTime}`}
        value={time}
        placeholder={words.timeFormat}
        onChange={(next) => set(date, next)}
      />
    </fieldset>
  );
}
