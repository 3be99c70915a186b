/** Why scores are what they are: explanations, what it takes to rise, what rules decide, red and black boards. */
import { isMeasureId, type MeasureId } from '../../core/measures/ids.ts';
import type { Source } from '../../core/measures/measure.ts';
import type { Label } from '../../core/register/label.ts';
import { isRegisterName, type RegisterName } from '../../core/registers/index.ts';
import { isObject } from '../../core/result.ts';
import { sideIn, writerIn, type Writer } from './measures.ts';
import { labelIn, listOf, numberOf, numberOrNull, objectOf, textOf, textOrNull } from './parse.ts';
import { askScheme, datedIn, pointsIn, unitIn, type At, type Dated, type Points } from './schemes.ts';

/** One line of an explanation with what it rests on under it. */
export interface ExplainedNode {
  readonly key: string;
  readonly kind: string;
  readonly label: Label;
  readonly value: string;
  readonly exact: string;
  readonly max: string;
  readonly state: string;
  readonly calculation: string;
  readonly detail: Label | null;
  readonly asOf: string;
  readonly above: number | null;
  readonly below: number | null;
  readonly measure: MeasureId | null;
  readonly unit: string;
  readonly register: RegisterName | null;
  readonly record: string;
  readonly field: string;
  readonly side: Source['side'] | null;
  readonly entered: Writer | null;
  readonly verified: Writer | null;
  readonly children: readonly ExplainedNode[];
  readonly more: number;
}

const nodeIn = (value: unknown): ExplainedNode => {
  const node = objectOf(value, 'node');
  const text = (name: string): string => textOrNull(node[name]) ?? '';
  return {
    key: textOf(node['key'], 'node.key'),
    kind: textOf(node['kind'], 'node.kind'),
    label: labelIn(node['label'], 'node.label'),
    value: text('value'),
    exact: text('exact'),
    max: text('max'),
    state: text('state'),
    calculation: text('calculation'),
    detail: node['detail'] === undefined ? null : labelIn(node['detail'], 'node.detail'),
    asOf: text('asOf'),
    above: numberOrNull(node['above']),
    below: numberOrNull(node['below']),
    measure: isMeasureId(node['measure']) ? node['measure'] : null,
    unit: text('unit'),
    register: typeof node['register'] === 'string' && isRegisterName(node['register']) ? node['register'] : null,
    record: text('record'),
    field: text('field'),
    side: node['side'] === undefined ? null : sideIn(node['side']),
    entered: writerIn(node['entered']),
    verified: writerIn(node['verified']),
    children: node['children'] === undefined ? [] : listOf(node['children'], 'node.children', nodeIn),
    more: numberOrNull(node['more']) ?? 0,
  };
};

export interface Explanation extends Dated {
  /** The unit's. */
  readonly name: string;
  readonly tree: ExplainedNode;
}

/** Why a unit has its score. */
export async function explainScore(id: string, unit: string, at: At): Promise<Explanation> {
  const answer = await askScheme(id, `explain/${encodeURIComponent(unit)}`, at);
  return { name: textOf(answer['name'], 'name'), tree: nodeIn(answer['tree']), ...datedIn(answer) };
}

/** What it takes to pass the units above, or in words why nothing does. */
export type Rise =
  | {
      readonly above: readonly string[];
      /** 万元 */
      readonly wan: number;
      readonly project: { readonly id: string; readonly name: string };
    }
  | { readonly words: Label };

export interface SchemeRise {
  /** Null on the first place or without a rank. */
  readonly gap: Points | null;
  readonly rise: Rise;
  readonly byRate: Rise;
  readonly open: readonly { readonly item: string; readonly points: Points }[];
}

const riseIn = (value: unknown): Rise => {
  const { rise, words } = objectOf(value, 'rise');
  if (!isObject(rise)) return { words: labelIn(words, 'rise.words') };
  const { id, name } = objectOf(rise['project'], 'rise.project');
  return {
    above: listOf(rise['above'], 'rise.above', (each) => unitIn(each).name),
    wan: numberOf(rise['wan'], 'rise.wan'),
    project: { id: textOf(id, 'project.id'), name: textOf(name, 'project.name') },
  };
};

/** What it would take a unit to rise one place. */
export async function readRise(id: string, unit: string, at: At): Promise<SchemeRise> {
  const answer = await askScheme(id, `rise/${encodeURIComponent(unit)}`, at);
  return {
    gap: isObject(answer['gap']) ? pointsIn(answer['gap']) : null,
    rise: riseIn(answer),
    byRate: riseIn(answer['byRate']),
    open: listOf(answer['open'], 'open', (each) => {
      const { item, points } = objectOf(each, 'open');
      return { item: textOf(item, 'open.item'), points: pointsIn(points) };
    }),
  };
}

type Ranks = readonly [first: number, second: number];

export interface ChangedPair {
  readonly kind: 'swap' | 'merge' | 'split';
  readonly first: string;
  readonly second: string;
  readonly before: Ranks;
  readonly after: Ranks;
}

/** Another accepted rule, and which units would stand differently under it. */
export interface Variant {
  readonly id: string;
  readonly label: Label;
  readonly pairs: readonly ChangedPair[];
  readonly moved: readonly { readonly name: string; readonly before: number; readonly after: number }[];
}

const ranksIn = (value: unknown): Ranks => {
  const [first, second] = listOf(value, 'ranks', (each) => numberOf(each, 'rank'));
  return [first ?? 0, second ?? 0];
};

const pairIn = (value: unknown): ChangedPair => {
  const { kind, first, second, before, after } = objectOf(value, 'pair');
  return {
    kind: kind === 'merge' || kind === 'split' ? kind : 'swap',
    first: unitIn(first).name,
    second: unitIn(second).name,
    before: ranksIn(before),
    after: ranksIn(after),
  };
};

const variantIn = (value: unknown): Variant => {
  const { id, label, pairs, moved } = objectOf(value, 'variant');
  return {
    id: textOf(id, 'variant.id'),
    label: labelIn(label, 'variant.label'),
    pairs: listOf(pairs, 'pairs', pairIn),
    moved: listOf(moved, 'moved', (each) => {
      const { before, after } = objectOf(each, 'moved');
      return { name: unitIn(each).name, before: numberOf(before, 'before'), after: numberOf(after, 'after') };
    }),
  };
};

/** Which units would change places under which other rule. */
export async function readSensitivity(id: string, at: At): Promise<readonly Variant[]> {
  return listOf((await askScheme(id, 'sensitivity', at))['variants'], 'variants', variantIn);
}

export interface ProposedUnit {
  readonly unit: string;
  readonly name: string;
  readonly rank: number | null;
  /** Null without a number. */
  readonly met: boolean | null;
  readonly value: Points | null;
  readonly exempt: boolean;
  readonly noRed: boolean;
  readonly distinction: string;
}

export interface HonourGroup {
  readonly group: string;
  readonly units: readonly ProposedUnit[];
}

export interface Honours {
  /** Whether the scheme has such rules. */
  readonly ruled: boolean;
  readonly groups: readonly HonourGroup[];
}

const proposedIn = (value: unknown): ProposedUnit => {
  const { rank, met, value: own, exempt, noRed, distinction } = objectOf(value, 'unit');
  return {
    ...unitIn(value),
    rank: numberOrNull(rank),
    met: typeof met === 'boolean' ? met : null,
    value: own === undefined ? null : pointsIn(own),
    exempt: exempt === true,
    noRed: noRed === true,
    distinction: textOrNull(distinction) ?? 'none',
  };
};

/** What the rules of the red and black board propose. */
export async function readHonours(id: string, at: At): Promise<Honours & Dated> {
  const answer = await askScheme(id, 'honours', at);
  return {
    ...datedIn(answer),
    ruled: isObject(answer['rules']),
    groups: listOf(answer['groups'], 'groups', (each) => {
      const { group, units } = objectOf(each, 'group');
      return { group: textOf(group, 'group'), units: listOf(units, 'units', proposedIn) };
    }),
  };
}
