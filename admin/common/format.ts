import { msg, str } from '@lit/localize';
import { officeDate } from '../../core/office-time.ts';
import { instant } from '../../core/time.ts';
import type { Pace } from '../../core/metrics/metrics.ts';
import { PACE_WORDS } from '../../core/metrics/pace-words.ts';
import { currentLocale, labelText } from './locale.ts';

/** The office's time zone: a browser elsewhere still shows its days. */
const OFFICE_ZONE = 'Asia/Shanghai';

/** Date and time of day of an instant. */
export const momentText = (instant: number): string =>
  new Intl.DateTimeFormat(currentLocale(), {
    timeZone: OFFICE_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hour12: false,
  }).format(instant);

/** Date and time of day of an instant, to the minute. */
export const minuteText = (at: number): string =>
  new Intl.DateTimeFormat(currentLocale(), {
    timeZone: OFFICE_ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).format(at);

/** A month's short name; months count from 1. */
export const monthName = (month: number): string =>
  new Intl.DateTimeFormat(currentLocale(), { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2020, month - 1));

/** Thousands separated in digits before the point; the rest untouched. */
export const grouped = (text: string): string => {
  const [whole = '', decimals] = text.split('.');
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? separated : `${separated}.${decimals}`;
};

/** How long ago, in the unit that says it best. */
export function agoText(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  if (seconds < 60) return msg(str`${seconds} 秒前`, { id: 'ago.seconds' });
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return msg(str`${minutes} 分钟前`, { id: 'ago.minutes' });
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? msg(str`${hours} 小时前`, { id: 'ago.hours' })
    : msg(str`${Math.round(hours / 24)} 天前`, { id: 'ago.days' });
}

/** Milliseconds as people read them. */
export const durationText = (milliseconds: number): string =>
  milliseconds < 1000
    ? msg(str`${Math.round(milliseconds)} 毫秒`, { id: 'duration.milliseconds' })
    : msg(str`${(milliseconds / 1000).toFixed(1)} 秒`, { id: 'duration.seconds' });

export const paceSign = (pace: Pace): string => PACE_WORDS[pace].sign;
export const paceText = (pace: Pace): string => labelText(PACE_WORDS[pace].label);

/** Today in the office. */
export const today = (): string => dayOf(Date.now());

/** The office's day of an instant. */
export const dayOf = (at: number): string => officeDate(instant(at));

/** How many records there are. */
export const countText = (count: number): string => msg(str`共 ${count} 条`, { id: 'registers.count' });
