import type { ClientUploadResult } from '../../client-protocol.ts';

/** Sends one file. Throws when the server cannot be reached; a refusal is `{ok: false}`. */
export async function uploadFile(as: string, file: File): Promise<ClientUploadResult> {
  const query = new URLSearchParams({ as, name: file.name });
  const response = await fetch(`/client/files?${query}`, { method: 'POST', body: file });
  return response.json();
}
