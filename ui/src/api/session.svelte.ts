import { answer, api, Refused, type Schemas } from './client';

// Who uses the page, and what they may do.

export type Session = Schemas['Session'];

let current = $state.raw<Session | null>(null);
let away = $state(false);

/** Who uses the page; null until the server has answered. Reactive. */
export const session = (): Session | null => current;
/** Whether the server did not answer when it was asked last. Reactive. */
export const unreachable = (): boolean => away;
/** Whether somebody has to sign in first. Reactive. */
export const stranger = (): boolean => current !== null && current.sign_in !== 'none' && !current.name;
/** Whether who uses the page may do an operation of the API at all, by its operationId. Reactive. */
export const may = (operation: string): boolean => current?.operations.includes(operation) ?? false;

/** Asks the server who uses the page. */
export async function readSession(): Promise<void> {
  try {
    current = await answer(api.GET('/api/session'));
    away = false;
  } catch (problem) {
    if (!(problem instanceof Refused)) throw problem;
    away = true;
  }
}
