import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const ANY_CALL = /\bmsg\(/g;
const CALL = /\bmsg\(\s*(?:str)?(['`])((?:(?!\1)[\s\S])*)\1,\s*\{\s*id:\s*'([^']+)',?\s*\},?\s*\)/g;

interface Message {
  readonly id: string;
  readonly text: string;
}

const sourcesOf = (folder: string): readonly string[] =>
  globSync(`${folder}/**/*.ts`, { cwd: root }).map((file) => readFileSync(resolve(root, file), 'utf8'));

const messagesOf = (source: string): readonly Message[] =>
  [...source.matchAll(CALL)].map(([, , text = '', id = '']) => ({ id, text }));

describe.each(['admin', 'display'])('messages of %s', (folder) => {
  const sources = sourcesOf(folder);
  const messages = sources.flatMap(messagesOf);
  const english = resolve(root, folder, 'locales/en.ts');

  it('carry an explicit id each', () => {
    const calls = sources.reduce((count, source) => count + [...source.matchAll(ANY_CALL)].length, 0);
    expect(messages).toHaveLength(calls);
  });

  it('have an English text each, and no English text is left over', async () => {
    const used = [...new Set(messages.map(({ id }) => id))].sort();
    const { templates } = (await import(pathToFileURL(english).href)) as { templates: Record<string, unknown> };
    expect(Object.keys(templates).sort()).toEqual(used);
  });

  it('say the same in Chinese wherever an id is used', () => {
    const texts = new Map<string, Set<string>>();
    for (const { id, text } of messages) texts.set(id, (texts.get(id) ?? new Set()).add(text));
    expect([...texts].filter(([, each]) => each.size > 1)).toEqual([]);
  });
});
