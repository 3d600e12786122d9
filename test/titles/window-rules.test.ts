import { expect, test } from 'vitest';
import { loadRulebook } from '../../src/rulebook/load.ts';
import { usualClosing } from '../../src/titles/window-rules.ts';

test('a new window is offered the closing day of the rules, while it is to come', () => {
  const rulebook = loadRulebook();
  expect(usualClosing(rulebook, { year: 2027, on: '2026-11-25' })).toBe('2027-02-28');
  expect(usualClosing(rulebook, { year: 2027, on: '2027-02-28' })).toBe('2027-02-28');
  expect(usualClosing(rulebook, { year: 2027, on: '2027-03-01' })).toBeNull();
});
