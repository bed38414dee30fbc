import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { accessible, patience, root, serve, sortie } from './house';

const passwords: Record<string, string> = { chief: 'a long first password', 'desk KG': 'another long password', 'desk FR': 'one more long password' };
const long = { timeout: 3 * patience };

const house = serve(['guard-and-handover', 'kazakhstan-2022'], {
  args: ['--sign-in', 'local'],
  prepare: async (db) => {
    for (const [name, who] of [['chief', ['--role', 'administrator']], ['desk KG', ['--role', 'liaison', '--nation', 'KG']], ['desk FR', ['--role', 'liaison', '--nation', 'FR']]] as const) {
      const file = join(dirname(db), 'password.txt');
      writeFileSync(file, `${passwords[name]}\n`);
      await sortie(['account', 'add', '--db', db, '--name', name, ...who, '--password-file', file]);
    }
  },
});

async function signIn(page: Page, name: string, password = passwords[name]!): Promise<void> {
  await page.getByLabel('Name of the account').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a wrong password is told, a right one leads to where one wanted to go', long, async () => {
  const page = await house.page('/missions/kazakhstan-2022/force');
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await accessible(page);
  expect(await page.getByLabel('Name of the account').evaluate((e) => e === document.activeElement)).toBe(true);
  await signIn(page, 'desk KG', 'not the password');
  await page.getByRole('alert').getByText('The name or the password is wrong').waitFor();
  await accessible(page);
  await signIn(page, 'desk KG');
  await page.getByRole('heading', { name: 'Force' }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/missions/kazakhstan-2022/force');
  await page.context().close();
});

test('a liaison sees the missions of its nation, and adds none', long, async () => {
  const page = await house.page('/missions');
  await signIn(page, 'desk KG');
  await page.getByRole('link', { name: /leave Kazakhstan/ }).waitFor();
  await page.getByRole('link', { name: 'Guard and handover' }).waitFor(); // Kyrgyzstan is its host
  expect(await page.getByRole('link', { name: 'New mission' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'Accounts' }).count()).toBe(0);
  await page.goto(`${house.url}/missions?new=file`);
  await page.getByText('Your role adds no missions').waitFor();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.goto(`${house.url}/missions`);
  await signIn(page, 'desk FR');
  await page.getByRole('heading', { name: 'There is no mission yet' }).waitFor();
  await page.context().close();
});

test('an administrator makes an account, changes it, and disables it', long, async () => {
  const page = await house.page('/missions');
  await signIn(page, 'chief');
  await page.getByRole('link', { name: 'Accounts' }).click();
  await page.getByRole('button', { name: 'New account' }).click();
  await page.getByLabel('Name of the account').fill('council');
  await page.getByLabel('Role').selectOption('decision-maker');
  await page.getByLabel('Nation').selectOption('KG');
  await page.getByLabel('Password').fill('council');
  await accessible(page);
  // Too short for the form itself; with twelve characters that are the name's the server says no.
  await page.getByRole('button', { name: 'Make the account' }).click();
  expect(await page.getByLabel('Password').evaluate((e: HTMLInputElement) => e.validity.tooShort)).toBe(true);
  await page.getByLabel('Name of the account').fill('council secretariat');
  await page.getByLabel('Password').fill('council secretariat');
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.getByRole('alert').first().waitFor();
  await page.getByLabel('Password').fill('council of twelve');
  await page.getByRole('button', { name: 'Make the account' }).click();
  const row = page.getByRole('row', { name: /council secretariat/ });
  await row.getByText('Decision maker · Kyrgyzstan').waitFor();

  await row.getByRole('button', { name: /Change/ }).click();
  await page.getByLabel('Role').selectOption('planner');
  await page.getByRole('button', { name: 'Save' }).click();
  await row.getByText('Planner', { exact: true }).waitFor();
  await row.getByRole('button', { name: /Disable/ }).click();
  await row.getByText('disabled').waitFor();
  await accessible(page);

  // The last administrator cannot shut everybody out.
  await page.getByRole('row', { name: /chief/ }).getByRole('button', { name: /Disable/ }).click();
  await page.getByRole('alert').getByText(/administrator/).waitFor();
  await page.context().close();
});

test('an administrator brings a mission with its whole story', long, async () => {
  const page = await house.page('/missions?new=story');
  await signIn(page, 'chief');
  await page.getByLabel('Choose the exported file').setInputFiles({ name: 'first-lift.ndjson', mimeType: 'application/x-ndjson', buffer: readFileSync(join(root, 'store/testdata/example.ledger')) });
  await page.getByRole('button', { name: 'Import this story' }).click();
  await page.getByText('first-lift: 5 entries imported').waitFor();
  expect(new URL(page.url()).pathname).toBe('/missions/first-lift/record');
  await page.context().close();
});

test('a session that ends loses nothing that was typed; another password ends the others', long, async () => {
  const page = await house.page('/missions', { colorScheme: 'dark' });
  await signIn(page, 'chief');
  await page.getByRole('link', { name: 'New mission' }).click();
  await page.getByRole('button', { name: 'Write or paste it here' }).click();
  const editor = page.getByRole('textbox', { name: 'Text of mission.yaml' });
  await editor.click();
  await page.keyboard.type('sortie: 1\nid: half-typed');

  const other = await house.page('/missions?account=1');
  await signIn(other, 'chief');
  await other.getByLabel('Password until now').fill(passwords['chief']!);
  await other.getByLabel('New password', { exact: true }).fill('a long second password');
  await other.getByLabel('New password again').fill('a long second passwort');
  await other.getByText('The two are not the same.').waitFor();
  await accessible(other);
  await other.getByLabel('New password again').fill('a long second password');
  await other.getByRole('button', { name: 'Change the password' }).click();
  await other.getByText('The password has been changed.').waitFor();

  await editor.click();
  await page.keyboard.type('!');
  await page.getByRole('dialog').getByText('Your session has ended').waitFor();
  await accessible(page);
  await page.getByLabel('Password').fill('a long second password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await editor.innerText()).toContain('half-typed!');
  await page.context().close();
  await other.context().close();
});

test('who guesses has to wait, in French too', long, async () => {
  const page = await house.page('/missions', { locale: 'fr-FR' });
  await page.getByLabel('Nom du compte').fill('nobody');
  for (let i = 0; i < 7 && !(await page.getByText('Trop d’essais').isVisible()); i++) {
    const answered = page.waitForResponse((r) => r.request().method() === 'POST');
    await page.getByLabel('Mot de passe').fill(`guess ${i}`);
    await page.getByRole('button', { name: 'Se connecter' }).click();
    await answered;
    await page.getByRole('alert').getByText(/✕/).waitFor();
  }
  await page.getByRole('alert').getByText(/attendez \d+ secondes/).waitFor();
  await page.context().close();
});
