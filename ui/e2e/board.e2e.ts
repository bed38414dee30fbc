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
  const row = page.getByRole('row', { name: /l.opération ne commence qu/ }).first();
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

test('by touch: two fingers zoom, one moves, a tap opens a movement', { timeout: 3 * patience }, async () => {
  const page = await house.page(room(`plan=${seq}&map=0`), { hasTouch: true, isMobile: true, viewport: { width: 412, height: 860 } });
  const board = page.getByRole('application');
  await board.waitFor();
  await board.scrollIntoViewIfNeeded();
  // What stands above the board may take another line as the time changes.
  const within = async (x: number, y: number): Promise<[number, number]> => {
    const box = (await board.boundingBox())!;
    return [box.x + x * box.width, box.y + y * box.height];
  };
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: [x: number, y: number][]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
  /** Moves fingers from where they are put down to where they are taken up. */
  async function drag(from: [number, number][], to: [number, number][]): Promise<void> {
    await touch('touchStart', from);
    for (let step = 1; step <= 6; step++) await touch('touchMove', from.map(([x, y], i) => [x + ((to[i]![0] - x) * step) / 6, y + ((to[i]![1] - y) * step) / 6]));
    await touch('touchEnd', []);
  }
  /** The time, in minutes, at a share of the board's width: a tap on the axis sets the time cursor there. */
  async function time(share: number): Promise<number> {
    const [x, y] = await within(share, 0);
    await page.touchscreen.tap(x, y + 12);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    return Number(await page.getByRole('slider', { name: 'Time' }).inputValue());
  }
  const hours = async (): Promise<number> => {
    const early = await time(0.4);
    return ((await time(0.9)) - early) / 60;
  };
  const whole = await hours();
  expect(whole).toBeGreaterThan(10);
  let [middle, y] = await within(0.65, 0.5);
  await drag([[middle - 20, y], [middle + 20, y]], [[middle - 80, y], [middle + 80, y]]);
  await expect.poll(hours, { timeout: patience }).toBeLessThan(0.6 * whole);

  const before = await time(0.6);
  [middle, y] = await within(0.65, 0.5);
  await drag([[middle + 60, y]], [[middle - 60, y]]);
  await expect.poll(() => time(0.6), { timeout: patience }).toBeGreaterThan(before + 60);

  [middle, y] = await within(0.65, 0.5);
  const scrolled = await board.evaluate((e) => e.scrollTop);
  await drag([[middle, y + 120]], [[middle, y - 120]]);
  await expect.poll(() => board.evaluate((e) => e.scrollTop), { timeout: patience }).toBeGreaterThan(scrolled + 60);

  // Somewhere on the rows in sight there is a movement.
  await page.getByRole('button', { name: 'Whole plan' }).tap();
  for (let row = 0.3; row < 0.95 && query(page, 'movement') === null; row += 0.05)
    for (let x = 0.35; x < 0.95 && query(page, 'movement') === null; x += 0.05) await page.touchscreen.tap(...(await within(x, row)));
  await page.getByRole('dialog', { name: new RegExp(`^Movement ${query(page, 'movement')}`) }).waitFor();
});
