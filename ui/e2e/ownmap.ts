// A base map of one's own as tests need it: a PMTiles archive (version 3) of a
// single tile of the whole world, a picture or vectors.

/** A number of up to 53 bits as PMTiles writes it. */
function varint(n: number): number[] {
  return n < 128 ? [n] : [(n % 128) + 128, ...varint(Math.floor(n / 128))];
}

/** The archive of one tile: a PNG, or a Mapbox vector tile with the layers of those names. */
export function archive(tile: Uint8Array, layers?: string[]): Uint8Array {
  const meta = new TextEncoder().encode(JSON.stringify(layers ? { vector_layers: layers.map((id) => ({ id, fields: {} })) } : {}));
  // One entry: tile 0, once, its length, at the beginning (1: an offset of 0).
  const root = Uint8Array.from([1, 0, 1, ...varint(tile.length), 1]);
  const head = new DataView(new ArrayBuffer(127));
  'PMTiles'.split('').forEach((c, i) => head.setUint8(i, c.charCodeAt(0)));
  head.setUint8(7, 3);
  const parts = [127, root.length, 127 + root.length, meta.length, 0, 0, 127 + root.length + meta.length, tile.length, 1, 1, 1];
  parts.forEach((n, i) => head.setBigUint64(8 + 8 * i, BigInt(n), true));
  [1, 1, 1, layers ? 1 : 2, 0, 0].forEach((n, i) => head.setUint8(96 + i, n)); // clustered, nothing compressed, vectors or PNG, zoom 0
  [-180e7, -85e7, 180e7, 85e7].forEach((n, i) => head.setInt32(102 + 4 * i, n, true));
  return Uint8Array.from([...new Uint8Array(head.buffer), ...root, ...meta, ...tile]);
}

/** A field of a protocol buffer that has a length of its own. */
const field = (n: number, bytes: number[]): number[] => [8 * n + 2, ...varint(bytes.length), ...bytes];
const text = (s: string): number[] => [...new TextEncoder().encode(s)];

/** A vector tile of layers, each one rectangle from west to east over all latitudes; in shares of the world's width. */
export function vectors(layers: Record<string, [west: number, east: number]>): Uint8Array {
  const zigzag = (n: number): number[] => varint(n < 0 ? -2 * n - 1 : 2 * n);
  const extent = 4096;
  return Uint8Array.from(
    Object.entries(layers).flatMap(([name, [west, east]]) => {
      const [x, width] = [Math.round(west * extent), Math.round((east - west) * extent)];
      // Move to the corner, three lines, and close.
      const ring = [9, ...zigzag(x), ...zigzag(0), 26, ...[[width, 0], [0, extent], [-width, 0]].flat().flatMap(zigzag), 15];
      const feature = [8 * 3, 3, ...field(4, ring)];
      return field(3, [8 * 15, 2, ...field(1, text(name)), ...field(2, feature), 8 * 5, ...varint(extent)]);
    }),
  );
}
