/** An answer of the Web API with `ok: false`. */
export class ApiFailure extends Error {
  readonly code: string;
  readonly detail: Record<string, unknown>;

  constructor(code: string, detail: Record<string, unknown> = {}) {
    super(code);
    this.name = 'ApiFailure';
    this.code = code;
    this.detail = detail;
  }
}

/** Slack's shape of a refused payload: the reasons in `errors` and in `response_metadata`. */
export function refusedPayload(code: string, messages: string[]): ApiFailure {
  const detail: Record<string, unknown> = {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  };
  if (code.startsWith('invalid_blocks')) detail.errors = messages;
  return new ApiFailure(code, detail);
}
