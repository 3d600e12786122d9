/**
 * The app's manifest as Slack's schema 2 takes it: unknown keys, unknown scopes and over-long texts
 * are refused, and whatever must be reached needs a request URL or Socket Mode.
 */
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { BOT_SCOPES } from './manifest-scopes.ts';

const httpsUrl = z.url({ protocol: /^https$/, error: 'must be an https URL' }).max(3000);

const slashCommand = z.strictObject({
  command: z
    .string()
    .max(32)
    .regex(/^\/[a-z0-9_-]+$/, 'must be "/" and lower-case letters, digits, hyphens or underscores'),
  description: z.string().min(1).max(2000),
  usage_hint: z.string().max(1000).optional(),
  url: httpsUrl.optional(),
  should_escape: z.boolean().optional(),
});

const shortcut = z.strictObject({
  name: z.string().min(1).max(24),
  type: z.enum(['message', 'global']),
  callback_id: z.string().min(1).max(255),
  description: z.string().min(1).max(150),
});

const scope = z.string().refine((name) => BOT_SCOPES.has(name), {
  error: (issue) => `unknown scope "${String(issue.input)}"`,
});

const eventName = z.string().regex(/^[a-z_]+(\.[a-z_]+)?$/, 'is no name of an event');

const manifestSchema = z
  .strictObject({
    _metadata: z
      .strictObject({
        major_version: z.union([z.literal(1), z.literal(2)]).optional(),
        minor_version: z.int().min(0).optional(),
      })
      .optional(),
    display_information: z.strictObject({
      name: z.string().min(1).max(35),
      description: z.string().max(140).optional(),
      long_description: z.string().min(174).max(4000).optional(),
      background_color: z
        .string()
        .regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'must be a colour such as #2a6f4e')
        .optional(),
    }),
    features: z
      .strictObject({
        bot_user: z
          .strictObject({
            display_name: z.string().min(1).max(80),
            always_online: z.boolean().optional(),
          })
          .optional(),
        app_home: z
          .strictObject({
            home_tab_enabled: z.boolean().optional(),
            messages_tab_enabled: z.boolean().optional(),
            messages_tab_read_only_enabled: z.boolean().optional(),
          })
          .optional(),
        slash_commands: z.array(slashCommand).max(50).optional(),
        shortcuts: z.array(shortcut).max(10).optional(),
        unfurl_domains: z.array(z.string().min(1)).max(5).optional(),
      })
      .optional(),
    oauth_config: z
      .strictObject({
        redirect_urls: z.array(httpsUrl).max(1000).optional(),
        scopes: z.strictObject({ bot: z.array(scope).max(255).optional() }).optional(),
      })
      .optional(),
    settings: z
      .strictObject({
        allowed_ip_address_ranges: z.array(z.string()).max(10).optional(),
        event_subscriptions: z
          .strictObject({
            request_url: httpsUrl.optional(),
            bot_events: z.array(eventName).max(100).optional(),
          })
          .optional(),
        interactivity: z
          .strictObject({
            is_enabled: z.boolean(),
            request_url: httpsUrl.optional(),
            message_menu_options_url: httpsUrl.optional(),
          })
          .optional(),
        org_deploy_enabled: z.boolean().optional(),
        socket_mode_enabled: z.boolean().optional(),
        token_rotation_enabled: z.boolean().optional(),
      })
      .optional(),
  })
  .superRefine(refuseUnreachable)
  .superRefine(refuseDoubles)
  .superRefine(refuseUngranted);

export type Manifest = z.output<typeof manifestSchema>;

interface Reachable {
  features?: { slash_commands?: { url?: string | undefined }[] | undefined } | undefined;
  settings?:
    | {
        socket_mode_enabled?: boolean | undefined;
        event_subscriptions?: { request_url?: string | undefined } | undefined;
        interactivity?: { is_enabled: boolean; request_url?: string | undefined } | undefined;
      }
    | undefined;
}

const UNREACHABLE = 'is required unless settings.socket_mode_enabled is true';

function refuseUnreachable(manifest: Reachable, context: z.RefinementCtx): void {
  const settings = manifest.settings;
  if (settings?.socket_mode_enabled === true) return;
  const report = (path: (string | number)[]) =>
    context.addIssue({ code: 'custom', message: UNREACHABLE, path });
  const events = settings?.event_subscriptions;
  if (events !== undefined && events.request_url === undefined) {
    report(['settings', 'event_subscriptions', 'request_url']);
  }
  const interactivity = settings?.interactivity;
  if (interactivity?.is_enabled === true && interactivity.request_url === undefined) {
    report(['settings', 'interactivity', 'request_url']);
  }
  for (const [index, command] of (manifest.features?.slash_commands ?? []).entries()) {
    if (command.url === undefined) report(['features', 'slash_commands', index, 'url']);
  }
}

interface Named {
  features?:
    | {
        slash_commands?: { command: string }[] | undefined;
        shortcuts?: { callback_id: string }[] | undefined;
      }
    | undefined;
  oauth_config?: { scopes?: { bot?: string[] | undefined } | undefined } | undefined;
  settings?:
    | { event_subscriptions?: { bot_events?: string[] | undefined } | undefined }
    | undefined;
}

function refuseDoubles(manifest: Named, context: z.RefinementCtx): void {
  const lists = [
    {
      path: ['features', 'slash_commands'],
      names: manifest.features?.slash_commands?.map((one) => one.command),
    },
    {
      path: ['features', 'shortcuts'],
      names: manifest.features?.shortcuts?.map((one) => one.callback_id),
    },
    { path: ['oauth_config', 'scopes', 'bot'], names: manifest.oauth_config?.scopes?.bot },
    {
      path: ['settings', 'event_subscriptions', 'bot_events'],
      names: manifest.settings?.event_subscriptions?.bot_events,
    },
  ];
  for (const { path, names } of lists) {
    for (const [index, name] of (names ?? []).entries()) {
      if (names?.indexOf(name) === index) continue;
      context.addIssue({
        code: 'custom',
        message: `"${name}" stands twice`,
        path: [...path, index],
      });
    }
  }
}

function refuseUngranted(manifest: Named, context: z.RefinementCtx): void {
  const commands = manifest.features?.slash_commands ?? [];
  const shortcuts = manifest.features?.shortcuts ?? [];
  if (commands.length + shortcuts.length === 0) return;
  if (manifest.oauth_config?.scopes?.bot?.includes('commands') === true) return;
  context.addIssue({
    code: 'custom',
    message: 'slash commands and shortcuts need the scope "commands"',
    path: ['oauth_config', 'scopes', 'bot'],
  });
}

/** @throws Error whose message has one line for each problem: where it is and what is wrong */
export function parseManifest(yamlText: string): Manifest {
  const parsed = manifestSchema.safeParse(readYaml(yamlText));
  if (parsed.success) return parsed.data;
  throw problems(
    parsed.error.issues.map((issue) => `${issue.path.join('.') || 'manifest'}: ${issue.message}`),
  );
}

function readYaml(yamlText: string): unknown {
  const document = parseDocument(yamlText, { prettyErrors: true });
  if (document.errors.length > 0) throw problems(document.errors.map((error) => error.message));
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    // Aliases are resolved only here: one without an anchor, or too many of them.
    throw problems([error instanceof Error ? error.message : String(error)]);
  }
}

function problems(lines: string[]): Error {
  return new Error(`The app manifest has ${lines.length} problem(s):\n- ${lines.join('\n- ')}`);
}
