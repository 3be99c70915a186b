/** The pictures that lay over the rows of a confirmed import. */
import { parseMonth, type IsoMonth } from '../../core/time.ts';
import { isObject } from '../../core/result.ts';
import { listOf, numberOf, objectOf, textOrNull } from './parse.ts';
import { request } from './request.ts';

export interface ImportPicture {
  /** Position in the sheet, which names it. */
  readonly index: number;
  /** As the spreadsheet numbers it. */
  readonly row: number;
  /** The id and name of the project in whose row it lay; null over any other row. */
  readonly project: string | null;
  readonly name: string | null;
}

export interface ImportPictures {
  /** The month of the import's figures. */
  readonly month: IsoMonth | null;
  readonly pictures: readonly ImportPicture[];
}

const pathOf = (id: string, more = ''): string => `/api/imports/${encodeURIComponent(id)}/pictures${more}`;

const pictureOf = (value: unknown): ImportPicture => {
  const { index, row, project, name } = objectOf(value, 'picture');
  return {
    index: numberOf(index, 'index'),
    row: numberOf(row, 'row'),
    project: textOrNull(project),
    name: textOrNull(name),
  };
};

export async function listImportPictures(id: string): Promise<ImportPictures> {
  const { month, pictures } = objectOf(await request('GET', pathOf(id)), 'pictures');
  return { month: parseMonth(textOrNull(month) ?? ''), pictures: listOf(pictures, 'pictures', pictureOf) };
}

/**
 * Takes a picture over as a photo of its project.
 * @param again one like it is there already, and this one is meant all the same.
 * @returns whether it was taken in another month than it is for.
 */
export async function takeImportPicture(
  id: string,
  index: number,
  { month, again }: { readonly month: IsoMonth; readonly again: boolean },
): Promise<{ readonly otherMonth: boolean }> {
  const body = { month, ...(again ? { confirm: 'duplicate' } : {}) };
  const answer = await request('POST', pathOf(id, `/${index}/photo`), { body });
  const warnings: unknown = isObject(answer) ? answer['warnings'] : [];
  return { otherMonth: Array.isArray(warnings) && warnings.length > 0 };
}

/** Where a small copy of a picture can be had. */
export const importPictureAddress = (id: string, index: number): string => pathOf(id, `/${index}`);
