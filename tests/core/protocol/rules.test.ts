import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

const testFiles = (folder: string): readonly string[] =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(root, folder, name));

const named = (files: readonly string[]): ReadonlySet<string> =>
  new Set(
    files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/'\[(P\d+\.\d+)\] /g)].map((match) => match[1] ?? ''),
    ),
  );

const written = new Set(
  [...readFileSync(join(root, 'docs/PROTOCOL.md'), 'utf8').matchAll(/^\| (P\d+\.\d+) \|/gm)].map(
    (match) => match[1] ?? '',
  ),
);

const tested = named([
  ...testFiles('tests/server/live'),
  ...testFiles('tests/core/protocol'),
  ...testFiles('tests/display'),
  join(root, 'tests/core/merge-patch.test.ts'),
]);

describe('the rules of the protocol', () => {
  it('have a test each', () => {
    expect([...written].filter((rule) => !tested.has(rule))).toEqual([]);
  });

  it('are written down wherever a test names one', () => {
    expect([...tested].filter((rule) => !written.has(rule))).toEqual([]);
  });
});
