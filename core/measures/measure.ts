/** What a measure is: a number with its definition, what it was made of, and the records that it rests on. */
import type { BoardContext } from '../boards/board.ts';
import type { Fraction } from '../exact.ts';
import type { Label } from '../register/label.ts';
import type { RegisterName } from '../registers/index.ts';
import type { Sector } from '../registers/project-choices.ts';
import type { UnitGroup } from '../registers/unit-groups.ts';
import type { MeasureId } from './ids.ts';

/** Whose number is asked for. Money and projects belong to the lead unit, once. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'group'; readonly group: UnitGroup }
  | { readonly kind: 'unit'; readonly unit: string }
  | { readonly kind: 'sector'; readonly sector: Sector }
  | { readonly kind: 'leader'; readonly leader: string }
  | { readonly kind: 'project'; readonly project: string };

/** What the number counts in. A rate is a fraction (1.401 is 140.1 %); points are a difference of rates. */
export type MeasureUnit = 'rate' | 'points' | 'yuan' | 'count' | 'months' | 'places';

/** A record that a number rests on, and what it put into it. */
export interface Source {
  readonly register: RegisterName;
  readonly record: string;
  /** The field that was read; absent when that the record is there is what counts. */
  readonly field?: string;
  readonly side: 'numerator' | 'denominator' | 'both';
  /** What it contributes: 元 for amounts, 1 for something counted. */
  readonly value: number;
}

/** A measure's number for a scope at a date. */
export interface Measured {
  /** Exact; null where there is no base. */
  readonly value: Fraction | null;
  /** Of a rate: what stands above and below the line, in 元 or counts, before any reduction. */
  readonly above?: number;
  readonly below?: number;
  /** What has to be printed beside the number, such as that it compares different lists. */
  readonly remark?: Label;
  /** Worked out only when somebody asks why. */
  readonly sources: () => readonly Source[];
}

/** One measure, declared once: its definition travels with its numbers. */
export interface Measure {
  readonly id: MeasureId;
  /** Its number in the table of metrics, such as `M1`; the further counts have none. */
  readonly number?: string;
  readonly label: Label;
  /** The formula in words, denominator included. */
  readonly formula: Label;
  /** What is counted and what is not: which reports, plans, projects. */
  readonly basis: Label;
  /** What is left out where only the year of the date is judged; absent where that makes no difference. */
  readonly inYear?: Label;
  readonly unit: MeasureUnit;
  /** As it is printed. */
  readonly decimals: number;
  readonly better: 'higher' | 'lower' | 'neither';
  readonly of: (context: BoardContext, scope: Scope) => Measured;
}
