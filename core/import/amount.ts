/** Amounts of money as people type them, to whole 元, exactly: decimal digits, never floating point. */
import { fraction, roundScaled } from '../exact.ts';
import { wanText } from '../money.ts';
import type { Cell } from '../workbook/workbook.ts';
import { ANSWERS } from './codes.ts';
import { moneyUnitNamed, YUAN_PER_UNIT, type MoneyUnit } from './money-unit.ts';
import { doubtful, failedFormula, NOTHING, reading, type CellNote, type Reading } from './reading.ts';
import { compact, isEmptyMark } from './text.ts';

/** The largest amount that a ledger keeps, in 元. */
const MAX_YUAN = 10_000_000_000_000n;
const FOREIGN = /美元|美金|欧元|港元|港币|日元|英镑|澳元|usd|eur|hkd|jpy|gbp|[$€£]/i;
const UNIT = '(?:百万|[千万亿])?元?(?:人民币)?';
const AMOUNT = new RegExp(
  '^(?<before>大约|约为|约|近|超过|超|逾|预计|暂估|估算|拟)?(?:人民币|rmb|¥)?' +
    '(?<number>-?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d*)?|-?\\.\\d+)' +
    `(?<more>[余多])?(?<unit>${UNIT})(?<after>左右|上下|以上|余|多)?(?<note>[(\\[【;].*|[,:](?!\\d).*|(?:其中|含).*)?$`,
  'i',
);
const TWO_UNITS = /^(-?\d+)亿(\d{1,4}(?:\.\d+)?)万元?$/;

/** A decimal text of any length times a unit, rounded to whole 元 (half away from zero). */
function yuanOf(decimal: string, unit: MoneyUnit): { readonly yuan: bigint; readonly rounded: boolean } {
  const [whole = '', parts = ''] = decimal.replace(/,/g, '').split('.');
  const scaled = BigInt(`${whole === '' || whole === '-' ? `${whole}0` : whole}${parts}`);
  const negative = whole.startsWith('-') && scaled > 0n ? -scaled : scaled;
  const amount = fraction(negative * BigInt(YUAN_PER_UNIT[unit]), 10n ** BigInt(parts.length));
  if (!amount) return { yuan: 0n, rounded: false };
  const yuan = roundScaled(amount, 0);
  return { yuan, rounded: yuan * amount.denominator !== amount.numerator };
}

/** A number's decimal digits as a spreadsheet means them: 15 significant ones. */
const EXPONENT = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/;
export function decimalOf(value: number): string {
  const plain = String(Number(value.toPrecision(15)));
  const match = EXPONENT.exec(plain);
  if (!match) return plain;
  const [, sign = '', first = '', rest = '', power = '0'] = match;
  const shift = Number(power);
  const digits = first + rest;
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - 1)}${digits}`;
  return `${sign}${digits.padEnd(shift + 1, '0')}`;
}

const shown = (yuan: number): string => `${wanText(yuan)}万元`;

const finish = (decimal: string, unit: MoneyUnit, from: string, notes: readonly CellNote[]): Reading<number> => {
  const { yuan, rounded } = yuanOf(decimal, unit);
  if (yuan > MAX_YUAN || yuan < -MAX_YUAN) return unreadable();
  const to = shown(Number(yuan));
  const all = rounded ? [...notes, { code: 'AMOUNT_ROUNDED' } as const] : notes;
  return reading(
    Number(yuan),
    all.map((note) => ({ ...note, from, to })),
  );
};

const unreadable = (): Reading<never> =>
  doubtful({ code: 'AMOUNT_UNREADABLE', options: [{ value: 'empty', label: ANSWERS.empty }], allowFree: true });

/** The unit that a number format writes behind the digits (`0.00"亿元"`); scaled formats show 元 in another unit. */
function formatUnit(format: string | undefined): MoneyUnit | null {
  const word = /([万亿]元?)/.exec(format ?? '')?.[1];
  if (word === undefined) return null;
  return /!\.|,(?:[^#0]|$)/.test(format ?? '') ? '元' : moneyUnitNamed(word);
}

function readNumber(cell: Cell, value: number, unit: MoneyUnit): Reading<number> {
  // Beyond this no digit is certain, and no amount is meant.
  if (!(Math.abs(value) < 1e18)) return unreadable();
  const own = formatUnit(cell.format);
  return finish(decimalOf(value), own ?? unit, cell.text, own ? [{ code: 'UNIT_IN_CELL' }] : []);
}

const UNGROUPED = /^-?(?:\d+(?:\.\d*)?|\.\d+)$/;

function readText(raw: string, unit: MoneyUnit, typed: boolean): Reading<number> {
  const plain = compact(raw);
  if (plain === '') return NOTHING;
  if (isEmptyMark(plain)) return reading<number>(null, [{ code: 'EMPTY_MARK', from: raw }]);
  if (FOREIGN.test(plain)) {
    const options = [{ value: 'empty', label: ANSWERS.empty }];
    return doubtful({ code: 'FOREIGN_CURRENCY', options, allowFree: true });
  }
  const two = TWO_UNITS.exec(plain);
  if (two)
    return finish(`${two[1]}${(two[2] ?? '').replace(/^\d+/, (each) => each.padStart(4, '0'))}`, '万元', raw, [
      { code: 'UNIT_IN_CELL' },
    ]);
  const parts = AMOUNT.exec(plain)?.groups;
  if (!parts?.['number']) return unreadable();
  const own = moneyUnitNamed(parts['unit'] ?? '');
  const notes: CellNote[] = [];
  if (own) notes.push({ code: 'UNIT_IN_CELL' });
  if (parts['before'] || parts['more'] || parts['after']) notes.push({ code: 'APPROX' });
  if (parts['note']) notes.push({ code: 'ANNOTATED' });
  if (notes.length === 0) {
    if (plain !== raw || !UNGROUPED.test(plain)) notes.push({ code: 'NORMALIZED' });
    else if (typed || plain === '0') notes.push({ code: 'TEXT_NUMBER' });
  }
  return finish(parts['number'], own ?? unit, raw, notes);
}

/**
 * The amount in a cell, in 元. A unit in the cell beats `unit`; nothing and its marks are null, never 0; foreign
 * currency and what is no amount are doubts.
 * @param typed the file tells numbers from texts, so that a number kept as text is worth a note.
 */
export function readAmount(cell: Cell | undefined, unit: MoneyUnit, typed: boolean): Reading<number> {
  if (!cell) return NOTHING;
  if (failedFormula(cell)) return reading<number>(null, [{ code: 'FORMULA_ERROR', from: cell.error ?? cell.text }]);
  if (typeof cell.value === 'number') return readNumber(cell, cell.value, unit);
  return typeof cell.value === 'string' ? readText(cell.value, unit, typed) : NOTHING;
}

/** An amount as a text that reads back as the same amount. */
export const amountText = shown;
