// Light, dark, or as the system has it.

export type Scheme = 'system' | 'light' | 'dark';

const stored = localStorage.getItem('scheme');
const state = $state<{ scheme: Scheme }>({ scheme: stored === 'light' || stored === 'dark' ? stored : 'system' });

function apply(): void {
  if (state.scheme === 'system') delete document.documentElement.dataset['scheme'];
  else document.documentElement.dataset['scheme'] = state.scheme;
}
apply();

export const scheme = (): Scheme => state.scheme;

export function chooseScheme(next: Scheme): void {
  state.scheme = next;
  localStorage.setItem('scheme', next);
  apply();
}
