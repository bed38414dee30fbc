import { catalogue } from '../../api/catalogue';
import { answer, api, Refused, type Mission, type Schemas, type Unit } from '../../api/client';
import { nation, zoneName } from '../../format';
import { say } from '../../lang/lang.svelte';
import type { Field } from '../../parts/sheet/fields';
import type { ListKind } from '../../parts/sheet/list.svelte';
import { mergePatch } from '../../parts/sheet/patch';
import { freeId, type Cells, type Choice, type SheetRow } from '../../parts/sheet/sheet';
import { typeKey } from './equipment';

// Units as a sheet: one column a key, and one a type of equipment that is used.

export const nationChoices = (mission: Mission): Choice[] => {
  const codes = [mission.host, ...(mission.organisation?.members ?? []), ...mission.units.map((u) => u.nation ?? ''), ...mission.places.map((p) => p.country)];
  return [...new Set(codes)].filter(Boolean).sort().map((value) => ({ value, label: nation(value) }));
};
export const placeChoices = (mission: Mission): Choice[] => mission.places.map((p) => ({ value: p.id, label: p.name ?? '' }));
export const modeChoices = (): Choice[] => (['air', 'road', 'rail', 'sea'] as const).map((value) => ({ value, label: say(`sheet.${value}`) }));
/** The mission's zone as a header names it. */
export const zoneTitle = (mission: Mission): string => zoneName(mission.timezone, mission.operation.start ?? mission.operation.deadline);

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
    field('people', 'whole', 118, { total: true }),
    field('items', 'whole', 112, { total: true, readonly: true, path: [] }),
    field('tonnes', 'decimal', 112, { total: true, readonly: true, path: [], unit: 't' }),
    ...(lists ? [field('equipment', 'text', 200, { codec: unreadable })] : []),
    ...types.map((type): Field => ({ key: typeKey(type), path: ['equipment', type], kind: 'whole', width: 116, total: true, title: names.get(type)?.name || type, hint: hintOf(type, names.get(type)) })),
    field('ready', 'time', 185, zoned),
    field('due', 'time', 185, zoned),
    field('priority', 'whole', 100, { hint: say('force.priorityHint') }),
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

/** What a new unit begins with; `own` is the nation of whoever writes it. */
export const blankUnit = (rows: SheetRow[], own: string | undefined): Cells => ({ id: freeId('unit', rows), ...(own && { nation: own }), people: '0' });

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

/** Types of equipment by id, and the sources that their figures name. */
export interface Types {
  types: ReadonlyMap<string, Schemas['EquipmentType']>;
  sources: Schemas['Source'][];
}

/** The mission's own types before those of the catalogue. */
export async function typesOf(mission: Mission): Promise<Types> {
  const catalog = await catalogue('equipment').catch((problem: unknown): Schemas['Catalog'] => {
    if (!(problem instanceof Refused)) throw problem;
    return { sources: [] };
  });
  const all = [...(catalog.equipment ?? []), ...(mission.equipment_types ?? [])];
  return { types: new Map(all.map((type) => [type.id, type])), sources: [...(mission.sources ?? []), ...catalog.sources] };
}
