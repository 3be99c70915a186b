/** What an item's score rests on, step by step down to the records. */
import type { Fraction } from '../exact.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { recordTitle, subjectAndTitle } from '../ledger/record-title.ts';
import type { MeasureId } from '../measures/ids.ts';
import { MEASURES } from '../measures/index.ts';
import type { Measured, MeasureUnit, Source } from '../measures/measure.ts';
import { showMeasure } from '../measures/show.ts';
import type { Label } from '../register/label.ts';
import type { RegisterName } from '../registers/index.ts';
import type { IsoDate } from '../time.ts';
import type { Input, LineScore, Reading } from './inputs.ts';
import type { Period } from './scheme.ts';
import { writtenNumber } from './written.ts';

/** One line of an explanation, with what it rests on under it. */
export interface ExplainNode {
  /** Stable and unique among its neighbours. */
  readonly key: string;
  readonly kind:
    | 'total'
    | 'part'
    | 'item'
    | 'gate'
    | 'tieBreak'
    | 'measure'
    | 'place'
    | 'project'
    | 'line'
    | 'entry'
    | 'external'
    | 'inherited'
    | 'unit'
    | 'month'
    | 'source';
  readonly label: Label;
  /** As it is printed: points, or a measure's number (rates in percent, money in 亿元). */
  readonly value?: string;
  /** `numerator/denominator`; rates as fractions of 1. */
  readonly exact?: string;
  readonly max?: string;
  readonly state?: string;
  /** The numbers of this step, in mathematical notation. */
  readonly calculation?: string;
  /** In words: what is counted, which rule held. */
  readonly detail?: Label;
  readonly asOf?: IsoDate;
  /** Of a rate: what stands above and below the line, in 元 or counts. */
  readonly above?: number;
  readonly below?: number;
  readonly measure?: MeasureId;
  /** What a measure counts in. */
  readonly unit?: MeasureUnit;
  /** Where it makes a difference: whether only the year of the date is judged. */
  readonly period?: Period;
  /** The record that a page can link to. */
  readonly register?: RegisterName;
  readonly record?: string;
  readonly field?: string;
  readonly side?: Source['side'];
  readonly children?: readonly ExplainNode[];
  /** So many further children are left out. */
  readonly more?: number;
}

/** Records listed under one measure. */
const MOST_SOURCES = 200;

const same = (text: string): Label => ({ zh: text, en: text });

/** The exact value as text; absent members where there is none. */
export const exactly = (value: Fraction): string => `${value.numerator}/${value.denominator}`;

const points = (value: Fraction) => ({ value: writtenNumber(value).text, exact: exactly(value) });

function sourceNode(ledger: Ledger, { register, record, field, side, value }: Source, index: number): ExplainNode {
  return {
    key: `${index}`,
    kind: 'source',
    label: same(subjectAndTitle(ledger, register, record)),
    value: String(value),
    register,
    record,
    ...(field === undefined ? {} : { field }),
    side,
  };
}

const sourceNodes = (ledger: Ledger, { sources }: Measured): Pick<ExplainNode, 'children' | 'more'> => {
  const all = sources();
  const shown = all.slice(0, MOST_SOURCES).map((source, index) => sourceNode(ledger, source, index));
  return {
    ...(shown.length > 0 ? { children: shown } : {}),
    ...(all.length > shown.length ? { more: all.length - shown.length } : {}),
  };
};

/** A measure of the unit: its definition in words, its number, what it was made of, and the records under it. */
export function measureNode(ledger: Ledger, key: string, { measure, asOf, period, measured }: Reading): ExplainNode {
  const { label, formula, basis, inYear, unit } = MEASURES[measure];
  const words = [formula, basis, ...(inYear && period === 'year' ? [inYear] : [])];
  const { value, above, below } = measured;
  return {
    key,
    kind: 'measure',
    label,
    measure,
    unit,
    asOf,
    ...(value ? { value: showMeasure(MEASURES[measure], value).text, exact: exactly(value) } : {}),
    ...(above === undefined ? {} : { above }),
    ...(below === undefined ? {} : { below }),
    detail: { zh: words.map(({ zh }) => zh).join('；'), en: words.map(({ en }) => en).join('; ') },
    ...(inYear ? { period } : {}),
    ...sourceNodes(ledger, measured),
  };
}

const lineNode = ({ line, value, points: own, calculation }: LineScore): ExplainNode => ({
  key: line.id,
  kind: 'line',
  label: line.label,
  ...points(own),
  calculation,
  ...(value === null ? {} : { detail: same(value) }),
});

const LEFT_OUT: Readonly<Record<NonNullable<Extract<Input, { kind: 'entry' }>['leftOut']>, Label>> = {
  noEvidence: { zh: '无依据材料，不计', en: 'not counted: no evidence' },
  perQuarter: { zh: '超过每季次数，不计', en: 'not counted: more than a quarter allows' },
  perYear: { zh: '超过每年次数，不计', en: 'not counted: more than a year allows' },
  extreme: { zh: '最高（最低）分，不计', en: 'not counted: the highest or lowest mark' },
};

const placeDetail = ({ rank, sharedBy, of }: Extract<Input, { kind: 'place' }>): Label => ({
  zh: `组内${of}家中第${rank}${sharedBy > 1 ? `，${sharedBy}家并列` : ''}`,
  en: `rank ${rank} of ${of} in the group${sharedBy > 1 ? `, shared by ${sharedBy}` : ''}`,
});

function entryNode(key: string, input: Extract<Input, { kind: 'entry' }>): ExplainNode {
  const { entry, points: own, leftOut } = input;
  return {
    key,
    kind: 'entry',
    label: same(entry.reason),
    ...points(own),
    register: 'scoreEntries',
    record: entry.id,
    asOf: entry.on,
    ...(leftOut ? { state: leftOut, detail: LEFT_OUT[leftOut] } : {}),
  };
}

const unitLabel = ({ tables }: Ledger, id: string): Label => same(tables.units.get(id)?.shortName ?? id);

/** What one input of a score is, with everything under it. */
export function inputNode(ledger: Ledger, input: Input, key: string): ExplainNode {
  switch (input.kind) {
    case 'measure':
      return { ...measureNode(ledger, key, input), state: input.use };
    case 'place':
      return {
        key,
        kind: 'place',
        label: MEASURES[input.measure].label,
        measure: input.measure,
        value: String(input.rank),
        detail: placeDetail(input),
      };
    case 'project':
      return {
        key,
        kind: 'project',
        label: same(recordTitle(ledger, 'projects', input.project)),
        ...points(input.points),
        register: 'projects',
        record: input.project,
        children: input.lines.map(lineNode),
      };
    case 'entry':
      return entryNode(key, input);
    case 'external':
      return {
        key,
        kind: 'external',
        label: same(recordTitle(ledger, 'mechanisms', input.score.mechanism)),
        ...points(input.points),
        register: 'externalScores',
        record: input.score.id,
      };
    case 'item':
      return { key, kind: 'inherited', label: same(input.item), ...(input.points ? points(input.points) : {}) };
    case 'unit':
      return { key, kind: 'unit', label: unitLabel(ledger, input.unit), ...points(input.points) };
    case 'month':
      return {
        key,
        kind: 'month',
        label: same(input.asOf.slice(0, 7)),
        asOf: input.asOf,
        ...(input.points ? points(input.points) : {}),
        calculation: input.calculation,
        children: inputNodes(ledger, input.inputs),
      };
  }
}

/** Inputs with keys that say what each is: `investmentCompletionRate:2017-05-31`, `project:p1`. */
export const inputNodes = (ledger: Ledger, inputs: readonly Input[]): readonly ExplainNode[] =>
  inputs.map((input, index) => inputNode(ledger, input, `${index}:${input.kind}`));
