import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { withParts } from './scripts/parts.mjs';

const source = fileURLToPath(new URL('src/', import.meta.url));

/** Leaves out what no page can reach; each part must be found, or the build fails. */
const lean: Plugin = {
  name: 'lean',
  enforce: 'pre',
  apply: 'build',
  transform(code, id) {
    if (id.endsWith('/@formatjs/icu-skeleton-parser/index.js')) {
      // Formats like `::yMMMd`, which no text uses (tests/web/locales.test.mjs).
      const names = [...code.matchAll(/export \{([^}]*)\}|export function (\w+)/g)].flatMap(
        ([, list, name]) => list?.split(',') ?? [name],
      );
      return names.map((name) => `export function ${name?.trim()}() { throw new Error('no skeletons'); }`).join('\n');
    }
    if (id.endsWith('/@formatjs/icu-messageformat-parser/index.js')) {
      // Which hours a country counts, for the same formats.
      return replaced(code, /const timeData = \{[^]*?\n\};/, 'const timeData = {};');
    }
    // The indentation of templates is for those who read them.
    return id.startsWith(source) && id.endsWith('.ts') ? code.replaceAll(/\n\s+/g, '\n') : undefined;
  },
};

const parts: Plugin = { name: 'parts', transformIndexHtml: { order: 'pre', handler: withParts } };

/** The page always needs the core: it comes along with the script instead of after it. */
const coreAtOnce: Plugin = {
  name: 'core-at-once',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((name) => /partnercheck-core[^/]*\.wasm$/.test(name))
        .map((name) => ({
          tag: 'link',
          attrs: { rel: 'preload', href: `./${name}`, as: 'fetch', type: 'application/wasm', crossorigin: 'anonymous' },
          injectTo: 'head' as const,
        })),
  },
};

function replaced(code: string, pattern: RegExp, text: string): string {
  if (!pattern.test(code)) {
    throw new Error(`nothing here is ${pattern}`);
  }
  return code.replace(pattern, text);
}

export default defineConfig({
  // Relative addresses: the page works in any folder of any host.
  base: './',
  plugins: [parts, lean, coreAtOnce],
  build: {
    target: 'es2022',
    // From here on browsers know light-dark(), which in the page of a stranger cannot be put together from other things.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // Nothing inline: the policy of the page forbids it.
    modulePreload: false,
    assetsInlineLimit: 0,
    // For scripts/licenses.mjs.
    license: { fileName: 'licenses.json' },
  },
  worker: { format: 'es' },
  preview: { strictPort: true },
});
