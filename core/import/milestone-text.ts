/** Targets of a quarter as one cell holds them, read and written. */
import { daysInMonth, parseDate, type IsoDate } from '../time.ts';
import { findDate } from './dates.ts';
import { trimmed } from './text.ts';

export interface Target {
  readonly name: string;
  /** The date in the text; the quarter's last day when there is none. */
  readonly dueOn: IsoDate;
  /** The words that named the date. */
  readonly phrase?: string;
}

export const quarterEnd = (year: number, quarter: number): IsoDate | null =>
  parseDate(`${year}-${String(quarter * 3).padStart(2, '0')}-${daysInMonth(year, quarter * 3)}`);

const TRAILING = /[(（]([^()（）]+)[)）]$/;
const WITHIN =
  /(?:\d{4}年)?\d{1,2}月(?:份)?(?:\d{1,2}[日号]|底|末|初|上旬|中旬|下旬)?(?:之?前|以前)?|(?:\d{4}年|今年|当年|年)?(?:上半年|下半年|年底|年末|年中)(?:之?前|以前)?/;

function targetOf(part: string, year: number, quarter: number): Target | null {
  const end = quarterEnd(year, quarter);
  if (!end) return null;
  const trailing = TRAILING.exec(part);
  const said = trailing ? findDate(trailing[1] ?? '', year) : null;
  if (trailing && said)
    return { name: trimmed(part.slice(0, trailing.index)), dueOn: said.last, phrase: trailing[1] ?? '' };
  const phrase = WITHIN.exec(part)?.[0];
  const within = phrase === undefined ? null : findDate(phrase, year);
  return within && phrase !== undefined ? { name: part, dueOn: within.last, phrase } : { name: part, dueOn: end };
}

/** The targets of a quarter's cell, one a line or parted by semicolons. */
export const targetsIn = (text: string, year: number, quarter: number): readonly Target[] =>
  text
    .split(/[\n;；]+/)
    .map((part) =>
      trimmed(part)
        .replace(/^\d{1,2}[.、)）]\s*(?=\D)/, '')
        .replace(/[。.]$/, ''),
    )
    .filter((part) => part !== '')
    .flatMap((part) => targetOf(part, year, quarter) ?? [])
    .filter((target) => target.name !== '');

/**
 * The text that reads back as these targets: one a line, each with its day unless that is the quarter's last.
 * Targets outside the quarter have no place in its cell.
 */
export function targetsText(
  targets: readonly { readonly name: string; readonly dueOn: IsoDate }[],
  year: number,
  quarter: number,
): string {
  return targets
    .map(({ name, dueOn }) => {
      const read = targetsIn(name, year, quarter);
      if (read.length === 1 && read[0]?.name === name && read[0].dueOn === dueOn) return name;
      return `${name}(${Number(dueOn.slice(5, 7))}月${Number(dueOn.slice(8, 10))}日)`;
    })
    .join('\n');
}
