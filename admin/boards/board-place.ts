/** Which board is read, with what: what the address holds after the section. */
import type { BoardDescription, BoardOption, BoardQuery } from '../api/office-boards.ts';
import { routeHash } from '../common/router.ts';

export interface BoardPlace {
  readonly name: string;
  /** The board's options, the cut-off `asOf` and the past ledger `known`; what is not set is not there. */
  readonly query: BoardQuery;
}

export function parsePlace(text: string): BoardPlace {
  const [name = '', query = ''] = text.split('?', 2);
  return { name, query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a board, empty values left out. */
export function placeHash({ name, query }: BoardPlace): string {
  const set = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ''));
  return `${routeHash('boards', name)}${set.size > 0 ? `?${set}` : ''}`;
}

/** What holds while one goes from board to board: the dates. */
export const datesOf = ({ asOf, known }: BoardQuery): BoardQuery => ({
  ...(asOf ? { asOf } : {}),
  ...(known ? { known } : {}),
});

/** What the board takes of what the address says; the rest was another board's. */
export const queryFor = ({ options }: BoardDescription, query: BoardQuery): BoardQuery => ({
  ...Object.fromEntries(options.flatMap(({ name }) => (query[name] ? [[name, query[name]]] : []))),
  ...datesOf(query),
});

const isOpen =
  (query: BoardQuery) =>
  ({ name, optional }: BoardOption): boolean =>
    !optional && !query[name];

/**
 * The questions that a board's page is made of: one, or one per choice where a choice that must be made was left open,
 * as exports do. None where something must be chosen first.
 */
export function questionsOf({ options }: BoardDescription, query: BoardQuery): readonly BoardQuery[] {
  const open = options.find(isOpen(query));
  if (!open) return [query];
  return Object.keys(open.choices).map((choice) => ({ ...query, [open.name]: choice }));
}
