// A base map of one's own as tests need it: a PMTiles archive (version 3) of a
// single picture of the world.

/** A number of up to 53 bits as PMTiles writes it. */
function varint(n: number): number[] {
  return n < 128 ? [n] : [(n % 128) + 128, ...varint(Math.floor(n / 128))];
}

/** The archive of a PNG of the whole world. */
export function archive(png: Uint8Array): Uint8Array {
  const meta = new TextEncoder().encode('{}');
  // One entry: tile 0, once, its length, at the beginning (1: an offset of 0).
  const root = Uint8Array.from([1, 0, 1, ...varint(png.length), 1]);
  const head = new DataView(new ArrayBuffer(127));
  'PMTiles'.split('').forEach((c, i) => head.setUint8(i, c.charCodeAt(0)));
  head.setUint8(7, 3);
  const parts = [127, root.length, 127 + root.length, meta.length, 0, 0, 127 + root.length + meta.length, png.length, 1, 1, 1];
  parts.forEach((n, i) => head.setBigUint64(8 + 8 * i, BigInt(n), true));
  [1, 1, 1, 2, 0, 0].forEach((n, i) => head.setUint8(96 + i, n)); // clustered, nothing compressed, PNG, zoom 0
  [-180e7, -85e7, 180e7, 85e7].forEach((n, i) => head.setInt32(102 + 4 * i, n, true));
  return Uint8Array.from([...new Uint8Array(head.buffer), ...root, ...meta, ...png]);
}
