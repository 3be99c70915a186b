/** What the office's numbers mean, and what each rests on. */
import type { MeasureId } from '../../core/measures/ids.ts';
import type { Definition } from '../../core/measures/definition.ts';
import { definitionIn } from './definitions.ts';
import type { Source } from '../../core/measures/measure.ts';
import type { ShownMeasure } from '../../core/measures/show.ts';
import type { RankChange } from '../../core/metrics/rank.ts';
import type { Label } from '../../core/register/label.ts';
import { isRegisterName, type RegisterName } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import { labelIn, listOf, numberOf, numberOrNull, objectOf, oneOf, textOf, textOrNull, unfit } from './parse.ts';
import { request } from './request.ts';

const shownIn = (value: unknown): ShownMeasure | undefined => {
  if (value === undefined) return undefined;
  const { text, exact, value: number, clampedBelowTarget } = objectOf(value, 'value');
  return {
    text: textOf(text, 'value.text'),
    exact: textOf(exact, 'value.exact'),
    value: numberOf(number, 'value.value'),
    ...(clampedBelowTarget === true ? { clampedBelowTarget } : {}),
  };
};

/** One line of a ranking by a measure. */
export interface ExploredLine {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly unit: string;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly value: ShownMeasure | undefined;
  readonly remark: Label | null;
  readonly before: { readonly rank: number | null; readonly value: ShownMeasure | undefined } | null;
  readonly change: RankChange | null;
  /** With its sign, in points or the measure's own unit; empty where it cannot be said. */
  readonly grown: string;
}

export interface Explored {
  readonly measure: Definition;
  readonly asOf: string;
  readonly revision: number;
  readonly basis: Readonly<Record<string, unknown>>;
  /** Empty where nothing is compared. */
  readonly against: string;
  /** In the board's order. */
  readonly lines: readonly ExploredLine[];
}

const changeIn = (value: unknown): RankChange | null => {
  if (!isObject(value)) return null;
  const { kind, by } = value;
  if (kind === 'same' || kind === 'new') return { kind };
  return (kind === 'up' || kind === 'down') && typeof by === 'number' ? { kind, by } : null;
};

const beforeIn = (value: unknown): ExploredLine['before'] =>
  isObject(value) ? { rank: numberOrNull(value['rank']), value: shownIn(value['value']) } : null;

const lineIn = (id: string, value: unknown): ExploredLine & { readonly order: number } => {
  const row = objectOf(value, 'row');
  return {
    id,
    order: numberOf(row['order'], 'row.order'),
    name: textOf(row['name'], 'row.name'),
    group: textOrNull(row['group']) ?? '',
    unit: textOrNull(row['unit']) ?? '',
    rank: numberOrNull(row['rank']),
    tied: row['tied'] === true,
    value: shownIn(row['value']),
    remark: row['remark'] === undefined ? null : labelIn(row['remark'], 'row.remark'),
    before: beforeIn(row['before']),
    change: changeIn(row['change']),
    grown: textOrNull(row['grown']) ?? '',
  };
};

/** What a ranking is asked: measure, of, group, asOf, against, known; empty members are left out. */
export type ExploreQuery = Readonly<Record<string, string>>;

export const queryText = (query: Readonly<Record<string, string>>): string => {
  const set = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return set.size > 0 ? `?${set}` : '';
};

/** Units or projects ranked by a measure. */
export async function explore(query: ExploreQuery): Promise<Explored> {
  const answer = objectOf(await request('GET', `/api/boards/explore${queryText(query)}`), 'explore');
  return {
    measure: definitionIn(answer['measure']),
    asOf: textOf(answer['asOf'], 'asOf'),
    revision: numberOf(answer['revision'], 'revision'),
    basis: objectOf(answer['basis'], 'basis'),
    against: textOrNull(answer['against']) ?? '',
    lines: Object.entries(objectOf(answer['rows'], 'rows'))
      .map(([id, row]) => lineIn(id, row))
      .sort((a, b) => a.order - b.order),
  };
}

/** Who wrote something, when, and where it is in the log. */
export interface Writer {
  readonly name: string;
  readonly at: number;
  readonly seq: number;
}

export const writerIn = (value: unknown): Writer | null => {
  if (value === undefined) return null;
  const { name, at, seq } = objectOf(value, 'writer');
  return { name: textOf(name, 'writer.name'), at: numberOf(at, 'writer.at'), seq: numberOf(seq, 'writer.seq') };
};

/** A record that a number rests on, with the people behind it. */
export interface NamedSource {
  readonly register: RegisterName;
  readonly record: string;
  readonly title: string;
  /** Empty where that the record is there is what counts. */
  readonly field: string;
  readonly side: Source['side'];
  readonly value: number;
  readonly entered: Writer | null;
  readonly verified: Writer | null;
}

const SIDES = ['numerator', 'denominator', 'both'] as const satisfies readonly Source['side'][];

const registerIn = (value: unknown): RegisterName => {
  if (typeof value !== 'string' || !isRegisterName(value)) throw unfit('register');
  return value;
};

export const sideIn = (value: unknown): Source['side'] => oneOf(SIDES, value, 'side');

const sourceIn = (value: unknown): NamedSource => {
  const source = objectOf(value, 'source');
  return {
    register: registerIn(source['register']),
    record: textOf(source['record'], 'source.record'),
    title: textOf(source['title'], 'source.title'),
    field: textOrNull(source['field']) ?? '',
    side: sideIn(source['side']),
    value: numberOf(source['value'], 'source.value'),
    entered: writerIn(source['entered']),
    verified: writerIn(source['verified']),
  };
};

/** A measure's number for a scope, with what it rests on. */
export interface ExplainedMeasure {
  readonly measure: Definition;
  readonly asOf: string;
  readonly value: ShownMeasure | undefined;
  readonly above: number | null;
  readonly below: number | null;
  readonly remark: Label | null;
  readonly sources: readonly NamedSource[];
  /** Further sources that are not listed. */
  readonly more: number;
}

/** A measure of a scope such as `unit:ID`, at a date, of the present or a past ledger. */
export async function explainMeasure(
  id: MeasureId,
  query: { readonly scope: string; readonly asOf: string; readonly known: string },
): Promise<ExplainedMeasure> {
  const answer = objectOf(await request('GET', `/api/measures/${id}${queryText(query)}`), 'measure');
  return {
    measure: definitionIn(answer['measure']),
    asOf: textOf(answer['asOf'], 'asOf'),
    value: shownIn(answer['value']),
    above: numberOrNull(answer['above']),
    below: numberOrNull(answer['below']),
    remark: answer['remark'] === undefined ? null : labelIn(answer['remark'], 'remark'),
    sources: listOf(answer['sources'], 'sources', sourceIn),
    more: numberOrNull(answer['more']) ?? 0,
  };
}
