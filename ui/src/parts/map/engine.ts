import { Map as MapLibre, setWorkerUrl, type GeoJSONSource, type MapMouseEvent, type PaddingOptions } from 'maplibre-gl';
import worker from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { FeatureCollection, GeoJSON } from 'geojson';
import type { Bounds } from './geo';
import type { OwnMap } from './ownmap';
import { ground, layers, sources, type SourceName } from './style';
import { arrow, colours, drawn, lifts, modes, places } from './symbols';

// MapLibre, told what a mission's map shows. Loaded when a map is first drawn.

setWorkerUrl(worker);

/** A colour of page.css by its name. */
export type Colour = (name: string) => string;
export interface Found {
  kind: 'lift' | 'place' | 'flow';
  /** A movement's number, a place's id, or the key of a flow. */
  id: string | number;
}
interface Told {
  /** The pointer is over something, or over nothing any more. */
  onover: (found: Found | null, point: { x: number; y: number }) => void;
  onchosen: (found: Found) => void;
  /** All that was to be drawn so far is. */
  ondrawn: () => void;
}

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };
/** Room for the names of places at the edge, and for the buttons. */
const padding = ({ clientWidth }: HTMLElement): PaddingOptions => ({ top: 60, bottom: 40, left: Math.min(130, clientWidth * 0.16), right: Math.min(130, clientWidth * 0.16) });
const touched = { lifts: 'lift', places: 'place', flows: 'flow' } as const;

export class Engine {
  readonly #map: MapLibre;
  readonly #still: boolean;
  #ready: Promise<void>;
  #images: Colour | null = null;
  #radii = new Map<string, number>();
  #own: OwnMap | null = null;
  #gone = false;

  constructor(container: HTMLElement, colour: Colour, { host, bounds, still, words, told }: { host: string; bounds: Bounds | null; still: boolean; words: Record<string, string>; told: Told }) {
    this.#still = still;
    this.#map = new MapLibre({
      container,
      style: {
        version: 8,
        sources: Object.fromEntries(sources.map((name) => [name, { type: 'geojson', data: nothing, ...(name === 'places' && { promoteId: 'id' }), ...(name === 'lifts' && { buffer: 32, tolerance: 0 }) }])),
        layers: [...ground(colour, host), ...layers(colour)],
      },
      ...(bounds && { bounds, fitBoundsOptions: { padding: padding(container), maxZoom: 11 } }),
      attributionControl: false,
      cooperativeGestures: true,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      fadeDuration: still ? 0 : 150,
      maxZoom: 14,
      minZoom: 0.6,
      locale: words,
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#ready = new Promise((done) => void this.#map.once('style.load', () => done()));
    void this.#ready.then(() => this.#draw(colour));
    this.#map.on('idle', told.ondrawn);
    const over = (event: MapMouseEvent): Found | null => this.#under(event);
    this.#map.on('mousemove', (event) => {
      const found = over(event);
      this.#map.getCanvas().style.cursor = found ? 'pointer' : '';
      told.onover(found, event.point);
    });
    this.#map.on('mouseout', (event) => told.onover(null, event.point));
    this.#map.on('click', (event) => {
      const found = over(event);
      if (found) told.onchosen(found);
    });
  }

  #under({ point }: MapMouseEvent): Found | null {
    const box: [[number, number], [number, number]] = [[point.x - 4, point.y - 4], [point.x + 4, point.y + 4]];
    if (!this.#map.isStyleLoaded() && !this.#map.getLayer('lifts')) return null;
    for (const layer of ['lifts', 'places', 'flows'] as const) {
      const first = this.#map.queryRenderedFeatures(box, { layers: [layer] })[0];
      if (first) return { kind: touched[layer], id: first.properties['id'] as string | number };
    }
    return null;
  }

  /** Images in the colours of the scheme. */
  #draw(colour: Colour): void {
    const put = (name: string, image: ImageData): void => {
      if (this.#map.hasImage(name)) this.#map.updateImage(name, image);
      else this.#map.addImage(name, image, { pixelRatio: 2 });
    };
    for (const mode of modes) {
      put(`lift-${mode}`, drawn(lifts[mode], colour(colours[mode]), colour('surface')));
      put(`lift-${mode}-selected`, drawn(lifts[mode], colour('warn'), colour('ink'), { size: 34 }));
    }
    for (const [role, path] of Object.entries(places)) {
      put(`place-${role}`, drawn(path, colour('ink'), colour('surface'), { size: 16, edgeWidth: 3.5 }));
      put(`place-${role}-abroad`, drawn(path, colour('ink-2'), colour('surface'), { size: 14, edgeWidth: 3.5 }));
    }
    put('arrow', drawn(arrow, colour('surface'), colour('ink'), { size: 18, edgeWidth: 2.5 }));
    this.#images = colour;
  }

  /** The colours of another scheme. */
  async look(colour: Colour, host: string): Promise<void> {
    await this.#ready;
    if (this.#images) this.#draw(colour);
    for (const layer of [...ground(colour, host), ...(this.#own?.layers(colour) ?? []), ...layers(colour)]) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) this.#map.setPaintProperty(layer.id, name as never, value as never);
    }
  }

  /** Puts the installation's own base map, which is served at an address, beneath the rest; reports whether it can be drawn. */
  async beneath(address: string, colour: Colour): Promise<boolean> {
    const { ownMap } = await import('./ownmap');
    const own = await ownMap(address);
    await this.#ready;
    if (!own || this.#gone) return false;
    this.#own = own;
    this.#map.addSource('own', own.source);
    for (const layer of own.layers(colour)) this.#map.addLayer(layer, 'theatre');
    return true;
  }

  async show(source: SourceName, data: GeoJSON): Promise<void> {
    await this.#ready;
    if (this.#gone) return;
    await (this.#map.getSource(source) as GeoJSONSource | undefined)?.setData(data);
  }

  /** How large the circle of the people at a place is, in pixels. */
  async people(radii: Map<string, number>): Promise<void> {
    await this.#ready;
    for (const [id, radius] of radii) {
      if (this.#radii.get(id) !== radius) this.#map.setFeatureState({ source: 'places', id }, { radius });
    }
    this.#radii = radii;
  }

  async select(movement: number | null): Promise<void> {
    await this.#ready;
    this.#map.setFilter('way-selected', ['==', ['get', 'movement'], movement ?? -1]);
  }

  fit(bounds: Bounds): void {
    this.#map.fitBounds(bounds, { padding: padding(this.#map.getContainer()), maxZoom: 11, animate: !this.#still });
  }

  zoom(by: 1 | -1): void {
    this.#map.zoomTo(this.#map.getZoom() + by, { animate: !this.#still });
  }

  flyTo(center: [number, number]): void {
    this.#map.resize(); // what was chosen may have taken room beside the map
    const options = { center, zoom: Math.max(this.#map.getZoom(), 8) };
    if (this.#still) this.#map.jumpTo(options);
    else this.#map.easeTo(options);
  }

  name(text: string): void {
    this.#map.getCanvas().setAttribute('aria-label', text);
  }

  remove(): void {
    this.#gone = true;
    this.#map.remove();
  }
}
