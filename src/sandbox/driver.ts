/**
 * Plays one person in the workspace, in process and without a browser: types, presses, fills in,
 * and waits for what there is to see. Made for tests; everything waits for events, never for time.
 */
import { carriedState, type LocatedElement } from './blocks.ts';
import type { ClickedAction, ClientAct, ClientModal, ViewStateValues } from './client-protocol.ts';
import { appDirectMessage } from './conversations.ts';
import { type ElementState, type FieldValue, stateFor } from './driver/choosing.ts';
import { elementsNamed, fieldNamed, fieldsIn, pressablesIn } from './driver/finding.ts';
import { type Place, placesOf } from './driver/places.ts';
import { normal, Reading } from './driver/reading.ts';
import { randomHex } from './ids.ts';
import type { ActOutcome } from './interactions/outcome.ts';
import { type Conversation, isRecord, type Person } from './model.ts';
import type { Workspace } from './workspace.ts';

const DEFAULT_WAIT_MS = 60_000;

interface Where {
  /** `modal`, `home`, a conversation ("#chung" or id), or words of the message meant. */
  in?: string;
  /** ms; how long to wait for it to be there */
  within?: number;
}

const actors = new WeakMap<Workspace, Map<string, Actor>>();

/** The same actor each time for the same person, so that half-filled modals are kept. */
export function as(workspace: Workspace, emailOrId: string): Actor {
  const person = workspace.person(emailOrId);
  const known = actors.get(workspace) ?? new Map<string, Actor>();
  actors.set(workspace, known);
  const actor = known.get(person.id) ?? new Actor(workspace, person);
  known.set(person.id, actor);
  return actor;
}

export class Actor {
  readonly person: Person;
  readonly #workspace: Workspace;
  readonly #reading: Reading;
  /** Place (view id, `channel:ts` or `home`) → what has been entered there and not yet sent. */
  readonly #entered = new Map<string, ViewStateValues>();

  constructor(workspace: Workspace, person: Person) {
    this.#workspace = workspace;
    this.person = person;
    this.#reading = new Reading(workspace, person);
  }

  get id(): string {
    return this.person.id;
  }

  // Typing

  /** A message or a command. @throws Error with the sentence she is shown when the app fails */
  async types(text: string, where: { in?: string; thread?: string } = {}): Promise<void> {
    const channel = this.conversation(where.in).id;
    const thread = where.thread === undefined ? {} : { threadTs: where.thread };
    await this.#act({ type: 'send', channel, text, ...thread });
  }

  async usesShortcut(name: string): Promise<void> {
    await this.#act({ type: 'global_shortcut', callbackId: this.#shortcut(name) });
  }

  /** From the menu of the newest message with these words; what only she sees has no menu. */
  async usesMessageShortcut(name: string, messageText: string): Promise<void> {
    const fragment = normal(messageText);
    const find = () =>
      this.#reading
        .newestMessages()
        .filter(({ ephemeral, system }) => !ephemeral && !system)
        .find((one) => normal(this.#reading.messageText(one)).includes(fragment));
    const { channel, ts } = await this.#until(find, `a message with "${messageText}"`);
    await this.#act({ type: 'message_shortcut', callbackId: this.#shortcut(name), channel, ts });
  }

  // Modals

  /** Waits until the top modal has this title (or there is any modal). */
  waitsForModal(title?: string, within = DEFAULT_WAIT_MS): Promise<ClientModal> {
    const find = () => {
      const modal = this.#reading.topModal();
      if (modal === null || title === undefined) return modal;
      return normal(modal.view.title.text).includes(normal(title)) ? modal : null;
    };
    return this.#until(find, title === undefined ? 'a modal' : `a modal "${title}"`, within);
  }

  modal(): ClientModal | null {
    return this.#reading.topModal();
  }

  /** Fills in fields of the top modal by their labels; dispatching fields tell the app at once. */
  async fills(fields: Record<string, FieldValue>): Promise<void> {
    for (const [label, value] of Object.entries(fields)) {
      const modal = await this.waitsForModal();
      const field = fieldNamed(fieldsIn(modal.view.blocks), label);
      const place: Place = { in: 'modal', viewId: modal.id, blocks: modal.view.blocks };
      const state = await this.#enter(place, field.located, value);
      if (field.dispatches) await this.#click(place, field.located, state);
    }
  }

  async submits(): Promise<'closed' | 'updated' | 'errors'> {
    const modal = await this.waitsForModal();
    const place: Place = { in: 'modal', viewId: modal.id, blocks: modal.view.blocks };
    const state = this.#stateOf(place);
    const outcome = await this.#act({ type: 'submit_modal', viewId: modal.id, state });
    if (outcome.submission === undefined) throw new Error('the modal was not submitted');
    return outcome.submission;
  }

  /** Errors under the fields of the top modal, by label. */
  errors(): Record<string, string> {
    const modal = this.#reading.topModal();
    if (modal === null) return {};
    const labels = new Map(
      fieldsIn(modal.view.blocks).map(({ label, located }) => [located.blockId, label]),
    );
    return Object.fromEntries(
      Object.entries(modal.errors).map(([blockId, text]) => [labels.get(blockId) ?? blockId, text]),
    );
  }

  async closesModal(options: { all?: boolean } = {}): Promise<void> {
    const modal = await this.waitsForModal();
    const clear = options.all ?? false;
    await this.#act({ type: 'close_modal', viewId: modal.id, clear });
  }

  // Pressing and choosing

  /**
   * Presses the newest visible button or option with this text, waiting for it if need be. A
   * confirm dialog is accepted unless `confirm` is false; then nothing reaches the app.
   */
  async clicks(text: string, where: Where & { confirm?: boolean } = {}): Promise<void> {
    const submit = this.#reading.topModal()?.view.submit?.text;
    if (submit !== undefined && normal(submit) === normal(text)) {
      await this.submits();
      return;
    }
    const { place, pressable } = await this.#until(
      () => this.#findPressable(text, where.in),
      `something to press with "${text}"`,
      where.within,
    );
    const { located, option } = pressable;
    if (isRecord(located.element.confirm) && where.confirm === false) return;
    if (option === null || located.element.type === 'overflow') {
      const chosen = option === null ? {} : { selected_option: option };
      await this.#click(place, located, { type: located.element.type, ...chosen });
      return;
    }
    const state = await this.#enter(place, located, this.#withOption(place, located, option));
    await this.#click(place, located, state);
  }

  /** Chooses in the menu, picker or group that `name` (placeholder, label, text) stands for. */
  async chooses(name: string, value: FieldValue, where: Where = {}): Promise<void> {
    const find = () => {
      for (const place of this.#places(where.in)) {
        const [located] = elementsNamed(place.blocks, name);
        if (located !== undefined) return { place, located };
      }
      return null;
    };
    const { place, located } = await this.#until(find, `something named "${name}"`, where.within);
    if (located.element.type === 'overflow') {
      const [option] = pressablesIn(place.blocks).filter(
        (one) => one.located.actionId === located.actionId && one.text === normal(String(value)),
      );
      if (option === undefined) throw new Error(`no option "${String(value)}" in "${name}"`);
      await this.#click(place, located, { type: 'overflow', selected_option: option.option });
      return;
    }
    const state = await this.#enter(place, located, value);
    // An input block keeps its value to itself until the submission, unless it dispatches.
    if (located.blockType === 'input' && located.block.dispatch_action !== true) return;
    await this.#click(place, located, state);
  }

  // Home

  /** Opens the Home tab and waits until the app has published it anew. */
  async opensHome(within = DEFAULT_WAIT_MS): Promise<void> {
    const hashBefore = this.#homeHash();
    await this.#act({ type: 'open_home' });
    const published = () => (this.#homeHash() === hashBefore ? null : true);
    await this.#until(published, 'the Home to be published', within);
  }

  home(): string {
    return this.#reading.homeText();
  }

  // Seeing

  /** Waits until the words can be seen; the failure tells what she sees instead. */
  async sees(fragment: string, where: Where = {}): Promise<void> {
    const find = () => (this.#canSee(fragment, where.in) ? true : null);
    await this.#until(find, `"${fragment}"`, where.within);
  }

  /** @throws Error when the words can be seen now */
  seesNot(fragment: string, where: { in?: string } = {}): void {
    if (this.#canSee(fragment, where.in)) {
      throw new Error(
        `${this.person.name} should not see "${fragment}", but sees:\n${this.#reading.everything()}`,
      );
    }
  }

  /** A conversation as she reads it; her direct message with the app when none is named. */
  messages(nameOrId?: string): string {
    return this.#reading.conversationText(this.conversation(nameOrId));
  }

  modalText(): string {
    return this.#reading.modalText();
  }

  everything(): string {
    return this.#reading.everything();
  }

  conversation(nameOrId?: string): Conversation {
    if (nameOrId === undefined) return appDirectMessage(this.#workspace.core, this.id);
    return this.#workspace.conversation(nameOrId);
  }

  // Inside

  #canSee(fragment: string, within: string | undefined): boolean {
    return normal(this.#textWithin(within)).includes(normal(fragment));
  }

  #textWithin(within: string | undefined): string {
    if (within === 'modal') return this.#reading.modalText();
    if (within === 'home') return this.#reading.homeText();
    if (within !== undefined) return this.#reading.conversationText(this.conversation(within));
    return this.#reading.everything();
  }

  #places(within: string | undefined): Place[] {
    return placesOf(this.#workspace, this.person, this.#reading, within);
  }

  /** Exact words first; words that are only part of a text count when nothing matches exactly. */
  #findPressable(text: string, within: string | undefined) {
    const wanted = normal(text);
    const all = this.#places(within).flatMap((place) =>
      pressablesIn(place.blocks).map((pressable) => ({ place, pressable })),
    );
    return (
      all.find(({ pressable }) => pressable.text === wanted) ??
      all.find(({ pressable }) => pressable.text.includes(wanted)) ??
      null
    );
  }

  /** The choice after pressing one option: toggled in a group of many, set where there is one. */
  #withOption(place: Place, located: LocatedElement, option: Record<string, unknown>): FieldValue {
    const pressed = optionWords(option);
    const current = this.#stateOf(place)[located.blockId]?.[located.actionId]?.selected_options;
    if (!Array.isArray(current)) return pressed;
    const before = current.filter(isRecord).map(optionWords);
    return before.includes(pressed)
      ? before.filter((text) => text !== pressed)
      : [...before, pressed];
  }

  async #enter(place: Place, located: LocatedElement, value: FieldValue): Promise<ElementState> {
    const { blockId, actionId, element } = located;
    const state = await stateFor(
      this.#workspace,
      { element, userId: this.id },
      value,
      async (typed) => {
        const outcome = await this.#act({
          type: 'external_options',
          viewId: place.in === 'modal' ? place.viewId : null,
          channel: place.in === 'message' ? place.message.channel : null,
          ts: place.in === 'message' ? place.message.ts : null,
          blockId,
          actionId,
          value: typed,
        });
        return (outcome.options ?? []).map((option) => ({ ...option }));
      },
    );
    const key = keyOf(place);
    const entered = this.#entered.get(key) ?? {};
    const block = { ...entered[blockId], [actionId]: state };
    this.#entered.set(key, { ...entered, [blockId]: block });
    return state;
  }

  /** What the workspace knows of the place's state, with what she entered since. */
  #stateOf(place: Place): ViewStateValues {
    const known =
      place.in === 'modal' ? (this.#workspace.core.modals.find(place.viewId)?.state ?? {}) : {};
    const merged: ViewStateValues = { ...known };
    for (const [blockId, actions] of Object.entries(this.#entered.get(keyOf(place)) ?? {})) {
      merged[blockId] = { ...merged[blockId], ...actions };
    }
    return carriedState(place.blocks, merged);
  }

  async #click(place: Place, located: LocatedElement, state: ElementState): Promise<void> {
    const action: ClickedAction = {
      ...state,
      type: located.element.type,
      action_id: located.actionId,
      block_id: located.blockId,
    };
    const common = { action, state: this.#stateOf(place), actId: randomHex(8) };
    switch (place.in) {
      case 'modal':
        await this.#act({ type: 'click', in: 'modal', viewId: place.viewId, ...common });
        return;
      case 'home':
        await this.#act({ type: 'click', in: 'home', ...common });
        return;
      case 'message': {
        const { channel, ts } = place.message;
        await this.#act({ type: 'click', in: 'message', channel, ts, ...common });
        return;
      }
    }
  }

  async #act(act: ClientAct): Promise<Extract<ActOutcome, { ok: true }>> {
    const outcome = await this.#workspace.act(this.id, act);
    if (!outcome.ok) throw new Error(`${this.person.name}: ${act.type}: ${outcome.error}`);
    if (outcome.failure !== null) throw new Error(outcome.failure);
    return outcome;
  }

  #shortcut(name: string): string {
    const shortcuts = this.#workspace.core.manifest.features?.shortcuts ?? [];
    const found = shortcuts.find((one) => one.name === name || one.callback_id === name);
    if (found === undefined) throw new Error(`no shortcut "${name}" in the manifest`);
    return found.callback_id;
  }

  #homeHash(): string | null {
    return this.#workspace.core.state.homes.get(this.id)?.hash ?? null;
  }

  #until<T>(find: () => T | null | undefined, what: string, within = DEFAULT_WAIT_MS): Promise<T> {
    const workspace = this.#workspace;
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = find();
        if (found === null || found === undefined) return;
        stop();
        resolve(found);
      };
      const timer = setTimeout(() => {
        stop();
        const seen = this.#reading.everything();
        reject(new Error(`${this.person.name} waited for ${what}, but sees:\n${seen}`));
      }, within);
      const stop = () => {
        clearTimeout(timer);
        workspace.off('change', look);
      };
      workspace.on('change', look);
      look();
    });
  }
}

function keyOf(place: Place): string {
  switch (place.in) {
    case 'modal':
      return place.viewId;
    case 'message':
      return `${place.message.channel}:${place.message.ts}`;
    case 'home':
      return 'home';
  }
}

function optionWords(option: Record<string, unknown>): string {
  const text = option.text;
  return isRecord(text) ? String(text.text) : '';
}
