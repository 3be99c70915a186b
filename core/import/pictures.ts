import { MOST_PICTURES, type ImportedPictures } from '../registers/imported-pictures.ts';
import type { ImportPreview } from './types.ts';

/** What the record of an import keeps of the sheet's pictures; null when there are none. */
export function picturesIn({ sheets, images }: Pick<ImportPreview, 'sheets' | 'images'>): ImportedPictures | null {
  const sheet = sheets.find(({ chosen }) => chosen);
  if (!sheet || images.length === 0) return null;
  const places = images.slice(0, MOST_PICTURES).map(({ index, row, column, record }) => ({
    index,
    row,
    column,
    ...(record === undefined ? {} : { project: record }),
  }));
  return { sheet: sheet.name, places };
}
