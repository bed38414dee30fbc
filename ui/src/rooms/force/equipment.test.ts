import { expect, test } from 'vitest';
import type { Schemas } from '../../api/client';
import type { Edit } from '../../parts/sheet/sheet';
import { expandEquipment, findUnitColumn, typesUsed } from './equipment';

const type = (id: string, name: string) => [id, { id, name, length: 1, width: 1, height: 1, mass: 1 } satisfies Schemas['EquipmentType']] as const;
const types = new Map([type('btr-80', 'BTR-80'), type('ural-4320', 'Ural-4320 truck')]);

test('a header names a type that has no column yet, by id or name', () => {
  expect(findUnitColumn(types, 'btr-80')?.key).toBe('equipment.btr-80');
  expect(findUnitColumn(types, 'ural-4320 truck')?.key).toBe('equipment.ural-4320');
  expect(findUnitColumn(types, 'equipment')?.key).toBe('equipment');
  expect(findUnitColumn(types, 'colour')).toBeUndefined();
});

test('a list of equipment becomes counts by type; one that cannot be read stays', () => {
  const edit: Edit = {
    cells: [{ row: 1, column: 'equipment', text: '12× BTR-80, 3 ural-4320' }, { row: 2, column: 'equipment', text: '2 spaceships' }],
    add: [{ id: 'a', equipment: 'btr-80: 1' }, { id: 'b', equipment: 'some' }, { id: 'c' }],
    remove: [],
  };
  expect(expandEquipment(types, edit)).toEqual({
    cells: [
      { row: 1, column: 'equipment', text: '' },
      { row: 1, column: 'equipment.btr-80', text: '12' },
      { row: 1, column: 'equipment.ural-4320', text: '3' },
      { row: 2, column: 'equipment', text: '2 spaceships' },
    ],
    add: [{ id: 'a', 'equipment.btr-80': '1' }, { id: 'b', equipment: 'some' }, { id: 'c' }],
    remove: [],
  });
});

test('columns are of types that the mission, the draft or the reader has', () => {
  const mission = { units: [{ id: 'u', equipment: { tiger: 2 } }] } as never;
  expect(typesUsed(mission, [{ id: 1, cells: { 'equipment.btr-80': '3', 'equipment.ural-4320': '' } }], ['bmd-2'])).toEqual(['bmd-2', 'btr-80', 'tiger']);
});
