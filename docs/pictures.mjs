// Takes the pictures that the README shows: node docs/pictures.mjs (after npm run build)
import { fileURLToPath } from 'node:url';
import { fillInExample, launch, open } from '../tests/web/browser.mjs';
import { serve } from '../tests/web/server.mjs';

const server = await serve();
const browser = await launch();
const page = await open(browser, server.url, { reducedMotion: 'reduce', viewport: { width: 1280, height: 860 } });
await fillInExample(page);
await page.evaluate(() => scrollTo(0, 0));
await page.screenshot({ path: fileURLToPath(new URL('answer.png', import.meta.url)) });
await browser.close();
await server.close();
