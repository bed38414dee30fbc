import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect } from 'vitest';

// A served sortie and a browser for tests: the built binary on a ledger of its
// own, and Debian's Chromium.

export const root = resolve(import.meta.dirname, '../..');
export const mission = (name: string): string => join(root, 'missions', name);

/** Where Chromium is: $CHROMIUM, or where Debian puts it. */
export const program = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** How long something that a test waits for may take on a busy machine. */
export const patience = 60_000;

export interface House {
  url: string;
  folder: string;
  browser: Browser;
  /** A page in a browser of its own. A request to anywhere else, an error of a script and a violation of the content security policy fail the test in the end. */
  page(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** A request to the API as a script makes it. */
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** Runs `sortie` to its end, with text for its standard input; returns what it printed. */
export async function sortie(args: string[], input = ''): Promise<string> {
  return await new Promise((done, fail) => {
    const child = spawn(join(root, 'bin/sortie'), args, { stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    child.stdout.on('data', (d) => (said += d));
    child.stderr.on('data', (d) => (said += d));
    child.on('exit', (code) => (code === 0 ? done(said) : fail(new Error(`sortie ${args.join(' ')}: ${code}: ${said}`))));
    child.stdin.end(input);
  });
}

/** Serves missions for the tests of one file; `prepare` may add to the ledger first. */
export function serve(missions: string[], { args = [] as string[], prepare = async (_db: string): Promise<void> => {} } = {}): House {
  const house = {} as House;
  const wrong: string[] = [];
  let child: ChildProcess;

  beforeAll(async () => {
    house.folder = mkdtempSync(join(tmpdir(), 'sortie-page-'));
    const db = join(house.folder, 'sortie.db');
    await prepare(db);
    child = spawn(join(root, 'bin/sortie'), ['serve', '--db', db, '--listen', '127.0.0.1:0', ...args, ...missions.map(mission)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    child.stdout!.on('data', (d) => (said += d));
    child.stderr!.on('data', (d) => (said = (said + d).slice(-20_000)));
    let ended = false;
    child.on('exit', () => (ended = true));
    for (const until = Date.now() + patience; ; await new Promise((r) => setTimeout(r, 100))) {
      house.url ||= /(http:\/\/127\.0\.0\.1:\d+)[, ]/.exec(said)?.[1] ?? '';
      if (house.url && (await fetch(`${house.url}/readyz`).catch(() => null))?.ok) break;
      if (ended || Date.now() > until) throw new Error(`sortie serve is not ready: ${said}`);
    }
    // No page of a test lives long enough to be worth optimised code: making it takes a tenth of their time. What is measured has it.
    const code = process.env['BENCH_OUT'] ? [] : ['--js-flags=--no-opt'];
    house.browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', ...code] });
  }, 2 * patience);

  afterAll(async () => {
    await house.browser?.close();
    const over = new Promise((done) => child.on('exit', done));
    child.kill('SIGTERM');
    await over;
    rmSync(house.folder, { recursive: true, force: true });
    expect(wrong).toEqual([]);
  }, patience);

  house.page = async (path, options) => {
    const context = await house.browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/Paris', viewport: { width: 1440, height: 900 }, ...options });
    context.setDefaultTimeout(patience);
    const page = await context.newPage();
    page.on('request', (r) => {
      if (!r.url().startsWith(house.url) && !/^(blob|data):/.test(r.url())) wrong.push(`a request left for ${r.url()}`);
    });
    page.on('pageerror', (e) => wrong.push(`${path}: ${e.stack}`));
    page.on('console', (m) => {
      if (/Content Security Policy/.test(m.text())) wrong.push(`${path}: ${m.text()}`);
    });
    await page.goto(house.url + path);
    return page;
  };
  house.api = (method, path, body, headers = {}) =>
    fetch(house.url + path, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    });
  return house;
}

/** Plans a mission over the API to its end, and returns the number of its plan's entry in the ledger. */
export async function planned(house: House, id: string, request: object = { iterations: 50 }): Promise<number> {
  const run = (await (await house.api('POST', `/api/missions/${id}/runs`, request)).json()) as { id: string };
  for (const until = Date.now() + 3 * patience; Date.now() < until; await new Promise((r) => setTimeout(r, 200))) {
    const now = (await (await house.api('GET', `/api/runs/${run.id}`)).json()) as { state: string; entry?: number; error?: string };
    if (now.entry) return now.entry;
    if (now.state === 'failed') throw new Error(now.error);
  }
  throw new Error('the run did not end');
}

/** What axe-core finds on the page as it is now. */
export async function violations(page: Page): Promise<string[]> {
  // Not as a script element: the content security policy would refuse it.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run(document, { resultTypes: ['violations'] });
    return violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 5).join(' | ')}`);
  });
}

/** Holds that axe-core finds nothing on the page as it is now. */
export async function accessible(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
}

export const fileOf = (name: string, path: string): string => readFileSync(join(mission(name), path), 'utf8');

/**
 * Takes the screenshots of a room, in both languages and both schemes, into
 * docs/screenshots: `name-en-light.png` and so on. `prepare` brings the page to
 * what is to be seen; it may not rely on words.
 */
export async function shots(house: House, name: string, path: string, prepare: (page: Page) => Promise<void>, options?: BrowserContextOptions): Promise<void> {
  for (const lang of ['en', 'fr']) {
    for (const scheme of ['light', 'dark'] as const) {
      const page = await house.page('/missions', { colorScheme: scheme, locale: lang === 'en' ? 'en-GB' : 'fr-FR', ...options });
      await page.goto(house.url + path);
      await page.locator('main h1').first().waitFor();
      await prepare(page);
      await page.screenshot({ path: join(root, 'docs/screenshots', `${name}-${lang}-${scheme}.png`) });
      await page.context().close();
    }
  }
}
