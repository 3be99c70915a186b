import { defineConfig } from 'vite';

/** The screen client. Signage players are old: Chromium 80 is the floor, for scripts and for styles. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/display/',
  define: { __BUILD__: JSON.stringify(process.env['PACEBOARD_BUILD'] ?? 'dev') },
  build: {
    outDir: '../dist/display',
    emptyOutDir: true,
    target: 'chrome80',
    cssTarget: 'chrome80',
    // The content security policy allows no data: address for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
