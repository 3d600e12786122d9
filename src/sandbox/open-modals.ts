/** Modals as their readers see them: stacks of up to three, with errors, busy state and failures. */
import type { HomeView, ModalView } from '@slack/types';
import { ApiFailure } from './api-failure.ts';
import { carriedState, initialState } from './blocks.ts';
import type { ClientChange, ClientModal, ViewStateValues } from './client-protocol.ts';
import { randomId, randomWord } from './ids.ts';
import { isModal, type StoredView } from './model.ts';
import type { WorkspaceState } from './state.ts';

const MAX_STACK = 3;

interface ModalStatus {
  errors: Record<string, string>;
  busy: boolean;
  failure: string | null;
}

const CALM: ModalStatus = { errors: {}, busy: false, failure: null };

export class OpenModals {
  readonly #state: WorkspaceState;
  readonly #clock: () => number;
  readonly #publish: (userIds: readonly string[], change: ClientChange) => void;
  readonly #status = new Map<string, ModalStatus>();

  constructor(options: {
    state: WorkspaceState;
    clock: () => number;
    publish: (userIds: readonly string[], change: ClientChange) => void;
  }) {
    this.#state = options.state;
    this.#clock = options.clock;
    this.#publish = options.publish;
  }

  stackOf(userId: string): StoredView[] {
    return this.#state.modals.get(userId) ?? [];
  }

  /** What the person's page draws. */
  shownTo(userId: string): ClientModal[] {
    return this.stackOf(userId)
      .filter(isModal)
      .map((view) => ({
        id: view.id,
        hash: view.hash,
        view: view.definition,
        ...(this.#status.get(view.id) ?? CALM),
      }));
  }

  find(viewId: string): StoredView | null {
    return this.#search((view) => view.id === viewId);
  }

  findByExternalId(externalId: string): StoredView | null {
    return this.#search((view) => view.definition.external_id === externalId);
  }

  /** A new root; whatever the person had open is gone. */
  open(userId: string, definition: ModalView): StoredView {
    this.#refuseDuplicate(definition, null);
    const view = this.newView(userId, definition, null);
    this.#save(userId, [view]);
    return view;
  }

  /** @throws ApiFailure push_limit_reached */
  push(userId: string, definition: ModalView): StoredView {
    const stack = this.stackOf(userId);
    const top = stack.at(-1);
    if (stack.length >= MAX_STACK) throw new ApiFailure('push_limit_reached');
    this.#refuseDuplicate(definition, null);
    const view = this.newView(userId, definition, top ?? null);
    this.#save(userId, [...stack, view]);
    return view;
  }

  /** What the person had entered stays wherever block and action ids are the same. */
  update(before: StoredView, definition: ModalView): StoredView {
    this.#refuseDuplicate(definition, before.id);
    const complete = { ...definition, blocks: blocksWithIds(definition) };
    const after: StoredView = {
      ...before,
      definition: complete,
      hash: this.newHash(),
      state: carriedState(complete.blocks, before.state),
    };
    this.#status.delete(before.id);
    const stack = this.stackOf(before.userId);
    this.#save(
      before.userId,
      stack.map((view) => (view.id === before.id ? after : view)),
    );
    return after;
  }

  /** Keeps what the person has entered so far; nothing is drawn anew. */
  remember(view: StoredView, entered: ViewStateValues): StoredView {
    const after = { ...view, state: carriedState(view.definition.blocks, entered) };
    const stack = this.stackOf(view.userId);
    this.#state.commit({
      k: 'modals',
      userId: view.userId,
      views: stack.map((one) => (one.id === view.id ? after : one)),
    });
    return after;
  }

  /** Closes one view; the one under it is seen again. */
  close(view: StoredView): void {
    this.#status.delete(view.id);
    const stack = this.stackOf(view.userId);
    const rest = stack.filter((one) => one.id !== view.id);
    if (rest.length !== stack.length) this.#save(view.userId, rest);
  }

  clear(userId: string): void {
    for (const view of this.stackOf(userId)) this.#status.delete(view.id);
    if (this.stackOf(userId).length > 0) this.#save(userId, []);
  }

  setStatus(view: StoredView, status: Partial<ModalStatus>): void {
    this.#status.set(view.id, { ...CALM, ...status });
    this.#show(view.userId);
  }

  newHash(): string {
    return `${Math.floor(this.#clock() / 1000)}.${randomWord(8)}`;
  }

  newView(userId: string, definition: ModalView | HomeView, under: StoredView | null): StoredView {
    const id = randomId('V');
    const complete = { ...definition, blocks: blocksWithIds(definition) };
    return {
      id,
      userId,
      definition: complete,
      hash: this.newHash(),
      rootViewId: under?.rootViewId ?? id,
      previousViewId: under?.id ?? null,
      state: initialState(complete.blocks),
    };
  }

  #search(wanted: (view: StoredView) => boolean): StoredView | null {
    for (const stack of this.#state.modals.values()) {
      const found = stack.find(wanted);
      if (found !== undefined) return found;
    }
    return null;
  }

  #refuseDuplicate(definition: ModalView, ownId: string | null): void {
    const externalId = definition.external_id;
    if (externalId === undefined || externalId === '') return;
    const other = this.findByExternalId(externalId);
    if (other !== null && other.id !== ownId) throw new ApiFailure('duplicate_external_id');
  }

  #save(userId: string, views: StoredView[]): void {
    this.#state.commit({ k: 'modals', userId, views });
    this.#show(userId);
  }

  #show(userId: string): void {
    this.#publish([userId], { type: 'modals', modals: this.shownTo(userId) });
  }
}

function blocksWithIds<T extends ModalView | HomeView>(definition: T): T['blocks'] {
  return definition.blocks.map((block) => ({
    ...block,
    block_id: block.block_id ?? randomWord(5),
  }));
}
