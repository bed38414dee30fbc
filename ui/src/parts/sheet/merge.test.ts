import { expect, test } from 'vitest';
import { changedCells, keep, mergeCells, rebase, revive, type DraftRow, type Held } from './merge';

const held = (...all: [string, Record<string, string>][]): Map<string, Held> => new Map(all.map(([key, cells]) => [key, { key, cells }]));
let id = 100;
const fresh = () => ++id;
const row = (n: number, key: string | null, cells: Record<string, string>): DraftRow => ({ id: n, key, cells });

const base = held(['kg', { id: 'kg', people: '150', at: 'tets-2' }], ['by', { id: 'by', people: '130' }], ['tj', { id: 'tj', people: '200' }]);

test('cells that one side alone changed go through; what both changed alike is no clash', () => {
  const mine = { id: 'kg', people: '160', at: 'almaty', name: 'Company' };
  const theirs = { id: 'kg', people: '160', at: 'tets-2', to: 'tokmok', name: 'Scorpion' };
  const merged = mergeCells(base.get('kg')!.cells, mine, theirs);
  expect(merged.cells).toEqual({ id: 'kg', people: '160', at: 'almaty', to: 'tokmok', name: 'Company' });
  expect(merged.clashes).toEqual(['name']);
});

test('of a row that I left alone theirs stands, and nothing counts as changed', () => {
  const next = held(['kg', { id: 'kg', people: '155' }], ['by', base.get('by')!.cells], ['tj', base.get('tj')!.cells]);
  const rows = [row(1, 'kg', base.get('kg')!.cells), row(2, 'by', base.get('by')!.cells), row(3, 'tj', base.get('tj')!.cells)];
  const merged = rebase(rows, base, next, fresh);
  expect(merged.clashes).toEqual([]);
  expect(merged.rows[0]!.cells).toEqual({ id: 'kg', people: '155' });
  expect(merged.rows[1]).toBe(rows[1]);
  expect(changedCells(merged.rows, next).size).toBe(0);
});

test('both changed people of one unit: mine stays, and a clash shows both', () => {
  const next = held(['kg', { id: 'kg', people: '155', at: 'tets-2' }], ['by', base.get('by')!.cells], ['tj', base.get('tj')!.cells]);
  const merged = rebase([row(1, 'kg', { id: 'kg', people: '160', at: 'tets-2' })], base, next, fresh);
  expect(merged.rows[0]!.cells['people']).toBe('160');
  expect(merged.clashes).toEqual([{ row: 1, key: 'kg', column: 'people', mine: '160', theirs: '155' }]);
});

test('units that came, went, were changed here and taken out there, and the other way round', () => {
  const next = held(['by', { id: 'by', people: '140' }], ['am', { id: 'am', people: '50' }]);
  // kg changed here and gone there; by gone here and changed there; tj untouched here and gone there; new here.
  const rows = [row(1, 'kg', { id: 'kg', people: '1' }), row(3, 'tj', base.get('tj')!.cells), row(4, null, { id: 'new', people: '9' })];
  const merged = rebase(rows, base, next, fresh);
  expect(merged.rows.map((r) => [r.key, r.cells['id']])).toEqual([[null, 'kg'], [null, 'new'], ['am', 'am']]);
  expect(merged.clashes).toEqual([
    { row: 1, key: 'kg', column: null, mine: 'kg', theirs: null },
    { row: null, key: 'by', column: null, mine: null, theirs: 'by' },
  ]);
});

test('a draft comes through a reload, also when somebody changed the mission meanwhile', () => {
  const rows = [row(1, 'kg', { id: 'kg', people: '160', at: 'tets-2' }), row(3, 'tj', base.get('tj')!.cells), row(4, null, { id: 'new' })];
  const kept = JSON.parse(JSON.stringify(keep(rows, base)));
  const next = held(['kg', { id: 'kg', people: '155', at: 'tets-2' }], ['by', base.get('by')!.cells], ['tj', { id: 'tj', people: '210' }]);
  const again = revive(kept, next, fresh);
  const merged = rebase(again.rows, again.base, next, fresh);
  expect(merged.rows.map((r) => r.cells)).toEqual([{ id: 'kg', people: '160', at: 'tets-2' }, { id: 'tj', people: '210' }, { id: 'new' }]);
  expect(merged.clashes.map((c) => [c.key, c.column])).toEqual([['kg', 'people']]);
  expect(keep([row(1, 'kg', base.get('kg')!.cells), row(2, 'by', { ...base.get('by')!.cells }), row(3, 'tj', base.get('tj')!.cells)], base)).toBeNull();
});
