/** Widths of what stands in rows, measured over all rows, so that nothing jumps from page to page. */
import { SMALLEST_CHARACTER_PX } from '../../../core/stage/layout.ts';
import { measureFigures, measureMedium, measureText } from '../../text/measure.ts';
import type { ListRow, ListView } from './list-view.ts';

export const widest = (rows: readonly ListRow[], width: (row: ListRow) => number): number =>
  Math.ceil(rows.reduce((most, row) => Math.max(most, width(row)), 0));

/** Width of figures with their unit, which is smaller by `share`. */
export function figureWidth({ rows, unit }: ListView, size: number, share = 0.56): number {
  const small = Math.max(size * share, SMALLEST_CHARACTER_PX);
  const figures = widest(rows, ({ figure }) => measureFigures(figure?.text ?? '—', size));
  return figures + Math.ceil(Math.max(measureFigures(unit, small), measureText(unit, small)) + size * 0.12);
}

/** Width of shape and word, and of the smaller line below them where it is shown; 0 where no row says anything. */
export const statusWidth = ({ rows, plates }: ListView, size: number, withNote = false): number =>
  widest(rows, ({ tone, sign, word, note }) =>
    word === ''
      ? 0
      : Math.max(
          measureText(plates === 'signs' ? word : `${sign} ${word}`, size) + size * (tone === 'severe' ? 0.9 : 0.1),
          withNote ? measureMedium(note, size * 0.9) : 0,
        ),
  );
