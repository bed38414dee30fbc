import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { idOf, listOf, missionText, said, tablesOf } from './sheet';

const root = resolve(import.meta.dirname, '../../../../..');
const units = readFileSync(join(root, 'missions/kazakhstan-2022/units.csv'), 'utf8');

test('which list a file is', () => {
  expect(listOf(units)).toBe('units');
  expect(listOf(readFileSync(join(root, 'missions/kazakhstan-2022/sources.csv'), 'utf8'))).toBe('sources');
  expect(listOf('id;name;lat;lon\n')).toBe('places');
  expect(listOf('a,b\n1,2\n')).toBeNull();
});

test('what the force list of Kazakhstan 2022 says', () => {
  const it = said(units);
  expect([it.units, it.people, it.nations]).toEqual([20, 2030, ['KG', 'TJ', 'AM', 'BY', 'RU']]);
  expect(it.places).toContainEqual({ id: 'tets-2', stands: true });
  expect(it.places).toContainEqual({ id: 'ak-zhol', stands: false });
  expect(it.sources).toContain('kloop');
});

test('the lists of a workbook, by the names of its sheets', () => {
  expect(tablesOf('f.xlsx', ['mission', 'Units', 'places'])).toEqual([{ list: 'units', file: 'f.xlsx', sheet: 'Units' }, { list: 'places', file: 'f.xlsx', sheet: 'places' }]);
  expect(tablesOf('f.xlsx', ['Tabelle1', 'links'])).toEqual([{ list: 'units', file: 'f.xlsx', sheet: 'Tabelle1' }, { list: 'links', file: 'f.xlsx', sheet: 'links' }]);
  expect(tablesOf('f.xlsx', [])).toEqual([]);
});

test('ids of names', () => {
  expect(idOf('Opération Écho (v2).xlsx')).toBe('operation-echo-v2');
});

test.skipIf(!existsSync(join(root, 'bin/sortie')))('the mission around a list has no error', () => {
  const it = said(units);
  const text = missionText({
    id: 'force: "list"', title: 'A # title', lang: 'en', host: 'KZ', timezone: 'Asia/Almaty', kind: 'withdrawal', dDay: '2022-01-11',
    start: '2022-01-13T08:00:00+06:00', deadline: '2022-01-23T00:00:00+06:00',
    places: it.places.map((p) => ({ id: p.id, country: p.stands ? 'KZ' : '' })), sources: it.sources, tables: [{ list: 'units', file: 'units.csv' }],
  });
  const folder = mkdtempSync(join(tmpdir(), 'sortie-sheet-'));
  cpSync(join(root, 'missions/kazakhstan-2022/units.csv'), join(folder, 'units.csv'));
  writeFileSync(join(folder, 'mission.yaml'), text);
  const { stdout } = spawnSync(join(root, 'bin/sortie'), ['check', folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(stdout).toMatch(/mission\.yaml: 0 errors, \d+ doubts, \d+ assumptions/);
});
