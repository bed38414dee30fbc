import { expect, test } from 'vitest';
import { byIndex, cellsOf, errorOf, thingOf, type Field } from './fields';

const habits = { lang: 'en' } as const;
const fields: Field[] = [
  { key: 'id', title: 'Place', kind: 'text', path: ['id'] },
  { key: 'lat', title: 'Latitude', kind: 'decimal', path: ['at', '0'] },
  { key: 'lon', title: 'Longitude', kind: 'decimal', path: ['at', '1'] },
  { key: 'air', title: 'Air', kind: 'yes', path: ['handles', 'air'], holds: true },
  { key: 'parking', title: 'Parking MOG', kind: 'whole', path: ['handles', 'air', 'parking_mog'] },
  { key: 'from', title: 'From', kind: 'time', zone: 'Asia/Almaty', path: ['from'] },
  { key: 'assumed', title: 'Assumed', kind: 'text', path: ['basis', 'assumed'] },
];
const almaty = {
  id: 'almaty',
  at: [43.3521, 77.0405],
  handles: { air: { parking_mog: 10, interval: '5m' }, road: {} },
  from: '2022-01-13T23:59:30Z',
  basis: { assumed: 'ten stands' },
};

test('a thing becomes cells, and the same thing again', () => {
  const cells = cellsOf(almaty, fields);
  expect(cells).toEqual({ id: 'almaty', lat: '43.3521', lon: '77.0405', air: 'yes', parking: '10', from: '2022-01-14 05:59', assumed: 'ten stands' });
  expect(thingOf(cells, fields, almaty, habits)).toEqual({ thing: almaty, faults: [] });
});

test('a change of one cell changes that alone, and what no column shows stays', () => {
  const { thing } = thingOf({ ...cellsOf(almaty, fields), parking: '12', assumed: '' }, fields, almaty, habits);
  expect(thing).toEqual({ ...almaty, handles: { air: { parking_mog: 12, interval: '5m' }, road: {} }, basis: undefined });
  expect(thing).not.toHaveProperty('basis');
  expect(almaty.handles.air.parking_mog).toBe(10);
});

test('a new thing has what was typed, an emptied handling is still one, a refused one is none', () => {
  expect(thingOf({ id: 'b', lat: '1.5', lon: '2', air: 'yes' }, fields, undefined, habits).thing).toEqual({ id: 'b', at: [1.5, 2], handles: { air: {} } });
  expect(thingOf({ ...cellsOf(almaty, fields), parking: '' }, fields, almaty, habits).thing).toHaveProperty('handles.air', { interval: '5m' });
  expect(thingOf({ ...cellsOf(almaty, fields), air: '', parking: '' }, fields, almaty, habits).thing).toHaveProperty('handles', { road: {} });
});

test('what cannot be read is a fault and stays as text', () => {
  expect(thingOf({ id: 'b', parking: 'many' }, fields, undefined, habits)).toEqual({ thing: { id: 'b', handles: { air: { parking_mog: 'many' } } }, faults: [{ column: 'parking', fault: 'notWhole' }] });
});

test('a key that objects have by themselves is a key like others', () => {
  const hostile: Field = { key: 'x', title: '', kind: 'whole', path: ['equipment', '__proto__'] };
  const { thing } = thingOf({ x: '3' }, [hostile], undefined, habits);
  expect(JSON.stringify(thing)).toBe('{"equipment":{"__proto__":3}}');
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test.each([
  ['places[1].handles.air.parking_mog', { row: 8, column: 'parking' }],
  ['places[0].at[1]', { row: 7, column: 'lon' }],
  ['places[0].handles', { row: 7, column: 'air' }],
  ['places[0]', { row: 7, column: 'id' }],
  ['places[9].at', null],
  ['units[0].at', null],
  ['', null],
])('a finding at %s', (path, cell) => {
  const error = errorOf({ path, message: 'm', severity: 'error' }, 'places', [7, 8], fields);
  expect(error && { row: error.row, column: error.column }).toEqual(cell);
});

test('a path by id is one by index', () => {
  const byId = new Map([['ru-45', 3], ['a "b"].c', 4]]);
  expect(byIndex('units["ru-45"].people', byId)).toBe('units[3].people');
  expect(byIndex('units["a \\"b\\"].c"].equipment.tiger', byId)).toBe('units[4].equipment.tiger');
  expect(byIndex('units["gone"].people', byId)).toBe('units["gone"].people');
  expect(byIndex('units[2].people', byId)).toBe('units[2].people');
});
