/** Where in the section of assessments one is, as the address holds it. */
import { queryText } from '../api/measures.ts';
import type { At } from '../api/schemes.ts';
import { routeHash } from '../common/router.ts';

export const VIEWS = ['scores', 'sensitivity', 'honours', 'edit', 'version', 'copy'] as const;
export type View = (typeof VIEWS)[number];

export interface SchemePlace extends At {
  /** Empty for the list of schemes. */
  readonly scheme: string;
  /** `edit` edits or shows the scheme itself; `version` and `copy` begin another from it. */
  readonly view: View;
  /** The unit whose score is explained; empty for none. */
  readonly unit: string;
}

const viewIn = (text: string): View => VIEWS.find((view) => view === text) ?? 'scores';

/** @param place what stands behind the section's name: `/scheme-a/scores/unit-07?asOf=2017-05-31`. */
export function parseSchemePlace(place: string): SchemePlace {
  const [path = '', search = ''] = place.split('?', 2);
  const [, scheme = '', view = '', unit = ''] = path.split('/').map(decodeURIComponent);
  const query = new URLSearchParams(search);
  return {
    scheme,
    view: viewIn(view),
    unit: viewIn(view) === 'scores' ? unit : '',
    asOf: query.get('asOf') ?? '',
    known: query.get('known') ?? '',
  };
}

export function schemeHash({ scheme, view, unit, asOf, known }: SchemePlace): string {
  const parts = [scheme, view === 'scores' && unit === '' ? '' : view, unit].filter(Boolean);
  return `${routeHash('schemes', ...parts)}${queryText({ asOf, known })}`;
}
