import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { z } from 'zod';
import type { Deps } from '../kernel/deps.ts';
import type { Language } from '../kernel/language.ts';
import type { ChartBlock } from '../slack/charts.ts';

/** A kind of outgoing message: its name in the outbox and what is kept of it there. */
export interface MessageKind<P> {
  purpose: string;
  params: z.ZodType<P>;
}

export function messageKind<P>(purpose: string, params: z.ZodType<P>): MessageKind<P> {
  return { purpose, params };
}

/** What a message looks like; null when there is nothing to say any more. */
export type Rendered = {
  text: string;
  blocks: KnownBlock[];
  /** The same with charts; `blocks` is for where Slack takes none. */
  charted?: (KnownBlock | ChartBlock)[];
} | null;

export interface RenderContext<P> {
  params: P;
  subjectId: string;
  /** The reader, for a direct message; null in a channel. */
  personId: string | null;
  language: Language;
  /** It was delivered before and is drawn anew in its place. */
  redrawing?: boolean;
}

/** A message kind together with the function that draws it from the database as it is. */
export interface Renderer {
  purpose: string;
  render(deps: Deps, context: RenderContext<unknown>): Promise<Rendered>;
}

/** Binds a message kind to its drawing. */
export function rendering<P>(
  kind: MessageKind<P>,
  draw: (deps: Deps, context: RenderContext<P>) => Promise<Rendered>,
): Renderer {
  return {
    purpose: kind.purpose,
    render: (deps, context) =>
      draw(deps, { ...context, params: kind.params.parse(context.params) }),
  };
}

/** A kind of work for graphile-worker: its task name and what it is given. */
export interface TaskKind<P> {
  task: string;
  payload: z.ZodType<P>;
}

export function taskKind<P>(task: string, payload: z.ZodType<P>): TaskKind<P> {
  return { task, payload };
}

/** A task kind together with the function that does it; idempotent, for it may run twice. */
export interface Performer {
  task: string;
  perform(deps: WorkDeps, payload: unknown): Promise<void>;
}

/** Work may call Slack, outside of transactions. */
export interface WorkDeps extends Deps {
  slack: WebClient;
}

export function performing<P>(
  kind: TaskKind<P>,
  act: (deps: WorkDeps, payload: P) => Promise<void>,
): Performer {
  return {
    task: kind.task,
    perform: (deps, payload) => act(deps, kind.payload.parse(payload)),
  };
}

/** A kind of file that a person asks for: its name and what says which. */
export interface FileKind<P> {
  purpose: string;
  params: z.ZodType<P>;
}

export function fileKind<P>(purpose: string, params: z.ZodType<P>): FileKind<P> {
  return { purpose, params };
}

export interface BuiltFile {
  name: string;
  content: Buffer;
  /** What is written beside it. */
  comment: string;
}

/** A file kind together with the function that makes the file from the database as it is. */
export interface FileBuilder {
  purpose: string;
  build(
    deps: Deps,
    context: { params: unknown; personId: string; language: Language },
  ): Promise<BuiltFile>;
}

export function building<P>(
  kind: FileKind<P>,
  make: (
    deps: Deps,
    context: { params: P; personId: string; language: Language },
  ) => Promise<BuiltFile>,
): FileBuilder {
  return {
    purpose: kind.purpose,
    build: (deps, context) => make(deps, { ...context, params: kind.params.parse(context.params) }),
  };
}

/** What one domain folder gives to the jobs. */
export interface DomainJobs {
  renderers?: readonly Renderer[];
  performers?: readonly Performer[];
  files?: readonly FileBuilder[];
  /** Looks for what is due by `app_now()` and does it; idempotent, run at start and at every tick. */
  due?: readonly ((deps: Deps) => Promise<void>)[];
}
