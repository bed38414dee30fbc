// Short notices about what has just been done, at the foot of the page; one may
// offer to undo it.

export interface Notice {
  id: number;
  text: string;
  tone: 'plain' | 'bad';
  action?: { label: string; run: () => void };
}

const state = $state<{ list: Notice[] }>({ list: [] });
let last = 0;

export const notices = (): Notice[] => state.list;

export function dismiss(id: number): void {
  state.list = state.list.filter((n) => n.id !== id);
}

/** Shows a notice until it is dismissed; one without an action goes by itself. */
export function notify(text: string, { tone = 'plain', action }: Partial<Omit<Notice, 'id' | 'text'>> = {}): void {
  const id = ++last;
  state.list = [...state.list.slice(-3), { id, text, tone, ...(action && { action }) }];
  if (!action && tone === 'plain') setTimeout(() => dismiss(id), 6000);
}
