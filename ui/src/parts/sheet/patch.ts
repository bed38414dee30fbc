// What a JSON Merge Patch (RFC 7396) says to make one thing another.

type Thing = Record<string, unknown>;
const isThing = (value: unknown): value is Thing => value !== null && typeof value === 'object' && !Array.isArray(value);

/** The patch that makes `before` say what `after` says: keys that are gone are null, lists stand whole. */
export function mergePatch(before: object, after: object): Thing {
  const patch: Thing = {};
  const [was, is] = [before as Thing, after as Thing];
  for (const key of Object.keys(was)) if (!Object.hasOwn(is, key) || is[key] === undefined) patch[key] = null;
  for (const [key, value] of Object.entries(is)) {
    if (value === undefined || JSON.stringify(was[key]) === JSON.stringify(value)) continue;
    const old = Object.hasOwn(was, key) ? was[key] : undefined;
    patch[key] = isThing(value) && isThing(old) ? mergePatch(old, value) : value;
  }
  return patch;
}
