import type { Movement } from '../../api/client';
import type { Role } from './roles';

// What the map draws places and lifts with: paths in a box of 24 by 24, north
// up. The map and its legend draw the same.

type Mode = Movement['mode'];
export const modes: Mode[] = ['air', 'road', 'rail', 'sea'];

export const lifts: Record<Mode, string> = {
  air: 'M12 1.5c1 0 1.7 1.4 1.7 3v4.3L22 14v2.2l-8.3-2.4v4.6l2.6 2v1.9L12 21.2l-4.3 1.1v-1.9l2.6-2v-4.6L2 16.2V14l8.3-5.2V4.5c0-1.6.7-3 1.7-3z',
  road: 'M12 2l6 5.5V21a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1V7.5z',
  rail: 'M9 2h6a2.5 2.5 0 0 1 2.5 2.5V9h-11V4.5A2.5 2.5 0 0 1 9 2zM6.5 10.5h11v5h-11zM6.5 17h11v5h-11z',
  sea: 'M12 1.5C16 6 17.5 10 17.5 14v7.5h-11V14c0-4 1.5-8 5.5-12.5z',
};

export const places: Record<Role, string> = {
  airfield: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 3.2a5.8 5.8 0 1 0 0 11.6 5.8 5.8 0 0 0 0-11.6zM10.6 7.5h2.8v9h-2.8z',
  port: 'M3 10h18l-3 9H6zM10.5 3h3v6h-3z',
  railhead: 'M4 6h16v3H4zM4 15h16v3H4zM7 4h2.5v16H7zM14.5 4H17v16h-2.5z',
  guarded: 'M12 3l8 3v6c0 4.5-3.2 7.6-8 9.5C7.2 19.6 4 16.5 4 12V6z',
  camp: 'M12 4l9.5 16h-19z',
  destination: 'M4 4h16v16H4z',
  waypoint: 'M12 4l8 8-8 8-8-8z',
};

/** Points to the right: along a line. */
export const arrow = 'M5 4l14 8-14 8 3.5-8z';

/** The colour of page.css in which a mode's lifts and flows are drawn. Their shapes differ too. */
export const colours: Record<Mode, string> = { air: 'accent', road: 'series-5', rail: 'series-4', sea: 'series-8' };
/** Dashes of links that are not flown, in line widths: told apart without colour. */
export const dashes: Record<Mode, number[] | null> = { air: [1, 3], road: null, rail: [4, 2], sea: [6, 3, 1, 3] };

/** Draws a symbol as pixels for MapLibre, in a colour, on a thin edge of another. */
export function drawn(path: string, fill: string, edge: string, { size = 24, ratio = 2, edgeWidth = 2.5 } = {}): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * ratio;
  const context = canvas.getContext('2d')!;
  context.scale((size * ratio) / 28, (size * ratio) / 28);
  context.translate(2, 2);
  const shape = new Path2D(path);
  context.lineJoin = 'round';
  context.strokeStyle = edge;
  context.lineWidth = edgeWidth;
  context.stroke(shape);
  context.fillStyle = fill;
  context.fill(shape, 'nonzero');
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
