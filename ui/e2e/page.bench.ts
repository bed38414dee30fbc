import { readFileSync, writeFileSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { program, serve } from './house';

// What `make bench-page` measures: how the board scrolls and zooms with a plan of
// ten thousand movements, when each room is first seen, and how much script it
// takes. The mission, its plan and where the figures go come from the environment.

const given = (name: string): string => process.env[name] ?? '';
const house = serve([]);
const hour = 3_600_000;
let id = '';
let seq = 0;
// As internal/tools/bench/board.go reads it: milliseconds and bytes.
const figures = {
  movements: 0,
  frames: [] as number[],
  draws: [] as number[],
  scrubbed: [] as number[],
  board: 0,
  paints: {} as Record<string, number>,
  script: {} as Record<string, number>,
  all: 0,
};

beforeAll(async () => {
  const mission = readFileSync(given('BENCH_MISSION'), 'utf8');
  const plan = readFileSync(given('BENCH_PLAN'), 'utf8');
  id = (JSON.parse(mission) as { id: string }).id;
  figures.movements = (JSON.parse(plan) as { movements: unknown[] }).movements.length;
  expect((await house.api('POST', '/api/missions', mission)).status).toBe(201);
  seq = ((await (await house.api('POST', `/api/missions/${id}/plans`, plan)).json()) as { entry: { seq: number } }).entry.seq;
}, hour);

/** Opens an address in a browser of its own; all script that comes with it is counted, a worker's too. */
async function cold(path: string, ready: (page: Page) => Promise<void>): Promise<{ page: Page; script: Map<string, number> }> {
  const page = await house.page('/docs');
  const script = new Map<string, number>();
  const sizes: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.endsWith('.js')) sizes.push(request.sizes().then(({ responseBodySize }) => void script.set(pathname, responseBodySize)));
  });
  await page.goto(house.url + path);
  await ready(page);
  await page.waitForLoadState('networkidle');
  await Promise.all(sizes);
  return { page, script };
}

const headed = (page: Page): Promise<void> => page.locator('main h1').first().waitFor();
const total = (script: Map<string, number>): number => [...script.values()].reduce((a, b) => a + b, 0);

test('each room is seen and takes script', { timeout: hour }, async () => {
  const all = new Map<string, number>();
  const rooms = { missions: '/missions', ...Object.fromEntries(['overview', 'plan', 'force', 'network', 'record'].map((r) => [r, `/missions/${id}/${r}`])) };
  for (const [room, path] of Object.entries(rooms)) {
    const { page, script } = await cold(path, headed);
    figures.paints[room] = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime);
    figures.script[room] = total(script);
    for (const [name, size] of script) all.set(name, size);
    await page.context().close();
  }
  figures.all = total(all);
});

/** Lists the times at which frames begin from now on, in `measured` of the window. */
const watch = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = [];
    const tick = (time: number) => {
      times.push(time);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    Object.assign(window, { measured: { times } });
  });
const between = (times: number[]): number[] => times.slice(1).map((t, i) => t - times[i]!);

test('the map goes with the time cursor', { timeout: hour }, async () => {
  // Drawn by the processor: there is no graphics card that the house's browser could use.
  const { page } = await cold(`/missions/${id}/plan?plan=${seq}&map=1`, async (page) => {
    await page.getByRole('application').waitFor();
    await page.locator('main figure [aria-busy="false"]').first().waitFor();
  });
  const box = (await page.getByRole('application').boundingBox())!;
  const x = (share: number): number => box.x + (0.3 + 0.6 * share) * box.width;
  await page.mouse.move(x(0), box.y + 12);
  await page.mouse.down();
  await watch(page);
  for (let step = 0; step <= 300; step++) await page.mouse.move(x(step / 300), box.y + 12);
  await page.mouse.up();
  figures.scrubbed = between(await page.evaluate(() => (window as unknown as { measured: { times: number[] } }).measured.times));
  await page.context().close();
});

test('the board scrolls and zooms', { timeout: hour }, async () => {
  // Without a graphics card Chromium draws canvases itself; with one that is played by the processor, which maps need, it would be measured instead.
  await house.browser.close();
  house.browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox'] });
  const { page } = await cold(`/missions/${id}/plan?plan=${seq}&map=0`, async (page) => {
    await page.getByRole('application').waitFor();
    figures.board = await page.evaluate(() => performance.now());
  });
  const box = (await page.getByRole('application').boundingBox())!;
  await page.mouse.move(box.x + 0.6 * box.width, box.y + 0.5 * box.height);
  await page.evaluate(() => {
    const times: number[] = [];
    const tick = (time: number) => {
      times.push(time);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
    const draws: number[] = [];
    const asked = requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) =>
      asked((time) => {
        const begun = performance.now();
        draw(time);
        if (draw !== tick) draws.push(performance.now() - begun);
      });
    Object.assign(window, { measured: { times, draws } });
  });
  const wheel = async (times: number, x: number, y: number): Promise<void> => {
    for (let i = 0; i < times; i++) await page.mouse.wheel(x, y);
  };
  for (let round = 0; round < 3; round++) {
    await wheel(60, 0, 120);
    await page.keyboard.down('Control');
    await wheel(30, 0, -120);
    await page.keyboard.up('Control');
    await wheel(40, 90, 0);
    await wheel(60, 0, round === 1 ? -240 : 120);
    await page.keyboard.down('Control');
    await wheel(40, 0, 120);
    await page.keyboard.up('Control');
  }
  const { times, draws } = await page.evaluate(() => (window as unknown as { measured: { times: number[]; draws: number[] } }).measured);
  figures.draws = draws;
  figures.frames = between(times);
  writeFileSync(given('BENCH_OUT'), JSON.stringify(figures));
});
