import { addProtocol, type LayerSpecification, type SourceSpecification } from 'maplibre-gl';
import { PMTiles, Protocol, TileType } from 'pmtiles';

// A base map of the installation's own (`sortie serve --map`), beneath all that
// the page draws: pictures as they are, or land, water and roads of vector tiles
// in the page's colours. Loaded where there is one.

type Colour = (name: string) => string;

export interface OwnMap {
  source: SourceSpecification;
  layers: (colour: Colour) => LayerSpecification[];
}

/** What is drawn of vector tiles, by the names of the two schemas in use (Protomaps, OpenMapTiles), from the ground up. */
const drawn: { names: string[]; layer: (colour: Colour) => Pick<LayerSpecification, 'type' | 'paint'> & { filter?: unknown } }[] = [
  { names: ['earth'], layer: (colour) => ({ type: 'fill', paint: { 'fill-color': colour('surface') } }) },
  { names: ['landcover', 'landuse', 'natural'], layer: (colour) => ({ type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour('good-soft'), 'fill-opacity': 0.25 } }) },
  { names: ['water'], layer: (colour) => ({ type: 'fill', filter: ['==', ['geometry-type'], 'Polygon'], paint: { 'fill-color': colour('sunken') } }) },
  { names: ['waterway'], layer: (colour) => ({ type: 'line', paint: { 'line-color': colour('line'), 'line-width': 1 } }) },
  { names: ['roads', 'transportation'], layer: (colour) => ({ type: 'line', paint: { 'line-color': colour('line-strong'), 'line-width': ['interpolate', ['linear'], ['zoom'], 6, 0.4, 14, 2.5], 'line-opacity': 0.7 } }) },
];

/** Reads what the archive at an address holds; only vector tiles (MVT) and pictures can be drawn. */
export async function ownMap(address: string): Promise<OwnMap | null> {
  const archive = new PMTiles(address);
  const protocol = new Protocol();
  protocol.add(archive);
  addProtocol('pmtiles', protocol.tile);
  const { tileType } = await archive.getHeader();
  const url = `pmtiles://${address}`;
  if (tileType !== TileType.Mvt) {
    if (tileType === TileType.Unknown || tileType === TileType.Mlt) return null;
    return { source: { type: 'raster', url, tileSize: 256 }, layers: () => [{ id: 'own-picture', type: 'raster', source: 'own' }] };
  }
  const { vector_layers: there = [] } = (await archive.getMetadata()) as { vector_layers?: { id: string }[] };
  return {
    source: { type: 'vector', url },
    layers: (colour) =>
      drawn.flatMap(({ names, layer }) =>
        names.filter((name) => there.some((l) => l.id === name)).map((name) => ({ id: `own-${name}`, source: 'own', 'source-layer': name, ...layer(colour) }) as LayerSpecification),
      ),
  };
}
