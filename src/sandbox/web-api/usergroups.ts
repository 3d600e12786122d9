/** usergroups.list, .create, .update, .disable, .enable, .users.list, .users.update */
import { z } from 'zod';
import { ApiFailure } from '../api-failure.ts';
import type { Core } from '../core.ts';
import { randomId } from '../ids.ts';
import type { UserGroup } from '../model.ts';
import { commaList, flag, word } from './arguments.ts';
import { defineMethod } from './method.ts';

const HANDLE_MOST = 21;
const NAME_MOST = 80;

export const usergroupsList = defineMethod({
  tier: 'tier2',
  scopes: ['usergroups:read'],
  arguments: z.object({
    include_users: flag.optional(),
    include_count: flag.optional(),
    include_disabled: flag.optional(),
  }),
  run: ({ core }, { include_users, include_count, include_disabled }) => {
    const groups = [...core.state.userGroups.values()].filter(
      (group) => include_disabled === true || group.disabled === 0,
    );
    return {
      usergroups: groups.map((group) => payloadOf(core, group, { include_users, include_count })),
    };
  },
});

export const usergroupsCreate = defineMethod({
  tier: 'tier2',
  scopes: ['usergroups:write'],
  arguments: z.object({
    name: word,
    handle: word.optional(),
    description: word.optional(),
  }),
  run: ({ core }, { name, handle = handleFrom(name), description = '' }) => {
    assertFree(core, { name, handle });
    const now = seconds(core);
    const group: UserGroup = {
      id: randomId('S'),
      name,
      handle,
      description,
      userIds: [],
      created: now,
      updated: now,
      disabled: 0,
    };
    return keep(core, group);
  },
});

export const usergroupsUpdate = defineMethod({
  tier: 'tier2',
  scopes: ['usergroups:write'],
  arguments: z.object({
    usergroup: word,
    name: word.optional(),
    handle: word.optional(),
    description: word.optional(),
  }),
  run: ({ core }, { usergroup, ...changes }) => {
    const before = requireGroup(core, usergroup);
    const group: UserGroup = {
      ...before,
      name: changes.name ?? before.name,
      handle: changes.handle ?? before.handle,
      description: changes.description ?? before.description,
      updated: seconds(core),
    };
    assertFree(core, group);
    return keep(core, group);
  },
});

export const usergroupsDisable = defineMethod({
  tier: 'tier2',
  scopes: ['usergroups:write'],
  arguments: z.object({ usergroup: word }),
  run: ({ core }, { usergroup }) => {
    const now = seconds(core);
    return keep(core, { ...requireGroup(core, usergroup), disabled: now, updated: now });
  },
});

export const usergroupsEnable = defineMethod({
  tier: 'tier2',
  scopes: ['usergroups:write'],
  arguments: z.object({ usergroup: word }),
  run: ({ core }, { usergroup }) =>
    keep(core, { ...requireGroup(core, usergroup), disabled: 0, updated: seconds(core) }),
});

export const usergroupsUsersList = defineMethod({
  tier: 'tier2',
  scopes: ['usergroups:read'],
  arguments: z.object({ usergroup: word }),
  run: ({ core }, { usergroup }) => ({ users: requireGroup(core, usergroup).userIds }),
});

export const usergroupsUsersUpdate = defineMethod({
  tier: 'tier2',
  scopes: ['usergroups:write'],
  arguments: z.object({ usergroup: word, users: commaList }),
  run: ({ core }, { usergroup, users }) => {
    const group = requireGroup(core, usergroup);
    const userIds = [...new Set(users)];
    if (userIds.length === 0) throw new ApiFailure('no_users_provided');
    const known = (id: string) => core.state.people.get(id)?.isBot === false;
    if (!userIds.every(known)) throw new ApiFailure('invalid_users');
    return keep(core, { ...group, userIds, updated: seconds(core) });
  },
});

function keep(core: Core, group: UserGroup): Record<string, unknown> {
  core.state.commit({ k: 'user_group', group });
  return { usergroup: payloadOf(core, group, { include_users: true, include_count: true }) };
}

function requireGroup(core: Core, id: string): UserGroup {
  const group = core.state.userGroups.get(id);
  if (group === undefined) throw new ApiFailure('no_such_subteam');
  return group;
}

/** Names and handles are given once. @throws ApiFailure with Slack's word for what is wrong */
function assertFree(
  core: Core,
  { id, name, handle }: { id?: string; name: string; handle: string },
): void {
  if (name.trim() === '' || name.length > NAME_MOST) throw new ApiFailure('invalid_name');
  if (!/^[a-z0-9._-]+$/.test(handle) || handle.length > HANDLE_MOST) {
    throw new ApiFailure('invalid_handle');
  }
  for (const other of core.state.userGroups.values()) {
    if (other.id === id) continue;
    if (other.name === name) throw new ApiFailure('name_already_exists');
    if (other.handle === handle) throw new ApiFailure('handle_already_exists');
  }
}

function handleFrom(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, HANDLE_MOST)
    .replace(/^-|-$/g, '');
}

function payloadOf(
  core: Core,
  group: UserGroup,
  include: { include_users?: boolean | undefined; include_count?: boolean | undefined },
): Record<string, unknown> {
  return {
    id: group.id,
    team_id: core.identity.teamId,
    is_usergroup: true,
    name: group.name,
    description: group.description,
    handle: group.handle,
    is_external: false,
    date_create: group.created,
    date_update: group.updated,
    date_delete: group.disabled,
    created_by: core.identity.botUserId,
    prefs: { channels: [], groups: [] },
    ...(include.include_users === true ? { users: group.userIds } : {}),
    ...(include.include_count === true ? { user_count: group.userIds.length } : {}),
  };
}

function seconds(core: Core): number {
  return Math.floor(core.clock() / 1000);
}
