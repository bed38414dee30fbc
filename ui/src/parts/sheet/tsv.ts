// The clipboard's text as spreadsheets write it: cells between tabs, rows between
// line ends. A cell with a tab, a line end or quotes in it may stand in quotes,
// each of its own doubled; Excel leaves quotes alone where nothing else needs
// them, so that `"Scorpion" company` is a cell too.

/** The most that is taken from a clipboard at once, in characters. */
export const mostText = 4_000_000;

const cell = /("(?:[^"]|"")*"(?=[\t\n]|$)|[^\t\n]*)(\t|\n|$)/y;

/** Rows of cells; an empty last line, which spreadsheets add, is none. */
export function readTable(text: string): string[][] {
  const whole = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const rows: string[][] = [[]];
  cell.lastIndex = 0;
  for (let at = 0; ; at = cell.lastIndex) {
    cell.lastIndex = at;
    const [, raw = '', end = ''] = cell.exec(whole) ?? [];
    const quoted = raw.length > 1 && raw.startsWith('"') && raw.endsWith('"');
    rows.at(-1)!.push(quoted ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === '') return rows;
    if (end === '\n') rows.push([]);
  }
}

/** The same the other way round. */
export function writeTable(rows: string[][]): string {
  const written = (text: string) => (/[\t\n\r]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(written).join('\t')).join('\n');
}
