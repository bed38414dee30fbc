// What changed between two revisions of a mission, key by key. Entries of lists
// that have ids are compared by them: a unit that was only moved has not changed.

export interface Change {
  /** Such as `units[ru-1].people`. */
  path: string;
  before?: unknown;
  after?: unknown;
}

type Tree = Record<string, unknown>;
const isTree = (v: unknown): v is Tree => typeof v === 'object' && v !== null && !Array.isArray(v);

function keyed(list: unknown[]): Tree | null {
  const out: Tree = {};
  for (const item of list) {
    if (!isTree(item) || typeof item['id'] !== 'string' || item['id'] in out) return null;
    out[item['id']] = item;
  }
  return out;
}

/** The changes from one value to another, in the order of keys; at most so many. */
export function changes(before: unknown, after: unknown, most = 500): Change[] {
  const out: Change[] = [];
  walk(before, after, '', out, most);
  return out;
}

function walk(before: unknown, after: unknown, path: string, out: Change[], most: number): void {
  if (out.length >= most || JSON.stringify(before) === JSON.stringify(after)) return;
  const lists = Array.isArray(before) && Array.isArray(after) ? [keyed(before), keyed(after)] : null;
  const [a, b] = lists ?? [before, after];
  if (!isTree(a) || !isTree(b)) {
    out.push({ path, ...(before !== undefined && { before }), ...(after !== undefined && { after }) });
    return;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    walk(a[key], b[key], lists ? `${path}[${key}]` : path ? `${path}.${key}` : key, out, most);
  }
}
