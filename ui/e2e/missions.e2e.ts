import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessible, fileOf, patience, serve } from './house';

const house = serve([]);
const long = { timeout: 3 * patience };

interface Dropped { name: string; text: string }

/** Drops files onto the page as a hand does. */
async function drop(page: Page, files: Dropped[]): Promise<void> {
  const transfer = await page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const f of list) data.items.add(new File([f.text], f.name));
    return data;
  }, files);
  for (const event of ['dragover', 'drop']) await page.dispatchEvent('body', event, { dataTransfer: transfer });
}

const guard = (text = fileOf('guard-and-handover', 'mission.yaml')): Dropped => ({ name: 'mission.yaml', text });
const findings = (page: Page) => page.getByRole('region', { name: 'Findings' });

test('an empty ledger leads to a first mission, which is a real example', long, async () => {
  const page = await house.page('/missions');
  await page.getByRole('heading', { name: 'There is no mission yet' }).waitFor();
  await accessible(page);
  await page.getByRole('link', { name: /A real example/ }).click();
  await page.getByRole('heading', { name: /leave Kazakhstan/ }).waitFor();
  await accessible(page);
  await page.getByRole('button', { name: /Add this mission: First lift/ }).click();
  await page.getByRole('button', { name: 'Plan it now' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/missions/first-lift/overview');
  await page.getByRole('button', { name: 'Plan it now' }).click();
  for (const until = Date.now() + patience; Date.now() < until; await new Promise((r) => setTimeout(r, 200))) {
    const { runs } = (await (await house.api('GET', '/api/missions/first-lift/runs')).json()) as { runs: unknown[] };
    if (runs.length > 0) break;
  }
  const { runs } = (await (await house.api('GET', '/api/missions/first-lift/runs')).json()) as { runs: { mission: string }[] };
  expect(runs.map((r) => r.mission)).toEqual(['first-lift']);
  await page.context().close();
});

test('a dropped file with an error: seen at its line, mended in the editor, added', long, async () => {
  const page = await house.page('/missions');
  await page.getByRole('link', { name: 'New mission' }).waitFor();
  await drop(page, [guard(fileOf('guard-and-handover', 'mission.yaml').replace('  - id: kz-platoon\n    nation: KZ\n    name: Gate platoon\n    at: station', '  - id: kz-platoon\n    nation: KZ\n    name: Gate platoon\n    at: statoin'))]);
  await findings(page).getByText('1 error keeps the mission from being added', { exact: false }).waitFor();
  expect(await page.getByRole('button', { name: 'Add the mission' }).isDisabled()).toBe(true);
  await accessible(page);

  const found = findings(page).getByRole('button', { name: /no place is called "statoin"/ });
  expect(await found.innerText()).toMatch(/mission\.yaml, line \d+, column 9/);
  expect(await found.innerText()).toContain('did you mean "station"?');
  await found.click();
  // What is wrong is selected now: typing mends it.
  const editor = page.getByRole('textbox', { name: 'Text of mission.yaml' });
  await editor.locator('.cm-activeLine', { hasText: 'at: statoin' }).waitFor();
  await page.keyboard.type('station');
  await findings(page).getByText('Nothing stands in the way', { exact: false }).waitFor();

  await page.getByLabel('Note for the record').fill('from the liaison desk');
  await page.getByRole('button', { name: 'Add the mission' }).click();
  await page.getByText('guard-and-handover has been added').waitFor();
  expect(new URL(page.url()).pathname).toBe('/missions/guard-and-handover/overview');
  const { revisions } = (await (await house.api('GET', '/api/missions/guard-and-handover/revisions')).json()) as { revisions: { note?: string }[] };
  expect(revisions.map((r) => r.note)).toEqual(['from the liaison desk']);
  await page.context().close();
});

test('an error in a list is shown at its cell; a mission that is there already keeps its text in the editor', long, async () => {
  await house.api('POST', '/api/examples/first-lift');
  const page = await house.page('/missions?new=file', { colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  await drop(page, [
    { name: 'mission.yaml', text: fileOf('kazakhstan-2022', 'mission.yaml').replace('id: kazakhstan-2022', 'id: first-lift') },
    { name: 'units.csv', text: fileOf('kazakhstan-2022', 'units.csv').replace('tets-2,tokmok,150', 'tets-2,tokmok,15o') },
    { name: 'sources.csv', text: fileOf('kazakhstan-2022', 'sources.csv') },
  ]);
  const found = findings(page).getByRole('button', { name: /people should be a whole number/ });
  expect(await found.innerText()).toMatch(/units\.csv, line 2, column \d+ · cell F2 \(people\)/);
  await accessible(page);
  await found.click();
  await page.getByRole('textbox', { name: 'Text of units.csv' }).waitFor();
  await page.keyboard.type('150');
  await findings(page).getByText('Nothing stands in the way', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Add the mission' }).click();
  await findings(page).getByText('there is a mission "first-lift" already', { exact: false }).waitFor();

  // Looking elsewhere loses nothing, and putting away can be taken back.
  await page.getByRole('navigation', { name: 'New mission' }).getByRole('link', { name: 'A real example' }).click();
  await page.getByRole('heading', { name: /come to Kazakhstan/ }).waitFor();
  await page.getByRole('navigation', { name: 'New mission' }).getByRole('link', { name: 'From a file' }).click();
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('button', { name: 'mission.yaml', exact: true }).click();
  await page.getByRole('textbox', { name: 'Text of mission.yaml' }).waitFor();
  await page.context().close();
});

test('an announcement in words becomes a draft, each field with its sentence, in French', long, async () => {
  const page = await house.page('/missions?new=announcement', { locale: 'fr-FR', colorScheme: 'dark' });
  await page.getByRole('textbox', { name: 'Annonce' }).fill('Le président a déclaré le 11 janvier que le retrait des forces du Kazakhstan commence dans deux jours. Il durera au plus dix jours.');
  await page.getByLabel('Publiée le').fill('2022-01-11');
  await page.getByRole('button', { name: 'La lire' }).click();
  const facts = page.getByRole('region', { name: /Elle dit \d+ choses/ });
  const start = facts.getByRole('button', { name: /Début.*13 janvier 2022/ });
  await start.click();
  const words = page.getByRole('region', { name: 'Annonce' });
  expect(await words.locator('mark.chosen').first().innerText()).toMatch(/dans deux jours/);
  expect((await words.locator('.sentence').allInnerTexts()).join('')).toContain('le retrait des forces du Kazakhstan');
  await accessible(page);
  await page.getByRole('button', { name: 'Continuer avec ce brouillon' }).click();
  await page.getByRole('textbox', { name: 'Texte de mission.yaml' }).getByText('draft').first().waitFor();
  await page.getByRole('button', { name: 'Ajouter la mission' }).click();
  await page.getByText('a été ajoutée').waitFor();
  await page.context().close();
});

test('a force list alone asks for what a mission needs besides', long, async () => {
  const page = await house.page('/missions?new=sheet');
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
  await drop(page, [{ name: 'relief force.csv', text: 'id;nation;at;to;people\nengineers;TJ;camp;dushanbe;90\n' }]);
  await page.getByText('1 unit, 90 people, 2 places; of Tajikistan').waitFor();
  await page.getByLabel('Title').fill('Engineers come home');
  await page.getByLabel('Host country').selectOption('KG');
  await page.getByLabel('Time zone').selectOption('Asia/Bishkek');
  await page.getByLabel('Start (Asia/Bishkek)').fill('2024-05-06T06:00');
  await page.getByLabel('Deadline (Asia/Bishkek)').fill('2024-05-10T00:00');
  const places = page.getByRole('group', { name: 'In which country each place is' });
  expect(await places.getByLabel('camp').inputValue()).toBe('KG');
  await places.getByLabel('dushanbe').selectOption('TJ');
  await accessible(page);
  await page.getByRole('button', { name: 'Check it' }).click();
  await findings(page).getByText('Nothing stands in the way', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Add the mission' }).click();
  await page.getByText('relief-force has been added').waitFor();
  const mission = (await (await house.api('GET', '/api/missions/relief-force')).json()) as { units: { people: number }[]; operation: { start: string } };
  expect([mission.units.map((u) => u.people), mission.operation.start]).toEqual([[90], '2024-05-06T06:00:00+06:00']);
  await page.context().close();
});

test('a workbook alone: its sheets are the lists, and what they name is added', long, async () => {
  await house.api('POST', '/api/examples/guard-and-handover');
  const workbook = Buffer.from(await (await house.api('GET', '/api/missions/guard-and-handover/export/xlsx')).arrayBuffer());
  const page = await house.page('/missions?new=sheet');
  await page.getByLabel('Choose files').setInputFiles([{ name: 'force.xlsx', mimeType: 'application/octet-stream', buffer: workbook }]);
  await page.getByText(/its sheets units, .*fleets, .* are read/).waitFor();
  await page.getByLabel('Short name').fill('from-a-workbook');
  await page.getByLabel('Host country').selectOption('KG');
  await page.getByLabel('Time zone').selectOption('Asia/Bishkek');
  await page.getByLabel('Start (Asia/Bishkek)').fill('2024-09-02T08:00');
  await page.getByLabel('Deadline (Asia/Bishkek)').fill('2024-09-04T00:00');
  await page.getByRole('button', { name: 'Check it' }).click();
  await findings(page).getByRole('button', { name: /force\.xlsx, sheet \w+, cell [A-Z]+\d+/ }).first().click();
  await page.getByText('is a workbook', { exact: false }).waitFor();
  await findings(page).getByText('Nothing stands in the way', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Add the mission' }).click();
  await page.getByText('from-a-workbook has been added').waitFor();
  await page.context().close();
});

test('a story whose chain does not hold is refused', long, async () => {
  const page = await house.page('/missions?new=story');
  await page.getByRole('button', { name: 'Choose the exported file' }).waitFor();
  await house.api('POST', '/api/examples/first-lift');
  const story = await (await house.api('GET', '/api/missions/first-lift/ledger/export')).text();
  await drop(page, [{ name: 'first-lift.ndjson', text: story.replaceAll('first-lift', 'fresh-lift') }]);
  await page.getByRole('button', { name: 'Import this story' }).click();
  await page.getByRole('alert').first().waitFor();
  await accessible(page);
  await page.context().close();
});

test('the list is searched, filtered and ordered, and each view of it has its address', long, async () => {
  for (const example of ['first-lift', 'guard-and-handover', 'kazakhstan-2022', 'kabul-2021']) await house.api('POST', `/api/examples/${example}`);
  const page = await house.page('/missions?sort=title');
  const rows = page.getByRole('table').getByRole('rowheader');
  await rows.first().waitFor();
  const before = await rows.allInnerTexts();
  expect(before.length).toBeGreaterThanOrEqual(4);
  await accessible(page);
  await page.getByRole('button', { name: 'Mission', exact: true }).press('Enter');
  await page.getByRole('columnheader', { name: 'Mission' }).and(page.locator('[aria-sort="descending"]')).waitFor();
  expect(await rows.allInnerTexts()).toEqual([...before].reverse());

  await page.getByRole('searchbox').fill('kirghiz');
  await page.getByText('No mission is like that.').waitFor();
  await page.getByLabel('Language').selectOption('fr');
  await page.getByRole('link', { name: 'Garde et relève' }).waitFor();
  expect(new URL(page.url()).searchParams.get('q')).toBe('kirghiz');
  await page.reload();
  await page.getByRole('link', { name: 'Garde et relève' }).waitFor();

  // What others have added is there for whoever comes back to the page.
  await page.getByRole('searchbox').fill('');
  await house.api('POST', '/api/examples/kazakhstan-2022-deployment');
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await page.getByRole('link', { name: /arrivent au Kazakhstan/ }).waitFor();

  // All of them for a spreadsheet, in the page's language.
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('missions.csv');
  expect(readFileSync(await file.path(), 'utf8')).toMatch(/^guard-and-handover,Garde et relève,KG,/m);
  await page.context().close();
});

test('at 360 px nothing is wider than the screen', long, async () => {
  const page = await house.page('/missions', { viewport: { width: 360, height: 740 } });
  await page.getByRole('link', { name: 'New mission' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.getByRole('link', { name: 'New mission' }).click();
  for (const way of ['From a file', 'From a spreadsheet', 'From an announcement', 'A real example', 'With its whole story']) {
    await page.getByRole('navigation', { name: 'New mission' }).getByRole('link', { name: way }).click();
    await page.getByRole('navigation', { name: 'New mission' }).locator('[aria-current]', { hasText: way }).waitFor();
    await page.waitForLoadState('networkidle');
    expect([way, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([way, 360]);
  }
  await page.context().close();
});
