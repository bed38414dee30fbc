import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'vitest';
import { patience, serve, shots, sortie } from './house';

const long = { timeout: 10 * patience };
const password = 'a long first password';
const house = serve(['first-lift'], {
  args: ['--sign-in', 'local'],
  prepare: async (db) => {
    const file = join(dirname(db), 'password.txt');
    writeFileSync(file, `${password}\n`);
    const accounts = [['chief', '--role', 'administrator'], ['movement control', '--role', 'planner'], ['desk KG', '--role', 'liaison', '--nation', 'KG'], ['council', '--role', 'decision-maker']];
    for (const who of accounts) await sortie(['account', 'add', '--db', db, '--name', ...who, '--password-file', file]);
  },
});

test('signing in', long, () => shots(house, 'signin', '/missions', async (page) => await page.locator('form input').first().fill('chief')));

test('accounts', long, () =>
  shots(house, 'accounts', '/missions?accounts=1', async (page) => {
    await page.locator('form input').first().fill('chief');
    await page.locator('form input[type=password]').fill(password);
    await page.locator('form button').click();
    await page.locator('main tbody tr').nth(2).locator('button').first().click();
    await page.locator('main form').waitFor();
  }));
