import type { VNode } from 'preact';
import type { DataVisualizationBlock } from '../../validation/block-kit/charts.ts';
import { usePage } from '../context.ts';
import {
  areaPath,
  heightOf,
  labelStride,
  linePath,
  type Point,
  shortLabel,
  ticksFor,
} from '../model/chart.ts';

export type PlottedChart = Exclude<DataVisualizationBlock['chart'], { type: 'pie' }>;

const HEIGHT = 240;
const TOP = 18;
const BELOW = 26;
const AXIS_TITLE = 18;
const RIGHT = 10;
/** About as wide as a digit of the axis. */
const DIGIT = 7.5;
/** More bars than this carry no numbers of their own. */
const MOST_NUMBERED = 12;
const WIDEST_BAR = 44;

/** Bars, lines or areas over their categories, at the width there is. Nothing in it is read aloud. */
export function Plot({ chart, width }: { chart: PlottedChart; width: number }): VNode {
  const { locale } = usePage();
  const { categories, x_label, y_label } = chart.axis_config;
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const values = chart.series.flatMap(({ data }) => data.map(({ value }) => value));
  const ticks = ticksFor(values);
  const top = TOP + (y_label === undefined ? 0 : AXIS_TITLE);
  const bottom = HEIGHT - BELOW - (x_label === undefined ? 0 : AXIS_TITLE);
  const left = Math.max(...ticks.map((tick) => number.format(tick).length)) * DIGIT + 10;
  const slot = (width - left - RIGHT) / categories.length;
  const middle = (index: number): number => left + slot * (index + 0.5);
  const height = (value: number): number => heightOf(value, ticks, top, bottom);
  const stride = labelStride(categories, width - left - RIGHT);
  const series = chart.series.map(({ name, data }) => ({
    name,
    points: categories.map((category, index) => {
      const value = data.find(({ label }) => label === category)?.value ?? 0;
      return { x: middle(index), y: height(value), value, category };
    }),
  }));
  const drawn = { series, base: height(0), slot, format: (value: number) => number.format(value) };
  return (
    <svg class="plot" width={width} height={HEIGHT} aria-hidden="true">
      {y_label !== undefined && (
        <text class="axis-title" x={0} y={12}>
          {y_label}
        </text>
      )}
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            class={tick === 0 ? 'axis' : 'grid'}
            x1={left}
            x2={width - RIGHT}
            y1={height(tick)}
            y2={height(tick)}
          />
          <text class="tick" x={left - 6} y={height(tick) + 4} text-anchor="end">
            {number.format(tick)}
          </text>
        </g>
      ))}
      {categories.map(
        (category, index) =>
          index % stride === 0 && (
            <text
              key={category}
              class="tick"
              x={middle(index)}
              y={bottom + 18}
              text-anchor="middle"
            >
              {shortLabel(category)}
            </text>
          ),
      )}
      {x_label !== undefined && (
        <text class="axis-title" x={(left + width) / 2} y={HEIGHT - 4} text-anchor="middle">
          {x_label}
        </text>
      )}
      {chart.type === 'bar' ? (
        <Bars {...drawn} />
      ) : (
        <Lines {...drawn} filled={chart.type === 'area'} />
      )}
    </svg>
  );
}

interface DrawnSeries {
  name: string;
  points: (Point & { value: number; category: string })[];
}

interface DrawnProps {
  series: DrawnSeries[];
  /** The height of zero. */
  base: number;
  /** Width of one category. */
  slot: number;
  format: (value: number) => string;
}

function Bars({ series, base, slot, format }: DrawnProps): VNode {
  const each = Math.min(WIDEST_BAR, (slot * 0.74) / series.length);
  const all = series.reduce((sum, { points }) => sum + points.length, 0);
  return (
    <>
      {series.map(({ name, points }, index) =>
        points.map(({ x, y, value, category }) => {
          const start = x + (index - series.length / 2) * each;
          return (
            <g key={`${name} ${category}`}>
              <rect
                class={`series-${index}`}
                x={start + 1}
                y={Math.min(y, base)}
                width={Math.max(1, each - 2)}
                height={Math.max(1, Math.abs(base - y))}
                rx={Math.min(3, each / 4)}
              >
                <title>{`${category}, ${name}: ${format(value)}`}</title>
              </rect>
              {all <= MOST_NUMBERED && (
                <text
                  class="tick"
                  x={start + each / 2}
                  y={value < 0 ? y + 14 : y - 5}
                  text-anchor="middle"
                >
                  {format(value)}
                </text>
              )}
            </g>
          );
        }),
      )}
    </>
  );
}

function Lines({ series, base, format, filled }: DrawnProps & { filled: boolean }): VNode {
  return (
    <>
      {series.map(({ name, points }, index) => (
        <g key={name}>
          {filled && <path class={`area series-${index}`} d={areaPath(points, base)} />}
          <path class={`line series-${index}`} d={linePath(points)} />
          {points.map(({ x, y, value, category }) => (
            <circle key={category} class={`series-${index}`} cx={x} cy={y} r={3.5}>
              <title>{`${category}, ${name}: ${format(value)}`}</title>
            </circle>
          ))}
        </g>
      ))}
    </>
  );
}
