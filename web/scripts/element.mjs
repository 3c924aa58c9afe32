// Builds <partner-check> and <partner-check-roster> for the pages of others, twice: as the npm package in ../element, with its dependencies left to the
// bundler of whoever uses it; and as dist/embed of the page, plain files that need none, with embed.html for frames.
import { copyFileSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const web = new URL('../', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, web));
const { dependencies } = JSON.parse(readFileSync(path('../element/package.json'), 'utf8'));

/** Sizes by the font around the element, see src/embed/element/measure.ts. */
const byFont = {
  name: 'by-font',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.*\.css\?inline/.test(id)
      ? code.replace(/(-?[\d.]+)rem\b/g, 'calc($1 * var(--partner-check-rem))')
      : undefined,
};

/** The classes stay files of their own, which define nothing; and a bundler has to see for itself how the worker starts. */
const filesApart = {
  name: 'files-apart',
  enforce: 'pre',
  resolveId: (id) =>
    ['./element.js', './roster-element.js'].includes(id)
      ? { id, external: true }
      : id === './start-worker.js'
        ? { id: '../roster/start-worker.js', external: true }
        : undefined,
};

/** What the package would hold of others it would have to show the licences of. */
const nothingOfOthers = {
  name: 'nothing-of-others',
  generateBundle(_, bundle) {
    const others = Object.values(bundle)
      .flatMap(({ modules = {} }) => Object.keys(modules))
      .filter((id) => id.includes('/node_modules/'));
    if (others.length > 0) {
      throw new Error(`element/package.json has to name as dependencies: ${others.join(', ')}`);
    }
  },
};

const entries = [
  'element/element',
  'element/define',
  'roster/roster-element',
  'roster/define',
  'roster/worker/worker',
  'frame/frame',
];

await build({
  root: path('.'),
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [filesApart, byFont, nothingOfOthers],
  build: {
    outDir: path('../element/dist'),
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    minify: false,
    lib: {
      entry: Object.fromEntries(
        entries.map((name) => [name, path(`src/${name.startsWith('roster/worker') ? '' : 'embed/'}${name}.ts`)]),
      ),
      formats: ['es'],
    },
    rolldownOptions: {
      // Not every bundler of those who use it takes a version out of a package.json.
      external: Object.keys(dependencies).map((name) => new RegExp(`^${name}($|/(?!package\\.json$))`)),
      output: { chunkFileNames: 'element/[name].js', hoistTransitiveImports: false },
    },
  },
});

copyFileSync(path('src/embed/roster/start-worker.js'), path('../element/dist/roster/start-worker.js'));

await build({
  root: path('.'),
  publicDir: false,
  logLevel: 'warn',
  plugins: [byFont],
  build: {
    outDir: path('dist'),
    emptyOutDir: false,
    assetsDir: 'embed/assets',
    modulePreload: false,
    license: { fileName: 'embed/licenses.json' },
    rolldownOptions: {
      input: {
        'partner-check': path('src/embed/element/embed.ts'),
        'partner-check-roster': path('src/embed/roster/embed.ts'),
        page: path('embed.html'),
      },
      preserveEntrySignatures: 'strict',
      output: {
        // Those who embed name this file, so its name stays.
        entryFileNames: ({ name }) => (name === 'page' ? 'embed/assets/page-[hash].js' : 'embed/[name].js'),
      },
    },
  },
});

// One file by itself, for portals that keep it beside their own scripts.
await build({
  root: path('.'),
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: path('dist/embed'),
    emptyOutDir: false,
    license: false,
    rolldownOptions: {
      input: path('src/embed/frame/frame.ts'),
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: 'frame.js', codeSplitting: false },
    },
  },
});
