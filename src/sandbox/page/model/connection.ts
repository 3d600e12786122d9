import type {
  ClientAct,
  ClientActResult,
  ClientChange,
  ClientSnapshot,
  SuggestedPerson,
} from '../../client-protocol.ts';

async function readJson<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

export async function fetchPeople(): Promise<SuggestedPerson[]> {
  return readJson(await fetch('/client/people'));
}

async function fetchSnapshot(as: string): Promise<ClientSnapshot> {
  return readJson(await fetch(`/client/snapshot?as=${encodeURIComponent(as)}`));
}

/** Sends one act. Throws when the server cannot be reached; a refusal is `{ok: false}`. */
export async function sendAct(as: string, act: ClientAct): Promise<ClientActResult> {
  const response = await fetch('/client/act', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ as, act }),
  });
  if (response.status !== 400 && !response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

export interface Follower {
  onSnapshot: (snapshot: ClientSnapshot) => void;
  onChange: (change: ClientChange) => void;
  onConnection: (live: boolean) => void;
}

/**
 * Follows the workspace as one person until the returned function is called.
 *
 * The stream of changes opens before the snapshot is fetched, and changes that arrive meanwhile
 * are kept and applied on top of it, so nothing falls between the two. After every lost
 * connection the snapshot is fetched anew.
 */
export function follow(as: string, follower: Follower): () => void {
  const RETRY_MS = 2_000;
  let ended = false;
  let source: EventSource | null = null;
  let retry: number | undefined;
  let round = 0;

  const reconnectLater = (): void => {
    source?.close();
    if (ended) return;
    follower.onConnection(false);
    window.clearTimeout(retry);
    retry = window.setTimeout(connect, RETRY_MS);
  };

  const load = async (mine: number, early: ClientChange[]): Promise<boolean> => {
    try {
      const snapshot = await fetchSnapshot(as);
      if (ended || mine !== round) return false;
      follower.onSnapshot(snapshot);
      for (const change of early.splice(0)) follower.onChange(change);
      follower.onConnection(true);
      return true;
    } catch {
      // The server is away or does not know this person: shown as "reconnecting", tried again.
      if (mine === round) reconnectLater();
      return false;
    }
  };

  function connect(): void {
    round += 1;
    const mine = round;
    const early: ClientChange[] = [];
    let loaded = false;
    const stream = new EventSource(`/client/changes?as=${encodeURIComponent(as)}`);
    source = stream;
    stream.onopen = () => {
      load(mine, early).then((done) => {
        loaded = done;
      }, reconnectLater);
    };
    stream.onmessage = (event: MessageEvent<string>) => {
      const change: ClientChange = JSON.parse(event.data);
      if (loaded) follower.onChange(change);
      else early.push(change);
    };
    stream.onerror = () => {
      if (mine === round) reconnectLater();
    };
  }

  connect();
  return () => {
    ended = true;
    window.clearTimeout(retry);
    source?.close();
  };
}
