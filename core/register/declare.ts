import type { Instant } from '../time.ts';
import type { Field, FieldProblem, ValueOf } from './field.ts';
import type { Label } from './label.ts';
import type { Role } from './role.ts';

export type Fields = Readonly<Record<string, Field>>;

type OptionalKeys<F> = { [K in keyof F]: undefined extends ValueOf<F[K]> ? K : never }[keyof F];

/** The values of a record: optional fields are absent, never null. */
export type ValuesOf<F> = { readonly [K in Exclude<keyof F, OptionalKeys<F>>]: ValueOf<F[K]> } & {
  readonly [K in OptionalKeys<F>]?: Exclude<ValueOf<F[K]>, undefined>;
};

/** What the ledger knows about every record besides its fields. */
export interface RecordHead {
  readonly id: string;
  /** The ledger revision that last touched the record; `If-Match` carries it. */
  readonly revision: number;
  readonly changedAt: Instant;
}

export type RecordOf<R> = R extends Register<infer F> ? RecordHead & ValuesOf<F> : never;

/** A problem of a record, at a field or (path empty) at the whole. */
export interface RecordProblem extends FieldProblem {
  readonly path: string;
}

/** One kind of record. Storage, API, history and grid follow from it. */
export interface Register<F extends Fields = Fields> {
  readonly name: string;
  readonly label: Label;
  readonly fields: F;
  /** Fields that together name a record: no two records share them. */
  readonly unique?: readonly (keyof F & string)[];
  /** The field whose value stands for the record in lists. */
  readonly title: keyof F & string;
  readonly read: readonly Role[];
  readonly write: readonly Role[];
  /** Kept by the product itself (screens, users): has its own routes besides. */
  readonly system: boolean;
  /** Holds exactly one record, whose id is the register's name. */
  readonly single: boolean;
  /** What the single fields cannot see: relations between values of one record. */
  readonly consistent?: (values: Readonly<Record<string, unknown>>) => readonly RecordProblem[];
}

export interface Declaration<F extends Fields> {
  readonly name: string;
  readonly label: Label;
  readonly fields: F;
  readonly title: keyof F & string;
  readonly unique?: readonly (keyof F & string)[];
  readonly read?: readonly Role[];
  readonly write?: readonly Role[];
  readonly system?: boolean;
  readonly single?: boolean;
  readonly consistent?: (values: ValuesOf<F>) => readonly RecordProblem[];
}

/** Declares a register; unless said otherwise every signed-in role reads it and editors write it. */
export const declareRegister = <const F extends Fields>(declaration: Declaration<F>): Register<F> => ({
  read: ['admin', 'editor', 'operator', 'auditor'],
  write: ['admin', 'editor'],
  system: false,
  single: false,
  ...declaration,
  consistent: declaration.consistent as Register['consistent'],
});
