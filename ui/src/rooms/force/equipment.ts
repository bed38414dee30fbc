import type { Mission, Schemas } from '../../api/client';
import { say } from '../../lang/lang.svelte';
import type { Column, Edit, SheetRow } from '../../parts/sheet/sheet';
import { readCounts } from '../../parts/sheet/values';

// Equipment of units: one column a type. What is pasted may name types by id or
// name, or hold a whole list in one cell.

export const typeKey = (type: string): string => `equipment.${type}`;
const prefix = typeKey('');

/** Types of equipment that any unit has, or that the reader asked a column for, in the order of their ids. */
export function typesUsed(mission: Mission, rows: SheetRow[], asked: readonly string[]): string[] {
  const used = new Set(asked);
  for (const unit of mission.units) for (const type of Object.keys(unit.equipment ?? {})) used.add(type);
  for (const row of rows) for (const key of Object.keys(row.cells)) if (key.startsWith(prefix) && row.cells[key]) used.add(key.slice(prefix.length));
  return [...used].sort();
}

/** Whether a list of equipment was pasted that could not be read: it has a column then, to be mended. */
export const unread = (rows: SheetRow[]): boolean => rows.some((row) => row.cells['equipment']);

type Types = ReadonlyMap<string, Schemas['EquipmentType']>;
/** The id of a type by its id or its name, however it is capitalised. */
const typeCalled = (types: Types, called: string): string | undefined => {
  const wanted = called.trim().toLowerCase().replace(/^equipment\./, '');
  if (types.has(wanted)) return wanted;
  return [...types.values()].find((t) => t.id.toLowerCase() === wanted || t.name?.toLowerCase() === wanted)?.id;
};

/** The column of a type that has none yet, or of a whole list of equipment, by its header. */
export function findUnitColumn(types: Types, header: string): Column | undefined {
  if (['equipment', say('force.equipment').toLowerCase()].includes(header)) return { key: 'equipment', title: say('force.equipment'), kind: 'text' };
  const type = typeCalled(types, header);
  return type === undefined ? undefined : { key: typeKey(type), title: type, kind: 'whole' };
}

/** Takes a list of equipment apart, `12× BTR-80, 3× Ural-4320`, into the columns of its types; one that cannot be read stays as it is. */
export function expandEquipment(types: Types, edit: Edit): Edit {
  const counts = (text: string) => readCounts(text, (name) => typeCalled(types, name));
  const cells = edit.cells.flatMap((cell) => {
    const read = cell.column === 'equipment' && cell.text !== '' ? counts(cell.text) : null;
    if (!read) return [cell];
    return [{ ...cell, text: '' }, ...Object.entries(read).map(([type, n]) => ({ row: cell.row, column: typeKey(type), text: String(n) }))];
  });
  const add = edit.add.map(({ equipment = '', ...rest }) => {
    const read = equipment === '' ? {} : counts(equipment);
    return read ? { ...rest, ...Object.fromEntries(Object.entries(read).map(([type, n]) => [typeKey(type), String(n)])) } : { ...rest, equipment };
  });
  return { ...edit, cells, add };
}

