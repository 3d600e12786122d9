import type { App, MessageShortcut, ViewOutput, ViewSubmitAction } from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { glanceAtFile } from '../jobs/files.ts';
import { type Deps, today } from '../kernel/deps.ts';
import { AppError } from '../kernel/errors.ts';
import type { Language } from '../kernel/language.ts';
import type { Unfinished } from '../kernel/unfinished.ts';
import { agencyAdministrators } from '../people/access-queries.ts';
import { strangerAnswer } from '../people/access-views.ts';
import type { Actor } from '../people/actor.ts';
import { isOfWorkspace, readSlackProfile, type SlackUser } from '../people/slack-profile.ts';
import { refreshRulebook } from '../rulebook/live.ts';
import type { AckLatency } from './ack-latency.ts';
import { createAcksFirst } from './acks-first.ts';
import { answerAt } from './answer-url.ts';
import { section, unescapeText } from './blocks.ts';
import { isPress, isSubmission, type PressArgs, type SubmissionArgs } from './bolt-args.ts';
import { explainFailure, type Failure } from './failures.ts';
import { type Found, findPerson } from './find-person.ts';
import { inFlight } from './in-flight.ts';
import type { ButtonKind, SubmissionAnswer } from './kinds.ts';
import type { Answer, ButtonAnswer, Listeners, OpeningRequest } from './listeners.ts';
import { openedOnce, openOver, showHere, showUnder } from './modals.ts';
import { noticeView } from './notice-view.ts';
import { phrases } from './phrases.ts';
import { readFields } from './read-fields.ts';
import { readMessage } from './read-message.ts';
import { createSubcommands, type Subcommands } from './subcommands.ts';
import { deliveryKey, failureAnswer, responseOf } from './submission-answers.ts';

type Explain = (
  answer: Answer,
  field: string | undefined,
  language: Language,
  also?: Failure['also'],
) => Promise<void>;

/** A press of a button, whoever presses. */
interface Press<V> {
  slackUserId: string;
  language: Language;
  value: V;
  channelId: string | null;
  openModal(view: ModalView): Promise<void>;
  showModal(view: ModalView): Promise<void>;
}

interface Surroundings {
  slack: WebClient;
  teamId: string;
  ackLatency: AckLatency;
  unfinished: Unfinished;
}

export interface Registered {
  commands: string[];
  messageShortcuts: string[];
  buttons: string[];
  modals: string[];
}

/** The listeners of the domains, tied to Bolt. */
export function boltListeners(
  bolt: App,
  deps: Deps,
  { slack, teamId, ackLatency, unfinished }: Surroundings,
): { listeners: Listeners; registered: Registered } {
  const registered: Registered = { commands: [], messageShortcuts: [], buttons: [], modals: [] };
  const acksFirst = createAcksFirst();
  const sharedCommands = new Map<string, Subcommands>();
  const presses = new Map<string, (args: PressArgs) => Promise<void>>();
  const submissions = new Map<string, (args: SubmissionArgs) => Promise<void>>();
  const homeParts: ((actor: Actor) => Promise<KnownBlock[]>)[] = [];

  /** Finds the person, runs `work`, and gives every failure to `explain` in the person's language. */
  async function attend(
    listener: string,
    slackUserId: string,
    work: (found: Found, language: Language) => Promise<void>,
    explain: Explain,
  ): Promise<void> {
    let language: Language = 'vi';
    let personId: string | null = null;
    try {
      const found = await findPerson(deps, slack, { slackUserId, teamId });
      language = found.actor ? found.actor.language : found.language;
      personId = found.actor?.personId ?? null;
      await work(found, language);
    } catch (error) {
      const failure = explainFailure(error, { listener, personId, language, log: deps.log });
      const { text, field, also } = failure;
      await explain({ text }, field, language, also).catch((unsaid: unknown) =>
        deps.log.error({ listener, personId, err: unsaid }, 'failure could not be told'),
      );
    }
  }

  /** Serves those who are in the staff list; others are told whom to ask. */
  function serve(
    listener: string,
    slackUserId: string,
    work: (actor: Actor, language: Language) => Promise<void>,
    explain: Explain,
    readsRules = true,
  ): Promise<void> {
    return attend(
      listener,
      slackUserId,
      async ({ actor }, language) => {
        if (actor) {
          // What the organisation has set by a document of its own decides from now on, here too.
          if (readsRules) await refreshRulebook(deps);
          return work(actor, language);
        }
        deps.log.info({ listener, code: 'stranger' }, 'refused');
        const administrators = await agencyAdministrators(deps.db, today(deps));
        await explain(strangerAnswer(administrators, language), undefined, language);
      },
      explain,
    );
  }

  async function readUser(slackUserId: string): Promise<SlackUser | null> {
    const profile = await readSlackProfile(slack, slackUserId);
    return isOfWorkspace(profile, teamId) ? profile : null;
  }

  /** An answer may be somebody's only receipt, so it is tried twice. */
  async function toldAtLast(listener: string, tell: () => Promise<void>): Promise<void> {
    await tell()
      .catch(tell)
      .catch((error: unknown) => deps.log.error({ listener, err: error }, 'answer not told'));
  }

  /** Answers the presser of a button: under the message, or in a modal where there is no message. */
  async function tellPresser(
    listener: string,
    { body }: PressArgs,
    answer: Answer,
    language: Language,
  ): Promise<void> {
    if (body.container.type === 'message') tellLater(listener, body.response_url, answer);
    else await toldAtLast(listener, () => openOver(slack, body, noticeView(answer, language)));
  }

  /** Of the press only what is said is kept until then: a crowd's requests would fill the memory. */
  function tellLater(listener: string, responseUrl: string, answer: Answer): void {
    const tell = () => answerAt(responseUrl, answer);
    void unfinished.track(acksFirst.answer(() => toldAtLast(listener, tell)));
  }

  function measure(listener: string): () => void {
    const stop = ackLatency.start();
    return () => deps.log.debug({ listener, ackMs: Math.round(stop()) }, 'acknowledged');
  }

  /** Acknowledges at once what only opens something, then serves it. */
  async function opens(
    listener: string,
    { ack }: { ack: () => Promise<void> },
    asked: { user_id: string; trigger_id: string; response_url: string },
    handle: (request: OpeningRequest & { reply(answer: Answer): Promise<void> }) => Promise<void>,
  ): Promise<void> {
    const acknowledged = measure(listener);
    await ack();
    acknowledged();
    const reply = (answer: Answer) => answerAt(asked.response_url, answer);
    const openModal = (view: ModalView) =>
      openedOnce(slack.views.open({ trigger_id: asked.trigger_id, view }));
    await serve(listener, asked.user_id, (actor) => handle({ actor, reply, openModal }), reply);
  }

  /** @param reach whom the button serves: `serve` for the staff, `attend` for everybody */
  function onPress<V, W>(
    kind: ButtonKind<V>,
    reach: (
      listener: string,
      slackUserId: string,
      work: (who: W, language: Language) => Promise<void>,
      explain: Explain,
      readsRules: boolean,
    ) => Promise<void>,
    handle: (who: W, press: Press<V>) => Promise<ButtonAnswer>,
  ): void {
    registered.buttons.push(kind.actionId);
    presses.set(kind.actionId, async (args) => {
      const { ack, action, body } = args;
      const acknowledged = measure(kind.logName);
      const waitsNoMore = acksFirst.begin();
      const tell = (answer: Answer, language: Language) =>
        tellPresser(kind.logName, args, answer, language);
      let answered = false;
      const acknowledge = async () => {
        if (answered) return;
        answered = true;
        // Slack may have stopped waiting, or the line may be cut: what was done stays done.
        await ack().then(acknowledged, (error: unknown) =>
          deps.log.warn({ listener: kind.logName, err: error }, 'acknowledgement not sent'),
        );
        waitsNoMore();
      };
      await reach(
        kind.logName,
        body.user.id,
        async (who, language) => {
          const raw = 'value' in action ? action.value : undefined;
          const value = kind.value.safeParse(parseJson(raw));
          if (!value.success)
            throw new AppError('stale_button', { say: (reader) => phrases[reader].staleButton });
          const answer = await handle(who, {
            slackUserId: body.user.id,
            language,
            value: value.data,
            channelId: body.channel?.id ?? null,
            openModal: (view) => openOver(slack, body, view),
            showModal: (view) => showHere(slack, body, view),
          });
          await acknowledge();
          // What was asked is done: from here on a failure must not be told as if nothing had been.
          if (answer) await tell(answer, language);
        },
        async (answer, _field, language) => {
          await acknowledge();
          await tell(answer, language);
        },
        kind.readsRules,
      ).finally(waitsNoMore);
    });
  }

  const listeners: Listeners = {
    command(name, handle) {
      registered.commands.push(name);
      bolt.command(name, (args) =>
        opens(name, args, args.command, (request) => {
          const { text, channel_id: channelId } = args.command;
          const words = unescapeText(text).normalize('NFC').split(/\s+/u).filter(Boolean);
          return handle({ ...request, words, channelId });
        }),
      );
    },

    subcommand(subcommand, handle) {
      let shared = sharedCommands.get(subcommand.command);
      if (!shared) {
        shared = createSubcommands();
        sharedCommands.set(subcommand.command, shared);
        listeners.command(subcommand.command, shared.handle);
      }
      shared.add(subcommand, handle);
    },

    messageShortcut(callbackId, handle) {
      registered.messageShortcuts.push(callbackId);
      const which = { callback_id: callbackId, type: 'message_action' } as const;
      bolt.shortcut<MessageShortcut>(which, (args) => {
        const { trigger_id, user, response_url } = args.shortcut;
        return opens(
          callbackId,
          args,
          { trigger_id, user_id: user.id, response_url },
          async (request) => {
            const message = await readMessage(deps, args.shortcut, request.actor.language);
            return handle({ ...request, message });
          },
        );
      });
    },

    button(kind, handle) {
      onPress(kind, serve, (actor, { language: _, ...press }) => handle({ actor, ...press }));
    },

    newcomerButton(kind, handle) {
      onPress(kind, attend, ({ actor }, { language, slackUserId }) =>
        handle({ actor, language, readUser: () => readUser(slackUserId) }),
      );
    },

    suggestions(actionId, find) {
      bolt.options(actionId, async ({ ack, body }) => {
        const none = async () => ack({ options: [] });
        await serve(
          actionId,
          body.user.id,
          async (actor) => ack({ options: await find({ actor, typed: body.value }) }),
          none,
          false,
        );
      });
    },

    submission(kind, handle) {
      registered.modals.push(kind.callbackId);
      // Of two deliveries of one submission at once the second would be refused what the first has just done.
      const underWay = inFlight<SubmissionAnswer | undefined>();
      submissions.set(kind.callbackId, async ({ ack, body, view }) => {
        const acknowledged = measure(kind.callbackId);
        const given = await underWay(deliveryKey(view), () => answerTo(body, view));
        if (!given) return;
        // What was done stays done, though Slack may have stopped waiting.
        const went =
          given.next === 'back' && (await showUnder({ slack, log: deps.log }, view, given.view));
        await (went ? ack() : ack(responseOf(given))).then(acknowledged, (error: unknown) =>
          deps.log.warn({ listener: kind.callbackId, err: error }, 'acknowledgement not sent'),
        );
      });

      async function answerTo(
        body: ViewSubmitAction,
        view: ViewOutput,
      ): Promise<SubmissionAnswer | undefined> {
        let given: SubmissionAnswer | undefined;
        await serve(
          kind.callbackId,
          body.user.id,
          async (actor) => {
            const metadata = kind.metadata.parse(parseJson(view.private_metadata));
            const fields = readFields(kind, view.state.values, actor.language);
            given =
              'errors' in fields
                ? { next: 'mend', errors: fields.errors }
                : await handle({
                    actor,
                    metadata,
                    fields: fields.values,
                    submissionKey: view.id,
                    readUser,
                    glanceAtFile: (file) => glanceAtFile({ slack, log: deps.log }, file),
                  });
          },
          async (told, field, language, also = []) => {
            given = failureAnswer(view, { told, field, also }, language);
          },
        );
        return given;
      }
    },

    home(draw) {
      homeParts.push(draw);
    },
  };

  // Bolt asks every listener about every request, and asking some twenty, for the commands and the like, costs more
  // than a vote. So presses and submissions are served before it asks; what nobody serves stays unanswered, as with Bolt.
  bolt.use(async (args) => {
    if (isPress(args)) await presses.get(args.action.action_id)?.(args);
    else if (isSubmission(args)) await submissions.get(args.view.callback_id)?.(args);
    else await args.next();
  });

  bolt.event('app_home_opened', async ({ event }) => {
    if (event.tab !== 'home') return;
    await serve(
      'home',
      event.user,
      async (actor) => {
        const parts = await Promise.all(homeParts.map((draw) => draw(actor)));
        await publishHome(event.user, [
          section(
            `*${phrases[actor.language].homeGreeting({ name: actor.fullName })}*\n${actor.position} · ${actor.unitName}`,
          ),
          section(phrases[actor.language].homeCommands),
          ...parts.flat(),
        ]);
      },
      ({ text, blocks }) => publishHome(event.user, blocks ?? [section(text)]),
    );
  });

  async function publishHome(userId: string, blocks: KnownBlock[]): Promise<void> {
    await slack.views.publish({
      user_id: userId,
      view: { type: 'home', blocks: blocks.slice(0, 100) },
    });
  }

  return { listeners, registered };
}

function parseJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
