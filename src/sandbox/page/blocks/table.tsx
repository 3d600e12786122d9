import type { DataTableBlock, TableBlock } from '@slack/types';
import type { ComponentChild, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { usePage } from '../context.ts';
import { RichText } from './rich-text.tsx';

type Cell = TableBlock['rows'][number][number];

function CellText({ cell }: { cell: Cell }): ComponentChild {
  return cell.type === 'rich_text' ? <RichText block={cell} /> : cell.text;
}

/** A table block: Slack draws its first row as the head. */
export function Table({ block }: { block: TableBlock }): VNode {
  const [head, ...rows] = block.rows;
  const cellClass = (column: number): string => {
    const settings = block.column_settings?.[column];
    return `align-${settings?.align ?? 'left'}${settings?.is_wrapped ? ' wrapped' : ''}`;
  };
  return (
    <TableFrame>
      <thead>
        <tr>
          {head?.map((cell, column) => (
            <th key={cell} scope="col" class={cellClass(column)}>
              <CellText cell={cell} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row}>
            {row.map((cell, column) => (
              <td key={cell} class={cellClass(column)}>
                <CellText cell={cell} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TableFrame>
  );
}

/** A data_table block: pages of rows under a caption. */
export function DataTable({ block }: { block: DataTableBlock }): VNode {
  const { words } = usePage();
  const [page, setPage] = useState(0);
  const [head, ...rows] = block.rows;
  const size = block.page_size ?? 10;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  return (
    <div>
      <TableFrame>
        <caption>{block.caption}</caption>
        <thead>
          <tr>
            {head?.map((cell) => (
              <th key={cell} scope="col">
                <CellText cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(page * size, (page + 1) * size).map((row) => (
            <tr key={row}>
              {row.map((cell, column) => (
                <td
                  key={cell}
                  class={cell.type === 'raw_number' ? 'align-right' : ''}
                  {...(column === block.row_header_column_index ? { role: 'rowheader' } : {})}
                >
                  <CellText cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </TableFrame>
      {pages > 1 && (
        <div class="table-pages">
          <button
            type="button"
            class="button small"
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
          >
            {words.previousPage}
          </button>
          <span>{words.page(page + 1, pages)}</span>
          <button
            type="button"
            class="button small"
            disabled={page === pages - 1}
            onClick={() => setPage(page + 1)}
          >
            {words.nextPage}
          </button>
        </div>
      )}
    </div>
  );
}

function TableFrame({ children }: { children: (VNode | false)[] }): VNode {
  return (
    <div class="table-scroll">
      <table>{children}</table>
    </div>
  );
}
