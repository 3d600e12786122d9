import { randomUUID } from 'node:crypto';
import { elementsOf, type LocatedElement } from '../../src/sandbox/blocks.ts';
import { appDirectMessage } from '../../src/sandbox/conversations.ts';
import type { Workspace } from '../../src/sandbox/start-workspace.ts';
import { plainText } from '../../src/sandbox/validation/plain-text.ts';

// Presses of many people at once, without waiting for what each of them sees next.

export interface SeenButton {
  userId: string;
  channel: string;
  ts: string;
  located: LocatedElement;
}

/** A button in a person's direct message with the app, by its action id and a part of its value; null while it is not there. */
export function buttonOf(
  workspace: Workspace,
  userId: string,
  { actionId, value }: { actionId: string; value: string },
): SeenButton | null {
  const channel = appDirectMessage(workspace.core, userId).id;
  for (const message of workspace.messagesIn(channel)) {
    const located = elementsOf(message.blocks).find(
      (one) => one.actionId === actionId && String(one.element.value).includes(value),
    );
    if (located) return { userId, channel, ts: message.ts, located };
  }
  return null;
}

/** Presses as a page does. @returns whether the app acknowledged it in time */
export async function press(workspace: Workspace, button: SeenButton): Promise<boolean> {
  const { userId, channel, ts, located } = button;
  const outcome = await workspace.act(userId, {
    type: 'click',
    in: 'message',
    channel,
    ts,
    action: {
      type: located.element.type,
      action_id: located.actionId,
      block_id: located.blockId,
    },
    state: {},
    actId: randomUUID(),
  });
  // A button that is gone meanwhile was not pressed.
  return outcome.ok && outcome.failure === null;
}

/** The lasting messages between a person and the app, oldest first, as words. */
export function directMessages(workspace: Workspace, userId: string): string[] {
  return workspace.textsIn(appDirectMessage(workspace.core, userId).id);
}

/** What the app has told a person and nobody else, oldest first. */
export function toldInPrivate(workspace: Workspace, userId: string): string[] {
  return workspace.core.ephemerals
    .filter((one) => one.readerId === userId && !one.system)
    .map(({ message }) => plainText(message.blocks, message.text));
}

/**
 * Waits until `find` finds something, looking whenever something changes for the person (or for
 * anybody, when none is named).
 *
 * @throws naming `what`, and what the person sees, when it does not come in time
 */
export function untilFound<T>(
  workspace: Workspace,
  find: () => T | null,
  what: string,
  { userId, withinMs = 90_000 }: { userId?: string; withinMs?: number } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const look = ({ userIds }: { userIds: readonly string[] }) => {
      if (userId !== undefined && !userIds.includes(userId)) return;
      const found = find();
      if (found === null) return;
      stop();
      resolve(found);
    };
    const timer = setTimeout(() => {
      stop();
      const seen = userId && `, who sees:\n${directMessages(workspace, userId).join('\n--\n')}`;
      reject(new Error(`waited in vain for ${what}${seen ?? ''}`));
    }, withinMs);
    const stop = () => {
      clearTimeout(timer);
      workspace.off('change', look);
    };
    workspace.on('change', look);
    look({ userIds: userId === undefined ? [] : [userId] });
  });
}
