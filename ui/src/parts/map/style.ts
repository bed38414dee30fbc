import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { colours, dashes, modes } from './symbols';

// The layers of the map, from the ground up, in the colours of the page. Sources
// have the names that their layers draw.

export const sources = ['countries', 'graticule', 'borders', 'names', 'links', 'flows', 'figures', 'ways', 'places', 'lifts'] as const;
export type SourceName = (typeof sources)[number];

type Colour = (name: string) => string;
const font = ['Inter Variable'];
const of = (property: string): ExpressionSpecification => ['get', property];
const byMode = (colour: Colour): ExpressionSpecification =>
  ['match', of('mode'), ...modes.slice(1).flatMap((m) => [m, colour(colours[m])]), colour(colours.air)] as unknown as ExpressionSpecification;

/** What lies beneath a base map of the user's own: sea and land. */
export function ground(colour: Colour, host: string): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': colour('sunken') } },
    { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': colour('surface') } },
    { id: 'theatre', type: 'fill', source: 'countries', filter: ['==', ['get', 'code'], host], paint: { 'fill-color': colour('accent-soft'), 'fill-opacity': 0.55 } },
    { id: 'graticule', type: 'line', source: 'graticule', paint: { 'line-color': colour('line'), 'line-width': 0.6, 'line-opacity': 0.7 } },
  ];
}

/** Borders, names of countries, and the mission upon them. */
export function layers(colour: Colour): LayerSpecification[] {
  const halo = { 'text-halo-color': colour('surface'), 'text-halo-width': 1.6 };
  // Figures are written where their flow is longer than they are.
  const roomy = ['step', ['zoom'], ['==', of('from'), 0], ...Array.from({ length: 14 }, (_, i) => [i + 1, ['<=', of('from'), i + 1]]).flat()] as unknown as ExpressionSpecification;
  const radius: ExpressionSpecification = ['coalesce', ['feature-state', 'radius'], 0];
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    { id: 'coast', type: 'line', source: 'countries', paint: { 'line-color': colour('line'), 'line-width': 0.8 } },
    { id: 'borders', type: 'line', source: 'borders', paint: { 'line-color': colour('line-strong'), 'line-width': 0.7, 'line-opacity': 0.6 } },
    {
      id: 'names', type: 'symbol', source: 'names', filter: ['>=', of('size'), ['step', ['zoom'], 0.0008, 4, 0.0001, 5.5, 0]], layout: { 'text-field': of('name'), 'text-font': font, 'text-size': 11, 'text-letter-spacing': 0.08, 'text-max-width': 7, 'text-padding': 12, 'symbol-sort-key': ['-', 0, of('size')] },
      paint: { 'text-color': colour('ink-2'), 'text-opacity': 0.85, ...halo },
    },
    ...modes.map((mode): LayerSpecification => ({
      id: `links-${mode}`, type: 'line', source: 'links', filter: ['==', ['get', 'mode'], mode],
      paint: { 'line-color': colour('ink-2'), 'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.8, 9, 2], 'line-opacity': 0.7, ...(dashes[mode] && { 'line-dasharray': dashes[mode] }) },
    })),
    // Of two directions each keeps to its right.
    {
      id: 'flows', type: 'line', source: 'flows', layout: { 'line-cap': 'butt', 'line-join': 'round', 'line-sort-key': of('width') },
      paint: { 'line-color': byMode(colour), 'line-width': of('width'), 'line-offset': ['+', ['/', of('width'), 2], 1], 'line-opacity': 0.66 },
    },
    {
      id: 'flow-arrows', type: 'symbol', source: 'flows',
      layout: { 'symbol-placement': 'line', 'symbol-spacing': 90, 'icon-image': 'arrow', 'icon-size': of('arrow'), 'icon-offset': of('arrowOffset'), 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'icon-padding': 0 },
    },
    { id: 'ways', type: 'line', source: 'ways', layout: round, paint: { 'line-color': byMode(colour), 'line-width': 1.2, 'line-opacity': 0.45 } },
    { id: 'way-selected', type: 'line', source: 'ways', filter: ['==', ['get', 'movement'], -1], layout: round, paint: { 'line-color': colour('warn'), 'line-width': 3.5 } },
    {
      id: 'figures', type: 'symbol', source: 'figures', filter: roomy,
      layout: { 'text-field': of('text'), 'text-font': font, 'text-size': 11, 'text-rotate': of('turned'), 'text-rotation-alignment': 'map', 'text-offset': of('offset'), 'text-max-width': 40, 'symbol-sort-key': of('order') },
      paint: { 'text-color': colour('ink'), ...halo },
    },
    {
      id: 'people', type: 'circle', source: 'places',
      paint: {
        // Seen from afar they would cover one another.
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 2, ['*', 0.5, radius], 9, radius], 'circle-color': colour('good'), 'circle-opacity': 0.12,
        'circle-stroke-color': colour('good'), 'circle-stroke-width': ['case', ['>', radius, 0], 1, 0], 'circle-stroke-opacity': 0.7,
      },
    },
    {
      id: 'places', type: 'symbol', source: 'places',
      layout: {
        'icon-image': of('icon'), 'icon-allow-overlap': true, 'icon-ignore-placement': false, 'icon-padding': 0,
        'text-field': of('name'), 'text-font': font, 'text-size': ['case', of('large'), 12.5, 11.5], 'text-optional': true, 'text-max-width': 11, 'text-justify': 'auto',
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'], 'text-radial-offset': 0.95, 'text-padding': 3, 'symbol-sort-key': of('order'),
      },
      paint: { 'text-color': colour('ink'), ...halo },
    },
    {
      id: 'lifts', type: 'symbol', source: 'lifts',
      layout: {
        'icon-image': of('icon'), 'icon-size': ['interpolate', ['linear'], ['zoom'], 2, 0.7, 5, 1], 'icon-rotate': of('heading'), 'icon-rotation-alignment': 'map', 'icon-allow-overlap': true, 'icon-ignore-placement': true, 'icon-padding': 0,
        'symbol-sort-key': of('order'), 'symbol-z-order': 'source',
      },
    },
  ];
}
