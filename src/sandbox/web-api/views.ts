/** views.*: modals and the Home tab. */
import type { HomeView, ModalView } from '@slack/types';
import { z } from 'zod';
import { ApiFailure, refusedPayload } from '../api-failure.ts';
import type { Core } from '../core.ts';
import { isModal, type StoredView } from '../model.ts';
import { viewPayload } from '../payloads.ts';
import { validateView } from '../validation/views.ts';
import { nested, UNREADABLE, word } from './arguments.ts';
import { defineMethod } from './method.ts';

/** @throws ApiFailure invalid_arguments with the reasons */
export function readModal(view: unknown): ModalView {
  const definition = readView(view, 'modal');
  if (definition.type !== 'modal') throw refusedPayload('invalid_arguments', ['not a modal']);
  return definition;
}

function readView(view: unknown, surface: 'modal' | 'home'): ModalView | HomeView {
  if (view === undefined || view === UNREADABLE) {
    throw refusedPayload('invalid_arguments', ['must provide an object [json-pointer:/view]']);
  }
  const checked = validateView(view, surface);
  if (!checked.ok) throw refusedPayload(checked.error, checked.messages);
  return checked.view;
}

const openArguments = z.object({
  trigger_id: word.optional(),
  interactivity_pointer: word.optional(),
  view: nested,
});

function triggerOf(args: z.output<typeof openArguments>): string {
  const id = args.trigger_id ?? args.interactivity_pointer;
  if (id === undefined)
    throw refusedPayload('invalid_arguments', ['missing required field: trigger_id']);
  return id;
}

export const viewsOpen = defineMethod({
  tier: 'tier4',
  arguments: openArguments,
  run: ({ core }, args) => {
    // The view is checked first: a refused view must not use the trigger up.
    const definition = readModal(args.view);
    const trigger = core.triggers.exchange(triggerOf(args));
    return { view: viewPayload(core, core.modals.open(trigger.userId, definition)) };
  },
});

export const viewsPush = defineMethod({
  tier: 'tier4',
  arguments: openArguments,
  run: ({ core }, args) => {
    const definition = readModal(args.view);
    const trigger = core.triggers.exchange(triggerOf(args));
    return { view: viewPayload(core, core.modals.push(trigger.userId, definition)) };
  },
});

export const viewsUpdate = defineMethod({
  tier: 'tier4',
  arguments: z.object({
    view: nested,
    view_id: word.optional(),
    external_id: word.optional(),
    hash: word.optional(),
  }),
  run: ({ core }, args) => {
    const before = findView(core, args.view_id, args.external_id);
    if (!isModal(before)) {
      const definition = readView(args.view, 'home');
      refuseStale(before, args.hash);
      return { view: viewPayload(core, saveHome(core, before.userId, definition)) };
    }
    const definition = readModal(args.view);
    refuseStale(before, args.hash);
    return { view: viewPayload(core, core.modals.update(before, definition)) };
  },
});

function findView(core: Core, viewId?: string, externalId?: string): StoredView {
  if (viewId === undefined && externalId === undefined) {
    throw refusedPayload('invalid_arguments', ['missing required field: view_id']);
  }
  const found =
    viewId === undefined
      ? core.modals.findByExternalId(externalId ?? '')
      : (core.modals.find(viewId) ??
        [...core.state.homes.values()].find((home) => home.id === viewId) ??
        null);
  if (found === null) throw new ApiFailure('not_found');
  return found;
}

function refuseStale(view: StoredView, hash: string | undefined): void {
  if (hash !== undefined && hash !== '' && hash !== view.hash)
    throw new ApiFailure('hash_conflict');
}

/** The Home keeps its id through every publish; the hash changes. */
function saveHome(core: Core, userId: string, definition: ModalView | HomeView): StoredView {
  const before = core.state.homes.get(userId);
  const fresh = core.modals.newView(userId, definition, null);
  const view = before === undefined ? fresh : { ...fresh, id: before.id, rootViewId: before.id };
  core.state.commit({ k: 'home', view });
  return view;
}

export const viewsPublish = defineMethod({
  tier: 'tier4',
  arguments: z.object({ user_id: word, view: nested, hash: word.optional() }),
  run: ({ core }, args) => {
    const definition = readView(args.view, 'home');
    if (core.manifest.features?.app_home?.home_tab_enabled !== true) {
      throw new ApiFailure('not_enabled');
    }
    const person = core.state.people.get(args.user_id);
    if (person === undefined || person.isBot) throw new ApiFailure('user_not_found');
    const before = core.state.homes.get(person.id);
    if (before !== undefined) refuseStale(before, args.hash);
    return { view: viewPayload(core, saveHome(core, person.id, definition)) };
  },
});
