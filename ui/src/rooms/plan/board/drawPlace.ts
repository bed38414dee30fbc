import type { Frame } from './frame';
import type { Look } from './look';
import { stepAt, type Profile } from './profile';
import { loadHeight, type Load, type Row } from './rows';

// How a place's stands and teams are taken, against what there is of them, and
// when the place is shut.

/** Two strips: stands above, teams below; the line is the limit, and what reaches it is hatched. */
export function drawLoad(ctx: CanvasRenderingContext2D, row: Row, load: Load, f: Frame, look: Look): void {
  const half = loadHeight / 2;
  strip(ctx, load.stands, load.parking, f.y(row.y) + 3, half - 3, f, look);
  strip(ctx, load.teams, load.working, f.y(row.y) + half + 3, half - 3, f, look);
}

function strip(ctx: CanvasRenderingContext2D, p: Profile, limit: number | null, y: number, height: number, f: Frame, look: Look): void {
  const top = Math.max(p.most, limit ?? 1);
  const foot = y + height;
  let column = -1; // the pixel that is being summed up, and the most within it
  let most = 0;
  for (let i = Math.max(0, stepAt(p, f.from)); i < p.at.length; i++) {
    if (p.at[i]! > f.until) break;
    const x0 = Math.max(f.labels, f.x(p.at[i]!));
    const x1 = i + 1 < p.at.length ? f.x(p.at[i + 1]!) : x0;
    const taken = p.taken[i]!;
    if (x1 - x0 >= 1) {
      if (taken > 0) level(ctx, taken, limit, top, x0, x1 - x0, foot, height, look);
      continue;
    }
    const pixel = Math.floor(x0);
    if (pixel !== column && most > 0) level(ctx, most, limit, top, column, 1, foot, height, look);
    most = pixel === column ? Math.max(most, taken) : taken;
    column = pixel;
  }
  if (most > 0) level(ctx, most, limit, top, column, 1, foot, height, look);
  ctx.fillStyle = look.strong;
  if (limit !== null) ctx.fillRect(f.labels, foot - (height * limit) / top - 0.5, f.pixels, 1);
  ctx.fillRect(f.labels, foot, f.pixels, 0.5);
}

function level(ctx: CanvasRenderingContext2D, taken: number, limit: number | null, top: number, x: number, width: number, foot: number, height: number, look: Look): void {
  const h = (height * taken) / top;
  ctx.fillStyle = limit === null || taken < limit ? look.strong : taken > limit ? look.bad : look.full;
  ctx.globalAlpha = limit === null || taken < limit ? 0.45 : 1;
  ctx.fillRect(x, foot - h, width, h);
  ctx.globalAlpha = 1;
}

/** Outside a place's hours, and while it is closed. */
export function drawShut(ctx: CanvasRenderingContext2D, row: Row, f: Frame, look: Look): void {
  const { shut } = row;
  for (let i = 0; i < shut.length; i++) {
    const s = shut[i]!;
    if (s.until < f.from || s.from > f.until) continue;
    const x = Math.max(f.labels, f.x(s.from));
    const width = f.x(s.until) - x;
    ctx.fillStyle = look.night;
    ctx.fillRect(x, f.y(row.y), width, row.height);
    if (s.why === '') continue;
    ctx.fillStyle = look.ink2;
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, f.y(row.y), Math.max(0, width - 4), row.height);
    ctx.clip();
    ctx.fillText(s.why, x + 4, f.y(row.y) + row.height - 8);
    ctx.restore();
  }
}
