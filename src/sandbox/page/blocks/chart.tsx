import type { KnownBlock } from '@slack/types';
import type { VNode } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DataVisualizationBlock } from '../../validation/block-kit/charts.ts';
import { usePage } from '../context.ts';
import { piePaths } from '../model/chart.ts';
import { Plot } from './plot.tsx';

/** Slack's types of blocks lack this one; the server has checked what is inside. */
export function chartOf(block: KnownBlock): DataVisualizationBlock | null {
  const read: { type: string } = block;
  return isChart(read) ? read : null;
}

function isChart(block: { type: string }): block is DataVisualizationBlock {
  return block.type === 'data_visualization';
}

/** A chart as a drawing for the eye and as a table for everybody. */
export function Chart({ block }: { block: DataVisualizationBlock }): VNode {
  const { words } = usePage();
  const { chart, title } = block;
  const captionId = useId();
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const isPie = chart.type === 'pie';
  return (
    <figure class="chart" aria-labelledby={captionId}>
      <figcaption id={captionId}>{title}</figcaption>
      <div class={isPie ? 'chart-pie' : ''}>
        <div ref={frame} class="chart-drawing">
          {isPie ? (
            <Pie segments={chart.segments} />
          ) : (
            width > 0 && <Plot chart={chart} width={width} />
          )}
        </div>
        <Legend chart={chart} />
      </div>
      <details class="chart-data">
        <summary>{words.chartData}</summary>
        <DataTable block={block} />
      </details>
    </figure>
  );
}

type AnyChart = DataVisualizationBlock['chart'];
type Segments = Extract<AnyChart, { type: 'pie' }>['segments'];

/** The drawing's width in pixels; 0 until it is known. */
function useWidth(frame: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const measure = (): void => setWidth(Math.floor(element.clientWidth));
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [frame]);
  return width;
}

function Pie({ segments }: { segments: Segments }): VNode {
  const paths = piePaths(
    segments.map(({ value }) => value),
    96,
  );
  return (
    <svg class="pie" viewBox="-100 -100 200 200" aria-hidden="true">
      {segments.map(({ label }, index) => (
        <path key={label} class={`series-${index}`} d={paths[index] ?? ''} />
      ))}
    </svg>
  );
}

function Legend({ chart }: { chart: AnyChart }): VNode | null {
  const { locale } = usePage();
  if (chart.type !== 'pie') {
    if (chart.series.length === 1) return null;
    const names = chart.series.map(({ name }) => ({ name, detail: '' }));
    return <LegendList entries={names} />;
  }
  const sum = chart.segments.reduce((total, { value }) => total + value, 0);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const entries = chart.segments.map(({ label, value }) => ({
    name: label,
    detail: `${number.format(value)} (${share.format(value / sum)})`,
  }));
  return <LegendList entries={entries} />;
}

function LegendList({ entries }: { entries: { name: string; detail: string }[] }): VNode {
  return (
    <ul class="chart-legend" aria-hidden="true">
      {entries.map(({ name, detail }, index) => (
        <li key={name}>
          <span class={`chart-key series-${index}`} />
          {name} {detail !== '' && <span class="quiet">{detail}</span>}
        </li>
      ))}
    </ul>
  );
}

/** The same numbers in rows: what readers of the screen and copyists use. */
function DataTable({ block }: { block: DataVisualizationBlock }): VNode {
  const { words, locale } = usePage();
  const { chart, title } = block;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 6 });
  const columns =
    chart.type === 'pie'
      ? [{ name: words.chartValue, data: chart.segments }]
      : chart.series.map(({ name, data }) => ({ name, data }));
  const rows =
    chart.type === 'pie' ? chart.segments.map(({ label }) => label) : chart.axis_config.categories;
  const valueAt = (data: readonly { label: string; value: number }[], row: string): string => {
    const point = data.find(({ label }) => label === row);
    return point === undefined ? '' : number.format(point.value);
  };
  return (
    <div class="table-scroll">
      <table aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{(chart.type !== 'pie' && chart.axis_config.x_label) || ''}</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" class="align-right">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map(({ name, data }) => (
                <td key={name} class="align-right">
                  {valueAt(data, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
