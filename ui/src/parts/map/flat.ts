import type { MultiPolygon, Polygon, Position as Coordinates } from 'geojson';
import { near, unrolled, type Position } from './geo';

// Countries are polygons on the globe: one may cross the antimeridian, or lie
// around a pole. A flat map needs each in one piece, past ±180 where it has to be.

function ring(points: Coordinates[], beside: number | undefined): Position[] {
  const out = unrolled(points as Position[]);
  const [first, last] = [out[0]!, out.at(-1)!];
  if (Math.abs(last[0] - first[0]) > 180) {
    const pole = first[1] < 0 ? -90 : 90;
    return [...out, [last[0], pole], [first[0], pole], first];
  }
  const shift = beside === undefined ? 0 : near(first[0], beside) - first[0];
  return shift === 0 ? out : out.map(([longitude, latitude]) => [longitude + shift, latitude]);
}

const part = (rings: Coordinates[][]): Position[][] => {
  const outer = ring(rings[0]!, undefined);
  return [outer, ...rings.slice(1).map((hole) => ring(hole, outer[0]![0]))];
};

/** A polygon of the globe as one of a map that repeats to the east and west. */
export function flat(shape: Polygon | MultiPolygon): Polygon | MultiPolygon {
  if (shape.type === 'Polygon') return { type: 'Polygon', coordinates: part(shape.coordinates) };
  return { type: 'MultiPolygon', coordinates: shape.coordinates.map(part) };
}
