import { expect, test } from 'vitest';
import { readCommand } from '../../src/initiatives/read-command.ts';

test.each([
  ['', { kind: 'form' }],
  ['mới', { kind: 'new_form' }],
  ['MOI', { kind: 'new_form' }],
  ['new', { kind: 'new_form' }],
  ['của tôi', { kind: 'mine' }],
  ['của tôi'.normalize('NFD'), { kind: 'mine' }],
  ['cuatoi', { kind: 'mine' }],
  ['Danh Sách', { kind: 'mine' }],
  ['mine', { kind: 'mine' }],
  ['áp dụng', { kind: 'adoptions' }],
  ['applied', { kind: 'adoptions' }],
  ['sk-2026-1', { kind: 'file', number: 'SK-2026-0001' }],
  ['SK - 2026 - 0012', { kind: 'file', number: 'SK-2026-0012' }],
  ['trợ giúp', { kind: 'help', unknown: null }],
  ['?', { kind: 'help', unknown: null }],
  ['xin chào', { kind: 'help', unknown: 'xin chào' }],
  ['SK-2026-0', { kind: 'help', unknown: 'SK-2026-0' }],
])('%j', (typed, wish) => {
  expect(readCommand(typed.split(' ').filter(Boolean))).toEqual(wish);
});
