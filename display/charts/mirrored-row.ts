/** One measure of two units: bars that grow from the middle to both sides, and who leads. */
import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { SMALLEST_CHARACTER_PX } from '../../core/stage/layout.ts';
import { fitted } from '../parts/fitted.ts';
import { measureFigures, measureText } from '../text/measure.ts';
import { styled } from '../text/styled.ts';
import type { Rect } from '../slides/summary-boxes.ts';
import { facts } from './figure.ts';

interface Value {
  readonly value: number;
  readonly text: string;
}

export interface Compared {
  readonly label: string;
  readonly unit: string;
  readonly first?: Value;
  readonly second?: Value;
  readonly leads?: 'first' | 'second' | 'level';
}

interface Look {
  /** Of the words, in pixels. */
  readonly size: number;
  /** The label above the bars instead of between them. */
  readonly stacked: boolean;
  /** Seconds until the row comes on. */
  readonly delay: number;
}

const leadText = (): string => msg('领先', { id: 'duel.ahead' });
const levelText = (): string => msg('持平', { id: 'duel.even' });

/** The larger of both fills its side; less than nothing is an empty frame as long as its amount. */
function lengthOf(own: Value | undefined, other: Value | undefined, width: number): number {
  const most = Math.max(Math.abs(own?.value ?? 0), Math.abs(other?.value ?? 0));
  return most === 0 || !own ? 0 : Math.max(2, Math.round((width * Math.abs(own.value)) / most));
}

interface HalfBox {
  readonly side: 'first' | 'second';
  /** From the row's outer edge to the middle's. */
  readonly width: number;
  readonly left: number;
  readonly top: number;
  readonly height: number;
}

function half(row: Compared, { side, width, left, top, height }: HalfBox, size: number, delay: number): TemplateResult {
  const [own, other] = side === 'first' ? [row.first, row.second] : [row.second, row.first];
  const leads = row.leads === side;
  const digits = Math.round(Math.min(height * 0.62, size * (leads ? 1.5 : 1.25)));
  const text = own ? `${own.text}${row.unit === '%' ? '%' : ''}` : '—';
  const widest = Math.max(
    ...[row.first, row.second].map((each) =>
      measureFigures(`${each?.text ?? '—'}${row.unit === '%' ? '%' : ''}`, digits),
    ),
  );
  const lead = width > size * 15 ? `▲ ${leadText()}` : '▲';
  const signSize = Math.round(size * 0.9);
  const signWidth = Math.ceil(measureText(lead, signSize) + size * 0.3);
  const figures = Math.min(Math.round(width * 0.52), Math.ceil(widest) + 4);
  const bar = Math.max(8, width - figures - signWidth - Math.round(size * 1.1));
  const thick = Math.round(Math.min(height * (leads ? 0.56 : 0.4), size * 1.8));
  const length = lengthOf(own, other, bar);
  const sign = leads ? lead : row.leads === 'level' ? '＝' : '';
  const isFirst = side === 'first';
  const at = (from: number, wide: number): number => left + (isFirst ? from : width - from - wide);
  return html`
    <b
      class="box figures value ${side} ${leads ? 'leads' : ''}"
      ${styled({ left: at(0, figures + signWidth), top, width: figures + signWidth, height })}
    >
      <span class="sign" ${styled({ width: signWidth, 'font-size': signSize })}>${sign}</span>
      ${facts(text, figures, digits, 12)}
    </b>
    <div
      class="box bar ${side} ${leads ? 'leads' : ''} ${own && own.value < 0 ? 'below' : ''}"
      ${styled({ left: at(width - length, length), top: top + Math.round((height - thick) / 2), width: length, height: thick, '--delay': `${delay + 0.2}s` })}
    ></div>
  `;
}

export function mirroredRow(row: Compared, box: Rect, { size, stacked, delay }: Look): TemplateResult {
  const { width, height } = box;
  const pad = Math.round(size * 0.5);
  const head = stacked ? Math.round(height * 0.44) : 0;
  const middle = stacked ? Math.round(size * 0.4) : Math.round(width * 0.25);
  const each = Math.floor((width - middle - pad * 2) / 2);
  const note = row.leads === 'level' ? levelText() : '';
  const unit = row.unit && row.unit !== '%' ? row.unit : '';
  const label = [unit ? `${row.label} ${unit}` : row.label, note].filter(Boolean).join(' · ');
  const labelSize = Math.max(SMALLEST_CHARACTER_PX, Math.round(Math.min(size, (stacked ? head : height) * 0.74)));
  const halves = { width: each, top: head, height: height - head };
  return html`
    <div class="plate bare row rise" ${styled({ ...box, '--delay': `${delay}s` })}>
      <div
        class="box label"
        ${styled(stacked ? { left: pad, top: 0, width: width - pad * 2, height: head } : { left: pad + each, top: 0, width: middle, height })}
      >
        ${fitted(label, { width: stacked ? width - pad * 2 : middle - size * 0.4, size: labelSize, least: SMALLEST_CHARACTER_PX, maxLines: stacked || height < size * 1.9 ? 1 : 2 })}
      </div>
      ${half(row, { ...halves, side: 'first', left: pad }, size, delay)}
      ${half(row, { ...halves, side: 'second', left: width - pad - each }, size, delay)}
    </div>
  `;
}
