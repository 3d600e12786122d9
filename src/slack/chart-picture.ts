import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { ChartBlock } from './charts.ts';

const FONT = 'Be Vietnam Pro';
const WIDTH = 1_200;
const MARGIN = 32;
const TITLE = 64;
const ROW = 44;
const BAR = 26;
/** Labels have 20 characters at most (`CHART_LABEL`), values some eight. */
const LABELS = 300;
const VALUES = 130;

let drawing: Promise<Uint8Array> | undefined;

/** The font, once what draws is loaded: some megabytes that a process needs only where Slack shows no charts. */
function loadDrawing(): Promise<Uint8Array> {
  drawing ??= (async () => {
    const { resolve } = createRequire(import.meta.url);
    const [wasm, font] = await Promise.all([
      readFile(resolve('@resvg/resvg-wasm/index_bg.wasm')),
      readFile(resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf')),
    ]);
    await initWasm(wasm);
    return font;
  })().catch((error: unknown) => {
    drawing = undefined;
    throw error;
  });
  return drawing;
}

/** A chart as a .png, for where Slack does not show the block: lying bars from zero, each with its value. */
export async function chartPicture(chart: ChartBlock): Promise<Buffer> {
  const font = await loadDrawing();
  const options = { font: { fontBuffers: [font], defaultFontFamily: FONT } };
  const picture = new Resvg(chartSvg(chart), options);
  try {
    return Buffer.from(picture.render().asPng());
  } finally {
    picture.free();
  }
}

function chartSvg({ title, chart }: ChartBlock): string {
  const bars = chart.series.flatMap(({ data }) => data);
  const values = bars.map(({ value }) => value);
  const least = Math.min(0, ...values);
  const span = Math.max(0, ...values) - least || 1;
  // Where there are values below zero, theirs are written beside the labels.
  const room = WIDTH - 2 * MARGIN - LABELS - VALUES * (least < 0 ? 2 : 1);
  const from = MARGIN + LABELS + (least < 0 ? VALUES : 0);
  const at = (value: number) => from + ((value - least) / span) * room;
  const height = TITLE + bars.length * ROW + MARGIN;
  const rows = bars.map(({ label, value }, index) => {
    const middle = TITLE + index * ROW + ROW / 2;
    const [left, right] = [at(Math.min(0, value)), at(Math.max(0, value))];
    const [end, anchor] = value < 0 ? [left - 10, 'end'] : [right + 10, 'start'];
    return [
      text(label, { x: MARGIN, y: middle + 7, size: 20, fill: '#1d1c1d' }),
      `<rect x="${left}" y="${middle - BAR / 2}" width="${right - left}" height="${BAR}" rx="3" fill="#1264a3"/>`,
      text(shown(value), { x: end, y: middle + 7, size: 20, fill: '#1d1c1d', anchor }),
    ].join('');
  });
  const axis = `<line x1="${at(0)}" y1="${TITLE}" x2="${at(0)}" y2="${height - MARGIN}" stroke="#868686"/>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" font-family="${FONT}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    text(title, { x: MARGIN, y: 42, size: 26, fill: '#1d1c1d' }),
    ...rows,
    axis,
    '</svg>',
  ].join('');
}

function text(
  words: string,
  {
    x,
    y,
    size,
    fill,
    anchor = 'start',
  }: Record<'x' | 'y' | 'size', number> & {
    fill: string;
    anchor?: string;
  },
): string {
  // What XML does not take at all would cost the whole picture.
  const safe = words
    .replaceAll(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" text-anchor="${anchor}">${safe}</text>`;
}

/** 97,25 */
function shown(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 2 });
}
