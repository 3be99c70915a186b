import { fail, isObject, ok, type Result } from '../result.ts';

/** A picture that lay over a sheet. */
export interface ImportedPicture {
  /** Position among the sheet's pictures, from 0. */
  readonly index: number;
  /** As the spreadsheet numbers it, from 1. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  /** The id of the project in whose row it lay; absent when that row was no project's. */
  readonly project?: string;
}

/** Where the pictures of an imported sheet lay. The pictures themselves stay in the import's file. */
export interface ImportedPictures {
  readonly sheet: string;
  readonly places: readonly ImportedPicture[];
}

/** A ledger has some hundred rows, of which some have a picture or two; what lies beyond is not offered. */
export const MOST_PICTURES = 500;

const isPosition = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

function checkPlace(value: unknown): Result<ImportedPicture, string> {
  if (!isObject(value)) return fail('each place must be an object');
  const { index, row, column, project } = value;
  if (!isPosition(index) || !isPosition(row) || !isPosition(column)) return fail('places need index, row and column');
  if (project === undefined) return ok({ index, row, column });
  return typeof project === 'string' ? ok({ index, row, column, project }) : fail('project must be an id');
}

/**
 * The pictures of an import, or the first thing that is wrong with them: at most MOST_PICTURES places, whole numbers
 * from 0.
 */
export function checkPictures(value: unknown): Result<ImportedPictures, string> {
  if (!isObject(value) || typeof value['sheet'] !== 'string') return fail('must name the sheet');
  if (!Array.isArray(value['places'])) return fail('places must be a list');
  if (value['places'].length > MOST_PICTURES) return fail(`may have at most ${MOST_PICTURES} places`);
  const places: ImportedPicture[] = [];
  for (const each of value['places']) {
    const checked = checkPlace(each);
    if (!checked.ok) return checked;
    places.push(checked.value);
  }
  return ok({ sheet: value['sheet'], places });
}
