import { catalogue } from '../../../api/catalogue';
import { answer, api, type Mission, type Schemas } from '../../../api/client';
import { say, type MessageKey } from '../../../lang/lang.svelte';
import type { Field } from '../../../parts/sheet/fields';
import type { ListKind, ListName } from '../../../parts/sheet/list.svelte';
import { freeId, type Cells, type Choice, type SheetRow } from '../../../parts/sheet/sheet';
import { modeChoices, nationChoices, placeChoices, zoneTitle } from '../../force/units';
import { closuresText, readClosures } from './closures';

// What the network is made of, as sheets: one column a key of the mission file.

export type NetworkTab = Exclude<ListName, 'units'>;

const field = (key: string, kind: Field['kind'], width: number, more: Partial<Field> = {}): Field => ({
  key, path: key.split('.'), kind, width, title: say(`networkSheets.${key.replaceAll('.', '_')}` as MessageKey), ...more,
});
const basis = (): Field[] => [field('basis.assumed', 'text', 260), field('basis.sources', 'list', 170)];

function zoned(mission: Mission): Partial<Field> {
  return { zone: mission.timezone, unit: zoneTitle(mission), ...(mission.d_day && { dday: mission.d_day }) };
}

function handling(mode: string): Field[] {
  const named = (key: string) => say(`networkSheets.${key}` as MessageKey);
  const of = (key: string, kind: Field['kind'], more: Partial<Field> = {}): Field =>
    field(`handles.${mode}.${key}`, kind, 136, { title: say('networkSheets.handling', { mode: named(mode), what: named(key) }), ...more });
  return [
    field(`handles.${mode}`, 'yes', 84, { title: named(mode), holds: true, hint: named('handlesHint') }),
    of('parking_mog', 'whole'),
    of('working_mog', 'whole'),
    of('interval', 'duration', { hint: named('intervalHint') }),
    ...(mode === 'air' ? [of('runway', 'whole', { unit: 'm' })] : []),
  ];
}

function places(mission: Mission): Field[] {
  // Modes that no place handles take no room but for whether it does.
  const used = (mode: string) => mode === 'air' || mission.places.some((p) => Object.keys(p.handles?.[mode] ?? {}).length > 0);
  const times = { ...zoned(mission), hint: say('networkSheets.closedHint') };
  const closed = field('closed', 'text', 330, times);
  closed.codec = { write: (value) => closuresText(value as Schemas['Closure'][], mission.timezone), read: (text, habits) => readClosures(text, closed, habits) };
  return [
    field('id', 'text', 140, { title: say('networkSheets.place') }),
    field('name', 'text', 190),
    field('country', 'choice', 96, { choices: nationChoices(mission) }),
    field('lat', 'decimal', 116, { path: ['at', '0'], unit: '°' }),
    field('lon', 'decimal', 116, { path: ['at', '1'], unit: '°' }),
    field('icao', 'text', 75),
    ...['air', 'road', 'rail', 'sea'].flatMap((mode) => (used(mode) ? handling(mode) : handling(mode).slice(0, 1))),
    field('open', 'list', 140, { hint: say('networkSheets.openHint') }),
    closed,
    field('timezone', 'text', 140, { hint: say('networkSheets.timezoneHint') }),
    ...basis(),
  ];
}

function links(mission: Mission): Field[] {
  const choices = placeChoices(mission);
  return [
    field('mode', 'choice', 80, { choices: modeChoices() }),
    field('between', 'list', 210, { hint: say('networkSheets.betweenHint') }),
    field('from', 'choice', 125, { title: say('networkSheets.fromPlace'), choices, hint: say('networkSheets.oneWayHint') }),
    field('to', 'choice', 125, { choices, hint: say('networkSheets.oneWayHint') }),
    field('km', 'decimal', 90, { unit: 'km' }),
    field('kmh', 'decimal', 100, { unit: 'km/h' }),
    field('minutes', 'decimal', 105, { unit: 'min' }),
    field('types', 'list', 150),
    ...basis(),
  ];
}

function fleets(mission: Mission, lifts: Choice[]): Field[] {
  return [
    field('id', 'text', 160, { title: say('networkSheets.fleet') }),
    field('type', 'choice', 120, { choices: lifts }),
    field('count', 'whole', 95, { total: true }),
    field('nation', 'choice', 85, { choices: nationChoices(mission) }),
    field('base', 'choice', 130, { choices: placeChoices(mission) }),
    field('from', 'time', 185, zoned(mission)),
    field('until', 'time', 185, zoned(mission)),
    field('hours_per_day', 'decimal', 150, { unit: 'h' }),
    field('serves', 'list', 130, { hint: say('networkSheets.servesHint') }),
    field('return', 'yes', 110, { hint: say('networkSheets.returnHint') }),
    ...basis(),
  ];
}

function clearances(mission: Mission): Field[] {
  return [
    field('id', 'text', 160, { title: say('networkSheets.clearance') }),
    field('country', 'choice', 95, { choices: nationChoices(mission) }),
    field('mode', 'choice', 80, { choices: modeChoices() }),
    field('nations', 'list', 140, { hint: say('networkSheets.nationsHint') }),
    field('from', 'time', 185, zoned(mission)),
    field('until', 'time', 185, zoned(mission)),
    field('lead', 'duration', 120, { hint: say('networkSheets.leadHint') }),
    field('odds', 'decimal', 90, { hint: say('networkSheets.oddsHint') }),
    ...basis(),
  ];
}

function tasks(mission: Mission): Field[] {
  return [
    field('id', 'text', 170, { title: say('networkSheets.task') }),
    field('name', 'text', 220),
    field('at', 'choice', 140, { choices: placeChoices(mission) }),
    field('people', 'whole', 95),
    field('from', 'time', 185, zoned(mission)),
    field('until', 'time', 185, zoned(mission)),
    ...basis(),
  ];
}

/** Lift types to choose from: the mission's own and those of the catalogue. */
export async function liftChoices(mission: Mission): Promise<Choice[]> {
  const { lifts = [] } = await catalogue('lifts');
  const all = new Map([...lifts, ...(mission.lift_types ?? [])].map((type) => [type.id, type.name ?? '']));
  return [...all].map(([value, label]) => ({ value, label }));
}

/** A list of the network as a sheet; it is saved as a whole, since a merge patch replaces lists. */
export function networkKind(tab: NetworkTab, lifts: () => Choice[]): ListKind {
  return {
    name: tab,
    fields: (mission) => ({ places, links, fleets: (m: Mission) => fleets(m, lifts()), clearances, tasks })[tab](mission),
    shape: () => String(lifts().length),
    save: async (open, change, note) => {
      const params = { path: { mission: open.id }, header: { 'If-Match': open.etag }, query: note ? { note } : {} };
      const body = { [tab]: change.rows.map(({ thing }) => thing) };
      return await answer(api.PATCH('/api/missions/{mission}', { params, body, headers: { 'Content-Type': 'application/merge-patch+json' } }));
    },
  };
}

/** What a new row of a list begins with. */
export function blank(tab: NetworkTab, rows: SheetRow[]): Cells {
  if (tab === 'links') return { mode: 'road' };
  const name = { places: 'place', fleets: 'fleet', clearances: 'clearance', tasks: 'task' }[tab];
  return { id: freeId(name, rows), ...(tab === 'fleets' && { count: '1' }) };
}
