/** What every part of the practice workspace shares. */
import type { ClientChange } from './client-protocol.ts';
import type { Delivered, Envelope } from './delivery/envelope.ts';
import type { EventQueue } from './delivery/events.ts';
import type { FailureLog } from './failure-log.ts';
import type { Faults } from './faults.ts';
import type { TimestampSource } from './ids.ts';
import type { EphemeralMessage, Identity } from './model.ts';
import type { OpenModals } from './open-modals.ts';
import type { RateLimits } from './rate-limits.ts';
import type { WorkspaceState } from './state.ts';
import type { Triggers } from './triggers.ts';
import type { Uploads } from './uploads.ts';
import type { Manifest } from './validation/manifest.ts';

export interface Core {
  /** Tells this run of the workspace from the one before. */
  readonly session: string;
  readonly manifest: Manifest;
  /** By e-mail: whom to be first, and why. */
  readonly guide: ReadonlyMap<string, { vi: string; en: string }>;
  readonly identity: Identity;
  readonly state: WorkspaceState;
  /** Epoch ms by the workspace's clock. */
  readonly clock: () => number;
  readonly timestamps: TimestampSource;
  readonly triggers: Triggers;
  readonly rateLimits: RateLimits;
  readonly faults: Faults;
  readonly failures: FailureLog;
  readonly modals: OpenModals;
  readonly uploads: Uploads;
  /** In order of time; kept in memory only. */
  readonly ephemerals: EphemeralMessage[];
  readonly events: EventQueue;
  /** Where the app's answers and uploads come back to, without a trailing slash. */
  baseUrl(): string;
  /** Hands an envelope to the app and waits for its acknowledgement. */
  deliver(envelope: Envelope): Promise<Delivered>;
  /** Tells the pages (and the drivers) of the people concerned. */
  publish(userIds: readonly string[], change: ClientChange): void;
  /** A ticket for one Socket Mode connection. */
  openSocketTicket(): string;
}
