// What part of the board is seen: a window of time by a window of rows, and
// where on the canvas it lies. One is kept and changed, so that a frame costs no
// memory.

/** Of days, hours, and lines with their names. */
export const axisHeight = 52;

export class Frame {
  width = 0;
  height = 0;
  /** The column of names, on the left. */
  labels = 0;
  /** The time axis, on top. */
  readonly axis = axisHeight;
  from = 0;
  until = 1;
  scroll = 0;

  get pixels(): number {
    return Math.max(1, this.width - this.labels);
  }
  get perMs(): number {
    return this.pixels / (this.until - this.from);
  }
  x(time: number): number {
    return this.labels + (time - this.from) * this.perMs;
  }
  time(x: number): number {
    return this.from + (x - this.labels) / this.perMs;
  }
  /** Height on the canvas of a height among the rows. */
  y(row: number): number {
    return this.axis + row - this.scroll;
  }
  row(y: number): number {
    return y - this.axis + this.scroll;
  }
}
