/** The data_visualization block, which the published types of Block Kit do not have yet. */
import { z } from 'zod';
import { anyBlock, words } from './composition.ts';

const label = words(20);

const series = z.strictObject({
  name: label,
  data: z
    .array(z.strictObject({ label, value: z.number() }))
    .min(1)
    .max(20),
});

const plotted = {
  series: z.array(series).min(1).max(6),
  axis_config: z.strictObject({
    categories: z.array(label).min(1).max(20),
    x_label: words(50).optional(),
    y_label: words(50).optional(),
  }),
};

interface Plot {
  series: z.output<typeof series>[];
  axis_config: { categories: string[] };
}

function mustPlotEveryCategory(plot: Plot, context: z.RefinementCtx): void {
  const categories = new Set(plot.axis_config.categories);
  const names = plot.series.map((one) => one.name);
  for (const [index, one] of plot.series.entries()) {
    const labels = new Set(one.data.map((point) => point.label));
    const complete =
      labels.size === one.data.length &&
      labels.size === categories.size &&
      [...labels].every((name) => categories.has(name));
    if (!complete) {
      context.addIssue({
        code: 'custom',
        path: ['series', index, 'data'],
        message: 'must have exactly one data point for each of `axis_config.categories`',
      });
    }
    if (names.indexOf(one.name) !== index) {
      context.addIssue({
        code: 'custom',
        path: ['series', index, 'name'],
        message: `\`name\` "${one.name}" already exists`,
      });
    }
  }
}

const plotOf = <Kind extends string>(kind: Kind) =>
  z.strictObject({ type: z.literal(kind), ...plotted }).superRefine(mustPlotEveryCategory);

export const dataVisualizationBlock = z.strictObject({
  type: z.literal('data_visualization'),
  ...anyBlock,
  title: words(50),
  chart: z.discriminatedUnion('type', [
    z.strictObject({
      type: z.literal('pie'),
      segments: z
        .array(z.strictObject({ label, value: z.number().gt(0) }))
        .min(1)
        .max(6),
    }),
    plotOf('bar'),
    plotOf('line'),
    plotOf('area'),
  ]),
});

/** Slack's chart block, for code that draws or builds one. */
export type DataVisualizationBlock = z.output<typeof dataVisualizationBlock>;
