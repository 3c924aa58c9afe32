// A page with the texts that nobody wrote, and what may not be seen on it.
import assert from 'node:assert/strict';
import { load } from 'partnercheck';
import { open } from './browser.mjs';
import { pseudoScripts } from './pseudo.mjs';
import { started } from './started.mjs';

// Its dates and numbers have no Latin letters, so whatever has one was not translated.
const locale = 'zh-TW';
const catalogue = (await load()).describe();

export const widths = [
  ['wide', { width: 1280, height: 900 }],
  ['320 pixels', { width: 320, height: 720 }],
];

/** Everything that can be seen or heard, with where it is; and everything that does not fit where it is. */
function look() {
  const found = [];
  const cut = [];
  const attributes = [
    'aria-label',
    'aria-valuetext',
    'aria-description',
    'aria-roledescription',
    'title',
    'placeholder',
    'alt',
    'label',
  ];
  const nameOf = (element) =>
    `${element.localName}${element.id === '' ? '' : `#${element.id}`}${[...element.classList].map((name) => `.${name}`).join('')}`;
  const isHidden = (element) => element.closest('.visually-hidden, .skip') !== null;
  /** One that is moved from side to side, also by keyboard. */
  const isTable = (element) =>
    element.matches('[role=region][tabindex="0"]:has(table)') &&
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowX);
  const add = (element, text) => text.trim() !== '' && found.push([nameOf(element), text.trim()]);
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot !== null) {
        walk(element.shadowRoot);
      }
      if (['style', 'script', 'noscript'].includes(element.localName) || !element.checkVisibility()) {
        continue;
      }
      attributes.forEach((name) => add(element, element.getAttribute(name) ?? ''));
      if (element.readOnly === true) {
        add(element, element.value);
      }
      for (const node of element.childNodes) {
        if (node.nodeType === Node.TEXT_NODE && node.data.trim() !== '') {
          add(element, node.data);
          fits(element, node);
        }
      }
      const { overflowX, overflowY } = getComputedStyle(element);
      // What is typed can be longer than its field, and what a list offers longer than the list; both can be scrolled.
      const isScrolled = ['input', 'textarea', 'select', 'option', 'optgroup'].includes(element.localName);
      if (
        overflowY === 'hidden' &&
        !isHidden(element) &&
        element.scrollHeight > element.clientHeight + 1 &&
        element.clientHeight > 0
      ) {
        cut.push(`${nameOf(element)} holds ${element.scrollHeight} pixels above each other in ${element.clientHeight}`);
      }
      if (
        overflowX !== 'visible' &&
        !isScrolled &&
        !isTable(element) &&
        !isHidden(element) &&
        element.scrollWidth > element.clientWidth + 1 &&
        element.clientWidth > 0
      ) {
        cut.push(`${nameOf(element)} holds ${element.scrollWidth} pixels in ${element.clientWidth}`);
      }
    }
  };
  /** Within the box around it, and within the window. */
  const fits = (element, node) => {
    if (isHidden(element) || element.closest('option, select, svg') !== null) {
      return;
    }
    let box = element;
    while (
      getComputedStyle(box).display.startsWith('inline') &&
      getComputedStyle(box).display !== 'inline-block' &&
      box.parentElement !== null
    ) {
      box = box.parentElement;
    }
    const around = box.getBoundingClientRect();
    let table = box;
    while (table !== null && !isTable(table)) {
      table = table.parentElement;
    }
    const [least, most] = table === null ? [0, innerWidth] : [-Infinity, Infinity];
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const { left, right } of range.getClientRects()) {
      if (left < around.left - 1.5 || right > around.right + 1.5 || right > most + 1 || left < least - 1) {
        cut.push(
          `${nameOf(element)} “${node.data.trim().slice(0, 40)}” from ${Math.round(left)} to ${Math.round(right)} in ${nameOf(box)} from ${Math.round(around.left)} to ${Math.round(around.right)}`,
        );
        return;
      }
    }
  };
  walk(document);
  if (document.documentElement.scrollWidth > innerWidth) {
    cut.push(`the page is ${document.documentElement.scrollWidth} pixels wide in ${innerWidth}`);
  }
  return { found: [...found, ['title', document.title]], cut };
}

// What is no text of ours: names of languages, titles and addresses of documents, names of competencies that the rules
// list; and what somebody typed (given with each state).
const data = [
  'English',
  'Svenska',
  'Nederlands',
  ...[...catalogue.sources, ...catalogue.support_routes, ...catalogue.further_reading].flatMap(
    ({ title = '', url }) => [title, url],
  ),
  ...catalogue.rulesets.flatMap(({ parameters }) => parameters['learning_option.extension_excluded']?.value ?? []),
];

export async function assertTranslated(page, state, typed = []) {
  await page.locator('details').evaluateAll((all) =>
    all.forEach((details) => {
      details.open = true;
    }),
  );
  const { found, cut } = await page.evaluate(look);
  const known = [...data, ...typed]
    .filter((text) => text.trim() !== '')
    .sort((one, other) => other.length - one.length);
  const foreign = found.flatMap(([where, text]) => {
    const rest = known.reduce((left, each) => left.replaceAll(each, ' '), text);
    return /[a-zA-Z]/.test(rest) ? [`${where}: ${text}`] : [];
  });
  assert.deepEqual([...new Set(foreign)], [], `${state}: not translated`);
  assert.deepEqual([...new Set(cut)], [], `${state}: cut off`);
}

/** Gives `act` a page of the site in those texts. */
export async function pseudoPages() {
  const { server, browser } = await started();
  const scripts = await pseudoScripts(locale);
  return (viewport, path = '') =>
    async (act, options = {}) => {
      const page = await open(browser, `${server.url}${path}`, {
        locale,
        viewport,
        reducedMotion: 'reduce',
        ...options,
        prepare: async (each) => {
          await each.route('**/assets/*.js', (route) => {
            const script = scripts.get(new URL(route.request().url()).pathname.split('/').at(-1));
            return script === undefined
              ? route.fallback()
              : route.fulfill({ contentType: 'text/javascript', body: script });
          });
          await options.prepare?.(each);
        },
      });
      page.setDefaultTimeout(10_000);
      try {
        await act(page);
      } finally {
        await page.context().close();
      }
    };
}
