import type { Ledger } from '../ledger/ledger.ts';
import type { Role } from '../register/role.ts';
import type { Edition } from '../registers/index.ts';
import type { EDITION_RHYTHMS } from '../registers/editions.ts';
import { ok } from '../result.ts';
import { yearOf, type IsoDate } from '../time.ts';
import { refuse, refuseBlank, refuseRole, type Person, type Situation, type Step } from './step.ts';

/** Who draws up editions. */
export const DRAFTERS: readonly Role[] = ['admin', 'editor'];

const MOST_TITLE = 60;

export interface NewEdition {
  readonly rhythm: keyof typeof EDITION_RHYTHMS;
  readonly asOf: IsoDate;
  /** `第N期` unless given. */
  readonly title?: string | undefined;
  /** One after the last of the year unless given. */
  readonly number?: number | undefined;
}

const nextNumber = (ledger: Ledger, year: number): number =>
  Math.max(
    0,
    ...[...ledger.tables.editions.values()].filter((each) => each.year === year).map(({ number }) => number),
  ) + 1;

/** A new edition that collects: numbered in its year. */
export function createEdition(ledger: Ledger, who: Person, { rhythm, asOf, title, number }: NewEdition): Step {
  const refused = refuseRole(who, DRAFTERS);
  if (refused) return refused;
  const year = yearOf(asOf);
  const own = number ?? nextNumber(ledger, year);
  const values = {
    year,
    number: own,
    correction: 0,
    title: title ?? `第${own}期`,
    rhythm,
    asOf,
    state: 'collecting',
    round: 0,
    stages: 0,
  };
  return ok([{ kind: 'create', register: 'editions', values }]);
}

/** The title of a correction: that of the edition, marked. */
const correctedTitle = (title: string, correction: number): string => {
  const mark = correction > 1 ? `更正${correction}` : '更正';
  return `${title.replace(/更正\d*$/, '').slice(0, MOST_TITLE - mark.length)}${mark}`;
};

const isOpen = ({ state }: Edition): boolean => !['onAir', 'superseded', 'withdrawn'].includes(state);

export interface Correction {
  readonly reason: string | undefined;
  /** What the public is told. */
  readonly publicNote?: string | undefined;
}

/**
 * A correction (更正) of an edition that was on air: a new one of the same number and as-of date, which goes the short
 * way of one review and the signature. One at a time.
 */
export function correctEdition({ ledger, edition, who }: Situation, { reason, publicNote }: Correction): Step {
  const refused = refuseRole(who, DRAFTERS) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  if (edition.onAirAt === undefined) return refuse('wrong-state', 'the edition was never on air: change it before');
  const { year, number, rhythm, asOf } = edition;
  const all = [...ledger.tables.editions.values()].filter((each) => each.year === year && each.number === number);
  if (all.some(isOpen)) return refuse('wrong-state', 'a correction is under way already');
  const correction = Math.max(...all.map((each) => each.correction)) + 1;
  const values = {
    year,
    number,
    correction,
    title: correctedTitle(edition.title, correction),
    rhythm,
    asOf,
    state: 'collecting',
    round: 0,
    stages: 0,
    corrects: edition.id,
    reason,
    ...(publicNote === undefined ? {} : { publicNote }),
  };
  return ok([{ kind: 'create', register: 'editions', values }]);
}
