/** Checks of single lines of an edition: what is printed against what it was made of. */
import type { Progress } from '../boards/board.ts';
import { compare, fraction, negate, roundScaled, showPoints, showRate, subtract, type Fraction } from '../exact.ts';
import { showYi } from '../money.ts';
import type { Label } from '../register/label.ts';
import type { Finding, FindingCode } from './finding.ts';

/** A line of figures with the id of its unit or project; the headline has none. */
export interface FigureLine {
  readonly row?: string;
  readonly progress: Progress & { readonly rate?: { readonly text: string; readonly exact: string } };
  /** M3 of its projects, made anew. */
  readonly time: Fraction;
}

/** What is wrong with a line. */
export interface LineFault {
  readonly code: FindingCode;
  readonly level: Finding['level'];
  readonly message: Label;
}

/** A rate from amounts as they are printed may differ from the printed one by this much, in percentage points. */
const TOLERANCE: Fraction = { numerator: 15n, denominator: 10_000n };

/** The fraction in `numerator/denominator`; null when it is none. */
export function exactIn(text: string): Fraction | null {
  const match = /^(-?\d+)\/(\d+)$/.exec(text);
  return match ? fraction(BigInt(match[1] ?? 0), BigInt(match[2] ?? 0)) : null;
}

const decimalsOf = (text: string): number => text.split('.')[1]?.length ?? 0;

/** A printed decimal number as a fraction. */
function printed(text: string): Fraction | null {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return null;
  const decimals = decimalsOf(text);
  return fraction(BigInt(text.replace('.', '')), 10n ** BigInt(decimals));
}

function fault(code: FindingCode, level: Finding['level'], zh: string, en: string): LineFault {
  return { code, level, message: { zh, en } };
}

const FAULTS: Readonly<
  Record<'amount' | 'missing' | 'exact' | 'text' | 'up' | 'far' | 'near' | 'variance', LineFault>
> = {
  amount: fault('total', 'error', '显示金额与数值不符', 'an amount is not printed as it is'),
  missing: fault(
    'exact-rate',
    'error',
    '有计划而无完成率，或无计划而有完成率',
    'a rate without a plan, or the other way round',
  ),
  exact: fault('exact-rate', 'error', '完成率与完成额、计划额不符', 'the rate is not completed by plan'),
  text: fault('shown-rate', 'error', '显示的完成率与精确值不符', 'the printed rate is not the exact one'),
  up: fault('rounded-up', 'error', '未完成而显示为100%', 'printed as complete without being so'),
  // The amounts and the exact rate are right: only the rounding of printed amounts can lie between them.
  far: fault(
    'shown-rate',
    'info',
    '按显示的亿元金额复算，完成率相差超过0.15个百分点（金额四舍五入所致）',
    'more than 0.15 points from what the printed amounts give, which are rounded',
  ),
  near: fault(
    'shown-rate',
    'info',
    '按显示金额复算的完成率末位有出入',
    'the last digit differs from the printed amounts',
  ),
  variance: fault('variance', 'error', '与序时的差与完成率、序时进度不符', 'the variance is not the rate less time'),
};

function rateFaults(text: string, exact: Fraction, { plan, completed }: Progress): readonly LineFault[] {
  const whole: Fraction = { numerator: 1n, denominator: 1n };
  const shown = printed(text);
  if (shown && compare(exact, whole) < 0 && compare(shown, { numerator: 100n, denominator: 1n }) >= 0)
    return [FAULTS.up];
  if (showRate(exact, decimalsOf(text)).text !== text) return [FAULTS.text];
  const [above, below] = [printed(completed.text), printed(plan?.text ?? '')];
  if (!above || !below || below.numerator === 0n || !shown) return [];
  const again = fraction(above.numerator * below.denominator, above.denominator * below.numerator);
  if (!again) return [];
  const off = subtract(again, { numerator: shown.numerator, denominator: shown.denominator * 100n });
  const distance = off.numerator < 0n ? negate(off) : off;
  if (compare(distance, TOLERANCE) > 0) return [FAULTS.far];
  return roundScaled({ ...again, numerator: again.numerator * 100n }, decimalsOf(text)) ===
    roundScaled(shown, decimalsOf(text))
    ? []
    : [FAULTS.near];
}

/** Everything that is wrong with one line: amounts, exact and printed rate, variance. */
export function lineFaults({ progress, time }: FigureLine): readonly LineFault[] {
  const { plan, completed, rate, variance } = progress;
  const amounts = [plan, completed].filter((each) => each !== undefined);
  const faults = amounts.every(({ yuan, text }) => showYi(yuan).text === text) ? [] : [FAULTS.amount];
  const again = fraction(completed.yuan, plan?.yuan ?? 0);
  if (!again || !rate) return (again === null) === (rate === undefined) ? faults : [...faults, FAULTS.missing];
  const exact = exactIn(rate.exact);
  if (!exact || compare(exact, again) !== 0) return [...faults, FAULTS.exact];
  const points = showPoints(subtract(again, time));
  const isOff = variance === undefined || variance.text !== points.text;
  return [...faults, ...rateFaults(rate.text, again, progress), ...(isOff ? [FAULTS.variance] : [])];
}
