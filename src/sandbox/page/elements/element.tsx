import type { VNode } from 'preact';
import { usePage } from '../context.ts';
import { ButtonElement, IconButtonElement, OverflowElement } from './buttons.tsx';
import { ChoicesElement } from './choices.tsx';
import { DateElement } from './dates.tsx';
import { FileInputElement } from './file-input.tsx';
import { SelectElement } from './selects.tsx';
import { TextInputElement } from './text-inputs.tsx';
import type { Placement } from './use-element.ts';

/** Draws any element that can be pressed or filled in. */
export function Element(placement: Placement): VNode {
  const { words } = usePage();
  const { type } = placement.placed.element;
  if (type.endsWith('_select')) return <SelectElement {...placement} />;
  switch (type) {
    case 'button':
    case 'workflow_button':
      return <ButtonElement {...placement} />;
    case 'icon_button':
    case 'feedback_buttons':
      return <IconButtonElement {...placement} />;
    case 'overflow':
      return <OverflowElement {...placement} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <ChoicesElement {...placement} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <DateElement {...placement} />;
    case 'plain_text_input':
    case 'number_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'rich_text_input':
      return <TextInputElement {...placement} />;
    case 'file_input':
      return <FileInputElement {...placement} />;
    default:
      return <span class="unknown">{words.unknownBlock(type)}</span>;
  }
}
