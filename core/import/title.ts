/** What stands above the headings: the title, the year, the cut-off date and the unit of money. */
import { daysInMonth, parseDate, type IsoDate } from '../time.ts';
import { textsOf, type Grid } from './grid.ts';
import type { Header } from './header.ts';
import { moneyUnitIn, type MoneyUnit } from './money-unit.ts';
import { compact } from './text.ts';

export interface TitleFacts {
  readonly title: string;
  readonly year: number | null;
  readonly asOf: IsoDate | null;
  readonly moneyUnit: MoneyUnit | null;
  /** Every text above the headings, compact: what repeats further down is no record. */
  readonly lines: ReadonlySet<string>;
}

const dayOf = (year: number | null, month: string | undefined, day: string | undefined): IsoDate | null => {
  if (year === null || month === undefined) return null;
  const last = daysInMonth(year, Number(month));
  return parseDate(`${year}-${month.padStart(2, '0')}-${(day ?? String(last)).padStart(2, '0')}`);
};

const CUT_OFF = /截[至止]到?:?(?:(\d{4})[年./-])?(\d{1,2})[月./-](?:份)?(?:(\d{1,2})[日号]?|底|末)?/;
const MONTHS = /(?:(\d{4})年)?1[-—–~至](\d{1,2})月/;
const LAST_MONTH = /(?:(\d{4})年)?(\d{1,2})月/;

/** The day up to which a text says that figures count; a month means its last day. */
export function cutOffIn(text: string, year: number | null): IsoDate | null {
  const plain = compact(text);
  const match = CUT_OFF.exec(plain) ?? MONTHS.exec(plain);
  return match ? dayOf(match[1] ? Number(match[1]) : year, match[2], match[3]) : null;
}

export const yearIn = (text: string): number | null => {
  const match = /((?:19|20)\d{2})年/.exec(compact(text));
  return match ? Number(match[1]) : null;
};

/** The facts above the header; where the title is silent, the sheet's name and the headings are asked. */
export function titleFacts(grid: Grid, header: Header): TitleFacts {
  const lines = Array.from({ length: header.top }, (_, row) => textsOf(grid, row)).flat();
  const firstRow = Array.from({ length: header.top }, (_, row) => row).find((row) => textsOf(grid, row).length > 0);
  const titleRow = firstRow === undefined ? [] : (grid.sheet.rows[firstRow] ?? []);
  const title = titleRow.map((_, column) => grid.text(firstRow ?? 0, column)).find((text) => text !== '') ?? '';
  const headings = header.levels.map((levels) => levels.join('/'));
  const plans = headings.filter((heading) => /计划/.test(heading));
  const all = lines.join('\n');
  const year = yearIn(title) ?? yearIn(all) ?? yearIn(plans.join('\n')) ?? yearIn(grid.sheet.name);
  const name = LAST_MONTH.exec(compact(grid.sheet.name));
  const fromName = name ? dayOf(name[1] ? Number(name[1]) : year, name[2], undefined) : null;
  const asOf =
    lines.map((line) => cutOffIn(line, year)).find((date) => date !== null) ??
    headings
      .map((heading) => (MONTHS.test(compact(heading)) ? cutOffIn(heading, year) : null))
      .find((date) => date !== null) ??
    fromName;
  const unit = lines.map(moneyUnitIn).find((each) => each !== null);
  return { title, year, asOf: asOf ?? null, moneyUnit: unit ?? null, lines: new Set(lines) };
}
