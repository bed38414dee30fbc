import type { Frame } from './frame';
import type { Look } from './look';
import type { Item } from './rows';

// What changes with the pointer, the keyboard and the time cursor.

export interface Marks {
  /** The time cursor, and the time that is written at it. */
  cursor: number | null;
  cursorLabel: string;
  hover: Item | null;
  focus: Item | null;
  /** Of the movement that is open. */
  selected: Item | null;
}

export function drawOverlay(ctx: CanvasRenderingContext2D, f: Frame, look: Look, marks: Marks): void {
  ctx.clearRect(0, 0, f.width, f.height);
  ctx.save();
  ctx.beginPath();
  ctx.rect(f.labels, f.axis, f.pixels, f.height - f.axis);
  ctx.clip();
  if (marks.hover) outline(ctx, marks.hover, f, look.ink, 1.5, 1);
  if (marks.selected) outline(ctx, marks.selected, f, look.accent, 3, 2);
  if (marks.focus) outline(ctx, marks.focus, f, look.focus, 2, 3);
  ctx.restore();
  if (marks.cursor === null) return;
  const x = Math.round(f.x(marks.cursor));
  if (x < f.labels - 1 || x > f.width + 1) return;
  ctx.fillStyle = look.accent;
  ctx.fillRect(x - 1, f.axis - 4, 2, f.height - f.axis + 4);
  ctx.font = `620 11px ${look.font}`;
  ctx.textBaseline = 'middle';
  const width = ctx.measureText(marks.cursorLabel).width + 12;
  const from = Math.max(f.labels, Math.min(x - width / 2, f.width - width));
  ctx.beginPath();
  ctx.roundRect(from, f.axis - 20, width, 18, 4);
  ctx.fill();
  ctx.fillStyle = look.surface;
  ctx.fillText(marks.cursorLabel, from + 6, f.axis - 10.5);
}

function outline(ctx: CanvasRenderingContext2D, item: Item, f: Frame, ink: string, width: number, apart: number): void {
  const x = f.x(item.from);
  ctx.strokeStyle = ink;
  ctx.lineWidth = width;
  ctx.beginPath();
  ctx.roundRect(x - apart, f.y(item.y) - apart, Math.max(3, f.x(item.until) - x) + 2 * apart, item.height + 2 * apart, 3);
  ctx.stroke();
}
