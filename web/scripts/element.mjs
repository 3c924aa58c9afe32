// Builds <partner-check> for the pages of others, twice: as dist/element of the npm package, with its dependencies left to
// the bundler of whoever uses it; and as dist/embed of the page, plain files that need none, with embed.html for frames.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const web = new URL('../', import.meta.url);
const path = (name) => fileURLToPath(new URL(name, web));

/** In the package these are files of their own. */
const files = { partnercheck: '../index.js', 'partnercheck/text': '../text.js', './element.js': './element.js' };
const beside = {
  name: 'beside',
  enforce: 'pre',
  resolveId: (id) => (Object.hasOwn(files, id) ? { id: files[id], external: true } : undefined),
};

/** Sizes by the font around the element, see src/embed/element/measure.ts. */
const byFont = {
  name: 'by-font',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/.*\.css\?inline/.test(id)
      ? code.replace(/(-?[\d.]+)rem\b/g, 'calc($1 * var(--partner-check-rem))')
      : undefined,
};

await build({
  root: path('.'),
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [beside, byFont],
  build: {
    outDir: path('../wasm/dist/element'),
    emptyOutDir: true,
    target: 'es2022',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    minify: false,
    lib: {
      entry: { element: path('src/embed/element/element.ts'), define: path('src/embed/element/define.ts') },
      formats: ['es'],
    },
    rolldownOptions: {
      external: [/^lit($|\/)/, 'd3-scale', 'ical.js', 'intl-messageformat'],
      output: { chunkFileNames: '[name].js', hoistTransitiveImports: false },
    },
  },
});

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
