import { expect, test } from 'vitest';
import { cellAt, columnName, counted, marksOf, rowsOf, separatorOf, sheetCell, spotOf } from './findings';

const list = 'id,nation,at,to,people,name\nfirst,RU,tec2,ivanovo,100,"Guard, gate"\nsecond,RU,tec3,ivanovo,ten,\n';

test('where a finding is', () => {
  expect(spotOf('units.csv:2:38')).toEqual({ file: 'units.csv', line: 2, column: 38 });
  expect(spotOf('mission:a.yaml:1:1')).toEqual({ file: 'mission:a.yaml', line: 1, column: 1 });
  expect(spotOf('body')).toBeNull();
  expect(spotOf(undefined)).toBeNull();
});

test('the cell of a workbook', () => {
  expect(sheetCell('force.xlsx:Units!C5')).toEqual({ file: 'force.xlsx', sheet: 'Units', cell: 'C5' });
  expect(sheetCell('units.csv:2:38')).toBeNull();
});

test('the cell of a list, as a spreadsheet names it', () => {
  expect(cellAt(list, { file: '', line: 3, column: 11 })).toEqual({ name: 'C3', key: 'at' });
  expect(cellAt(list, { file: '', line: 3, column: 24 })).toEqual({ name: 'E3', key: 'people' });
  expect(cellAt(list, { file: '', line: 2, column: 31 })).toEqual({ name: 'F2', key: 'name' });
  expect(cellAt(list, { file: '', line: 1, column: 1 })).toEqual({ name: 'A1', key: 'id' });
  expect(cellAt('id;people\na;1\n', { file: '', line: 2, column: 3 })).toEqual({ name: 'B2', key: 'people' });
  expect(cellAt(list, { file: '', line: 9, column: 1 })).toBeNull();
});

test('columns past Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});

test('separators of spreadsheets, and rows', () => {
  expect(['a,b', 'a;b;c,d', 'a\tb'].map(separatorOf)).toEqual([',', ';', '\t']);
  expect(rowsOf('\uFEFFid;at\na;"x;y"\n')).toEqual([['id', 'at'], ['a', 'x;y']]);
});

test('findings of one file, by severity', () => {
  const found = [
    { location: 'mission.yaml:3:1', message: 'no', severity: 'error' as const, hint: 'yes' },
    { location: 'units.csv:2:1', message: 'perhaps', severity: 'doubt' as const },
    { location: 'units.csv:3:1', message: 'as the Tigr', severity: 'doubt' as const, rule: 'assumed' },
    { message: 'the form has no mission' },
  ];
  expect(marksOf(found, 'mission.yaml')).toEqual([{ line: 3, column: 1, message: 'no', hint: 'yes', severity: 'error' }]);
  expect([counted(found, 'error'), counted(found, 'doubt'), counted(found, 'assumed')]).toEqual([2, 1, 1]);
});
