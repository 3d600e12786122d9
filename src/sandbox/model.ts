/** What the practice workspace keeps: people, conversations, messages, views. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import type { ViewStateValues } from './client-protocol.ts';

/** Names and secrets of the workspace and of the one app installed in it. */
export interface Identity {
  teamId: string;
  teamName: string;
  teamDomain: string;
  appId: string;
  botUserId: string;
  botId: string;
  botToken: string;
  appToken: string;
  signingSecret: string;
  verificationToken: string;
}

/** A person as the caller describes them; the id is derived from the e-mail when absent. */
export interface SandboxPerson {
  id?: string;
  name: string;
  email: string;
  title: string;
  locale: 'vi-VN' | 'en-US';
  tz: string;
}

export interface Person {
  id: string;
  name: string;
  email: string;
  title: string;
  locale: string;
  tz: string;
  isBot: boolean;
  /** Epoch seconds. */
  updated: number;
}

export type ConversationKind = 'channel' | 'private_channel' | 'mpim' | 'im';

export interface Conversation {
  id: string;
  kind: ConversationKind;
  /** Without "#"; empty for direct messages. */
  name: string;
  topic: string;
  memberIds: string[];
  creator: string;
  /** Epoch seconds. */
  created: number;
  archived: boolean;
}

export interface MessageMetadata {
  event_type: string;
  event_payload: Record<string, unknown>;
}

export interface Message {
  ts: string;
  channel: string;
  userId: string;
  botId: string | null;
  subtype: string | null;
  text: string;
  blocks: KnownBlock[];
  threadTs: string | null;
  editedTs: string | null;
  metadata: MessageMetadata | null;
  reactions: { name: string; userIds: string[] }[];
  fileIds: string[];
}

/** Seen by one reader, kept in memory only, in no history. */
export interface EphemeralMessage {
  readerId: string;
  message: Message;
  /** A notice of the workspace itself rather than of the app. */
  system: boolean;
}

export interface StoredView {
  id: string;
  userId: string;
  /** As the app sent it, block ids filled in. */
  definition: ModalView | HomeView;
  hash: string;
  rootViewId: string;
  previousViewId: string | null;
  state: ViewStateValues;
}

export interface StoredFile {
  id: string;
  userId: string;
  name: string;
  title: string;
  mimetype: string;
  /** Bytes. */
  size: number;
  /** Epoch seconds. */
  created: number;
  channels: string[];
  contentBase64: string;
}

/** A user group: mentioned as one, with a handle of its own. */
export interface UserGroup {
  id: string;
  name: string;
  handle: string;
  description: string;
  userIds: string[];
  /** Epoch seconds. */
  created: number;
  updated: number;
  /** Epoch seconds; 0 while it is enabled. */
  disabled: number;
}

export type ModalStoredView = StoredView & { definition: ModalView };

export function isModal(view: StoredView): view is ModalStoredView {
  return view.definition.type === 'modal';
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
