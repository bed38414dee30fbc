import { geoArea, geoCentroid, geoGraticule10 } from 'd3-geo';
import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Point, Polygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import address from 'world-atlas/countries-50m.json?url';
import { flat } from './flat';
import { unrolled, type Position } from './geo';

// The land and its borders: Natural Earth at 1:50 million, as the world-atlas
// package has it. Borders are those that Natural Earth draws: who holds what.

type Countries = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export interface Base {
  /** Each with its ISO 3166 code where it has one, as `code`. */
  countries: FeatureCollection<Polygon | MultiPolygon, { code: string }>;
  borders: MultiLineString;
  graticule: MultiLineString;
  /** One point a country, the middle of its largest part. */
  names: FeatureCollection<Point, { code: string; size: number }>;
}

/** The ISO 3166 code of a number of the same standard: KZ of 398. */
function alphabetic(id: string | number | undefined): string {
  if (id === undefined) return '';
  const { region } = new Intl.Locale(`und-${String(id).padStart(3, '0')}`);
  return region && /^[A-Z]{2}$/.test(region) ? region : '';
}

function largest(shape: Polygon | MultiPolygon): Polygon {
  if (shape.type === 'Polygon') return shape;
  const parts = shape.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }));
  return parts.reduce((a, b) => (geoArea(a) >= geoArea(b) ? a : b));
}

async function read(): Promise<Base> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`the base map was not sent: ${answer.status}`);
  const topology = (await answer.json()) as Countries;
  const { countries: geometries } = topology.objects;
  const countries: Base['countries'] = { type: 'FeatureCollection', features: [] };
  const names: Base['names'] = { type: 'FeatureCollection', features: [] };
  for (const country of feature(topology, geometries).features as Feature<Polygon | MultiPolygon>[]) {
    const code = alphabetic(country.id);
    countries.features.push({ type: 'Feature', geometry: flat(country.geometry), properties: { code } });
    if (!code) continue;
    const main = largest(country.geometry);
    names.features.push({ type: 'Feature', geometry: { type: 'Point', coordinates: geoCentroid(main) }, properties: { code, size: geoArea(main) } });
  }
  const borders = mesh(topology, geometries, (a, b) => a !== b);
  borders.coordinates = borders.coordinates.map((line) => unrolled(line as Position[]));
  return { countries, names, borders, graticule: geoGraticule10() as MultiLineString };
}

let base: Promise<Base> | undefined;

/** The base map, read once. */
export function baseMap(): Promise<Base> {
  base ??= read();
  base.catch(() => (base = undefined));
  return base;
}
