import { rowsOf } from './findings';

// What force lists say, and the mission file that is to stand beside them.

/** The lists of a mission that may stand in a file of their own, each with a key that only it has. */
const signs: [list: string, keys: string[]][] = [
  ['units', ['people', 'to']],
  ['places', ['lat', 'icao']],
  ['fleets', ['base']],
  ['links', ['between', 'km']],
  ['clearances', ['lead', 'odds']],
  ['tasks', ['until']],
  ['sources', ['publisher', 'url']],
];

/** Which list a file is, by the keys of its first row; null where that cannot be told. */
export function listOf(text: string): string | null {
  const keys = new Set(rowsOf(text)[0]?.map((k) => k.split('.')[0]!.trim()));
  return signs.find(([, some]) => some.some((k) => keys.has(k)))?.[0] ?? null;
}

/** Lists that a workbook may hold, a sheet each, called as they are. */
const inWorkbooks = ['units', 'places', 'links', 'fleets', 'lift_types', 'equipment_types', 'clearances', 'tasks', 'sources'];

/** Where a list of the mission stands. */
export interface Table {
  list: string;
  file: string;
  /** Of a workbook. */
  sheet?: string;
}

/** The lists in a workbook; where none is called units, its first sheet is. */
export function tablesOf(file: string, sheets: string[]): Table[] {
  const tables = sheets.flatMap((sheet) => {
    const name = inWorkbooks.find((n) => n === sheet.toLowerCase());
    return name ? [{ list: name, file, sheet }] : [];
  });
  const [first] = sheets;
  return first === undefined || tables.some((t) => t.list === 'units') ? tables : [{ list: 'units', file, sheet: first }, ...tables.filter((t) => t.sheet !== first)];
}

export interface Said {
  units: number;
  people: number;
  nations: string[];
  /** Places that units name, and whether any stands there at first. */
  places: { id: string; stands: boolean }[];
  sources: string[];
}

/** What a list of units says, as far as its keys are known. */
export function said(text: string): Said {
  const [head = [], ...rows] = rowsOf(text);
  const column = new Map(head.map((key, i) => [key.trim(), i]));
  const cell = (row: string[], key: string) => row[column.get(key) ?? -1]?.trim() ?? '';
  const several = (row: string[], key: string) => cell(row, key).split(';').map((s) => s.trim()).filter(Boolean);
  const filled = rows.filter((row) => row.some((c) => c.trim()));
  const standing = new Set(filled.map((row) => cell(row, 'at')).filter(Boolean));
  const passed = filled.flatMap((row) => [...several(row, 'via'), cell(row, 'to')]).filter(Boolean);
  const places = [...new Set([...standing, ...passed])];
  return {
    units: filled.length,
    people: filled.reduce((sum, row) => sum + (Number(cell(row, 'people')) || 0), 0),
    nations: [...new Set(filled.map((row) => cell(row, 'nation')).filter(Boolean))],
    places: places.map((id) => ({ id, stands: standing.has(id) })),
    sources: [...new Set(filled.flatMap((row) => several(row, 'basis.sources')))],
  };
}

export interface Frame {
  id: string;
  title: string;
  lang: string;
  host: string;
  timezone: string;
  kind: string;
  dDay: string;
  start: string;
  deadline: string;
  places: { id: string; country: string }[];
  sources: string[];
  tables: Table[];
}

// JSON's texts are YAML's too, whatever is in them.
const text = (value: string): string => JSON.stringify(value);

/** A mission file around lists: a draft, in which what is missing is a doubt and no error. */
export function missionText(frame: Frame): string {
  const lines = ['sortie: 1', 'draft: true', `id: ${text(frame.id)}`];
  if (frame.title) lines.push(`title: {${frame.lang}: ${text(frame.title)}}`);
  lines.push(`timezone: ${text(frame.timezone)}`, `host: ${text(frame.host)}`, `d_day: ${frame.dDay}`);
  lines.push('operation:', `  kind: ${frame.kind}`, `  start: ${text(frame.start)}`, `  deadline: ${text(frame.deadline)}`);
  const without = (name: string) => !frame.tables.some((t) => t.list === name);
  if (without('places')) {
    lines.push(frame.places.length > 0 ? 'places:' : 'places: []');
    for (const p of frame.places) lines.push(`  - {id: ${text(p.id)}${p.country ? `, country: ${text(p.country)}` : ''}}`);
  }
  if (without('sources') && frame.sources.length > 0) {
    lines.push('sources:');
    for (const id of frame.sources) lines.push(`  - {id: ${text(id)}}`);
  }
  for (const t of frame.tables) lines.push(`${t.list}: {${t.sheet ? `xlsx: ${text(t.file)}, sheet: ${text(t.sheet)}` : `csv: ${text(t.file)}`}}`);
  return `${lines.join('\n')}\n`;
}

/** A name as an id of a mission: without an ending, accents and spaces. */
export const idOf = (name: string): string =>
  name
    .replace(/\.[a-z]+$/i, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
