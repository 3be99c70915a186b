/** Which light a set of figures gets (亮灯), by the rule that the settings name. Bounds are compared exactly. */
import { compare, fraction, type Fraction } from '../exact.ts';
import type { Settings } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';
import { happenedBy, type ProjectFigures } from './figures.ts';
import { LIGHT_PRESETS, type LightRule } from './light-rule.ts';
import { investmentCompletionRate, scheduleAttainment, scheduleVariance, type Pace } from './metrics.ts';
import { phasePlanRate, timeNotBegun, timeProgressOf, type TimeRules } from './time-progress.ts';

/** What the settings say of lights. */
export type LightRules = TimeRules & Pick<Settings, 'lights' | 'lightRule'>;

/** Rules at a date; every board's context is one. */
export interface PaceContext {
  readonly settings: LightRules;
  readonly asOf: IsoDate;
}

/** Where a set of projects stands against time. */
export interface Standing {
  /** M1; null without a plan. */
  readonly rate: Fraction | null;
  /** M3 of these projects. */
  readonly time: Fraction;
  /** M4 */
  readonly variance: Fraction | null;
  /** M5; null also while time asks for nothing. */
  readonly attainment: Fraction | null;
  /** M2; null also while the plan asks for nothing. */
  readonly phasePlan: Fraction | null;
}

const WHOLE: Fraction = { numerator: 1n, denominator: 1n };

/** The rule in force: the office's own, else the chosen preset, else the standard one. */
export const lightRuleOf = ({ lightRule, lights = 'standard' }: LightRules): LightRule =>
  lightRule ?? LIGHT_PRESETS[lights].rule;

/** M1 to M5 of a set of figures at the context's date; of one project as of any set. */
export function standingOf(context: PaceContext, figures: readonly ProjectFigures[]): Standing {
  const rate = investmentCompletionRate(figures);
  const time = timeProgressOf(context, figures);
  return {
    rate,
    time,
    variance: scheduleVariance(rate, time),
    attainment: scheduleAttainment(rate, time),
    phasePlan: rate && phasePlanRate(context, figures),
  };
}

/** A bound in percent or points as a fraction; bounds have at most two decimals. */
const bound = (from: number): Fraction | null => fraction(Math.round(from * 100), 10_000);

/** The light of a value, 1 being 100 % or 100 points, by the steps of a rule. */
export function lightOf({ steps, below }: LightRule, value: Fraction): Pace {
  const step = steps.find(({ from, included }) => {
    const at = bound(from);
    const against = at === null ? -1 : compare(value, at);
    return against > 0 || (included && against === 0);
  });
  return step?.light ?? below;
}

/**
 * The light of a standing: none without a plan. Where nothing is asked for yet, attainment and plan to date have no
 * value, and whatever is done is as much as was asked for: 100 %.
 */
export function paceOf(rule: LightRule, standing: Standing): Pace {
  if (!standing.rate) return 'none';
  return lightOf(rule, standing[rule.basis] ?? WHOLE);
}

/** The light of a set of projects, such as a unit's. */
export const paceOfAll = (context: PaceContext, figures: readonly ProjectFigures[]): Pace =>
  paceOf(lightRuleOf(context.settings), standingOf(context, figures));

/**
 * A project's light: before its planned start, or before its own time begins, with nothing done yet, it is not due
 * rather than behind. Without a plan issued (计划未下达) it has no light, which is another thing than a plan of 0 元.
 */
export function projectPace(context: PaceContext, figures: ProjectFigures): Pace {
  const { project } = figures;
  const early = project.plannedStartInYear && !happenedBy(project.plannedStart, context.asOf);
  const waiting = figures.completedYuan === 0 && (early || timeNotBegun(context, figures));
  if (waiting) return 'notDue';
  return figures.planYuan === null ? 'unissued' : paceOfAll(context, [figures]);
}
