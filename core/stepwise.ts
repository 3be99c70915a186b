/** A long computation in pieces: between two of them whoever runs it may do other things. */
export type Stepwise<T> = Generator<undefined, T, undefined>;

/** The result of a long computation, run to its end without a pause. */
export function finished<T>(work: Stepwise<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
  }
}
