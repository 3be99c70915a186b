import { resolve } from 'node:path';
import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: '/admin/',
  build: {
    outDir: '../dist/admin',
    emptyOutDir: true,
    target: 'chrome109',
    // The pages' policy allows no inlined script and no font or image from a data: address through fetch.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ['index.html', 'home.html', 'board.html'].map((page) => resolve(import.meta.dirname, page)),
    },
  },
});
