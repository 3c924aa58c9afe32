// Firefox and WebKit, as far as the tests need them: go somewhere, run something in the page or in its first frame, close.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { freePort } from './free-port.mjs';

const firefoxProgram = '/usr/bin/firefox-esr';
const webkitDriver = '/usr/bin/WebKitWebDriver';
const miniBrowser = ['x86_64', 'aarch64']
  .flatMap((cpu) =>
    ['4.1', '4.0', '6.0'].map((version) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-${version}/MiniBrowser`),
  )
  .find(existsSync);

export const engines = {
  'Firefox ESR': { isInstalled: existsSync(firefoxProgram), package: 'firefox-esr', start: startFirefox },
  WebKitGTK: {
    isInstalled: existsSync(webkitDriver) && miniBrowser !== undefined && existsSync('/usr/bin/xvfb-run'),
    package: 'webkit2gtk-driver and xvfb',
    start: startWebkit,
  },
};

/** Over WebDriver BiDi. */
async function startFirefox() {
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath: firefoxProgram, headless: true });
  const page = await browser.newPage();
  const messages = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`exception: ${error.message}`));
  return {
    messages,
    go: (url) => page.goto(url, { waitUntil: 'load' }),
    run: (code, ...args) => page.evaluate(code, ...args),
    runInFrame: (code, ...args) =>
      page
        .mainFrame()
        .childFrames()[0]
        .evaluate(code, ...args),
    close: () => browser.close(),
  };
}

/** Over the WebDriver protocol, on a screen that nobody sees. */
async function startWebkit() {
  const port = await freePort();
  const driver = spawn('/usr/bin/xvfb-run', ['-a', webkitDriver, `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
  });
  const ended = once(driver, 'exit');
  const stop = async () => {
    process.kill(-driver.pid, 'SIGTERM');
    await ended;
  };
  const call = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) {
      throw new Error(`${value.error}: ${value.message}`);
    }
    return value;
  };
  try {
    await until(async () => (await call('GET', '/status')).ready, 'WebKitWebDriver');
    const { sessionId } = await call('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } } },
    });
    const session = `/session/${sessionId}`;
    const run = (code, ...args) =>
      call('POST', `${session}/execute/sync`, { script: `return (${code})(...arguments);`, args });
    return {
      messages: [],
      go: (url) => call('POST', `${session}/url`, { url }),
      run,
      async runInFrame(code, ...args) {
        await call('POST', `${session}/frame`, { id: 0 });
        try {
          return await run(code, ...args);
        } finally {
          await call('POST', `${session}/frame`, { id: null });
        }
      },
      async close() {
        await call('DELETE', session);
        await stop();
      },
    };
  } catch (failure) {
    await stop();
    throw failure;
  }
}

/** Asks until the answer is true. */
export async function until(ask, what, seconds = 30) {
  let last;
  for (const end = Date.now() + seconds * 1000; Date.now() < end; await sleep(100)) {
    try {
      last = await ask();
    } catch (failure) {
      last = failure;
    }
    if (last === true) {
      return;
    }
  }
  throw new Error(`waited ${seconds} seconds for ${what}: ${last}`);
}
