import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { type Page, usePage, useSurface } from '../context.ts';
import { withEmoji } from '../model/emoji.ts';
import type { ElementState, FormElement } from '../model/form.ts';
import { Picker, type PickerOption } from './picker.tsx';
import { type Placement, useElement } from './use-element.ts';

/** An option object of Block Kit, sent back exactly as the app gave it. */
export interface SlackOption {
  text: { type: string; text: string };
  value: string;
  description?: { type: string; text: string };
  url?: string;
}

function isOption(option: unknown): option is SlackOption {
  return (
    typeof option === 'object' &&
    option !== null &&
    'text' in option &&
    typeof option.text === 'object' &&
    option.text !== null &&
    'text' in option.text
  );
}

export function optionsIn(list: unknown): SlackOption[] {
  return Array.isArray(list) ? list.filter(isOption) : [];
}

function strings(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

/** What differs between the kinds of select: their choices, and how the answer is written. */
interface SelectKind {
  options: PickerOption[];
  chosen: PickerOption[];
  placeholder: string;
  answer: (chosen: readonly PickerOption[]) => ElementState;
}

/** Every select and multi select. */
export function SelectElement(placement: Placement): VNode {
  const page = usePage();
  const handle = useElement(placement);
  const { element } = placement.placed;
  const external = useExternalOptions(placement);
  const multi = element.type.startsWith('multi_');
  const isExternal = element.type.endsWith('external_select');
  const kind = selectKind(element, handle.state, page, external.options);
  const most = element.max_selected_items;
  return (
    <Picker
      id={placement.id}
      label={placement.label}
      placeholder={placeholderOf(element) ?? kind.placeholder}
      options={kind.options}
      chosen={kind.chosen}
      multi={multi}
      most={typeof most === 'number' ? most : undefined}
      clearable={!placement.dispatches}
      describedBy={placement.describedBy}
      invalid={placement.invalid ?? false}
      onChoose={(chosen) => handle.change(kind.answer(chosen))}
      {...(isExternal ? { onSearch: external.search, notice: external.notice } : {})}
    />
  );
}

export function placeholderOf(element: FormElement): string | undefined {
  const { placeholder } = element;
  const given = typeof placeholder === 'object' && placeholder !== null && 'text' in placeholder;
  return given && typeof placeholder.text === 'string' ? withEmoji(placeholder.text) : undefined;
}

function selectKind(
  element: FormElement,
  state: ElementState,
  page: Page,
  found: readonly SlackOption[],
): SelectKind {
  const type = element.type.replace(/^multi_/, '');
  const multi = type !== element.type;
  if (type === 'static_select' || type === 'external_select') {
    return optionKind(element, state, page, type === 'external_select' ? found : null, multi);
  }
  const field = type.replace(/_select$/, '').replace(/s$/, '');
  const plural = `selected_${field}s`;
  const single = `selected_${field}`;
  const options = type === 'users_select' ? people(page) : conversations(page, element, type);
  const ids = multi ? strings(state[plural]) : strings([state[single]]);
  return {
    options,
    chosen: ids.map(
      (id) => options.find(({ value }) => value === id) ?? { value: id, text: nameOf(page, id) },
    ),
    placeholder: type === 'users_select' ? page.words.chooseUser : page.words.chooseConversation,
    answer: (chosen) =>
      multi
        ? { [plural]: chosen.map(({ value }) => value) }
        : { [single]: chosen[0]?.value ?? null },
  };
}

function optionKind(
  element: FormElement,
  state: ElementState,
  page: Page,
  found: readonly SlackOption[] | null,
  multi: boolean,
): SelectKind {
  const selected = multi ? optionsIn(state.selected_options) : optionsIn([state.selected_option]);
  const groups: { group: string | undefined; options: SlackOption[] }[] = Array.isArray(
    element.option_groups,
  )
    ? element.option_groups.map((each) => ({
        group: each?.label?.text,
        options: optionsIn(each?.options),
      }))
    : [{ group: undefined, options: found === null ? optionsIn(element.options) : [...found] }];
  const all = [...groups.flatMap(({ options }) => options), ...selected];
  return {
    options: groups.flatMap(({ group, options }) => options.map((each) => drawn(each, group))),
    chosen: selected.map((each) => drawn(each, undefined)),
    placeholder: multi ? page.words.chooseMany : page.words.choose,
    answer: (chosen) => {
      const original = chosen.flatMap(
        ({ value }) => all.find((each) => each.value === value) ?? [],
      );
      return multi ? { selected_options: original } : { selected_option: original[0] ?? null };
    },
  };
}

function drawn(option: SlackOption, group: string | undefined): PickerOption {
  const detail = option.description?.text;
  return {
    value: option.value,
    text: withEmoji(option.text.text),
    detail: detail === undefined ? undefined : withEmoji(detail),
    group,
  };
}

function nameOf(page: Page, id: string): string {
  return id.startsWith('U') ? page.userName(id) : page.conversationName(id);
}

function people(page: Page): PickerOption[] {
  return page.state.snapshot.users.map(({ id, name, title }) => ({
    value: id,
    text: name,
    detail: title || undefined,
  }));
}

function conversations(page: Page, element: FormElement, type: string): PickerOption[] {
  const { filter } = element;
  const wanted =
    typeof filter === 'object' && filter !== null && 'include' in filter
      ? strings(filter.include)
      : ['public', 'private', 'im'];
  const noBots =
    typeof filter === 'object' &&
    filter !== null &&
    'exclude_bot_users' in filter &&
    filter.exclude_bot_users === true;
  const kinds = { channel: 'public', private_channel: 'private', im: 'im', app_im: 'im' };
  return page.state.snapshot.conversations
    .filter(({ kind }) =>
      type === 'channels_select'
        ? kind === 'channel'
        : wanted.includes(kinds[kind]) && !(noBots && kind === 'app_im'),
    )
    .map(({ id, kind, name }) => ({
      value: id,
      text: kind === 'channel' ? `# ${name}` : name,
      detail: kind === 'private_channel' ? page.words.privateChannel : undefined,
    }));
}

interface ExternalOptions {
  options: SlackOption[];
  notice: string | null;
  search: (query: string) => void;
}

/** Waits for a pause in the typing, so that a word is one question to the app. */
const PAUSE_MS = 200;

/** Asks the app for the options of an external select; the newest question's answer wins. */
function useExternalOptions({ placed }: Placement): ExternalOptions {
  const { act, words } = usePage();
  const { place } = useSurface();
  const [options, setOptions] = useState<SlackOption[]>([]);
  const [notice, setNotice] = useState<string | null>(null);
  const asked = useRef(0);
  const pause = useRef<number | undefined>(undefined);
  const least = placed.element.min_query_length;
  const minimum = typeof least === 'number' ? least : 3;

  const ask = async (query: string, mine: number): Promise<void> => {
    const [kind, first = '', ts = ''] = place.split(':');
    const result = await act({
      type: 'external_options',
      viewId: kind === 'modal' ? first : null,
      channel: kind === 'message' ? first : null,
      ts: kind === 'message' ? ts : null,
      blockId: placed.blockId,
      actionId: placed.actionId,
      value: query,
    });
    if (mine !== asked.current) return;
    setOptions(result?.ok === true ? optionsIn(result.options) : []);
    setNotice(result?.ok === true ? null : words.searchFailed);
  };

  return {
    options,
    notice,
    search: (query) => {
      asked.current += 1;
      const mine = asked.current;
      window.clearTimeout(pause.current);
      setOptions([]);
      if (query.length < minimum) {
        setNotice(words.typeMore(minimum));
        return;
      }
      setNotice(words.searching);
      // act() never rejects: a lost connection answers null.
      pause.current = window.setTimeout(() => void ask(query, mine), PAUSE_MS);
    },
  };
}
