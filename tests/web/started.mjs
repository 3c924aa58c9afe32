// The built page on a server, and a browser, for all tests of one file; both stop when the last has run.
import { after } from 'node:test';
import { launch } from './browser.mjs';
import { serve } from './server.mjs';

export async function started() {
  const server = await serve();
  const browser = await launch();
  after(async () => {
    await browser.close();
    await server.close();
  });
  return { server, browser };
}
