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
    const incidents = await (await page.request.get(`${base}/api/incidents?limit=20`)).json();
    const of = (title) => incidents.items.find((incident) => incident.title.startsWith(title)).id;
    for (const [name, path] of [
      ['incident', `/i/${of('7.2')}`],
      ['held', `/i/${of('Search')}`],
      ['outbox', '/outbox'],
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
