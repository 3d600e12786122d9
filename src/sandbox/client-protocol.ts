/**
 * What the practice workspace's page and its server say to each other.
 *
 * The page is a chat client for one person at a time. It loads a `ClientSnapshot`, then follows
 * `ClientChange`s over server-sent events, and acts by POSTing `ClientAct`s. Types only: no code.
 *
 * - GET  /client/people                    → SuggestedPerson[] (for the "who am I" switch)
 * - GET  /client/snapshot?as=U…            → ClientSnapshot
 * - GET  /client/changes?as=U…  (SSE)      → one ClientChange per event, JSON in `data:`
 * - POST /client/act            {as, act}  → ClientActResult (200), or {ok:false, error} (400)
 * - POST /client/files?as=U…&name=…        → ClientUploadResult; the body is the file
 * - GET  /client/trainer                   → TrainerReport
 * - POST /client/trainer/clock     {to}    → TrainerResult; `to` in epoch ms, later than now
 * - POST /client/trainer/start-over {}     → TrainerResult; the stream of changes then breaks off
 */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';

export interface SamplePerson {
  id: string;
  name: string;
  /** Office and unit, for the switch: "Giám đốc – BHXH tỉnh". */
  title: string;
  locale: 'vi-VN' | 'en-US' | (string & {});
  tz: string;
  isBot: boolean;
}

export interface SuggestedPerson extends SamplePerson {
  /** Why one should try to be this person, in both languages; null for most. */
  why: { vi: string; en: string } | null;
}

export interface ClientConversation {
  id: string;
  kind: 'channel' | 'private_channel' | 'im' | 'app_im';
  /** Channel name without "#", or the other person's name. */
  name: string;
  topic: string;
  /** For direct messages: the other side's user id. */
  withUser: string | null;
  memberIds: string[];
  unread: number;
  messages: ClientMessage[];
}

export interface ClientFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  /** Bytes. */
  size: number;
  /** On this server, to show or to download it. */
  path: string;
}

export interface ClientMessage {
  ts: string;
  channel: string;
  userId: string;
  text: string;
  blocks: KnownBlock[];
  files: ClientFile[];
  threadTs: string | null;
  editedTs: string | null;
  /** Seen only by its reader and gone on reload of the history, as in Slack. */
  ephemeral: boolean;
  /** Shown as a Slack-like notice ("/dangky failed with the error …"), not from a person. */
  system: boolean;
  reactions: { name: string; userIds: string[] }[];
}

export interface ClientSnapshot {
  me: SamplePerson;
  users: SamplePerson[];
  conversations: ClientConversation[];
  /** Slash commands of the loaded manifest, for the composer's suggestions. */
  commands: { command: string; description: string; usageHint: string }[];
  shortcuts: {
    callbackId: string;
    name: string;
    type: 'global' | 'message';
    description: string;
  }[];
  app: { botUserId: string; name: string; homeEnabled: boolean };
  home: HomeView | null;
  modals: ClientModal[];
  /** How far the workspace's clock runs ahead of the real one, in ms. */
  clockAheadMs: number;
  /** Whether the trainers' panel can be opened. */
  hasTrainer: boolean;
}

/** One open view on this person's stack, lowest first. */
export interface ClientModal {
  id: string;
  hash: string;
  view: ModalView;
  /** Errors from response_action "errors", by block_id. */
  errors: Record<string, string>;
  busy: boolean;
  /** Slack's own sentence when the app did not answer in 3 s. */
  failure: string | null;
}

export type ClientChange =
  | { type: 'message'; message: ClientMessage }
  | { type: 'message_changed'; message: ClientMessage }
  | { type: 'message_deleted'; channel: string; ts: string }
  | { type: 'conversation'; conversation: Omit<ClientConversation, 'messages'> }
  | { type: 'unread'; channel: string; unread: number }
  | { type: 'home'; view: HomeView }
  | { type: 'clock'; aheadMs: number }
  /** The whole stack after any change to it. */
  | { type: 'modals'; modals: ClientModal[] }
  /** The app answered or failed a click; the button may be pressed again. */
  | { type: 'action_settled'; actId: string; failure: string | null };

/** `view.state.values` of Slack: block_id → action_id → element state. */
export type ViewStateValues = Record<string, Record<string, Record<string, unknown>>>;

/** The action as Slack would send it: type, action_id, block_id, value / selected_option … */
export type ClickedAction = { type: string; action_id: string; block_id: string } & Record<
  string,
  unknown
>;

export type ClientAct =
  /** Plain text is posted as the person; a text that starts with "/" runs the command. */
  | { type: 'send'; channel: string; text: string; threadTs?: string }
  | {
      type: 'click';
      in: 'message';
      channel: string;
      ts: string;
      action: ClickedAction;
      state: ViewStateValues;
      actId: string;
    }
  | {
      type: 'click';
      in: 'modal';
      viewId: string;
      action: ClickedAction;
      state: ViewStateValues;
      actId: string;
    }
  | { type: 'click'; in: 'home'; action: ClickedAction; state: ViewStateValues; actId: string }
  | { type: 'submit_modal'; viewId: string; state: ViewStateValues }
  /** Esc or the close button of the top view; `clear` closes the whole stack. */
  | { type: 'close_modal'; viewId: string; clear: boolean }
  | { type: 'open_home' }
  | { type: 'message_shortcut'; callbackId: string; channel: string; ts: string }
  | { type: 'global_shortcut'; callbackId: string }
  | { type: 'mark_read'; channel: string }
  | { type: 'open_direct_message'; userId: string }
  | {
      type: 'external_options';
      viewId: string | null;
      channel: string | null;
      ts: string | null;
      blockId: string;
      actionId: string;
      value: string;
    };

export type ClientActResult =
  | {
      ok: true;
      options?: { text: { type: 'plain_text'; text: string }; value: string }[];
      channel?: string;
    }
  | { ok: false; error: string };

/** The file as Slack describes it to an app, to be put into a file_input's state. */
export type ClientUploadResult =
  | { ok: true; file: { id: string; name: string } & Record<string, unknown> }
  | { ok: false; error: string };

/** One message of the app's outbox, as the product behind the workspace tells of it. */
export interface DeliveryReport {
  id: string;
  state: 'waiting' | 'delivered' | 'dropped' | 'failed';
  /** What the message is for, in the words of the trainer's language. */
  purpose: { vi: string; en: string };
  /** A person's name, or a channel with "#". */
  to: string;
  /** Epoch ms of real time. */
  createdAt: number;
  settledAt: number | null;
  attempts: number;
  /** Slack's word for the last failure. */
  error: string | null;
}

/** What a trainer sees. Times in epoch ms. */
export interface TrainerReport {
  /** Another one after everything was started over. */
  session: string;
  now: number;
  aheadMs: number;
  /** The app's outgoing messages, newest first. */
  deliveries: DeliveryReport[];
  /** Between app and workspace, newest first. */
  failures: {
    /** Real time. */
    at: number;
    kind: 'call' | 'answer';
    what: string;
    error: string;
    who: string | null;
  }[];
  canStartOver: boolean;
}

export type TrainerResult = { ok: true } | { ok: false; error: string };
