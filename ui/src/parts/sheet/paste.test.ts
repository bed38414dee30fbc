import { describe, expect, test } from 'vitest';
import { clear, fill, headers, paste } from './paste';
import type { Column, SheetRow } from './sheet';
import { readTable, writeTable } from './tsv';

const habits = { lang: 'en' } as const;
const columns: Column[] = [
  { key: 'id', title: 'Unit', kind: 'text' },
  { key: 'people', title: 'People', kind: 'whole' },
  { key: 'items', title: 'Items', kind: 'whole', readonly: true },
  { key: 'at', title: 'Stands at', kind: 'choice' },
];
const rows: SheetRow[] = [
  { id: 7, cells: { id: 'a', people: '10', at: 'x' } },
  { id: 8, cells: { id: 'b', people: '20', at: 'y' } },
];
const at = (ids: number[], keys: string[]) => ({ rows: ids, columns: keys });

describe('a table of the clipboard', () => {
  test('cells and rows, as Excel and LibreOffice end them', () => {
    expect(readTable('a\tb\r\n1\t\r\n')).toEqual([['a', 'b'], ['1', '']]);
    expect(readTable('one')).toEqual([['one']]);
    expect(readTable('')).toEqual([['']]);
  });
  test('quotes', () => {
    expect(readTable('"two\nlines"\t"a ""b"" c"\n')).toEqual([['two\nlines', 'a "b" c']]);
    expect(readTable('"Scorpion" company\t150')).toEqual([['"Scorpion" company', '150']]);
    expect(readTable('"open\t150')).toEqual([['"open', '150']]);
  });
  test('what is written is read again', () => {
    const table = [['a "b"', 'tab\there', ''], ['"c', 'two\nlines', 'd']];
    expect(readTable(writeTable(table))).toEqual(table);
  });
  test('many quotes take no long time', () => {
    const text = Array.from({ length: 50_000 }, () => '"a" b').join('\t');
    expect(readTable(text)[0]).toHaveLength(50_000);
  });
});

describe('pasting', () => {
  test('without a header, from the cell on; what goes past the end is new rows', () => {
    const { edit } = paste([['11', 'ignored', 'z'], ['21', '', 'z'], ['1 300', '', 'z']], rows, columns, at([7], ['people']), habits);
    expect(edit.cells).toEqual([
      { row: 7, column: 'people', text: '11' },
      { row: 7, column: 'at', text: 'z' },
      { row: 8, column: 'people', text: '21' },
      { row: 8, column: 'at', text: 'z' },
    ]);
    expect(edit.add).toEqual([{ people: '1300', at: 'z' }]);
  });
  test('with a header that names the first column, as new rows under their headers', () => {
    const { edit, unknown } = paste([['at', 'Unit', 'Colour'], ['x', 'c', 'red']], rows, columns, at([7], ['people']), habits);
    expect(edit).toEqual({ cells: [], add: [{ at: 'x', id: 'c' }], remove: [] });
    expect(unknown).toEqual(['Colour']);
  });
  test('with a header that does not, onto the rows from the cell on', () => {
    const { edit } = paste([['People', 'Stands at (place)'], ['99', 'q']], rows, columns, at([8], ['id']), habits);
    expect(edit.cells).toEqual([{ row: 8, column: 'people', text: '99' }, { row: 8, column: 'at', text: 'q' }]);
  });
  test('one cell fills the block', () => {
    const { edit } = paste([['5']], rows, columns, at([7, 8], ['people', 'items']), habits);
    expect(edit.cells.map((c) => c.text)).toEqual(['5', '5']);
  });
  test('what cannot be read is kept as it is', () => {
    expect(paste([['12x']], rows, columns, at([7], ['people']), habits).edit.cells).toEqual([{ row: 7, column: 'people', text: '12x' }]);
  });
  test('a single known word is no header', () => expect(headers(['people', '150'], columns)).toBeNull());
});

test('filling down and right, and clearing, leave computed cells alone', () => {
  expect(fill(rows, columns, at([7, 8], ['people', 'items', 'at']), 'down').cells).toEqual([
    { row: 8, column: 'people', text: '10' },
    { row: 8, column: 'at', text: 'x' },
  ]);
  expect(fill(rows, columns, at([7], ['id', 'people']), 'right').cells).toEqual([{ row: 7, column: 'people', text: 'a' }]);
  expect(clear(rows, columns, at([7], ['people', 'items'])).cells).toEqual([{ row: 7, column: 'people', text: '' }]);
});
