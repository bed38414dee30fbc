import createClient from 'openapi-fetch';
import { untrack } from 'svelte';
import type { components, paths } from '../api';
import { lang, type Lang } from '../lang/lang.svelte';

// The one way to the server. Types are made of its OpenAPI document.

export type Schemas = components['schemas'];
export type Mission = Schemas['Mission'];
export type Plan = Schemas['Plan'];
export type Movement = Schemas['Movement'];
export type Unit = Schemas['Unit'];
export type Place = Schemas['Place'];
export type Run = Schemas['Run'];
export type Problem = Schemas['Problem'];

export const api = createClient<paths>();

// What the server says is in the page's language, whatever the browser's is.
api.use({ onRequest: ({ request }) => void request.headers.set('Accept-Language', untrack(lang)) });

/** A request that was refused, or could not be made. Its problem says what to do. */
export class Refused extends Error {
  /** The language that it is said in. */
  readonly lang: Lang = lang();

  constructor(
    readonly problem: Problem,
    readonly status: number,
  ) {
    super(problem.detail ?? problem.title);
  }
}

/** The data of an answer of {@link api}, or the problem thrown as {@link Refused}. */
export async function answer<T>(request: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  return (await whole(request)).data;
}

/** The same with the answer's ETag, which a change of a mission has to name. */
export async function whole<T>(request: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<{ data: T; etag: string | null }> {
  const { data, error, response } = await request.catch(() => {
    throw new Refused({ title: 'unreachable', status: 0 } as Problem, 0);
  });
  if (!response.ok) throw new Refused((error ?? { title: response.statusText, status: response.status }) as Problem, response.status);
  return { data: data as T, etag: response.headers.get('ETag') };
}
