import { scaleSqrt } from 'd3-scale';
import type { Feature, FeatureCollection, Geometry } from 'geojson';
import type { Mission } from '../../api/client';
import type { Base } from './basemap';
import { weight, type Flow } from './flows';
import { along, greatCircle, near, type Position, type Track } from './geo';
import { spot, whereabouts, type Journey } from './journeys';
import { ends, positions } from './paths';
import type { Role } from './roles';
import type { Standing } from './standing';

// What the map draws, as GeoJSON with the properties that its layers read.

type Properties = Record<string, string | number | boolean | number[]>;
const collected = (features: Feature<Geometry, Properties>[]): FeatureCollection<Geometry, Properties> => ({ type: 'FeatureCollection', features });
const line = (points: Position[], properties: Properties): Feature<Geometry, Properties> => ({ type: 'Feature', geometry: { type: 'LineString', coordinates: points }, properties });
const point = (at: Position, properties: Properties): Feature<Geometry, Properties> => ({ type: 'Feature', geometry: { type: 'Point', coordinates: at }, properties });

export function placeFeatures(mission: Mission, role: Map<string, Role>) {
  const at = positions(mission);
  return collected(
    mission.places.flatMap(({ id, name, country }) => {
      const position = at.get(id);
      const kind = role.get(id)!;
      const large = kind === 'airfield' || kind === 'port';
      return position ? [point(position, { id, name: name || id, icon: `place-${kind}${country === mission.host ? '' : '-abroad'}`, large, order: large ? 0 : 1 })] : [];
    }),
  );
}

export function linkFeatures({ links = [], ...mission }: Mission) {
  const at = positions(mission);
  return collected(
    links.flatMap((link) => {
      const { from, to } = ends(link);
      const [a, b] = [at.get(from), at.get(to)];
      if (!a || !b) return [];
      return [line(link.mode === 'air' ? greatCircle(a, b) : [a, [near(b[0], a[0]), b[1]]], { mode: link.mode })];
    }),
  );
}

export const flowKey = ({ mode, from, to }: Flow): string => `${mode} ${from} ${to}`;

/** Pixels of a flow's width: its area grows with what is carried. */
export const flowWidth = (largest: number) => scaleSqrt([0, Math.max(1, largest)], [1.5, 13]);

export function flowFeatures(all: Flow[]) {
  const width = flowWidth(Math.max(0, ...all.map(weight)));
  return collected(
    all.flatMap((flow) => {
      if (!flow.way) return [];
      const px = width(weight(flow));
      const arrow = Math.max(0.6, Math.min(1, px / 11));
      // An offset is of the arrow's own size.
      return [line(flow.way.points, { id: flowKey(flow), mode: flow.mode, width: px, arrow, arrowOffset: [0, (px / 2 + 1) / arrow] })];
    }),
  );
}

/** How long a way is on the map at zoom 0, where the world is 512 pixels wide. */
const pixels = ({ points, upTo }: Track): number => {
  const [, latitude] = points[points.length >> 1]!;
  return upTo.at(-1)! / ((40_030 * Math.cos((latitude * Math.PI) / 180)) / 512);
};

/** What flows, written beside the middle of each flow, on the side where it is drawn. */
export function figureFeatures(all: Flow[], label: (flow: Flow) => string) {
  const width = flowWidth(Math.max(0, ...all.map(weight)));
  return collected(
    all.flatMap((flow) => {
      if (!flow.way) return [];
      const { position, heading } = along(flow.way, 0.5);
      const upright = heading > 180 ? 90 : -90;
      const aside = (width(weight(flow)) + 9) / 11; // ems
      const text = label(flow);
      const from = Math.max(0, Math.min(14, Math.ceil(Math.log2((text.length * 5.6) / pixels(flow.way)))));
      return [point(position, { text, from, turned: heading + upright, offset: [0, upright < 0 ? aside : -aside], order: -weight(flow) })];
    }),
  );
}

/** The ways of the movements that are under way at a time, and of the one that is selected. */
export function wayFeatures(all: Journey[], at: number, selected: number | null) {
  return collected(
    all.flatMap(({ movement, legs }) =>
      legs.flatMap(({ way, depart, arrive }) =>
        way && ((depart <= at && at < arrive) || movement.id === selected) ? [line(way.points, { movement: movement.id, mode: movement.mode })] : [],
      ),
    ),
  );
}

export function liftFeatures(all: Journey[], at: number, selected: number | null) {
  return collected(
    all.flatMap((journey) => {
      if (at < journey.depart || at >= journey.arrive) return [];
      const where = spot(whereabouts(journey, at));
      const { id, mode } = journey.movement;
      const chosen = id === selected;
      return where ? [point(where.position, { id, heading: where.heading, icon: `lift-${mode}${chosen ? '-selected' : ''}`, order: chosen ? 1 : 0 })] : [];
    }),
  );
}

/** Pixels of the circle of the people at each place: its area grows with them. */
export function radii(standing: Map<string, Standing>, most: number): Map<string, number> {
  const radius = scaleSqrt([0, Math.max(1, most)], [0, 34]);
  return new Map([...standing].map(([id, { people }]) => [id, people > 0 ? Math.max(5, radius(people)) : 0]));
}

export function nameFeatures(base: Base, name: (code: string) => string) {
  return collected(
    base.names.features.map(({ geometry, properties }) => ({ type: 'Feature', geometry, properties: { name: name(properties.code).toLocaleUpperCase(), size: properties.size } })),
  );
}
