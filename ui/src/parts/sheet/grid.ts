import {
  ColumnCalcsModule,
  EditModule,
  FilterModule,
  FormatModule,
  FrozenColumnsModule,
  InteractionModule,
  KeybindingsModule,
  ResizeColumnsModule,
  ResizeTableModule,
  SelectRangeModule,
  SortModule,
  Tabulator,
  type CellComponent,
  type ColumnDefinition,
  type RangeComponent,
  type RowComponent,
} from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator_simple.min.css';
import './sheet.css';
import { editor, figures, formatter, title, type Leave, type Look } from './cells';
import type { Block } from './paste';
import type { Column, SheetRow } from './sheet';

Tabulator.registerModule([
  ColumnCalcsModule, EditModule, FilterModule, FormatModule, FrozenColumnsModule, InteractionModule,
  KeybindingsModule, ResizeColumnsModule, ResizeTableModule, SelectRangeModule, SortModule,
]);

// The table library behind a sheet: rows by need, ranges of cells, sorting,
// filtering, sums. Its own clipboard and history are not used: they know neither
// quoted cells nor new rows, and take a paste back cell by cell.

export interface Told {
  /** What was typed into a cell. */
  typed(row: number, column: string, text: string): void;
  /** The cells that are selected now. */
  selected(block: Block): void;
}

export interface Setting extends Look {
  label: string;
  columns: Column[];
  readonly: boolean;
  filters: boolean;
  filterOf(column: Column): string;
  height: string;
  /** Sorts before what is behind in the reader's language. */
  compare(a: string, b: string): number;
  /** The sum of a column as shown. */
  sum(column: Column, total: number): string;
}

type Data = { _id: number } & Record<string, unknown>;
let lists = 0;
const number = (text: unknown): number => (text === '' || text === undefined ? NaN : Number(text));

export class Grid {
  #table: Tabulator;
  #rows: SheetRow[] = [];
  #ids: ReadonlySet<number> = new Set();
  #ready: Promise<void>;
  #begin: string | null = null;
  #lists = new Map<string, HTMLDataListElement>();
  #gone = false;
  #shown: Promise<void> = Promise.resolve();
  #typing: Promise<void> | null = null; // kept when the field that is open is left

  constructor(
    private readonly home: HTMLElement,
    private setting: Setting,
    private readonly told: Told,
  ) {
    const holder = document.createElement('div');
    home.append(holder);
    this.#table = new Tabulator(holder, {
      index: '_id',
      nestedFieldSeparator: false,
      columns: this.#definitions(),
      data: [],
      layout: 'fitData',
      maxHeight: setting.height,
      rowHeight: 34,
      editTriggerEvent: 'dblclick',
      selectableRange: 1,
      ...({ selectableRangeAutoFocus: false } as object), // its types know it not
      columnCalcs: 'table',
      columnDefaults: { headerWordWrap: true, resizable: 'header', headerSortTristate: true },
      keybindings: { navPrev: false, navNext: false, scrollPageUp: false, scrollPageDown: false, scrollToStart: false, scrollToEnd: false } as never,
    });
    this.#ready = new Promise((done) => this.#table.on('tableBuilt', () => done()));
    let left: (() => void) | undefined;
    this.#table.on('cellEditing', () => void (this.#typing = new Promise((done) => (left = done))));
    this.#table.on('cellEditCancelled', () => {
      this.#typing = null;
      left?.();
    });
    const selected = (range: RangeComponent) => this.told.selected(this.#blockOf(range));
    this.#table.on('rangeChanged' as never, selected as never);
    this.#table.on('rangeAdded' as never, selected as never);
    void this.#ready.then(() => this.#label());
  }

  destroy(): void {
    this.#gone = true;
    void this.#ready.then(() => this.#table.destroy());
    for (const list of this.#lists.values()) list.remove();
  }

  /** Shows other columns, or the same in another language. */
  async set(setting: Setting): Promise<void> {
    await this.#ready;
    if (this.#gone) return;
    this.setting = setting;
    for (const list of this.#lists.values()) list.remove();
    this.#lists.clear();
    this.#table.setColumns(this.#definitions());
    this.#label();
  }

  /** Shows these rows, and only what has changed anew. */
  show(rows: SheetRow[]): Promise<void> {
    return (this.#shown = this.#shown.then(() => this.#show(rows)));
  }

  async #show(rows: SheetRow[]): Promise<void> {
    await this.#still();
    if (this.#gone) return;
    const before = this.#rows;
    this.#rows = rows;
    this.#ids = new Set(rows.map((row) => row.id));
    if (before.length === rows.length && before.every((row, i) => row.id === rows[i]!.id)) {
      const changed = rows.filter((row, i) => row !== before[i]);
      if (changed.length === 0) return;
      if (changed.length < 400) return void (await this.#table.updateData(changed.map((row) => this.#data(row))));
    }
    // Rows that come and go: all of them anew, seen from where they were seen.
    const at = this.selection();
    const body = this.home.querySelector('.tabulator-tableholder')!;
    const { scrollTop, scrollLeft } = body;
    await this.#table.setData(rows.map((row) => this.#data(row)));
    if (at) this.select(at);
    body.scrollTo(scrollLeft, scrollTop);
  }

  /** Draws rows anew whose marks have changed. */
  async redraw(ids: Iterable<number>): Promise<void> {
    await this.#shown;
    await this.#still();
    if (this.#gone) return;
    for (const id of ids) this.#row(id)?.reformat();
  }

  /** Waits until nothing is being typed: a row that is drawn anew takes the field away, with what stands in it. */
  async #still(): Promise<void> {
    await this.#ready;
    while (this.#typing && !this.#gone) await this.#typing;
  }

  /** Rows as they are sorted and filtered now. */
  shown(): SheetRow[] {
    const byId = new Map(this.#rows.map((row) => [row.id, row]));
    return this.#table.getRows('active').map((row) => byId.get(row.getIndex() as number)!).filter(Boolean);
  }

  selection(): Block | null {
    const range = this.#table.getRanges()[0];
    const block = range && this.#blockOf(range);
    return block && block.rows.length > 0 ? block : null;
  }

  /** Selects a block; false where it is not shown. */
  select(block: Block): boolean {
    const cell = (row: number | undefined, column: string | undefined) => {
      const found = row === undefined ? null : this.#row(row);
      return found && column ? found.getCell(column) : null;
    };
    const [start, end] = [cell(block.rows[0], block.columns[0]), cell(block.rows.at(-1), block.columns.at(-1))];
    if (!start || !end) return false;
    const range = this.#table.getRanges()[0];
    if (range) range.setBounds(start, end);
    else this.#table.addRange(start, end);
    return true;
  }

  /** Goes to a cell and gives the sheet the keyboard. */
  async goTo(row: number, column: string): Promise<void> {
    await this.#ready;
    await this.#shown;
    await this.#table.scrollToRow(row, 'center', false).catch(() => undefined);
    void this.#table.scrollToColumn(column, 'middle', false); // its promise is never kept
    this.select({ rows: [row], columns: [column] });
    this.focus();
    // The window shows it too, above what lies over its lower end.
    this.#row(row)?.getElement().scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  focus(): void {
    this.home.querySelector<HTMLElement>('.tabulator-tableholder')?.focus({ preventScroll: true });
  }

  /** Sorts by a column: up, then down, then as it was. */
  sort(column: string): void {
    const now = this.#table.getSorters().find((s) => s.field === column)?.dir;
    if (now === 'desc') void this.#table.clearSort();
    else this.#table.setSort(column, now ? 'desc' : 'asc');
  }

  /** Begins to type into the selected cell, with a first character or with what is there. */
  edit(first: string | null): void {
    const at = this.selection();
    const [row, key] = [at && this.#row(at.rows[0]!), at?.columns[0]];
    const cell = row && key ? row.getCell(key) : null;
    if (!cell || this.#column(key!)?.readonly || this.setting.readonly) return;
    this.#begin = first;
    cell.edit(true);
    this.#begin = null;
  }

  /** Asked of a row that is not there the table complains in the console. */
  #row(id: number): RowComponent | null {
    return this.#ids.has(id) ? this.#table.getRow(id) : null;
  }

  #column(key: string): Column | undefined {
    return this.setting.columns.find((c) => c.key === key);
  }

  #data(row: SheetRow): Data {
    return { _id: row.id, ...Object.fromEntries(this.setting.columns.map((c) => [c.key, row.cells[c.key] ?? ''])) };
  }

  #blockOf(range: RangeComponent): Block {
    return { rows: range.getRows().map((r) => r.getIndex() as number), columns: range.getColumns().map((c) => c.getField()) };
  }

  #typed(cell: CellComponent, text: string, leave: Leave): void {
    const row = cell.getRow().getIndex() as number;
    this.told.typed(row, cell.getField(), text);
    const keys = this.setting.columns.map((c) => c.key);
    const at = keys.indexOf(cell.getField());
    const next = leave === 'down' ? (cell.getRow().getNextRow() as RowComponent | false) : cell.getRow();
    const column = keys[at + (leave === 'right' ? 1 : leave === 'left' ? -1 : 0)] ?? keys[at]!;
    if (leave === 'stay') return;
    this.select({ rows: [next ? (next.getIndex() as number) : row], columns: [column] });
    this.focus();
  }

  #list(column: Column): string | undefined {
    if (!column.choices?.length) return undefined;
    let list = this.#lists.get(column.key);
    if (!list) {
      list = document.createElement('datalist');
      list.id = `sheet-list-${++lists}`;
      list.append(...column.choices.map(({ value, label }) => Object.assign(document.createElement('option'), { value, label: label ?? '' })));
      this.home.append(list);
      this.#lists.set(column.key, list);
    }
    return list.id;
  }

  #definitions(): ColumnDefinition[] {
    const { columns, readonly, filters } = this.setting;
    return columns.map((column, i): ColumnDefinition => ({
      field: column.key,
      title: column.title,
      titleFormatter: title(column),
      formatter: formatter(column, this.setting),
      width: column.width ?? 120,
      frozen: i === 0,
      hozAlign: figures(column) ? 'right' : 'left',
      headerHozAlign: figures(column) ? 'right' : 'left',
      sorter: (a: unknown, b: unknown) => (figures(column) ? (number(a) || 0) - (number(b) || 0) : this.setting.compare(String(a ?? ''), String(b ?? ''))),
      ...(!readonly && !column.readonly && { editor: editor(column, (c) => this.#list(c), () => this.#begin, (...typed) => this.#typed(...typed)) }),
      ...(filters && {
        headerFilter: 'input' as const,
        headerFilterParams: { elementAttributes: { 'aria-label': this.setting.filterOf(column) } },
        headerFilterFunc: (wanted: string, value: unknown) => passes(column, wanted, String(value ?? ''), this.setting),
      }),
      ...(column.total && {
        bottomCalc: (values: unknown[]) => values.reduce((sum: number, v) => sum + (number(v) || 0), 0),
        bottomCalcFormatter: (cell: CellComponent) => Object.assign(document.createElement('span'), { textContent: this.setting.sum(column, Number(cell.getValue())) }),
      }),
      ...(i === 0 && columns.some((c) => c.total) && {
        bottomCalc: () => '',
        bottomCalcFormatter: () => Object.assign(document.createElement('span'), { textContent: 'Σ' }),
      }),
    }));
  }

  /** Names the grid and takes away what its roles may not hold. */
  #label(): void {
    const grid = this.home.querySelector('.tabulator')!;
    grid.setAttribute('aria-label', this.setting.label);
    grid.setAttribute('aria-readonly', String(this.setting.readonly));
    // What has the keyboard is the body: of rows, as a grid's children have to be.
    grid.querySelector('.tabulator-tableholder')!.setAttribute('role', 'rowgroup');
    grid.querySelector('.tabulator-table')!.setAttribute('role', 'none');
    grid.querySelector('.tabulator-header')!.removeAttribute('tabindex');
  }
}

/** Whether a cell's text passes what was typed above its column: a part of it, or `>100`, `<=5`. */
export function passes(column: Column, wanted: string, text: string, look: Pick<Look, 'shown'>): boolean {
  const figure = /^\s*(<=|>=|<|>|=)\s*(-?\d+(?:[.,]\d+)?)\s*$/.exec(wanted);
  if (figure && figures(column)) {
    const [a, b] = [number(text), Number(figure[2]!.replace(',', '.'))];
    return { '<': a < b, '<=': a <= b, '>': a > b, '>=': a >= b, '=': a === b }[figure[1]!]!;
  }
  const part = wanted.trim().toLowerCase();
  const { text: shown, beside } = look.shown(column, text);
  return `${text} ${shown} ${beside ?? ''}`.toLowerCase().includes(part);
}
