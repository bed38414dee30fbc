import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { patience, planned, serve, sortie } from './house';

// French throughout: a mission whose own texts are French, with whatever the
// server may have to say of it; nothing that is read on a French page is English.

const secret = 'a long enough secret of tests';
const house = serve([]);
const guarded = serve([], {
  args: ['--sign-in', 'local'],
  prepare: async (db) => void (await sortie(['account', 'add', '--db', db, '--name', 'planificateur', '--role', 'administrator', '--password-file', '-'], `${secret}\n`)),
});
const french = { locale: 'fr-FR' };
const long = { timeout: 4 * patience };
const garde = readFileSync(join(import.meta.dirname, 'french.mission.yaml'), 'utf8');
const yaml = { 'Content-Type': 'application/yaml' };
let plan = 0;
let broken = 0;

beforeAll(async () => {
  expect((await house.api('POST', '/api/missions', garde, yaml)).status).toBe(201);
  plan = await planned(house, 'garde', { iterations: 20 });
  const body = (await (await house.api('GET', `/api/missions/garde/plans/${plan}`)).json()) as { movements: { depart: string; cargo?: { people?: number }[] }[] };
  for (const c of body.movements[0]!.cargo ?? []) c.people = (c.people ?? 0) + 90;
  body.movements.at(-1)!.depart = body.movements[0]!.depart;
  const added = (await (await house.api('POST', '/api/missions/garde/plans', body)).json()) as { entry: { seq: number }; report: { breaches: unknown[] } };
  expect(added.report.breaches.length).toBeGreaterThan(2);
  broken = added.entry.seq;
}, 3 * patience);

/** What is read on the page that is English: texts and names of controls with a word that English cannot do without and French does not have. */
async function english(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const word = /(^|[\s'’"(«])(the|is|are|was|were|of|and|with|which|whose|there|has|have|cannot|should|must|than|that|this|not|nothing|more|it|its|they|only|from|before|after|needs?|leaves?|known|did you|expected)([\s,.:;!?'’")»]|$)/i;
    // The text of a file, what a key is called in it, and what says that it is in another language.
    const other = 'dialog:not([open]), pre, code, kbd, script, noscript, style, .cm-content, textarea, body [lang]:not([lang^=fr])';
    const found = new Set<string>();
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const element = node instanceof Element ? node : node.parentElement!;
      if (element.closest(other)) continue;
      const texts = node instanceof Element ? ['aria-label', 'title', 'placeholder', 'alt'].map((name) => node.getAttribute(name)) : [node.nodeValue];
      for (const text of texts) if (text && word.test(text)) found.add(text.trim());
    }
    return [...found];
  });
}

async function isFrench(page: Page, where: string): Promise<void> {
  await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
  expect.soft(await english(page), where).toEqual([]);
}

/** Drops files onto the page as a hand does. */
async function drop(page: Page, files: { name: string; text: string }[]): Promise<void> {
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const f of list) data.items.add(new File([f.text], f.name));
    return data;
  }, files);
  for (const event of ['dragover', 'drop']) await page.dispatchEvent('body', event, { dataTransfer: transfer });
}

test('the test sees English', long, async () => {
  const page = await house.page('/missions/garde/overview', { locale: 'en-GB' });
  await page.getByText('no way from ilot to otar', { exact: false }).first().waitFor({ state: 'attached' });
  expect((await english(page)).length).toBeGreaterThan(10);
  await page.context().close();
});

test('every request names the language of the page, and another one has all asked anew', long, async () => {
  const asked: { path: string; lang: string | undefined }[] = [];
  const page = await house.page('/missions', { locale: 'en-GB' });
  page.on('request', (r) => {
    const { pathname, searchParams } = new URL(r.url());
    if (pathname.startsWith('/api/')) asked.push({ path: pathname, lang: searchParams.get('lang') ?? r.headers()['accept-language'] });
  });
  await page.goto(`${house.url}/missions/garde/overview`);
  await page.getByRole('heading', { name: 'What it rests on' }).waitFor();
  expect(new Set(asked.map((a) => a.lang))).toEqual(new Set(['en']));
  const before = new Set(asked.map((a) => a.path));
  asked.length = 0;
  await page.getByLabel('Language').selectOption('fr');
  await expect.poll(() => asked.map((a) => a.path), { timeout: patience }).toEqual(expect.arrayContaining(['/api/missions/garde/findings', '/api/missions/garde/record', '/api/missions/garde/events', `/api/missions/garde/plans/${broken}/explanation`, `/api/missions/garde/plans/${broken}/verification`]));
  expect(new Set(asked.map((a) => a.lang))).toEqual(new Set(['fr']));
  expect(before.has('/api/missions/garde/findings')).toBe(true);
  const links = await page.getByRole('link', { name: /^(XLSX|CSV|ICS)$/ }).evaluateAll((all) => all.map((a) => new URL((a as HTMLAnchorElement).href).searchParams.get('lang')));
  expect(links.length).toBeGreaterThan(0);
  expect(new Set(links)).toEqual(new Set(['fr']));
  await page.context().close();
});

for (const [name, path, ready] of [
  ['Overview: doubts, proof, differences', (): string => `overview?plan=${plan}`, 'Sur quoi cela repose'],
  ['Overview of a plan that breaks rules', (): string => `overview?plan=${broken}`, 'Sur quoi cela repose'],
  ['the board, with its breaches', (): string => `plan?plan=${broken}`, 'infractions'],
  ['a movement that breaks rules', (): string => `plan?plan=${broken}&movement=1`, 'Mouvement 1'],
  ['plan against plan', (): string => `plan?plan=${broken}&view=compare&with=${plan}`, 'Qui prévenir'],
  ['orders', (): string => `plan?plan=${plan}&view=orders`, 'Ordre de mouvement'],
  ['Force', (): string => 'force', 'Force'],
  ['Network', (): string => 'network?tab=places', 'Réseau'],
  ['Record', (): string => 'record', 'Dossier'],
  ['figures that differ', (): string => 'record?tab=figures', 'Dossier'],
  ['the ledger', (): string => 'record?tab=ledger&seq=1', 'Dossier'],
  ['a plan that is not there', (): string => 'overview?plan=999', ''],
] as const) {
  test(name, long, async () => {
    const page = await house.page(`/missions/garde/${path()}`, french);
    await page.getByRole('heading').filter({ hasText: ready }).or(page.getByRole('alert')).first().waitFor({ timeout: patience });
    await page.waitForLoadState('networkidle');
    await isFrench(page, name);
    await page.context().close();
  });
}

test('a built-in type is called as the catalogue says in French', long, async () => {
  const page = await house.page(`/missions/garde/plan?plan=${plan}&view=orders`, french);
  await page.getByText('1 × Camion Ural-4320', { exact: false }).first().waitFor({ state: 'attached' });
  expect(await page.getByText('Ural-4320 truck').count()).toBe(0);
  await page.getByLabel('Langue').selectOption('en');
  await page.getByText('1 × Ural-4320 truck', { exact: false }).first().waitFor({ state: 'attached' });
  await page.goto(`${house.url}/missions/garde/force`);
  await page.getByLabel('Language').selectOption('fr');
  await page.getByText('Camion Ural-4320').first().waitFor({ state: 'attached' });
  await page.context().close();
});

test('a mission that is not there', long, async () => {
  const page = await house.page('/missions/nulle-part/overview', french);
  await page.getByRole('alert').first().waitFor();
  await isFrench(page, 'no mission');
  await page.context().close();
});

test('files with errors: in the editor, and at a cell of a list; a mission that is there already', long, async () => {
  const page = await house.page('/missions?new=file', french);
  await page.getByRole('button', { name: 'Choisir des fichiers' }).waitFor();
  const wrong = garde.replace('at: ilot, to: otar', 'at: ilo, to: otarr').replace('kmh: 40', 'kmh: vite').replace('people: 12', 'peeple: 12').replace('headway: 30m', 'headway: 30').replace('until: D+0T20:00', 'until: hier').replace('units:', 'units: &u');
  await drop(page, [{ name: 'mission.yaml', text: wrong }]);
  const findings = page.getByRole('region', { name: 'Constats' });
  await findings.getByRole('button', { name: /mission\.yaml, ligne/ }).first().waitFor();
  await isFrench(page, 'errors of a file');
  await page.locator('.cm-lintRange').first().hover();
  await page.locator('.cm-tooltip').first().waitFor();
  await isFrench(page, 'an error at its line');

  await drop(page, [
    { name: 'mission.yaml', text: garde.replace(/^units:\n(  - .*\n)+/m, 'units: {csv: unites.csv}\n') },
    { name: 'unites.csv', text: 'id,nation,at,to,people,peeple\ncompagnie,KZ,centrale,otar,1o0,\nsection,KZ,centrale,nulle-part,30,\ncompagnie,KZ,centrale,otar,5,\n' },
  ]);
  await findings.getByRole('button', { name: /unites\.csv, ligne/ }).first().waitFor();
  await isFrench(page, 'errors of a list');

  await drop(page, [{ name: 'mission.yaml', text: garde }]);
  await page.getByRole('button', { name: 'Ajouter la mission' }).and(page.locator(':enabled')).click();
  await findings.getByRole('alert').waitFor();
  await isFrench(page, 'a mission that is there');
  await page.context().close();
});

test('a draft of an announcement, with its doubts, in the language that is chosen', long, async () => {
  const page = await house.page('/missions?new=announcement', { locale: 'en-GB' });
  await page.getByRole('textbox', { name: 'Announcement' }).fill('Le ministère a déclaré le 11 janvier que le retrait des forces commence peut-être dans deux jours. Il durera au plus dix jours. Environ 2 000 soldats partiront, selon certains 3 000. Le premier avion a déjà décollé.');
  await page.getByLabel('Published on').fill('2022-01-11');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('region', { name: /It says \d+ things/ }).waitFor();
  await page.getByLabel('Language', { exact: true }).selectOption('fr');
  await page.getByRole('region', { name: /Elle dit \d+ choses/ }).waitFor();
  await page.waitForLoadState('networkidle');
  await isFrench(page, 'an announcement');
  await page.getByRole('button', { name: 'Continuer avec ce brouillon' }).click();
  await page.getByRole('region', { name: 'Constats' }).waitFor();
  await page.waitForLoadState('networkidle');
  await isFrench(page, 'its draft');
  await page.context().close();
});

test('a change that is refused, and one that somebody else was before', long, async () => {
  const page = await house.page('/missions/garde/force', french);
  await page.getByRole('row').filter({ hasText: 'compagnie' }).getByRole('gridcell', { name: 'otar', exact: true }).first().click();
  await page.keyboard.type('nulle-part');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /compagnie · / }).first().waitFor();
  await isFrench(page, 'an error in a cell');
  const etag = (await house.api('GET', '/api/missions/garde')).headers.get('ETag')!;
  expect((await house.api('PATCH', '/api/missions/garde/units/section', { people: 29 }, { 'If-Match': etag, 'Content-Type': 'application/merge-patch+json' })).status).toBe(200);
  await page.getByRole('heading', { name: /^local a modifié/ }).waitFor();
  await isFrench(page, 'somebody was first');
  await page.goto(`${house.url}/missions/garde/plan?plan=${plan}&movement=1`);
  await page.getByText('Signaler ce qui', { exact: false }).first().click();
  const form = page.getByRole('dialog').locator('form');
  await form.getByLabel('Parti').first().fill('2024-09-03T12:00');
  await form.getByLabel('Arrivé').first().fill('2024-09-03T11:00');
  await form.getByRole('button', { name: 'Signaler', exact: true }).click();
  await page.getByRole('dialog').getByRole('alert').waitFor();
  await isFrench(page, 'a report that is refused');
  await page.context().close();
});

test('signing in, and an account that cannot be made', long, async () => {
  const page = await guarded.page('/missions', french);
  await page.getByLabel('Nom').fill('planificateur');
  await page.getByLabel('Mot de passe', { exact: true }).fill('tout à fait autre chose');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('alert').filter({ hasText: '✕' }).waitFor();
  await isFrench(page, 'a wrong password');
  await page.getByLabel('Mot de passe', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
  await page.goto(`${guarded.url}/missions?accounts=1`);
  await page.getByRole('button', { name: 'Nouveau compte' }).click();
  await page.getByLabel('Nom du compte').fill('planificateur');
  await page.getByLabel('Mot de passe', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
  await isFrench(page, 'an account that is there');
  await page.context().close();
});
