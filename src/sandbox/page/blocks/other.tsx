import type { KnownBlock } from '@slack/types';
import type { VNode } from 'preact';
import { usePage } from '../context.ts';
import { withEmoji } from '../model/emoji.ts';
import { Blocks } from './blocks.tsx';
import { RichText } from './rich-text.tsx';
import { SafeLink, Text } from './text.tsx';

/** The rarer blocks: alerts, cards, containers, tasks, videos; an unknown one says so. */
export function OtherBlock({ block }: { block: KnownBlock }): VNode {
  const { words } = usePage();
  switch (block.type) {
    case 'alert':
      return (
        <div class={`block-alert level-${block.level ?? 'default'}`} role="note">
          <Text text={block.text} />
        </div>
      );
    case 'card':
      return (
        <div class="block-card">
          {block.title && (
            <strong>
              <Text text={block.title} />
            </strong>
          )}
          {block.subtitle && (
            <p class="hint">
              <Text text={block.subtitle} />
            </p>
          )}
          {block.body && (
            <div class="prose">
              <Text text={block.body} />
            </div>
          )}
          {block.actions && (
            <Blocks
              blocks={[
                {
                  type: 'actions',
                  elements: block.actions,
                  ...(block.block_id === undefined ? {} : { block_id: block.block_id }),
                },
              ]}
            />
          )}
        </div>
      );
    case 'carousel':
      return <Blocks blocks={block.elements} />;
    case 'container':
      return (
        <details class="block-card" open={block.default_collapsed !== true}>
          <summary>
            {block.title && withEmoji(block.title.text)}
            {block.rich_text_title && <RichText block={block.rich_text_title} />}
          </summary>
          {block.subtitle && (
            <p class="hint">
              <Text text={block.subtitle} />
            </p>
          )}
          <Blocks blocks={block.child_blocks} />
        </details>
      );
    case 'task_card':
      return (
        <div class="block-card">
          <strong>{withEmoji(block.title)}</strong>
          {block.details && <RichText block={block.details} />}
          {block.output && <RichText block={block.output} />}
        </div>
      );
    case 'plan':
      return (
        <div class="block-card">
          <strong>{withEmoji(block.title)}</strong>
        </div>
      );
    case 'video':
      return (
        <div class="block-card">
          <SafeLink url={block.title_url ?? block.video_url}>
            {withEmoji(block.title.text)}
          </SafeLink>
          {block.description && <p class="hint">{withEmoji(block.description.text)}</p>}
        </div>
      );
    default:
      return <p class="unknown">{words.unknownBlock(block.type)}</p>;
  }
}
