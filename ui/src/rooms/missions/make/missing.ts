import type { Detail } from './findings';

// Places and sources that a list names and the mission does not have: with a
// force list from a spreadsheet that is the rule.

const named: Record<List, RegExp> = {
  places: /\.(at|to|via|from|between|base)(\[\d+\])?$/,
  sources: /\.sources(\[\d+\])?$/,
};
/** The id that a finding is about, in either language's quotation marks. */
const quoted = /["«]\s*(.+?)\s*["»][^"»]*$/;
export type List = 'places' | 'sources';
export const lists: List[] = ['places', 'sources'];

/** Ids that findings miss in a list of the mission. */
export const missing = (findings: Detail[], list: List): string[] => [
  ...new Set(
    findings.flatMap((f) => {
      // What may be a slip of the pen, as the hint asks, is no entry that is wanting.
      const wanting = f.rule === 'unknown-id' && named[list].test(f.path ?? '') && !f.hint?.endsWith('?');
      const id = wanting ? quoted.exec(f.message)?.[1] : undefined;
      return id === undefined ? [] : [id];
    }),
  ),
];

/** A mission file with entries of those ids at the head of a list; null where the list stands elsewhere or within its line. */
export function withEntries(text: string, list: List, ids: string[]): string | null {
  const entries = (indent: string) => ids.map((id) => `${indent}- {id: ${JSON.stringify(id)}}\n`).join('');
  const head = new RegExp(`^${list}:[ \\t]*(.*?)[ \\t]*(#.*)?$`, 'm').exec(text);
  if (!head) return `${text.replace(/\n*$/, '\n')}${list}:\n${entries('  ')}`;
  if (head[1] !== '' && head[1] !== '[]') return null;
  const end = head.index + head[0].length;
  // An entry that is there already says how far they are set in.
  const indent = /^\n(?:[ \t]*(?:#.*)?\n)*([ \t]*)-[ \t]/.exec(text.slice(end))?.[1] ?? '  ';
  return `${text.slice(0, head.index)}${list}:${head[2] ? ` ${head[2]}` : ''}\n${entries(indent)}${text.slice(end).replace(/^\n/, '')}`;
}
