import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Feature, MultiPolygon, Polygon } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { expect, test } from 'vitest';
import { flat } from './flat';

const atlas = fileURLToPath(import.meta.resolve('world-atlas/countries-50m.json'));
const topology = JSON.parse(readFileSync(atlas, 'utf8')) as Topology<{ countries: GeometryCollection<{ name: string }> }>;
const countries = feature(topology, topology.objects.countries).features as Feature<Polygon | MultiPolygon, { name: string }>[];
const rings = (shape: Polygon | MultiPolygon) => (shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat());
const longest = (shape: Polygon | MultiPolygon) =>
  Math.max(...rings(shape).flatMap((r) => r.slice(1).map(([x, y], i) => (Math.abs(y!) === 90 || Math.abs(r[i]![1]!) === 90 ? 0 : Math.abs(x! - r[i]![0]!)))));

test('some countries of the atlas cross the antimeridian, and none does when it is flat', () => {
  expect(countries.filter(({ geometry }) => longest(geometry) > 180).map((c) => c.properties.name).sort()).toEqual(['Antarctica', 'Fiji', 'Russia']);
  expect(countries.filter(({ geometry }) => longest(flat(geometry)) > 180)).toEqual([]);
});

test('rings stay closed, around a pole too', () => {
  for (const { geometry, properties } of countries) for (const r of rings(flat(geometry))) expect(r.at(-1), properties.name).toEqual(r[0]);
});
