import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Fields, RecordProblem, ValuesOf } from '../register/declare.ts';
import type { Label } from '../register/label.ts';
import type { Role } from '../register/role.ts';
import type { RegisterName } from '../registers/index.ts';
import type { Result } from '../result.ts';
import type { IsoDate } from '../time.ts';

/** One step of the office's work that writes several records at once. Form, API and preview follow from it. */
export interface Action<F extends Fields = Fields> {
  readonly name: string;
  readonly label: Label;
  /** What it does, in a sentence. */
  readonly help: Label;
  /** The register beside whose list its button stands. */
  readonly register: RegisterName;
  readonly fields: F;
  readonly roles: readonly Role[];
  /**
   * The writes, checked again when they are made; none when there is nothing to do.
   * @param today the office's date.
   */
  readonly run: (
    ledger: Ledger,
    values: ValuesOf<F>,
    today: IsoDate,
  ) => Result<readonly ChangeRequest[], readonly RecordProblem[]>;
}

export const declareAction = <const F extends Fields>(action: Action<F>): Action => action as unknown as Action;

/** Ids of records that an action makes: the same for the same input, so that a second click finds them there. */
export const derivedId = (...parts: readonly (string | number)[]): string =>
  parts
    .join('-')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, 64);
