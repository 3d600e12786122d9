/** Finds what a person can press or choose, by the words on it. */
import { elementsOf, type LocatedElement, optionsOf } from '../blocks.ts';
import { isRecord } from '../model.ts';
import { optionText } from './choosing.ts';
import { normal } from './reading.ts';

export interface Pressable {
  located: LocatedElement;
  /** The option to choose, for menus, radio buttons and checkboxes; null for a button. */
  option: Record<string, unknown> | null;
  text: string;
}

/** Every button and option in the blocks, in reading order. */
export function pressablesIn(blocks: readonly unknown[]): Pressable[] {
  return elementsOf(blocks).flatMap((located): Pressable[] => {
    const { element } = located;
    if (element.type === 'button') {
      return [{ located, option: null, text: textOf(element.text) }];
    }
    return optionsOf(element).map((option) => ({ located, option, text: optionText(option) }));
  });
}

/** Elements that `words` stand for: placeholder, label, text of the section, or action id. */
export function elementsNamed(blocks: readonly unknown[], words: string): LocatedElement[] {
  const wanted = normal(words);
  return elementsOf(blocks).filter(({ element, block, actionId }) => {
    const names = [textOf(element.placeholder), textOf(block.label), actionId];
    return names.includes(wanted) || textOf(block.text).includes(wanted);
  });
}

export interface Field {
  label: string;
  located: LocatedElement;
  dispatches: boolean;
}

/** The input blocks of a view with their labels. */
export function fieldsIn(blocks: readonly unknown[]): Field[] {
  return elementsOf(blocks)
    .filter(({ blockType }) => blockType === 'input')
    .map((located) => ({
      label: textOf(located.block.label),
      located,
      dispatches: located.block.dispatch_action === true,
    }));
}

/** By exact label, else by the only one that contains the words. */
export function fieldNamed(fields: readonly Field[], words: string): Field {
  const wanted = normal(words);
  const exact = fields.find(({ label }) => label === wanted);
  if (exact !== undefined) return exact;
  const [close, ...others] = fields.filter(({ label }) => label.includes(wanted));
  if (close !== undefined && others.length === 0) return close;
  throw new Error(`no field "${words}" among: ${fields.map(({ label }) => label).join(' | ')}`);
}

function textOf(value: unknown): string {
  return isRecord(value) && typeof value.text === 'string' ? normal(value.text) : '';
}
