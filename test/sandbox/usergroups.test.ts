import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  LAN,
  MINH,
  manifestWith,
  openPractice,
  type Practice,
  SCOPES,
} from './support/practice.ts';

let practice: Practice;
beforeAll(async () => {
  const scopes = [...SCOPES, 'usergroups:read', 'usergroups:write'];
  practice = await openPractice({ manifest: manifestWith({ scopes }) });
});
afterAll(() => practice.close());

async function errorOf(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'no error',
    (error: { data?: { error?: string } }) => error.data?.error ?? 'unknown',
  );
}

test('a group is made, filled, listed, renamed and disabled', async () => {
  const { client, workspace } = practice;
  const people = [workspace.person(LAN).id, workspace.person(MINH).id];
  const made = await client.usergroups.create({ name: 'Hội đồng sáng kiến' });
  const usergroup = made.usergroup?.id ?? '';
  expect(made.usergroup).toMatchObject({ handle: 'hoi-dong-sang-kien', users: [], date_delete: 0 });
  await client.usergroups.users.update({ usergroup, users: people.join(',') });
  expect((await client.usergroups.users.list({ usergroup })).users).toEqual(people);
  await client.usergroups.update({ usergroup, handle: 'hdsk' });
  const listed = await client.usergroups.list({ include_users: true, include_count: true });
  expect(listed.usergroups).toMatchObject([{ handle: 'hdsk', users: people, user_count: 2 }]);
  await client.usergroups.disable({ usergroup });
  expect((await client.usergroups.list()).usergroups).toEqual([]);
  await client.usergroups.enable({ usergroup });
  expect((await client.usergroups.list()).usergroups).toHaveLength(1);
});

test('names and handles are given once; people must be of the workspace', async () => {
  const { client } = practice;
  const one = (await client.usergroups.create({ name: 'Thư ký', handle: 'thu-ky' })).usergroup?.id;
  const usergroup = one ?? '';
  const create = (name: string, handle: string) =>
    errorOf(client.usergroups.create({ name, handle }));
  expect(await create('Thư ký', 'khac')).toBe('name_already_exists');
  expect(await create('Khác', 'thu-ky')).toBe('handle_already_exists');
  expect(await create('Khác', 'Có dấu')).toBe('invalid_handle');
  const update = (users: string) => errorOf(client.usergroups.users.update({ usergroup, users }));
  expect(await update('U0NOBODY')).toBe('invalid_users');
  expect(await update('')).toBe('no_users_provided');
  expect(await errorOf(client.usergroups.users.list({ usergroup: 'S0' }))).toBe('no_such_subteam');
});

test('without its scope it is refused', async () => {
  const narrow = await openPractice();
  expect(await errorOf(narrow.client.usergroups.list())).toBe('missing_scope');
  await narrow.close();
});
