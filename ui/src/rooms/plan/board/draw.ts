import type { Bar } from './bars';
import type { Frame } from './frame';
import { firstAfter } from './lanes';
import { standFont, journeyFont, type Look } from './look';
import { rowAt, type Item, type Lane, type Layout } from './rows';
import { drawLoad, drawShut } from './drawPlace';

// The board on its canvas: only rows and movements that are seen, and of several
// within one pixel one. Nothing is allocated for a frame.

export interface Words {
  caption: (bar: Bar) => string;
  /** What is written on a movement, by its index, and how wide that is, in pixels; null: not asked for yet. */
  texts: (string | null)[];
  widths: Float32Array;
}

export interface Scene {
  layout: Layout;
  look: Look;
  words: Words;
  /** Movements that break a rule, by their index. */
  breaching: Uint8Array;
}

export function drawRows(ctx: CanvasRenderingContext2D, scene: Scene, f: Frame): void {
  const { layout, look } = scene;
  const { rows } = layout;
  ctx.font = layout.view === 'place' ? standFont(look) : journeyFont(look);
  ctx.textBaseline = 'middle';
  for (let i = rowAt(rows, f.scroll); i < rows.length && rows[i]!.y < f.scroll + f.height - f.axis; i++) {
    const row = rows[i]!;
    if (row.kind === 'group') continue;
    drawShut(ctx, row, f, look);
    if (row.load) drawLoad(ctx, row, row.load, f, look);
    for (const lane of row.lanes) {
      if (f.y(lane.y) > f.height || f.y(lane.y) + lane.height < f.axis) continue;
      if (layout.view === 'place') drawStands(ctx, lane, scene, f);
      else drawJourneys(ctx, lane, scene, f);
      drawBreaches(ctx, lane, scene, f);
    }
    if (row.ready !== null) mark(ctx, f.x(row.ready), f.y(row.y), row.height, look.ink2, 1);
    if (row.due !== null) mark(ctx, f.x(row.due), f.y(row.y), row.height, look.ink2, -1);
    ctx.fillStyle = look.line;
    ctx.fillRect(0, Math.round(f.y(row.y + row.height)) - 1, f.width, 1);
  }
}

/** On the ground, to load, at stops and to unload, at half height, under way at full height; positioning legs hatched. */
function drawJourneys(ctx: CanvasRenderingContext2D, lane: Lane, scene: Scene, f: Frame): void {
  const { look } = scene;
  const { items } = lane;
  const [y, h, k, left] = [f.y(lane.y), lane.height, f.perMs, f.labels];
  const half = Math.round(h / 2);
  let drawn = -1; // right edge of what was drawn last
  for (let i = firstAfter(items, f.from); i < items.length; i++) {
    const item = items[i]!;
    if (item.from > f.until) break;
    const b = item.bar;
    const x0 = left + (b.load - f.from) * k;
    let x3 = left + (b.unloaded - f.from) * k;
    if (x3 - drawn < 1) continue;
    ctx.globalAlpha = item.dim ? 0.16 : 1;
    const hue = look.of[b.index]!;
    ctx.fillStyle = b.empty ? look.hatches[hue]! : look.fills[hue]!;
    if (x3 - x0 < 1.5) {
      drawn = Math.max(x0, drawn) + 1.5;
      ctx.fillRect(drawn - 1.5, y, 1.5, h);
      continue;
    }
    drawn = x3;
    if (x3 - x0 > 4) x3 -= 1; // so that one is seen to end where the next begins
    const x1 = left + (b.depart - f.from) * k;
    const x2 = Math.min(x3, left + (b.arrive - f.from) * k);
    if (x1 > x0) ctx.fillRect(x0, y + half, x1 - x0, h - half);
    if (x3 > x2) ctx.fillRect(x2, y + half, x3 - x2, h - half);
    let [from, until, landed] = [x1, x1, x1]; // of the longest leg; of the last
    for (const leg of b.legs) {
      const leaves = Math.min(x2, left + (leg[0] - f.from) * k);
      const lands = Math.min(x2, left + (leg[1] - f.from) * k);
      if (leaves > landed) ctx.fillRect(landed, y + half, leaves - landed, h - half);
      ctx.fillRect(leaves, y, Math.max(1, lands - leaves), h);
      if (lands - leaves > until - from) [from, until] = [leaves, lands];
      landed = lands;
    }
    [from, until] = [Math.max(from, left), Math.min(until, f.width)];
    if (until - from < 24 || item.dim) continue;
    const width = captionWidth(ctx, b, scene.words);
    if (width + 10 > until - from) continue;
    if (b.empty) {
      ctx.fillStyle = look.surface;
      ctx.fillRect(from + 3, y + 2, width + 4, h - 4);
    }
    ctx.fillStyle = b.empty ? look.ink : look.texts[hue]!;
    ctx.fillText(scene.words.texts[b.index]!, from + 5, y + h / 2 + 0.5);
  }
  ctx.globalAlpha = 1;
}

/** What stands: outlined while it stands, filled while a team works on it. */
function drawStands(ctx: CanvasRenderingContext2D, lane: Lane, scene: Scene, f: Frame): void {
  const { look, words } = scene;
  const { items } = lane;
  const [y, h, k, left] = [f.y(lane.y), lane.height, f.perMs, f.labels];
  let drawn = -1;
  for (let i = firstAfter(items, f.from); i < items.length; i++) {
    const item = items[i]!;
    if (item.from > f.until) break;
    const x0 = left + (item.from - f.from) * k;
    let x3 = left + (item.until - f.from) * k;
    if (x3 - drawn < 1) continue;
    const { arrival, departure, slots } = item.visit!;
    const fill = look.fills[look.of[item.bar.index]!]!;
    ctx.fillStyle = fill;
    const narrow = x3 - x0 < 2;
    ctx.globalAlpha = item.dim ? 0.12 : narrow ? 0.8 : slots > 0 ? 0.34 : 0.2;
    drawn = narrow ? Math.max(x0, drawn) + 2 : x3;
    if (x3 - x0 > 4) x3 -= 1;
    ctx.fillRect(narrow ? drawn - 2 : x0, y, narrow ? 2 : x3 - x0, h);
    if (item.dim || narrow) continue;
    ctx.globalAlpha = 1;
    // A technical stop is of one movement, which nobody works on.
    if (arrival === departure) continue;
    const unloaded = arrival ? Math.min(x3, left + (arrival.unloaded - f.from) * k) : x0;
    const loads = departure && departure.worked > departure.load ? Math.max(x0, left + (departure.load - f.from) * k) : x3;
    ctx.fillRect(x0, y, unloaded - x0, h);
    const from = Math.max(unloaded, left);
    const room = Math.min(loads, f.width) - from;
    if (room > 24 && captionWidth(ctx, item.bar, words) + 8 < room) {
      ctx.fillStyle = look.ink;
      ctx.fillText(words.texts[item.bar.index]!, from + 4, y + h / 2 + 0.5);
    }
    if (loads >= x3) continue;
    ctx.fillStyle = look.fills[look.of[departure!.index]!]!;
    ctx.fillRect(loads, y, Math.min(x3, left + (departure!.worked - f.from) * k) - loads, h);
  }
  ctx.globalAlpha = 1;
}

/** How wide it is what is written on a movement: measured once, since that is slow. */
function captionWidth(ctx: CanvasRenderingContext2D, bar: Bar, words: Words): number {
  if (words.texts[bar.index] === null) {
    words.texts[bar.index] = words.caption(bar);
    words.widths[bar.index] = ctx.measureText(words.texts[bar.index]!).width;
  }
  return words.widths[bar.index]!;
}

function drawBreaches(ctx: CanvasRenderingContext2D, lane: Lane, { breaching, look }: Scene, f: Frame): void {
  const { items } = lane;
  let drawn = -99;
  for (let i = firstAfter(items, f.from); i < items.length; i++) {
    const item = items[i]!;
    if (item.from > f.until) break;
    if (!isBreaching(item, breaching)) continue;
    const x = Math.max(f.labels + 7, f.x(item.from));
    if (x - drawn < 12) continue;
    drawn = x;
    sign(ctx, x, f.y(lane.y) + lane.height / 2, look);
  }
}

function isBreaching({ bar, visit }: Item, breaching: Uint8Array): boolean {
  if (!visit) return breaching[bar.index] === 1;
  return (visit.arrival !== null && breaching[visit.arrival.index] === 1) || (visit.departure !== null && breaching[visit.departure.index] === 1);
}

/** A warning sign: a triangle with an exclamation mark. */
function sign(ctx: CanvasRenderingContext2D, x: number, y: number, look: Look): void {
  ctx.beginPath();
  ctx.moveTo(x, y - 8);
  ctx.lineTo(x + 8, y + 6);
  ctx.lineTo(x - 8, y + 6);
  ctx.closePath();
  ctx.fillStyle = look.bad;
  ctx.strokeStyle = look.surface;
  ctx.lineWidth = 1.5;
  ctx.fill();
  ctx.stroke();
  ctx.fillStyle = look.surface;
  ctx.fillRect(x - 0.9, y - 3.5, 1.8, 5);
  ctx.fillRect(x - 0.9, y + 2.7, 1.8, 1.8);
}

/** When a unit is ready (▸) or due (◂). */
function mark(ctx: CanvasRenderingContext2D, x: number, y: number, height: number, ink: string, way: 1 | -1): void {
  ctx.fillStyle = ink;
  ctx.fillRect(x - 0.5, y + 2, 1, height - 4);
  ctx.beginPath();
  ctx.moveTo(x, y + 2);
  ctx.lineTo(x + 5 * way, y + 5);
  ctx.lineTo(x, y + 8);
  ctx.closePath();
  ctx.fill();
}
