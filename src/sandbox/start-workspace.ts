/** Opens the practice workspace: reads its journal, adds what is new, takes up where it was. */
import { memoryJournal, openJournal, readJournal } from './journal.ts';
import { LIFETIME_MS } from './response-urls.ts';
import { newIdentity, seedChannels, seedPeople } from './seeding.ts';
import { WorkspaceState } from './state.ts';
import { Workspace, type WorkspaceOptions } from './workspace.ts';

export type { SandboxPerson } from './model.ts';
export type { SandboxChannel } from './seeding.ts';
export type { Workspace, WorkspaceOptions } from './workspace.ts';

/** @throws Error when the journal is damaged, or a channel names a person who is not there */
export async function openWorkspace(options: WorkspaceOptions): Promise<Workspace> {
  const state = new WorkspaceState();
  const now = options.clock();
  if (options.journalPath === null) {
    state.journalTo(memoryJournal);
  } else {
    for (const record of readJournal(options.journalPath)) state.apply(record);
    for (const [key, url] of state.responseUrls) {
      if (now - url.issuedAt > LIFETIME_MS) state.responseUrls.delete(key);
    }
    state.journalTo(openJournal(options.journalPath, state.records()));
  }
  const identity = state.identity ?? newIdentity(options.teamName, options.manifest);
  if (state.identity === null) state.commit({ k: 'identity', identity });
  seedPeople(state, identity, options.manifest, options.people, now);
  const workspace = new Workspace(options, state, identity);
  for (const messages of state.messages.values()) {
    for (const ts of messages.keys()) workspace.core.timestamps.seen(ts);
  }
  seedChannels(workspace.core, options.channels);
  return workspace;
}
