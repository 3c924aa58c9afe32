// Makes dist/partner-check.html and dist/partner-check-roster.html: each page in one file that works by a double click, without
// a server. They are two, so that who asks one question carries no engine of tables along.
// Browsers load no module script from a disk, so each is one classic script; the policy of the file names its hash.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { withParts } from './parts.mjs';

const web = new URL('../', import.meta.url);
const dist = new URL('dist/', web);
const read = (name) => readFileSync(new URL(name, web), 'utf8');

/** The core is given as bytes. Without this, every address that only might be fetched would bring in another copy. */
const noAddressOfTheCore = {
  name: 'no-address-of-the-core',
  enforce: 'pre',
  transform(code, id) {
    return /\/wasm\/dist\/((roster\/)?index\.js|partnercheck-(core|roster)\.mjs)$/.test(id)
      ? code.replaceAll('import.meta.url', 'document.baseURI')
      : undefined;
  },
};

const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const licenses = readFileSync(new URL('licenses.txt', dist), 'utf8').replace('\ufeff', '');
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const icon = `data:image/svg+xml;base64,${readFileSync(new URL('public/icon.svg', web)).toString('base64')}`;

await oneFile('partner-check.html', 'index.html', 'src/page/one-file.ts');
await oneFile('partner-check-roster.html', 'roster.html', 'src/roster/one-file.ts');

/** `name` of `page`, with the script that starts at `entry` and all that it needs. */
async function oneFile(name, page, entry) {
  const { output } = await build({
    root: fileURLToPath(web),
    mode: 'one-file',
    publicDir: false,
    logLevel: 'warn',
    plugins: [noAddressOfTheCore],
    build: {
      write: false,
      license: false,
      rolldownOptions: {
        // What would load other files by their address is never reached in one file.
        checks: { emptyImportMeta: false },
        input: fileURLToPath(new URL(entry, web)),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  if (output.length !== 1) {
    throw new Error(`one file was expected, not ${output.map(({ fileName }) => fileName).join(', ')}`);
  }

  // No word in the script may look like the end of it.
  const script = `\n${output[0].code.replace(/<(?=\/?script)/gi, '\\x3c')}`;
  const style = `\n${read('src/library/styles/document.css')}`;
  const policy =
    `default-src 'none'; script-src ${hash(script)} 'wasm-unsafe-eval'; style-src ${hash(style)}; img-src data:; ` +
    `base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types lit-html`;

  let html = withParts(read(page));
  /** Fails when the page no longer holds what is to be replaced. */
  function replace(pattern, text) {
    if (!pattern.test(html)) {
      throw new Error(`${page} holds no ${pattern}`);
    }
    html = html.replace(pattern, () => text);
  }
  replace(/(?<=http-equiv="Content-Security-Policy"\s+content=")[^"]+/, policy);
  replace(/(?<=<link rel="icon" href=")[^"]+/, icon);
  replace(/ *<link rel="apple-touch-icon"[^>]*>\n/, '');
  replace(/ *<link rel="manifest"[^>]*>\n/, '');
  replace(/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`);
  replace(/ *<script type="module"[^>]*><\/script>\n/, '');
  replace(
    /(?=<\/body>)/,
    `<template id="licenses">${escaped(licenses)}</template>\n    <script>${script}</script>\n  `,
  );
  if (/(?:src|href)="(?!data:)/.test(html.replace(script, '').replace(escaped(licenses), ''))) {
    throw new Error('the file still needs another one');
  }
  writeFileSync(new URL(name, dist), html);
}
