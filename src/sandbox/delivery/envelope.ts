/** What the workspace hands to the app, over either transport. */

export type Envelope =
  | { type: 'slash_commands'; payload: Record<string, string> }
  | { type: 'interactive'; payload: Record<string, unknown> }
  | {
      type: 'events_api';
      payload: Record<string, unknown>;
      retry: { attempt: number; reason: string } | null;
    };

export type DeliveryFailure =
  | 'operation_timeout'
  | 'dispatch_failed'
  | 'http_service_error'
  | 'http_client_error';

/** `response` is what the app said with its acknowledgement; undefined when it said nothing. */
export type Delivered =
  | { ok: true; response: unknown }
  | { ok: false; reason: DeliveryFailure; noRetry?: boolean };

export const ACK_DEADLINE_MS = 3000;
