import type { Frame } from './frame';
import type { Look } from './look';
import { groupHeight, rowAt, type Row } from './rows';
import { tickBefore, type Axis } from './ticks';

// Around the rows: lines of time behind them, the column of names and the axis
// before them.

export interface Edges {
  axis: Axis;
  /** What is written at a line of time, and below it. */
  label: (at: number, day: boolean) => string;
  note: (at: number) => string;
  /** Deadline, closure and so on: in the order of time. */
  lines: readonly Line[];
  zone: string;
}

export interface Line {
  at: number;
  label: string;
  /** In pixels. */
  width: number;
  tone: 'strong' | 'bad' | 'accent';
}

/** The names of the rows and a note each, as far as they fit; by the rows' places. */
export interface Names {
  titles: string[];
  notes: string[];
  /** How wide each title is, in pixels. */
  widths: number[];
  /** Most taken at once, of how many. */
  stands: string[];
  teams: string[];
}

export const titleFont = (look: Look, group: boolean): string => `${group ? 620 : 500} 12px ${look.font}`;
export const noteFont = (look: Look): string => `450 11px ${look.font}`;

export function drawGrid(ctx: CanvasRenderingContext2D, f: Frame, look: Look, edges: Edges): void {
  ctx.fillStyle = look.surface;
  ctx.fillRect(0, 0, f.width, f.height);
  const ticks = edges.axis.level(f.perMs * 86_400_000);
  for (let i = tickBefore(ticks, f.from); i < ticks.length && ticks[i]!.at <= f.until; i++) {
    const tick = ticks[i]!;
    ctx.fillStyle = look.line;
    ctx.globalAlpha = tick.day ? 1 : 0.45;
    ctx.fillRect(Math.round(f.x(tick.at)), f.axis, 1, f.height - f.axis);
  }
  ctx.globalAlpha = 1;
}

/** Deadline and closure: lines through all rows, told apart by their dashes and their names. */
export function drawLines(ctx: CanvasRenderingContext2D, f: Frame, look: Look, edges: Edges): void {
  ctx.lineWidth = 2;
  for (const line of edges.lines) {
    const x = Math.round(f.x(line.at));
    if (x < f.labels || x > f.width) continue;
    ctx.strokeStyle = look[line.tone];
    ctx.setLineDash(line.tone === 'bad' ? solid : line.tone === 'accent' ? dashed : dotted);
    ctx.beginPath();
    ctx.moveTo(x, f.axis);
    ctx.lineTo(x, f.height);
    ctx.stroke();
  }
  ctx.setLineDash(solid);
}
const solid: number[] = [];
const dashed = [7, 4];
const dotted = [2, 3];

export function drawNames(ctx: CanvasRenderingContext2D, f: Frame, look: Look, rows: readonly Row[], names: Names): void {
  ctx.textAlign = 'start';
  for (let i = rowAt(rows, f.scroll); i < rows.length && rows[i]!.y < f.scroll + f.height - f.axis; i++) {
    const row = rows[i]!;
    const y = f.y(row.y);
    const group = row.kind === 'group';
    ctx.fillStyle = group ? look.sunken : look.surface;
    ctx.fillRect(0, y, group ? f.width : f.labels, row.height - 1);
    if (!group) {
      ctx.fillStyle = look.strong;
      ctx.fillRect(f.labels - 1, y, 1, row.height);
    }
    // A name stays in sight as long as any of its row is.
    const top = Math.max(y, Math.min(Math.max(y, f.axis), y + row.height - groupHeight));
    const at = top + (group ? groupHeight / 2 : Math.min(12, row.height / 2));
    ctx.font = titleFont(look, group);
    ctx.fillStyle = look.ink;
    ctx.fillText(names.titles[i]!, group ? 8 : 10, at);
    ctx.font = noteFont(look);
    ctx.fillStyle = look.ink2;
    if (group) ctx.fillText(names.notes[i]!, 20 + names.widths[i]!, at + 0.5);
    else if (row.height >= 36) ctx.fillText(names.notes[i]!, 10, at + 16);
    if (row.load && y > f.axis - loadHeightShown) {
      ctx.textAlign = 'end';
      if (names.stands[i]) ctx.fillText(names.stands[i]!, f.labels - 6, y + 10);
      if (names.teams[i]) ctx.fillText(names.teams[i]!, f.labels - 6, y + 27);
      ctx.textAlign = 'start';
    }
  }
}
const loadHeightShown = 30;

// In pixels: a day's name, and the operation's day below it.
const dayLabel = 84;
const noteWidth = 34;

export function drawAxis(ctx: CanvasRenderingContext2D, f: Frame, look: Look, edges: Edges): void {
  ctx.fillStyle = look.surface;
  ctx.fillRect(0, 0, f.width, f.axis);
  ctx.textAlign = 'start';
  const ticks = edges.axis.level(f.perMs * 86_400_000);
  let first = tickBefore(ticks, f.from);
  while (first > 0 && !ticks[first]!.day) first--;
  let second = first + 1;
  while (second < ticks.length && !ticks[second]!.day) second++;
  // The day at the left edge has its name there, as long as the next one leaves room.
  const stays = second >= ticks.length || f.x(ticks[second]!.at) > f.labels + dayLabel;
  for (let i = first; i < ticks.length && ticks[i]!.at <= f.until; i++) {
    const tick = ticks[i]!;
    let x = Math.round(f.x(tick.at));
    if (x < f.labels) {
      if (i > first || !stays) continue;
      x = f.labels;
    }
    ctx.fillStyle = tick.day ? look.strong : look.line;
    ctx.fillRect(x, tick.day ? 2 : 20, 1, tick.day ? f.axis - 2 : 10);
    ctx.font = `${tick.day ? 560 : 450} 11px ${look.font}`;
    ctx.fillStyle = tick.day ? look.ink : look.ink2;
    tick.label ??= edges.label(tick.at, tick.day);
    if (tick.day || !stays || x > f.labels + noteWidth) ctx.fillText(tick.label, x + 4, tick.day ? 10 : 25);
    if (!tick.day) continue;
    tick.note ??= edges.note(tick.at);
    ctx.fillStyle = look.ink2;
    ctx.font = noteFont(look);
    ctx.fillText(tick.note, x + 4, 25);
  }
  // From the right: a name that has no room beside the next one stands before its line.
  let room = f.width;
  for (let i = edges.lines.length - 1; i >= 0; i--) {
    const line = edges.lines[i]!;
    const x = Math.round(f.x(line.at));
    if (x < f.labels || x > f.width) continue;
    ctx.font = `620 11px ${look.font}`;
    const from = Math.min(x, room - line.width - 8);
    room = from - 2;
    ctx.fillStyle = look[line.tone];
    ctx.fillRect(from, f.axis - 16, line.width + 8, 15);
    ctx.fillStyle = look.surface;
    ctx.fillText(line.label, from + 4, f.axis - 8);
  }
  ctx.fillStyle = look.surface;
  ctx.fillRect(0, 0, f.labels - 1, f.axis);
  ctx.font = `560 11px ${look.font}`;
  ctx.fillStyle = look.ink2;
  ctx.fillText(edges.zone, 10, f.axis / 2);
  ctx.fillStyle = look.strong;
  ctx.fillRect(0, f.axis - 1, f.width, 1);
}
