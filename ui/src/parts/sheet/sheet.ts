// What a sheet is made of. A cell is text, as it was typed or pasted: what cannot
// be read stays where it is, with its error, until it is mended.

export type Kind = 'text' | 'whole' | 'decimal' | 'choice' | 'list' | 'time' | 'duration' | 'yes' | 'counts';

/** Something that may be chosen in a cell; its label is shown beside its value. */
export interface Choice {
  value: string;
  label?: string;
}

export interface Column {
  /** Of its cells; also recognised as the header of what is pasted. */
  key: string;
  title: string;
  kind: Kind;
  /** Unit of measure of its figures, shown in the header. */
  unit?: string;
  /** What it means, for the header's title. */
  hint?: string;
  /** Time zone of its times. */
  zone?: string;
  /** Day D as 2022-01-11: times may be given from it, and show how far they are from it. */
  dday?: string;
  choices?: Choice[];
  /** In pixels. */
  width?: number;
  /** Computed or fixed: never typed. */
  readonly?: boolean;
  /** Its sum stands in the totals row. */
  total?: boolean;
}

/** Column key → text; an absent key is an empty cell. */
export type Cells = Readonly<Record<string, string>>;

/** A row never changes: another row of the same id takes its place. */
export interface SheetRow {
  readonly id: number;
  readonly cells: Cells;
  /** Why its figures are assumed; it looks assumed then. */
  readonly assumed?: string;
}

export interface SheetError {
  /** Id of the row. */
  row: number;
  /** Key of the column. */
  column: string;
  message: string;
  hint?: string;
  severity: 'error' | 'doubt';
}

export interface CellEdit {
  row: number;
  column: string;
  text: string;
}

/** What one action of the reader does to a sheet, and what one undo takes back. */
export interface Edit {
  cells: CellEdit[];
  add: Cells[];
  remove: number[];
}

export const nothing: Edit = { cells: [], add: [], remove: [] };
export const cellKey = (row: number, column: string): string => `${row} ${column}`;

/** An id that no row has: `unit-21`. */
export function freeId(name: string, rows: SheetRow[]): string {
  const taken = new Set(rows.map((row) => row.cells['id']));
  let n = rows.length + 1;
  while (taken.has(`${name}-${n}`)) n++;
  return `${name}-${n}`;
}

/** Things by a key, in the order in which they come (`Map.groupBy`, which older browsers have not). */
export function groupBy<K, T>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const thing of things) {
    const group = groups.get(keyOf(thing));
    if (group) group.push(thing);
    else groups.set(keyOf(thing), [thing]);
  }
  return groups;
}
