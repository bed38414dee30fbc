declare module 'd3-dsv' {
  /** Reads and writes texts whose cells have a separator between them. */
  export function dsvFormat(separator: string): {
    parseRows(text: string): string[][];
    formatRows(rows: string[][]): string;
  };
}
