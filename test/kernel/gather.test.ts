import { expect, test } from 'vitest';
import { gather } from '../../src/kernel/gather.ts';

function held() {
  const questions: { keys: readonly number[]; answer(): void; fail(why: Error): void }[] = [];
  const ask = gather<number, string>(
    (keys) =>
      new Promise((resolve, reject) =>
        questions.push({
          keys,
          answer: () => resolve(keys.map((key) => `answer ${key}`)),
          fail: reject,
        }),
      ),
  );
  return {
    ask,
    questions,
    asked: (count: number) => expect.poll(() => questions.length).toBe(count),
  };
}

test('those who come while a question is under way are asked for together by the next one', async () => {
  const { ask, questions, asked } = held();
  const first = ask(1);
  await asked(1);
  const others = [2, 3, 2, 4].map(ask);
  questions[0]!.answer();
  expect(await first).toBe('answer 1');
  await asked(2);
  expect(questions[1]!.keys).toEqual([2, 3, 2, 4]);
  questions[1]!.answer();
  expect(await Promise.all(others)).toEqual(['answer 2', 'answer 3', 'answer 2', 'answer 4']);
});

test('a question that fails fails for those gathered for it, and for nobody after', async () => {
  const { ask, questions, asked } = held();
  const both = Promise.allSettled([ask(1), ask(2)]);
  await asked(1);
  const next = ask(3);
  questions[0]!.fail(new Error('no answer'));
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await asked(2);
  questions[1]!.answer();
  expect(await next).toBe('answer 3');
});
