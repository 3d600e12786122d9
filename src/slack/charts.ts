import { clip } from './blocks.ts';

/** Slack's chart block, which its published types do not have yet; in messages only, two at most. */
export interface ChartBlock {
  type: 'data_visualization';
  title: string;
  chart: {
    type: 'bar';
    series: { name: string; data: { label: string; value: number }[] }[];
    axis_config: { categories: string[] };
  };
}

/** Most bars of one chart, and characters of a bar's label. */
export const CHART_BARS = 20;
export const CHART_LABEL = 20;

/**
 * A bar chart of one series.
 *
 * @param bars at most `CHART_BARS`, each label another one of at most `CHART_LABEL` characters
 */
export function barChart(
  { title, series }: { title: string; series: string },
  bars: readonly { label: string; value: number }[],
): ChartBlock {
  return {
    type: 'data_visualization',
    title: clip(title, 50),
    chart: {
      type: 'bar',
      series: [{ name: clip(series, CHART_LABEL), data: [...bars] }],
      axis_config: { categories: bars.map(({ label }) => label) },
    },
  };
}
