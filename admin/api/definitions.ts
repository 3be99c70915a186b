/** What the office's numbers mean, in words. */
import { isMeasureId } from '../../core/measures/ids.ts';
import type { Definition } from '../../core/measures/definition.ts';
import { labelIn, listOf, numberOf, objectOf, oneOf, unfit } from './parse.ts';
import { request } from './request.ts';

const UNITS = ['rate', 'points', 'yuan', 'count', 'months', 'places'] as const satisfies readonly Definition['unit'][];
const BETTER = ['higher', 'lower', 'neither'] as const satisfies readonly Definition['better'][];

export function definitionIn(value: unknown): Definition {
  const { id, number, label, formula, basis, unit, decimals, better } = objectOf(value, 'measure');
  if (!isMeasureId(id)) throw unfit('measure.id');
  return {
    id,
    ...(typeof number === 'string' ? { number } : {}),
    label: labelIn(label, 'measure.label'),
    formula: labelIn(formula, 'measure.formula'),
    basis: labelIn(basis, 'measure.basis'),
    unit: oneOf(UNITS, unit, 'measure.unit'),
    decimals: numberOf(decimals, 'measure.decimals'),
    better: oneOf(BETTER, better, 'measure.better'),
  };
}

/** Every measure in words, M1 to M25 first. */
export async function listMeasures(): Promise<readonly Definition[]> {
  const { measures } = objectOf(await request('GET', '/api/measures'), 'measures');
  return listOf(measures, 'measures', definitionIn);
}
