import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Compartment, EditorState, type Text } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, highlightSpecialChars, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

// CodeMirror in a shadow root: there its styles are constructed sheets, which the
// content security policy allows, while style elements in the page are refused.

export interface Mark {
  /** From 1. */
  line: number;
  /** In characters, from 1. */
  column: number;
  message: string;
  hint?: string | undefined;
  severity: 'error' | 'doubt' | 'assumed' | 'note';
}

export interface EditorOptions {
  text: string;
  language: 'yaml' | 'plain';
  readonly: boolean;
  label: string;
  onchange: (text: string) => void;
}

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: [tags.lineComment, tags.meta], color: 'var(--ink-2)', fontStyle: 'italic' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--good)' },
  { tag: [tags.keyword, tags.labelName, tags.typeName], color: 'var(--assumed)' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], color: 'var(--ink-2)' },
]);

const wave = (colour: string) => ({ backgroundImage: 'none', textDecoration: `underline wavy var(${colour}) 1px`, textUnderlineOffset: '3px' });
// A sign of its own for each severity, besides the colour.
const sign = (text: string, colour: string) => ({ content: 'normal', '&::before': { content: `"${text}"`, color: `var(${colour})`, fontWeight: '700' } });

const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--surface)', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: 'none' }, // the frame around it shows the focus
  '.cm-scroller': { fontFamily: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace', lineHeight: '1.5', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--sunken)', color: 'var(--ink-2)', borderRight: '1px solid var(--line)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--accent) 8%, transparent)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': { background: 'color-mix(in srgb, var(--accent) 25%, transparent)' },
  '.cm-gutter-lint': { width: '1.3em' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 0.2em', textAlign: 'center' },
  '.cm-lint-marker': { width: 'auto', height: 'auto' },
  '.cm-lint-marker-error': sign('✕', '--bad'),
  '.cm-lint-marker-warning': sign('!', '--warn'),
  '.cm-lint-marker-info': sign('•', '--accent'),
  '.cm-lint-marker-hint': sign('◇', '--assumed'),
  '.cm-lintRange-error': wave('--bad'),
  '.cm-lintRange-warning': wave('--warn'),
  '.cm-lintRange-info': wave('--accent'),
  '.cm-lintRange-hint': wave('--assumed'),
  '.cm-tooltip': { backgroundColor: 'var(--raised)', color: 'var(--ink)', border: '1px solid var(--line-strong)', borderRadius: 'var(--round)', maxWidth: '36rem' },
  '.cm-diagnostic': { padding: '0.4rem 0.7rem', whiteSpace: 'pre-wrap', fontFamily: 'var(--font)' },
  '.cm-diagnostic-error': { borderLeftColor: 'var(--bad)' },
  '.cm-diagnostic-warning': { borderLeftColor: 'var(--warn)' },
  '.cm-diagnostic-info': { borderLeftColor: 'var(--accent)' },
  '.cm-diagnostic-hint': { borderLeftColor: 'var(--assumed)' },
});

const spoken = (label: string) => EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' });

const severities = { error: 'error', doubt: 'warning', assumed: 'hint', note: 'info' } as const;

/** Where a line and a column, in characters, are in a text; at its end where it has no such line. */
export function position(doc: Text, line: number, column: number): number {
  if (line > doc.lines) return doc.length;
  const { from, text } = doc.line(Math.max(1, line));
  return from + [...text].slice(0, column - 1).join('').length;
}

/** How far what begins at a place of a line goes: the value, or else one character. */
function end(doc: Text, from: number): number {
  const rest = doc.sliceString(from, doc.lineAt(from).to);
  const value = /^(?:"[^"]*"|'[^']*'|[^\s,;:\]}"']+)/.exec(rest)?.[0] ?? rest.slice(0, 1);
  return from + value.length;
}

const shown = (doc: Text, marks: Mark[]): Diagnostic[] =>
  marks
    .map((m) => {
      const from = position(doc, m.line, m.column);
      return { from, to: end(doc, from), severity: severities[m.severity], message: m.hint ? `${m.message}\n${m.hint}` : m.message };
    })
    .sort((a, b) => a.from - b.from);

/** An editor of a text, in an element of the page. */
export class TextEditor {
  readonly #view: EditorView;
  readonly #changing = new Compartment();
  readonly #speaking = new Compartment();
  /** What the editor holds, as it was told or told last. */
  #text: string;

  constructor(parent: HTMLElement, options: EditorOptions) {
    const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' });
    this.#text = options.text;
    const state = EditorState.create({
      doc: options.text,
      extensions: [
        lintGutter(),
        lineNumbers(),
        highlightSpecialChars(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        indentOnInput(),
        EditorState.tabSize.of(2),
        keymap.of([...lintKeymap, ...defaultKeymap, ...historyKeymap]),
        options.language === 'yaml' ? yaml() : [],
        syntaxHighlighting(colours),
        look,
        this.#speaking.of(spoken(options.label)),
        this.#changing.of(EditorState.readOnly.of(options.readonly)),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          const text = update.state.doc.toString();
          if (text === this.#text) return;
          this.#text = text;
          options.onchange(text);
        }),
      ],
    });
    this.#view = new EditorView({ state, parent: root, root });
  }

  /** Shows another text; the one before can be had again by undo. */
  say(text: string): void {
    if (text === this.#text) return;
    this.#text = text;
    this.#view.dispatch({ changes: { from: 0, to: this.#view.state.doc.length, insert: text } });
  }

  mark(marks: Mark[]): void {
    this.#view.dispatch(setDiagnostics(this.#view.state, shown(this.#view.state.doc, marks)));
  }

  set(readonly: boolean, label: string): void {
    this.#view.dispatch({
      effects: [
        this.#changing.reconfigure(EditorState.readOnly.of(readonly)),
        this.#speaking.reconfigure(spoken(label)),
      ],
    });
  }

  /** Brings a place into view and the cursor there. */
  goTo(line: number, column: number): void {
    const { doc } = this.#view.state;
    const from = position(doc, line, column);
    this.#view.dispatch({ selection: { anchor: from, head: end(doc, from) }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
    this.#view.focus();
  }

  close(): void {
    this.#view.destroy();
  }
}
