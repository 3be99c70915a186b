import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountText, decimalOf, readAmount } from '../../../core/import/amount.ts';
import { findDate, serialDate } from '../../../core/import/dates.ts';
import { columnLetter } from '../../../core/import/grid.ts';
import { targetsIn, targetsText } from '../../../core/import/milestone-text.ts';
import { MONEY_UNITS, YUAN_PER_UNIT } from '../../../core/import/money-unit.ts';
import { takeNumbers } from '../../../core/import/private-text.ts';
import { cellOf } from '../../../core/import/reading.ts';
import { fractionText } from '../../../core/exact.ts';
import { privateNumberIn } from '../../../core/register/private-number.ts';
import { dayNumber, daysInMonth, parseDate, type IsoDate } from '../../../core/time.ts';

const yuan = fc.integer({ min: -9_000_000_000_000, max: 9_000_000_000_000 });
const numbered = (value: number) => ({ value, text: String(value) });

describe('amounts', () => {
  it('read back exactly from how they are written, in every unit', () => {
    fc.assert(
      fc.property(yuan, fc.constantFrom(...MONEY_UNITS), (amount, unit) => {
        const decimals = String(YUAN_PER_UNIT[unit]).length - 1;
        const decimal = fractionText({ numerator: BigInt(amount), denominator: BigInt(YUAN_PER_UNIT[unit]) }, decimals);
        const plain = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
        const grouped = plain.replace(
          /^(-?)(\d+)/,
          (_, sign: string, whole: string) => sign + whole.replace(/\B(?=(\d{3})+$)/g, ','),
        );
        for (const text of [
          plain,
          grouped,
          `${plain}${unit}`,
          plain.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
        ]) {
          expect(readAmount(cellOf(text), unit, true).value).toBe(amount);
        }
        expect(readAmount(cellOf(amountText(amount)), '元', true).value).toBe(amount);
      }),
    );
  });

  it('of a number cell are what its fifteen digits say, not what floating point adds', () => {
    expect(readAmount(numbered(0.1 + 0.2), '亿元', true).value).toBe(30_000_000);
    expect(readAmount(numbered(12_000.300000000001), '万元', true).value).toBe(120_003_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (amount) => {
        expect(readAmount(numbered(amount / 10_000), '万元', true).value).toBe(amount);
      }),
    );
    expect([decimalOf(1e-7), decimalOf(1.5e21), decimalOf(-2.5e-8)]).toEqual([
      '0.0000001',
      '1500000000000000000000',
      '-0.000000025',
    ]);
  });

  it('are asked about where they are none', () => {
    for (const text of ['一亿', '100+200', '12,00', '1.2.3', '见附件', '999999999亿']) {
      expect(readAmount(cellOf(text), '万元', true)).toMatchObject({
        value: null,
        doubt: { code: 'AMOUNT_UNREADABLE' },
      });
    }
  });

  it('say two units in one cell, and their unit in the number’s format', () => {
    expect(readAmount(cellOf('1亿2000万元'), '万元', true).value).toBe(120_000_000);
    expect(readAmount({ value: 1.2, text: '1.20亿元', format: '0.00"亿元"' }, '万元', true).value).toBe(120_000_000);
    // The format that shows 元 in 万元 scales what is shown, not what is there.
    expect(readAmount({ value: 12_000_000, text: '1200.0万元', format: '0!.0,"万元"' }, '万元', true).value).toBe(
      12_000_000,
    );
  });
});

const dates = fc
  .record({
    year: fc.integer({ min: 1990, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) => ({ year, month, day: Math.min(day, daysInMonth(year, month)) }));
const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

describe('dates', () => {
  it('mean the same in every way of writing them', () => {
    fc.assert(
      fc.property(dates, ({ year, month, day }) => {
        const end = iso(year, month, daysInMonth(year, month));
        const texts: readonly (readonly [string, string])[] = [
          [`${year}.${month}.${day}`, iso(year, month, day)],
          [`${year}年${month}月${day}日`, iso(year, month, day)],
          [`${month}月${day}日前`, iso(year, month, day)],
          [`${year}/${month}`, end],
          [`${year}年${month}月底`, end],
          [`${month}月底前`, end],
          [`${month}月份`, end],
          [`${year}年${month}月中旬`, iso(year, month, 20)],
          ['年底前', iso(year, 12, 31)],
          ['上半年', iso(year, 6, 30)],
          ['第三季度', iso(year, 9, 30)],
        ];
        for (const [text, last] of texts) expect([text, findDate(text, year)?.last]).toEqual([text, last]);
      }),
    );
  });

  it('without a year are none where the sheet has none either, and impossible ones are none at all', () => {
    expect([
      findDate('3月底前', null),
      findDate('2017.13', 2017),
      findDate('2017年2月30日', 2017),
      findDate('尽快', 2017),
    ]).toEqual([null, null, null, null]);
    expect(findDate('明年3月底', 2017)?.last).toBe('2018-03-31');
  });

  it('count as serial numbers from the last day of 1899, and 1900 had no leap day', () => {
    fc.assert(
      fc.property(dates, ({ year, month, day }) => {
        const date = parseDate(iso(year, month, day)) as IsoDate;
        expect(serialDate(dayNumber(date) + 25_569)).toEqual({ year, month, day });
      }),
    );
    expect([serialDate(1), serialDate(59), serialDate(61), serialDate(43_069)]).toEqual([
      { year: 1900, month: 1, day: 1 },
      { year: 1900, month: 2, day: 28 },
      { year: 1900, month: 3, day: 1 },
      { year: 2017, month: 11, day: 30 },
    ]);
  });
});

describe('targets of a quarter', () => {
  it('read back as they were written', () => {
    const name = fc.constantFrom('主体封顶', '路基完成7.8公里', '厂房基础完成', '3月底前完成征地', '设备进场(一期)');
    fc.assert(
      fc.property(name, dates, ({ length }, { month, day }) => {
        const dueOn = iso(2017, month, Math.min(day, 28)) as IsoDate;
        const quarter = Math.ceil(month / 3);
        const targets = [{ name: '主体封顶'.slice(0, length), dueOn }];
        expect(targetsIn(targetsText(targets, 2017, quarter), 2017, quarter)).toMatchObject(targets);
      }),
    );
    const texts = ['3月底前完成征地', '设备进场(一期)', '主体封顶'].map((each) => ({
      name: each,
      dueOn: '2017-03-20' as IsoDate,
    }));
    expect(targetsIn(targetsText(texts, 2017, 1), 2017, 1)).toMatchObject(texts);
  });
});

describe('private numbers', () => {
  it('leave nothing that the ledger would refuse, wherever they stand', () => {
    const mobile = fc.integer({ min: 13_000_000_000, max: 19_999_999_999 }).map(String);
    const grouped = mobile.map((each) => `${each.slice(0, 3)}-${each.slice(3, 7)}-${each.slice(7)}`);
    const wide = mobile.map((each) =>
      each.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    );
    const word = fc.constantFrom('联系人', '王试', ' ', '、', '(', '电话:', '8000', '万元');
    fc.assert(
      fc.property(fc.array(fc.oneof(word, mobile, grouped, wide), { maxLength: 6 }), (parts) => {
        const text = parts.join(' ');
        const { text: rest, count } = takeNumbers(text);
        expect(privateNumberIn(rest)).toBeNull();
        expect(count > 0).toBe(privateNumberIn(text) !== null);
      }),
    );
    expect(takeNumbers('身份证11010519491231002X')).toMatchObject({ text: '身份证***', count: 1, phones: [] });
  });
});

it('columns are named as spreadsheets name them', () => {
  expect([0, 25, 26, 51, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA']);
});
