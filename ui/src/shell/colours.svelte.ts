import { scheme } from './scheme.svelte';

// The colours of page.css as a canvas needs them: worked out for the scheme that
// is shown.

const dark = matchMedia('(prefers-color-scheme: dark)');
let turned = $state(0);
dark.addEventListener('change', () => turned++);

const known = new Map<string, string>();
let knownFor = '';

/** A colour by its name in page.css, such as `series-1`, as rgb(…). Reactive: it changes with the scheme. */
export function colour(name: string): string {
  const now = `${scheme()} ${turned}`;
  if (now !== knownFor) {
    known.clear();
    knownFor = now;
  }
  let value = known.get(name);
  if (value === undefined) {
    const probe = document.createElement('span');
    probe.style.color = `var(--${name})`;
    document.body.append(probe);
    value = getComputedStyle(probe).color;
    probe.remove();
    known.set(name, value);
  }
  return value;
}
