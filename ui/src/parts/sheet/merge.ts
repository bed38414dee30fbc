import { cellKey, type Cells, type SheetRow } from './sheet';

// Two people change the same list: what each did is told apart cell by cell, by
// what both began with.

/** A row as the server has it; its key stays while it is there. */
export interface Held {
  readonly key: string;
  readonly cells: Cells;
}

/** A row as the reader has it; one that the server does not have yet has no key. */
export interface DraftRow extends SheetRow {
  readonly key: string | null;
}

/** Where both changed the same to something else. An absent column means the row itself; null that it is not there any more. */
export interface Clash {
  /** Id of the row in the sheet; null where the reader took it out. */
  row: number | null;
  key: string;
  column: string | null;
  mine: string | null;
  theirs: string | null;
}

export interface Merged {
  rows: DraftRow[];
  clashes: Clash[];
}

const keys = (...all: Cells[]): string[] => [...new Set(all.flatMap((cells) => Object.keys(cells)))];
/** The columns in which two rows differ. */
export const differing = (a: Cells, b: Cells): string[] => (a === b ? [] : keys(a, b).filter((key) => (a[key] ?? '') !== (b[key] ?? '')));

/** The cells of a row that three ways lead to, and the columns in which they do not agree. */
export function mergeCells(base: Cells, mine: Cells, theirs: Cells): { cells: Cells; clashes: string[] } {
  const changed = differing(base, mine);
  if (changed.length === 0) return { cells: theirs, clashes: [] };
  const cells: Record<string, string> = { ...theirs };
  for (const key of changed) cells[key] = mine[key] ?? '';
  const clashes = changed.filter((key) => (theirs[key] ?? '') !== (base[key] ?? '') && (theirs[key] ?? '') !== (mine[key] ?? ''));
  return { cells: differing(theirs, cells).length === 0 ? theirs : cells, clashes };
}

/**
 * What the reader did to `base`, done to `next` instead. Where somebody else did
 * otherwise with the same cell the reader's stays, and a clash says so.
 */
export function rebase(rows: DraftRow[], base: ReadonlyMap<string, Held>, next: ReadonlyMap<string, Held>, fresh: () => number): Merged {
  const clashes: Clash[] = [];
  const out: DraftRow[] = [];
  const kept = new Set<string>();
  for (const row of rows) {
    const was = row.key === null ? undefined : base.get(row.key);
    if (row.key === null || !was) {
      out.push(row);
      continue;
    }
    kept.add(row.key);
    const now = next.get(row.key);
    if (now?.cells === was.cells) out.push(row);
    else if (now) {
      const merged = mergeCells(was.cells, row.cells, now.cells);
      out.push(merged.cells === row.cells ? row : { ...row, cells: merged.cells });
      for (const column of merged.clashes) clashes.push({ row: row.id, key: row.key, column, mine: row.cells[column] ?? '', theirs: now.cells[column] ?? '' });
    } else if (differing(was.cells, row.cells).length > 0) {
      out.push({ ...row, key: null });
      clashes.push({ row: row.id, key: row.key, column: null, mine: row.key, theirs: null });
    }
  }
  for (const [key, held] of next) {
    const was = base.get(key);
    if (kept.has(key)) continue;
    if (!was) out.push({ id: fresh(), key, cells: held.cells });
    else if (differing(was.cells, held.cells).length > 0) clashes.push({ row: null, key, column: null, mine: null, theirs: key });
  }
  return { rows: out, clashes };
}

/** The cells that differ from what the server has. */
export function changedCells(rows: DraftRow[], base: ReadonlyMap<string, Held>): Set<string> {
  const out = new Set<string>();
  for (const row of rows) {
    const was = row.key === null ? {} : (base.get(row.key)?.cells ?? {});
    for (const column of differing(was, row.cells)) out.add(cellKey(row.id, column));
  }
  return out;
}

/** What was done to a sheet, small enough to be kept through a reload. */
export interface Kept {
  base: Held[];
  rows: { key: string | null; cells: Cells }[];
  removed: string[];
}

export function keep(rows: DraftRow[], base: ReadonlyMap<string, Held>): Kept | null {
  const there = new Set(rows.map((row) => row.key));
  const removed = [...base.keys()].filter((key) => !there.has(key));
  const touched = rows.filter((row) => row.key === null || differing(base.get(row.key)?.cells ?? {}, row.cells).length > 0);
  if (removed.length === 0 && touched.length === 0) return null;
  const held = [...removed, ...touched.map((row) => row.key)].map((key) => (key === null ? undefined : base.get(key)));
  return { base: held.filter((h) => h !== undefined), rows: touched.map(({ key, cells }) => ({ key, cells })), removed };
}

/** The rows that a kept draft was of, and what they began with: to be rebased on what the server has now. */
export function revive(kept: Kept, next: ReadonlyMap<string, Held>, fresh: () => number): { rows: DraftRow[]; base: Map<string, Held> } {
  const base = new Map(next);
  for (const held of kept.base) base.set(held.key, held);
  const mine = new Map(kept.rows.filter((row) => row.key !== null).map((row) => [row.key, row.cells]));
  const removed = new Set(kept.removed);
  const rows = [...base.values()].filter((held) => !removed.has(held.key)).map((held) => ({ id: fresh(), key: held.key, cells: mine.get(held.key) ?? held.cells }));
  const added = kept.rows.filter((row) => row.key === null).map(({ cells }) => ({ id: fresh(), key: null, cells }));
  return { rows: [...rows, ...added], base };
}
