import { untrack } from 'svelte';
import { answer, api, Refused, type Mission, type Problem, type Schemas } from '../../api/client';
import type { OpenMission } from '../../api/mission.svelte';
import { lang, say } from '../../lang/lang.svelte';
import { Draft } from './draft.svelte';
import { byIndex, cellsOf, errorOf, thingOf, type Built, type Field } from './fields';
import type { DraftRow } from './merge';
import { cellKey, type SheetError, type SheetRow } from './sheet';

// A list of the mission as a sheet: its draft, what the server's check says of it
// while it is typed, and saving it.

export type ListName = 'units' | 'places' | 'links' | 'fleets' | 'clearances' | 'tasks';
/** Who was first, where somebody else changed the mission. */
export type First = NonNullable<Problem['conflict']>;

/** What is to be saved: rows in order, with the things that they say. */
export interface Change {
  rows: { row: DraftRow; thing: object }[];
  /** Those that are new or changed. */
  touched: { row: DraftRow; thing: object }[];
  /** Keys of what is taken out. */
  removed: string[];
}

export interface ListKind {
  name: ListName;
  fields(mission: Mission, rows: SheetRow[]): Field[];
  /** What its columns depend on besides the mission; while it says the same they stay. */
  shape?(mission: Mission, rows: SheetRow[]): string;
  /** Sends a change; the answer's status is what it was refused with. */
  save(open: OpenMission, change: Change, note: string): Promise<Schemas['Saved']>;
}

/** What tells the things of a list apart: their ids, or what a link joins. */
export function keysOf(things: readonly object[]): string[] {
  const used = new Map<string, number>();
  return things.map((thing) => {
    const { id, mode, from, to, between } = thing as { id?: string; mode?: string; from?: string; to?: string; between?: string[] };
    const key = id ?? `${mode} ${between ? between.join('–') : `${from}→${to}`}`;
    const n = (used.get(key) ?? 0) + 1;
    used.set(key, n);
    return n === 1 ? key : `${key} #${n}`;
  });
}

export class ListSheet {
  readonly draft: Draft;
  /** Findings of the server's check, by row; and what it finds wrong elsewhere, which this draft has caused. */
  #found = $state.raw<SheetError[]>([]);
  elsewhere = $state.raw<string[]>([]);
  checking = $state(false);
  /** Why it was not saved. */
  refused = $state.raw<Refused | null>(null);
  /** Who changed the mission while it was being changed here. */
  first = $state.raw<First | null>(null);
  #built = new WeakMap<DraftRow, { fields: Field[]; built: Built }>();

  constructor(
    private readonly open: OpenMission,
    private readonly kind: ListKind,
  ) {
    this.draft = new Draft(`sheet ${open.id} ${kind.name}`);
  }

  readonly things = $derived.by((): ReadonlyMap<string, object> => {
    const things: object[] = this.open.mission?.[this.kind.name] ?? [];
    const keys = keysOf(things);
    return new Map(things.map((thing, i) => [keys[i]!, thing]));
  });
  readonly #shape = $derived.by(() => this.open.mission && this.kind.shape?.(this.open.mission, this.draft.rows));
  readonly fields = $derived.by((): Field[] => {
    const { mission } = this.open;
    void [this.#shape, lang()];
    return mission ? untrack(() => this.kind.fields(mission, this.draft.rows)) : [];
  });

  build(row: DraftRow): Built {
    const known = this.#built.get(row);
    if (known?.fields === this.fields) return known.built;
    const built = thingOf(row.cells, this.fields, row.key === null ? undefined : this.things.get(row.key), { lang: lang() });
    this.#built.set(row, { fields: this.fields, built });
    return built;
  }

  readonly errors = $derived.by((): SheetError[] => {
    const faults = this.draft.rows.flatMap((row) => this.build(row).faults.map(({ column, fault }): SheetError => ({ row: row.id, column, message: say(`sheet.${fault}`), severity: 'error' })));
    const own = new Set(faults.map((e) => cellKey(e.row, e.column)));
    const there = new Set(this.draft.rows.map((row) => row.id));
    const found = this.#found.filter((e) => there.has(e.row) && !own.has(cellKey(e.row, e.column)));
    // Where a cell has the same finding twice, as of two lists of one place, it is said once.
    return [...new Map([...faults, ...found].map((e) => [`${e.row} ${e.column} ${e.message}`, e])).values()];
  });
  readonly wrong = $derived(this.errors.some((e) => e.severity === 'error') || this.elsewhere.length > 0);

  /** Takes over what the server has now. */
  take(): void {
    const { mission, heard } = this.open;
    if (!mission) return;
    const fields = this.kind.fields(mission, this.draft.rows);
    const { others } = this.draft.take([...this.things].map(([key, thing]) => ({ key, cells: cellsOf(thing, fields) })));
    if (others && heard && heard.kind === 'revision') this.first = { actor: heard.actor, at: heard.at, changed: heard.seq };
    if (!this.draft.dirty) this.first = null;
  }

  /** Asks the server what it finds of the mission with this draft in it; nothing is saved. */
  async check(signal: AbortSignal): Promise<void> {
    const { mission } = this.open;
    if (!mission) return;
    const { others: _others, after_others: _after, ...file } = mission;
    const rows = this.draft.rows;
    this.checking = true;
    try {
      const body = { ...file, [this.kind.name]: rows.map((row) => this.build(row).thing) };
      const checked = await answer(api.POST('/api/check', { body, signal }));
      const ids = rows.map((row) => row.id);
      const about = checked.findings.filter((f) => f.rule !== 'assumed').map((finding) => ({ finding, error: errorOf(finding, this.kind.name, ids, this.fields) }));
      this.#found = about.flatMap(({ error }) => error ?? []);
      this.elsewhere = this.draft.dirty ? about.filter(({ finding, error }) => !error && finding.severity === 'error').map(({ finding }) => `${finding.path ?? ''}: ${finding.message}`) : [];
    } catch (problem) {
      if (signal.aborted) return;
      if (!(problem instanceof Refused)) throw problem;
    } finally {
      if (!signal.aborted) this.checking = false;
    }
  }

  /** Saves the draft as one revision; null where it was refused, and why is in `refused` or `first`. */
  async save(note: string): Promise<Schemas['Saved'] | null> {
    const { draft } = this;
    await this.check(new AbortController().signal);
    if (this.wrong) return null;
    const rows = draft.rows.map((row) => ({ row, thing: this.build(row).thing }));
    const touched = new Set(draft.touched);
    const change: Change = { rows, touched: rows.filter(({ row }) => touched.has(row)), removed: draft.removed };
    this.refused = null;
    draft.saving = true;
    try {
      const saved = await this.kind.save(this.open, change, note);
      const keys = keysOf(rows.map(({ thing }) => thing));
      const byRow = new Map(rows.map(({ row }, i) => [row.id, keys[i]!]));
      draft.saved(rows.map(({ row }) => row), (row) => byRow.get(row.id)!);
      this.first = null;
      await this.open.readMission();
      return saved;
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      if (problem.status === 412) {
        this.first = problem.problem.conflict ?? null;
        await this.open.readMission();
      } else {
        this.refused = problem;
        const ids = rows.map(({ row }) => row.id);
        const byId = new Map(draft.rows.map((row, i) => [row.cells['id'] ?? '', i]));
        this.#found = (problem.problem.errors ?? []).flatMap((e) => errorOf({ ...e, path: byIndex(e.path ?? '', byId), severity: 'error' }, this.kind.name, ids, this.fields) ?? []);
      }
      return null;
    } finally {
      draft.saving = false;
    }
  }
}

