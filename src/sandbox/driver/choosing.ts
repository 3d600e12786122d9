/** From the words a person would use to the state Slack's client would send. */
import { type Element, optionsOf, stateFieldOf } from '../blocks.ts';
import { keepPersonsFile } from '../client-uploads.ts';
import { isRecord } from '../model.ts';
import { filePayload } from '../payloads.ts';
import type { Workspace } from '../workspace.ts';
import { normal } from './reading.ts';

/** What `fills` takes for one field. */
export type FieldValue =
  | string
  | number
  | boolean
  | null
  | readonly string[]
  /** For a file input. */
  | readonly GivenFile[];

export interface GivenFile {
  name: string;
  content: Buffer;
}

export type ElementState = { type: string } & Record<string, unknown>;

/** Asks the app for the options of an external select. */
export type FetchOptions = (typed: string) => Promise<Record<string, unknown>[]>;

/** @throws Error when the element does not offer what was asked for */
export async function stateFor(
  workspace: Workspace,
  { element, userId }: { element: Element; userId: string },
  value: FieldValue,
  fetchOptions: FetchOptions,
): Promise<ElementState> {
  const { core } = workspace;
  const field = stateFieldOf(element.type);
  if (field === null) throw new Error(`a ${element.type} cannot be filled in`);
  const chosen =
    element.type === 'file_input'
      ? filesOf(value).map((file) => filePayload(core, keepPersonsFile(core, userId, file)))
      : await choose(workspace, element, value, fetchOptions);
  return { type: element.type, [field]: chosen };
}

async function choose(
  workspace: Workspace,
  element: Element,
  value: FieldValue,
  fetchOptions: FetchOptions,
): Promise<unknown> {
  const wanted = Array.isArray(value) ? value.map(String) : value === null ? [] : [String(value)];
  switch (element.type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return value === null ? null : String(value);
    case 'rich_text_input':
      return value === null ? null : richText(String(value));
    case 'datetimepicker':
      return value === null ? null : Number(value);
    case 'static_select':
    case 'radio_buttons':
    case 'overflow':
      return one(wanted.map((text) => optionNamed(optionsOf(element), text)));
    case 'multi_static_select':
    case 'checkboxes':
      return wanted.map((text) => optionNamed(optionsOf(element), text));
    case 'external_select':
    case 'multi_external_select': {
      const found: unknown[] = [];
      for (const text of wanted) found.push(optionNamed(await fetchOptions(text), text));
      return element.type === 'external_select' ? one(found) : found;
    }
    case 'users_select':
      return one(wanted.map((name) => userNamed(workspace, name)));
    case 'multi_users_select':
      return wanted.map((name) => userNamed(workspace, name));
    case 'conversations_select':
    case 'channels_select':
      return one(wanted.map((name) => workspace.conversation(name).id));
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return wanted.map((name) => workspace.conversation(name).id);
    default:
      return value;
  }
}

function filesOf(value: FieldValue): GivenFile[] {
  if (!Array.isArray(value)) return [];
  return value.filter((one): one is GivenFile => typeof one === 'object');
}

function one(values: readonly unknown[]): unknown {
  return values[0] ?? null;
}

export function optionText(option: Record<string, unknown>): string {
  const text = option.text;
  return isRecord(text) && typeof text.text === 'string' ? normal(text.text) : '';
}

/** By its exact text, else by the only text that contains the words. */
function optionNamed(
  options: readonly Record<string, unknown>[],
  words: string,
): Record<string, unknown> {
  const wanted = normal(words);
  const exact = options.find((option) => optionText(option) === wanted);
  if (exact !== undefined) return exact;
  const [close, ...others] = options.filter((option) => optionText(option).includes(wanted));
  if (close !== undefined && others.length === 0) return close;
  const offered = options.map(optionText).join(' | ');
  throw new Error(`no option "${words}" among: ${offered}`);
}

function userNamed(workspace: Workspace, words: string): string {
  const wanted = normal(words);
  for (const person of workspace.core.state.people.values()) {
    if (person.id === words || person.email === words || normal(person.name) === wanted) {
      return person.id;
    }
  }
  throw new Error(`no such person: ${words}`);
}

function richText(text: string): Record<string, unknown> {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }],
  };
}
