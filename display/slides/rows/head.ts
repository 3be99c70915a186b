/** Large figures of the whole, above the rows or beside them. */
import { html, type TemplateResult } from 'lit';
import type { ShownShare } from '../../../core/boards/board.ts';
import { SMALLEST_CHARACTER_PX } from '../../../core/stage/layout.ts';
import { fitText } from '../../text/fit.ts';
import { measureFigures, measureMedium, measureText } from '../../text/measure.ts';
import { styled } from '../../text/styled.ts';
import { paceShape } from '../../words/words.ts';
import type { RowFigure } from './list-view.ts';
import type { Rect } from './geometry.ts';

export interface HeadFigure extends RowFigure {
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly note: string;
  /** Stands on the plate of what is severely behind. */
  readonly alarm?: true;
}

export const shareHead = (key: string, label: string, { done, due, rate }: ShownShare): HeadFigure => ({
  key,
  label,
  value: rate?.value ?? 0,
  text: rate?.text ?? '—',
  unit: rate ? '%' : '',
  note: due > 0 ? `${done} / ${due}` : '',
});

export const countHead = (key: string, label: string, value: number, unit: string, alarm = false): HeadFigure => ({
  key,
  label,
  value,
  text: String(value),
  unit,
  note: '',
  ...(alarm ? { alarm: true } : {}),
});

const UNIT_SHARE = 0.46;

const figureWidth = ({ text, unit }: HeadFigure, size: number): number =>
  measureFigures(text, size) + measureText(unit, Math.max(SMALLEST_CHARACTER_PX, size * UNIT_SHARE)) + size * 0.1;

/** Columns of boxes: one below the other beside the rows, two by two where they would be higher than wide. */
function columnsFor({ width, height }: Rect, count: number): number {
  if (height * 2 > width) return 1;
  return count > 3 && width / count < height * 1.2 ? Math.ceil(count / 2) : count;
}

function boxesOf(area: Rect, count: number, gap: number): readonly Rect[] {
  const columns = columnsFor(area, count);
  const rows = Math.ceil(count / columns);
  const width = Math.floor((area.width - gap * (columns - 1)) / columns);
  const height = Math.floor((area.height - gap * (rows - 1)) / rows);
  return Array.from({ length: count }, (_, index) => ({
    left: area.left + (index % columns) * (width + gap),
    top: area.top + Math.floor(index / columns) * (height + gap),
    width,
    height,
  }));
}

/** The figures; `counted` says where each number is on its way. */
export function headTemplate(
  head: readonly HeadFigure[],
  area: Rect,
  secondaryText: number,
  counted: (figure: HeadFigure) => string,
): readonly TemplateResult[] {
  const gap = Math.max(3, Math.round(secondaryText * 0.4));
  const boxes = boxesOf(area, head.length, gap);
  const [first] = boxes;
  if (!first) return [];
  const inner = first.width - Math.round(secondaryText * 1.1);
  const labelSize = Math.round(Math.min(secondaryText, first.height * 0.27));
  let size = Math.floor((first.height - labelSize * 1.4) * 0.96);
  while (size > SMALLEST_CHARACTER_PX && head.some((figure) => figureWidth(figure, size) > inner)) size -= 1;
  return head.map((figure, index) => {
    const box = boxes[index] ?? first;
    const alarm = figure.alarm === true;
    const label = fitText(
      alarm ? `${paceShape('severe')} ${figure.label}` : figure.label,
      { width: inner, size: labelSize, least: Math.min(labelSize, SMALLEST_CHARACTER_PX), maxLines: 1 },
      measureText,
    );
    const noteSize = Math.round(labelSize * 0.94);
    const room = inner - figureWidth(figure, size) - noteSize * 0.6;
    const noted = figure.note !== '' && measureMedium(figure.note, noteSize) <= room;
    return html`
      <section
        class="head ${alarm ? 'alarm' : ''} ${index === 0 ? 'first' : ''}"
        ${styled({ ...box, '--delay': `${index * 90}ms`, '--label': labelSize, '--size': size })}
      >
        <p ${styled({ 'font-size': label.size })}>${label.lines[0]}</p>
        <div class="number figures">
          <b>${counted(figure)}</b><em>${figure.unit}</em>${noted ? html`<small>${figure.note}</small>` : ''}
        </div>
      </section>
    `;
  });
}
