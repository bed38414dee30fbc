import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { accessible, patience, planned, serve } from './house';

const house = serve(['kazakhstan-2022']);
const id = 'kazakhstan-2022';
let seq = 0;
let broken = 0;

interface Planned {
  movements: { id: number; lift?: string; mode: string; from: string; load: string; depart: string; arrive: string; unloaded: string; cargo?: unknown[] }[];
}
let plan: Planned;

const earlier = (time: string, hours: number): string => new Date(Date.parse(time) - hours * 3_600_000).toISOString();

beforeAll(async () => {
  seq = await planned(house, id);
  plan = (await (await house.api('GET', `/api/missions/${id}/plans/${seq}`)).json()) as Planned;
  // The same plan, with its first loaded flight a day before anything may load.
  const other = structuredClone(plan);
  const flight = other.movements.find((m) => m.mode === 'air' && m.cargo && m.from === 'almaty')!;
  for (const key of ['load', 'depart', 'arrive', 'unloaded'] as const) flight[key] = earlier(flight[key], 24);
  const added = (await (await house.api('POST', `/api/missions/${id}/plans`, other)).json()) as { entry: { seq: number } };
  broken = added.entry.seq;
}, 4 * patience);

const room = (query: string): string => `/missions/${id}/plan?${query}`;
const query = (page: Page, key: string): string | null => new URL(page.url()).searchParams.get(key);

test('the board by lift, place and unit, each with its address', { timeout: 3 * patience }, async () => {
  const page = await house.page(room(`plan=${seq}&map=0`));
  await page.getByRole('application', { name: 'Board of movements by lift' }).waitFor();
  await page.getByText('Verified: no rule broken').first().waitFor();
  await accessible(page);
  await page.getByRole('button', { name: 'By place' }).click();
  await page.getByRole('application', { name: 'by place' }).waitFor();
  expect(query(page, 'view')).toBe('place');
  await page.getByText('As a table').click();
  const almaty = page.getByRole('row', { name: /Almaty International.*Teams/ });
  expect(await almaty.textContent()).toMatch(/Teams\s*2\s*[12]/);
  await page.getByRole('button', { name: 'By unit' }).click();
  await page.getByRole('application', { name: 'by unit' }).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await accessible(page);
});

test('a movement is found and opened by the keyboard, and told', { timeout: 3 * patience }, async () => {
  const page = await house.page(room(`plan=${seq}&map=0`));
  const board = page.getByRole('application');
  await board.waitFor();
  await board.focus();
  await page.keyboard.press('ArrowDown');
  const told = page.getByText(/^Movement \d+: /);
  await told.waitFor({ state: 'attached' });
  const first = await told.textContent();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction((before) => !document.body.textContent!.includes(before!), first);
  const number = /^Movement (\d+)/.exec((await told.textContent())!)![1]!;
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `Movement ${number}` }).waitFor();
  expect(query(page, 'movement')).toBe(number);
  expect(plan.movements.some((m) => m.id === Number(number) && m.lift)).toBe(true);
});

test('the time cursor goes by slider, by the axis and by itself', { timeout: 3 * patience }, async () => {
  const page = await house.page(room(`plan=${seq}&map=0&at=2022-01-14T06:00Z`));
  const slider = page.getByRole('slider', { name: 'Time' });
  await slider.waitFor();
  expect(await slider.getAttribute('aria-valuetext')).toMatch(/14 Jan 2022, 12:00 GMT\+6/);
  await slider.press('ArrowRight');
  await page.waitForFunction(() => new URL(location.href).searchParams.get('at') === '2022-01-14T06:10Z');
  const box = (await page.getByRole('application').boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.9, box.y + 12);
  await page.waitForFunction(() => new URL(location.href).searchParams.get('at')! > '2022-01-15');
  const before = query(page, 'at')!;
  await page.getByRole('button', { name: 'Play' }).click();
  await page.waitForFunction((was) => new URL(location.href).searchParams.get('at')! > was, before);
  await page.getByRole('button', { name: 'Pause' }).or(page.getByRole('button', { name: 'Play' })).click();
});

test('what is chosen goes into the address, and is undone', { timeout: 3 * patience }, async () => {
  const page = await house.page(room(`plan=${seq}&map=0`));
  const all = plan.movements.length;
  await page.getByText(`${all} of ${all} movements`).waitFor();
  await page.getByRole('combobox', { name: 'Nation' }).selectOption('KG');
  await page.getByText(new RegExp(`^\\d of ${all} movements`)).waitFor();
  expect(query(page, 'nation')).toBe('KG');
  await page.getByRole('checkbox', { name: 'Show the rest' }).check();
  expect(query(page, 'dim')).toBe('1');
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByText(`${all} of ${all} movements`).waitFor();
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await page.getByRole('gridcell', { name: 'Almaty International' }).first().waitFor();
  await accessible(page);
});

test('a broken rule is told, in the list and on its movement; in French, and on a small screen', { timeout: 3 * patience }, async () => {
  const page = await house.page(room(`plan=${broken}&map=0`), { locale: 'fr-FR', viewport: { width: 360, height: 740 } });
  await page.getByRole('heading', { name: /infractions? aux règles/ }).waitFor();
  await accessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const row = page.getByRole('row', { name: /the operation starts only at/ }).first();
  await row.getByRole('button').click();
  await page.getByRole('heading', { name: /^Mouvement \d+/ }).waitFor();
  await page.goto(house.url + room(`plan=${broken}&map=0&breaches=1`));
  await page.getByText(/^\d sur \d+ mouvements/).waitFor();
});

test('the map goes with the time cursor', { timeout: 3 * patience }, async () => {
  const page = await house.page(room(`plan=${seq}&map=1&at=2022-01-14T06:00Z`));
  const map = page.getByRole('figure').first();
  const under = map.getByText(/movements? under way/).first();
  await under.waitFor();
  const before = await under.textContent();
  await page.getByRole('slider', { name: 'Time' }).press('Home');
  await map.getByText(before!, { exact: true }).first().waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Hide the map' }).click();
  await page.getByRole('button', { name: 'Show the map' }).waitFor();
  expect(query(page, 'map')).toBe('0');
});
