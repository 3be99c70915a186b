import type { Instant } from '../time.ts';
import type { Field, FieldProblem, ValueOf } from './field.ts';
import type { Label } from './label.ts';
import { OFFICE_ROLES, type Role } from './role.ts';

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
  /** Fields that tell records of the same title apart where people choose among them. */
  readonly apart?: readonly (keyof F & string)[];
  /** Who reads it; a reporter only the records of the own unit, where records belong to units. */
  readonly read: readonly Role[];
  /** Who writes it; a reporter only records of the own unit. */
  readonly write: readonly Role[];
  /** The reference that says to which unit a record belongs: to a unit, or to a record that belongs to one. */
  readonly unitBy?: keyof F & string;
  /** The fields that a reporter writes, where not all. */
  readonly reporterFields?: readonly (keyof F & string)[];
  /** The values of `state` in which a reporter sees a record, where not all: drafts are the office's. */
  readonly reporterStates?: readonly string[];
  /** Which of the office's systems it serves, for the menu and the manual. */
  readonly area: Area;
  /** Kept by the product itself (screens, users): has its own routes besides. */
  readonly system: boolean;
  /** Holds exactly one record, whose id is the register's name. */
  readonly single: boolean;
  /** What the single fields cannot see: relations between values of one record. */
  readonly consistent?: (values: Readonly<Record<string, unknown>>) => readonly RecordProblem[];
  /** What a record may not become after what it was. */
  readonly follows?: (
    before: Readonly<Record<string, unknown>>,
    after: Readonly<Record<string, unknown>>,
  ) => readonly RecordProblem[];
  /** Whether a record stays on record for good: what was approved or signed is withdrawn, never deleted. */
  readonly lasting?: (values: Readonly<Record<string, unknown>>) => boolean;
  /** Records (`register/id`) that its documents name and that stay as long as they do. */
  readonly holds?: (values: Readonly<Record<string, unknown>>) => readonly string[];
}

/** Parts of the office's work, in the order of the menu. */
export type Area = keyof typeof AREAS;

export interface Declaration<F extends Fields> {
  readonly name: string;
  readonly label: Label;
  readonly fields: F;
  readonly title: keyof F & string;
  readonly apart?: readonly (keyof F & string)[];
  readonly unique?: readonly (keyof F & string)[];
  readonly read?: readonly Role[];
  readonly write?: readonly Role[];
  readonly unitBy?: keyof F & string;
  readonly reporterFields?: readonly (keyof F & string)[];
  readonly reporterStates?: readonly string[];
  readonly area?: Area;
  readonly system?: boolean;
  readonly single?: boolean;
  readonly consistent?: (values: ValuesOf<F>) => readonly RecordProblem[];
  readonly follows?: (before: ValuesOf<F>, after: ValuesOf<F>) => readonly RecordProblem[];
  readonly lasting?: (values: ValuesOf<F>) => boolean;
  readonly holds?: (values: ValuesOf<F>) => readonly string[];
}

export const AREAS = {
  ledger: { zh: '台账', en: 'Ledger' },
  progress: { zh: '进度与核实', en: 'Progress' },
  permits: { zh: '手续办理', en: 'Permits' },
  supervision: { zh: '督导督办', en: 'Supervision' },
  meetings: { zh: '会议调度', en: 'Meetings' },
  pipeline: { zh: '谋划与开工', en: 'Pipeline and starts' },
  leaders: { zh: '领导分包', en: 'Leaders' },
  mechanisms: { zh: '机制与竞赛', en: 'Mechanisms and contests' },
  assessment: { zh: '考核与红黑榜', en: 'Assessment' },
  documents: { zh: '通报与资料', en: 'Bulletins and photos' },
  system: { zh: '系统', en: 'System' },
} as const;

/** Declares a register; unless said otherwise the office's roles read it and editors write it. */
export const declareRegister = <const F extends Fields>(declaration: Declaration<F>): Register<F> => ({
  read: OFFICE_ROLES,
  write: ['admin', 'editor'],
  area: 'ledger',
  system: false,
  single: false,
  ...declaration,
  consistent: declaration.consistent as Register['consistent'],
  follows: declaration.follows as Register['follows'],
  lasting: declaration.lasting as Register['lasting'],
  holds: declaration.holds as Register['holds'],
});

/**
 * Whether people make records of a register by filling in its fields: not where only the server writes, nor where a
 * required field is the server's (a photo's file).
 */
export const isMadeByHand = ({ fields, write, single }: Register): boolean =>
  write.length > 0 &&
  !single &&
  Object.values(fields).every(({ optional, writers }) => optional || writers?.length !== 0);
