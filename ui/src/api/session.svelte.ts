import { answer, api, Refused, type Schemas } from './client';

// Who uses the page, and what they may do.

export type Session = Schemas['Session'];

let current = $state.raw<Session | null>(null);
let away = $state(false);
let ended = $state(false);

/** Who uses the page; null until the server has answered. Reactive. */
export const session = (): Session | null => current;
/** Whether the server did not answer when it was asked last. Reactive. */
export const unreachable = (): boolean => away;
/** Whether somebody has to sign in first. Reactive. */
export const stranger = (): boolean => current !== null && current.sign_in !== 'none' && !current.name;
/** Whether who uses the page may do an operation of the API at all, by its operationId. Reactive. */
export const may = (operation: string): boolean => current?.operations.includes(operation) ?? false;

/** Whether the session has ended while the page was in use, by itself or by an administrator: what is on the page stays until somebody signs in. Reactive. */
export const expired = (): boolean => ended;

api.use({
  onResponse({ response, request }) {
    // A wrong password is answered so too, and is no end of a session.
    const signingIn = request.method === 'POST' && new URL(request.url).pathname === '/api/session';
    if (response.status === 401 && current?.name && !signingIn) ended = true;
  },
});

/** What this tab has kept is of one account: another one on the same machine does not find it. */
function own(name: string | undefined): void {
  if (!name) return;
  if ((sessionStorage.getItem('account') ?? name) !== name) sessionStorage.clear();
  sessionStorage.setItem('account', name);
}

/** Ends the session, and everything that the page and this tab hold of it. */
export async function signOut(): Promise<void> {
  await answer(api.DELETE('/api/session'));
  sessionStorage.clear();
  location.assign('/missions');
}

/** Asks the server who uses the page. */
export async function readSession(): Promise<void> {
  try {
    current = await answer(api.GET('/api/session'));
    own(current.name);
    ended = false;
    away = false;
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    away = true;
  }
}
