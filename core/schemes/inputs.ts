/** What a formula is given of the ledger, and what its result keeps of it: enough to show every step. */
import type { Fraction } from '../exact.ts';
import type { MeasureId } from '../measures/ids.ts';
import type { Measured } from '../measures/measure.ts';
import type { ProjectFigures } from '../metrics/figures.ts';
import type { ExternalScore, ScoreEntry } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';
import type { Period, ProjectLine } from './scheme.ts';

/** A measure's number for the unit at a date. */
export interface Reading {
  readonly measure: MeasureId;
  readonly asOf: IsoDate;
  readonly period: Period;
  readonly measured: Measured;
  /** As schemes count: rates and points in percent, the rest in its own unit. Null where there is no base. */
  readonly value: Fraction | null;
}

/** A unit's place in its group by one measure. */
export interface Place {
  readonly rank: number;
  /** The first of the places that the units of this rank take: 1 more than the units before them. */
  readonly first: number;
  /** How many units have this rank, itself included. */
  readonly sharedBy: number;
  /** How many units have a place. */
  readonly of: number;
}

/** An approved entry, and whether the item takes it: not without evidence where the item asks for it. */
export interface OfferedEntry {
  readonly entry: ScoreEntry;
  readonly evidenced: boolean;
}

/** The least and the most that points may come to; absent: without a bound. */
export interface Bounds {
  readonly low?: Fraction;
  readonly high?: Fraction;
}

/** What the formula of one item asks about one unit at one date. */
export interface FormulaInputs {
  readonly asOf: IsoDate;
  readonly reading: (measure: MeasureId) => Reading;
  /** Null where the measure has no base. */
  readonly place: (measure: MeasureId) => Place | null;
  readonly projects: () => readonly ProjectFigures[];
  /** The item's entries in the year up to the date, earliest first. */
  readonly entries: () => readonly OfferedEntry[];
  /** A mechanism's scores for the unit in the year up to the date. */
  readonly externals: (mechanism: string) => readonly ExternalScore[];
  /** What another item came to; null where it has no points for the unit. */
  readonly pointsOf: (item: string) => Fraction | null;
  /** The same at the end of each month of the year that has ended by the date. */
  readonly months: () => readonly FormulaInputs[];
  /** Bounds of the item, which hold for each month of a periodic formula, too. */
  readonly bounds: Bounds;
}

/** What a reading was used for. */
export type ReadingUse = 'value' | 'count' | 'also' | 'needs' | 'zeroBelow' | 'gate';

/** One line of a project's score. */
export interface LineScore {
  readonly line: ProjectLine;
  /** The choice, or the number as it was used (rates in percent in bands, as fractions in `times`); null: unknown. */
  readonly value: string | null;
  readonly points: Fraction;
  readonly calculation: string;
}

/** Something that a score rests on. */
export type Input =
  | ({ readonly kind: 'measure'; readonly use: ReadingUse } & Reading)
  | ({ readonly kind: 'place'; readonly measure: MeasureId } & Place)
  | {
      readonly kind: 'project';
      readonly project: string;
      readonly points: Fraction;
      readonly lines: readonly LineScore[];
    }
  | {
      readonly kind: 'entry';
      readonly entry: ScoreEntry;
      /** Its own points, or those that the scheme gives. */
      readonly points: Fraction;
      /** Why it does not count: no evidence, more than the quarter or the year allows, or the highest or lowest mark. */
      readonly leftOut?: 'noEvidence' | 'perQuarter' | 'perYear' | 'extreme';
    }
  | { readonly kind: 'external'; readonly score: ExternalScore; readonly points: Fraction }
  | { readonly kind: 'item'; readonly item: string; readonly points: Fraction | null }
  /** Another unit of the group, for an item that takes their mean. */
  | { readonly kind: 'unit'; readonly unit: string; readonly points: Fraction }
  | {
      readonly kind: 'month';
      readonly asOf: IsoDate;
      readonly points: Fraction | null;
      readonly calculation: string;
      readonly inputs: readonly Input[];
    };

/** What a formula came to. */
export interface FormulaResult {
  /** Null where there is no base: the item's policy decides. */
  readonly points: Fraction | null;
  readonly calculation: string;
  readonly inputs: readonly Input[];
  /** The formula itself stopped at 0. */
  readonly floored?: true;
}

/** Points within their bounds. */
export type Bounded = { readonly points: Fraction; readonly state: 'scored' | 'capped' | 'floored' };
