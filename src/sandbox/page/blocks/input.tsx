import type { InputBlock as SlackInputBlock } from '@slack/types';
import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import { usePage, useSurface } from '../context.ts';
import { Element } from '../elements/element.tsx';
import { withEmoji } from '../model/emoji.ts';
import { actionIdOf, type FormElement } from '../model/form.ts';

/** An input with its label, hint and error. */
export function InputBlock(props: { block: SlackInputBlock; blockId: string }): VNode {
  const { block, blockId } = props;
  const { words } = usePage();
  const { errors } = useSurface();
  const id = useId();
  const element: FormElement = { ...block.element };
  const error = errors[blockId];
  const label = withEmoji(block.label.text);
  const described = [error !== undefined && `${id}-error`, block.hint && `${id}-hint`];
  return (
    <div class={`block-input${error === undefined ? '' : ' has-error'}`} data-block={blockId}>
      <label for={id}>
        {label}
        {block.optional === true && <span class="optional"> ({words.optional})</span>}
      </label>
      <Element
        placed={{ blockId, actionId: actionIdOf(element), element }}
        dispatches={block.dispatch_action === true}
        label={label}
        id={id}
        describedBy={described.filter(Boolean).join(' ') || undefined}
        invalid={error !== undefined}
      />
      {error !== undefined && (
        <p id={`${id}-error`} class="field-error" role="alert">
          {error}
        </p>
      )}
      {block.hint && (
        <p id={`${id}-hint`} class="hint">
          {withEmoji(block.hint.text)}
        </p>
      )}
    </div>
  );
}
