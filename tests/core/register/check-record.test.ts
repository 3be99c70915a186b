import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { checkRecord } from '../../../core/register/check-record.ts';
import { valuesOf } from '../../../core/ledger/ledger.ts';
import { surroundingsIn } from '../../support/ledger-oracle.ts';
import { registerNamed, REGISTERS, type RegisterName } from '../../../core/registers/index.ts';
import { checkEntries } from '../../../core/slides/entry.ts';
import { wanText, yiHeadline, yuanFromWan } from '../../../core/money.ts';
import { demoLedger } from '../../support/ledger.ts';

const ledger = demoLedger();
const names = Object.keys(REGISTERS) as RegisterName[];

const problemsOf = (register: RegisterName, input: unknown, self?: string): readonly string[] => {
  const checked = checkRecord(registerNamed(register), input, surroundingsIn(ledger, self));
  return checked.ok ? [] : checked.problem.map(({ path, code }) => `${path}:${code}`);
};

const project = (): Record<string, unknown> => {
  const record = ledger.tables.projects.get('KP2017-001');
  return record ? { ...valuesOf(registerNamed('projects'), record) } : {};
};

describe('a record', () => {
  it('of the demo ledger passes the check that let it in, and comes out unchanged', () => {
    for (const name of names) {
      for (const [id, record] of ledger.tables[name]) {
        const values = valuesOf(registerNamed(name), record);
        const checked = checkRecord(registerNamed(name), values, surroundingsIn(ledger, id));
        expect(checked).toEqual({ ok: true, value: values });
      }
    }
  });

  it('tells every wrong field at once', () => {
    const wrong = { ...project(), name: '', totalInvestmentYuan: 1.5, keyLevel: 'national', leadUnit: 'nobody', x: 1 };
    expect(problemsOf('projects', wrong, 'KP2017-001')).toEqual(
      expect.arrayContaining([
        'x:unknown-field',
        'name:required',
        'totalInvestmentYuan:wrong-type',
        'keyLevel:not-a-choice',
        'leadUnit:unknown-reference',
      ]),
    );
  });

  it('cannot be new and carried over, nor finish before it starts', () => {
    const wrong = { ...project(), plannedStartInYear: true, carriedOver: true, actualFinish: '2015-01' };
    expect(problemsOf('projects', wrong, 'KP2017-001')).toEqual([
      'carriedOver:inconsistent',
      'actualFinish:inconsistent',
    ]);
  });

  it('cannot be another record over again', () => {
    expect(
      problemsOf('reports', {
        project: 'KP2017-001',
        asOf: '2017-12-31',
        completedYtdYuan: 1,
        state: 'verified',
      }),
    ).toEqual(['project,asOf:duplicate']);
  });

  it('refuses whatever is no record without throwing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, input) => {
        const checked = checkRecord(registerNamed(name), input, surroundingsIn(ledger));
        expect(typeof checked.ok).toBe('boolean');
      }),
    );
  });

  it('keeps control characters, right-to-left overrides and broken Unicode out of texts', () => {
    for (const name of ['a\u0000b', 'a\u202eb', 'a\ud800b', 'tab\there']) {
      expect(problemsOf('projects', { ...project(), name }, 'KP2017-001')).toEqual(['name:bad-format']);
    }
  });
});

describe('a playlist', () => {
  it('takes known kinds with their options only', () => {
    const entry = { id: 'a', kind: 'unitRanking', options: { group: 'township' }, seconds: 15, enabled: true };
    expect(checkEntries([entry]).ok).toBe(true);
    expect(checkEntries([entry, entry])).toMatchObject({ ok: false, problem: 'two entries have the id a' });
    expect(checkEntries([{ ...entry, options: {} }]).ok).toBe(false);
    expect(checkEntries([{ ...entry, options: { group: 'x' } }]).ok).toBe(false);
    expect(checkEntries([{ ...entry, kind: '__proto__' }]).ok).toBe(false);
    expect(checkEntries([{ ...entry, id: '__proto__' }]).ok).toBe(false);
    expect(checkEntries([{ ...entry, options: { ...entry.options, toString: 'x' } }]).ok).toBe(false);
    expect(checkEntries([{ ...entry, seconds: 1 }]).ok).toBe(false);
  });

  it('refuses whatever is no playlist without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(typeof checkEntries(input).ok).toBe('boolean');
      }),
    );
  });
});

describe('money', () => {
  it('typed in 万元 becomes whole 元 and back', () => {
    expect(yuanFromWan(' １２，０００ ')).toBe(120_000_000);
    expect(yuanFromWan('1,234.5')).toBe(12_345_000);
    expect(yuanFromWan('-3.0001')).toBe(-30_001);
    for (const bad of ['', 'abc', '1.23456', '1e5', '1.2亿', '--1']) expect(yuanFromWan(bad)).toBeNull();
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (yuan) => {
        expect(yuanFromWan(wanText(yuan))).toBe(yuan === 0 ? 0 : yuan);
      }),
    );
  });

  it('reads 114亿 and 193.3亿 in headlines', () => {
    expect(yiHeadline(11_400_000_000)).toBe('114');
    expect(yiHeadline(19_330_000_000)).toBe('193.3');
    expect(yiHeadline(0)).toBe('0');
    expect(yiHeadline(100_000_000_000)).toBe('1000');
  });
});
