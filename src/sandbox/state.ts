/**
 * The workspace's state. It changes only through `commit`, which journals the record first, so
 * what is in memory is never ahead of what survives.
 */
import type { Journal } from './journal.ts';
import type { ResponseUrl, WorkspaceRecord } from './journal-record.ts';
import type {
  Conversation,
  Identity,
  Message,
  Person,
  StoredFile,
  StoredView,
  UserGroup,
} from './model.ts';

export type CommitListener = (record: WorkspaceRecord, isNew: boolean) => void;

export class WorkspaceState {
  identity: Identity | null = null;
  readonly people = new Map<string, Person>();
  readonly conversations = new Map<string, Conversation>();
  /** Channel → messages by ts; insertion order is the order of time. */
  readonly messages = new Map<string, Map<string, Message>>();
  /** Channel → ts of its messages, oldest first. */
  readonly #timelines = new Map<string, string[]>();
  readonly homes = new Map<string, StoredView>();
  /** Person → open views, lowest first. */
  readonly modals = new Map<string, StoredView[]>();
  /** Person → channel → ts of the last message read. */
  readonly reads = new Map<string, Map<string, string>>();
  readonly files = new Map<string, StoredFile>();
  readonly userGroups = new Map<string, UserGroup>();
  readonly responseUrls = new Map<string, ResponseUrl>();
  #journal: Journal | null = null;
  #closed = false;
  readonly #listeners: CommitListener[] = [];

  /** Records applied before this call are not journalled: they came from the journal. */
  journalTo(journal: Journal): void {
    this.#journal = journal;
  }

  onCommit(listener: CommitListener): void {
    this.#listeners.push(listener);
  }

  /** @throws Error after `close`: nothing may be acknowledged that would not be kept */
  commit(record: WorkspaceRecord): void {
    if (this.#closed) throw new Error('the workspace is closed');
    this.#journal?.append(record);
    const isNew = this.apply(record);
    for (const listener of this.#listeners) listener(record, isNew);
  }

  close(): void {
    this.#journal?.close();
    this.#journal = null;
    this.#closed = true;
  }

  /** @returns whether the record brought something that was not there before. */
  apply(record: WorkspaceRecord): boolean {
    switch (record.k) {
      case 'identity':
        this.identity = record.identity;
        return true;
      case 'person':
        return put(this.people, record.person.id, record.person);
      case 'conversation':
        return put(this.conversations, record.conversation.id, record.conversation);
      case 'message':
        return this.#putMessage(record.message);
      case 'message_deleted':
        return this.#deleteMessage(record.channel, record.ts);
      case 'home':
        return put(this.homes, record.view.userId, record.view);
      case 'modals':
        if (record.views.length === 0) return this.modals.delete(record.userId);
        return put(this.modals, record.userId, record.views);
      case 'read': {
        const reads = this.reads.get(record.userId) ?? new Map<string, string>();
        this.reads.set(record.userId, reads);
        return put(reads, record.channel, record.ts);
      }
      case 'file':
        return put(this.files, record.file.id, record.file);
      case 'user_group':
        return put(this.userGroups, record.group.id, record.group);
      case 'response_url':
        return put(this.responseUrls, record.url.key, record.url);
    }
  }

  /** The shortest list of records that makes this state again. */
  *records(): Generator<WorkspaceRecord> {
    if (this.identity !== null) yield { k: 'identity', identity: this.identity };
    for (const person of this.people.values()) yield { k: 'person', person };
    for (const conversation of this.conversations.values()) {
      yield { k: 'conversation', conversation };
    }
    for (const messages of this.messages.values()) {
      for (const message of messages.values()) yield { k: 'message', message };
    }
    for (const view of this.homes.values()) yield { k: 'home', view };
    for (const [userId, views] of this.modals) yield { k: 'modals', userId, views };
    for (const [userId, reads] of this.reads) {
      for (const [channel, ts] of reads) yield { k: 'read', userId, channel, ts };
    }
    for (const file of this.files.values()) yield { k: 'file', file };
    for (const group of this.userGroups.values()) yield { k: 'user_group', group };
    for (const url of this.responseUrls.values()) yield { k: 'response_url', url };
  }

  messagesOf(channel: string): Map<string, Message> {
    const known = this.messages.get(channel);
    if (known !== undefined) return known;
    const empty = new Map<string, Message>();
    this.messages.set(channel, empty);
    return empty;
  }

  timelineOf(channel: string): readonly string[] {
    return this.#timelines.get(channel) ?? [];
  }

  message(channel: string, ts: string): Message | null {
    return this.messages.get(channel)?.get(ts) ?? null;
  }

  personByEmail(email: string): Person | null {
    const wanted = email.trim().toLowerCase();
    for (const person of this.people.values()) {
      if (person.email.toLowerCase() === wanted) return person;
    }
    return null;
  }

  channelByName(name: string): Conversation | null {
    const wanted = name.replace(/^#/, '');
    for (const conversation of this.conversations.values()) {
      if (conversation.name === wanted && conversation.kind !== 'im') return conversation;
    }
    return null;
  }

  #putMessage(message: Message): boolean {
    const isNew = put(this.messagesOf(message.channel), message.ts, message);
    if (!isNew) return false;
    const timeline = this.#timelines.get(message.channel);
    // Timestamps only ever rise, so a new message is always the last.
    if (timeline === undefined) this.#timelines.set(message.channel, [message.ts]);
    else timeline.push(message.ts);
    return true;
  }

  #deleteMessage(channel: string, ts: string): boolean {
    const timeline = this.#timelines.get(channel) ?? [];
    const index = timeline.lastIndexOf(ts);
    if (index >= 0) timeline.splice(index, 1);
    return this.messagesOf(channel).delete(ts);
  }

  isMember(conversation: Conversation, userId: string): boolean {
    return conversation.memberIds.includes(userId);
  }
}

function put<K, V>(map: Map<K, V>, key: K, value: V): boolean {
  const isNew = !map.has(key);
  map.set(key, value);
  return isNew;
}
