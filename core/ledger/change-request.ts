import type { RegisterName } from '../registers/index.ts';

/** One write that somebody asks for. */
export type ChangeRequest =
  | {
      readonly kind: 'create';
      readonly register: RegisterName;
      /** The new record's id; made up when absent. */
      readonly record?: string;
      readonly values: unknown;
    }
  | {
      readonly kind: 'update';
      readonly register: RegisterName;
      readonly record: string;
      /** Members to set; null clears. */
      readonly values: unknown;
      /** The revision that the writer saw; refused as stale when the record has moved on. */
      readonly ifRevision?: number;
      /** Brings back what was: states need not follow on each other. */
      readonly restores?: true;
    }
  | {
      readonly kind: 'delete';
      readonly register: RegisterName;
      readonly record: string;
      readonly ifRevision?: number;
    };
