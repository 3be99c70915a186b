import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What each layer may import of ours; the longest matching prefix counts. Nothing else is allowed. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  core: ['core'],
  display: ['core', 'display'],
  admin: ['core', 'admin'],
  'server/store': ['core', 'server/store', 'server/clock.ts'],
  'server/changes': ['core', 'server/changes', 'server/store', 'server/clock.ts'],
  'server/events': ['core', 'server/events', 'server/store', 'server/clock.ts'],
  'server/accounts': ['core', 'server/accounts', 'server/changes', 'server/events', 'server/store', 'server/clock.ts'],
  'server/screens': ['core', 'server/screens', 'server/store', 'server/clock.ts'],
  'server/demo': ['core', 'server/demo', 'server/changes'],
  'server/files': ['core', 'server/files', 'server/store/storage-error.ts'],
  'server/workbooks': ['core', 'server/workbooks'],
  'server/exports': ['core', 'server/exports', 'server/workbooks'],
  'server/imports': ['core', 'server/imports', 'server/changes', 'server/files', 'server/workbooks', 'server/clock.ts'],
  'server/editions': [
    'core',
    'server/editions',
    'server/changes',
    'server/files',
    'server/clock.ts',
    'server/timers.ts',
  ],
  'server/photos': ['core', 'server/photos', 'server/files', 'server/accounts/few-at-once.ts'],
  'server/media': ['core', 'server/media', 'server/files', 'server/accounts/few-at-once.ts'],
  'server/live': [
    'core',
    'server/live',
    'server/changes',
    'server/screens',
    'server/editions/editions.ts',
    'server/clock.ts',
    'server/timers.ts',
    'server/proxy-headers.ts',
  ],
  'server/http': [
    'core',
    'server/http',
    'server/accounts',
    'server/changes',
    'server/editions/editions.ts',
    'server/events',
    'server/exports',
    'server/files',
    'server/imports',
    'server/media',
    'server/photos',
    'server/screens',
    'server/store/storage-error.ts',
    'server/parts.ts',
    'server/proxy-headers.ts',
    'server/config.ts',
    'server/clock.ts',
  ],
  server: ['core', 'server'],
};

/** Packages that only one layer may know. */
const OWNED: Readonly<Record<string, string | readonly string[]>> = {
  ws: 'server/live',
  'better-sqlite3': 'server/store',
  'node:sqlite': 'server/store',
  hono: 'server/http',
  hucre: 'server/workbooks',
  '@e965/xlsx': 'server/workbooks',
  'csv-parse': 'server/workbooks',
  yauzl: 'server/workbooks',
  sharp: ['server/photos', 'server/media'],
  'file-type': ['server/photos', 'server/media'],
  mediabunny: 'server/media',
};

function sources(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((each) => {
    const path = `${folder}/${each.name}`;
    if (each.isDirectory()) return sources(path);
    return each.name.endsWith('.ts') && !each.name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Every module that a source names: static, type-only, re-exported, dynamic and `typeof import()`. */
function importsOf(path: string): readonly string[] {
  const text = readFileSync(join(root, path), 'utf8');
  const pattern = /(?:^(?:import|export)\b[^'"]*?\bfrom\s*|\bimport\s*\(\s*|^import\s+)['"]([^'"]+)['"]/gm;
  return [...text.matchAll(pattern)].map((match) => match[1] ?? '');
}

const layerOf = (path: string): string =>
  Object.keys(ALLOWED)
    .filter((layer) => path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0] ?? '';

const within = (path: string, allowed: string): boolean => path === allowed || path.startsWith(`${allowed}/`);

const files = ['core', 'server', 'display', 'admin'].flatMap(sources);

describe('the layers', () => {
  it('are all there to be looked at', () => {
    expect(files.length).toBeGreaterThan(100);
  });

  it('import only what they may', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(root, resolve(root, dirname(file), name.replace(/\?.*$/, ''))).replaceAll('\\', '/'))
        .filter((target) => !(ALLOWED[layerOf(file)] ?? []).some((allowed) => within(target, allowed)))
        .map((target) => `${file} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it('keep core free of packages, and each special package to its own layer', () => {
    const owners = Object.entries(OWNED);
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => !name.startsWith('.'))
        .filter((name) => {
          const owner = owners.find(([owned]) => name === owned || name.startsWith(`${owned}/`))?.[1];
          return file.startsWith('core/') || (owner && ![owner].flat().some((layer) => file.startsWith(`${layer}/`)));
        })
        .map((name) => `${file} → ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});
