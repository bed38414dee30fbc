import type { Cells, Column, SheetError } from './sheet';
import { read, write, type Fault, type Habits, type Reading } from './values';

// How things of a mission become rows of cells, and cells things again.

/** A column and where its value stands in the thing: `['handles', 'air', 'runway']`. */
export interface Field extends Column {
  path: readonly string[];
  /** Of a yes: that there is an object here, such as a place's handling of a mode, says it. */
  holds?: boolean;
  /** How a value is written that is more than one figure. */
  codec?: { write(value: unknown): string; read(text: string, habits: Habits): Reading };
}

type Thing = Record<string, unknown>;
const own = (thing: unknown, key: string): unknown => (thing !== null && typeof thing === 'object' && Object.hasOwn(thing, key) ? (thing as Thing)[key] : undefined);

export const valueAt = (thing: object, path: readonly string[]): unknown => path.reduce<unknown>(own, thing);

const textOf = (field: Field, value: unknown): string => {
  if (field.codec && value !== undefined) return field.codec.write(value);
  return write(field, field.holds ? value !== undefined : value);
};

export function cellsOf(thing: object, fields: Field[]): Cells {
  const cells: Record<string, string> = {};
  for (const field of fields) {
    if (field.readonly) continue;
    const text = textOf(field, valueAt(thing, field.path));
    if (text !== '') cells[field.key] = text;
  }
  return cells;
}

/** Puts a value in its place; undefined takes it away, and with it what held nothing else but may not be empty. */
function put(thing: Thing, path: readonly string[], value: unknown, prune: boolean): void {
  const [head, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) {
    if (value === undefined) delete thing[head];
    else Object.defineProperty(thing, head, { value, enumerable: true, writable: true, configurable: true });
    return;
  }
  const before = own(thing, head);
  const inner = (before !== null && typeof before === 'object' ? before : /^\d+$/.test(rest[0]!) ? [] : {}) as Thing;
  put(inner, rest, value, prune);
  put(thing, [head], !prune || Object.keys(inner).length > 0 ? inner : undefined, prune);
}

export interface Built {
  thing: object;
  faults: { column: string; fault: Fault }[];
}

/**
 * The thing that cells say. Cells that say what they said `before` leave its values
 * as they are, to the second; what no column shows stays too. What cannot be read
 * is a fault, and stands in the thing as text.
 */
export function thingOf(cells: Cells, fields: Field[], before: object | undefined, habits: Habits): Built {
  const thing: Thing = before ? (structuredClone(before) as Thing) : {};
  const faults: Built['faults'] = [];
  // What says that there is nothing here at all has the last word.
  for (const field of [...fields].sort((a, b) => Number(a.holds ?? false) - Number(b.holds ?? false))) {
    if (field.readonly) continue;
    const text = cells[field.key] ?? '';
    if (textOf(field, valueAt(before ?? {}, field.path)) === text) continue;
    const reading = field.codec && text.trim() !== '' ? field.codec.read(text, habits) : read(field, text, habits);
    if ('fault' in reading) faults.push({ column: field.key, fault: reading.fault });
    const value = 'fault' in reading ? text : field.holds && reading.value ? (valueAt(thing, field.path) ?? {}) : reading.value;
    put(thing, field.path, value, field.path[0] !== 'handles');
  }
  return { thing, faults };
}

interface Finding {
  path?: string;
  message: string;
  hint?: string;
  severity?: string;
  rule?: string;
}

/** `units[3].via[0]` → ['units', '3', 'via', '0'] */
export const steps = (path: string): string[] => path.replaceAll('[', '.').replaceAll(']', '').split('.').filter(Boolean);

/** A path that names a thing by its id, `units["kg-company"].people`, by where the thing is in its list instead. */
export function byIndex(path: string, byId: ReadonlyMap<string, number>): string {
  return path.replace(/^(\w+)\["((?:[^"\\]|\\.)*)"\]/, (whole, list: string, id: string) => {
    const index = byId.get(JSON.parse(`"${id}"`) as string);
    return index === undefined ? whole : `${list}[${index}]`;
  });
}

/** A finding about a list as the error of a cell: of the longest field whose path it is in, or else of the first. Null: it is about something else. */
export function errorOf(finding: Finding, list: string, ids: number[], fields: Field[]): SheetError | null {
  const [head, index, ...rest] = steps(finding.path ?? '');
  const row = ids[Number(index)];
  if (head !== list || row === undefined || finding.severity === 'note') return null;
  const within = fields.filter((f) => f.path.every((step, i) => rest[i] === step)).sort((a, b) => b.path.length - a.path.length);
  // A finding about a place's handling or a unit's equipment as a whole stands at its first column.
  const field = within[0] ?? fields.find((f) => rest.length > 0 && rest.every((step, i) => f.path[i] === step)) ?? fields[0]!;
  return { row, column: field.key, message: finding.message, severity: finding.severity === 'error' ? 'error' : 'doubt', ...(finding.hint && { hint: finding.hint }) };
}
