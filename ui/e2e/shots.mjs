// Development only: pictures of every screen against the fake server. node e2e/shots.mjs BASE_URL DIRECTORY
import { mkdirSync } from 'node:fs';
import { launch } from './chromium.mjs';

const [base, directory] = process.argv.slice(2);
mkdirSync(directory, { recursive: true });
const browser = await launch();
const sizes = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };
for (const [device, viewport] of Object.entries(sizes)) {
  for (const colorScheme of ['dark', 'light']) {
    const context = await browser.newContext({ viewport, colorScheme, timezoneId: 'Europe/Berlin' });
    const page = await context.newPage();
    page.on(
      'console',
      (line) => ['error', 'warning'].includes(line.type()) && console.log(`${device} ${colorScheme}: ${line.text()}`),
    );
    page.on('pageerror', (failure) => console.log(`${device} ${colorScheme}: ${failure}`));
    const shoot = (name, fullPage = false) =>
      page.screenshot({ path: `${directory}/${name}-${device}-${colorScheme}.png`, fullPage });
    await page.goto(base);
    await page.waitForSelector('.row a');
    await page.waitForTimeout(500);
    await shoot('inbox');
    await page.getByRole('button', { name: /^Filter/ }).click();
    await page.getByRole('button', { name: /^Critical/ }).click();
    await page.waitForTimeout(500);
    await shoot('filter');
    await page.getByRole('button', { name: /^Critical/ }).click();
    await page.getByRole('button', { name: /^Filter/ }).click();
    for (const box of (await page.locator('.row .pick').all()).slice(0, 2)) await box.click();
    await shoot('picked');
    const incidents = await (await page.request.get(`${base}/api/incidents?limit=20`)).json();
    const of = (title) => incidents.items.find((incident) => incident.title.startsWith(title)).id;
    await page.goto(`${base}/i/${of('7.2')}`);
    const more = page.getByRole('button', { name: 'More' }).filter({ visible: true });
    await more.click();
    await shoot('more');
    await page.getByRole('button', { name: 'Snooze' }).click();
    await shoot('snooze');
    for (const [name, path] of [
      ['suggested', `/i/${of('Replica')}`],
      ['snoozed', `/i/${of('Backups')}`],
      ['incident', `/i/${of('7.2')}`],
      ['held', `/i/${of('Search')}`],
      ['review', `/i/${of('7.2')}/postmortem`],
      ['reviews', '/reviews'],
      ['services', '/services'],
      ['graph', '/services?view=graph'],
      ['service', '/services/checkout'],
      ['outbox', '/outbox'],
      ['channels', '/channels'],
      ['feedback', '/feedback'],
      ['budgets', '/slos'],
      ['budget', '/slos/checkout-up'],
      ['backlog', '/improvements'],
      ['round', '/improvements?show=round'],
      ['delete-these', '/improvements?show=delete'],
      ['improvement', '/improvements/disk'],
      ['people', '/people'],
      ['status', '/status-page'],
      ['parked', '/parked'],
      ['setup', '/setup/abc'],
    ]) {
      await page.goto(base + path);
      await page.waitForTimeout(500);
      await shoot(name, true);
    }
    await context.close();
  }
}
await browser.close();
