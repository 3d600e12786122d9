import DataLoader from 'dataloader';

/** More than come together while one question is under way; a larger crowd is asked for in parts. */
const MOST = 500;

/**
 * Answers singly what is asked for many at once: those who come while a question is under way are gathered
 * for the next one, so that a crowd costs few questions and a lone caller does not wait for others.
 *
 * @param askAll answers each key in its place; when it fails, it fails for all who were gathered
 */
export function gather<K, V>(
  askAll: (keys: readonly K[]) => Promise<readonly V[]>,
): (key: K) => Promise<V> {
  let underWay: Promise<unknown> = Promise.resolve();
  const loader = new DataLoader<K, V>(
    (keys) => {
      const answers = askAll(keys);
      underWay = answers.catch(() => undefined);
      return answers;
    },
    {
      cache: false,
      maxBatchSize: MOST,
      batchScheduleFn: (ask) => void underWay.then(() => setImmediate(ask)),
    },
  );
  return (key) => loader.load(key);
}
