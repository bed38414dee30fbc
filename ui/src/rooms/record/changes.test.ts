import { expect, test } from 'vitest';
import { changes } from './changes';

const before = { host: 'KZ', units: [{ id: 'a', people: 30 }, { id: 'b', people: 5, modes: ['air'] }], operation: { deadline: '2022-01-23' } };

test('units are compared by their ids, wherever they stand in the list', () => {
  const after = { ...before, units: [{ id: 'b', people: 5, modes: ['air', 'road'] }, { id: 'a', people: 40 }] };
  expect(changes(before, after)).toEqual([
    { path: 'units[a].people', before: 30, after: 40 },
    { path: 'units[b].modes', before: ['air'], after: ['air', 'road'] },
  ]);
});

test('what is new has no before, and what is gone has no after', () => {
  const after = { host: 'KZ', units: [before.units[0], { id: 'c', people: 1 }], operation: before.operation, draft: true };
  expect(changes(before, after)).toEqual([
    { path: 'units[b]', before: before.units[1] },
    { path: 'units[c]', after: { id: 'c', people: 1 } },
    { path: 'draft', after: true },
  ]);
});

test('a list without ids is one value, and nothing is no change', () => {
  expect(changes({ list: [1, 2] }, { list: [2, 1] })).toEqual([{ path: 'list', before: [1, 2], after: [2, 1] }]);
  expect(changes(before, structuredClone(before))).toEqual([]);
});

test('no more than was asked for', () => {
  const many = (n: number) => ({ units: Array.from({ length: 100 }, (_, i) => ({ id: `u${i}`, people: n })) });
  expect(changes(many(1), many(2), 10)).toHaveLength(10);
});
