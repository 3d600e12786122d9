/** files.*: the external upload in two steps, as `filesUploadV2` does it. */
import { z } from 'zod';
import { ApiFailure, refusedPayload } from '../api-failure.ts';
import { conversationForApp, requirePostable } from '../conversations.ts';
import { readContent } from '../message-content.ts';
import { postMessage } from '../messages.ts';
import { mimetypeOf } from '../mimetypes.ts';
import type { StoredFile } from '../model.ts';
import { filePayload } from '../payloads.ts';
import { count, nested, word } from './arguments.ts';
import { defineMethod } from './method.ts';

export const filesGetUploadUrlExternal = defineMethod({
  tier: 'tier4',
  scopes: ['files:write'],
  arguments: z.object({ filename: word, length: count }),
  run: ({ core }, { filename, length }) => {
    if (length === 0) throw refusedPayload('invalid_arguments', ['length must be over 0']);
    const upload = core.uploads.begin(filename, length);
    return { upload_url: `${core.baseUrl()}/upload/${upload.key}`, file_id: upload.fileId };
  },
});

const filesSchema = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

export const filesCompleteUploadExternal = defineMethod({
  tier: 'tier4',
  scopes: ['files:write'],
  arguments: z.object({
    files: nested,
    channel_id: word.optional(),
    channels: word.optional(),
    initial_comment: word.optional(),
    thread_ts: word.optional(),
    blocks: nested.optional(),
  }),
  run: (context, args) => {
    const { core } = context;
    const wanted = filesSchema.safeParse(args.files);
    if (!wanted.success) throw refusedPayload('invalid_arguments', ['files must be a list']);
    const target = args.channel_id ?? args.channels;
    const conversation = target === undefined ? null : conversationForApp(core, target);
    if (conversation !== null) requirePostable(core, conversation, new Set());
    const uploads = wanted.data.map(({ id, title }) => {
      const upload = core.uploads.byFileId(id);
      if (upload === null || upload.content === null) throw new ApiFailure('file_not_found');
      return { upload, content: upload.content, title: title ?? upload.name };
    });
    const { text, blocks } =
      args.initial_comment === undefined && args.blocks === undefined
        ? { text: '', blocks: [] }
        : readContent(core, args.initial_comment, args.blocks);
    for (const { upload, content, title } of uploads) {
      const file: StoredFile = {
        id: upload.fileId,
        userId: core.identity.botUserId,
        name: upload.name,
        title,
        mimetype: mimetypeOf(upload.name),
        size: content.length,
        created: Math.floor(core.clock() / 1000),
        channels: conversation === null ? [] : [conversation.id],
        contentBase64: content.toString('base64'),
      };
      core.state.commit({ k: 'file', file });
      core.uploads.finish(upload);
    }
    const fileIds = uploads.map(({ upload }) => upload.fileId);
    if (conversation !== null) {
      const userId = core.identity.botUserId;
      const threadTs = args.thread_ts ?? null;
      postMessage(core, { conversation, userId, text, blocks, threadTs, fileIds });
    }
    return { files: fileIds.map((id) => filePayload(core, id)) };
  },
});

export const filesInfo = defineMethod({
  tier: 'tier4',
  scopes: ['files:read'],
  arguments: z.object({ file: word }),
  run: ({ core }, { file }) => {
    if (!core.state.files.has(file)) throw new ApiFailure('file_not_found');
    return { file: filePayload(core, file), comments: [] };
  },
});
