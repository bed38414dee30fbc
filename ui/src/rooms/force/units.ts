import { answer, api, Refused, type Mission, type Schemas, type Unit } from '../../api/client';
import { nation, zoneName } from '../../format';
import { say } from '../../lang/lang.svelte';
import type { Field } from '../../parts/sheet/fields';
import type { ListKind } from '../../parts/sheet/list.svelte';
import { mergePatch } from '../../parts/sheet/patch';
import type { Cells, Choice, Column, Edit, SheetRow } from '../../parts/sheet/sheet';
import { readCounts } from '../../parts/sheet/values';

// Units as a sheet: one column a key, and one a type of equipment that is used.

export const typeKey = (type: string): string => `equipment.${type}`;
const prefix = typeKey('');

/** Types of equipment that any unit has, or that the reader asked a column for, in the order of their ids. */
export function typesUsed(mission: Mission, rows: SheetRow[], asked: readonly string[]): string[] {
  const used = new Set(asked);
  for (const unit of mission.units) for (const type of Object.keys(unit.equipment ?? {})) used.add(type);
  for (const row of rows) for (const key of Object.keys(row.cells)) if (key.startsWith(prefix) && row.cells[key]) used.add(key.slice(prefix.length));
  return [...used].sort();
}

export const nationChoices = (mission: Mission): Choice[] => {
  const codes = [mission.host, ...(mission.organisation?.members ?? []), ...mission.units.map((u) => u.nation ?? ''), ...mission.places.map((p) => p.country)];
  return [...new Set(codes)].filter(Boolean).sort().map((value) => ({ value, label: nation(value) }));
};
export const placeChoices = (mission: Mission): Choice[] => mission.places.map((p) => ({ value: p.id, label: p.name ?? '' }));
export const modeChoices = (): Choice[] => (['air', 'road', 'rail', 'sea'] as const).map((value) => ({ value, label: say(`sheet.${value}`) }));
/** The mission's zone as a header names it. */
export const zoneTitle = (mission: Mission): string => zoneName(mission.timezone, mission.operation.start ?? mission.operation.deadline);

/** Whether a list of equipment was pasted that could not be read: it has a column then, to be mended. */
export const unread = (rows: SheetRow[]): boolean => rows.some((row) => row.cells['equipment']);

export function unitFields(mission: Mission, types: string[], names: ReadonlyMap<string, Schemas['EquipmentType']>, lists: boolean): Field[] {
  const field = (key: string, kind: Field['kind'], width: number, more: Partial<Field> = {}): Field => ({ key, path: key.split('.'), kind, width, title: say(`force.${key.replace('.', '_')}` as 'force.id'), ...more });
  const zoned = { zone: mission.timezone, unit: zoneTitle(mission), ...(mission.d_day && { dday: mission.d_day }) };
  const places = placeChoices(mission);
  return [
    field('id', 'text', 150),
    field('name', 'text', 230),
    field('nation', 'choice', 90, { choices: nationChoices(mission) }),
    field('at', 'choice', 125, { choices: places }),
    field('to', 'choice', 125, { choices: places }),
    field('people', 'whole', 95, { total: true }),
    field('items', 'whole', 95, { total: true, readonly: true, path: [] }),
    field('tonnes', 'decimal', 105, { total: true, readonly: true, path: [], unit: 't' }),
    ...(lists ? [field('equipment', 'text', 200, { codec: unreadable })] : []),
    ...types.map((type): Field => ({ key: typeKey(type), path: ['equipment', type], kind: 'whole', width: 104, total: true, title: names.get(type)?.name || type, hint: hintOf(type, names.get(type)) })),
    field('ready', 'time', 185, zoned),
    field('due', 'time', 185, zoned),
    field('priority', 'whole', 90, { hint: say('force.priorityHint') }),
    field('together', 'duration', 110, { hint: say('force.togetherHint') }),
    field('after', 'list', 130, { hint: say('force.afterHint') }),
    field('via', 'list', 130, { choices: places }),
    field('modes', 'list', 110, { hint: say('force.modesHint'), choices: modeChoices() }),
    field('basis.assumed', 'text', 260),
    field('basis.sources', 'list', 180),
  ];
}

/** Of a list that could be read its types' columns hold the counts. */
const unreadable: Field['codec'] = { write: () => '', read: () => ({ fault: 'notCounts' }) };

function hintOf(id: string, type: Schemas['EquipmentType'] | undefined): string {
  return type ? say('force.typeHint', { id, length: type.length, width: type.width, height: type.height, mass: type.mass }) : id;
}

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

export const blankUnit = (mission: Mission, own: string | undefined): Cells => ({ id: freeId(mission), ...(own && { nation: own }), people: '0' });

function freeId(mission: Mission): string {
  const taken = new Set(mission.units.map((u) => u.id));
  for (let n = mission.units.length + 1; ; n++) if (!taken.has(`unit-${n}`)) return `unit-${n}`;
}

/** Saves a draft of units in one revision, as planners may and liaisons for their own. */
export const saveUnits: ListKind['save'] = async (open, change, note) => {
  const before = new Map((open.mission?.units ?? []).map((unit) => [unit.id, unit]));
  const body: Record<string, Schemas['UnitPatch'] | null> = {};
  for (const id of change.removed) body[id] = null;
  for (const { row, thing } of change.touched) {
    const { id } = thing as Unit;
    if (row.key !== null && row.key !== id) body[row.key] = null;
    const was = row.key === id ? before.get(id) : undefined;
    body[id] = was ? mergePatch(was, thing) : thing;
  }
  const params = { path: { mission: open.id }, header: { 'If-Match': open.etag }, query: note ? { note } : {} };
  return await answer(api.PATCH('/api/missions/{mission}/units', { params, body, headers: { 'Content-Type': 'application/merge-patch+json' } }));
};

let known: Promise<Map<string, Schemas['EquipmentType']>> | null = null;
/** Types of equipment by id: the mission's own before those of the catalogue, which is read once. */
export async function typesOf(mission: Mission): Promise<Map<string, Schemas['EquipmentType']>> {
  known ??= answer(api.GET('/api/catalog/{kind}', { params: { path: { kind: 'equipment' } } })).then((catalog) => new Map((catalog.equipment ?? []).map((t) => [t.id, t])));
  known.catch(() => (known = null));
  const catalog = await known.catch((problem: unknown) => {
    if (!(problem instanceof Refused)) throw problem;
    return new Map<string, Schemas['EquipmentType']>();
  });
  return new Map([...catalog, ...(mission.equipment_types ?? []).map((t) => [t.id, t] as const)]);
}
