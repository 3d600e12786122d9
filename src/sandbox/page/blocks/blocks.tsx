import type { ImageBlock, ImageElement, KnownBlock, SectionBlock } from '@slack/types';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { Element } from '../elements/element.tsx';
import { withEmoji } from '../model/emoji.ts';
import { actionIdOf, blockIdOf, type FormElement } from '../model/form.ts';
import { Chart, chartOf } from './chart.tsx';
import { InputBlock } from './input.tsx';
import { Markdown } from './markdown.tsx';
import { OtherBlock } from './other.tsx';
import { RichText } from './rich-text.tsx';
import { DataTable, Table } from './table.tsx';
import { Text } from './text.tsx';

export function Blocks({ blocks }: { blocks: readonly KnownBlock[] }): VNode {
  return (
    <div class="blocks">
      {blocks.map((block, index) => (
        <Block key={blockIdOf(block, index)} block={block} blockId={blockIdOf(block, index)} />
      ))}
    </div>
  );
}

function Block({ block, blockId }: { block: KnownBlock; blockId: string }): VNode {
  const chart = chartOf(block);
  if (chart !== null) return <Chart block={chart} />;
  switch (block.type) {
    case 'section':
      return <Section block={block} blockId={blockId} />;
    case 'header':
      return <h3 class="block-header">{withEmoji(block.text.text)}</h3>;
    case 'divider':
      return <hr class="block-divider" />;
    case 'context':
      return (
        <div class="block-context">
          {block.elements.map((element) =>
            element.type === 'image' ? (
              <Picture key={element} image={element} class="context-image" />
            ) : (
              <span key={element}>
                <Text text={element} />
              </span>
            ),
          )}
        </div>
      );
    case 'actions':
    case 'context_actions':
      return <Actions elements={block.elements} blockId={blockId} />;
    case 'input':
      return <InputBlock block={block} blockId={blockId} />;
    case 'image':
      return (
        <figure class="block-image">
          {block.title && <figcaption>{withEmoji(block.title.text)}</figcaption>}
          <Picture image={block} class="" />
        </figure>
      );
    case 'rich_text':
      return <RichText block={block} />;
    case 'markdown':
      return <Markdown text={block.text} />;
    case 'table':
      return <Table block={block} />;
    case 'data_table':
      return <DataTable block={block} />;
    default:
      return <OtherBlock block={block} />;
  }
}

function placedElement(element: object & { type: string }, blockId: string, position = 0) {
  const read: FormElement = { ...element };
  return { blockId, actionId: actionIdOf(read, position), element: read };
}

function Section({ block, blockId }: { block: SectionBlock; blockId: string }): VNode {
  const { accessory } = block;
  const label = block.text?.text.replace(/[*_~`]/g, '') ?? '';
  return (
    <div class="block-section">
      <div class="section-text">
        {block.text && (
          <div class="prose">
            <Text text={block.text} />
          </div>
        )}
        {block.fields && (
          <div class="section-fields">
            {block.fields.map((field) => (
              <div key={field} class="prose">
                <Text text={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory?.type === 'image' && <Picture image={accessory} class="accessory-image" />}
      {accessory !== undefined && accessory.type !== 'image' && (
        <div class="section-accessory">
          <Element placed={placedElement(accessory, blockId)} dispatches label={label} />
        </div>
      )}
    </div>
  );
}

interface ActionsProps {
  elements: readonly (object & { type: string })[];
  blockId: string;
}

function Actions({ elements, blockId }: ActionsProps): VNode {
  const { words } = usePage();
  return (
    <div class="block-actions">
      {elements.map((element, index) => {
        const placed = placedElement(element, blockId, index);
        return <Element key={placed.actionId} placed={placed} dispatches label={words.choose} />;
      })}
    </div>
  );
}

type AnyPicture = ImageElement | ImageBlock;

/** A picture; its description takes its place where it cannot be loaded. */
function Picture(props: { image: AnyPicture; class: string }): VNode {
  const { words } = usePage();
  const { image } = props;
  const [failed, setFailed] = useState(false);
  const url = localUrl(image);
  if (url === null || failed) {
    return (
      <span class={`picture-missing ${props.class}`} title={words.imageMissing}>
        {image.alt_text}
      </span>
    );
  }
  return (
    <img
      class={props.class}
      src={url}
      alt={image.alt_text}
      loading="lazy"
      onError={() => setFailed(true)}
    />
  );
}

/**
 * Where a picture is on this server. Pictures from elsewhere are not loaded: the page works without
 * a network and tells nobody outside that it is open.
 */
function localUrl(image: AnyPicture): string | null {
  if ('slack_file' in image && image.slack_file) {
    const { slack_file } = image;
    return 'id' in slack_file ? `/files/${slack_file.id}` : ownPath(slack_file.url);
  }
  return 'image_url' in image && image.image_url ? ownPath(image.image_url) : null;
}

/** The server calls itself by number; the page may have been opened by name. */
function ownPath(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { hostname, port, pathname } = new URL(url);
  const isHere = ['127.0.0.1', 'localhost'].includes(hostname) && port === window.location.port;
  return isHere && pathname.startsWith('/files/') ? pathname : null;
}
