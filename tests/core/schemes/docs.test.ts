import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkScheme } from '../../../core/schemes/check-scheme.ts';
import { SCHEME_A } from '../../../core/schemes/scheme-a.ts';
import { SCHEME_B } from '../../../core/schemes/scheme-b.ts';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/SCHEMES.md'), 'utf8');

/** Every kind of formula, as the check names them. */
function formulaKinds(): readonly string[] {
  const checked = checkScheme({ ...SCHEME_A, items: [{ ...SCHEME_A.items[0], formula: { type: '?' } }] });
  const message = checked.ok
    ? ''
    : (checked.problem.find(({ path }) => path === 'items/0/formula/type')?.message ?? '');
  return message.replace('must be one of ', '').split(', ');
}

describe('the page on schemes', () => {
  it('has a line for every kind of formula', () => {
    const kinds = formulaKinds();
    expect(kinds).toHaveLength(13);
    expect(kinds.filter((kind) => !page.includes(`| \`${kind}\` |`))).toEqual([]);
  });

  it('shows items as they are in the examples', () => {
    const [, json = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
    expect(JSON.parse(json)).toEqual(SCHEME_A.items[0]);
    const named = [...SCHEME_A.items, ...SCHEME_B.items].map(({ id }) => id);
    expect(named.filter((id) => !new RegExp(`\\b${id}\\b`).test(page))).toEqual([]);
  });

  it('names every part of a scheme and of an item', () => {
    const parts = [...Object.keys(SCHEME_A), ...SCHEME_A.items.flatMap((item) => Object.keys(item))];
    expect(parts.filter((part) => !page.includes(`\`${part}\``))).toEqual([]);
  });
});
