/** The public boards, for the phone page; no account is needed. */
import { isObject } from '../../core/result.ts';
import type { Summary } from '../../core/boards/summary.ts';
import type { UnitRanking } from '../../core/boards/unit-ranking.ts';
import type { UnitGroup } from '../../core/registers/unit-groups.ts';
import { ApiProblem } from './problem.ts';
import { objectOf, textOf } from './parse.ts';
import { request } from './request.ts';

const isSummary = (value: unknown): value is Summary =>
  isObject(value) &&
  typeof value['projects'] === 'number' &&
  isObject(value['completed']) &&
  isObject(value['timeProgress']);

const isUnitRanking = (value: unknown): value is UnitRanking =>
  isObject(value) && typeof value['group'] === 'string' && isObject(value['rows']);

const unexpected = (what: string): ApiProblem => new ApiProblem(0, 'unexpected-answer', what);

export interface PublicSummary {
  readonly asOf: string;
  readonly source: string;
  /** The figures are made up, and the page must say so. */
  readonly demo: boolean;
  readonly summary: Summary;
}

export async function summaryBoard(): Promise<PublicSummary> {
  const answer = objectOf(await request('GET', '/api/boards/summary'), 'summary');
  if (!isSummary(answer)) throw unexpected('summary');
  const { asOf, basis } = objectOf(answer, 'summary');
  const { source, demo } = objectOf(basis, 'basis');
  return { asOf: textOf(asOf, 'asOf'), source: textOf(source, 'source'), demo: demo === true, summary: answer };
}

export async function unitRankingBoard(group: UnitGroup): Promise<UnitRanking> {
  const answer = await request('GET', `/api/boards/unitRanking?group=${group}`);
  if (!isUnitRanking(answer)) throw unexpected('unitRanking');
  return answer;
}
