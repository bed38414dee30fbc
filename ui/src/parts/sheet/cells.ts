import type { CellComponent, ColumnDefinition } from 'tabulator-tables';
import { say } from '../../lang/lang.svelte';
import type { Column, SheetError } from './sheet';

// How cells of a sheet look and how they are typed into. All that is shown is put
// there as text: what stands in a mission may be anything.

/** What a cell is besides its text. */
export interface Mark {
  error?: SheetError | undefined;
  changed?: boolean;
  clash?: boolean;
  assumed?: string | undefined;
}

/** What the sheet is asked of a cell while it draws it. */
export interface Look {
  mark(row: number, column: string): Mark;
  /** As the reader's language writes it, with what is said quietly beside. */
  shown(column: Column, text: string): { text: string; beside?: string };
  words: { error: string; doubt: string; changed: string; clash: string; assumed: string };
}

const span = (text: string, name?: string): HTMLSpanElement => {
  const made = document.createElement('span');
  made.textContent = text;
  if (name) made.className = name;
  return made;
};

export const figures = (column: Column): boolean => column.kind === 'whole' || column.kind === 'decimal';

export function formatter(column: Column, look: Look) {
  return (cell: CellComponent): HTMLElement => {
    const element = cell.getElement();
    element.removeAttribute('tabindex'); // the keyboard stops at the sheet once, not at each of its cells
    const { error, changed, clash, assumed } = look.mark(cell.getData()['_id'] as number, column.key);
    element.classList.toggle('wrong', error?.severity === 'error');
    element.classList.toggle('doubtful', error?.severity === 'doubt');
    element.classList.toggle('changed', Boolean(changed));
    element.classList.toggle('clash', Boolean(clash));
    element.classList.toggle('computed', Boolean(column.readonly));
    if (error?.severity === 'error') element.setAttribute('aria-invalid', 'true');
    else element.removeAttribute('aria-invalid');
    const out = document.createElement('span');
    out.className = 'shown';
    const said: string[] = [];
    const badge = (sign: string, name: string, words: string) => {
      const icon = span(sign, name);
      icon.setAttribute('aria-hidden', 'true');
      out.append(icon);
      said.push(words);
    };
    if (error) badge(error.severity === 'error' ? '!' : '?', `sign ${error.severity}`, say('shell.named', { what: error.severity === 'error' ? look.words.error : look.words.doubt, text: `${error.message}${error.hint ? ` – ${error.hint}` : ''}` }));
    if (clash) badge('⇄', 'sign clash', look.words.clash);
    if (changed) said.push(look.words.changed);
    if (assumed !== undefined) badge('◇', 'sign assumed', say('shell.named', { what: look.words.assumed, text: assumed }));
    const { text, beside } = look.shown(column, String(cell.getValue() ?? ''));
    out.append(span(text || '\u00a0', 'text'));
    if (beside) out.append(span(` ${beside}`, 'beside'));
    if (said.length > 0) out.append(span(`. ${said.join('. ')}`, 'unseen'));
    element.title = [text, ...said].filter(Boolean).join('\n');
    return out;
  };
}

export function title(column: Column) {
  return (): HTMLElement => {
    const out = span(column.title, 'title');
    const unit = column.unit ?? (column.kind === 'time' ? column.zone : undefined);
    if (unit) out.append(span(` (${unit})`, 'beside'));
    if (column.hint) out.title = column.hint;
    return out;
  };
}

/** Where typing in a cell may end. */
export type Leave = 'down' | 'right' | 'left' | 'stay';

/**
 * A field in the cell. It never changes the table by itself: what was typed is
 * told, and comes back as a row. `begin` is what the first key typed was.
 */
export function editor(column: Column, lists: (column: Column) => string | undefined, begin: () => string | null, tell: (cell: CellComponent, text: string, leave: Leave) => void): ColumnDefinition['editor'] {
  return (cell, onRendered, _success, cancel) => {
    const input = document.createElement('input');
    const typed = begin();
    input.value = typed ?? String(cell.getValue() ?? '');
    input.setAttribute('aria-label', column.title);
    input.autocomplete = 'off';
    input.spellcheck = false;
    const list = lists(column);
    if (list) input.setAttribute('list', list);
    let over = false;
    const end = (leave: Leave | null) => {
      if (over) return;
      over = true;
      const text = input.value;
      cancel(undefined);
      if (leave) tell(cell, text, leave);
    };
    input.addEventListener('blur', () => end('stay'));
    input.addEventListener('keydown', (event) => {
      const leave: Record<string, Leave | null> = { Enter: 'down', Tab: event.shiftKey ? 'left' : 'right', Escape: null };
      event.stopPropagation();
      if (!(event.key in leave)) return;
      event.preventDefault();
      end(leave[event.key]!);
    });
    onRendered(() => {
      input.focus({ preventScroll: true });
      if (typed === null) input.select();
    });
    return input;
  };
}
