import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { build, defineConfig } from 'vite';

/** Signage players are old: Chromium 80 is the floor, for scripts and for styles. */
const TARGET = 'chrome80';

/** The service worker in one file that imports nothing, with the list of what it keeps. */
async function builtWorker(version, files) {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    define: { __VERSION__: JSON.stringify(version), __FILES__: JSON.stringify(files) },
    build: {
      write: false,
      target: TARGET,
      rolldownOptions: { input: resolve(import.meta.dirname, 'worker/sw.ts'), output: { format: 'iife' } },
    },
  });
  return built.output[0].code;
}

/** Adds the worker, which keeps exactly the files of this build. */
const withWorker = {
  name: 'paceboard-worker',
  apply: 'build',
  generateBundle: {
    order: 'post',
    async handler(_, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => !fileName.endsWith('.map'));
      const paths = files.map(({ fileName }) => `/display/${fileName.replace(/^index\.html$/, '')}`).sort();
      // Only the page's name does not tell its content.
      const page = files.find(({ fileName }) => fileName === 'index.html').source;
      const version = createHash('sha256').update(paths.join('\n')).update(page).digest('hex').slice(0, 16);
      // A worker's address must stay: browsers look there for a newer one.
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: await builtWorker(version, paths) });
    },
  },
};

/** The screen client. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/display/',
  define: { __BUILD__: JSON.stringify(process.env['PACEBOARD_BUILD'] ?? 'dev') },
  plugins: [withWorker],
  build: {
    outDir: '../dist/display',
    emptyOutDir: true,
    target: TARGET,
    cssTarget: TARGET,
    // The content security policy allows no data: address for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
