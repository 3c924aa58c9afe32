// Takes the pictures that README and docs show, each by its name in docs/: node docs/pictures.mjs [NAME...] (after npm run build).
// Another one is another row; a picture that README and docs show and that has no row is an error, and so is the reverse.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch, open } from '../tests/web/browser.mjs';
import { serve } from '../tests/web/server.mjs';

const pictures = {
  'start.png': {
    path: '?',
    viewport: { width: 1280, height: 760 },
    act: async (page) => {
      await page.locator('#wish').fill('changed jobs, may i link my mcid again?');
      await page.locator('.matches').waitFor();
    },
  },
  'answer.png': {
    path: '?#link_mcid',
    viewport: { width: 1280, height: 860 },
    prepare: (page) => page.clock.setFixedTime('2021-05-20T12:00:00'),
    act: async (page) => {
      await page.locator('.one input').fill('Fabrikam');
      await page.locator('.one .primary').click();
      await page.locator('.usual .primary').click();
      await page.locator('[data-pointer="/facts/person/associations/0/organization"] input').fill('Contoso');
      await page.locator('[data-pointer="/facts/person/associations/0/started"] input').fill('May 1, 2021');
      await page.locator('.one .primary').click();
      await page.locator('.details').waitFor();
    },
  },
  'plan.png': {
    path: '?#link_everybody',
    viewport: { width: 1280, height: 820 },
    prepare: (page) => page.clock.setFixedTime('2021-05-20T12:00:00'),
    act: async (page) => {
      const input = (name) => page.locator(`[data-pointer="/goal/${name}"] input[type=text]`);
      await input('organization').fill('Fabrikam');
      await page.locator('.one .primary').click();
      for (const [row, [name, organization, started]] of [
        ['Ann', 'Contoso', 'May 1, 2021'],
        ['Bo', '', ''],
        ['Chen', 'Adatum', 'April 30, 2021'],
      ].entries()) {
        if (row > 0) {
          await page.getByRole('button', { name: 'Add another entry' }).click();
        }
        await input(`people/${row}/name`).fill(name);
        await input(`people/${row}/organization`).fill(organization);
        await input(`people/${row}/started`).fill(started);
      }
      await page.locator('.one .primary').click();
      await page.locator('.plan-days').waitFor();
    },
  },
  'roster.png': {
    path: 'roster.html',
    ready: false,
    viewport: { width: 1280, height: 1240 },
    // The sample is about the days around today.
    prepare: (page) => page.clock.setFixedTime('2021-05-20T12:00:00'),
    act: async (page) => {
      await page.locator('#sample').click();
      await page.locator('.group').first().waitFor();
    },
    from: '.results',
  },
};

const pages = ['../README.md', 'page.md', 'roster.md'].map((name) =>
  readFileSync(new URL(name, import.meta.url), 'utf8'),
);
const shown = pages.flatMap((page) => [...page.matchAll(/\]\((?:docs\/)?([\w-]+\.png)\)/g)].map(([, name]) => name));
const different = [
  ...shown.filter((name) => !(name in pictures)),
  ...Object.keys(pictures).filter((name) => !shown.includes(name)),
];
if (different.length > 0) {
  throw new Error(`only in the pages, or only in this list: ${different.join(', ')}`);
}

const server = await serve();
const browser = await launch();
for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(pictures)) {
  const { path = '', act, from = 'body', ...options } = pictures[name];
  const page = await open(browser, `${server.url}${path}`, { reducedMotion: 'reduce', ...options });
  await act(page);
  await page
    .locator(from)
    .first()
    .evaluate((element) => element.scrollIntoView());
  await page.screenshot({ path: fileURLToPath(new URL(name, import.meta.url)) });
  await page.context().close();
}
await browser.close();
await server.close();
