/** Bars beside numbers: where each begins and how long it is, in percent of its column. */
export interface Bar {
  readonly start: number;
  readonly length: number;
  /** Where the number itself stands. */
  readonly tip: number;
}

/** All numbers on one scale that holds zero. */
export function barsOf(values: readonly (number | undefined)[]): readonly (Bar | null)[] {
  const known = values.filter((value) => value !== undefined);
  const low = Math.min(0, ...known);
  const span = Math.max(0, ...known) - low;
  if (span === 0) return values.map(() => null);
  const at = (value: number): number => Math.round(((value - low) / span) * 1000) / 10;
  return values.map((value) =>
    value === undefined
      ? null
      : { start: at(Math.min(0, value)), length: Math.round((Math.abs(value) / span) * 1000) / 10, tip: at(value) },
  );
}
