import { answer, api, Refused, type Schemas } from '../../../api/client';
import { form, kindOf, type Loaded } from './files';
import type { Detail, Spot } from './findings';

// The mission that is being made: its files as they are now, and what the server
// says of them. It outlives the room, so that looking elsewhere, or signing in
// again, loses nothing that was typed.

/** How long the server waits for the next key before it is asked again, in milliseconds. */
const pause = 400;
/** Where the tab keeps the draft, and how long a text it keeps. */
const key = 'mission draft';
const most = 2_000_000;

class MissionDraft {
  files = $state.raw<Loaded[]>([]);
  /** Name of the file that is open in the editor. */
  open = $state('');
  /** What the server found, newest first asked; null until it has answered once. */
  checked = $state.raw<Schemas['Checked'] | null>(null);
  /** Findings have not caught up with what is typed. */
  behind = $state(false);
  /** Why it could not be checked or added. */
  refused = $state.raw<Refused | null>(null);
  /** Where the editor is to go. */
  place = $state.raw<Spot | null>(null);

  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  readonly findings: Detail[] = $derived(this.checked?.findings ?? []);
  readonly current: Loaded | null = $derived(this.files.find((f) => f.name === this.open) ?? this.files[0] ?? null);

  constructor() {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? '[]') as [name: string, text: string][];
    if (kept.length > 0) this.put(kept.map(([name, text]) => written(name, text)));
  }

  /** Keeps the draft for when the page is loaded anew; one that is too large for it, or has files that are no text, is not kept. What is kept of sheets counts too. */
  #keep(): void {
    const texts = this.files.map((f) => [f.name, f.text] as const);
    const small = texts.every(([, text]) => text !== null) && texts.reduce((sum, [, text]) => sum + (text?.length ?? 0), 0) < most;
    sessionStorage.removeItem(key);
    if (!small || texts.length === 0) return;
    try {
      sessionStorage.setItem(key, JSON.stringify(texts));
    } catch {
      return; // the tab has no room for it: the draft is on the page all the same
    }
  }

  /** Begins anew with files. */
  begin(files: Loaded[]): void {
    this.files = [];
    this.checked = null;
    this.refused = null;
    this.place = null;
    this.put(files);
  }

  /** Adds files; one takes the place of another of its name. */
  put(files: Loaded[]): void {
    const names = new Set(files.map((f) => f.name));
    this.files = [...this.files.filter((f) => !names.has(f.name)), ...files].sort((a, b) => Number(b.kind === 'mission') - Number(a.kind === 'mission'));
    if (!this.files.some((f) => f.name === this.open)) this.open = this.files[0]?.name ?? '';
    this.#soon(0);
  }

  remove(name: string): void {
    this.files = this.files.filter((f) => f.name !== name);
    if (this.open === name) this.open = this.files[0]?.name ?? '';
    this.#soon(0);
  }

  type(name: string, text: string): void {
    this.files = this.files.map((f) => (f.name === name ? { ...f, text } : f));
    this.#soon(pause);
  }

  goTo(spot: Spot): void {
    if (!this.files.some((f) => f.name === spot.file)) return;
    this.open = spot.file;
    this.place = { ...spot };
  }

  #soon(wait: number): void {
    clearTimeout(this.#timer);
    this.#keep();
    this.behind = this.files.length > 0;
    if (this.behind) this.#timer = setTimeout(() => void this.check(), wait);
    else this.checked = null;
  }

  /** Asks the server; an answer that something newer has overtaken is not looked at. */
  async check(): Promise<void> {
    const mine = ++this.#asked;
    try {
      // The client's types know the parts of a form as text; the browser makes them of the files.
      const checked = await answer(api.POST('/api/check', { body: form(this.files) as never }));
      if (mine !== this.#asked) return;
      this.checked = checked;
      this.refused = null;
      this.behind = false;
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      if (mine !== this.#asked) return;
      this.refused = problem;
      this.behind = false;
    }
  }

  /** Adds the mission, and is empty again. Null where it was refused, which {@link refused} says. */
  async add(note: string): Promise<Schemas['Saved'] | null> {
    try {
      const saved = await answer(api.POST('/api/missions', { params: { query: note ? { note } : {} }, body: form(this.files) as never }));
      this.begin([]);
      return saved;
    } catch (problem) {
      if (!(problem instanceof Refused)) throw problem;
      this.refused = problem;
      return null;
    }
  }
}

/** A text as a file of the draft. */
export const written = (name: string, text: string): Loaded => ({ name, kind: kindOf(name), bytes: new TextEncoder().encode(text), text });

export const draft = new MissionDraft();
