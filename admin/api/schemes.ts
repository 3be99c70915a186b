/** Assessment schemes and scores by them. Their records are read and written like those of any register. */
import type { Label } from '../../core/register/label.ts';
import type { SCHEME_STATES } from '../../core/registers/schemes.ts';
import { isObject } from '../../core/result.ts';
import { queryText } from './measures.ts';
import { labelIn, listOf, numberOf, numberOrNull, objectOf, textOf, textOrNull } from './parse.ts';
import { ApiProblem } from './problem.ts';
import { request } from './request.ts';

export type SchemeState = keyof typeof SCHEME_STATES;

const stateIn = (value: unknown): SchemeState => {
  if (value === 'draft' || value === 'approved' || value === 'retired') return value;
  throw new ApiProblem(0, 'unexpected-answer', 'scheme.state');
};

export interface ListedScheme {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly state: SchemeState;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly approvalDocument: string;
  readonly inForce: boolean;
}

const listedIn = (value: unknown): ListedScheme => {
  const scheme = objectOf(value, 'scheme');
  return {
    id: textOf(scheme['id'], 'scheme.id'),
    name: textOf(scheme['name'], 'scheme.name'),
    version: numberOf(scheme['version'], 'scheme.version'),
    state: stateIn(scheme['state']),
    effectiveFrom: textOf(scheme['effectiveFrom'], 'scheme.effectiveFrom'),
    effectiveTo: textOrNull(scheme['effectiveTo']) ?? '',
    approvalDocument: textOrNull(scheme['approvalDocument']) ?? '',
    inForce: scheme['inForce'] === true,
  };
};

/** All schemes by name, the newest version first. */
export async function listSchemes(): Promise<readonly ListedScheme[]> {
  const { schemes } = objectOf(await request('GET', '/api/schemes'), 'schemes');
  return listOf(schemes, 'schemes', listedIn);
}

/** Points as printed, and exactly as `numerator/denominator`. */
export interface Points {
  readonly text: string;
  readonly exact: string;
}

export const pointsIn = (value: unknown): Points => {
  const { text, exact } = objectOf(value, 'points');
  return { text: textOf(text, 'points.text'), exact: textOf(exact, 'points.exact') };
};

export interface ItemPoints extends Points {
  readonly max: string;
  readonly state: string;
}

export interface ScoreColumn {
  readonly id: string;
  readonly label: Label;
  readonly part: string;
  /** The maximum of each weights profile, as the scheme has it. */
  readonly max: Readonly<Record<string, unknown>>;
}

export interface ScoreRow {
  readonly unit: string;
  readonly name: string;
  readonly rank: number | null;
  readonly tied: boolean;
  readonly total: Points;
  readonly base: Points;
  readonly bonus: Points;
  readonly penalty: Points;
  readonly items: Readonly<Record<string, ItemPoints>>;
  /** Vetoes that apply. */
  readonly gates: readonly string[];
}

export interface ScoreList {
  /** Empty for one list of all. */
  readonly group: string;
  readonly rows: readonly ScoreRow[];
}

export interface Scores {
  readonly items: readonly ScoreColumn[];
  readonly lists: readonly ScoreList[];
  readonly notAssessed: readonly { readonly unit: string; readonly name: string }[];
}

const columnIn = (value: unknown): ScoreColumn => {
  const { id, label, part, max } = objectOf(value, 'item');
  return {
    id: textOf(id, 'item.id'),
    label: labelIn(label, 'item.label'),
    part: textOf(part, 'item.part'),
    max: objectOf(max, 'item.max'),
  };
};

const itemIn = (value: unknown): ItemPoints => {
  const { max, state } = objectOf(value, 'item');
  return { ...pointsIn(value), max: textOf(max, 'item.max'), state: textOf(state, 'item.state') };
};

const rowIn = (value: unknown): ScoreRow => {
  const row = objectOf(value, 'row');
  return {
    unit: textOf(row['unit'], 'row.unit'),
    name: textOf(row['name'], 'row.name'),
    rank: numberOrNull(row['rank']),
    tied: row['tied'] === true,
    total: pointsIn(row['total']),
    base: pointsIn(row['base']),
    bonus: pointsIn(row['bonus']),
    penalty: pointsIn(row['penalty']),
    items: Object.fromEntries(
      Object.entries(objectOf(row['items'], 'row.items')).map(([id, each]) => [id, itemIn(each)]),
    ),
    gates: listOf(row['gates'], 'row.gates', (each) => textOf(each, 'gate')),
  };
};

export const unitIn = (value: unknown) => {
  const { unit, name } = objectOf(value, 'unit');
  return { unit: textOf(unit, 'unit'), name: textOf(name, 'name') };
};

const scoresIn = (answer: Readonly<Record<string, unknown>>): Scores => ({
  items: listOf(answer['items'], 'items', columnIn),
  lists: listOf(answer['lists'], 'lists', (each) => {
    const { group, rows } = objectOf(each, 'list');
    return { group: textOrNull(group) ?? '', rows: listOf(rows, 'rows', rowIn) };
  }),
  notAssessed: Array.isArray(answer['notAssessed']) ? answer['notAssessed'].map(unitIn) : [],
});

/** At which date, of which past ledger; empty members are the present. */
export interface At {
  readonly asOf: string;
  readonly known: string;
}

export interface Dated {
  readonly asOf: string;
  readonly revision: number;
}

export const datedIn = (answer: Readonly<Record<string, unknown>>): Dated => ({
  asOf: textOf(answer['asOf'], 'asOf'),
  revision: numberOf(answer['revision'], 'revision'),
});

/** A question about one scheme, at a date of a ledger. */
export const askScheme = async (id: string, path: string, { asOf, known }: At): Promise<Record<string, unknown>> =>
  objectOf(await request('GET', `/api/schemes/${encodeURIComponent(id)}/${path}${queryText({ asOf, known })}`), path);

/** Scores and ranks of all units. */
export async function readScores(id: string, at: At): Promise<Scores & Dated> {
  const answer = await askScheme(id, 'scores', at);
  return { ...scoresIn(answer), ...datedIn(answer) };
}

export interface TriedScore {
  readonly rank: number | null;
  readonly total: Points;
}

export interface TriedUnit {
  readonly unit: string;
  readonly name: string;
  readonly before: TriedScore | null;
  readonly after: TriedScore | null;
  readonly difference: Points | null;
  /** Items whose points differ. */
  readonly items: readonly { readonly id: string; readonly difference: Points }[];
}

export interface Trial extends Dated {
  readonly scores: Scores;
  /** The scheme that it is compared with; null where none is in force. */
  readonly against: { readonly name: string; readonly version: number } | null;
  readonly units: readonly TriedUnit[];
}

const triedIn = (value: unknown): TriedScore | null => {
  if (!isObject(value)) return null;
  return { rank: numberOrNull(value['rank']), total: pointsIn(value['total']) };
};

const triedUnitIn = (value: unknown): TriedUnit => {
  const { before, after, difference, items } = objectOf(value, 'unit');
  return {
    ...unitIn(value),
    before: triedIn(before),
    after: triedIn(after),
    difference: isObject(difference) ? pointsIn(difference) : null,
    items: listOf(items, 'items', (each) => {
      const item = objectOf(each, 'item');
      return { id: textOf(item['id'], 'item.id'), difference: pointsIn(item['difference']) };
    }).filter((each) => !each.difference.exact.startsWith('0/')),
  };
};

export interface TrialQuestion {
  readonly body: unknown;
  /** Under which name entries were made by hand. */
  readonly name: string;
  readonly asOf: string;
  readonly against: string;
}

/** Scores by a scheme that is not saved, beside those of another. Nothing is written. */
export async function tryScheme({ body, name, asOf, against }: TrialQuestion): Promise<Trial> {
  const question = {
    body,
    ...(name.trim() ? { name: name.trim() } : {}),
    ...(asOf ? { asOf } : {}),
    ...(against ? { against } : {}),
  };
  const answer = objectOf(await request('POST', '/api/schemes/try', { body: question }), 'try');
  const { against: other, units } = answer;
  return {
    ...datedIn(answer),
    scores: scoresIn(answer),
    against: isObject(other)
      ? { name: textOf(other['name'], 'against.name'), version: numberOf(other['version'], 'against.version') }
      : null,
    units: units === undefined ? [] : listOf(units, 'units', triedUnitIn),
  };
}
