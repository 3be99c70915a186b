import { expect, it } from 'vitest';
import { asItStood, withoutBundles } from '../../../core/metrics/lineage.ts';
import type { Project } from '../../../core/registers/index.ts';
import type { IsoDate } from '../../../core/time.ts';
import { demoLedger } from '../../support/ledger.ts';

const [model] = demoLedger().tables.projects.values();
const project = (id: string, more: Partial<Project> = {}): Project => ({ ...(model as Project), id, ...more });

const ids = (projects: readonly Project[]): readonly string[] => withoutBundles(projects).map(({ id }) => id);

it('counts the sites of a bundle and not its entry, and the entry again when no site is left', () => {
  const bundle = project('bundle');
  const site = project('site', { parent: 'bundle' });
  expect(ids([bundle, site, project('other')])).toEqual(['site', 'other']);
  expect(ids([bundle, project('other')])).toEqual(['bundle', 'other']);
  const circle = [project('a', { parent: 'b' }), project('b', { parent: 'a' })];
  expect(ids(circle)).toEqual(['a', 'b']);
});

it('gives a successor the totals of its own until the day of each merger', () => {
  const successor = project('s', { totalInvestmentYuan: 100, investedBeforeYuan: 30 });
  const merged = (total: number, delistedOn: string): Project =>
    project('m', { totalInvestmentYuan: total, investedBeforeYuan: 10, delistedOn: delistedOn as IsoDate });
  const both = [merged(20, '2017-03-01'), merged(40, '2017-06-01')];
  const totals = ['2017-02-28', '2017-03-01', '2017-05-31', '2017-06-01'].map((asOf) => {
    const { totalInvestmentYuan, investedBeforeYuan } = asItStood(successor, both, asOf as IsoDate);
    return [totalInvestmentYuan, investedBeforeYuan];
  });
  expect(totals).toEqual([
    [40, 10],
    [60, 20],
    [60, 20],
    [100, 30],
  ]);
  expect(asItStood(successor, [merged(101, '2017-06-01')], '2017-05-31' as IsoDate)).toBe(successor);
});
