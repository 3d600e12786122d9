import type { ComponentChild, VNode } from 'preact';
import { withEmoji } from '../model/emoji.ts';
import { type MarkdownBlockNode, type MarkdownInline, parseMarkdown } from '../model/markdown.ts';
import { SafeLink } from './text.tsx';

export function Markdown({ text }: { text: string }): VNode {
  return <div class="markdown">{parseMarkdown(text).map(drawBlock)}</div>;
}

function drawBlock(node: MarkdownBlockNode): ComponentChild {
  switch (node.type) {
    case 'heading':
      return <p class={`markdown-heading level-${node.level}`}>{node.children.map(drawInline)}</p>;
    case 'paragraph':
      return (
        <p>
          {node.lines.map((line, index) => [
            index > 0 && <br key={line} />,
            ...line.map(drawInline),
          ])}
        </p>
      );
    case 'list': {
      const items = node.items.map((item) => <li key={item}>{item.map(drawInline)}</li>);
      return node.ordered ? <ol start={node.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'quote':
      return <blockquote>{node.children.map(drawBlock)}</blockquote>;
    case 'code':
      return <pre>{node.text}</pre>;
    case 'rule':
      return <hr />;
    case 'table':
      return (
        <div class="table-scroll">
          <table>
            <thead>
              <tr>
                {node.head.map((cell) => (
                  <th key={cell} scope="col">
                    {cell.map(drawInline)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {node.rows.map((row) => (
                <tr key={row}>
                  {row.map((cell) => (
                    <td key={cell}>{cell.map(drawInline)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
  }
}

function drawInline(node: MarkdownInline): ComponentChild {
  switch (node.type) {
    case 'text':
      return withEmoji(node.text);
    case 'code':
      return <code>{node.text}</code>;
    case 'bold':
      return <strong>{node.children.map(drawInline)}</strong>;
    case 'italic':
      return <em>{node.children.map(drawInline)}</em>;
    case 'strike':
      return <s>{node.children.map(drawInline)}</s>;
    case 'link':
      return <SafeLink url={node.url}>{node.children.map(drawInline)}</SafeLink>;
  }
}
