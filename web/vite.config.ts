import { defineConfig } from 'vite';

export default defineConfig({
  // Relative addresses: the page works in any folder of any host.
  base: './',
  build: {
    target: 'es2022',
    // Nothing inline: the policy of the page forbids it.
    modulePreload: false,
    assetsInlineLimit: 0,
  },
  preview: { strictPort: true },
});
