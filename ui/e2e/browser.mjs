// The way of a first user through a running server: node e2e/browser.mjs BASE_URL SETUP_URL
// LARUM_E2E_TITLE: the title of the incident that the caller opens once this prints "Ready".
// LARUM_E2E_PARKED: the reader of an event that the caller parks after that, and that can be taken again.
// LARUM_SHOTS: a directory for pictures; none are taken without it.
import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { launch } from './chromium.mjs';

const [base, setupUrl] = process.argv.slice(2).map((url) => url.replace(/\/$/, ''));
const title = process.env.LARUM_E2E_TITLE;
const parked = process.env.LARUM_E2E_PARKED;
const shots = process.env.LARUM_SHOTS;
if (!base || !setupUrl || !title) {
  console.error('Write: LARUM_E2E_TITLE="title of an incident" node e2e/browser.mjs BASE_URL SETUP_URL');
  process.exit(2);
}
if (shots) mkdirSync(shots, { recursive: true });

const WAIT = 15_000;
const WAIT_FOR_INCIDENT = 90_000;
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
const EMAIL = process.env.LARUM_E2E_EMAIL ?? 'ada@example.org';
const PASSWORD = process.env.LARUM_E2E_PASSWORD ?? 'the ferry leaves at seven sharp';
const NOTE = '<img src=x onerror=alert(1)> pool is 20, it was 40';

const failures = [];
const fail = (sentence) => {
  failures.push(sentence);
  console.error(`FAILED: ${sentence}`);
};

const browser = await launch();
const context = await browser.newContext({ viewport: SIZES.desktop, colorScheme: 'dark' });
context.setDefaultTimeout(WAIT);
const page = await context.newPage();
watch(page);

function watch(some) {
  some.on('dialog', async (dialog) => {
    fail(`A dialog of the browser opened and said "${dialog.message()}".`);
    await dialog.dismiss();
  });
  some.on('pageerror', (error) => fail(`The page threw ${error}.`));
  some.on('console', (line) => {
    if (/Content Security Policy/i.test(line.text())) fail(`The content security policy was broken: ${line.text()}`);
  });
  some.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== new URL(base).origin)
      fail(`The page asked another host: ${url}`);
  });
}

async function step(sentence, run) {
  try {
    await run();
    console.log(`ok: ${sentence}`);
  } catch (error) {
    fail(
      `${sentence}. ${String(error.message ?? error)
        .split('\n')
        .slice(0, 6)
        .join(' ')}`,
    );
    if (shots) await page.screenshot({ path: `${shots}/failed-${failures.length}.png` }).catch(() => {});
    throw error;
  }
}

/** axe and a picture, in both themes and both sizes. */
async function look(name, some = page) {
  for (const [device, size] of Object.entries(SIZES)) {
    await some.setViewportSize(size);
    for (const colorScheme of ['dark', 'light']) {
      await some.emulateMedia({ colorScheme });
      await some.waitForTimeout(200);
      const { violations } = await new AxeBuilder({ page: some }).withTags(TAGS).analyze();
      for (const { id, help, nodes } of violations) {
        fail(
          `${name}, ${device}, ${colorScheme}: ${id}, ${help}: ${nodes
            .map(({ html }) => html.slice(0, 160))
            .slice(0, 3)
            .join(' | ')}`,
        );
      }
      const overflow = await some.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) fail(`${name}, ${device}, ${colorScheme}: the page scrolls sideways by ${overflow} px.`);
      if (shots) await some.screenshot({ path: `${shots}/${name}-${device}-${colorScheme}.png` });
    }
  }
  await some.setViewportSize(SIZES.desktop);
  await some.emulateMedia({ colorScheme: 'dark' });
  console.log(`looked at: ${name}`);
}

const mark = (some) => some.evaluate(() => (window.larumMark = true));
const isMarked = (some) => some.evaluate(() => window.larumMark === true);
const sawWithoutReload = async (some) => {
  if (!(await isMarked(some))) throw new Error('The page was loaded again.');
};

async function run() {
  await step('the set-up link opens a friendly form', async () => {
    await page.goto(setupUrl);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByLabel('Name', { exact: true }).waitFor();
    const zone = await page.getByLabel('Time zone').inputValue();
    const own = await page.evaluate(() => new Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (zone !== own) throw new Error(`The time zone is preselected as ${zone} and not as ${own}.`);
  });
  await look('setup');

  await step('the administrator is created and lands in the inbox', async () => {
    await page.getByLabel('Name', { exact: true }).fill('Ada Lovelace');
    await page.getByLabel('E-mail').fill(EMAIL);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create my account' }).click();
    await page.waitForURL(`${base}/`);
    await page.getByRole('navigation', { name: 'Main', exact: true }).waitFor();
    await page.getByText(/^Live at/).waitFor();
  });

  await step('nothing is parked, and the page says that all is well', async () => {
    await page.getByRole('link', { name: 'Parked', exact: true }).click();
    await page.getByRole('heading', { name: 'All is well: nothing is parked' }).waitFor();
  });
  await look('parked-none');

  let href = '';
  await step(`the incident "${title}" appears without a reload`, async () => {
    await page.getByRole('link', { name: 'Inbox', exact: true }).click();
    await page.getByText(/^Live at/).waitFor();
    await mark(page);
    console.log('Ready');
    const row = page.locator('.row a', { hasText: title }).first();
    const pill = page.locator('.news .pill');
    const end = Date.now() + WAIT_FOR_INCIDENT;
    while (!(await row.isVisible())) {
      if (Date.now() > end) throw new Error(`It did not come within ${WAIT_FOR_INCIDENT / 1000} s.`);
      if (await pill.isVisible()) await pill.click();
      await page.waitForTimeout(200);
    }
    await sawWithoutReload(page);
    href = await row.getAttribute('href');
  });
  await look('inbox');

  await step('the incident opens', async () => {
    await page.locator('.row a', { hasText: title }).first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${base}${href}`);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.locator('.story li').first().waitFor();
  });
  await look('incident-firing');

  const other = await context.newPage();
  watch(other);
  await step('the same incident is open in a second tab', async () => {
    await other.goto(base + href);
    await other.locator('.story li').first().waitFor();
    await other.getByText(/^Live at/).waitFor();
    await mark(other);
  });

  await step('acknowledging shows at once and its entry joins the timeline without a reload', async () => {
    await page.bringToFront();
    await mark(page);
    await page
      .getByRole('button', { name: /^Acknowledge/ })
      .first()
      .click();
    await page.locator('.state[data-state=acknowledged]').first().waitFor({ timeout: 1000 });
    await page
      .locator('.story li', { hasText: /acknowledged/i })
      .first()
      .waitFor();
    await sawWithoutReload(page);
  });
  await step('the second tab learns of it by itself', async () => {
    await other
      .locator('.story li', { hasText: /acknowledged/i })
      .first()
      .waitFor();
    await other.getByText('held by').waitFor();
    await sawWithoutReload(other);
  });

  await step('a note with markup shows as text, in both tabs', async () => {
    await page.getByLabel('Add a note').fill(NOTE);
    await page.getByRole('button', { name: 'Add note' }).click();
    await page.locator('.story li', { hasText: NOTE }).waitFor();
    await other.locator('.story li', { hasText: NOTE }).waitFor();
    if ((await page.locator('.story img').count()) > 0) throw new Error('The note became an element.');
    if ((await page.getByLabel('Add a note').inputValue()) !== '') throw new Error('The field was not emptied.');
  });
  await other.close();
  await look('incident-held');

  await step('a file goes with a note, and its picture is shown', async () => {
    const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const file = (name, buffer) => ({ name, mimeType: 'image/png', buffer });
    await page
      .locator('.composer input[type=file]')
      .setInputFiles([
        file('disk.png', Buffer.from(pixel, 'base64')),
        file('program.png', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0])),
      ]);
    await page.getByText('Not attached. Files are text').waitFor();
    await page.getByRole('button', { name: 'Remove program.png' }).click();
    await page.getByRole('button', { name: 'Add note' }).click();
    const picture = page.locator('.story .files img');
    await picture.waitFor();
    if ((await picture.evaluate((image) => image.decode().then(() => image.naturalWidth))) !== 1)
      throw new Error('The picture is not the one that was attached.');
  });
  await look('incident-files');

  await step('the lanes are walked with the arrow keys', async () => {
    await page.getByRole('button', { name: 'Lanes' }).click();
    await page.locator('.lane-mark').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.locator('.lane-mark[aria-pressed=true]:focus').waitFor();
  });
  await look('incident-lanes');
  await page.getByRole('button', { name: 'Story' }).click();

  await step('resolving ends it', async () => {
    await page
      .getByRole('button', { name: /^Resolve/ })
      .first()
      .click();
    await page.locator('.state[data-state=resolved]').first().waitFor();
    await page
      .getByRole('button', { name: /^Reopen/ })
      .first()
      .waitFor();
    await page
      .locator('.story li', { hasText: /resolved/i })
      .first()
      .waitFor();
    await sawWithoutReload(page);
  });
  await look('incident-resolved');

  for (const [name, path, heading] of [
    ['inbox-after', '/', null],
    ['services', '/services', 'Services'],
    ['services-graph', '/services?view=graph', 'Services'],
    ['outbox', '/outbox', 'Outbox'],
    ['channels', '/channels', 'Channels'],
    ['people', '/people', 'People'],
    ['not-found', '/nothing/here', null],
    ['no-such-incident', '/i/00000000-0000-7000-8000-000000000000', null],
  ]) {
    await step(`${path} opens`, async () => {
      await page.goto(base + path);
      const found = heading
        ? page.getByRole('heading', { level: 1, name: heading })
        : page.getByRole('heading', { level: 1 });
      await found.first().waitFor({ state: 'attached' });
      await page.waitForTimeout(700);
    });
    await look(name);
  }

  await step('a message opens to its story, which the address keeps', async () => {
    await page.goto(`${base}/outbox`);
    await page
      .getByRole('button', { name: /^Story of the message to/ })
      .first()
      .click();
    await page.waitForURL(/message=/);
    await page.reload();
    await page.getByText('It was asked for.').waitFor();
  });
  await look('outbox-story');

  if (parked) {
    await step('a parked event is shown with its payload, and counted in the navigation', async () => {
      await page.goto(`${base}/`);
      await page.getByRole('link', { name: 'Parked 2', exact: true }).click();
      const card = page.getByRole('region', { name: parked });
      await card.getByText('IllegalStateException: a fault of the test').waitFor();
      await card.getByText('Show payload').click();
      await card.locator('pre').waitFor();
    });
    await look('parked');
    await step('retried, it is taken, and the count falls', async () => {
      await page.getByRole('region', { name: parked }).getByRole('button', { name: 'Retry', exact: true }).click();
      await page.getByText('Taken now').waitFor();
      await page.getByRole('link', { name: 'Parked 1', exact: true }).waitFor();
    });
    await look('parked-taken');
  }

  await step('the help opens with ? and closes with Escape', async () => {
    await page.goto(`${base}/`);
    await page.getByText(/^Live at/).waitFor();
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await look('help');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  await step(
    'a schedule is made: a mistake stands at its field, and whose hours change is said before it is saved',
    async () => {
      await page.goto(`${base}/on-call`);
      await page.getByRole('link', { name: 'New schedule' }).click();
      await page.getByLabel('Word', { exact: true }).fill('payments');
      await page.getByLabel('primary, turn 1', { exact: true }).selectOption({ label: 'Ada Lovelace' });
      await page.getByLabel('Handed over').fill('noon');
      await page.getByText(/This does not say when the turn is handed over/).waitFor();
      await look('schedule-mistake');
      await page.getByLabel('Handed over').fill('Mon 09:00');
      await page.getByText(/^Ada Lovelace \+/).waitFor();
      await page.getByRole('button', { name: 'Save and use it' }).click();
      await page.waitForURL(`${base}/on-call/payments`);
      await page.getByRole('heading', { level: 1, name: 'payments' }).waitFor();
    },
  );

  await step('hours are chosen in fields, or drawn over the first row', async () => {
    await page.getByRole('button', { name: 'Choose hours' }).click();
    await page.getByRole('dialog').getByText('As it would be').waitFor();
    await look('schedule-hours');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const row = await page.locator('.drawable').boundingBox();
    await page.mouse.move(row.x + 0.6 * row.width, row.y + row.height / 2);
    await page.mouse.down();
    await page.mouse.move(row.x + 0.7 * row.width, row.y + row.height / 2, { steps: 5 });
    await page.locator('.shift.drawn').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.shift.drawn').waitFor({ state: 'detached' });
    await page.mouse.up();
    if (await page.getByRole('dialog').isVisible()) throw new Error('Escape did not call the drawing off.');
    await page.mouse.move(row.x + 0.6 * row.width, row.y + row.height / 2);
    await page.mouse.down();
    await page.mouse.move(row.x + 0.7 * row.width, row.y + row.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  await step('a month is shown with its names', async () => {
    await page.getByRole('button', { name: 'Month', exact: true }).click();
    await page.locator('.month-day').first().waitFor();
  });
  await look('schedule-month');

  await step('somebody changes their own quiet hours, and a mistake stands at its field', async () => {
    await page.getByRole('link', { name: /Ada Lovelace/ }).click();
    await page.getByRole('heading', { name: 'Larum cannot reach you' }).waitFor();
    await look('me');
    await page.getByRole('checkbox', { name: 'I have quiet hours' }).check();
    await page.getByLabel('Mobile number').fill('+44 12');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('This is not a telephone number.').waitFor();
    await look('me-mistake');
    await page.getByLabel('Mobile number').fill('+44 7700 900123');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('22:00 to 07:00').waitFor();
    await look('me-saved');
  });

  await step('signing out leads to the sign-in', async () => {
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(/\/login/);
    await page.getByLabel('E-mail').waitFor();
  });
  await look('login');

  await step('a wrong password is refused in words', async () => {
    await page.getByLabel('E-mail').fill(EMAIL);
    await page.getByLabel('Password').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').waitFor();
  });
  await look('login-refused');

  await step('a deep link asks to sign in and then leads back', async () => {
    await page.goto(base + href);
    await page.waitForURL(/\/login\?next=/);
    await page.getByLabel('E-mail').fill(EMAIL);
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(base + href);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
  });

  await step('the set-up link works only once', async () => {
    await page.goto(setupUrl);
    await page.getByRole('heading', { level: 1, name: /does not work any more/ }).waitFor();
  });
  await look('setup-used');
}

try {
  await run();
} catch (error) {
  if (failures.length === 0) fail(String(error));
} finally {
  await browser.close();
}
console.log(failures.length === 0 ? 'All well.' : `${failures.length} failed.`);
process.exit(failures.length === 0 ? 0 : 1);
