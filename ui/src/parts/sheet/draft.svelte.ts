import { changedCells, keep, rebase, revive, type Clash, type DraftRow, type Held, type Kept } from './merge';
import { groupBy, type Edit } from './sheet';

// What is being changed in a sheet and not saved yet. It is kept in the browser's
// session, so that a reload loses nothing, and follows what others save meanwhile.

const mostSteps = 200;

export class Draft {
  rows = $state.raw<DraftRow[]>([]);
  /** Where somebody else changed the same; to be settled before saving. */
  clashes = $state.raw<Clash[]>([]);
  /** While it is being saved what the server has is not taken over. */
  saving = $state(false);
  /** Whether the browser could keep it. */
  safe = $state(true);
  #base = $state.raw<ReadonlyMap<string, Held>>(new Map());
  #past = $state.raw<DraftRow[][]>([]);
  #future = $state.raw<DraftRow[][]>([]);
  #last = 0;
  #begun = false;

  readonly changed = $derived.by(() => changedCells(this.rows, this.#base));
  readonly removed = $derived.by(() => {
    const there = new Set(this.rows.map((row) => row.key));
    return [...this.#base.keys()].filter((key) => !there.has(key));
  });
  readonly dirty = $derived(this.changed.size > 0 || this.removed.length > 0);
  /** Rows that are new or changed. */
  readonly touched = $derived.by(() => {
    const ids = new Set([...this.changed].map((key) => Number(key.slice(0, key.indexOf(' ')))));
    return this.rows.filter((row) => ids.has(row.id));
  });
  readonly canUndo = $derived(this.#past.length > 0);
  readonly canRedo = $derived(this.#future.length > 0);

  /** `name` is what it is kept by. */
  constructor(private readonly name: string) {}

  #fresh = (): number => ++this.#last;

  /** What the server has of the list now. Returns whether somebody else's changes met the reader's. */
  take(list: Held[]): { clashes: number; others: boolean } {
    const next = new Map(list.map((held) => [held.key, held] as const));
    const before = this.#base;
    for (const [key, held] of next) {
      const was = before.get(key);
      if (was && JSON.stringify(was.cells) === JSON.stringify(held.cells)) next.set(key, was);
    }
    const kept = this.#begun ? null : this.#stored();
    const from = kept ? revive(kept, next, this.#fresh) : { rows: this.rows, base: before };
    const others = this.#begun && this.dirty;
    this.#begun = true;
    const merged = rebase(from.rows, from.base, next, this.#fresh);
    const ids = new Set(merged.rows.map((row) => row.id));
    const still = this.clashes.filter((c) => !merged.clashes.some((n) => n.key === c.key && n.column === c.column) && (c.row === null || ids.has(c.row)));
    this.#past = this.#past.map((rows) => rebase(rows, before, next, this.#fresh).rows);
    this.#future = this.#future.map((rows) => rebase(rows, before, next, this.#fresh).rows);
    this.#base = next;
    this.rows = merged.rows;
    this.clashes = [...still, ...merged.clashes];
    this.#store();
    return { clashes: merged.clashes.length, others };
  }

  apply(edit: Edit): void {
    const byRow = groupBy(edit.cells, (cell) => cell.row);
    const gone = new Set(edit.remove);
    const rows = this.rows.filter((row) => !gone.has(row.id)).map((row) => {
      const cells = byRow.get(row.id);
      return cells ? { ...row, cells: { ...row.cells, ...Object.fromEntries(cells.map((c) => [c.column, c.text])) } } : row;
    });
    this.#go([...rows, ...edit.add.map((cells) => ({ id: this.#fresh(), key: null, cells }))]);
    const settled = (c: Clash) => edit.cells.some((cell) => cell.row === c.row && cell.column === c.column) || (c.row !== null && gone.has(c.row));
    this.clashes = this.clashes.filter((c) => !settled(c));
  }

  #go(rows: DraftRow[]): void {
    this.#past = [...this.#past.slice(-mostSteps + 1), this.rows];
    this.#future = [];
    this.rows = rows;
    this.#store();
  }

  undo(): void {
    const rows = this.#past.at(-1);
    if (!rows) return;
    this.#future = [...this.#future, this.rows];
    this.#past = this.#past.slice(0, -1);
    this.rows = rows;
    this.#store();
  }

  redo(): void {
    const rows = this.#future.at(-1);
    if (!rows) return;
    this.#past = [...this.#past, this.rows];
    this.#future = this.#future.slice(0, -1);
    this.rows = rows;
    this.#store();
  }

  /** Goes back to what the server has; undo brings the changes again. */
  discard(): void {
    const mine = new Map(this.rows.map((row) => [row.key, row]));
    this.clashes = [];
    this.#go([...this.#base.values()].map((held) => ({ id: mine.get(held.key)?.id ?? this.#fresh(), key: held.key, cells: held.cells })));
  }

  /** Settles a clash: theirs is taken, or mine is put again. */
  settle(clash: Clash, whose: 'mine' | 'theirs'): void {
    this.clashes = this.clashes.filter((c) => c !== clash);
    if (whose === 'mine') return;
    const { row, key, column, theirs } = clash;
    if (row === null) this.#go([...this.rows, { id: this.#fresh(), key, cells: this.#base.get(key)?.cells ?? {} }]);
    else if (column === null) this.#go(this.rows.filter((r) => r.id !== row));
    else this.#go(this.rows.map((r) => (r.id === row ? { ...r, cells: { ...r.cells, [column]: theirs ?? '' } } : r)));
  }

  /** What was sent has been saved: it is what the server has now, each row under the key that it gets. */
  saved(sent: DraftRow[], keyOf: (row: DraftRow) => string): void {
    const keys = new Map(sent.map((row) => [row.id, keyOf(row)]));
    this.#base = new Map(sent.map((row) => [keys.get(row.id)!, { key: keys.get(row.id)!, cells: row.cells }]));
    this.rows = this.rows.map((row) => (keys.has(row.id) ? { ...row, key: keys.get(row.id)! } : row));
    this.#past = [];
    this.#future = [];
    this.clashes = [];
    this.#store();
  }

  #stored(): Kept | null {
    const text = sessionStorage.getItem(this.name);
    return text ? (JSON.parse(text) as Kept) : null;
  }

  #store(): void {
    const kept = keep(this.rows, this.#base);
    this.safe = true;
    try {
      if (kept) sessionStorage.setItem(this.name, JSON.stringify(kept));
      else sessionStorage.removeItem(this.name);
    } catch {
      this.safe = false; // the browser's session is full
    }
  }
}
