// Addresses of the page. Every view has one of its own: /missions/{mission}/{room},
// with what is chosen in the room as query parameters, so that it can be linked.

export const rooms = ['overview', 'plan', 'force', 'network', 'record'] as const;
export type Room = (typeof rooms)[number];

export interface Route {
  /** Absent: the room of all missions. */
  mission?: string;
  room: Room | 'missions' | 'nowhere';
  query: URLSearchParams;
}

function parse(url: URL): Route {
  const [first, mission, room = 'overview', ...rest] = url.pathname.split('/').filter(Boolean).map(decoded);
  const query = url.searchParams;
  if (first === undefined || (first === 'missions' && mission === undefined)) return { room: 'missions', query };
  if (first !== 'missions' || rest.length > 0 || !rooms.includes(room as Room)) return { room: 'nowhere', query };
  return { mission: mission!, room: room as Room, query };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

let here = $state.raw<Route>(parse(new URL(location.href)));
const read = () => (here = parse(new URL(location.href)));
addEventListener('popstate', read);

/** Where the page is. Reactive. */
export function route(): Route {
  return here;
}

/** The address of a room of a mission. */
export function addressOf(mission: string, room: Room = 'overview', query: Record<string, string> = {}): string {
  const text = new URLSearchParams(query).toString();
  return `/missions/${encodeURIComponent(mission)}/${room}${text && `?${text}`}`;
}

/** Goes to an address of the page. */
export function go(address: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  read();
}

/** Changes what is chosen in this room; a value of null takes a key away. It makes no step in the browser's history. */
export function choose(values: Record<string, string | null>): void {
  const url = new URL(location.href);
  for (const [key, value] of Object.entries(values)) {
    if (value === null) url.searchParams.delete(key);
    else url.searchParams.set(key, value);
  }
  go(url.href, { replace: true }); // whole: a path may begin as an address of elsewhere does, //x
}

/** Follows links to the page's own addresses without loading it anew; for the root element's onclick. */
export function follow(event: MouseEvent): void {
  const link = (event.target as Element | null)?.closest?.('a');
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const url = new URL(link.href);
  if (url.hash && url.href.split('#')[0] === location.href.split('#')[0]) return; // to a part of this page, where the browser goes itself
  const own = url.pathname === '/' || url.pathname.startsWith('/missions');
  if (url.origin !== location.origin || !own || link.hasAttribute('download') || (link.target && link.target !== '_self')) return;
  event.preventDefault();
  go(url.href);
}
