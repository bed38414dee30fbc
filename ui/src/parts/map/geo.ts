import { geoDistance, geoInterpolate } from 'd3-geo';

// Lines on the globe for a map that is flat. Positions are [longitude, latitude]
// in degrees; a line that crosses the antimeridian goes on past ±180, so that it
// is drawn in one piece.

export type Position = [number, number];

/** Kilometres on a sphere of the radius that the mission's rules name. */
export const kilometres = (a: Position, b: Position): number => geoDistance(a, b) * 6371.0088;

/** The longitude of the same meridian that lies nearest to another one. */
export const near = (longitude: number, to: number): number => longitude - 360 * Math.round((longitude - to) / 360);

/** A line whose neighbouring points are never more than half the world apart. */
export function unrolled(line: Position[]): Position[] {
  const out: Position[] = [];
  for (const [longitude, latitude] of line) out.push([near(longitude, out.at(-1)?.[0] ?? longitude), latitude]);
  return out;
}

/** The great circle between two positions, with a point about every 100 km. */
export function greatCircle(a: Position, b: Position): Position[] {
  const steps = Math.max(1, Math.min(200, Math.ceil(kilometres(a, b) / 100)));
  const between = geoInterpolate(a, b);
  const line: Position[] = [a];
  for (let i = 1; i < steps; i++) line.push(between(i / steps));
  line.push(b);
  return unrolled(line);
}

/** A polyline that knows how far along it each of its points is. */
export interface Track {
  points: Position[];
  /** Kilometres from its beginning to each point. */
  upTo: number[];
}

export function track(points: Position[]): Track {
  const upTo = [0];
  for (let i = 1; i < points.length; i++) upTo.push(upTo[i - 1]! + kilometres(points[i - 1]!, points[i]!));
  return { points, upTo };
}

/** Where something is that has done a share (0 to 1) of a track, and where it heads: degrees clockwise from north. */
export function along({ points, upTo }: Track, share: number): { position: Position; heading: number } {
  const done = Math.min(1, Math.max(0, share)) * upTo.at(-1)!;
  let i = 1;
  while (i < points.length - 1 && upTo[i]! < done) i++;
  const [a, b] = [points[i - 1]!, points[i] ?? points[i - 1]!];
  const length = (upTo[i] ?? 0) - upTo[i - 1]!;
  const [longitude, latitude] = geoInterpolate(a, b)(length > 0 ? (done - upTo[i - 1]!) / length : 0);
  return { position: [near(longitude, a[0]), latitude], heading: heading(a, b) };
}

/** The angle of a short line on a Mercator map, which keeps angles: degrees clockwise from north. */
export function heading(a: Position, b: Position): number {
  const northing = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  const east = (near(b[0], a[0]) - a[0]) * (Math.PI / 180);
  return ((Math.atan2(east, northing(b[1]) - northing(a[1])) * 180) / Math.PI + 360) % 360;
}

export type Bounds = [[number, number], [number, number]];

/** The smallest box around positions, west and south first; east may lie past 180. Null without any. */
export function around(positions: Position[]): Bounds | null {
  if (positions.length === 0) return null;
  const east = positions.map(([longitude]) => ((longitude % 360) + 360) % 360).sort((a, b) => a - b);
  // The box begins behind the widest gap between neighbouring longitudes.
  let west = east[0]!;
  let widest = east[0]! + 360 - east.at(-1)!;
  for (let i = 1; i < east.length; i++) {
    if (east[i]! - east[i - 1]! > widest) [west, widest] = [east[i]!, east[i]! - east[i - 1]!];
  }
  const latitudes = positions.map(([, latitude]) => latitude);
  const from = near(west, 0);
  const micro = (degrees: number) => Math.round(degrees * 1e6) / 1e6; // a tenth of a metre: no dust of the arithmetic
  return [
    [micro(from), Math.min(...latitudes)],
    [micro(from + 360 - widest), Math.max(...latitudes)],
  ];
}
