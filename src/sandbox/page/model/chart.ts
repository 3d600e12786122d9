/** The arithmetic of charts: ticks, scales and outlines, in the units of the drawing. */

export interface Point {
  x: number;
  y: number;
}

/**
 * Round numbers that span the values, always with zero: at most `most` + 1 of them.
 * @returns rising, the first at or below the least value, the last at or above the greatest
 */
export function ticksFor(values: readonly number[], most = 5): number[] {
  const least = Math.min(0, ...values);
  const greatest = Math.max(0, ...values);
  const whole = values.every(Number.isInteger);
  const step = roundStep((greatest - least || 1) / most, whole);
  const first = Math.floor(least / step);
  const last = Math.max(Math.ceil(greatest / step), first + 1);
  return Array.from({ length: last - first + 1 }, (_, index) => exact((first + index) * step));
}

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that is no less than the given step; whole on request. */
function roundStep(step: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const steps = [1, 2, 2.5, 5, 10].map((factor) => exact(factor * power));
  const found = steps.find(
    (each) => each >= step * (1 - 1e-9) && (!whole || Number.isInteger(each)),
  );
  return found ?? 1;
}

/** Without the dust of binary fractions (0.30000000000000004). */
function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** Maps a value to a height between `bottom` (the first tick) and `top` (the last). */
export function heightOf(value: number, ticks: readonly number[], top: number, bottom: number) {
  const first = ticks[0] ?? 0;
  const last = ticks[ticks.length - 1] ?? 1;
  return bottom - ((value - first) / (last - first)) * (bottom - top);
}

export function linePath(points: readonly Point[]): string {
  return points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${near(x)} ${near(y)}`)
    .join('');
}

/** The line closed down to the base. */
export function areaPath(points: readonly Point[], base: number): string {
  const first = points[0];
  const last = points[points.length - 1];
  if (first === undefined || last === undefined) return '';
  return `${linePath(points)}L${near(last.x)} ${near(base)}L${near(first.x)} ${near(base)}Z`;
}

/** Slices of a pie as outlines, clockwise from the top. One whole slice is a circle. */
export function piePaths(values: readonly number[], radius: number): string[] {
  const sum = values.reduce((total, value) => total + value, 0);
  let turned = 0;
  return values.map((value) => {
    const from = turned;
    turned += value / sum;
    if (value === sum) {
      return `M0 ${-radius}A${radius} ${radius} 0 1 1 0 ${radius}A${radius} ${radius} 0 1 1 0 ${-radius}Z`;
    }
    const start = onCircle(from, radius);
    const end = onCircle(turned, radius);
    const large = value / sum > 0.5 ? 1 : 0;
    return `M0 0L${near(start.x)} ${near(start.y)}A${radius} ${radius} 0 ${large} 1 ${near(end.x)} ${near(end.y)}Z`;
  });
}

/** @param turned 0 at the top, 1 after a whole turn */
function onCircle(turned: number, radius: number): Point {
  const angle = turned * 2 * Math.PI;
  return { x: radius * Math.sin(angle), y: -radius * Math.cos(angle) };
}

function near(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Every how many categories a label is written, so that labels do not run into each other. */
export function labelStride(labels: readonly string[], width: number, perCharacter = 7): number {
  const longest = Math.max(1, ...labels.map((label) => label.length));
  const each = width / Math.max(1, labels.length);
  return Math.max(1, Math.ceil((Math.min(longest, LABEL_MOST) * perCharacter + 8) / each));
}

/** Longer labels are cut in the drawing; the table under it has them whole. */
const LABEL_MOST = 14;

export function shortLabel(label: string, most = LABEL_MOST): string {
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}
