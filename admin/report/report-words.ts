import { msg, str } from '@lit/localize';
import { fraction, showRate } from '../../core/exact.ts';
import { wanText } from '../../core/money.ts';
import type { OpenPeriod } from '../../core/reporting/period.ts';
import type { ReportPeriod } from '../../core/registers/settings.ts';
import { monthNumberOf, yearOf, type IsoDate } from '../../core/time.ts';
import { grouped } from '../common/format.ts';
import { currentLocale } from '../common/locale.ts';
import type { Standing } from './reporting-data.ts';

/** An amount in 万元 with its unit; a dash where there is none. */
export const wanWords = (value: number | null | undefined): string =>
  value === null || value === undefined ? '—' : msg(str`${grouped(wanText(value))} 万元`, { id: 'value.wan' });

/** A difference in 万元 with its sign. */
export const differenceWords = (yuan: number): string => `${yuan > 0 ? '+' : ''}${wanWords(yuan)}`;

/** What the unit reported, beside what the office found. */
export const reportedWords = (yuan: number | null | undefined): string =>
  msg(str`填报数 ${wanWords(yuan)}`, { id: 'report.reported-figure' });

/** That something was sent back, and why. */
export const returnedWords = (reason = ''): string => msg(str`已退回：${reason}`, { id: 'report.returned-why' });

/** An amount's rate of the plan in percent; empty without a plan. */
export function rateText(yuan: number | null | undefined, planYuan: number | null): string {
  const rate = yuan === null || yuan === undefined || planYuan === null ? null : fraction(yuan, planYuan);
  return rate ? `${showRate(rate).text}%` : '';
}

export function standingText(standing: Standing): string {
  switch (standing) {
    case 'missing':
      return msg('未填报', { id: 'report.standing.missing' });
    case 'notDue':
      return msg('本期不要求填报', { id: 'report.standing.not-due' });
    case 'submitted':
      return msg('已填报，待核实', { id: 'report.standing.submitted' });
    case 'returned':
      return msg('已退回', { id: 'report.standing.returned' });
    case 'verified':
      return msg('已核实', { id: 'report.standing.verified' });
  }
}

const TONES: Readonly<Record<Standing, string>> = {
  missing: 'warn',
  notDue: '',
  submitted: '',
  returned: 'bad',
  verified: 'good',
};

/** The badge's colour; the words say the same. */
export const standingTone = (standing: Standing): string => TONES[standing];

/** A period by its name: 2017年12月, or the week's last day. */
export function periodName(asOf: IsoDate, period: ReportPeriod | undefined): string {
  if (period === 'week') return msg(str`截至 ${asOf} 的一周`, { id: 'report.week' });
  if (currentLocale() === 'en') {
    const name = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
    return name.format(Date.UTC(yearOf(asOf), monthNumberOf(asOf) - 1));
  }
  return `${yearOf(asOf)}年${monthNumberOf(asOf)}月`;
}

/** Beyond so many days nobody counts them any more: the ledger of a past year is open. */
const MOST_DAYS_COUNTED = 60;

/** How long a period is still open, or how late it is. */
export function dueWords({ due, daysLeft }: OpenPeriod): string {
  if (daysLeft > 0) return msg(str`${due} 截止，还有 ${daysLeft} 天`, { id: 'report.due-in' });
  if (daysLeft === 0) return msg(str`今天（${due}）截止`, { id: 'report.due-today' });
  return daysLeft < -MOST_DAYS_COUNTED
    ? msg(str`填报已于 ${due} 截止`, { id: 'report.due-past' })
    : msg(str`${due} 截止，已逾期 ${-daysLeft} 天`, { id: 'report.due-late' });
}
