import { lang } from '../lang/lang.svelte';
import { Refused } from './client';

/** What was asked of the server: its answer, or why there is none. */
export class Reading<T> {
  /** The last answer; it stays until the next one is there. */
  value = $state.raw<T>();
  refused = $state.raw<Refused | null>(null);
}

/** Asks the server as a component begins, and anew whenever what the question reads, or the language of the page, has changed. Without a question there is no answer. */
export function reading<T>(ask: () => Promise<T> | undefined): Reading<T> {
  const now = new Reading<T>();
  $effect(() => {
    let over = false;
    void lang();
    const asked = ask();
    if (!asked) now.value = undefined;
    asked?.then(
      (value) => {
        if (over) return;
        now.value = value;
        now.refused = null;
      },
      (problem: unknown) => {
        if (!(problem instanceof Refused)) throw problem;
        if (!over) now.refused = problem;
      },
    );
    return () => void (over = true);
  });
  return now;
}
