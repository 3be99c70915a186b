/** The office's own time, Asia/Shanghai: eight hours ahead of UTC, without summer time since 1991. */
import { dateOfDay, dayNumber, instant, parseDate, type Instant, type IsoDate } from './time.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const AHEAD = 8 * HOUR;

/** The office's calendar day at an instant. */
export const officeDate = (at: Instant): IsoDate => dateOfDay(Math.floor((at + AHEAD) / DAY));

/** The first moment of a day in the office. */
export const startOfOfficeDay = (date: IsoDate): Instant => instant(dayNumber(date) * DAY - AHEAD);

/** The last millisecond of a day in the office. */
export const endOfOfficeDay = (date: IsoDate): Instant => instant((dayNumber(date) + 1) * DAY - AHEAD - 1);

const RFC_3339 =
  /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d{1,9})?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

/** The instant that an RFC 3339 text names, to the millisecond; null when it names none. Leap seconds are none. */
export function parseInstant(text: string): Instant | null {
  const match = RFC_3339.exec(text);
  const date = match && parseDate(match[1] ?? '');
  if (!match || !date) return null;
  const [, , hours, minutes, seconds, fraction = '0', sign = '+', offsetHours = 0, offsetMinutes = 0] = match;
  const time = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND;
  const offset = Number(offsetHours) * HOUR + Number(offsetMinutes) * MINUTE;
  const milliseconds = Math.floor(Number(fraction) * SECOND);
  return instant(dayNumber(date) * DAY + time + milliseconds - (sign === '-' ? -offset : offset));
}
