/** Pictures in blocks that name a file of the workspace: Slack takes only an image that there is. */
import type { KnownBlock } from '@slack/types';
import type { Core } from './core.ts';
import { isRecord } from './model.ts';
import { slackMessage } from './validation/issues.ts';

const IMAGES = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** What Slack says of pictures whose file is missing or no image. */
export function pictureProblems(core: Core, blocks: readonly KnownBlock[]): string[] {
  return blocks.flatMap((block, index) => [
    ...problemOf(core, block, ['blocks', index]),
    ...('accessory' in block
      ? problemOf(core, block.accessory, ['blocks', index, 'accessory'])
      : []),
    ...(block.type === 'context'
      ? block.elements.flatMap((element, at) =>
          problemOf(core, element, ['blocks', index, 'elements', at]),
        )
      : []),
  ]);
}

function problemOf(core: Core, picture: unknown, path: readonly PropertyKey[]): string[] {
  if (!isRecord(picture) || picture.type !== 'image' || !isRecord(picture.slack_file)) return [];
  const { id, url } = picture.slack_file;
  const fromUrl = typeof url === 'string' ? /\/files\/([^/]+)/.exec(url)?.[1] : undefined;
  const file = core.state.files.get(typeof id === 'string' ? id : (fromUrl ?? ''));
  const isImage = file !== undefined && IMAGES.has(file.mimetype);
  return isImage ? [] : [slackMessage('invalid slack file', [...path, 'slack_file'])];
}
