/** Every Web API method that the practice workspace has. */
import { apiTest, authTest, connectionsOpen } from './auth.ts';
import {
  chatDelete,
  chatGetPermalink,
  chatPostEphemeral,
  chatPostMessage,
  chatUpdate,
} from './chat.ts';
import {
  conversationsCreate,
  conversationsInfo,
  conversationsInvite,
  conversationsJoin,
  conversationsList,
  conversationsMembers,
  conversationsOpen,
} from './conversations.ts';
import { filesCompleteUploadExternal, filesGetUploadUrlExternal, filesInfo } from './files.ts';
import { conversationsHistory, conversationsReplies } from './history.ts';
import type { ApiMethod } from './method.ts';
import { reactionsAdd, reactionsRemove } from './reactions.ts';
import {
  usergroupsCreate,
  usergroupsDisable,
  usergroupsEnable,
  usergroupsList,
  usergroupsUpdate,
  usergroupsUsersList,
  usergroupsUsersUpdate,
} from './usergroups.ts';
import { usersConversations, usersInfo, usersList, usersLookupByEmail } from './users.ts';
import { viewsOpen, viewsPublish, viewsPush, viewsUpdate } from './views.ts';

export const METHODS: ReadonlyMap<string, ApiMethod> = new Map<string, ApiMethod>([
  ['api.test', apiTest],
  ['auth.test', authTest],
  ['apps.connections.open', connectionsOpen],
  ['users.info', usersInfo],
  ['users.list', usersList],
  ['users.lookupByEmail', usersLookupByEmail],
  ['users.conversations', usersConversations],
  ['usergroups.list', usergroupsList],
  ['usergroups.create', usergroupsCreate],
  ['usergroups.update', usergroupsUpdate],
  ['usergroups.disable', usergroupsDisable],
  ['usergroups.enable', usergroupsEnable],
  ['usergroups.users.list', usergroupsUsersList],
  ['usergroups.users.update', usergroupsUsersUpdate],
  ['conversations.list', conversationsList],
  ['conversations.info', conversationsInfo],
  ['conversations.open', conversationsOpen],
  ['conversations.members', conversationsMembers],
  ['conversations.history', conversationsHistory],
  ['conversations.replies', conversationsReplies],
  ['conversations.join', conversationsJoin],
  ['conversations.create', conversationsCreate],
  ['conversations.invite', conversationsInvite],
  ['chat.postMessage', chatPostMessage],
  ['chat.postEphemeral', chatPostEphemeral],
  ['chat.update', chatUpdate],
  ['chat.delete', chatDelete],
  ['chat.getPermalink', chatGetPermalink],
  ['views.open', viewsOpen],
  ['views.push', viewsPush],
  ['views.update', viewsUpdate],
  ['views.publish', viewsPublish],
  ['reactions.add', reactionsAdd],
  ['reactions.remove', reactionsRemove],
  ['files.getUploadURLExternal', filesGetUploadUrlExternal],
  ['files.completeUploadExternal', filesCompleteUploadExternal],
  ['files.info', filesInfo],
]);
