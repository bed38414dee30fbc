import { afterEach, expect, test, vi } from 'vitest';
import { chooseLanguage } from '../lang/lang.svelte';
import { catalogue, inWords } from './catalogue';
import type { Mission } from './client';

// The client takes fetch as it finds it when it is made; the page's own requests have no host.
const server = vi.hoisted(() => {
  const at = { asked: [] as string[], there: true };
  globalThis.fetch = (input) => {
    const { pathname } = new URL((input as Request).url);
    at.asked.push(`${(input as Request).headers.get('Accept-Language')} ${pathname}`);
    if (!at.there) return Promise.resolve(Response.json({ title: 'away', status: 503 }, { status: 503 }));
    return Promise.resolve(Response.json({ sources: [], says: pathname.endsWith('lifts') ? { 'Touring coach': 'Autocar' } : { Truck: 'Camion', 'half a load': 'une demi-charge' } }));
  };
  globalThis.Request = class extends Request {
    constructor(input: RequestInfo | URL, init?: RequestInit) {
      super(typeof input === 'string' ? `http://sortie${input}` : input, init);
    }
  };
  return at;
});

const mission = {
  id: 'm',
  lift_types: [{ id: 'coach', name: 'Touring coach', basis: { assumed: 'mine' } }, { id: 'own', name: 'constructor' }],
  equipment_types: [{ id: 'truck', name: 'Truck', basis: { assumed: 'half a load', sources: ['s'] } }, { id: 'bare' }],
} as unknown as Mission;

const speak = async (l: 'en' | 'fr') => {
  vi.stubGlobal('localStorage', { getItem: () => l, setItem: () => undefined });
  vi.stubGlobal('navigator', { languages: [l] });
  vi.stubGlobal('document', { documentElement: { lang: '' } });
  await chooseLanguage(l);
};

afterEach(() => vi.unstubAllGlobals());

test('in English a mission is as it is, and nothing is asked', async () => {
  await speak('en');
  expect(await inWords(mission)).toBe(mission);
  expect(server.asked).toEqual([]);
});

test('where the catalogue cannot be had a mission stays as it is, and it is asked for again', async () => {
  await speak('fr');
  server.there = false;
  expect(await inWords(mission)).toEqual(mission);
  server.there = true;
  server.asked.length = 0;
});

test('in French its built-in types are called as the catalogue says, once asked, and its own as they are', async () => {
  await speak('fr');
  const said = await inWords(mission);
  expect(said.lift_types).toEqual([{ id: 'coach', name: 'Autocar', basis: { assumed: 'mine' } }, { id: 'own', name: 'constructor' }]);
  expect(said.equipment_types).toEqual([{ id: 'truck', name: 'Camion', basis: { assumed: 'une demi-charge', sources: ['s'] } }, { id: 'bare' }]);
  expect(mission.lift_types![0]!.name).toBe('Touring coach');
  await inWords(mission);
  await catalogue('lifts');
  expect(server.asked).toEqual(['fr /api/catalog/lifts', 'fr /api/catalog/equipment']);
});
