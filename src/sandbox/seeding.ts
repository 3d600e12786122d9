/** Fills the workspace with its identity, people and channels; what the journal has stays. */
import type { Core } from './core.ts';
import { randomHex, randomWord, stableId } from './ids.ts';
import type { Conversation, Identity, Person, SandboxPerson } from './model.ts';
import type { WorkspaceState } from './state.ts';
import type { Manifest } from './validation/manifest.ts';

export interface SandboxChannel {
  name: string;
  isPrivate: boolean;
  memberEmails: string[] | 'all';
  topic: string;
  appIsMember: boolean;
}

export function newIdentity(teamName: string, manifest: Manifest): Identity {
  const teamId = stableId('T', teamName);
  const appName = manifest.display_information.name;
  const digits = () => String(parseInt(randomHex(5), 16)).padStart(13, '0');
  return {
    teamId,
    teamName,
    teamDomain: domainOf(teamName),
    appId: stableId('A', teamName, appName),
    botUserId: stableId('U', teamName, 'bot', appName),
    botId: stableId('B', teamName, appName),
    botToken: `xoxb-${digits()}-${digits()}-${randomWord(24)}`,
    appToken: `xapp-1-${stableId('A', teamName, appName)}-${digits()}-${randomHex(32)}`,
    signingSecret: randomHex(16),
    verificationToken: randomWord(24),
  };
}

function domainOf(teamName: string): string {
  const plain = teamName.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd');
  return (
    plain
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'workspace'
  );
}

export function seedPeople(
  state: WorkspaceState,
  identity: Identity,
  manifest: Manifest,
  people: readonly SandboxPerson[],
  nowMs: number,
): void {
  const updated = Math.floor(nowMs / 1000);
  const bot: Person = {
    id: identity.botUserId,
    name: manifest.features?.bot_user?.display_name ?? manifest.display_information.name,
    email: '',
    title: '',
    locale: 'en-US',
    tz: 'Asia/Ho_Chi_Minh',
    isBot: true,
    updated,
  };
  seedPerson(state, bot);
  for (const person of people) {
    const known = state.personByEmail(person.email);
    const id = known?.id ?? person.id ?? stableId('U', person.email.toLowerCase());
    const { name, email, title, locale, tz } = person;
    seedPerson(state, { id, name, email, title, locale, tz, isBot: false, updated });
  }
}

/** Writes only what differs, so that a start without news adds nothing to the journal. */
function seedPerson(state: WorkspaceState, person: Person): void {
  const known = state.people.get(person.id);
  const same =
    known !== undefined &&
    JSON.stringify({ ...person, updated: known.updated }) === JSON.stringify(known);
  if (!same) state.commit({ k: 'person', person });
}

export function seedChannels(core: Core, channels: readonly SandboxChannel[]): void {
  const { state, identity } = core;
  const everyone = [...state.people.values()].filter((one) => !one.isBot).map((one) => one.id);
  for (const channel of channels) {
    if (state.channelByName(channel.name) !== null) continue;
    const memberIds = channel.memberEmails === 'all' ? [...everyone] : idsOf(state, channel);
    const creator = memberIds[0] ?? identity.botUserId;
    if (channel.appIsMember) memberIds.push(identity.botUserId);
    const conversation: Conversation = {
      id: stableId('C', identity.teamId, channel.name),
      kind: channel.isPrivate ? 'private_channel' : 'channel',
      name: channel.name,
      topic: channel.topic,
      memberIds,
      creator,
      created: Math.floor(core.clock() / 1000),
      archived: false,
    };
    state.commit({ k: 'conversation', conversation });
  }
}

function idsOf(state: WorkspaceState, channel: SandboxChannel): string[] {
  if (channel.memberEmails === 'all') return [];
  return channel.memberEmails.map((email) => {
    const person = state.personByEmail(email);
    if (person === null) throw new Error(`#${channel.name}: no person with the e-mail ${email}`);
    return person.id;
  });
}
