import { expect, test } from 'vitest';
import { createUnfinished } from '../../src/kernel/unfinished.ts';

test('it has settled when all is done, what failed and what came of it too', async () => {
  const { track, settled } = createUnfinished();
  await settled();
  const finish: (() => void)[] = [];
  const work = () => new Promise<void>((resolve) => finish.push(resolve));
  const order: string[] = [];
  void track(
    work().then(() => {
      order.push('done');
      void track(work().then(() => order.push('told')));
    }),
  );
  track(Promise.reject(new Error('refused'))).catch(() => order.push('failed'));
  const over = settled().then(() => order.push('settled'));
  finish[0]?.();
  await expect.poll(() => finish.length).toBe(2);
  finish[1]?.();
  await over;
  expect(order).toEqual(['failed', 'done', 'told', 'settled']);
});
