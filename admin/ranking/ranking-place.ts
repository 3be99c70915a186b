/** What is ranked, as the address holds it: it can be sent to a colleague. */
import { isMeasureId, type MeasureId } from '../../core/measures/ids.ts';
import { parseDate, previousMonthEnd } from '../../core/time.ts';
import { queryText, type ExploreQuery } from '../api/measures.ts';
import { routeHash } from '../common/router.ts';

export interface RankingPlace {
  readonly measure: MeasureId;
  readonly of: 'units' | 'projects';
  /** Empty for all. */
  readonly group: string;
  /** Empty for the office's own cut-off. */
  readonly asOf: string;
  /** The date to compare with; empty for the end of the month before, `none` for no other date. */
  readonly against: string;
  /** The day whose ledger is read; empty for the present one. */
  readonly known: string;
  /** The unit or project whose number is explained; empty for none. */
  readonly why: string;
}

export function parseRankingPlace(place: string): RankingPlace {
  const query = new URLSearchParams(place.split('?', 2)[1] ?? '');
  const text = (name: string): string => query.get(name) ?? '';
  const measure = text('measure');
  return {
    measure: isMeasureId(measure) ? measure : 'investmentCompletionRate',
    of: text('of') === 'projects' ? 'projects' : 'units',
    group: text('group'),
    asOf: text('asOf'),
    against: text('against'),
    known: text('known'),
    why: text('why'),
  };
}

export const rankingHash = ({ of, measure, ...place }: RankingPlace): string =>
  `${routeHash('ranking')}${queryText({ measure, of: of === 'units' ? '' : of, ...place })}`;

/** The other date of a ranking as of a day; empty where none is wanted or the day is none. */
export function comparedDate({ against }: RankingPlace, asOf: string): string {
  if (against === 'none') return '';
  const date = parseDate(asOf);
  return against || (date ? previousMonthEnd(date) : '');
}

/** What the server is asked. */
export const questionOf = ({ measure, of, group, asOf, known }: RankingPlace, against: string): ExploreQuery => ({
  measure,
  of,
  group,
  asOf,
  against,
  known,
});
