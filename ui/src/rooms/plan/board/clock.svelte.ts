import { choose } from '../../../route.svelte';

// The time cursor of the room: it is chosen, or goes by itself. What it stands at
// goes into the address, where it goes by itself once a second.

/** Hours of the operation in one second. */
export const speeds = [1, 3, 6, 12, 24] as const;

const hour = 3_600_000;

export class TimeCursor {
  at = $state(0);
  playing = $state(false);
  speed = $state<number>(6);
  #span: [number, number] = [0, 0];
  #frame = 0;
  #last = 0;
  #written = '';
  #writing: ReturnType<typeof setTimeout> | undefined;

  /** The span that it goes through, and where it stands; without an address now, if that is within, or else where it begins. */
  set(span: [number, number], address: string | null): void {
    const fresh = span[0] !== this.#span[0] || span[1] !== this.#span[1];
    this.#span = span;
    if (address !== null && address === this.#written && !fresh) return;
    const chosen = Date.parse(address ?? '');
    const now = Date.now();
    const start = now > span[0] && now < span[1] ? now : span[0];
    if (Number.isFinite(chosen) || fresh) this.at = Math.max(span[0], Math.min(span[1], Number.isFinite(chosen) ? chosen : start));
  }

  /** Puts it to a time. */
  to(at: number): void {
    this.at = Math.round(Math.max(this.#span[0], Math.min(this.#span[1], at)));
    this.#writing ??= setTimeout(() => this.#write(), 1000);
  }

  toggle(): void {
    this.playing = !this.playing;
    if (!this.playing) return this.stop();
    if (this.at >= this.#span[1]) this.at = this.#span[0];
    this.#last = performance.now();
    this.#frame = requestAnimationFrame(this.#step);
  }

  readonly #step = (now: number): void => {
    this.to(this.at + ((now - this.#last) / 1000) * this.speed * hour);
    this.#last = now;
    if (this.at >= this.#span[1]) this.stop();
    else this.#frame = requestAnimationFrame(this.#step);
  };

  stop(): void {
    this.playing = false;
    cancelAnimationFrame(this.#frame);
    this.#write();
  }

  /** Leaves the room: the address is no longer its own. */
  close(): void {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#writing);
  }

  #write(): void {
    clearTimeout(this.#writing);
    this.#writing = undefined;
    this.#written = new Date(Math.round(this.at / 60_000) * 60_000).toISOString().slice(0, 16) + 'Z';
    choose({ at: this.#written });
  }
}
