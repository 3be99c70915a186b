/** What an assessment scheme is (考核方案): data, so that an office writes its own and none is preferred. */
import type { MeasureId } from '../measures/ids.ts';
import type { Label } from '../register/label.ts';
import type { UnitGroup } from '../registers/unit-groups.ts';

/**
 * An exact number: a JSON number of at most six decimals, or a fraction as text, `2/3`. Rates stand in percent
 * (100 is full completion), money in 元, everything else in its own unit.
 */
export type Amount = number | `${number}/${number}`;

/**
 * What an item's measure counts where records of earlier years could count too: what fell due, was found, was to be
 * decided or was issued in the year of the date, or everything up to the date.
 */
export type Period = 'year' | 'all';

/** The weights profile of a group: one for all its units, or one for those that decide permits and one for the others. */
export type GroupProfile =
  | string
  | {
      /** Of units that at least one permit names as its department, of those not decided before the year. */
      readonly approving: string;
      readonly others: string;
    };

/** A number that the ledger gives for a unit. */
export interface Reading {
  readonly measure: MeasureId;
}

/** Points for each of something counted; negative ones are taken off. */
export interface PerCount extends Reading {
  readonly points: Amount;
}

/** The slope between two values of the measure, in points per unit (per percentage point for rates). */
export interface Slope {
  /** Absent: without a lower bound. */
  readonly from?: Amount;
  /** Absent: without an upper bound. */
  readonly to?: Amount;
  readonly perUnit: Amount;
}

/** From this value on (and up to the next band) so many points, or so large a share of the item's maximum. */
export interface Band {
  readonly from: Amount;
  readonly points?: Amount;
  readonly share?: Amount;
}

/** What a project can be asked for by a scheme that scores projects. */
export type ProjectTrait =
  | 'plannedStartInYear'
  | 'carriedOver'
  | 'keyLevel'
  | 'sector'
  | 'completionKind'
  | 'annualPlanYuan'
  | 'totalInvestmentYuan'
  | 'completionRate';

/** One line of the score of a project. */
export type ProjectLine = {
  readonly id: string;
  readonly label: Label;
} & (
  | { readonly type: 'choice'; readonly trait: ProjectTrait; readonly points: Readonly<Record<string, Amount>> }
  | { readonly type: 'band'; readonly trait: ProjectTrait; readonly bands: readonly Band[] }
  /** `points` × the trait's value (a rate counts as a fraction), at most `cap`. */
  | { readonly type: 'times'; readonly trait: ProjectTrait; readonly points: Amount; readonly cap?: Amount }
);

/** How an item's points follow from the ledger. `max` is the item's maximum for the unit's profile. */
export type Formula =
  /** max × min(1, x ÷ target) */
  | { readonly type: 'proportional'; readonly measure: MeasureId; readonly target: Amount }
  /** max − perUnit × shortfall below the target, not below 0 */
  | { readonly type: 'linearDeduct'; readonly measure: MeasureId; readonly target: Amount; readonly perUnit: Amount }
  /** `base` at the pivot (max, or a number), then along the slopes on both sides */
  | {
      readonly type: 'piecewise';
      readonly measure: MeasureId;
      readonly pivot: Amount;
      readonly base: 'max' | Amount;
      readonly slopes: readonly Slope[];
    }
  | { readonly type: 'band'; readonly measure: MeasureId; readonly bands: readonly Band[] }
  /** By rank in the unit's group: the first place takes the first points, … `others` the rest; of equals each takes the same. */
  | {
      readonly type: 'rankPoints';
      readonly measure: MeasureId;
      /** As shares of max when `share`, else points. */
      readonly points: readonly Amount[];
      readonly others: Amount;
      readonly share?: boolean;
      /** Of units that share a rank: the points of that rank, or the mean of the places that they take. */
      readonly ties: 'shared' | 'mean';
    }
  /** Σ n × points */
  | { readonly type: 'countPoints'; readonly counts: readonly PerCount[]; readonly base?: 'max' | Amount }
  | {
      readonly type: 'projectSum';
      readonly lines: readonly ProjectLine[];
      readonly combine: 'sum' | 'mean';
    }
  | { readonly type: 'allOrNothing'; readonly measure: MeasureId; readonly target: Amount }
  /** Approved entries of the register of what is scored by hand, under this item's id. */
  | {
      readonly type: 'eventLedger';
      /** For an entry without points of its own. */
      readonly points?: Amount;
      readonly perQuarter?: number;
      readonly perYear?: number;
    }
  /** Marks of judges, entered by hand: the mean without the highest and the lowest where there are three or more. */
  | { readonly type: 'judges'; readonly outOf: Amount }
  /** A part of what another mechanism gave: an external score, out of so many points. */
  | { readonly type: 'external'; readonly mechanism: string; readonly outOf: Amount }
  /** `share` percent of another object's points: of another item, or of what the unit's projects score on average. */
  | {
      readonly type: 'inherit';
      readonly share: Amount;
      readonly from: { readonly item: string } | { readonly projects: readonly ProjectLine[] };
    }
  /** The formula at each month's end: the mean of the months, or a share of that mean and the rest of the year's end. */
  | { readonly type: 'periodic'; readonly of: Formula; readonly monthlyShare?: Amount };

/** What an item gives where its measure has no base. */
export type NaPolicy =
  /** Its maximum leaves the sum and the rest is scaled up to the same total. */
  'renormalise' | 'full' | 'zero' | 'groupMean' | { readonly base: Amount };

export interface Item {
  /** Short, unique in the scheme: `A1`. */
  readonly id: string;
  readonly label: Label;
  /** `base` items make up the score; bonus and penalty items come on top and have caps of their own. */
  readonly part: 'base' | 'bonus' | 'penalty';
  /** The maximum of each weights profile; a profile that is not named has none of this item. */
  readonly max: Readonly<Record<string, Amount>>;
  readonly formula: Formula | Readonly<Record<string, Formula>>;
  /** Points for things counted, taken off (or added) after the formula, before the bounds. */
  readonly also?: readonly PerCount[];
  /** Has no base where this measure has none, whatever the formula: who has no projects is not ranked by their money. */
  readonly needs?: Reading;
  /** Of every measure that the item reads; `year` unless given. */
  readonly period?: Period;
  /** Nothing at all when this is below. */
  readonly zeroBelow?: Reading & { readonly value: Amount };
  /** Bounds of the item's points; 0 and max unless given. Penalties run from −cap to 0. */
  readonly min?: Amount;
  readonly cap?: Amount | 'none';
  readonly na: NaPolicy;
  /** Decimals to which the item is rounded before it is summed; exact when absent. */
  readonly decimals?: number;
  readonly evidenceRequired?: boolean;
}

/** A veto (一票否决): when it applies, the score is capped, or the unit drops so many places, or leaves the ranking. */
export interface Gate {
  readonly id: string;
  readonly label: Label;
  /** Applies when an approved entry under this gate's id is there, or when a measure falls below a value. */
  readonly when: 'entry' | (Reading & { readonly below: Amount });
  readonly effect:
    | { readonly type: 'cap'; readonly points: Amount }
    | { readonly type: 'downgrade'; readonly places: number }
    | { readonly type: 'veto' };
  /** Also keeps the unit off the red board. */
  readonly noRed?: boolean;
}

/** Rules of the red and the black board (红黑榜). */
export interface Honours {
  readonly target: Reading & { readonly value: Amount };
  /** Ranks up to this one; in a group of fewer than `smallBelow` units up to `small`. */
  readonly red: { readonly rank: number; readonly small: number; readonly smallBelow: number };
  /** The last so many. */
  readonly black: { readonly last: number; readonly small: number; readonly smallBelow: number };
  /** Whether they go by the scheme's own score or by the target's measure. */
  readonly rankBy: 'score' | 'measure';
}

export type RankMethod = 'dense' | 'competition' | 'ordinal';

export interface Scheme {
  /** Which weights profile each group has; a group that is not named is not assessed. */
  readonly profiles: Readonly<Partial<Record<UnitGroup, GroupProfile>>>;
  /** One list, instead of one for each group. */
  readonly together?: boolean;
  readonly items: readonly Item[];
  /** The most that bonus items come to, and the most that penalties take. */
  readonly bonusCap?: Amount;
  readonly penaltyCap?: Amount;
  readonly gates: readonly Gate[];
  /** Among equal scores: the first measure that differs decides; equal in all, they share the rank. */
  readonly tieBreak: readonly MeasureId[];
  /** Who has no base of this measure is scored, but takes no place: a department that builds nothing among builders. */
  readonly rankNeeds?: Reading;
  readonly rankMethod: RankMethod;
  /** Compare exact scores, or scores as they are printed. */
  readonly rankOn: 'exact' | 'displayed';
  /** As scores are printed. */
  readonly decimals: number;
  readonly honours?: Honours;
}
