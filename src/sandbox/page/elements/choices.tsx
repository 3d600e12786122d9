import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { Text } from '../blocks/text.tsx';
import { optionsIn } from './selects.tsx';
import { type Placement, useElement } from './use-element.ts';

/** Checkboxes and radio buttons. */
export function ChoicesElement(placement: Placement): VNode {
  const handle = useElement(placement);
  const name = useId();
  const { element } = placement.placed;
  const single = element.type === 'radio_buttons';
  const options = optionsIn(element.options);
  const chosen = optionsIn(
    single ? [handle.state.selected_option] : handle.state.selected_options,
  ).map(({ value }) => value);

  const toggle = (value: string): void => {
    if (single) {
      handle.change({ selected_option: options.find((each) => each.value === value) ?? null });
      return;
    }
    const next = options.filter((each) => chosen.includes(each.value) !== (each.value === value));
    handle.change({ selected_options: next });
  };

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it can have take a name
    <div
      class="choices"
      id={placement.id}
      role={single ? 'radiogroup' : 'group'}
      aria-label={placement.label}
      aria-describedby={placement.describedBy}
    >
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type={single ? 'radio' : 'checkbox'}
            name={name}
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <span>
            <Text text={option.text} />
            {option.description !== undefined && (
              <span class="option-detail">
                <Text text={option.description} />
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  );
}
