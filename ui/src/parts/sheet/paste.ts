import { nothing, type Cells, type Column, type Edit, type SheetRow } from './sheet';
import { normal, type Habits } from './values';

// What pasting, filling and clearing do to a sheet.

/** A rectangle of cells, by row ids and column keys in the order in which they are shown. */
export interface Block {
  rows: number[];
  columns: string[];
}

export interface Pasted {
  edit: Edit;
  /** What becomes selected. */
  block: Block;
  /** Headers that name no column of the sheet: what stands below them was not taken. */
  unknown: string[];
}

const plain = (text: string): string => text.trim().toLowerCase().replace(/\s*\(.*\)$/, '');

/** Columns that a sheet may have besides those it shows, by what a header calls them. */
export type Finder = (header: string) => Column | undefined;

/** The columns that a row of headers names; null where the row is no header. */
export function headers(row: string[], columns: Column[], find?: Finder): (Column | null)[] | null {
  const named = row.map((text) => columns.find((c) => plain(c.key) === plain(text) || plain(c.title) === plain(text)) ?? find?.(plain(text)) ?? null);
  const hits = named.filter(Boolean).length;
  return hits >= 2 && hits * 2 >= row.filter((text) => text.trim()).length ? named : null;
}

/**
 * Puts a table onto the sheet. With a row of headers each column goes where its
 * header says, below the block's first row, or into new rows where `rows` is at
 * its end; without, from the block's first cell on. A single cell fills the block.
 */
export function paste(table: string[][], rows: SheetRow[], columns: Column[], at: Block, habits: Habits, find?: Finder): Pasted {
  const header = table.length > 1 ? headers(table[0]!, columns, find) : null;
  const first = columns.findIndex((c) => c.key === at.columns[0]);
  const fills = !header && table.length === 1 && table[0]!.length === 1;
  const body = header ? table.slice(1) : fills ? at.rows.map(() => at.columns.map(() => table[0]![0]!)) : table;
  const target = (i: number): Column | null | undefined => (header ? header[i] : columns[first + i]);
  const start = header && header.some((c) => c && c === columns[0]) ? rows.length : rows.findIndex((r) => r.id === at.rows[0]);
  const edit: Edit = { cells: [], add: [], remove: [] };
  const touched: Block = { rows: [], columns: [] };
  const used = new Set<string>();
  body.forEach((texts, i) => {
    const row = rows[start + i];
    const made: Record<string, string> = {};
    texts.forEach((text, j) => {
      const column = target(j);
      if (!column || column.readonly) return;
      used.add(column.key);
      made[column.key] = normal(column, text, habits);
    });
    if (row) {
      touched.rows.push(row.id);
      for (const [column, text] of Object.entries(made)) if ((row.cells[column] ?? '') !== text) edit.cells.push({ row: row.id, column, text });
    } else if (Object.values(made).some((text) => text !== '')) edit.add.push(filled(made));
  });
  touched.columns = columns.map((c) => c.key).filter((key) => used.has(key));
  const unknown = header ? table[0]!.filter((text, i) => text.trim() && !header[i]) : [];
  return { edit, block: touched, unknown };
}

const filled = (cells: Record<string, string>): Cells => Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== ''));

/** Gives every cell of the block the text of its first row, or of its first column. */
export function fill(rows: SheetRow[], columns: Column[], at: Block, direction: 'down' | 'right'): Edit {
  const cells = rows.filter((r) => at.rows.includes(r.id));
  const edit: Edit = { ...nothing, cells: [] };
  for (const row of cells) {
    for (const key of at.columns) {
      if (columns.find((c) => c.key === key)?.readonly) continue;
      const text = (direction === 'down' ? cells[0]!.cells[key] : row.cells[at.columns[0]!]) ?? '';
      if ((row.cells[key] ?? '') !== text) edit.cells.push({ row: row.id, column: key, text });
    }
  }
  return edit;
}

/** Empties the block. */
export function clear(rows: SheetRow[], columns: Column[], at: Block): Edit {
  const keys = at.columns.filter((key) => !columns.find((c) => c.key === key)?.readonly);
  const held = new Set(at.rows);
  const cells = rows.filter((r) => held.has(r.id)).flatMap((r) => keys.filter((key) => r.cells[key]).map((column) => ({ row: r.id, column, text: '' })));
  return { ...nothing, cells };
}
