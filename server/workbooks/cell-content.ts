import { formatValue, isDateFormat } from 'hucre';
import type { Cell, CellDate } from '../../core/workbook/workbook.ts';

const DAY = 86_400_000;
/** Days between the two systems that spreadsheets count days by. */
const SYSTEM_1904 = 1_462;
/** 31 December 9999, the last day that a spreadsheet knows. */
const LAST_SERIAL = 2_958_465;

/**
 * The day of a serial number. Spreadsheets hold that there was a 29 February 1900 (serial 60); so do we, as
 * that is what they show.
 */
export function dayOfSerial(serial: number, is1904: boolean): CellDate | undefined {
  const whole = Math.floor(serial) + (is1904 ? SYSTEM_1904 : 0);
  if (!(whole >= 1 && whole <= LAST_SERIAL)) return undefined;
  if (whole === 60) return { year: 1900, month: 2, day: 29 };
  const date = new Date(Date.UTC(1899, 11, whole < 60 ? 31 : 30) + whole * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The serial number of a day from March 1900 on, in the 1900 system. */
export const serialOfDay = (date: CellDate): number =>
  Math.round((Date.UTC(date.year, date.month - 1, date.day) - Date.UTC(1899, 11, 30)) / DAY);

/** Whether a format shows a day, a month or a year, and not only a time. */
function showsDay(format: string): boolean {
  if (!isDateFormat(format)) return false;
  const plain = format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return /[yd]/i.test(plain) || (/m/i.test(plain) && !/[hs]/i.test(plain));
}

/** As with the format General: no more digits than are certain. */
const plainNumber = (value: number): string => String(Number(value.toPrecision(15)));

function shownNumber(value: number, format: string | undefined, is1904: boolean): string {
  return format === undefined ? plainNumber(value) : formatValue(value, format, { is1904 });
}

/** A number with its format; it is a date when the format shows one. */
export function numberCell(value: number, code: string | undefined, is1904: boolean): Cell {
  const format = code === undefined || /^(?:general|@)$/i.test(code.trim()) ? undefined : code;
  const date = format !== undefined && showsDay(format) ? dayOfSerial(value, is1904) : undefined;
  return {
    value,
    text: shownNumber(value, format, is1904),
    ...(format === undefined ? {} : { format }),
    ...(date ? { date } : {}),
  };
}

export const textCell = (value: string): Cell => ({ value, text: value });

export const errorCell = (error: string): Cell => ({ value: null, text: error, error });

export const booleanCell = (value: boolean): Cell => ({ value, text: value ? 'TRUE' : 'FALSE' });

/** Greys between black text and a white page; `rgb` is six hexadecimal digits. */
export function isGrey(rgb: string): boolean {
  const channels = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  const darkest = Math.min(...channels);
  const lightest = Math.max(...channels);
  return lightest - darkest <= 8 && darkest >= 0x60 && lightest <= 0xf4;
}
