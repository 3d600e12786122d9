import type { VNode } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { usePage, useSurface } from '../context.ts';
import { changeAction, dispatchesOn, type ElementState, withElement } from '../model/form.ts';
import { plainOfRichText, richTextOfPlain } from '../model/rich-text.ts';
import { placeholderOf } from './selects.tsx';
import { type Placement, useElement } from './use-element.ts';

const NEAR_LIMIT = 0.8;

/** Plain text, number, e-mail, address and rich text inputs. */
export function TextInputElement(placement: Placement): VNode {
  const page = usePage();
  const surface = useSurface();
  const handle = useElement(placement);
  const { placed } = placement;
  const { element } = placed;
  const box = useRef<HTMLTextAreaElement>(null);
  const counterId = useId();
  const rich = element.type === 'rich_text_input';
  const multiline = element.multiline === true || rich;

  const value = rich
    ? plainOfRichText(handle.state.rich_text_value)
    : typeof handle.state.value === 'string'
      ? handle.state.value
      : '';

  useLayoutEffect(() => {
    const area = box.current;
    if (area === null) return;
    area.style.height = 'auto';
    // In a form that is not open yet nothing can be measured; it begins with its rows.
    if (area.scrollHeight === 0) return;
    area.style.height = `${Math.min(area.scrollHeight + 2, 320)}px`;
  }, [value]);

  const stateOf = (text: string): ElementState =>
    rich ? { rich_text_value: richTextOfPlain(text) } : { value: text === '' ? null : text };

  const dispatch = (state: ElementState): void => {
    const full = { type: element.type, ...state };
    const values = withElement(surface.values, placed.blockId, placed.actionId, full);
    page.click(surface.place, changeAction(placed, full), values);
  };
  const onInput = (text: string): void => {
    handle.store(stateOf(text));
    if (placement.dispatches && dispatchesOn(element, 'on_character_entered')) {
      dispatch(stateOf(text));
    }
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    if (!placement.dispatches || !dispatchesOn(element, 'on_enter_pressed')) return;
    event.preventDefault();
    dispatch(stateOf(value));
  };

  const max = typeof element.max_length === 'number' ? element.max_length : undefined;
  const min = typeof element.min_length === 'number' ? element.min_length : 0;
  const missing = value === '' ? 0 : min - value.length;
  // As in Slack, the limit is mentioned when it comes near.
  const counted = missing > 0 || (max !== undefined && value.length >= max * NEAR_LIMIT);
  const shared = {
    id: placement.id,
    class: 'field',
    value,
    placeholder: placeholderOf(element) ?? '',
    autocomplete: 'off',
    'aria-label': placement.id === undefined ? placement.label : undefined,
    'aria-invalid': placement.invalid,
    'aria-describedby': [placement.describedBy, counted && counterId].filter(Boolean).join(' '),
    onKeyDown,
  };
  return (
    <>
      {multiline ? (
        <textarea
          {...shared}
          ref={box}
          rows={rich ? 3 : 4}
          maxLength={max}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          {...shared}
          type="text"
          inputMode={INPUT_MODES[element.type] ?? 'text'}
          maxLength={max}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      {counted && (
        <p id={counterId} class={`counter${missing > 0 ? ' is-short' : ''}`}>
          {missing > 0
            ? page.words.charactersNeeded(missing)
            : page.words.charactersLeft(value.length, max ?? 0)}
        </p>
      )}
    </>
  );
}

// All stay text fields: the browser's own number field swallows what it cannot read, and the
// person would never learn why it is refused.
const INPUT_MODES: Record<string, 'decimal' | 'email' | 'url'> = {
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
};
