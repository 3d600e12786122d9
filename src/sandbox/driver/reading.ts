/** What one person sees in the workspace, as plain words. */
import { conversationsFor, messagesFor } from '../client-projection.ts';
import type { ClientMessage, ClientModal } from '../client-protocol.ts';
import type { Conversation, Person } from '../model.ts';
import { plainText, plainTextOfView } from '../validation/plain-text.ts';
import type { Workspace } from '../workspace.ts';

/** NFC and single spaces, so that a fragment is found however it was typed or wrapped. */
export function normal(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}

export class Reading {
  readonly #workspace: Workspace;
  readonly #person: Person;

  constructor(workspace: Workspace, person: Person) {
    this.#workspace = workspace;
    this.#person = person;
  }

  conversations(): Conversation[] {
    return conversationsFor(this.#workspace.core, this.#person.id);
  }

  messagesOf(conversation: Conversation): ClientMessage[] {
    return messagesFor(this.#workspace.core, this.#person.id, conversation.id);
  }

  /** All messages she can see, newest first. */
  newestMessages(): ClientMessage[] {
    return this.conversations()
      .flatMap((conversation) => this.messagesOf(conversation))
      .sort((a, b) => (a.ts < b.ts ? 1 : -1));
  }

  topModal(): ClientModal | null {
    return this.#workspace.core.modals.shownTo(this.#person.id).at(-1) ?? null;
  }

  messageText(message: ClientMessage): string {
    const files = message.files.map(({ title }) => `\n${title}`).join('');
    return this.#named(plainText(message.blocks, message.text) + files);
  }

  conversationText(conversation: Conversation): string {
    const name = (userId: string) => this.#workspace.core.state.people.get(userId)?.name ?? userId;
    return this.messagesOf(conversation)
      .map((message) => {
        const mark = message.ephemeral || message.system ? ' (only to you)' : '';
        return `${name(message.userId)}${mark}: ${this.messageText(message)}`;
      })
      .join('\n');
  }

  modalText(): string {
    const modal = this.topModal();
    if (modal === null) return '';
    const text = plainTextOfView(modal.view);
    return this.#named([text, ...Object.values(modal.errors), modal.failure ?? ''].join('\n'));
  }

  homeText(): string {
    const home = this.#workspace.core.state.homes.get(this.#person.id);
    return home === undefined ? '' : this.#named(plainTextOfView(home.definition));
  }

  /** Everything, for the message of a failed expectation. */
  everything(): string {
    const parts = this.conversations()
      .map((conversation) => ({ conversation, text: this.conversationText(conversation) }))
      .filter(({ text }) => text !== '')
      .map(({ conversation, text }) => `-- ${conversation.name || 'direct message'} --\n${text}`);
    const modal = this.modalText();
    const home = this.homeText();
    if (modal !== '') parts.push(`-- modal --\n${modal}`);
    if (home !== '') parts.push(`-- Home --\n${home}`);
    return parts.length === 0 ? '(nothing)' : parts.join('\n');
  }

  #named(text: string): string {
    const { people, conversations } = this.#workspace.core.state;
    return text
      .replace(/<@(\w+)(?:\|[^>]*)?>/g, (whole, id: string) => {
        const person = people.get(id);
        return person === undefined ? whole : `@${person.name}`;
      })
      .replace(/<#(\w+)(?:\|[^>]*)?>/g, (whole, id: string) => {
        const conversation = conversations.get(id);
        return conversation === undefined ? whole : `#${conversation.name}`;
      });
  }
}
