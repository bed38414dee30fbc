import { colour } from '../../../shell/colours.svelte';
import type { Bar } from './bars';
import { hue, type ColourBy, type Key } from './palette';

// What the board is drawn with: the page's colours for the scheme that is shown,
// and for each movement which of them it has.

export interface Look {
  surface: string;
  sunken: string;
  line: string;
  strong: string;
  ink: string;
  ink2: string;
  accent: string;
  soft: string;
  warn: string;
  warnSoft: string;
  bad: string;
  focus: string;
  font: string;
  /** By a movement's index, which of the fills it has. */
  of: Uint8Array;
  fills: string[];
  /** What is legible on each. */
  texts: string[];
  /** Each as a texture: positioning legs. */
  hatches: (CanvasPattern | string)[];
  /** Outside a place's hours. */
  night: CanvasPattern | string;
  /** All of a limit is taken. */
  full: CanvasPattern | string;
}

/** In which it is written what a movement is. */
export const journeyFont = (look: Look): string => `560 11px ${look.font}`;
export const standFont = (look: Look): string => `500 9px ${look.font}`;

function luminance(rgb: string): number {
  const [r = 0, g = 0, b = 0] = (rgb.match(/[\d.]+/g) ?? []).map((v) => {
    const c = Number(v) / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** White or black, whichever is read better on a colour. */
export const legible = (rgb: string): string => (luminance(rgb) > 0.19 ? '#0b1116' : '#ffffff');

function hatch(ctx: CanvasRenderingContext2D, ink: string, paper: string | null, size: number, width: number): CanvasPattern | string {
  const tile = new OffscreenCanvas(size, size);
  const pen = tile.getContext('2d');
  if (!pen) return ink;
  if (paper) {
    pen.fillStyle = paper;
    pen.fillRect(0, 0, size, size);
  }
  pen.strokeStyle = ink;
  pen.lineWidth = width;
  pen.beginPath();
  for (const shift of [-size, 0, size]) {
    pen.moveTo(shift - 1, size + 1);
    pen.lineTo(shift + size + 1, -1);
  }
  pen.stroke();
  return ctx.createPattern(tile.transferToImageBitmap(), 'repeat') ?? ink;
}

/** Reactive: of the colours of the scheme. */
export function lookOf(ctx: CanvasRenderingContext2D, bars: readonly Bar[], by: ColourBy, keys: readonly Key[]): Look {
  const surface = colour('surface');
  const fills = keys.map((k) => colour(k.colour));
  const index = new Map(keys.flatMap((k, i) => k.names.map((name) => [name, i] as const)));
  return {
    surface,
    sunken: colour('sunken'),
    line: colour('line'),
    strong: colour('line-strong'),
    ink: colour('ink'),
    ink2: colour('ink-2'),
    accent: colour('accent'),
    soft: colour('accent-soft'),
    warn: colour('warn'),
    warnSoft: colour('warn-soft'),
    bad: colour('bad'),
    focus: colour('focus'),
    font: getComputedStyle(document.documentElement).fontFamily,
    of: Uint8Array.from(bars, (b) => index.get(hue(b, by)) ?? 0),
    fills,
    texts: fills.map(legible),
    hatches: fills.map((fill) => hatch(ctx, fill, surface, 6, 1.6)),
    night: hatch(ctx, colour('line'), colour('sunken'), 8, 1),
    full: hatch(ctx, colour('warn'), colour('warn-soft'), 5, 1.4),
  };
}
