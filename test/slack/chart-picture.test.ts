import { expect, test } from 'vitest';
import { chartPicture } from '../../src/slack/chart-picture.ts';
import { barChart } from '../../src/slack/charts.ts';

const NAMES = { title: 'Tổng điểm của các đơn vị', series: 'Tổng điểm' };

/** Width and height of a .png, in pixels. */
function sizeOf(picture: Buffer): [number, number] {
  expect(picture.subarray(1, 4).toString('latin1')).toBe('PNG');
  return [picture.readUInt32BE(16), picture.readUInt32BE(20)];
}

const draw = (values: readonly number[], label = (index: number) => `${index}. Phòng`) =>
  chartPicture(
    barChart(
      NAMES,
      values.map((value, index) => ({ label: label(index), value })),
    ),
  );

test('a chart is drawn as a picture, taller with each bar', async () => {
  const [two, twenty] = [await draw([97.25, 88]), await draw(Array.from({ length: 20 }, () => 7))];
  const [width, low] = sizeOf(two);
  const [same, high] = sizeOf(twenty);
  expect(same).toBe(width);
  expect(high).toBeGreaterThan(4 * low);
});

test('names and figures of all kinds can be drawn, and are in it', async () => {
  const plain = await draw([0, 0]);
  const odd = await draw([0, -6.5], (index) => `${index} <&> "Thẻ" \uD83C\u0007\uFFFE\uFFFF ữ`);
  expect(sizeOf(odd)).toEqual(sizeOf(plain));
  expect(odd.equals(plain)).toBe(false);
  expect((await draw([0, 0])).equals(plain)).toBe(true);
});
