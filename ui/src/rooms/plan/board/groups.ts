/** What is alike in something, in the order in which each comes first. */
export function groups<T, K>(list: Iterable<T>, of: (value: T) => K): Map<K, T[]> {
  const out = new Map<K, T[]>();
  for (const value of list) {
    const key = of(value);
    const group = out.get(key);
    if (group) group.push(value);
    else out.set(key, [value]);
  }
  return out;
}
