import { dsvFormat } from 'd3-dsv';
import type { Schemas } from '../../../api/client';
import type { Mark } from '../../../parts/editor';

// What the server found in files, by where it is.

export type Detail = Schemas['Detail'];
/** What a finding means; that a figure is assumed is no doubt of its own. */
export type Kind = Mark['severity'];
export const kinds: Kind[] = ['error', 'doubt', 'assumed', 'note'];

export const kindOf = (finding: Detail): Kind => (finding.rule === 'assumed' ? 'assumed' : (finding.severity ?? 'error'));

export interface Spot {
  file: string;
  /** From 1. */
  line: number;
  /** In characters, from 1. */
  column: number;
}

/** file:line:column as a spot; null where a finding has no place in a file. */
export function spotOf(location: string | undefined): Spot | null {
  const parts = /^(.*):(\d+):(\d+)$/.exec(location ?? '');
  return parts ? { file: parts[1]!, line: Number(parts[2]), column: Number(parts[3]) } : null;
}

/** file:sheet!cell, of a workbook. */
export function sheetCell(location: string | undefined): { file: string; sheet: string; cell: string } | null {
  const parts = /^(.*\.xlsx):(.*)!([A-Z]+\d+)$/i.exec(location ?? '');
  return parts ? { file: parts[1]!, sheet: parts[2]!, cell: parts[3]! } : null;
}

/** The file in which a finding is. */
export const fileOf = (finding: Detail): string | undefined => spotOf(finding.location)?.file ?? sheetCell(finding.location)?.file;

/** The separator of a list: the one of its first line that occurs most. */
export function separatorOf(text: string): string {
  const first = text.slice(0, text.search(/\r|\n|$/));
  const times = (s: string) => first.split(s).length;
  return [',', ';', '\t'].reduce((best, s) => (times(s) > times(best) ? s : best));
}

/** The rows of a list. */
export const rowsOf = (text: string): string[][] => dsvFormat(separatorOf(text)).parseRows(text.replace(/^\uFEFF/, ''));

/** How a spreadsheet names a column: A, B … Z, AA. */
export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

export interface Cell {
  /** F3. */
  name: string;
  /** The key at the head of its column. */
  key: string;
}

/** The cell of a list in which a spot is; null where there is none. */
export function cellAt(text: string, spot: Spot): Cell | null {
  const lines = text.split(/\r\n|\r|\n/);
  const line = lines[spot.line - 1];
  if (line === undefined) return null;
  const format = dsvFormat(separatorOf(text));
  const before = [...line].slice(0, spot.column - 1).join('');
  // A cell's own quotation mark is not a part of what stands before it.
  const index = Math.max(0, (format.parseRows(`${before.replace(/"$/, '')}x`)[0]?.length ?? 1) - 1);
  return { name: `${columnName(index)}${spot.line}`, key: format.parseRows(lines[0] ?? '')[0]?.[index] ?? '' };
}

/** The findings of one file as marks of its editor. */
export const marksOf = (findings: Detail[], file: string): Mark[] =>
  findings.flatMap((f) => {
    const spot = spotOf(f.location);
    return spot?.file === file ? [{ line: spot.line, column: spot.column, message: f.message, hint: f.hint, severity: kindOf(f) }] : [];
  });

export const counted = (findings: Detail[], kind: Kind): number => findings.filter((f) => kindOf(f) === kind).length;
