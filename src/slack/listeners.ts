import type { KnownBlock, ModalView, PlainTextOption } from '@slack/types';
import type { Deps } from '../kernel/deps.ts';
import type { Language } from '../kernel/language.ts';
import type { Actor } from '../people/actor.ts';
import type { SlackUser } from '../people/slack-profile.ts';
import type { ButtonKind, ModalKind, SubmissionAnswer } from './kinds.ts';

// What a domain's slack.ts is given to register its listeners with. The Bolt side is in app.ts.

/** A private answer: in the conversation, only the person sees it. */
export interface Answer {
  text: string;
  blocks?: KnownBlock[];
}

export interface OpeningRequest {
  actor: Actor;
  /** Opens a modal, or pushes it on the one that is open. */
  openModal(view: ModalView): Promise<void>;
}

export interface CommandRequest extends OpeningRequest {
  /** What was typed after the command, in words. */
  words: string[];
  /** Where it was typed. */
  channelId: string;
  reply(answer: Answer): Promise<void>;
}

export interface ButtonRequest<V> extends OpeningRequest {
  value: V;
  /** Puts a view in the place of the modal in which the button stands; opens it where that is a message. */
  showModal(view: ModalView): Promise<void>;
  /** The conversation of the message, or null in a modal or Home. */
  channelId: string | null;
}

/** A message as it was when somebody chose a shortcut from its menu. */
export interface ChosenMessage {
  channelId: string;
  ts: string;
  /** Who wrote it; null when it is no person's, as an app's is. */
  authorSlackUserId: string | null;
  /** As its readers see it, names instead of Slack's codes; a person's own words, and empty for a picture. */
  text: string;
  /** Whom it mentions, each once. */
  mentionedSlackUserIds: readonly string[];
}

export interface MessageShortcutRequest extends OpeningRequest {
  message: ChosenMessage;
  reply(answer: Answer): Promise<void>;
}

/** What the person reads after a press; nothing when the change shows by itself. */
export type ButtonAnswer = Answer | undefined;

/** A press by somebody who need not be in the staff list. */
export interface NewcomerRequest {
  /** Null: nobody is matched to them. */
  actor: Actor | null;
  language: Language;
  /** Who they are in Slack; null for a guest of another workspace. */
  readUser(): Promise<SlackUser | null>;
}

export interface SubmissionRequest<M, F> {
  actor: Actor;
  metadata: M;
  fields: F;
  /** The same for a submission that comes twice. */
  submissionKey: string;
  /** Who has this account of the workspace; null for a bot, a closed account or a guest of another. */
  readUser(slackUserId: string): Promise<SlackUser | null>;
  /** The first bytes of a file of this form; null when Slack does not give it in time. */
  glanceAtFile(file: { fileId: string; bytes: number }): Promise<Uint8Array | null>;
}

/** What one domain adds to a command that several share, as `/thidua xét` is. */
export interface Subcommand {
  command: string;
  /** What it is called, each in lower case and without accents; one to three words. */
  names: readonly string[];
  /** The lines of the help text, one for each way of using it. */
  usage(language: Language): readonly string[];
}

export interface Listeners {
  /** A slash command. It is acknowledged at once, so it must change nothing by itself. */
  command(name: string, handle: (request: CommandRequest) => Promise<void>): void;
  /** One of the words that may follow a command which several domains share; help comes by itself. */
  subcommand(subcommand: Subcommand, handle: (request: CommandRequest) => Promise<void>): void;
  /**
   * A shortcut in the menu of a message, by its callback id in the manifest. It is acknowledged at once, as
   * a command is; what `handle` keeps is to be kept once however often the same message is chosen.
   */
  messageShortcut(
    callbackId: string,
    handle: (request: MessageShortcutRequest) => Promise<void>,
  ): void;
  /** A button. What `handle` changes is committed before the press is acknowledged. */
  button<V>(
    kind: ButtonKind<V>,
    handle: (request: ButtonRequest<V>) => Promise<ButtonAnswer>,
  ): void;
  /** The one kind of button that serves strangers too. */
  newcomerButton<V>(
    kind: ButtonKind<V>,
    handle: (request: NewcomerRequest) => Promise<Answer>,
  ): void;
  /** What an external select offers, by its action id, while somebody types into it; a hundred at most. */
  suggestions(
    actionId: string,
    find: (request: { actor: Actor; typed: string }) => Promise<PlainTextOption[]>,
  ): void;
  /** A modal's submission. What `handle` changes is committed before it is acknowledged. */
  submission<M, F>(
    kind: ModalKind<M, F>,
    handle: (request: SubmissionRequest<M, F>) => Promise<SubmissionAnswer>,
  ): void;
  /** A part of the app's Home, drawn in the order of registration. */
  home(draw: (actor: Actor) => Promise<KnownBlock[]>): void;
}

/** A domain's way of registering its listeners. */
export type RegisterListeners = (on: Listeners, deps: Deps) => void;
