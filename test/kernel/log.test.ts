import { describe, expect, test } from 'vitest';
import { captureLog } from '../support/log-capture.ts';

describe('an error in the log', () => {
  test('is its name, code, words and place, and nothing that hangs on it', () => {
    const capture = captureLog();
    const error = Object.assign(new TypeError('away'), {
      code: 'ECONNRESET',
      data: { row: ['agree'] },
      headers: { authorization: 'Bearer xoxb-1' },
    });
    capture.log.error({ err: error }, 'failed');
    const [line] = capture.lines();
    expect(line).toMatchObject({
      level: 50,
      msg: 'failed',
      err: { type: 'TypeError', code: 'ECONNRESET', message: 'away' },
    });
    expect(capture.text()).not.toMatch(/agree|xoxb/);
  });

  test('tells its cause in the same way', () => {
    const capture = captureLog();
    const cause = Object.assign(new Error('no route'), { secret: 'xoxb-1' });
    capture.log.error({ err: new Error('fetch failed', { cause }) }, 'failed');
    expect(capture.lines()[0]).toMatchObject({ err: { cause: { message: 'no route' } } });
    expect(capture.text()).not.toContain('xoxb');
  });

  test('does not begin its stack with its words', () => {
    const capture = captureLog();
    const error = new Error('first line\nsecond line');
    capture.log.error({ err: error }, 'failed');
    const { err } = capture.lines()[0] as unknown as { err: { stack: string } };
    expect(err.stack).toMatch(/^\s+at /);
    expect(err.stack).not.toContain('second line');
  });

  test('that is no error is told by its type only', () => {
    const capture = captureLog();
    capture.log.error({ err: 'lời của ai đó' }, 'failed');
    expect(capture.lines()[0]).toMatchObject({ err: { type: 'string' } });
    expect(capture.text()).not.toContain('lời của ai đó');
  });
});

test('what must not stand in a log is blotted out should it ever get there', () => {
  const capture = captureLog();
  const secrets = { token: 'xoxb-1', choice: 'agree', text: 'lời', blocks: [{ text: 'lời' }] };
  capture.log.info({ ...secrets, vote: secrets }, 'careless');
  expect(capture.text()).not.toMatch(/xoxb-1|agree|lời/);
});
