import { expect, it } from 'vitest';
import { isListedAt } from '../../../core/metrics/listed.ts';
import type { IsoDate, IsoMonth } from '../../../core/time.ts';

const at = (date: string): IsoDate => date as IsoDate;

it('a project is on the list from its addition to its withdrawal, and to the end of the year of its completion', () => {
  const started = { lifecycle: 'started' } as const;
  expect(isListedAt(started, at('2017-01-01'))).toBe(true);
  const added = { ...started, listedFrom: at('2017-06-01') };
  expect([at('2017-05-31'), at('2017-06-01')].map((date) => isListedAt(added, date))).toEqual([false, true]);
  const withdrawn = { lifecycle: 'withdrawn', delistedOn: at('2017-08-15') } as const;
  expect([at('2017-08-14'), at('2017-08-15')].map((date) => isListedAt(withdrawn, date))).toEqual([true, false]);
  expect(isListedAt({ lifecycle: 'merged' }, at('2017-08-14'))).toBe(false);
  const completed = { lifecycle: 'completed', actualFinish: '2017-09' as IsoMonth } as const;
  expect([at('2017-12-31'), at('2018-01-01')].map((date) => isListedAt(completed, date))).toEqual([true, false]);
});
