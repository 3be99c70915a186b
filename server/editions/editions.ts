/** Editions (期): their frozen packages, and the one way in which their steps are written. */
import type { EditionPackage } from '../../core/editions/package.ts';
import type { Person, Situation, Step, StepProblem } from '../../core/editions/step.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import type { Edition } from '../../core/registers/index.ts';
import type { Result } from '../../core/result.ts';
import type { Committed, Refusal } from '../changes/changes.ts';

/** A package with its text and the SHA-256 of it. */
export interface Packed {
  readonly content: EditionPackage;
  readonly text: string;
  readonly hash: string;
}

/** Why a step was not written. */
export type StepRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'refused'; readonly problem: StepProblem }
  /** The write path refused it: the edition changed meanwhile, or a value is not usable. */
  | { readonly code: 'not-written'; readonly refusal: Refusal };

export type StepOutcome = Result<Committed, StepRefusal>;

export interface Editions {
  /**
   * The frozen package of an edition: from memory, from its file, or made anew from the log, always with the hash that
   * the edition has. Null when it has none, or when what can be made is not what was frozen; the operator finds that
   * in the log.
   */
  readonly packageOf: (edition: Edition) => EditionPackage | null;
  /** The frozen package with its text, or for an edition that collects what a freeze would keep now. */
  readonly contentOf: (edition: Edition) => Packed | null;
  /**
   * Takes one step and writes it, without anything happening in between.
   * @param reason for the log.
   * @throws StorageError when the disk refuses.
   */
  readonly take: (who: Person, edition: string, step: (situation: Situation) => Step, reason?: string) => StepOutcome;
  /** Writes a new edition. */
  readonly create: (who: Person, step: (ledger: Ledger) => Step) => StepOutcome;
  /**
   * Freezes an edition: its package is on the disk before the ledger says so.
   * @param renew the same person as they are when the package is kept; null when they may do nothing any more.
   * @throws StorageError when the disk refuses; nothing is then frozen.
   */
  readonly freeze: (who: Person, edition: string, renew: () => Person | null) => Promise<StepOutcome>;
  /** Puts on air what is due. Returns how many editions went on air. */
  readonly airDue: () => number;
}

/** What screens need of editions. */
export type EditionPackages = Pick<Editions, 'packageOf'>;
