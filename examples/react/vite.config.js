import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  // Nothing inline: the policy of the page forbids it.
  build: { modulePreload: false, assetsInlineLimit: 0 },
});
