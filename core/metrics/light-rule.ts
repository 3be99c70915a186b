/** Lights as data (亮灯规则): which light a schedule position gets. Offices publish different rules; none is built in. */
import type { Label } from '../register/label.ts';
import { fail, isObject, ok, type Result } from '../result.ts';

/** The lights that a position can get, best first; `notDue` and `none` are no matter of thresholds. */
export const LIGHTS = ['ahead', 'onTime', 'watch', 'behind', 'severe'] as const;

export type Light = (typeof LIGHTS)[number];

/** One step of a rule: the light from a bound upwards. */
export interface LightStep {
  readonly light: Light;
  /** In percentage points for `variance`, in percent for `attainment` and `phasePlan`; at most two decimals. */
  readonly from: number;
  /** Whether the bound itself has this light. */
  readonly included: boolean;
}

/** Steps from the best light down; what is under the last bound gets `below`. */
export interface LightRule {
  /** M4 in points, M5 in percent of what time asks for, or M2 in percent of the plan to date. */
  readonly basis: 'variance' | 'attainment' | 'phasePlan';
  readonly steps: readonly LightStep[];
  readonly below: Light;
}

interface Preset {
  readonly label: Label;
  readonly rule: LightRule;
}

const step = (light: Light, from: number, included = true): LightStep => ({ light, from, included });

/**
 * Rules that offices have published, and the one that holds unless another is chosen. Yinchuan's text says nothing of 0
 * to 10 points behind: here that is still green (`onTime`), and yellow begins at exactly 10 points.
 */
export const LIGHT_PRESETS = {
  standard: {
    label: { zh: '通用（落后10、30个百分点）', en: 'Standard (10 and 30 points behind)' },
    rule: {
      basis: 'variance',
      steps: [step('ahead', 0, false), step('onTime', 0), step('watch', -10, false), step('behind', -30)],
      below: 'severe',
    },
  },
  yinchuan: {
    label: { zh: '银川式（绿、黄、红；落后30个百分点为红）', en: 'Yinchuan (red beyond 30 points behind)' },
    rule: {
      basis: 'variance',
      steps: [step('onTime', -10, false), step('behind', -30)],
      below: 'severe',
    },
  },
  sanya: {
    label: { zh: '三亚式（按序时达成度，低于一半为红）', en: 'Sanya (red below half of the schedule)' },
    rule: { basis: 'attainment', steps: [step('onTime', 100), step('behind', 50)], below: 'severe' },
  },
  xinhuang: {
    label: { zh: '新晃式（阶段任务八成、六成）', en: 'Xinhuang (80 and 60 % of the plan to date)' },
    rule: {
      basis: 'phasePlan',
      steps: [step('onTime', 100), step('watch', 80), step('behind', 60)],
      below: 'severe',
    },
  },
  chuanshan: {
    label: { zh: '船山式（快、正常、慢）', en: 'Chuanshan (fast, normal, slow)' },
    rule: { basis: 'variance', steps: [step('ahead', 0, false), step('onTime', -10)], below: 'behind' },
  },
} as const satisfies Readonly<Record<string, Preset>>;

export type LightPreset = keyof typeof LIGHT_PRESETS;

const isLight = (value: unknown): value is Light => (LIGHTS as readonly unknown[]).includes(value);

const isBound = (value: unknown): value is number =>
  typeof value === 'number' && Math.abs(value) <= 1000 && Number.isInteger(Math.round(value * 1e6) / 1e4);

/** The rule in a value, or what is wrong with it and where. */
export function checkLightRule(value: unknown): Result<LightRule, string> {
  if (!isObject(value)) return fail('must be an object');
  const { basis, steps, below } = value;
  if (basis !== 'variance' && basis !== 'attainment' && basis !== 'phasePlan') return fail('basis is not known');
  if (!isLight(below)) return fail('below is no light');
  if (!Array.isArray(steps) || steps.length === 0 || steps.length > 5) return fail('steps must be 1 to 5');
  const checked: LightStep[] = [];
  for (const [index, each] of steps.entries()) {
    if (!isObject(each)) return fail(`steps/${index} must be an object`);
    const { light, from, included } = each;
    if (!isLight(light)) return fail(`steps/${index}/light is no light`);
    if (!isBound(from)) return fail(`steps/${index}/from must be a number of at most two decimals`);
    if (typeof included !== 'boolean') return fail(`steps/${index}/included must be true or false`);
    const above = checked.at(-1);
    if (above && (from > above.from || (from === above.from && (above.included || !included))))
      return fail(`steps/${index}/from must be below the one before`);
    checked.push({ light, from, included });
  }
  return ok({ basis, steps: checked, below });
}
