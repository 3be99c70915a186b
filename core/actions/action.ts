import type { ChangeRequest } from '../ledger/change-request.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { FieldProblemCode } from '../register/field.ts';
import type { Fields, RecordProblem, ValuesOf } from '../register/declare.ts';
import type { Label } from '../register/label.ts';
import type { Role } from '../register/role.ts';
import type { RegisterName } from '../registers/index.ts';
import { fail, type Result } from '../result.ts';
import type { IsoDate } from '../time.ts';

/** Why an action is refused. */
export interface ActionProblem extends RecordProblem {
  /** For the person at the form, where the words of the code would leave out what matters: which record, what amount. */
  readonly words?: Label;
}

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
   * @param frozen the ledger as it was after a change: the figures of an edition.
   */
  readonly run: (
    ledger: Ledger,
    values: ValuesOf<F>,
    today: IsoDate,
    frozen: (seq: number) => Ledger,
  ) => Result<readonly ChangeRequest[], readonly ActionProblem[]>;
  /** What the log says as the reason of the set; the label when absent. */
  readonly reason?: (ledger: Ledger, values: ValuesOf<F>) => string;
}

export const declareAction = <const F extends Fields>(action: Action<F>): Action => action as unknown as Action;

/** A refusal in words at one field of the action. */
export const refuse = (
  path: string,
  words: Label,
  code: FieldProblemCode = 'inconsistent',
): Result<never, readonly ActionProblem[]> => fail([{ path, code, message: words.en, words }]);

/** Ids of records that an action makes: the same for the same input, so that a second click finds them there. */
export const derivedId = (...parts: readonly (string | number)[]): string =>
  parts
    .join('-')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .slice(0, 64);
