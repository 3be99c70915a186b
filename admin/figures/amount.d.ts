export type CellInput =
  | {
      readonly kind: 'clear';
    }
  | {
      readonly kind: 'amount';
      readonly yuan: number;
    }
  | {
      readonly kind: 'invalid';
      readonly why: 'not-a-number' | 'negative' | 'too-large';
    };
export declare function readAmount(text: string): CellInput;
/** What a person should look at twice before it is written. */
export type Doubt = 'lower-than-before' | 'over-300-percent' | 'clears';
/** Whether `yuan` is more than 300 % of the plan; false without one. */
export declare function overThreeHundredPercent(yuan: number, planYuan: number | null): boolean;
/** Whether a cumulative amount falls below the nearest earlier month that has one. */
export declare function lowerThanBefore(yuan: number, earlier: readonly (number | null)[]): boolean;
