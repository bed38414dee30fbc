import type { Page } from 'playwright-core';
import { beforeAll, test } from 'vitest';
import { fileOf, patience, planned, serve, shots } from './house';

const house = serve(['guard-and-handover', 'first-lift', 'kazakhstan-2022', 'kazakhstan-2022-deployment']);
const long = { timeout: 10 * patience };

const wrong = [
  { name: 'mission.yaml', mimeType: 'text/yaml', buffer: Buffer.from(fileOf('kazakhstan-2022', 'mission.yaml').replace('kind: withdrawal', 'kind: withdrawall')) },
  { name: 'units.csv', mimeType: 'text/csv', buffer: Buffer.from(fileOf('kazakhstan-2022', 'units.csv').replace('tets-2,tokmok,150', 'tets-22,tokmok,15o')) },
  { name: 'sources.csv', mimeType: 'text/csv', buffer: Buffer.from(fileOf('kazakhstan-2022', 'sources.csv')) },
];
const lists = [{ ...wrong[1]!, buffer: Buffer.from(fileOf('kazakhstan-2022', 'units.csv')) }];
const words = `The Collective Security Council of the CSTO decided on 6 January 2022 to send peacekeepers to Kazakhstan at the request of its president.
On Tuesday President Tokayev said that the mission is over: the withdrawal of the peacekeepers from Kazakhstan begins in two days and takes at most ten days. About 2,030 servicemen and 250 vehicles take part.`;
const mots = `Le Conseil de sécurité collective de l’OTSC a décidé le 6 janvier 2022 d’envoyer des forces de maintien de la paix au Kazakhstan, à la demande de son président.
Mardi, le président Tokaïev a déclaré que la mission est terminée : le retrait des forces de maintien de la paix du Kazakhstan commence dans deux jours et prend au plus dix jours. Environ 2 030 militaires et 250 véhicules y participent.`;

const choose = (page: Page, files: typeof wrong) => page.locator('main input[type=file]').first().setInputFiles(files);

beforeAll(async () => {
  for (const id of ['first-lift', 'guard-and-handover', 'kazakhstan-2022']) await planned(house, id);
}, 10 * patience);

test('the list', long, () => shots(house, 'missions', '/missions', async (page) => await page.locator('tbody tr svg').nth(2).waitFor()));

test('a file with errors', long, () =>
  shots(house, 'missions-file', '/missions?new=file', async (page) => {
    await choose(page, wrong);
    await page.locator('li.bad button').nth(1).click();
    await page.locator('.cm-lintRange-error').first().waitFor();
  }));

test('a force list', long, () =>
  shots(house, 'missions-sheet', '/missions?new=sheet', async (page) => {
    await choose(page, lists);
    await page.locator('form select').nth(1).selectOption('KZ');
    await page.locator('form select').nth(2).selectOption('Asia/Almaty');
    await page.locator('input[type=datetime-local]').nth(0).fill('2022-01-13T00:00');
    await page.locator('input[type=datetime-local]').nth(1).fill('2022-01-23T00:00');
  }));

test('an announcement', long, () =>
  shots(house, 'missions-announcement', '/missions?new=announcement', async (page) => {
    const french = (await page.locator('html').getAttribute('lang')) === 'fr';
    await page.locator('textarea').fill(french ? mots : words);
    await page.locator('input[type=date]').fill('2022-01-11');
    await page.locator('form button.primary').click();
    await page.locator('ol li button').nth(5).click();
  }));

test('examples', long, () => shots(house, 'missions-example', '/missions?new=example', async (page) => await page.locator('main li.card').first().waitFor()));

test('the list on a telephone', long, () =>
  shots(house, 'missions-narrow', '/missions', async (page) => await page.locator('tbody tr svg').nth(2).waitFor(), { viewport: { width: 360, height: 740 } }));
